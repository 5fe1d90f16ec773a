package io.revops.health;

import io.revops.ledger.MrrLedger;
import io.revops.metric.Known;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scorecard said of customers, and who left: whether it ranks them, whether its bands differ, and how early it warned.
 *
 * <p>Scores are of what was known on each day, departures of what is known now. A customer who is scored in several months is
 * several cases; the interval of the ranking takes that into account, those of the bands do not and are too narrow by it.
 */
public final class ScorecardBacktest {
    /**
     * What became of the customers of one band.
     *
     * @param band as the scorecard said, overrides counting
     * @param left how many of the cases left; absent if the band had no case
     */
    public record BandOutcome(HealthBand band, Optional<Proportion> left) {
        /** {@code RED 12.0 % left (7.0 to 19.8 %, n = 100)}. */
        @Override
        public String toString() {
            return band + " " + left.map(ScorecardBacktest::print).orElse("no case");
        }
    }

    private final ChurnHorizon horizon;
    private final List<LocalDate> days;
    private final List<LocalDate> tooLate;
    private final List<BandOutcome> bands;
    private final @Nullable RankAccuracy ranking;
    private final int leftCases;
    private final int cases;
    private final LeadTime leadTime;

    private ScorecardBacktest(
            ChurnHorizon horizon,
            List<LocalDate> days,
            List<LocalDate> tooLate,
            List<BandOutcome> bands,
            List<RankAccuracy.Case> ranked,
            LeadTime leadTime) {
        this.horizon = horizon;
        this.days = List.copyOf(days);
        this.tooLate = List.copyOf(tooLate);
        this.bands = List.copyOf(bands);
        ranking = RankAccuracy.of(ranked);
        leftCases = (int) ranked.stream().filter(RankAccuracy.Case::left).count();
        cases = ranked.size();
        this.leadTime = leadTime;
    }

    static ScorecardBacktest of(HealthHistory history, MrrLedger ledger, ChurnHorizon horizon, LocalDate knownUntil) {
        List<LocalDate> days = new ArrayList<>();
        List<LocalDate> tooLate = new ArrayList<>();
        history.days().forEach(day -> (day.plusDays(horizon.days()).isAfter(knownUntil) ? tooLate : days).add(day));
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Of no month is it known who left within " + horizon.days()
                    + " days: the first is " + history.days().get(0) + ", and departures are known until "
                    + knownUntil + ". Maybe earlier months, or a shorter horizon.");
        }
        Departures departures = Departures.of(ledger, Span.of(days.get(0), knownUntil.plusDays(1)));
        List<RankAccuracy.Case> ranked = new ArrayList<>();
        Map<HealthBand, Integer> left = new EnumMap<>(HealthBand.class);
        Map<HealthBand, Integer> all = new EnumMap<>(HealthBand.class);
        for (LocalDate day : days) {
            for (HealthScore score : history.at(day)) {
                boolean gone = departures
                        .after(score.account(), day, day.plusDays(horizon.days()))
                        .isPresent();
                all.merge(score.band(), 1, Integer::sum);
                left.merge(score.band(), gone ? 1 : 0, Integer::sum);
                if (score.score() instanceof Known<BigDecimal> known) {
                    ranked.add(new RankAccuracy.Case(
                            score.account().value(), known.number().doubleValue(), gone));
                }
            }
        }
        List<BandOutcome> bands = Arrays.stream(HealthBand.values())
                .map(band -> new BandOutcome(
                        band,
                        Optional.ofNullable(all.get(band))
                                .map(cases -> new Proportion(left.getOrDefault(band, 0), cases))))
                .toList();
        return new ScorecardBacktest(horizon, days, tooLate, bands, ranked, leadTime(history, departures, knownUntil));
    }

    /** Each departure after a score and before the next month's of the same customer. */
    private static LeadTime leadTime(HealthHistory history, Departures departures, LocalDate knownUntil) {
        List<LocalDate> days = history.days();
        Map<LocalDate, LocalDate> next = new HashMap<>();
        for (int i = 0; i < days.size(); i++) {
            next.put(days.get(i), i + 1 < days.size() ? days.get(i + 1) : knownUntil);
        }
        List<Long> lead = new ArrayList<>();
        int leavers = 0;
        for (HealthPath path : history.paths()) {
            LocalDate redSince = null;
            LocalDate expected = null;
            for (HealthScore score : path.scores()) {
                LocalDate day = score.day();
                if (score.band() != HealthBand.RED) {
                    redSince = null;
                } else if (redSince == null
                        || !day.equals(expected)) { // red anew after months in which it was no customer
                    redSince = day;
                }
                expected = Objects.requireNonNull(next.get(day));
                Optional<LocalDate> left = departures.after(path.account(), day, expected);
                if (left.isPresent() && !left.get().isAfter(knownUntil)) {
                    leavers++;
                    if (redSince != null) {
                        lead.add(ChronoUnit.DAYS.between(redSince, left.get()));
                    }
                    redSince = null;
                }
            }
        }
        return new LeadTime(lead, leavers);
    }

    private static String print(Proportion left) {
        return io.revops.metric.Unit.PERCENT.print(left).replace(" % (", " % left (");
    }

    public ChurnHorizon horizon() {
        return horizon;
    }

    /** The days whose scores were tested. */
    public List<LocalDate> days() {
        return days;
    }

    /** The days that were left out, as it is not yet known who leaves. */
    public List<LocalDate> tooLate() {
        return tooLate;
    }

    /** Red, yellow, green and unknown: how many of each left. */
    public List<BandOutcome> bands() {
        return bands;
    }

    /** What became of a band. */
    public BandOutcome of(HealthBand band) {
        return bands.stream().filter(each -> each.band() == band).findFirst().orElseThrow();
    }

    /** Whether lower scores left; undefined if nobody with a score left, or everybody. */
    public Reading<RankAccuracy> ranking() {
        RankAccuracy found = ranking;
        return found == null
                ? Reading.undefined(
                        UndefinedCode.TOO_FEW_CASES,
                        leftCases + " of " + Texts.count(cases, "case", "cases") + " with a score left within "
                                + horizon.days() + " days: there is no pair to compare")
                : Reading.known(found);
    }

    /** How many days before they left customers turned red. */
    public LeadTime leadTime() {
        return leadTime;
    }

    /** What is to be kept in mind: few departures, bands that do not differ, a ranking that may be chance. */
    public List<String> warnings() {
        List<String> found = new ArrayList<>();
        if (leftCases < 50) {
            found.add(leftCases + " cases left: under 50, no more than a first impression");
        }
        RankAccuracy rank = ranking;
        if (rank != null && rank.low() <= 0.5) {
            found.add("the ranking may be chance: 0.5 is within its interval");
        }
        Optional<Proportion> red = of(HealthBand.RED).left();
        Optional<Proportion> green = of(HealthBand.GREEN).left();
        if (red.isPresent()
                && green.isPresent()
                && red.get().low() <= green.get().high()) {
            found.add("red and green may leave equally often: their intervals meet");
        }
        if (!tooLate.isEmpty()) {
            found.add(Texts.count(tooLate.size(), "month was", "months were") + " left out, from " + tooLate.get(0)
                    + ": it is not yet known who leaves");
        }
        return List.copyOf(found);
    }

    /** Ranking, bands, lead time and warnings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Scores of ")
                .append(Texts.count(days.size(), "month", "months"))
                .append(" from ")
                .append(days.get(0))
                .append(", who left within ")
                .append(horizon.days())
                .append(" days: ")
                .append(leftCases)
                .append(" of ")
                .append(cases)
                .append(" cases\n  lower scores leave: AUC ")
                .append(ranking());
        bands.forEach(band -> text.append("\n  ").append(band));
        text.append("\n  ").append(leadTime);
        warnings().forEach(warning -> text.append("\n  note: ").append(warning));
        return text.toString();
    }
}
