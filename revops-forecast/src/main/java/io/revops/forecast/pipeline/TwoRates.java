package io.revops.forecast.pipeline;

import io.revops.money.Conversion;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Amounts of several currencies told twice: at the rate that was planned with, which makes sellers comparable, and at the rate of a
 * day, which is what will be booked. The difference is the effect of exchange rates, not of selling.
 *
 * @param plan the rates of the plan, in force from their dates on
 * @param dated the rates of the market, by day
 * @param into the currency that is told
 */
public record TwoRates(ExchangeRates plan, ExchangeRates dated, Currency into) {
    public TwoRates {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(dated, "dated");
        Objects.requireNonNull(into, "into");
    }

    /**
     * An amount at both rates.
     *
     * @param amount as it was written
     * @param atPlan at the rate of the plan
     * @param atDated at the rate of the day
     */
    public record Told(Money amount, Money atPlan, Money atDated) {
        /** What the change of rates has done: at the day's rate less at the plan's. */
        public Money fxEffect() {
            return atDated.minus(atPlan);
        }
    }

    /**
     * An amount at both rates on a day, each rounded half-even to a micro-unit.
     *
     * @throws IllegalArgumentException if a rate is missing
     */
    public Told tell(Money amount, LocalDate day) {
        return new Told(
                amount,
                conversion(plan, "plan", amount, day).apply(amount),
                conversion(dated, "dated", amount, day).apply(amount));
    }

    /** The deals at the rate of the plan. */
    public List<CalledDeal> atPlan(List<CalledDeal> deals, LocalDate day) {
        return deals.stream().map(d -> d.with(tell(d.amount(), day).atPlan())).toList();
    }

    /** The deals at the rate of a day. */
    public List<CalledDeal> atDated(List<CalledDeal> deals, LocalDate day) {
        return deals.stream().map(d -> d.with(tell(d.amount(), day).atDated())).toList();
    }

    private Conversion conversion(ExchangeRates rates, String which, Money amount, LocalDate day) {
        return rates.conversion(amount.currency(), into, day)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no " + which + " rate from " + amount.currency() + " to " + into + " on " + day
                                + ", and " + amount + " is not added without one. Maybe load exchange_rates.csv."));
    }
}
