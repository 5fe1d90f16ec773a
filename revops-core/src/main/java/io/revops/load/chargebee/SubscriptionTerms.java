package io.revops.load.chargebee;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Term;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A subscription as it stands: what of it is read. */
record SubscriptionTerms(
        String id,
        AccountId account,
        String status,
        Currency currency,
        Moment start,
        @Nullable Moment modified,
        @Nullable Moment billedFrom,
        @Nullable Moment billedTo,
        Stretch trial,
        Stretch pause,
        Cancel cancel,
        @Nullable Term term,
        @Nullable BillingInterval interval,
        List<Item> items,
        List<Reduction.Applied> reductions,
        Map<String, String> attributes) {

    private static final Set<String> STATUSES =
            new TreeSet<>(Set.of("future", "in_trial", "active", "non_renewing", "paused", "cancelled", "transferred"));

    /** A stretch of time. */
    record Stretch(@Nullable Moment from, @Nullable Moment to) {}

    /** When it was or will be cancelled, since when that is known, and why. */
    record Cancel(
            @Nullable Moment at,
            @Nullable Moment scheduled,
            @Nullable String reason,
            @Nullable String code) {}

    static SubscriptionTerms of(ApiObject object) {
        String status =
                object.required("status").toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
        if (!STATUSES.contains(status)) {
            throw object.bad("status", "It is not known. Maybe one of " + STATUSES + ".");
        }
        object.required("currency_code");
        Currency currency = object.reading("currency_code", () -> Money.currency(object.required("currency_code")));
        Optional<BillingInterval> interval = ItemPrice.interval(object, "billing_period", "billing_period_unit");
        if (status.equals("cancelled") && !object.has("cancelled_at")) {
            throw object.missing("cancelled_at");
        }
        return new SubscriptionTerms(
                object.required("id"),
                new AccountId(object.required("customer_id")),
                status,
                currency,
                object.moment("started_at")
                        .or(() -> object.moment("start_date"))
                        .or(() -> object.moment("activated_at"))
                        .or(() -> object.moment("created_at"))
                        .orElseThrow(() -> object.missing("started_at")),
                object.moment("updated_at").orElse(null),
                object.moment("current_term_start").orElse(null),
                object.moment("current_term_end").orElse(null),
                new Stretch(
                        object.moment("trial_start").orElse(null),
                        object.moment("trial_end").orElse(null)),
                new Stretch(
                        object.moment("pause_date").orElse(null),
                        object.moment("resume_date").orElse(null)),
                new Cancel(
                        object.moment("cancelled_at").orElse(null),
                        object.moment("cancel_schedule_created_at").orElse(null),
                        object.text("cancel_reason").orElse(null),
                        object.text("cancel_reason_code").orElse(null)),
                object.child("contract_term")
                        .flatMap(term -> term(term, interval))
                        .orElse(null),
                interval.orElse(null),
                items(object, currency),
                reductions(object),
                attributes(object));
    }

    private static List<Item> items(ApiObject object, Currency currency) {
        List<Item> items = new ArrayList<>();
        for (ApiObject item : object.list("subscription_items")) {
            items.add(Item.of(item, currency, object.list("item_tiers")));
        }
        if (items.isEmpty()) {
            if (!object.has("plan_id")) {
                throw object.missing("subscription_items");
            }
            items.add(Item.ofPlan(object, currency));
            for (ApiObject addon : object.list("addons")) {
                items.add(Item.ofAddon(addon, currency));
            }
        }
        items.sort(Comparator.comparing(Item::id));
        return List.copyOf(items);
    }

    private static List<Reduction.Applied> reductions(ApiObject object) {
        List<Reduction.Applied> all = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (ApiObject discount : object.list("discounts")) {
            all.add(Reduction.ofDiscount(discount));
            discount.text("coupon_id").ifPresent(known::add);
        }
        for (ApiObject coupon : object.list("coupons")) {
            if (known.add(coupon.required("coupon_id"))) {
                all.add(Reduction.ofUse(coupon));
            }
        }
        object.text("coupon").filter(known::add).ifPresent(id -> all.add(new Reduction.Applied(id, null, null, null)));
        all.sort(Comparator.comparing(Reduction.Applied::id));
        return List.copyOf(all);
    }

    /** Its whole months; empty if it has none. */
    private static Optional<Term> term(ApiObject term, Optional<BillingInterval> interval) {
        Optional<Moment> start = term.moment("contract_start");
        Optional<Moment> end = term.moment("contract_end");
        long months;
        if (start.isPresent() && end.isPresent()) {
            months = ChronoUnit.MONTHS.between(
                    start.get().date(ZoneOffset.UTC), end.get().date(ZoneOffset.UTC));
        } else {
            int cycles = term.integer("billing_cycle").orElse(0);
            months = interval.map(i -> i.period().toTotalMonths() * cycles).orElse(0L);
        }
        String action = term.text("action_at_term_end").orElse("renew");
        return months < 1
                ? Optional.empty()
                : Optional.of(new Term(
                        Math.toIntExact(months),
                        action.equals("cancel") ? Term.Renewal.ON_REQUEST : Term.Renewal.AUTOMATIC,
                        term.integer("cancellation_cutoff_period").orElse(0)));
    }

    /** Metadata and custom fields, which begin with {@code cf_}. */
    static Map<String, String> attributes(ApiObject object) {
        Map<String, String> found = new TreeMap<>(object.metadata("meta_data"));
        found.putAll(object.metadata("metadata"));
        object.node().fieldNames().forEachRemaining(field -> {
            if (field.startsWith("cf_") && object.node().path(field).isValueNode()) {
                object.text(field).ifPresent(value -> found.putIfAbsent(field.substring(3), value));
            }
        });
        return Collections.unmodifiableMap(found);
    }

    /** The same with other items. */
    SubscriptionTerms with(List<Item> others) {
        return new SubscriptionTerms(
                id,
                account,
                status,
                currency,
                start,
                modified,
                billedFrom,
                billedTo,
                trial,
                pause,
                cancel,
                term,
                interval,
                List.copyOf(others),
                reductions,
                attributes);
    }
}
