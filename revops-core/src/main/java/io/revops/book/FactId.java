package io.revops.book;

import java.util.Objects;

/** What names a fact: text from its source system, typed by the kind of fact. */
public sealed interface FactId
        permits AccountId,
                ContactId,
                ProductId,
                SubscriptionId,
                ItemId,
                OpportunityId,
                LeadId,
                CampaignId,
                TouchId,
                ActivityId,
                SpendId,
                InvoiceId,
                PaymentId,
                UsageEventId,
                TicketId,
                SurveyAnswerId,
                RepId,
                QuotaId,
                AccountMergeId {
    /** The id as text. */
    String value();

    /** What it names, in a word: {@code account}, {@code subscription}. */
    default String kind() {
        String name = getClass().getSimpleName().replaceAll("Id$", "");
        return name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the id without blanks around it, and refuses one that is empty or longer than 500 characters. */
    static String checked(String value) {
        String stripped = Objects.requireNonNull(value, "id").strip();
        if (stripped.isEmpty() || stripped.length() > 500) {
            throw new IllegalArgumentException(
                    stripped.isEmpty()
                            ? "An id is empty. Maybe the column is missing or blank."
                            : "An id has " + stripped.length()
                                    + " characters. Maybe the wrong column was taken for it.");
        }
        return stripped;
    }
}
