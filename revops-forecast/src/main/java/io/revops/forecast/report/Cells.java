package io.revops.forecast.report;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.report.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The cells that the sections of a pipeline share. */
final class Cells {
    private Cells() {}

    /** An amount, to the currency's own digits. */
    static Cell money(Money amount) {
        return Cell.number(Unit.MONEY.print(amount), amount.amount());
    }

    /** An amount, or nothing. */
    static Cell money(Optional<Money> amount) {
        return amount.map(Cells::money).orElseGet(() -> Cell.text(""));
    }

    /** A share in percent, or why there is none. */
    static Cell share(Reading<Ratio> reading) {
        return reading instanceof Undefined<?> undefined
                ? new Cell("undefined", null, undefined)
                : share(reading.orElseThrow().value());
    }

    /** A share in percent. */
    static Cell share(double share) {
        return Cell.number(Unit.PERCENT.print(new Ratio(share)), BigDecimal.valueOf(share));
    }

    /** An amount of a currency that the column names, to two digits. */
    static Cell amount(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return Cell.number(Unit.grouped(exact.setScale(2, RoundingMode.HALF_EVEN)), exact);
    }
}
