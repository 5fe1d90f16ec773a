package io.revops.load.hubspot;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.Rep;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.Domains;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Companies, contacts and owners. */
final class People {
    private static final Map<String, String> ATTRIBUTES = new TreeMap<>(Map.of(
            "industry", "industry",
            "country", "country",
            "owner", "hubspot_owner_id",
            "type", "type",
            "lifecycle", "lifecyclestage"));

    private record Person(
            String id,
            @Nullable String company,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable Moment created) {}

    private final Context context;
    private final Registry<Account> accounts =
            new Registry<>(Comparator.comparing(a -> a.attributes().size()));
    private final Registry<Person> contacts = new Registry<>(Comparator.comparing(p -> p.company() == null ? 0 : 1));
    private final Registry<Rep> owners =
            new Registry<>(Comparator.comparing(r -> r.name().orElse("")));
    private final Registry<String> companies = new Registry<>(Comparator.<String>naturalOrder());

    People(Context context) {
        this.context = context;
    }

    Verdict company(SheetRow row) {
        Optional<BigDecimal> revenue = row.decimal("annualrevenue", "annual_revenue");
        @Nullable
        Currency currency = row.currency("hs_annual_revenue_currency_code").orElse(context.currency());
        Account.Builder account = Account.builder(row.required("id", "company_id", "hs_object_id", "record_id"))
                .name(row.textOrNull("name", "company_name"))
                .created(row.read(DealRow::moment, "createdate", "create_date").orElse(null))
                .parent(row.text("hs_parent_company_id", "parent_company_id")
                        .map(AccountId::new)
                        .orElse(null))
                .domain(row.text("domain", "company_domain_name", "website")
                        .flatMap(Domains::ofWebsite)
                        .orElse(null))
                .employees(
                        row.integer("numberofemployees", "number_of_employees").orElse(null))
                .companyRevenue(revenue.isPresent() && currency != null ? Money.of(revenue.get(), currency) : null)
                .source(row.source());
        ATTRIBUTES.forEach((name, column) -> account.attribute(name, row.textOrNull(column)));
        DealRow.chosen(row, context.attributes()).forEach(account::attribute);
        Account built = account.build();
        return accounts.add(built.id().value(), built, row.source());
    }

    Verdict contact(SheetRow row) {
        String id = row.required("id", "contact_id", "hs_object_id", "record_id");
        String name = row.text("firstname", "first_name").orElse("") + " "
                + row.text("lastname", "last_name").orElse("");
        Person person = new Person(
                id,
                row.textOrNull("associatedcompanyid", "associated_company_ids", "primary_associated_company_id"),
                name.isBlank() ? null : name.strip(),
                row.textOrNull("email"),
                row.textOrNull("jobtitle", "job_title"),
                row.read(DealRow::moment, "createdate", "create_date").orElse(null));
        return contacts.add(id, person, row.source());
    }

    Verdict contactCompany(SheetRow row) {
        String contact = row.required("contact_id");
        String company = row.required("company_id");
        return companies.add(contact + "/" + company, contact + "\n" + company, row.source());
    }

    Verdict owner(SheetRow row) {
        String name = row.text("first_name", "firstname").orElse("") + " "
                + row.text("last_name", "lastname").orElse("");
        Rep rep = Rep.builder(row.required("owner_id", "id"))
                .name(name.isBlank() ? null : name.strip())
                .email(row.textOrNull("email"))
                .team(row.textOrNull("team", "team_name"))
                .source(row.source())
                .build();
        return owners.add(rep.id().value(), rep, row.source());
    }

    /** Whether no file of companies was read, so that a deal's is known by its id only. */
    boolean knowsNoCompany() {
        return accounts.isEmpty();
    }

    void addTo(RevenueBook.Builder book) {
        accounts.settle(context.log());
        contacts.settle(context.log());
        owners.settle(context.log());
        companies.settle(context.log());
        accounts.ids().forEach(id -> book.add(accounts.get(id)));
        owners.ids().forEach(id -> book.add(owners.get(id)));
        Map<String, String> first = new TreeMap<>();
        for (String key : companies.ids()) {
            String[] pair = companies.get(key).split("\n", -1);
            first.putIfAbsent(pair[0], pair[1]);
        }
        for (String id : contacts.ids()) {
            Person person = contacts.get(id);
            Source place = contacts.place(id);
            @Nullable
            String company = person.company() == null
                    ? first.get(id)
                    : person.company().split("[;,]", -1)[0].strip();
            if (company == null) {
                context.count(place, Note.NO_COMPANY);
            } else {
                book.add(Contact.builder(id, company)
                        .name(person.name())
                        .email(person.email())
                        .role(person.role())
                        .created(person.created())
                        .source(place)
                        .build());
            }
        }
    }
}
