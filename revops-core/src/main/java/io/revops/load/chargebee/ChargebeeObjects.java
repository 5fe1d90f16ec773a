package io.revops.load.chargebee;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRow;
import io.revops.load.LoadLog;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.ApiObject;
import io.revops.load.export.Domains;
import io.revops.load.export.Registry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sorts objects by their kind, keeps them by id, and makes a book of them when all are read. */
final class ChargebeeObjects {
    private static final List<String> KINDS =
            List.of("subscription", "customer", "item_price", "item", "plan", "addon", "coupon");

    private final LoadLog log;
    private final Catalog catalog = new Catalog();
    private final Registry<Account> accounts =
            new Registry<>(Comparator.comparing(a -> a.attributes().size()));
    private final Registry<SubscriptionTerms> subscriptions =
            new Registry<>(Comparator.comparing(s -> Optional.ofNullable(s.modified())
                    .map(m -> m.instant(ZoneOffset.UTC))
                    .orElse(Instant.MIN)));
    private final Map<String, Long> deleted = new TreeMap<>();
    private final Map<String, Map<String, Long>> unread = new TreeMap<>();

    ChargebeeObjects(LoadLog log) {
        this.log = log;
    }

    /** An element of a list, which holds an object under each of its kinds, or an object with its kind in a field. */
    void read(JsonNode node, Source place) {
        ApiObject whole = ApiObject.of(node);
        String kind = node.path("object").asText();
        List<String> inside =
                KINDS.stream().filter(k -> node.path(k).isObject()).toList();
        if (kind.isEmpty() && !inside.isEmpty()) {
            log.read(place, () -> {
                inside.stream()
                        .skip(1)
                        .forEach(each -> mention(each, whole.child(each).orElseThrow(), place));
                return one(inside.get(0), whole.child(inside.get(0)).orElseThrow(), place);
            });
        } else if (KINDS.contains(kind)) {
            log.read(place, () -> one(kind, whole, place));
        } else if (kind.isEmpty()) {
            log.read(place, () -> {
                throw new BadRow(
                        IssueCode.UNKNOWN_KIND,
                        "object",
                        "",
                        "There is no field that says what the object is. Maybe the file was made by something else than"
                                + " Chargebee's API.");
            });
        } else {
            unread.computeIfAbsent(place.file(), f -> new TreeMap<>()).merge(kind, 1L, Long::sum);
        }
    }

    /** A row of a table: a subscription, or one item of it, with its customer as far as it is written. */
    Verdict read(FlatRow row, Source place) {
        ApiObject object = ApiObject.of(row.subscription());
        if (object.flag("deleted")) {
            return leftOut(place);
        }
        SubscriptionTerms terms = SubscriptionTerms.of(object);
        if (row.customer().size() > 1) {
            mention("customer", ApiObject.of(row.customer()), place);
        }
        return subscriptions.add(terms.id() + "\n" + row.item(), terms, place);
    }

    /** What stands in a row beside that which the row is about. */
    private void mention(String kind, ApiObject object, Source place) {
        if (kind.equals("customer") && !object.flag("deleted")) {
            accounts.mention(object.required("id"), account(object, place), place);
        } else if (kind.equals("item_price")) {
            catalog.prices.mention(object.required("id"), ItemPrice.of(object, null), place);
        }
    }

    private Verdict one(String kind, ApiObject object, Source place) {
        if (object.flag("deleted")) {
            return leftOut(place);
        }
        return switch (kind) {
            case "customer" -> accounts.add(object.required("id"), account(object, place), place);
            case "item" -> catalog.item(object, place);
            case "item_price" -> catalog.prices.add(object.required("id"), ItemPrice.of(object, null), place);
            case "plan", "addon" -> catalog.prices.add(object.required("id"), ItemPrice.of(object, kind), place);
            case "coupon" -> catalog.coupons.add(object.required("id"), Reduction.ofCoupon(object), place);
            default -> {
                SubscriptionTerms terms = SubscriptionTerms.of(object);
                yield subscriptions.add(terms.id() + "\n", terms, place);
            }
        };
    }

    private Verdict leftOut(Source place) {
        deleted.merge(place.file(), 1L, Long::sum);
        return Verdict.ACCEPTED;
    }

    private static Account account(ApiObject customer, Source place) {
        String person = String.join(
                " ",
                customer.text("first_name").orElse(""),
                customer.text("last_name").orElse(""));
        Account.Builder account = Account.builder(customer.required("id"))
                .name(customer.text("company").orElse(person.isBlank() ? null : person.strip()))
                .created(customer.moment("created_at").orElse(null))
                .parent(customer.child("relationship")
                        .flatMap(r -> r.text("parent_id"))
                        .map(AccountId::new)
                        .orElse(null))
                .domain(customer.text("email").flatMap(Domains::ofEmail).orElse(null))
                .attribute(
                        "country",
                        customer.child("billing_address")
                                .flatMap(a -> a.text("country"))
                                .orElse(null))
                .attribute("currency", customer.text("preferred_currency_code").orElse(null))
                .source(place);
        SubscriptionTerms.attributes(customer).forEach(account::attribute);
        return account.build();
    }

    RevenueBook.Builder book() {
        catalog.settle(log);
        boolean customersKnown = !accounts.isEmpty();
        accounts.settle(log);
        subscriptions.settle(log);
        RevenueBook.Builder book = RevenueBook.builder();
        TreeSet<AccountId> paying = new TreeSet<>(Comparator.comparing(AccountId::value));
        Map<String, List<String>> keys = new TreeMap<>();
        for (String key : subscriptions.ids()) {
            keys.computeIfAbsent(key.substring(0, key.indexOf('\n')), id -> new ArrayList<>())
                    .add(key);
        }
        keys.forEach((id, all) -> {
            String best = best(all);
            SubscriptionTerms terms = joined(best, all);
            paying.add(terms.account());
            Source place = subscriptions.place(best);
            book.add(new Facts(catalog, terms, place, log).subscription(place));
        });
        accounts.ids().forEach(id -> book.add(accounts.get(id)));
        if (!customersKnown) {
            paying.forEach(id -> book.add(Account.builder(id).build()));
        }
        catalog.into(book);
        notes(!keys.isEmpty());
        return book;
    }

    private String best(List<String> keys) {
        return keys.stream()
                .max(Comparator.comparing((String key) -> Optional.ofNullable(
                                        subscriptions.get(key).modified())
                                .map(m -> m.instant(ZoneOffset.UTC))
                                .orElse(Instant.MIN))
                        .thenComparing(Comparator.<String>naturalOrder().reversed()))
                .orElseThrow();
    }

    /** The subscription with the items of every row of it that says the same otherwise. */
    private SubscriptionTerms joined(String best, List<String> keys) {
        SubscriptionTerms terms = subscriptions.get(best);
        Map<String, Item> items = new TreeMap<>();
        for (String key : keys) {
            SubscriptionTerms other = subscriptions.get(key);
            if (other.with(List.of()).equals(terms.with(List.of()))) {
                other.items().forEach(item -> items.put(item.id(), item));
            } else {
                log.rejectAccepted(
                        subscriptions.place(key),
                        IssueCode.CONFLICT,
                        "id",
                        terms.id(),
                        "The same subscription is written with another content at " + subscriptions.place(best)
                                + ", which was kept. Maybe two exports of different days lie in one folder.");
            }
        }
        return terms.with(List.copyOf(items.values()));
    }

    private void notes(boolean any) {
        if (any) {
            note(
                    "",
                    IssueCode.NO_HISTORY,
                    "",
                    "Every subscription was taken as unchanged since its start: the export says how they stand. Maybe keep"
                            + " exports of several dates.");
        }
        deleted.forEach((file, count) -> note(
                file,
                IssueCode.UNKNOWN_KIND,
                "",
                count + " rows are marked as deleted, and were left out. Maybe restore them if they should count."));
        unread.forEach(
                (file, kinds) -> kinds.forEach(
                        (kind, count) -> note(
                                file,
                                IssueCode.UNKNOWN_KIND,
                                kind,
                                count
                                        + " of this kind were not read. Maybe nothing is wrong: they are not needed for subscriptions.")));
    }

    private void note(String file, IssueCode code, @Nullable String value, String reason) {
        log.issue(new Issue(
                code,
                Severity.NOTE,
                new Source(ChargebeeExport.SYSTEM, file, 0),
                "",
                "",
                value == null ? "" : value,
                reason));
    }
}
