package io.revops.load.salesforce;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityId;
import io.revops.book.OpportunityLine;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.salesforce.DealHistory.Step;
import io.revops.load.salesforce.Records.Version;
import io.revops.load.salesforce.Rows.Written;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The deals, with what happened to them and what they sell. */
final class Deals {
    private final Context context;
    private final Stages stages;
    private final DealLines lines;
    private final Records<OpportunityRow> records;
    private final Rows<DealEvent> events = new Rows<>();

    Deals(Context context, StageMap map, DealLines lines) {
        this.context = context;
        this.stages = new Stages(map);
        this.lines = lines;
        records = new Records<>(context, row -> OpportunityRow.of(row, context.currency()));
    }

    Verdict row(CrmRow row) {
        return records.read(row);
    }

    Verdict event(DealEvent event, CrmRow row) {
        return events.add(event.deal() + "@" + event.entry(), event, row);
    }

    void addTo(RevenueBook.Builder book) {
        records.settle(row -> row.id().value());
        for (Written<OpportunityRow> written : records.current()) {
            OpportunityRow now = written.value();
            stages.learn(now.state());
            versions(now).forEach(v -> stages.learn(v.row().state()));
        }
        Map<OpportunityId, List<DealEvent>> happened = events();
        Map<OpportunityId, List<OpportunityLine>> sold = lines.byDeal(records);
        for (Written<OpportunityRow> written : records.current()) {
            OpportunityId id = written.value().id();
            book.add(deal(written, history(written, happened.getOrDefault(id, List.of())))
                    .lines(sold.getOrDefault(id, List.of()))
                    .build());
        }
    }

    private List<Version<OpportunityRow>> versions(OpportunityRow now) {
        return records.versions(now.id().value());
    }

    private DealHistory history(Written<OpportunityRow> written, List<DealEvent> happened) {
        OpportunityRow now = written.value();
        List<Step> steps = versions(now).stream()
                .map(v -> new Step(v.start(), "version@" + v.start(), v.row().state()))
                .toList();
        if (steps.isEmpty() && happened.isEmpty()) {
            context.notes().count(written.source(), Note.NO_HISTORY);
            return DealHistory.ofRow(now);
        }
        DealHistory history =
                steps.isEmpty() ? DealHistory.ofEvents(now, happened) : DealHistory.ofVersions(now, steps);
        Moment begins = history.steps().get(0).at();
        if (begins.date(ZoneOffset.UTC).isAfter(now.created().date(ZoneOffset.UTC))) {
            context.notes().count(written.source(), Note.LATE_HISTORY);
        }
        return history;
    }

    private Opportunity.Builder deal(Written<OpportunityRow> written, DealHistory history) {
        OpportunityRow now = written.value();
        if (now.isForeignType()) {
            context.notes().count(written.source(), Note.TYPE);
        }
        if (now.foreignCategory()) {
            context.notes().count(written.source(), Note.CATEGORY);
        }
        DealChanges changes = DealChanges.of(now, history, stages);
        if (!changes.differing().equals(DealState.NONE)) {
            List<String> columns = changes.differing().columns();
            context.log()
                    .issue(new Issue(
                            IssueCode.CONFLICT,
                            Severity.NOTE,
                            written.source(),
                            "opportunity " + now.id(),
                            columns.size() == 1 ? columns.get(0) : "",
                            "",
                            "The row and the last entry of its history differ in " + columns
                                    + ", and the row holds. Maybe the history was exported earlier."));
        }
        return now.deal().changes(changes.list()).source(written.source());
    }

    private Map<OpportunityId, List<DealEvent>> events() {
        Map<OpportunityId, List<DealEvent>> byDeal = new HashMap<>();
        for (Written<DealEvent> written : events.settled(context).values()) {
            DealEvent event = written.value();
            Written<OpportunityRow> deal = records.find(event.deal().value());
            if (deal == null) {
                orphan(context, records, event.deal(), written.source());
            } else if (event.lacksCurrency(deal.value().currency())) {
                noCurrency(context, "Amount", written.source());
            } else {
                if (event.foreignCategory()) {
                    context.notes().count(written.source(), Note.CATEGORY);
                }
                byDeal.computeIfAbsent(event.deal(), d -> new ArrayList<>()).add(event);
            }
        }
        return byDeal;
    }

    static void noCurrency(Context context, String column, Source place) {
        context.log().rejectAccepted(place, IssueCode.MISSING_VALUE, column, "", CrmRow.NO_CURRENCY);
    }

    /** A row that belongs to a deal that was left out, or to none that was read. */
    static void orphan(Context context, Records<OpportunityRow> records, OpportunityId deal, Source place) {
        if (records.isLeftOut(deal.value())) {
            context.notes().count(place, Note.LEFT_WITH_RECORD);
            return;
        }
        context.log()
                .rejectAccepted(
                        place,
                        IssueCode.DANGLING_REFERENCE,
                        "OpportunityId",
                        deal.value(),
                        "It names a deal that is in no file of opportunities. Maybe the deal was purged, or its export is"
                                + " older.");
    }
}
