package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import io.revops.money.Conversion;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a deal is worth in the currency of the pipeline. */
record DealPricing(
        ExchangeRates rates,
        @Nullable Currency currency,
        LocalDate asOf,
        Optional<Money> listPrice,
        PipelineOptions.MissingAmount missing) {
    /** Sets the amount of a step, names what hinders it, and says where it came from. */
    AmountSource price(
            DealStep.Builder step,
            Optional<Money> stated,
            Outcome outcome,
            LocalDate on,
            BiConsumer<DealRemark.Code, String> remark) {
        if (stated.isPresent() && stated.get().amount().signum() < 0) {
            remark.accept(
                    DealRemark.Code.NEGATIVE_AMOUNT,
                    "Its amount is " + stated.get() + ", and it is taken to have none. Maybe it is a correction.");
        } else if (stated.isPresent()) {
            return converted(step, stated.get(), AmountSource.STATED, on, remark);
        }
        boolean won = outcome == Outcome.WON;
        if (listPrice.isPresent() && missing == PipelineOptions.MissingAmount.LIST_PRICE) {
            if (won) {
                remark.accept(
                        DealRemark.Code.WON_AT_LIST_PRICE,
                        "It was won without an amount, and counts with the list price " + listPrice.get() + ".");
            }
            return converted(step, listPrice.get(), AmountSource.LIST_PRICE, on, remark);
        }
        if (won) {
            remark.accept(
                    DealRemark.Code.WON_WITHOUT_AMOUNT,
                    "It was won without an amount, and adds nothing to what was won. Maybe fill it in the CRM.");
        }
        return AmountSource.NONE;
    }

    private AmountSource converted(
            DealStep.Builder step,
            Money amount,
            AmountSource source,
            LocalDate on,
            BiConsumer<DealRemark.Code, String> remark) {
        Optional<Conversion> rate =
                currency == null ? Optional.empty() : rates.conversion(amount.currency(), currency, on);
        if (rate.isEmpty()) {
            remark.accept(
                    DealRemark.Code.NO_RATE,
                    "There is no rate from " + amount.currency() + " to " + currency + " on or before " + on
                            + ", so that its amount counts for nothing. Maybe add the rate to the book.");
            return AmountSource.NONE;
        }
        step.amount(rate.get().apply(amount).amount().doubleValue(), source);
        return source;
    }
}
