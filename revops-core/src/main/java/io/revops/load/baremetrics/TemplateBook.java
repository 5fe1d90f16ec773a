package io.revops.load.baremetrics;

import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Product;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import io.revops.load.export.Domains;
import io.revops.load.export.Registry;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The subscriptions of a template, with the customers and plans that their rows name. */
final class TemplateBook {
    private record Customer(@Nullable String name, @Nullable String email) {}

    private final Registry<TemplateRow> rows;
    private final LoadLog log;

    TemplateBook(Registry<TemplateRow> rows, LoadLog log) {
        this.rows = rows;
        this.log = log;
    }

    RevenueBook.Builder book() {
        RevenueBook.Builder book = RevenueBook.builder();
        Map<String, Account> accounts = new TreeMap<>();
        Map<String, Customer> customers = new TreeMap<>();
        Map<String, Product> products = new TreeMap<>();
        for (String id : rows.ids()) {
            TemplateRow row = rows.get(id);
            Source place = rows.place(id);
            book.add(row.subscription(place));
            Customer customer = new Customer(row.customerName(), row.customerEmail());
            @Nullable Customer known = customers.putIfAbsent(row.customer(), customer);
            if (known == null) {
                accounts.put(row.customer(), account(row, place));
            } else if (!known.equals(customer)) {
                differs(row.customer(), "customer_name", Objects.toString(row.customerName(), ""), place);
            }
            @Nullable Product plan = products.putIfAbsent(row.plan(), product(row, place));
            if (plan != null && !plan.equals(product(row, place))) {
                differs(row.plan(), "plan_name", Objects.toString(row.planName(), ""), place);
            }
        }
        return book.add(accounts.values()).add(products.values());
    }

    private static Account account(TemplateRow row, Source place) {
        return Account.builder(row.customer())
                .name(row.customerName())
                .domain(
                        row.customerEmail() == null
                                ? null
                                : Domains.ofEmail(row.customerEmail()).orElse(null))
                .source(place)
                .build();
    }

    private static Product product(TemplateRow row, Source place) {
        return Product.builder(row.plan())
                .name(row.planName())
                .kind(ProductKind.RECURRING)
                .source(place)
                .build();
    }

    private void differs(String id, String column, String value, Source place) {
        log.issue(new Issue(
                IssueCode.CONFLICT,
                Severity.WARNING,
                place,
                "",
                column,
                value,
                "Another row says something else of " + id
                        + ", and that of the first subscription_oid holds. Maybe make the rows agree."));
    }
}
