package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A reconciliation for a terminal. */
final class ReconciliationText {
    private static final int TOP = 10;

    private final Reconciliation of;
    private final int digits;
    private final StringBuilder text = new StringBuilder();

    private ReconciliationText(Reconciliation of) {
        this.of = of;
        this.digits = Math.max(0, of.headline().currency().getDefaultFractionDigits());
    }

    static String of(Reconciliation reconciliation) {
        return new ReconciliationText(reconciliation).print();
    }

    private String print() {
        Decomposition headline = of.headline();
        text.append(of.sentence()).append('\n');
        if (of.rules().isEmpty()) {
            return text.append("\nThe two policies are the same.\n").toString();
        }
        rules(headline);
        List<PrintedRow> months =
                headline.months().stream().map(m -> headline.printed(m, digits)).toList();
        table("By month", headline.months().stream().map(Span::toString).toList(), months);
        accounts(headline);
        if (of.figures().size() > 1) {
            table(
                    "By figure, " + of.span(),
                    of.figures().stream().map(d -> d.figure().title()).toList(),
                    of.figures().stream().map(d -> d.printed(digits)).toList());
        }
        text.append('\n');
        of.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private void accounts(Decomposition headline) {
        List<AccountId> top = headline.top(TOP);
        if (top.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(top.stream().map(AccountId::value).toList());
        List<PrintedRow> rows = new ArrayList<>(
                top.stream().map(a -> headline.printed(a, digits)).toList());
        int more = headline.byAccount().size() - top.size();
        names.add(more == 0 ? "all accounts" : "all accounts (" + more + " more differ)");
        rows.add(headline.printed(digits));
        table("By account, " + headline.when(), names, rows);
    }

    private void rules(Decomposition headline) {
        List<BigDecimal> parts = headline.printed(digits).parts();
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(List.of(of.rules().get(i).toString(), Unit.grouped(parts.get(i))));
        }
        lines.add(List.of("difference", Unit.grouped(headline.printed(digits).difference())));
        text.append("\nBy rule, ").append(headline.when()).append('\n');
        text.append(TextColumns.of(lines));
    }

    /** Only the rules that change something in it have a column. */
    private void table(String title, List<String> labels, List<PrintedRow> rows) {
        int[] shown = IntStream.range(0, of.rules().size())
                .filter(i -> rows.stream().anyMatch(r -> r.parts().get(i).signum() != 0))
                .toArray();
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", of.firstName()));
        IntStream.of(shown).forEach(i -> head.add(of.rules().get(i).name()));
        head.add(of.secondName());
        lines.add(head);
        for (int r = 0; r < rows.size(); r++) {
            PrintedRow row = rows.get(r);
            List<String> line = new ArrayList<>(List.of(labels.get(r), Unit.grouped(row.first())));
            IntStream.of(shown).forEach(i -> line.add(Unit.grouped(row.parts().get(i))));
            line.add(Unit.grouped(row.second()));
            lines.add(line);
        }
        text.append('\n').append(title).append('\n');
        text.append(TextColumns.of(lines));
    }
}
