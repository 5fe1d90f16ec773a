package io.revops.load.stripe;

import io.revops.book.AccountId;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A subscription object as it stood at a moment: what of it is read. */
record Snapshot(
        String id,
        AccountId account,
        String status,
        @Nullable String currency,
        Instant start,
        Trial trial,
        Cancel cancel,
        @Nullable Instant ended,
        Pause pause,
        Bill bill,
        List<Item> items,
        List<DiscountTerms> discounts,
        Map<String, String> metadata) {

    private static final Set<String> NOT_STARTED = Set.of("incomplete", "incomplete_expired");

    /** One item; no quantity is written for a metered price. */
    record Item(String id, PriceTerms price, @Nullable BigDecimal quantity) {}

    /** When a trial begins and ends. */
    record Trial(@Nullable Instant start, @Nullable Instant end) {}

    /** Whether collection is paused, and until when. */
    record Pause(boolean on, @Nullable Instant resumes) {}

    /** The period that was billed last. */
    record Bill(@Nullable Instant from, @Nullable Instant to) {}

    /** What is said of its end. */
    record Cancel(
            boolean atPeriodEnd,
            @Nullable Instant at,
            @Nullable Instant requested,
            @Nullable String reason,
            @Nullable String feedback) {
        boolean scheduled() {
            return atPeriodEnd || at != null;
        }
    }

    /** Reads the current layout, and those before it. */
    static Snapshot of(ApiObject object, Catalog catalog) {
        String id = object.required("id");
        List<Item> items = new ArrayList<>();
        List<DiscountTerms> discounts = discounts(object, null);
        Optional<Instant> from = object.instant("current_period_start");
        Optional<Instant> to = object.instant("current_period_end");
        for (ApiObject item : object.list("items")) {
            String itemId = item.required("id");
            items.add(new Item(itemId, catalog.pooled(price(item)), quantity(item)));
            discounts.addAll(discounts(item, itemId));
            from = either(from, item.instant("current_period_start"), (a, b) -> a.isBefore(b) ? a : b);
            to = either(to, item.instant("current_period_end"), (a, b) -> a.isAfter(b) ? a : b);
        }
        if (items.isEmpty()) {
            if (!object.has("plan")) {
                throw object.missing("items");
            }
            items.add(new Item(id, catalog.pooled(price(object)), quantity(object)));
        }
        Optional<ApiObject> details = object.child("cancellation_details");
        Optional<ApiObject> pause = object.child("pause_collection");
        return new Snapshot(
                id,
                new AccountId(object.reference("customer").orElseThrow(() -> object.missing("customer"))),
                object.required("status"),
                object.text("currency")
                        .map(code -> object.reading("currency", () -> Money.currency(code)))
                        .map(Currency::getCurrencyCode)
                        .orElse(null),
                object.instant("start_date")
                        .or(() -> object.instant("start"))
                        .or(() -> object.instant("created"))
                        .orElseThrow(() -> object.missing("start_date")),
                new Trial(
                        object.instant("trial_start").orElse(null),
                        object.instant("trial_end").orElse(null)),
                new Cancel(
                        object.flag("cancel_at_period_end"),
                        object.instant("cancel_at").orElse(null),
                        object.instant("canceled_at").orElse(null),
                        details.flatMap(d -> d.text("reason")).orElse(null),
                        details.flatMap(d -> d.text("feedback")).orElse(null)),
                object.instant("ended_at").orElse(null),
                new Pause(
                        pause.isPresent(),
                        pause.flatMap(p -> p.instant("resumes_at")).orElse(null)),
                new Bill(from.orElse(null), to.orElse(null)),
                List.copyOf(items),
                List.copyOf(discounts),
                object.metadata());
    }

    /** Whether it is over. */
    boolean isOver() {
        return ended != null || status.equals("canceled");
    }

    /** Whether the first bill is still open, or was never paid. */
    boolean isNotStarted() {
        return NOT_STARTED.contains(status);
    }

    /** The same just before it ended: its schedule stays, the end goes. */
    Snapshot alive() {
        Cancel asked = cancel.scheduled() ? cancel : new Cancel(false, null, null, null, null);
        return with(isOver() ? "active" : status, asked, null);
    }

    /** The same in another status. */
    Snapshot withStatus(String other) {
        return with(other, cancel, ended);
    }

    private Snapshot with(String status, Cancel cancel, @Nullable Instant ended) {
        return new Snapshot(
                id, account, status, currency, start, trial, cancel, ended, pause, bill, items, discounts, metadata);
    }

    private static PriceTerms price(ApiObject item) {
        return item.child("price")
                .map(PriceTerms::of)
                .or(() -> item.text("price").map(PriceTerms::named))
                .or(() -> item.child("plan").map(PriceTerms::of))
                .or(() -> item.text("plan").map(PriceTerms::named))
                .orElseThrow(() -> item.missing("price"));
    }

    private static @Nullable BigDecimal quantity(ApiObject item) {
        Optional<BigDecimal> quantity = item.decimal("quantity");
        if (quantity.isPresent() && quantity.get().signum() < 0) {
            throw item.bad("quantity", "It is negative. Maybe a correction was booked as a subscription.");
        }
        return quantity.map(q -> q.signum() == 0 ? BigDecimal.ZERO : q.stripTrailingZeros())
                .map(q -> q.scale() < 0 ? q.setScale(0) : q)
                .orElse(null);
    }

    /** The list of discounts, and the single one that was written before there were several. */
    private static List<DiscountTerms> discounts(ApiObject object, @Nullable String item) {
        Optional<DiscountTerms> single = object.child("discount").map(d -> DiscountTerms.of(d, item));
        List<DiscountTerms> found = new ArrayList<>();
        for (ApiObject written : object.list("discounts")) {
            if (written.node().isObject()) {
                found.add(DiscountTerms.of(written, item));
            } else {
                String id = written.node().asText();
                found.add(single.filter(s -> s.id().equals(id)).orElse(DiscountTerms.named(id, item)));
            }
        }
        if (found.isEmpty()) {
            single.ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Instant> either(Optional<Instant> a, Optional<Instant> b, BinaryOperator<Instant> choice) {
        return a.isPresent() && b.isPresent() ? Optional.of(choice.apply(a.get(), b.get())) : a.or(() -> b);
    }
}
