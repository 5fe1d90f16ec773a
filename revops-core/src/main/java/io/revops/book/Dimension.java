package io.revops.book;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A way to cut a number: by industry, by product, by owner. It names the subject it is an attribute of (an account, an item of
 * a subscription, a deal or a representative) and reads its value as it was just before an instant.
 *
 * <p>A dimension of accounts also cuts what belongs to one: its items and its deals. A value that is not there is
 * {@value #NOT_SET}, a segment like any other, so that segments add up.
 */
public final class Dimension {
    /** The segment of what has no value. */
    public static final String NOT_SET = "(not set)";

    /** What a dimension is an attribute of. */
    public enum Subject {
        ACCOUNT,
        ITEM,
        DEAL,
        REP
    }

    /** How a value is found. */
    @FunctionalInterface
    public interface Lookup {
        /**
         * Finds the value for a subject.
         *
         * @param subject an id of the dimension's subject
         * @param before the value as it was just before this instant
         * @param zone in which days begin
         */
        Optional<String> find(RevenueBook book, FactId subject, Instant before, ZoneId zone);
    }

    public static final Dimension ACCOUNT =
            new Dimension("account", Subject.ACCOUNT, (book, id, before, zone) -> Optional.of(id.value()));
    public static final Dimension INDUSTRY = attribute("industry");
    public static final Dimension REGION = attribute("region");
    public static final Dimension COUNTRY = attribute("country");
    public static final Dimension SEGMENT = attribute("segment");
    public static final Dimension TIER = attribute("tier");

    /** Who looks after the account, by name if the representative is known. */
    public static final Dimension OWNER = new Dimension(
            "owner",
            Subject.ACCOUNT,
            (book, id, before, zone) -> book.account((AccountId) id)
                    .flatMap(a -> a.attribute("owner", before, zone))
                    .map(rep -> repName(book, new RepId(rep))));

    public static final Dimension PRODUCT = new Dimension(
            "product",
            Subject.ITEM,
            (book, id, before, zone) -> product((ItemId) id)
                    .map(p -> book.find(Product.class, p).flatMap(Product::name).orElse(p.value())));
    public static final Dimension PRODUCT_LINE = ofProduct("product line", Product::line);
    public static final Dimension PRODUCT_TIER = ofProduct("product tier", Product::tier);
    public static final Dimension SUBSCRIPTION = new Dimension(
            "subscription",
            Subject.ITEM,
            (book, id, before, zone) -> Optional.of(((ItemId) id).subscription().value()));
    public static final Dimension BILLING_INTERVAL = new Dimension(
            "billing interval",
            Subject.ITEM,
            (book, id, before, zone) -> price(book, (ItemId) id, before, zone)
                    .flatMap(Price::interval)
                    .map(BillingInterval::toString));

    public static final Dimension DEAL_TYPE =
            ofDeal("deal type", (deal, state) -> deal.type().map(DealType::name));
    public static final Dimension LEAD_SOURCE = ofDeal("lead source", (deal, state) -> deal.leadSource());
    public static final Dimension STAGE = ofDeal("stage", (deal, state) -> state.stage());
    public static final Dimension FORECAST_CATEGORY =
            ofDeal("forecast category", (deal, state) -> state.category().map(ForecastCategory::name));

    /** Who owns the deal, by name if the representative is known. */
    public static final Dimension DEAL_OWNER = new Dimension(
            "deal owner",
            Subject.DEAL,
            (book, id, before, zone) -> book.find(Opportunity.class, id)
                    .flatMap(d -> d.at(before, zone).owner())
                    .map(rep -> repName(book, rep)));

    private final String name;
    private final Subject subject;
    private final Lookup lookup;

    private Dimension(String name, Subject subject, Lookup lookup) {
        this.name = Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The dimension has no name. Maybe industry, or another attribute.");
        }
        this.subject = Objects.requireNonNull(subject, "subject");
        this.lookup = Objects.requireNonNull(lookup, "lookup");
    }

    /** An attribute of accounts by its name, a custom one too. */
    public static Dimension attribute(String name) {
        return new Dimension(
                name,
                Subject.ACCOUNT,
                (book, id, before, zone) -> book.account((AccountId) id).flatMap(a -> a.attribute(name, before, zone)));
    }

    /** An attribute of deals by its name in the CRM. */
    public static Dimension dealAttribute(String name) {
        return ofDeal(
                name, (deal, state) -> Optional.ofNullable(deal.attributes().get(name)));
    }

    /** A dimension of a host's own. */
    public static Dimension of(String name, Subject subject, Lookup lookup) {
        return new Dimension(name, subject, lookup);
    }

    public String name() {
        return name;
    }

    public Subject subject() {
        return subject;
    }

    /**
     * The value for a subject, or for what belongs to one: of a dimension of accounts also for a subscription, an item or a deal.
     *
     * @return the value, or {@value #NOT_SET}
     * @throws IllegalArgumentException if the dimension does not apply to such a subject
     */
    public String valueFor(RevenueBook book, FactId id, Instant before, ZoneId zone) {
        FactId of = id;
        if (subject == Subject.ACCOUNT && !(id instanceof AccountId)) {
            Optional<AccountId> account = accountOf(book, id);
            if (account.isEmpty()) {
                return NOT_SET;
            }
            of = account.get();
        } else if (!appliesTo(id)) {
            throw new IllegalArgumentException(
                    "The dimension (" + name + ") is one of " + subject + "s, and cannot cut by " + id.kind()
                            + ". Maybe choose a metric whose lines are " + subject + "s.");
        }
        return lookup.find(book, of, before, zone).filter(v -> !v.isBlank()).orElse(NOT_SET);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    private boolean appliesTo(FactId id) {
        return switch (subject) {
            case ACCOUNT -> id instanceof AccountId;
            case ITEM -> id instanceof ItemId;
            case DEAL -> id instanceof OpportunityId;
            case REP -> id instanceof RepId;
        };
    }

    private static Optional<AccountId> accountOf(RevenueBook book, FactId id) {
        Optional<AccountId> written = Optional.empty();
        if (id instanceof ItemId item) {
            written = book.find(Subscription.class, item.subscription()).map(Subscription::account);
        } else if (id instanceof SubscriptionId) {
            written = book.find(Subscription.class, id).map(Subscription::account);
        } else if (id instanceof OpportunityId) {
            written = book.find(Opportunity.class, id).flatMap(Opportunity::account);
        }
        return written.map(book::canonical);
    }

    private static Optional<ProductId> product(ItemId item) {
        return Optional.ofNullable(item.product());
    }

    private static String repName(RevenueBook book, RepId rep) {
        return book.find(Rep.class, rep).flatMap(Rep::name).orElse(rep.value());
    }

    private static Optional<Price> price(RevenueBook book, ItemId item, Instant before, ZoneId zone) {
        return book.find(Subscription.class, item.subscription()).stream()
                .flatMap(s -> Entries.current(s.items()).stream())
                .filter(c -> c.item().equals(item.item())
                        && c.price().isPresent()
                        && c.effective().instant(zone).isBefore(before))
                .reduce((a, b) -> b)
                .flatMap(ItemChange::price);
    }

    private static Dimension ofProduct(String name, java.util.function.Function<Product, Optional<String>> value) {
        return new Dimension(
                name,
                Subject.ITEM,
                (book, id, before, zone) -> product((ItemId) id)
                        .flatMap(p -> book.find(Product.class, p))
                        .flatMap(value));
    }

    private static Dimension ofDeal(
            String name, java.util.function.BiFunction<Opportunity, OpportunityState, Optional<String>> value) {
        return new Dimension(
                name,
                Subject.DEAL,
                (book, id, before, zone) ->
                        book.find(Opportunity.class, id).flatMap(d -> value.apply(d, d.at(before, zone))));
    }
}
