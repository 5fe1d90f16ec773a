package io.revops.load.salesforce;

import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Campaign;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.IssueCode;
import io.revops.book.Lead;
import io.revops.book.LeadId;
import io.revops.book.OpportunityId;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.book.StatusChange;
import io.revops.load.BadRow;
import io.revops.load.LoadLog.Verdict;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users, contacts, leads, campaigns, tasks and events: one row, one fact. */
final class People {
    private final Context context;
    private final Rows<Fact> facts = new Rows<>();

    People(Context context) {
        this.context = context;
    }

    void addTo(RevenueBook.Builder book) {
        facts.settled(context).values().forEach(w -> {
            if (w.value() instanceof Lead lead && !lead.statuses().isEmpty()) {
                context.notes().count(w.source(), Note.NO_LEAD_HISTORY);
            }
            book.add(w.value());
        });
    }

    Verdict user(CrmRow row) {
        return add(
                Rep.builder(row.required("Id"))
                        .name(name(row))
                        .email(row.textOrNull("Email"))
                        .manager(row.text("ManagerId").map(RepId::new).orElse(null))
                        .role(row.textOrNull("Title"))
                        .team(row.textOrNull("Department"))
                        .source(row.source())
                        .build(),
                row);
    }

    Verdict contact(CrmRow row) {
        return add(
                Contact.builder(row.required("Id"), row.required("AccountId"))
                        .name(name(row))
                        .email(row.textOrNull("Email"))
                        .role(row.textOrNull("Title"))
                        .created(row.moment("CreatedDate").orElse(null))
                        .source(row.source())
                        .build(),
                row);
    }

    Verdict lead(CrmRow row) {
        Moment created = row.requiredMoment("CreatedDate");
        Moment since = row.moment("ConvertedDate").orElse(created);
        Lead.Builder lead = Lead.builder(row.required("Id"), created)
                .email(row.textOrNull("Email"))
                .company(row.textOrNull("Company"))
                .leadSource(row.textOrNull("LeadSource"))
                .owner(row.text("OwnerId").map(RepId::new).orElse(null))
                .account(row.text("ConvertedAccountId").map(AccountId::new).orElse(null))
                .contact(row.text("ConvertedContactId").map(ContactId::new).orElse(null))
                .opportunity(row.text("ConvertedOpportunityId")
                        .map(OpportunityId::new)
                        .orElse(null))
                .source(row.source());
        row.text("Status")
                .ifPresent(status -> lead.statuses(
                        StatusChange.builder("status", since, status).build()));
        return add(lead.build(), row);
    }

    Verdict campaign(CrmRow row) {
        boolean priced = row.currency().isPresent() || context.currency() != null;
        return add(
                Campaign.builder(row.required("Id"))
                        .name(row.textOrNull("Name"))
                        .channel(row.textOrNull("Type"))
                        .start(row.day("StartDate").map(Moment::of).orElse(null))
                        .end(row.day("EndDate")
                                .map(d -> Moment.of(d.plusDays(1)))
                                .orElse(null))
                        .budget(
                                priced
                                        ? row.money("BudgetedCost", context.currency())
                                                .orElse(null)
                                        : null)
                        .source(row.source())
                        .build(),
                row);
    }

    Verdict task(CrmRow row) {
        if (!row.flag("IsClosed", true)) {
            context.notes().count(row.source(), Note.OPEN_TASK);
            return Verdict.ACCEPTED;
        }
        Optional<Integer> minutes = row.decimal("CallDurationInSeconds")
                .map(s -> s.divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                        .intValueExact());
        return activity(
                row, List.of("CompletedDateTime", "ActivityDate", "CreatedDate"), "TaskSubtype", "task", minutes);
    }

    Verdict event(CrmRow row) {
        return activity(
                row,
                List.of("StartDateTime", "ActivityDateTime", "ActivityDate"),
                "EventSubtype",
                "meeting",
                row.integer("DurationInMinutes"));
    }

    private Verdict activity(
            CrmRow row, List<String> times, String subtype, String otherwise, Optional<Integer> minutes) {
        Moment at = times.stream()
                .flatMap(c -> row.moment(c).stream())
                .findFirst()
                .orElseThrow(() -> new BadRow(
                        IssueCode.MISSING_VALUE,
                        times.get(0),
                        "",
                        "The row has none of " + times + ". Maybe export one of them."));
        String kind = row.text("Type").or(() -> row.text(subtype)).orElse(otherwise);
        return add(
                Activity.builder(row.required("Id"), at)
                        .kind(kind.toLowerCase(Locale.ROOT))
                        .rep(row.text("OwnerId").map(RepId::new).orElse(null))
                        .lead(of(row, "WhoId", "00Q").map(LeadId::new).orElse(null))
                        .contact(of(row, "WhoId", "003").map(ContactId::new).orElse(null))
                        .account(row.text("AccountId")
                                .or(() -> of(row, "WhatId", "001"))
                                .map(AccountId::new)
                                .orElse(null))
                        .opportunity(
                                of(row, "WhatId", "006").map(OpportunityId::new).orElse(null))
                        .minutes(minutes.orElse(null))
                        .source(row.source())
                        .build(),
                row);
    }

    /** An id in a column that may name records of several tables, if it names one of this; Salesforce's ids begin so. */
    private static Optional<String> of(CrmRow row, String column, String prefix) {
        return row.text(column).filter(id -> id.startsWith(prefix));
    }

    private static @Nullable String name(CrmRow row) {
        String parts = Stream.of("FirstName", "LastName")
                .flatMap(c -> row.text(c).stream())
                .collect(Collectors.joining(" "));
        return row.text("Name").orElse(parts.isEmpty() ? null : parts);
    }

    private Verdict add(Fact fact, CrmRow row) {
        return facts.add(fact.id().kind() + " " + fact.id().value(), fact, row);
    }
}
