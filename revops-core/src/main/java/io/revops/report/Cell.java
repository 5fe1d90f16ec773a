package io.revops.report;

import io.revops.metric.Explanation;
import io.revops.metric.Measurement;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table: what is printed, and beside it the exact number or the reason why there is none.
 *
 * @param printed for a reader
 * @param exact the exact number in the column's exact unit; absent for text, and where there is no number
 * @param undefined why there is no number
 * @param how how it was concluded, for a reader who asks; absent where the section tells, or nothing was concluded
 */
public record Cell(
        String printed,
        @Nullable BigDecimal exact,
        @Nullable Undefined<?> undefined,
        @Nullable Explanation how) {
    public Cell {
        Objects.requireNonNull(printed, "printed");
    }

    /** A cell that does not tell how it was concluded. */
    public Cell(String printed, @Nullable BigDecimal exact, @Nullable Undefined<?> undefined) {
        this(printed, exact, undefined, null);
    }

    /** Words. */
    public static Cell text(String words) {
        return new Cell(words, null, null);
    }

    /** A number as it is printed, with its exact value. */
    public static Cell number(String printed, BigDecimal exact) {
        return new Cell(printed, exact, null);
    }

    /** A count. */
    public static Cell count(long count) {
        return number(Unit.grouped(BigDecimal.valueOf(count)), BigDecimal.valueOf(count));
    }

    /** A measured number, or the word undefined with its reason. */
    public static Cell of(Measurement<?> measurement) {
        if (measurement.reading() instanceof Undefined<?> undefined) {
            return new Cell("undefined", null, undefined);
        }
        return number(measurement.printed(), exact(measurement.definition().unit(), measurement.orElseThrow()));
    }

    /** The same, and how it was concluded. */
    public static Cell explained(Measurement<?> measurement) {
        return of(measurement).with(measurement.explain());
    }

    /** The same cell with how it was concluded. */
    public Cell with(Explanation conclusion) {
        return new Cell(printed, exact, undefined, conclusion);
    }

    /** Of a run rate the exact value per year, of anything else the number itself. */
    static BigDecimal exact(Unit unit, Object value) {
        if (value instanceof RunRate rate) {
            return plain(rate.perYear().amount());
        }
        return plain(value instanceof Money money ? money.amount() : unit.decimal(value));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
