package io.revops.forecast.pipeline;

import io.revops.book.Activity;
import io.revops.ledger.RevenueView;
import io.revops.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The open deals of a pipeline that may not close as their sellers say, each with the evidence.
 *
 * <p>What is usual is learnt from the same pipeline, as it was seen on its day: days in a stage from the completed stays of won
 * deals, amounts from what the same seller has won. Where that is too little, the deal is not judged, and it is said so. The
 * quantile of n stays is the smallest number of days at or below which there is at least its share of them.
 */
public final class DealRisks {
    private final Pipeline pipeline;
    private final RiskThresholds thresholds;
    private final Map<String, LocalDate> activities;
    private final Map<String, double[]> stays = new TreeMap<>();
    private final Map<String, double[]> wonBySeller = new TreeMap<>();
    private final List<RiskFlag> flags = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();

    private DealRisks(Pipeline pipeline, RiskThresholds thresholds, Map<String, LocalDate> activities) {
        this.pipeline = pipeline;
        this.thresholds = thresholds;
        this.activities = activities;
        learn();
        for (DealPath deal : pipeline.open()) {
            passed(deal);
            stalled(deal);
            pushed(deal);
            quiet(deal);
            large(deal);
        }
    }

    /** The risks of the open deals, with no activities known: a deal is quiet if it has not changed. */
    public static DealRisks of(Pipeline pipeline) {
        return of(pipeline, RiskThresholds.standard(), Map.of());
    }

    /**
     * The risks of the open deals.
     *
     * @param activities the day of the last activity by the id of the deal; those after the as-of day are not seen
     */
    public static DealRisks of(Pipeline pipeline, RiskThresholds thresholds, Map<String, LocalDate> activities) {
        Map<String, LocalDate> seen = new TreeMap<>(activities);
        seen.values().removeIf(day -> day.isAfter(pipeline.asOf()));
        return new DealRisks(pipeline, thresholds, seen);
    }

    /** The day of the last activity of each deal in a view's book, by the id of the deal, up to the end of the view's span. */
    public static Map<String, LocalDate> activities(RevenueView view) {
        Map<String, LocalDate> last = new TreeMap<>();
        for (Activity activity : view.book().all(Activity.class)) {
            LocalDate day = activity.at().date(view.policy().zone());
            if (day.isBefore(view.span().to())) {
                activity.opportunity().ifPresent(deal -> last.merge(deal.value(), day, (a, b) -> a.isAfter(b) ? a : b));
            }
        }
        return last;
    }

    /** All flags, by deal. */
    public List<RiskFlag> flags() {
        return Collections.unmodifiableList(flags);
    }

    /** The flags of a deal. */
    public List<RiskFlag> of(String deal) {
        return flags.stream().filter(f -> f.deal().equals(deal)).toList();
    }

    /** What could not be judged of which deal, and why. */
    public List<String> notJudged() {
        return Collections.unmodifiableList(notJudged);
    }

    private void learn() {
        Map<String, List<Double>> days = new TreeMap<>();
        Map<String, List<Double>> amounts = new TreeMap<>();
        for (DealPath deal : pipeline.deals()) {
            if (!deal.isWon()) {
                continue;
            }
            for (StageVisit visit : StageVisit.of(deal, pipeline.asOf())) {
                days.computeIfAbsent(visit.stage(), s -> new ArrayList<>()).add((double) visit.days());
            }
            DealStep last = deal.last();
            if (last.owner().isPresent() && last.amount().isPresent()) {
                amounts.computeIfAbsent(last.owner().get(), s -> new ArrayList<>())
                        .add(last.amountOrZero());
            }
        }
        days.forEach((stage, list) -> stays.put(stage, sorted(list)));
        amounts.forEach((seller, list) -> wonBySeller.put(seller, sorted(list)));
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantile(double[] sorted, double probability) {
        int rank = BigDecimal.valueOf(probability)
                .multiply(BigDecimal.valueOf(sorted.length))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return sorted[Math.max(rank, 1) - 1];
    }

    private void passed(DealPath deal) {
        deal.last().closeDate().filter(day -> day.isBefore(pipeline.asOf())).ifPresent(day -> {
            long late = ChronoUnit.DAYS.between(day, pipeline.asOf());
            flag(
                    deal,
                    RiskFlag.Kind.CLOSE_DATE_PASSED,
                    (double) late,
                    0,
                    0,
                    "it was to close on " + day + ", " + days(late) + " ago.");
        });
    }

    private void stalled(DealPath deal) {
        List<StageVisit> visits = StageVisit.of(deal, pipeline.asOf());
        if (visits.isEmpty()) {
            return;
        }
        StageVisit now = visits.get(visits.size() - 1);
        double[] usual = stays.getOrDefault(now.stage(), new double[0]);
        if (usual.length < thresholds.fewestStays()) {
            notJudged.add(deal.id() + ": whether it is stalled in (" + now.stage() + "), which won deals have left "
                    + usual.length + (usual.length == 1 ? " time" : " times") + " and not "
                    + thresholds.fewestStays() + ".");
            return;
        }
        double limit = quantile(usual, thresholds.stalledAt());
        if (now.days() > limit) {
            flag(
                    deal,
                    RiskFlag.Kind.STALLED,
                    (double) now.days(),
                    limit,
                    usual.length,
                    "it has stood in (" + now.stage() + ") for " + days(now.days()) + "; of " + usual.length
                            + " stays of won deals " + StageWeight.percent(thresholds.stalledAt()) + " took "
                            + days((long) limit) + " or less.");
        }
    }

    private void pushed(DealPath deal) {
        int pushes = 0;
        Optional<LocalDate> before = Optional.empty();
        for (DealStep step : deal.steps()) {
            Optional<LocalDate> now = step.closeDate();
            if (now.isPresent()) {
                boolean later =
                        before.filter(b -> month(now.get()).isAfter(month(b))).isPresent();
                pushes += later && step.isOpen() ? 1 : 0;
                before = now;
            }
        }
        if (pushes >= thresholds.pushes()) {
            flag(
                    deal,
                    RiskFlag.Kind.PUSHED,
                    pushes,
                    thresholds.pushes(),
                    0,
                    "its close date was moved to a later month " + pushes + (pushes == 1 ? " time" : " times")
                            + ", last to " + before.map(LocalDate::toString).orElse("") + ".");
        }
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    private void quiet(DealPath deal) {
        LocalDate changed = deal.last().day();
        Optional<LocalDate> activity = Optional.ofNullable(activities.get(deal.id()));
        LocalDate last = activity.filter(a -> a.isAfter(changed)).orElse(changed);
        long quiet = ChronoUnit.DAYS.between(last, pipeline.asOf());
        if (quiet > thresholds.quietDays()) {
            flag(
                    deal,
                    RiskFlag.Kind.QUIET,
                    (double) quiet,
                    thresholds.quietDays(),
                    0,
                    "nothing has happened for " + days(quiet) + ", since "
                            + (last.equals(changed) ? "it changed on " : "the activity of ") + last + ".");
        }
    }

    private void large(DealPath deal) {
        Optional<String> owner = deal.last().owner();
        if (owner.isEmpty() || deal.last().amount().isEmpty()) {
            return;
        }
        double[] won = wonBySeller.getOrDefault(owner.get(), new double[0]);
        if (won.length < thresholds.fewestWon()) {
            notJudged.add(deal.id() + ": whether it is large for " + owner.get() + ", who has won " + won.length
                    + (won.length == 1 ? " deal" : " deals") + " and not " + thresholds.fewestWon() + ".");
            return;
        }
        double middle = quantile(won, 0.5);
        double limit = thresholds.amountTimes() * middle;
        double amount = deal.last().amountOrZero();
        if (amount > limit && limit > 0) {
            flag(
                    deal,
                    RiskFlag.Kind.LARGE_FOR_SELLER,
                    amount,
                    limit,
                    won.length,
                    "its amount is " + print(amount) + "; the middle one of " + won.length + " deals that "
                            + owner.get() + " has won is " + print(middle) + ", the largest "
                            + print(won[won.length - 1]) + ".");
        }
    }

    private String print(double amount) {
        return Unit.MONEY.print(OneCurrency.money(amount, pipeline.currency()));
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }

    private void flag(DealPath deal, RiskFlag.Kind kind, double found, double limit, long cases, String evidence) {
        flags.add(new RiskFlag(deal.id(), kind, found, limit, cases, evidence));
    }

    /** {@code 17 flags of 9 deals, 4 not judged}. */
    @Override
    public String toString() {
        long deals = flags.stream().map(RiskFlag::deal).distinct().count();
        return flags.size() + (flags.size() == 1 ? " flag of " : " flags of ") + deals
                + (deals == 1 ? " deal, " : " deals, ") + notJudged.size() + " not judged";
    }
}
