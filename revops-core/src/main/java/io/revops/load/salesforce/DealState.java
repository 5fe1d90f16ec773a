package io.revops.load.salesforce;

import io.revops.book.ForecastCategory;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a deal stands, or what of it changed: what is absent is not known, or is as it was. */
record DealState(
        @Nullable String stage,
        @Nullable Money amount,
        @Nullable LocalDate closeDate,
        @Nullable BigDecimal probability,
        @Nullable ForecastCategory category,
        @Nullable RepId owner,
        @Nullable Outcome outcome) {
    static final DealState NONE = new DealState(null, null, null, null, null, null, null);

    DealState with(@Nullable Outcome other) {
        return new DealState(stage, amount, closeDate, probability, category, owner, other);
    }

    DealState with(@Nullable Money other) {
        return new DealState(stage, other, closeDate, probability, category, owner, outcome);
    }

    DealState with(@Nullable RepId other) {
        return new DealState(stage, amount, closeDate, probability, category, other, outcome);
    }

    /** This, and what is absent in it from the other. */
    DealState over(DealState earlier) {
        return new DealState(
                stage != null ? stage : earlier.stage,
                amount != null ? amount : earlier.amount,
                closeDate != null ? closeDate : earlier.closeDate,
                probability != null ? probability : earlier.probability,
                category != null ? category : earlier.category,
                owner != null ? owner : earlier.owner,
                outcome != null ? outcome : earlier.outcome);
    }

    /** What is in this and not the same in the other. */
    DealState since(DealState earlier) {
        return new DealState(
                unless(stage, earlier.stage),
                unless(amount, earlier.amount),
                unless(closeDate, earlier.closeDate),
                unless(probability, earlier.probability),
                unless(category, earlier.category),
                unless(owner, earlier.owner),
                unless(outcome, earlier.outcome));
    }

    /** What does not depend on the stage: amount, close date and owner. */
    DealState terms() {
        return new DealState(null, amount, closeDate, null, null, owner, null);
    }

    /** The stage and what comes with it: probability, category and outcome. */
    DealState standing() {
        return new DealState(stage, null, null, probability, category, null, outcome);
    }

    boolean isClosed() {
        return outcome != null && outcome != Outcome.OPEN;
    }

    /** The columns that it has values for. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        add(columns, "StageName", stage);
        add(columns, "Amount", amount);
        add(columns, "CloseDate", closeDate);
        add(columns, "Probability", probability);
        add(columns, "ForecastCategory", category);
        add(columns, "OwnerId", owner);
        add(columns, "IsWon", outcome);
        return columns;
    }

    OpportunityChange.Builder addTo(OpportunityChange.Builder change) {
        return change.stage(stage)
                .amount(amount)
                .closeDate(closeDate)
                .probability(probability)
                .category(category)
                .owner(owner)
                .outcome(outcome);
    }

    private static void add(List<String> columns, String column, @Nullable Object value) {
        if (value != null) {
            columns.add(column);
        }
    }

    private static <T> @Nullable T unless(@Nullable T value, @Nullable T same) {
        return value == null || value.equals(same) ? null : value;
    }
}
