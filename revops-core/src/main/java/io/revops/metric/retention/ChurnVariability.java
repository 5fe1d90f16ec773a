package io.revops.metric.retention;

import io.revops.book.FactId;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much the monthly churn rate varies over the whole months of a span: of revenue, or of accounts. */
public final class ChurnVariability implements Metric<Variability> {
    private record Row(FactId subject, @Nullable String segment, Map<Part<?>, Long> units) {}

    private final MetricDefinition definition;
    private final Part<?> opening;
    private final Part<?> lost;

    private ChurnVariability(String id, String title, String formula, Part<?> opening, Part<?> lost) {
        this.opening = opening;
        this.lost = lost;
        definition = MetricDefinition.of(
                        id, title, "standard deviation and mean over months of " + formula, Unit.PERCENT)
                .better(Better.DOWN)
                .adds(Adds.NONE, Adds.NONE)
                .movedBy("reporting zone", "free account", "churn timing", "past due")
                .edges(
                        "fewer than 3 whole months with something at their opening: undefined",
                        "a month that the span has only a part of is left out, and so is one that opens with nothing",
                        "each month is measured on its own, at the exchange rates of its opening",
                        "nothing lost in any month: standard deviation 0, no coefficient of variation")
                .reference("Sample standard deviation, n - 1; coefficient of variation = standard deviation / mean")
                .build();
    }

    /** Of revenue churn. */
    public static ChurnVariability ofMrr() {
        return new ChurnVariability(
                "churn.mrr.variability", "Variability of revenue churn", "-churn / opening", Part.OPENING, Part.CHURN);
    }

    /** Of logo churn. */
    public static ChurnVariability ofLogos() {
        return new ChurnVariability(
                "churn.logo.variability",
                "Variability of logo churn",
                "lost accounts / active at opening",
                Part.ACTIVE_AT_OPENING,
                Part.LOST_ACCOUNTS);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Map<String, Row> rows = new TreeMap<>();
        List<Part<?>> parts = new ArrayList<>();
        Optional<Currency> currency = Optional.empty();
        for (Span month : view.span().months()) {
            if (!Span.containing(month.from(), Cadence.MONTH).equals(month)) {
                continue;
            }
            Evidence one = opening.equals(Part.OPENING)
                    ? AccountLines.cohort(view.during(month), cut)
                    : AccountLines.cohortCounts(view.during(month), cut);
            if (one.undefined().isPresent()) {
                return one;
            }
            currency = one.currency();
            Part<?> before = opening.labelled(month.toString());
            Part<?> gone = lost.labelled(month.toString());
            parts.addAll(List.of(before, gone));
            one.lines().forEach(line -> {
                String segment = line.segment().orElse(null);
                Row row = rows.computeIfAbsent(
                        line.subject().value() + '\n' + segment,
                        k -> new Row(line.subject(), segment, new LinkedHashMap<>()));
                row.units().put(before, units(line.get(opening)));
                row.units().put(gone, units(line.get(lost)));
            });
        }
        Evidence.Builder lines = currency.map(Evidence::in).orElseGet(Evidence::counting);
        lines.parts(parts.toArray(new Part<?>[0])).named(AccountLines.names(view));
        for (Row row : rows.values()) {
            lines.line(row.subject(), row.segment());
            row.units().forEach(lines::units);
        }
        return lines.build();
    }

    private static long units(Object value) {
        return value instanceof RunRate rate ? rate.microsPerYear().longValueExact() : (Long) value;
    }

    @Override
    public Reading<Variability> conclude(Evidence evidence) {
        Map<String, BigDecimal> openings = new LinkedHashMap<>();
        Map<String, BigDecimal> losses = new LinkedHashMap<>();
        for (Part<?> part : evidence.parts()) {
            if (part.labels().size() == 1) {
                (part.kind().equals(opening) ? openings : losses)
                        .merge(part.labels().get(0), amount(evidence.total(part)), BigDecimal::add);
            }
        }
        List<Double> rates = new ArrayList<>();
        openings.forEach((month, before) -> {
            if (before.signum() > 0) {
                BigDecimal gone = losses.getOrDefault(month, BigDecimal.ZERO).abs();
                rates.add(Ratio.of(gone, before).value());
            }
        });
        return Variability.of(rates);
    }

    private static BigDecimal amount(Object value) {
        return value instanceof RunRate rate ? rate.perYear().amount() : BigDecimal.valueOf((Long) value);
    }
}
