package io.revops.health;

import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How a success team tells a healthy customer from one in danger: factors with weights, bands, other weights for some
 * customers, and what people said instead.
 *
 * <p>A factor without a figure does not count, and the others count more; below a share of the weight there is no score at
 * all. The weights are a convention: {@link HealthHistory#backtest} says what they are worth.
 */
public final class HealthScorecard {
    private final List<HealthFactor> factors;
    private final HealthLimits limits;
    private final List<HealthProfile> profiles;
    private final List<HealthOverride> overrides;
    private final LeastKnown least;

    private HealthScorecard(
            List<HealthFactor> factors,
            HealthLimits limits,
            List<HealthProfile> profiles,
            List<HealthOverride> overrides,
            LeastKnown least) {
        this.factors = List.copyOf(factors);
        this.limits = Objects.requireNonNull(limits, "limits");
        this.profiles = List.copyOf(profiles);
        this.overrides = List.copyOf(overrides);
        this.least = Objects.requireNonNull(least, "least");
        check();
    }

    /**
     * Eight factors (usage 20, usage trend 15, seats used 15, adoption, tickets, sentiment, payment, engagement 10 each), red
     * below 40 and green from 70, and a profile for the first 90 days, in which there is no trend and no survey yet.
     */
    public static HealthScorecard standard() {
        return of(StandardFactors.all())
                .with(HealthProfile.named("onboarding")
                        .tenure(0, 90)
                        .without("usage trend")
                        .without("sentiment")
                        .weigh("adoption", 20)
                        .weigh("engagement", 20));
    }

    /** A scorecard of one's own, with the standard's bands. */
    public static HealthScorecard of(HealthFactor... factors) {
        return of(List.of(factors));
    }

    /** The same from a list. */
    public static HealthScorecard of(List<HealthFactor> factors) {
        return new HealthScorecard(factors, HealthLimits.STANDARD, List.of(), List.of(), LeastKnown.STANDARD);
    }

    private void check() {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("A scorecard has no factors. Maybe HealthScorecard.standard().");
        }
        TreeSet<String> names = new TreeSet<>();
        for (HealthFactor factor : factors) {
            if (!names.add(factor.name())) {
                throw new IllegalArgumentException("There are two factors of the name (" + factor.name()
                        + "). Maybe call the second one by what it looks at, or replace(...) the first.");
            }
        }
        TreeSet<String> profileNames = new TreeSet<>();
        for (HealthProfile profile : profiles) {
            if (!profileNames.add(profile.name())) {
                throw new IllegalArgumentException("There are two profiles of the name (" + profile.name()
                        + "). Maybe name each after its customers.");
            }
            List.of(profile.weights().keySet(), profile.without())
                    .forEach(named -> named.forEach(n -> {
                        if (!names.contains(n)) {
                            throw new IllegalArgumentException("The profile (" + profile + ") names a factor (" + n
                                    + ") that the scorecard does not have. Maybe one of " + names + ".");
                        }
                    }));
            if (profile.without().size() == names.size()) {
                throw new IllegalArgumentException("The profile (" + profile
                        + ") leaves every factor out. Maybe keep those that are known early.");
            }
        }
    }

    /** With further factors. */
    public HealthScorecard with(HealthFactor... more) {
        List<HealthFactor> all = new ArrayList<>(factors);
        all.addAll(List.of(more));
        return new HealthScorecard(all, limits, profiles, overrides, least);
    }

    /** With a factor in the place of the one of its name. */
    public HealthScorecard replace(HealthFactor factor) {
        List<HealthFactor> all = new ArrayList<>(factors);
        all.set(all.indexOf(factor(factor.name())), factor);
        return new HealthScorecard(all, limits, profiles, overrides, least);
    }

    /** Without a factor, here and in every profile. */
    public HealthScorecard without(String factor) {
        List<HealthFactor> fewer = new ArrayList<>(factors);
        fewer.remove(factor(factor));
        return new HealthScorecard(
                fewer, limits, profiles.stream().map(p -> p.forgetting(factor)).toList(), overrides, least);
    }

    /** With another weight for a factor. */
    public HealthScorecard weigh(String factor, double weight) {
        return replace(factor(factor).weigh(weight));
    }

    /** With other bands. */
    public HealthScorecard with(HealthLimits other) {
        return new HealthScorecard(factors, other, profiles, overrides, least);
    }

    /** With a further profile; of several that are meant for a customer, the one that was added last counts. */
    public HealthScorecard with(HealthProfile profile) {
        List<HealthProfile> all = new ArrayList<>(profiles);
        all.add(profile);
        return new HealthScorecard(factors, limits, all, overrides, least);
    }

    /** With another least share of the weight. */
    public HealthScorecard with(LeastKnown other) {
        return new HealthScorecard(factors, limits, profiles, overrides, other);
    }

    /** With what people said instead; of several that are known for a customer, the one said last counts. */
    public HealthScorecard with(HealthOverride... more) {
        List<HealthOverride> all = new ArrayList<>(overrides);
        all.addAll(List.of(more));
        return new HealthScorecard(factors, limits, profiles, all, least);
    }

    public List<HealthFactor> factors() {
        return factors;
    }

    public HealthLimits limits() {
        return limits;
    }

    public List<HealthProfile> profiles() {
        return profiles;
    }

    public List<HealthOverride> overrides() {
        return overrides;
    }

    public LeastKnown leastKnown() {
        return least;
    }

    /**
     * A factor by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public HealthFactor factor(String name) {
        return factors.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no factor (" + name + "). Maybe one of "
                        + factors.stream().map(HealthFactor::name).toList() + "."));
    }

    /** How every customer is. */
    public HealthScores score(Customers customers) {
        return new HealthScores(
                customers, customers.all().stream().map(this::score).toList());
    }

    /** How one customer is. */
    public HealthScore score(Customer customer) {
        HealthProfile profile = profiles.stream()
                .filter(p -> p.isFor(customer))
                .reduce((first, last) -> last)
                .orElse(HealthProfile.named("standard"));
        List<HealthFactor> known = new ArrayList<>();
        List<HealthFinding> found = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Double> worths = new ArrayList<>();
        List<MissingFactor> missing = new ArrayList<>();
        for (HealthFactor factor : factors) {
            Optional<Double> weight = profile.weight(factor);
            if (weight.isEmpty()) {
                continue;
            }
            HealthFinding finding = factor.find(customer);
            OptionalDouble figure = finding.figure();
            if (figure.isPresent()) {
                known.add(factor);
                found.add(finding);
                weights.add(weight.get());
                worths.add(factor.scale().worth(figure.getAsDouble()));
            } else {
                missing.add(new MissingFactor(factor.name(), weight.get(), finding.text()));
            }
        }
        return new HealthScore(
                customer,
                profile.name(),
                shares(known, found, weights, worths),
                missing,
                least.share(),
                profile.limits().orElse(limits),
                override(customer));
    }

    private static List<FactorShare> shares(
            List<HealthFactor> known, List<HealthFinding> found, List<Double> weights, List<Double> worths) {
        List<FactorShare> shares = new ArrayList<>();
        if (known.isEmpty()) {
            return shares;
        }
        PointShares points = PointShares.of(weights, worths);
        for (int i = 0; i < known.size(); i++) {
            HealthFinding finding = found.get(i);
            shares.add(new FactorShare(
                    known.get(i).name(),
                    weights.get(i),
                    finding.figure().orElseThrow(),
                    worths.get(i),
                    points.points().get(i),
                    points.most().get(i),
                    finding.text(),
                    finding.facts()));
        }
        return shares;
    }

    private Optional<HealthOverride> override(Customer customer) {
        return overrides.stream()
                .filter(o -> customer.among().book().canonical(o.account()).equals(customer.id()))
                .filter(o -> o.isKnown(customer.day()))
                .max(Comparator.comparing(HealthOverride::from)
                        .thenComparing(HealthOverride::until)
                        .thenComparing(HealthOverride::toString));
    }

    /** How everybody was at the end of each month of a span, seen with what was known then. */
    public HealthHistory history(RevenueBook book, RevenuePolicy policy, Span span) {
        return HealthHistory.of(this, book, policy, span);
    }

    /** Factors, bands and profiles. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("HealthScorecard: red below ")
                .append(Texts.number(limits.redBelow()))
                .append(", green from ")
                .append(Texts.number(limits.greenFrom()));
        factors.forEach(f -> text.append("\n  ").append(f));
        profiles.forEach(p -> text.append("\n  profile ").append(p));
        return text.toString();
    }
}
