package io.revops.health;

import io.revops.book.AccountId;
import io.revops.metric.Known;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one customer is at the end of a day: 0 to 100, what brought each point, what is not known, and the band. */
public final class HealthScore {
    private final AccountId account;
    private final String name;
    private final LocalDate day;
    private final Reading<RunRate> arr;
    private final String profile;
    private final List<FactorShare> factors;
    private final List<MissingFactor> missing;
    private final double leastWeight;
    private final HealthLimits limits;
    private final @Nullable HealthOverride override;

    HealthScore(
            Customer customer,
            String profile,
            List<FactorShare> factors,
            List<MissingFactor> missing,
            double leastWeight,
            HealthLimits limits,
            Optional<HealthOverride> override) {
        account = customer.id();
        name = customer.name();
        day = customer.day();
        arr = customer.arr();
        this.profile = Objects.requireNonNull(profile, "profile");
        this.factors = List.copyOf(factors);
        this.missing = List.copyOf(missing);
        this.leastWeight = leastWeight;
        this.limits = Objects.requireNonNull(limits, "limits");
        this.override = override.orElse(null);
    }

    public AccountId account() {
        return account;
    }

    /** What the account is called. */
    public String name() {
        return name;
    }

    /** The day at whose end it was so. */
    public LocalDate day() {
        return day;
    }

    /** What the customer is worth a year. */
    public Reading<RunRate> arr() {
        return arr;
    }

    /** The name of the profile that was used. */
    public String profile() {
        return profile;
    }

    /** The sum of the shares, 0 to 100; undefined if too little of the weight is known. */
    public Reading<BigDecimal> score() {
        if (factors.isEmpty() || known() < leastWeight) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_FACTORS,
                    "only " + Texts.percent(known()) + " of the weight is known, and "
                            + Texts.percent(leastWeight) + " is the least. Missing: "
                            + String.join(
                                    ", ",
                                    missing.stream().map(MissingFactor::factor).toList()));
        }
        return Reading.known(factors.stream().map(FactorShare::points).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The share of the weight that is known, 0 to 1. */
    public double known() {
        double known = factors.stream().mapToDouble(FactorShare::weight).sum();
        double absent = missing.stream().mapToDouble(MissingFactor::weight).sum();
        return known / (known + absent);
    }

    /** The band: the override's while it holds, else the score's. */
    public HealthBand band() {
        return override().map(HealthOverride::band).orElseGet(this::bandOfScore);
    }

    /** The band that the score alone gives. */
    public HealthBand bandOfScore() {
        return score().value().map(limits::band).orElse(HealthBand.UNKNOWN);
    }

    /** What was said instead, while it holds. */
    public Optional<HealthOverride> override() {
        return Optional.ofNullable(override).filter(o -> o.holds(day));
    }

    /** What was said last and holds no longer, so that the score counts again. */
    public Optional<HealthOverride> expired() {
        return Optional.ofNullable(override).filter(o -> !o.holds(day));
    }

    /** What is known, in the order of the scorecard. */
    public List<FactorShare> factors() {
        return factors;
    }

    /** What is not known, in the order of the scorecard. */
    public List<MissingFactor> missing() {
        return missing;
    }

    /**
     * The share of a factor.
     *
     * @throws IllegalArgumentException if the score has none of that name
     */
    public FactorShare factor(String named) {
        return factors.stream()
                .filter(share -> share.factor().equals(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The score of (" + account + ") has no factor (" + named
                        + "). Maybe one of "
                        + factors.stream().map(FactorShare::factor).toList() + ", if it is not missing: "
                        + missing + "."));
    }

    /** The factors that cost the most points, the most first; those that cost nothing are not there. */
    public List<FactorShare> weakest(int n) {
        return factors.stream()
                .filter(share -> share.lost().signum() > 0)
                .sorted(Comparator.comparing(FactorShare::lost).reversed())
                .limit(n)
                .toList();
    }

    /** Name, score and band in one line. */
    public String headline() {
        return label() + " "
                + (score() instanceof Known<BigDecimal> known ? known.number() + " " : "")
                + band()
                + override().map(o -> ", overridden").orElse("");
    }

    String label() {
        return name.equals(account.value()) ? name : name + " (" + account + ")";
    }

    /** The headline with day and profile, a line for each factor, and what was said instead. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(headline())
                .append(" at the end of ")
                .append(day)
                .append(" (profile ")
                .append(profile)
                .append(", ")
                .append(Texts.percent(known()))
                .append(" of the weight known)");
        List<List<String>> lines = new ArrayList<>();
        factors.forEach(
                share -> lines.add(List.of(share.factor(), share.points() + " of " + share.most(), share.text())));
        missing.forEach(factor -> lines.add(List.of(factor.factor(), "missing", factor.why())));
        text.append(Texts.columns(lines, 1));
        override()
                .ifPresent(o -> text.append("\n  ")
                        .append(o)
                        .append("; the score alone says ")
                        .append(bandOfScore()));
        expired().ifPresent(o -> text.append("\n  no longer: ").append(o));
        return text.toString();
    }
}
