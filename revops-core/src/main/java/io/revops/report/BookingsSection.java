package io.revops.report;

import io.revops.book.Dimension;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.Explanation;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.metric.bookings.BookedContract;
import io.revops.metric.bookings.BookingFinding;
import io.revops.metric.bookings.Bookings;
import io.revops.metric.bookings.ContractYears;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was signed: by quarter, by type of deal and by year of the contract, and the largest contracts. */
final class BookingsSection {
    private static final int LARGEST = 10;
    private static final List<Metric<?>> METRICS = List.of(
            Metrics.BOOKINGS_TCV,
            Metrics.RECURRING_BOOKINGS,
            Metrics.ONE_TIME_BOOKINGS,
            Metrics.ARR_BOOKED,
            Metrics.ACV_BOOKED);
    private static final List<String> TITLES = List.of("TCV", "recurring", "one-time", "ARR booked", "ACV");

    /** The contracts of a row: gathered once, and concluded to every column. */
    private record Row(String name, RevenueView view, Evidence evidence) {
        Measurement<?> measured(Metric<?> metric) {
            return Measurement.of(metric, view, evidence);
        }

        Cell contracts() {
            return evidence.undefined().isPresent() ? Cell.text("") : Cell.count(evidence.total(Part.CONTRACTS));
        }
    }

    private BookingsSection() {}

    static Section of(RevenueView view) {
        Measurement<Money> whole = Metrics.BOOKINGS_TCV.measure(view);
        if (whole.evidence().undefined().isPresent() || whole.evidence().size() == 0) {
            String text = whole.evidence()
                    .undefined()
                    .map(Undefined::text)
                    .orElse(
                            "Nothing was signed in the span. Maybe load deals that were won, or write when subscriptions were "
                                    + "signed.");
            return new Section("bookings", "Bookings", List.of(text), List.of(), List.of());
        }
        Bookings bookings = Bookings.of(view);
        String currency = bookings.currency().orElseThrow().getCurrencyCode();
        Row total = new Row("total", view, whole.evidence());
        List<Row> quarters = new ArrayList<>();
        for (Span span : Cadence.QUARTER.cut(view.span())) {
            RevenueView during = view.during(span);
            quarters.add(new Row(
                    span.toString(),
                    during,
                    Metrics.BOOKINGS_TCV.measure(during).evidence()));
        }
        List<Row> types = new ArrayList<>();
        whole.by(Dimension.DEAL_TYPE)
                .segments()
                .forEach((type, part) -> types.add(new Row(type, view, part.evidence())));
        return new Section(
                "bookings",
                "Bookings",
                List.of(
                        "Deals on the day on which they were won, subscriptions on the day on which they were signed; what is "
                                + "invoiced or paid moves nothing."),
                List.of(
                        table("quarters", "By quarter", "span", currency, quarters, total),
                        table("types", "By type of deal", "type", currency, types, total),
                        years(total, currency),
                        largest(bookings, currency),
                        findings(bookings)),
                explained(whole, total.measured(Metrics.ARR_BOOKED)));
    }

    private static List<Explanation> explained(Measurement<?> total, Measurement<?> arr) {
        return arr.value().isPresent() ? List.of(total.explain(), arr.explain()) : List.of(total.explain());
    }

    private static Table table(String id, String title, String name, String currency, List<Row> parts, Row total) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.words(name, name), Column.numbers("contracts", "contracts", "contracts")));
        List<Row> all = new ArrayList<>(parts);
        all.add(total);
        List<List<Cell>> rows = new ArrayList<>();
        all.forEach(row -> rows.add(new ArrayList<>(List.of(Cell.text(row.name()), row.contracts()))));
        for (int i = 0; i < METRICS.size(); i++) {
            Metric<?> metric = METRICS.get(i);
            boolean yearly = metric.definition().unit() == Unit.MONEY_PER_YEAR;
            columns.add(
                    Column.numbers(metric.definition().id(), TITLES.get(i), yearly ? currency + "/year" : currency));
            List<Cell> cells = tied(all.stream()
                    .<Measurement<?>>map(row -> row.measured(metric))
                    .toList());
            for (int row = 0; row < rows.size(); row++) {
                rows.get(row).add(cells.get(row));
            }
        }
        return new Table(id, title + ", in " + currency, columns, rows, List.of());
    }

    /** A column whose last cell is the total: as printed, the others add up to it where all are known. */
    private static List<Cell> tied(List<Measurement<?>> column) {
        List<Money> parts = new ArrayList<>();
        for (Measurement<?> measured : column.subList(0, column.size() - 1)) {
            measured.value().map(BookingsSection::money).ifPresent(parts::add);
        }
        List<BigDecimal> printed = PrintedAmounts.of(parts);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            Measurement<?> measured = column.get(i);
            if (i < printed.size() && parts.size() == column.size() - 1) {
                cells.add(Cell.number(Unit.grouped(printed.get(i)), exact(parts.get(i))));
            } else if (measured.value().isPresent()) {
                cells.add(amount(money(measured.orElseThrow())));
            } else {
                cells.add(undefined(measured, column.get(column.size() - 1)));
            }
        }
        return cells;
    }

    /** What is undefined for the reason of the total says so in the words of the total. */
    private static Cell undefined(Measurement<?> measured, Measurement<?> total) {
        Cell own = Cell.of(measured);
        Cell whole = Cell.of(total);
        boolean same = own.undefined() != null
                && whole.undefined() != null
                && own.undefined().code() == whole.undefined().code();
        return same ? whole : own;
    }

    private static Table years(Row total, String currency) {
        List<String> titles = List.of("year 1", "year 2", "year 3", "later", "one-time", "total");
        List<Column> columns = titles.stream()
                .map(title -> Column.numbers(title.replace(' ', '_').replace('-', '_'), title, currency))
                .toList();
        Measurement<?> measured = total.measured(Metrics.MULTI_YEAR_BOOKINGS);
        List<Cell> row = new ArrayList<>();
        if (measured.value().isPresent() && measured.orElseThrow() instanceof ContractYears years) {
            List<Money> parts = List.of(years.first(), years.second(), years.third(), years.later(), years.oneTime());
            List<BigDecimal> printed = PrintedAmounts.of(parts);
            for (int i = 0; i < parts.size(); i++) {
                row.add(Cell.number(Unit.grouped(printed.get(i)), exact(parts.get(i))));
            }
            row.add(amount(years.total()));
        } else {
            titles.forEach(title -> row.add(Cell.of(measured)));
        }
        return new Table("years", "By year of the contract, in " + currency, columns, List.of(row), List.of());
    }

    private static Table largest(Bookings bookings, String currency) {
        Comparator<BookedContract> bySize = Comparator.comparing(
                c -> c.total().value().or(() -> c.oneTime().value()).orElseThrow());
        List<List<Cell>> rows = bookings.contracts().stream()
                .sorted(bySize.reversed())
                .limit(LARGEST)
                .map(contract -> List.of(
                        Cell.text(contract.day().toString()),
                        Cell.text(contract.subject().value()),
                        Cell.text(bookings.name(contract.subject())),
                        contract.total().value().map(BookingsSection::amount).orElseGet(() -> Cell.text("")),
                        contract.arr()
                                .value()
                                .map(rate -> amount(rate.perYear()))
                                .orElseGet(() -> Cell.text("")),
                        Cell.text(contract.findings().stream()
                                .map(BookingFinding::text)
                                .collect(Collectors.joining(", ")))))
                .toList();
        return new Table(
                "largest",
                "Largest contracts",
                List.of(
                        Column.words("day", "day"),
                        Column.words("contract", "contract"),
                        Column.words("name", "name"),
                        Column.numbers("tcv", "TCV", currency),
                        Column.numbers("arr", "ARR booked", currency + "/year"),
                        Column.words("findings", "findings")),
                rows,
                List.of());
    }

    private static Table findings(Bookings bookings) {
        List<List<Cell>> rows = new ArrayList<>();
        for (BookingFinding finding : BookingFinding.values()) {
            long count = bookings.contracts().stream()
                    .filter(c -> c.findings().contains(finding))
                    .count();
            if (count > 0) {
                rows.add(List.of(Cell.text(finding.text()), Cell.count(count)));
            }
        }
        return new Table(
                "findings",
                "What to know of them",
                List.of(Column.words("finding", "finding"), Column.numbers("contracts", "contracts", "contracts")),
                rows,
                List.of());
    }

    private static Money money(Object value) {
        return value instanceof RunRate rate ? rate.perYear() : (Money) value;
    }

    private static Cell amount(Money amount) {
        BigDecimal printed = amount.rounded(java.math.RoundingMode.HALF_UP).amount();
        return Cell.number(Unit.grouped(printed), exact(amount));
    }

    private static BigDecimal exact(Money amount) {
        return Cell.exact(Unit.MONEY, amount);
    }
}
