package io.revops.report;

import io.revops.catalog.Metrics;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.Explanation;
import io.revops.metric.Line;
import io.revops.metric.Measurement;
import io.revops.metric.Part;
import io.revops.metric.Unit;
import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who the largest accounts are, and whom the largest gains and losses came from. */
final class CustomersSection {
    private static final int LARGEST = 10;
    private static final int CHANGES = 20;

    private CustomersSection() {}

    static Section of(RevenueView view) {
        Measurement<RunRate> mrr = Metrics.MRR.measure(view);
        if (mrr.value().isEmpty()) {
            return new Section("customers", "Customers", List.of(mrr.printed()), List.of(), List.of());
        }
        Measurement<Bridge> moved = Metrics.MRR_MOVEMENTS.measure(view);
        String currency = mrr.orElseThrow().currency().getCurrencyCode();
        List<Table> tables = new ArrayList<>();
        tables.add(figures(view));
        tables.add(top("largest", "Largest accounts at the close", currency, mrr.evidence(), Part.CLOSING));
        for (Part<RunRate> part : List.of(Part.NEW, Part.EXPANSION, Part.CONTRACTION, Part.CHURN, Part.REACTIVATION)) {
            tables.add(top(part.name(), "Largest " + part.name(), currency, moved.evidence(), part));
        }
        return new Section(
                "customers",
                "Customers",
                List.of(),
                tables,
                List.of(Metrics.ARPA.measure(view).explain()));
    }

    private static Table figures(RevenueView view) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Measurement<?> measured : List.of(
                Metrics.ACTIVE_CUSTOMERS.measure(view),
                Metrics.LOST_CUSTOMERS.measure(view),
                Metrics.ARPA.measure(view))) {
            rows.add(List.of(Cell.text(measured.definition().title()), Cell.explained(measured)));
        }
        return new Table(
                "figures",
                "",
                List.of(Column.words("figure", "figure"), Column.numbers("value", "value", "as named")),
                rows,
                List.of());
    }

    private static Table top(String id, String title, String currency, Evidence evidence, Part<RunRate> part) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Line line : evidence.top(LARGEST, part)) {
            RunRate value = line.get(part);
            rows.add(List.of(
                    Cell.text(line.subject().value()),
                    Cell.text(line.name()),
                    Cell.number(Unit.MONEY_PER_MONTH.print(value), Cell.exact(Unit.MONEY_PER_MONTH, value))
                            .with(account(line, evidence)),
                    Cell.text(why(line, part))));
        }
        return new Table(
                id,
                title,
                List.of(
                        Column.words("account", "account"),
                        Column.words("name", "name"),
                        Column.perMonth("mrr", "per month", currency),
                        Column.words("why", "last change")),
                rows,
                List.of());
    }

    /** What an account brought to each part, and every change behind it. */
    private static Explanation account(Line line, Evidence evidence) {
        List<String> parts = evidence.parts().stream()
                .filter(p -> line.get(p) instanceof RunRate rate && !rate.isZero())
                .map(p -> p + " " + Unit.MONEY_PER_MONTH.print(line.get(p)) + " a month")
                .toList();
        List<String> changes =
                line.changes().stream().map(LedgerChange::toString).toList();
        int most = Math.min(changes.size(), CHANGES);
        List<String> shown = new ArrayList<>(changes.subList(0, most));
        if (changes.size() > most) {
            shown.add("and " + (changes.size() - most) + " more changes");
        }
        String name = line.name().equals(line.subject().value())
                ? line.name()
                : line.name() + " (" + line.subject().value() + ")";
        return new Explanation(name, "", parts, List.of(), shown, List.of());
    }

    private static String why(Line line, Part<RunRate> part) {
        Optional<String> last = line.changes().stream()
                .filter(c -> !part.equals(Part.CHURN) || c.after().isZero())
                .reduce((a, b) -> b)
                .map(c -> c.at().toString().substring(0, 10) + " "
                        + c.because().stream()
                                .map(b -> b.clause().text())
                                .distinct()
                                .reduce((a, b) -> a + "; " + b)
                                .orElse(""));
        return last.orElse("unchanged in the span");
    }
}
