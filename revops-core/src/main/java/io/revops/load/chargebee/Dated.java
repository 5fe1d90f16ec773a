package io.revops.load.chargebee;

import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is dated of a subscription beside its items: trial, pause, cancellation and end. */
final class Dated {
    /** Reasons of Chargebee's own, and the codes that a site begins with: nobody decided to leave. */
    private static final Set<String> INVOLUNTARY = Set.of(
            "not_paid",
            "no_card",
            "fraud_review_failed",
            "non_compliant_eu_customer",
            "non_compliant_customer",
            "tax_calculation_failed",
            "currency_incompatible_with_gateway");

    private final SubscriptionTerms terms;
    private final Problems problems;

    Dated(SubscriptionTerms terms, Problems problems) {
        this.terms = terms;
        this.problems = problems;
    }

    void addTo(Subscription.Builder subscription) {
        trial(subscription);
        pause(subscription);
        if (terms.status().equals("cancelled") || terms.status().equals("transferred")) {
            ended(subscription);
        } else if (terms.cancel().at() != null || terms.status().equals("non_renewing")) {
            scheduled(subscription);
        }
    }

    private void trial(Subscription.Builder subscription) {
        SubscriptionTerms.Stretch trial = terms.trial();
        if (trial.to() != null) {
            subscription.spells(
                    Spell.builder("trial", SpellKind.TRIAL, trial.from() != null ? trial.from() : terms.start())
                            .end(trial.to())
                            .build());
        } else if (terms.status().equals("in_trial")) {
            problems.noHistory("trial_end", "It is on trial, and the end of it is not written.");
            subscription.spells(
                    Spell.builder("trial", SpellKind.TRIAL, trial.from() != null ? trial.from() : terms.start())
                            .build());
        }
    }

    private void pause(Subscription.Builder subscription) {
        SubscriptionTerms.Stretch pause = terms.pause();
        if (pause.from() != null) {
            subscription.spells(Spell.builder("pause", SpellKind.PAUSED, pause.from())
                    .end(pause.to())
                    .build());
        } else if (terms.status().equals("paused")) {
            problems.noHistory(
                    "pause_date", "It is paused, and since when is not written: taken from its last change.");
            subscription.spells(Spell.builder("pause", SpellKind.PAUSED, lastChange())
                    .end(pause.to())
                    .build());
        }
    }

    private Moment lastChange() {
        if (terms.modified() != null) {
            return terms.modified();
        }
        return terms.billedFrom() != null ? terms.billedFrom() : terms.start();
    }

    private void ended(Subscription.Builder subscription) {
        SubscriptionTerms.Cancel cancel = terms.cancel();
        Moment end = cancel.at() != null ? cancel.at() : lastChange();
        @Nullable ChurnCause cause = terms.status().equals("transferred") ? null : cause();
        subscription.endings(
                Ending.builder("end", end).cause(cause).reason(cancel.code()).build());
        if (cause != ChurnCause.VOLUNTARY) {
            return;
        }
        boolean early = cancel.scheduled() != null && cancel.scheduled().isBefore(end, ZoneOffset.UTC);
        subscription.cancellations(
                Cancellation.builder("cancel", early && cancel.scheduled() != null ? cancel.scheduled() : end, end)
                        .paidThrough(paidThrough(end))
                        .cause(cause)
                        .reason(cancel.code())
                        .build());
    }

    /** The end of the term that was billed, if that is later, and it was no longer on trial. */
    private @Nullable Moment paidThrough(Moment end) {
        @Nullable Moment billed = terms.billedTo();
        @Nullable Moment trialEnd = terms.trial().to();
        boolean inTrial = trialEnd != null && !trialEnd.isBefore(end, ZoneOffset.UTC);
        return billed != null && end.isBefore(billed, ZoneOffset.UTC) && !inTrial ? billed : null;
    }

    private void scheduled(Subscription.Builder subscription) {
        SubscriptionTerms.Cancel cancel = terms.cancel();
        @Nullable Moment ends = cancel.at() != null ? cancel.at() : terms.billedTo();
        if (ends == null) {
            problems.noHistory("cancelled_at", "It does not renew, and its end is not written: taken as going on.");
            return;
        }
        if (cancel.scheduled() == null) {
            problems.noHistory(
                    "cancel_schedule_created_at",
                    "It is to end, and since when that is known is not written: taken from its last change.");
        }
        Moment asked = cancel.scheduled() != null ? cancel.scheduled() : lastChange();
        subscription.cancellations(
                Cancellation.builder("cancel", ends.isBefore(asked, ZoneOffset.UTC) ? ends : asked, ends)
                        .cause(cancel.reason() == null && cancel.code() == null ? null : cause())
                        .reason(cancel.code())
                        .build());
    }

    private ChurnCause cause() {
        return isInvoluntary(terms.cancel().reason())
                        || isInvoluntary(terms.cancel().code())
                ? ChurnCause.INVOLUNTARY
                : ChurnCause.VOLUNTARY;
    }

    private static boolean isInvoluntary(@Nullable String reason) {
        return reason != null
                && INVOLUNTARY.contains(reason.toLowerCase(Locale.ROOT).strip().replace(' ', '_'));
    }
}
