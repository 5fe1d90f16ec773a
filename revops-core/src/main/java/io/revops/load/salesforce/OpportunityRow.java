package io.revops.load.salesforce;

import io.revops.book.AccountId;
import io.revops.book.CampaignId;
import io.revops.book.ForecastCategory;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityId;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A deal as it stands, or stood: a row of Opportunity. */
record OpportunityRow(
        OpportunityId id,
        Moment created,
        @Nullable Moment modified,
        DealState state,
        @Nullable Currency currency,
        @Nullable AccountId account,
        @Nullable String name,
        @Nullable String type,
        @Nullable String leadSource,
        @Nullable CampaignId campaign,
        Map<String, String> attributes,
        boolean foreignCategory) {

    static OpportunityRow of(CrmRow row, @Nullable Currency otherwise) {
        DealState state = new DealState(
                        row.required("StageName"),
                        null,
                        row.requiredDay("CloseDate"),
                        row.percent("Probability").orElse(null),
                        category(row).orElse(null),
                        row.text("OwnerId").map(RepId::new).orElse(null),
                        outcome(row))
                .with(row.money("Amount", otherwise).orElse(null));
        return new OpportunityRow(
                new OpportunityId(row.required("Id")),
                row.requiredMoment("CreatedDate"),
                row.moment("LastModifiedDate").orElse(null),
                state,
                row.currency().orElse(otherwise),
                row.text("AccountId").map(AccountId::new).orElse(null),
                row.textOrNull("Name"),
                row.textOrNull("Type"),
                row.textOrNull("LeadSource"),
                row.text("CampaignId").map(CampaignId::new).orElse(null),
                row.attributes(),
                isForeignCategory(row));
    }

    static Optional<ForecastCategory> category(CrmRow row) {
        return row.text("ForecastCategory")
                .flatMap(Values::category)
                .or(() -> row.text("ForecastCategoryName").flatMap(Values::category));
    }

    static boolean isForeignCategory(CrmRow row) {
        return category(row).isEmpty()
                && (row.text("ForecastCategory").isPresent()
                        || row.text("ForecastCategoryName").isPresent());
    }

    /** What the row itself says; nothing, if it says that a deal is closed and not how. */
    private static @Nullable Outcome outcome(CrmRow row) {
        Optional<Boolean> won = row.flag("IsWon");
        Optional<Boolean> closed = row.flag("IsClosed");
        if (won.orElse(false)) {
            return Outcome.WON;
        }
        if (closed.isEmpty()) {
            return null;
        }
        if (!closed.get()) {
            return Outcome.OPEN;
        }
        return won.isPresent() ? Outcome.LOST : null;
    }

    /** The deal without its changes. */
    Opportunity.Builder deal() {
        Opportunity.Builder deal = Opportunity.builder(id, created)
                .account(account)
                .name(name)
                .leadSource(leadSource)
                .campaign(campaign);
        if (type != null) {
            Values.dealType(type).ifPresentOrElse(deal::type, () -> deal.attribute("type", type));
        }
        attributes.forEach(deal::attribute);
        return deal;
    }

    boolean isForeignType() {
        return type != null && Values.dealType(type).isEmpty();
    }

    /** An amount that was read before its currency was known. */
    record Unpriced(
            DealState state,
            @Nullable BigDecimal amount,
            @Nullable Currency currency) {
        static final Unpriced NONE = new Unpriced(DealState.NONE, null, null);

        boolean lacksCurrency(@Nullable Currency otherwise) {
            return amount != null && currency == null && otherwise == null;
        }

        DealState in(@Nullable Currency otherwise) {
            Currency known = currency != null ? currency : otherwise;
            return amount == null || known == null ? state : state.with(Money.of(amount, known));
        }
    }
}
