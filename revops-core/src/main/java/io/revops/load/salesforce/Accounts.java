package io.revops.load.salesforce;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.salesforce.Records.Version;
import io.revops.load.salesforce.Rows.Written;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The accounts, with the attributes that changed. */
final class Accounts {
    /** A row of AccountHistory: one field before and afterwards. */
    private record FieldChange(
            AccountId account,
            Moment at,
            String entry,
            Optional<String> attribute,
            Optional<String> before,
            Optional<String> after) {
        Instant instant() {
            return at.instant(ZoneOffset.UTC);
        }
    }

    private final Context context;
    private final Records<AccountRow> records;
    private final Rows<FieldChange> fields = new Rows<>();

    Accounts(Context context) {
        this.context = context;
        records = new Records<>(context, row -> AccountRow.of(row, context.currency()));
    }

    Verdict row(CrmRow row) {
        return records.read(row);
    }

    Verdict field(CrmRow row) {
        String field = row.required("Field");
        Moment at = row.requiredMoment("CreatedDate");
        Optional<String> after = row.text("NewValue");
        FieldChange change = new FieldChange(
                new AccountId(row.required("AccountId")),
                at,
                row.text("Id").orElse(field + "@" + at + "=" + after.orElse("")),
                AccountRow.attribute(field, row),
                row.text("OldValue"),
                after);
        return fields.add(change.account() + "@" + change.entry(), change, row);
    }

    void addTo(RevenueBook.Builder book) {
        records.settle(row -> row.id().value());
        Map<AccountId, List<FieldChange>> changed = fields();
        for (Written<AccountRow> written : records.current()) {
            AccountId id = written.value().id();
            book.add(account(written, records.versions(id.value()), changed.getOrDefault(id, List.of())));
        }
    }

    private Account account(Written<AccountRow> written, List<Version<AccountRow>> stood, List<FieldChange> changed) {
        AccountRow now = written.value();
        if (now.foreignWebsite()) {
            context.notes().count(written.source(), Note.WEBSITE);
        }
        Map<String, AttributeHistory> histories = new TreeMap<>();
        fromVersions(histories, stood);
        fromFields(histories, changed);
        List<String> differing = new ArrayList<>();
        Set<String> names = new TreeSet<>(now.attributes().keySet());
        names.addAll(histories.keySet());
        Account.Builder account = now.account().source(written.source());
        for (String name : names) {
            Optional<String> value = Optional.ofNullable(now.attributes().get(name));
            AttributeHistory history = histories.get(name);
            if (history == null) {
                account.attribute(name, value.orElse(null));
                continue;
            }
            if (now.columns().contains(name) && !history.latest().equals(value)) {
                differing.add(name);
                history.end(now.modified(), begins(now, stood), value);
            }
            history.addTo(account);
        }
        if (!differing.isEmpty()) {
            context.log()
                    .issue(new Issue(
                            IssueCode.CONFLICT,
                            Severity.NOTE,
                            written.source(),
                            "account " + now.id(),
                            differing.size() == 1 ? differing.get(0) : "",
                            "",
                            "The row and the last entry of its history differ in " + differing
                                    + ", and the row holds. Maybe the history was exported earlier."));
        }
        return account.build();
    }

    private static Moment begins(AccountRow now, List<Version<AccountRow>> stood) {
        if (!stood.isEmpty()) {
            return stood.get(stood.size() - 1).start();
        }
        return now.created() != null ? now.created() : Moment.of(Instant.EPOCH);
    }

    private static void fromVersions(Map<String, AttributeHistory> histories, List<Version<AccountRow>> stood) {
        for (Version<AccountRow> version : stood) {
            for (String name : version.row().columns()) {
                Optional<String> value =
                        Optional.ofNullable(version.row().attributes().get(name));
                AttributeHistory history = histories.get(name);
                if (history == null) {
                    history = new AttributeHistory(name);
                    history.open(value.orElse(null));
                    histories.put(name, history);
                } else if (!history.latest().equals(value)) {
                    history.change(version.start(), name + "@" + version.start(), value);
                }
            }
        }
    }

    private static void fromFields(Map<String, AttributeHistory> histories, List<FieldChange> changed) {
        Set<String> versioned = Set.copyOf(histories.keySet());
        changed.stream()
                .sorted(Comparator.comparing(FieldChange::instant).thenComparing(FieldChange::entry))
                .forEach(change -> {
                    String name = change.attribute().orElseThrow();
                    if (versioned.contains(name)) {
                        return;
                    }
                    AttributeHistory history = histories.get(name);
                    if (history == null) {
                        history = new AttributeHistory(name);
                        history.open(change.before().orElse(null));
                        histories.put(name, history);
                    }
                    history.change(change.at(), change.entry(), change.after());
                });
    }

    private Map<AccountId, List<FieldChange>> fields() {
        Map<AccountId, List<FieldChange>> byAccount = new HashMap<>();
        for (Written<FieldChange> written : fields.settled(context).values()) {
            FieldChange change = written.value();
            if (records.find(change.account().value()) != null) {
                if (change.attribute().isPresent()) {
                    byAccount
                            .computeIfAbsent(change.account(), a -> new ArrayList<>())
                            .add(change);
                }
            } else if (records.isLeftOut(change.account().value())) {
                context.notes().count(written.source(), Note.LEFT_WITH_RECORD);
            } else {
                context.log()
                        .rejectAccepted(
                                written.source(),
                                IssueCode.DANGLING_REFERENCE,
                                "AccountId",
                                change.account().value(),
                                "It names an account that is in no file of accounts. Maybe the account was merged into"
                                        + " another, or its export is older.");
            }
        }
        return byAccount;
    }
}
