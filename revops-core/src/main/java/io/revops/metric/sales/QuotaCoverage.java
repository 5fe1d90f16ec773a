package io.revops.metric.sales;

import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.DealCurrency;
import io.revops.metric.Deals;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often the quota of a span is covered by the pipeline that was open at its opening and was expected to close in it.
 *
 * <p>Only the quotas of those count who have nobody below them, on any level, with a quota of the same days, since a
 * manager's quota repeats those of the team.
 */
public final class QuotaCoverage implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "pipeline.coverage",
                    "Coverage of quota",
                    "pipeline open at the opening and expected to close in the span / quota of the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.NONE, Adds.NONE)
            .movedBy("reporting zone", "exchange rates")
            .edges(
                    "nobody has a quota in the span: undefined",
                    "a quota covers other days than the span: undefined, since a part of a quota is nobody's promise",
                    "amounts are converted at the opening's rate; what is already won is in neither",
                    "a cut divides the pipeline of each segment by the whole quota")
            .reference("Open pipeline of the period over the quota of the period")
            .build();

    /** The metric; it has no options. */
    public QuotaCoverage() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Optional<Evidence> none = Deals.noBook(view);
        if (none.isPresent()) {
            return none.get();
        }
        Span span = view.span();
        List<Quota> quotas = counted(view);
        if (quotas.isEmpty()) {
            return Evidence.undefined(
                    UndefinedCode.NO_QUOTA,
                    "Nobody has a quota in " + span + ". Maybe load quotas.csv, or another span.");
        }
        Optional<Quota> partial = quotas.stream()
                .filter(q ->
                        q.span().from().isBefore(span.from()) || q.span().to().isAfter(span.to()))
                .findFirst();
        if (partial.isPresent()) {
            return Evidence.undefined(
                    UndefinedCode.PARTIAL_QUOTA,
                    "Quota " + partial.get().id() + " covers " + partial.get().span() + ", more than " + span
                            + ". Maybe measure over whole quota periods.");
        }
        return lines(view, cut, quotas);
    }

    private static Evidence lines(RevenueView view, Cut cut, List<Quota> quotas) {
        Instant start = view.span().start(view.policy().zone());
        List<Deals.Standing> open = Deals.open(view, start).stream()
                .filter(d -> d.state().closeDate().filter(view.span()::contains).isPresent())
                .toList();
        List<Money> amounts = new ArrayList<>(quotas.stream().map(Quota::amount).toList());
        open.forEach(d -> d.state().amount().ifPresent(amounts::add));
        DealCurrency currency =
                new DealCurrency(view, amounts, view.span().from().minusDays(1));
        if (currency.problem().isPresent()) {
            return currency.problem().get();
        }
        Evidence.Builder lines = Evidence.in(currency.currency())
                .parts(Part.PIPELINE, Part.QUOTA)
                .named(Deals.names(view));
        Set<String> segments = new HashSet<>();
        for (Deals.Standing deal : open) {
            String segment = cut.segment(view, deal.deal().id(), start);
            if (segment != null) {
                segments.add(segment);
            }
            lines.line(deal.deal().id(), segment);
            deal.state().amount().map(currency::told).ifPresent(a -> lines.set(Part.PIPELINE, a));
        }
        for (Quota quota : quotas) {
            Money told = currency.told(quota.amount());
            if (cut.dimension().isEmpty()) {
                lines.line(quota.id()).set(Part.QUOTA, told);
            } else {
                segments.stream()
                        .sorted()
                        .forEach(s -> lines.line(quota.id(), s).set(Part.QUOTA, told));
            }
        }
        return currency.problem().orElseGet(lines::build);
    }

    private static List<Quota> counted(RevenueView view) {
        List<Quota> overlapping = view.book().quotas().stream()
                .filter(q -> q.span().overlaps(view.span()))
                .toList();
        List<Quota> ofReps =
                overlapping.stream().filter(q -> q.rep().isPresent()).toList();
        if (ofReps.isEmpty()) {
            return overlapping;
        }
        Set<RepId> managers = new HashSet<>();
        for (Quota quota : ofReps) {
            Optional<RepId> above = manager(view, quota.rep().orElseThrow());
            while (above.isPresent() && managers.add(above.get())) {
                above = manager(view, above.get());
            }
        }
        List<Quota> sellers = ofReps.stream()
                .filter(q -> !managers.contains(q.rep().orElseThrow()))
                .toList();
        return sellers.isEmpty() ? ofReps : sellers;
    }

    private static Optional<RepId> manager(RevenueView view, RepId rep) {
        return view.book().find(Rep.class, rep).flatMap(Rep::manager);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        Money quota = evidence.total(Part.QUOTA);
        if (quota.isZero()) {
            return Reading.undefined(
                    UndefinedCode.NO_QUOTA, "The quota is zero, so there is nothing to cover. Maybe another span.");
        }
        return Reading.known(Ratio.of(evidence.total(Part.PIPELINE), quota));
    }
}
