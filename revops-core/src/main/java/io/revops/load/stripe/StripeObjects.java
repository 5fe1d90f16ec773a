package io.revops.load.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRow;
import io.revops.load.LoadLog;
import io.revops.load.export.ApiObject;
import io.revops.load.export.Domains;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
import io.revops.time.Moment;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts objects by their kind, keeps them by id, and makes a book of them when all are read. */
final class StripeObjects {
    /** What is not read, by file and kind. */
    private record Unread(String file, String kind) implements Comparable<Unread> {
        @Override
        public int compareTo(Unread other) {
            return Comparator.comparing(Unread::file)
                    .thenComparing(Unread::kind)
                    .compare(this, other);
        }
    }

    private final LoadLog log;
    private final Catalog catalog = new Catalog();
    private final Products products = new Products(catalog);
    private final Registry<Account> accounts =
            new Registry<>(Comparator.comparing(a -> a.attributes().size()));
    private final Registry<Snapshot> subscriptions = new Registry<>(
            Comparator.comparing(s -> Optional.ofNullable(s.bill().from()).orElse(s.start())));
    private final Registry<SubscriptionEvent> events = new Registry<>(Comparator.comparing(SubscriptionEvent::created));
    private final Billing billing;
    private final Map<Unread, Long> unread = new TreeMap<>();

    StripeObjects(LoadLog log) {
        this.log = log;
        this.billing = new Billing(log);
    }

    void read(JsonNode node, Source place) {
        ApiObject object = ApiObject.of(node);
        String kind = node.path("object").asText();
        if (Billing.isRead(kind)) {
            log.read(
                    place, () -> node.path("deleted").asBoolean() ? deleted(place) : billing.read(kind, object, place));
            return;
        }
        switch (kind) {
            case "customer" ->
                log.read(place, () -> accounts.add(object.required("id"), account(object, place), place));
            case "product" -> log.read(place, () -> products.add(object, place));
            case "price" ->
                log.read(place, () -> catalog.prices.add(object.required("id"), PriceTerms.of(object), place));
            case "plan" ->
                log.read(place, () -> catalog.plans.add(object.required("id"), PriceTerms.of(object), place));
            case "coupon" ->
                log.read(place, () -> catalog.coupons.add(object.required("id"), Coupon.of(object), place));
            case "discount" ->
                log.read(
                        place,
                        () -> catalog.discounts.add(object.required("id"), DiscountTerms.of(object, null), place));
            case "subscription" ->
                log.read(place, () -> {
                    Snapshot snapshot = Snapshot.of(object, catalog);
                    return subscriptions.add(snapshot.id(), snapshot, place);
                });
            case "event" -> event(object, place);
            case "" ->
                log.read(place, () -> {
                    throw new BadRow(
                            IssueCode.UNKNOWN_KIND,
                            "object",
                            "",
                            "There is no field that says what the object is. Maybe the file was made by something else than"
                                    + " Stripe's API.");
                });
            default -> unread.merge(new Unread(place.file(), kind), 1L, Long::sum);
        }
    }

    /** Reads a row of a table, and says what became of it. */
    LoadLog.Verdict read(StripeTable table, SheetRow row) {
        Source place = row.source();
        ApiObject object = ApiObject.of(table.object(row));
        if (object.flag("deleted")) {
            return deleted(place);
        }
        return switch (table) {
            case CUSTOMER -> accounts.add(object.required("id"), account(object, place), place);
            case PRODUCT -> products.add(object, place);
            case PRICE -> catalog.prices.add(object.required("id"), PriceTerms.of(object), place);
            case PLAN -> catalog.plans.add(object.required("id"), PriceTerms.of(object), place);
            default -> billing.read(object.required("object"), object, place);
        };
    }

    private LoadLog.Verdict deleted(Source place) {
        return billing.leave(place, "rows are deleted, and were left out. Maybe nothing is wrong.");
    }

    private void event(ApiObject object, Source place) {
        String type = object.node().path("type").asText();
        if (SubscriptionEvent.isRead(type)) {
            log.read(place, () -> {
                SubscriptionEvent event = SubscriptionEvent.of(object, catalog);
                return events.add(event.id(), event, place);
            });
        } else {
            unread.merge(new Unread(place.file(), "event " + type), 1L, Long::sum);
        }
    }

    private Account account(ApiObject customer, Source place) {
        Account.Builder account = Account.builder(customer.required("id"))
                .name(customer.text("name").orElse(null))
                .created(customer.instant("created").map(Moment::of).orElse(null))
                .domain(customer.text("email").flatMap(Domains::ofEmail).orElse(null))
                .attribute(
                        "country",
                        customer.child("address")
                                .flatMap(a -> a.text("country"))
                                .orElse(null))
                .attribute(
                        "currency",
                        customer.text("currency")
                                .map(c -> c.toUpperCase(Locale.ROOT))
                                .orElse(null))
                .source(place);
        customer.metadata().forEach(account::attribute);
        customer.child("discount")
                .map(d -> d.child("source").orElse(d))
                .filter(d -> d.has("coupon"))
                .ifPresent(d -> log.issue(new Issue(
                        IssueCode.UNKNOWN_KIND,
                        Severity.WARNING,
                        place,
                        "account " + customer.required("id"),
                        "discount",
                        "",
                        "A discount of the whole customer is not applied. Maybe apply it to the subscriptions.")));
        return account.build();
    }

    RevenueBook.Builder book() {
        catalog.settle(log);
        accounts.settle(log);
        products.settle(log);
        subscriptions.settle(log);
        events.settle(log);
        RevenueBook.Builder book = RevenueBook.builder();
        accounts.ids().forEach(id -> book.add(accounts.get(id)));
        products.into(book);
        new Histories(catalog, accounts, subscriptions, events, log).into(book);
        billing.into(book, catalog);
        unread.forEach(
                (what, count) -> log.issue(
                        new Issue(
                                IssueCode.UNKNOWN_KIND,
                                Severity.NOTE,
                                new Source(StripeExport.SYSTEM, what.file(), 0),
                                "",
                                "object",
                                what.kind(),
                                count
                                        + " of this kind were not read. Maybe nothing is wrong: they are needed neither for subscriptions nor for invoices.")));
        return book;
    }
}
