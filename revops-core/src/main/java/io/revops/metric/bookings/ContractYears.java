package io.revops.metric.bookings;

import io.revops.metric.Unit;
import io.revops.money.Money;

/**
 * What recurs of the contracts signed in a span, by the year of the contract, and what is paid once.
 *
 * @param first in the first twelve months of each
 * @param second in the second
 * @param third in the third
 * @param later after that
 * @param oneTime what is paid once, in no year
 */
public record ContractYears(Money first, Money second, Money third, Money later, Money oneTime) {
    /** What recurs over the whole terms. */
    public Money recurring() {
        return first.plus(second).plus(third).plus(later);
    }

    /** What a total would show on top of a year: the inflation that comes from long terms alone. */
    public Money beyondFirstYear() {
        return recurring().minus(first);
    }

    /** TCV: recurring and one-time. */
    public Money total() {
        return recurring().plus(oneTime);
    }

    /** Years, one-time and total. */
    @Override
    public String toString() {
        return Unit.MONEY.print(first) + " in year 1 + " + Unit.MONEY.print(second) + " in year 2 + "
                + Unit.MONEY.print(third) + " in year 3 + " + Unit.MONEY.print(later) + " later + "
                + Unit.MONEY.print(oneTime) + " one-time = " + Unit.MONEY.print(total());
    }
}
