package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The scores of many accounts as of one day, by one model or by none.
 *
 * @param model fingerprint of the data the model was trained on, and how; empty if there is none
 * @param horizonDays within how many days an account leaves, or does not
 * @param base the log-odds of an account of which nothing is known; 0 without a model
 * @param baseRate of the rows it was trained on; 0 without a model
 * @param scores in the order of the rows
 */
public record RiskScores(
        Optional<String> model, int horizonDays, double base, double baseRate, List<RiskScore> scores) {
    public RiskScores {
        Objects.requireNonNull(model, "model");
        scores = List.copyOf(scores);
    }

    /** How many accounts. */
    public int size() {
        return scores.size();
    }

    /** The score of an account; if it has several days, that of its first row. */
    public RiskScore of(String account) {
        return scores.stream()
                .filter(s -> s.account().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no account (" + account + ") among " + scores.size() + ". Maybe it was not active."));
    }

    /** The accounts most likely to leave; of equal ones the earlier row. A ranking by risk, not by what calling them would change. */
    public List<RiskScore> highest(int most) {
        return scores.stream()
                .filter(RiskScore::isScored)
                .sorted(Comparator.comparingDouble(
                        (RiskScore s) -> -s.probability().orElseThrow()))
                .limit(most)
                .toList();
    }

    /** Those that have asked to go, which no model scores: who ends first is first, of equal ones the earlier row. */
    public List<RiskScore> leaving() {
        return scores.stream()
                .filter(s -> s.agreedEnd().isPresent())
                .sorted(Comparator.comparing((RiskScore s) -> s.agreedEnd().orElseThrow()))
                .toList();
    }

    /** How many are expected to leave: the sum of the probabilities of those that were scored, without those that have asked to go. */
    public double expected() {
        double sum = 0;
        for (RiskScore score : scores) {
            sum += score.probability().value().orElse(0.0);
        }
        return sum;
    }

    /** How many accounts there are in each band. */
    public Map<RiskBand, Long> count(RiskBands bands) {
        Map<RiskBand, Long> counts = new EnumMap<>(RiskBand.class);
        for (RiskBand band : RiskBand.values()) {
            counts.put(band, 0L);
        }
        scores.forEach(s -> counts.merge(bands.of(s.probability()), 1L, Long::sum));
        return counts;
    }

    /** The risk of each segment, in alphabetical order; accounts, expectations and contributions add up to those of all. */
    public SortedMap<String, SegmentRisk> by(Function<String, String> segmentOf) {
        SortedMap<String, List<RiskScore>> bySegment = new TreeMap<>();
        scores.forEach(s -> bySegment
                .computeIfAbsent(segmentOf.apply(s.account()), name -> new ArrayList<>())
                .add(s));
        SortedMap<String, SegmentRisk> segments = new TreeMap<>();
        bySegment.forEach((name, of) -> segments.put(name, segment(name, of)));
        return segments;
    }

    /** All accounts together. */
    public SegmentRisk together() {
        return segment("all", scores);
    }

    private static SegmentRisk segment(String name, List<RiskScore> of) {
        Map<String, Double> sums = new LinkedHashMap<>();
        double expected = 0;
        double logOdds = 0;
        int scored = 0;
        for (RiskScore score : of) {
            if (score.isScored()) {
                scored++;
                expected += score.probability().orElseThrow();
                logOdds += score.logOdds().orElseThrow();
                score.reasons().forEach(r -> sums.merge(r.feature(), r.contribution(), Double::sum));
            }
        }
        List<Map.Entry<String, Double>> contributions = new ArrayList<>();
        sums.forEach((feature, sum) -> contributions.add(Map.entry(feature, sum)));
        return new SegmentRisk(name, scored, of.size() - scored, expected, logOdds, contributions);
    }

    /**
     * What changed since an earlier scoring of the same accounts, those whose risk rose most first; an account that was not scored both times is
     * left out.
     *
     * @throws IllegalArgumentException if the scores are of another model: then the model changed, and not the accounts
     */
    public List<RiskChange> since(RiskScores earlier) {
        if (!model.equals(earlier.model)) {
            throw new IllegalArgumentException(
                    "The earlier scores are of another model (" + earlier.model.orElse("none") + " and "
                            + model.orElse("none") + "). Maybe score both days with one.");
        }
        Map<String, RiskScore> before = new HashMap<>();
        earlier.scores.forEach(s -> before.putIfAbsent(s.account(), s));
        List<RiskChange> changes = new ArrayList<>();
        for (RiskScore now : scores) {
            RiskScore then = before.get(now.account());
            if (then != null && then.isScored() && now.isScored()) {
                changes.add(change(then, now));
            }
        }
        changes.sort(Comparator.comparingDouble(c -> -c.probability().orElseThrow()));
        return changes;
    }

    private static RiskChange change(RiskScore then, RiskScore now) {
        List<RiskChange.Moved> moved = new ArrayList<>();
        for (int f = 0; f < now.reasons().size(); f++) {
            RiskReason before = then.reasons().get(f);
            RiskReason after = now.reasons().get(f);
            moved.add(new RiskChange.Moved(
                    after.feature(),
                    before.value(),
                    after.value(),
                    before.contribution(),
                    after.contribution(),
                    before.words(),
                    after.words()));
        }
        return new RiskChange(then, now, moved);
    }

    /** Nobody scored, for one reason; who has asked to go is named all the same. */
    static RiskScores unscored(int horizonDays, FeatureTable today, String why) {
        RiskScores staying = unscored(horizonDays, Tables.staying(today), why);
        return new RiskScores(Optional.empty(), horizonDays, 0, 0, withLeaving(staying.scores, today));
    }

    /** The scores of those that stay, and those that have asked to go, in the order of the table. */
    static List<RiskScore> withLeaving(List<RiskScore> staying, FeatureTable today) {
        List<RiskScore> all = new ArrayList<>();
        Iterator<RiskScore> next = staying.iterator();
        for (FeatureRow row : today.rows()) {
            all.add(row.isLeaving() ? RiskScore.leaving(row) : next.next());
        }
        return all;
    }

    /** Nobody scored, for one reason. */
    static RiskScores unscored(int horizonDays, DataSet today, String why) {
        Reading<Double> none = Reading.undefined(UndefinedCode.NO_MODEL, why);
        List<RiskScore> scores = new ArrayList<>();
        for (int i = 0; i < today.size(); i++) {
            scores.add(new RiskScore(
                    today.group(i), today.date(i), none, OptionalDouble.empty(), List.of(), Optional.empty()));
        }
        return new RiskScores(Optional.empty(), horizonDays, 0, 0, scores);
    }

    /** {@code 412 accounts, 38.2 expected to leave within 90 days}. */
    @Override
    public String toString() {
        long scored = scores.stream().filter(RiskScore::isScored).count();
        return scored + " of " + size() + " accounts scored, "
                + Told.number(expected(), 1)
                + " expected to leave within " + horizonDays + " days"
                + (leaving().isEmpty() ? "" : ", " + leaving().size() + " have asked to go");
    }
}
