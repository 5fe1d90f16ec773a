package io.revops.load.zendesk;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.RevenueBook;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.Domains;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
import io.revops.time.Moment;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Organisations, and the people who ask and answer. */
final class People {
    private static final String CUSTOM = "custom_";

    /**
     * A user.
     *
     * @param role end-user, agent or admin; absent if it is not written
     */
    private record User(
            String id,
            @Nullable String organization,
            @Nullable String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable Moment created) {}

    private final Context context;
    private final Registry<Account> accounts =
            new Registry<>(Comparator.comparing(a -> a.attributes().size()));
    private final Registry<User> users = new Registry<>(Comparator.comparing(u -> u.organization() == null ? 0 : 1));

    People(Context context) {
        this.context = context;
    }

    Verdict organization(SheetRow row) {
        Account.Builder account = Account.builder(row.required("id"))
                .name(row.textOrNull("name"))
                .created(row.moment("created_at").orElse(null))
                .domain(row.text("domain_names", "domain_name")
                        .map(names ->
                                names.replaceAll("[\\[\\]\"']", " ").strip().split("[,;\\s]+", -1)[0])
                        .flatMap(Domains::ofWebsite)
                        .orElse(null))
                .attribute("external_id", row.textOrNull("external_id"))
                .source(row.source());
        for (String column : row.columns()) {
            if (column.startsWith(CUSTOM)) {
                account.attribute(column.substring(CUSTOM.length()), row.textOrNull(column));
            }
        }
        Account built = account.build();
        return accounts.add(built.id().value(), built, row.source());
    }

    Verdict user(SheetRow row) {
        String id = row.required("id");
        User user = new User(
                id,
                row.textOrNull("organization_id"),
                row.textOrNull("role"),
                row.textOrNull("name"),
                row.textOrNull("email"),
                row.moment("created_at").orElse(null));
        return users.add(id, user, row.source());
    }

    void settle() {
        accounts.settle(context.log());
        users.settle(context.log());
    }

    /** The organisation of a ticket, or else of who asked. */
    Optional<AccountId> account(@Nullable String organization, @Nullable String requester) {
        @Nullable User user = users.find(requester);
        return Optional.ofNullable(organization)
                .or(() -> Optional.ofNullable(user == null ? null : user.organization()))
                .map(AccountId::new);
    }

    /** Who asked, if the person is a contact in the book. */
    Optional<ContactId> contact(@Nullable String requester) {
        @Nullable User user = users.find(requester);
        return user != null && isContact(user) ? Optional.of(new ContactId(user.id())) : Optional.empty();
    }

    /** Whether somebody answers: an agent, or, where no role is written, anybody but who asked. */
    boolean answers(String user, @Nullable String requester) {
        @Nullable User known = users.find(user);
        return !user.equals(requester)
                && (known == null || known.role() == null || !known.role().equalsIgnoreCase("end-user"));
    }

    private static boolean isContact(User user) {
        return user.organization() != null
                && (user.role() == null || user.role().equalsIgnoreCase("end-user"));
    }

    /**
     * Adds accounts and contacts.
     *
     * @param named the accounts that tickets name, which are known by their id only if there is no file of organisations
     */
    void addTo(RevenueBook.Builder book, Set<AccountId> named) {
        accounts.ids().forEach(id -> book.add(accounts.get(id)));
        for (String id : users.ids()) {
            User user = users.get(id);
            if (user.organization() != null && isContact(user)) {
                named.add(new AccountId(user.organization()));
                book.add(Contact.builder(id, user.organization())
                        .name(user.name())
                        .email(user.email())
                        .created(user.created())
                        .source(users.place(id))
                        .build());
            }
        }
        if (accounts.isEmpty()) {
            named.forEach(id -> book.add(Account.builder(id).build()));
        }
    }
}
