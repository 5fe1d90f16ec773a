package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.metric.Adds;
import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that two tools both show for each month, an amount for each account: the columns of the movement table, and any
 * metric in money per month that adds up over accounts.
 */
public final class Figure {
    /** What a figure of several months is. */
    private enum Over {
        LAST,
        FIRST,
        SUM
    }

    /** What there is at the close of each month: MRR. */
    public static final Figure CLOSING =
            new Figure("closing", "MRR at the close", Over.LAST, MovementRow::closing, null);
    /** What each month begins with. */
    public static final Figure OPENING =
            new Figure("opening", "MRR at the opening", Over.FIRST, MovementRow::opening, null);

    public static final Figure NEW = of(MovementKind.NEW);
    public static final Figure REACTIVATION = of(MovementKind.REACTIVATION);
    public static final Figure EXPANSION = of(MovementKind.EXPANSION);
    public static final Figure CONTRACTION = of(MovementKind.CONTRACTION);
    public static final Figure CHURN = of(MovementKind.CHURN);
    public static final Figure FX = of(MovementKind.FX);

    private static final List<Figure> COLUMNS =
            List.of(CLOSING, OPENING, NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURN, FX);

    private final String id;
    private final String title;
    private final Over over;
    private final @Nullable ToLongFunction<MovementRow> column;
    private final @Nullable Metric<RunRate> metric;

    private Figure(
            String id,
            String title,
            Over over,
            @Nullable ToLongFunction<MovementRow> column,
            @Nullable Metric<RunRate> metric) {
        this.id = id;
        this.title = title;
        this.over = over;
        this.column = column;
        this.metric = metric;
    }

    private static Figure of(MovementKind kind) {
        String word = kind == MovementKind.FX ? "FX" : kind.name().toLowerCase(Locale.ROOT);
        return new Figure(kind.name().toLowerCase(Locale.ROOT), word + " MRR", Over.SUM, row -> row.amount(kind), null);
    }

    /** The columns of the movement table, what is there at the close first. */
    public static List<Figure> columns() {
        return COLUMNS;
    }

    /**
     * A metric of what there is at the end of each month: of several months, the last one counts.
     *
     * @throws IllegalArgumentException if it does not add up over accounts
     */
    public static Figure balance(Metric<RunRate> metric) {
        return of(metric, Over.LAST);
    }

    /**
     * A metric of what happens in each month: several months add up.
     *
     * @throws IllegalArgumentException if it does not add up over accounts
     */
    public static Figure flow(Metric<RunRate> metric) {
        return of(metric, Over.SUM);
    }

    private static Figure of(Metric<RunRate> metric, Over over) {
        MetricDefinition definition = metric.definition();
        if (definition.adds() != Adds.SUM) {
            throw new IllegalArgumentException(
                    definition.title()
                            + " does not add up over accounts, so its difference has no parts. Maybe reconcile the amounts that it is made of.");
        }
        return new Figure(definition.id(), definition.title(), over, null, metric);
    }

    /** Names it for programs: {@code closing}, or a metric's id. */
    public String id() {
        return id;
    }

    /** Names it for readers. */
    public String title() {
        return title;
    }

    /** Whether a month counts for several that end with the last one. */
    boolean counts(int month, int months) {
        return switch (over) {
            case LAST -> month == months - 1;
            case FIRST -> month == 0;
            case SUM -> true;
        };
    }

    /** What a figure of several months is, in the words of a report. */
    String when(Span span, List<Span> months) {
        return switch (over) {
            case LAST -> months.get(months.size() - 1).toString();
            case FIRST -> months.get(0).toString();
            case SUM -> span.toString();
        };
    }

    @Nullable
    ToLongFunction<MovementRow> column() {
        return column;
    }

    @Nullable
    Metric<RunRate> metric() {
        return metric;
    }

    /** What one line of a metric's evidence makes of it alone, which for a metric that adds up is its share. */
    static long alone(Metric<RunRate> metric, Evidence all, Line line) {
        Evidence.Builder one = Evidence.in(all.currency().orElseThrow()).line(line.subject());
        all.parts().forEach(part -> set(one, part, line));
        return metric.conclude(one.build()).orElseThrow().microsPerYear().longValueExact();
    }

    private static <T> void set(Evidence.Builder one, Part<T> part, Line line) {
        one.set(part, line.get(part));
    }

    /** The account of a line. */
    static AccountId account(Metric<RunRate> metric, Line line) {
        if (line.subject() instanceof AccountId account) {
            return account;
        }
        throw new IllegalArgumentException(metric.definition().title() + " is told by "
                + line.subject().kind() + " and not by account. Maybe reconcile " + titles() + ".");
    }

    private static List<String> titles() {
        return Stream.of(CLOSING, NEW, CHURN).map(Figure::title).toList();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Figure that
                && id.equals(that.id)
                && over == that.over
                && Objects.equals(metric, that.metric);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return title;
    }
}
