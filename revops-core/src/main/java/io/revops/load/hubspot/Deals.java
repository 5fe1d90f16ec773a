package io.revops.load.hubspot;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRow;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The deals, with what happened to them and whose they are. */
final class Deals {
    /** Of the kinds of company that a deal can have, that of the primary one. */
    private static final String PRIMARY = "5";

    private record Owned(String deal, String company, boolean primary) {}

    private final Context context;
    private final Stages stages;
    private final Registry<DealRow> rows = new Registry<>(Comparator.comparing(d -> Optional.ofNullable(d.modified())
            .map(m -> m.instant(ZoneOffset.UTC))
            .orElse(Instant.MIN)));
    private final Registry<DealEvent> events = new Registry<>(
            Comparator.comparing(e -> Optional.ofNullable(e.value()).orElse("")));
    private final Registry<Owned> owned = new Registry<>(Comparator.comparing(Owned::primary));
    private final Set<String> leftOut = new TreeSet<>();

    Deals(Context context, Stages stages) {
        this.context = context;
        this.stages = stages;
    }

    Verdict row(SheetRow row) {
        String id = row.required(DealRow.ID);
        if (row.isDeleted()) {
            context.count(row.source(), Note.DELETED);
            leftOut.add(id);
            return Verdict.ACCEPTED;
        }
        try {
            return rows.add(id, DealRow.of(row, context.currency(), context.attributes()), row.source());
        } catch (BadRow | IllegalArgumentException | ArithmeticException bad) {
            leftOut.add(id);
            throw bad;
        }
    }

    Verdict event(DealEvent event, Source place) {
        return events.add(event.key(), event, place);
    }

    Verdict company(SheetRow row) {
        Owned pair = new Owned(
                row.required("deal_id"),
                row.required("company_id"),
                row.text("type_id").filter(PRIMARY::equals).isPresent()
                        || row.text("category", "type")
                                .filter("primary"::equalsIgnoreCase)
                                .isPresent());
        return owned.add(pair.deal() + "/" + pair.company() + "/" + pair.primary(), pair, row.source());
    }

    void addTo(RevenueBook.Builder book, People people) {
        rows.settle(context.log());
        events.settle(context.log());
        owned.settle(context.log());
        for (String id : rows.ids()) {
            DealRow now = rows.get(id);
            if (now.stage() != null) {
                stages.learn(now.stage(), now.outcome());
            }
        }
        Map<String, List<DealEvent>> happened = events();
        Map<String, String> companies = companies();
        Set<AccountId> named = new TreeSet<>(Comparator.comparing(AccountId::value));
        for (String id : rows.ids()) {
            DealRow now = rows.get(id);
            Source place = rows.place(id);
            List<DealEvent> told = happened.getOrDefault(id, entered(now));
            DealHistory history = new DealHistory(now, ofOneKind(told), stages);
            note(now, history, place);
            @Nullable String company = companies.getOrDefault(id, now.company());
            if (company != null) {
                named.add(new AccountId(company));
            }
            book.add(deal(now, history, company, place));
        }
        if (people.knowsNoCompany()) {
            named.forEach(id -> book.add(Account.builder(id).build()));
        }
    }

    private Opportunity deal(DealRow now, DealHistory history, @Nullable String company, Source place) {
        Opportunity.Builder deal = Opportunity.builder(now.id(), now.created())
                .account(company == null ? null : new AccountId(company))
                .name(now.name())
                .leadSource(now.leadSource())
                .type(DealRow.dealType(now.type()).orElse(null))
                .changes(history.changes())
                .source(place);
        if (DealRow.dealType(now.type()).isEmpty()) {
            deal.attribute("type", now.type());
        }
        stages.pipelineLabel(now.pipeline()).ifPresent(label -> deal.attribute("pipeline", label));
        now.attributes().forEach(deal::attribute);
        return deal.build();
    }

    private void note(DealRow now, DealHistory history, Source place) {
        if (now.stage() == null) {
            context.count(place, Note.NO_STAGE);
        } else if (now.outcome() == null
                && stages.stage(now.stage(), now.pipeline()).outcome() == null) {
            context.count(place, Note.UNKNOWN_STAGE);
        }
        if (now.type() != null && DealRow.dealType(now.type()).isEmpty()) {
            context.count(place, Note.TYPE);
        }
        if (!history.isStaged() && now.stage() != null) {
            context.count(place, Note.NO_HISTORY);
        } else if (history.isLate()) {
            context.count(place, Note.LATE_HISTORY);
        }
        if (!history.differing().isEmpty()) {
            context.log()
                    .issue(new Issue(
                            IssueCode.CONFLICT,
                            Severity.NOTE,
                            place,
                            "opportunity " + now.id(),
                            history.differing().size() == 1
                                    ? history.differing().get(0)
                                    : "",
                            "",
                            "The row and the end of its history differ in " + history.differing()
                                    + ", and the row holds. Maybe the history was exported earlier."));
        }
    }

    private static List<DealEvent> entered(DealRow now) {
        List<DealEvent> entered = new ArrayList<>();
        for (Map.Entry<String, Moment> stage : now.entered().entrySet()) {
            entered.add(new DealEvent(now.id(), DealEvent.STAGE, stage.getKey(), stage.getValue(), true));
        }
        return entered;
    }

    /** The history of properties has the stages too, and more exactly than a table of stages. */
    private static List<DealEvent> ofOneKind(List<DealEvent> events) {
        boolean exact =
                events.stream().anyMatch(e -> !e.fromStages() && e.property().equals(DealEvent.STAGE));
        return exact ? events.stream().filter(e -> !e.fromStages()).toList() : events;
    }

    private Map<String, List<DealEvent>> events() {
        Map<String, List<DealEvent>> byDeal = new HashMap<>();
        for (String key : events.ids()) {
            DealEvent event = events.get(key);
            String deal = event.deal().value();
            if (belongs(deal, events.place(key))) {
                byDeal.computeIfAbsent(deal, d -> new ArrayList<>()).add(event);
            }
        }
        // Columns of dates tell the stages of a deal whose history has other properties only.
        byDeal.forEach((deal, told) -> {
            if (told.stream().noneMatch(e -> e.property().equals(DealEvent.STAGE))) {
                told.addAll(entered(rows.get(deal)));
            }
        });
        return byDeal;
    }

    private boolean belongs(String deal, Source place) {
        if (rows.find(deal) != null) {
            return true;
        }
        if (leftOut.contains(deal)) {
            context.count(place, Note.LEFT_WITH_DEAL);
        } else {
            context.log()
                    .rejectAccepted(
                            place,
                            IssueCode.DANGLING_REFERENCE,
                            "deal_id",
                            deal,
                            "It names a deal that is in no file of deals. Maybe the deal was purged, or its export is older.");
        }
        return false;
    }

    private Map<String, String> companies() {
        Map<String, TreeSet<String>> all = new HashMap<>();
        Map<String, String> primary = new HashMap<>();
        for (String key : owned.ids()) {
            Owned pair = owned.get(key);
            if (belongs(pair.deal(), owned.place(key))) {
                all.computeIfAbsent(pair.deal(), d -> new TreeSet<>()).add(pair.company());
                if (pair.primary()) {
                    primary.putIfAbsent(pair.deal(), pair.company());
                }
            }
        }
        Map<String, String> one = new HashMap<>();
        all.forEach((deal, companies) -> {
            if (companies.size() > 1) {
                context.count(rows.place(deal), Note.SEVERAL_COMPANIES);
            }
            one.put(deal, primary.getOrDefault(deal, companies.first()));
        });
        return one;
    }
}
