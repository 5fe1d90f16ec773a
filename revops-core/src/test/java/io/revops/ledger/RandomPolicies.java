package io.revops.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Policies with any choices that go together, all of which report in dollars. */
@SuppressWarnings("exports") // jqwik is no module that tests could require
public final class RandomPolicies {
    private static final List<List<PolicyOption>> CHOICES = List.of(
            List.of(Trial.values()),
            List.of(DiscountRule.values()),
            List.of(PastDue.EXCLUDE, PastDue.autoChurn(10), PastDue.autoChurn(60)),
            List.of(Pause.values()),
            List.of(ChurnTiming.values()),
            List.of(Refund.values()),
            List.of(Usage.COMMITTED, Usage.ACTUAL, Usage.trailingAverage(1), Usage.trailingAverage(3)),
            List.of(WeekFactor.FOUR, WeekFactor.NONE, WeekFactor.perMonth("4.33")),
            List.of(DayFactor.THIRTY, DayFactor.NONE, DayFactor.perMonth("30.44")),
            List.of(StateRounding.values()),
            List.of(SourceBasis.values()),
            List.of(GapTolerance.days(3), GapTolerance.days(40)),
            List.of(FreeAccount.values()),
            List.of(
                    Reactivation.NEVER,
                    Reactivation.within(30),
                    Reactivation.within(200),
                    Reactivation.atLeast(20),
                    Reactivation.atLeast(100)),
            List.of(Grain.values()),
            List.of(
                    FxMethod.EVENT_RATE,
                    FxMethod.START_LOCKED,
                    FxMethod.current(LocalDate.of(2025, 6, 30)),
                    FxMethod.constant(Map.of(
                            Currency.getInstance("EUR"), new BigDecimal("1.1"),
                            Currency.getInstance("GBP"), new BigDecimal("1.3")))));
    private static final List<List<PolicyOption>> OF_BILLS =
            List.of(List.of(Tax.values()), List.of(ProratedLines.values()));
    private static final List<List<PolicyOption>> OF_NET = List.of(List.of(MonthValue.values()));
    private static final List<List<PolicyOption>> OF_EVENTS =
            List.of(List.of(SamePeriod.values()), List.of(Grouping.minutes(60), Grouping.minutes(20_000)));

    private RandomPolicies() {}

    /** Any, presets of vendors among them. */
    public static Arbitrary<RevenuePolicy> any() {
        Arbitrary<RevenuePolicy> presets = Combinators.combine(Arbitraries.of(PolicyPreset.all()), RandomBooks.zones())
                .as((preset, zone) -> preset.policy().with(zone, ReportingCurrency.of("USD")));
        return Arbitraries.frequencyOf(Tuple.of(2, drawn(List.of())), Tuple.of(1, presets))
                .withoutEdgeCases();
    }

    /** Any whose months are worth what they close at, so that closes agree however a span is cut. */
    static Arbitrary<RevenuePolicy> closing() {
        return any().map(p -> p.with(MonthValue.CLOSE));
    }

    /** Any with these choices in it. */
    static Arbitrary<RevenuePolicy> with(PolicyOption... fixed) {
        return drawn(List.of(fixed));
    }

    private static Arbitrary<RevenuePolicy> drawn(List<PolicyOption> fixed) {
        return Combinators.combine(
                        Arbitraries.of(Basis.class),
                        RandomBooks.zones(),
                        // about a third of the conventions differ from the standard at a time
                        Arbitraries.integers().between(0, 29).list().ofSize(25))
                .as((basis, zone, drawn) -> policy(basis, zone, drawn, fixed))
                .withoutEdgeCases();
    }

    private static RevenuePolicy policy(
            Basis basis, ReportingZone zone, List<Integer> drawn, List<PolicyOption> fixed) {
        List<PolicyOption> options = new ArrayList<>(List.of(basis, zone, ReportingCurrency.of("USD")));
        List<List<PolicyOption>> choices = new ArrayList<>(CHOICES);
        choices.addAll(OF_BILLS);
        choices.addAll(basis == Basis.NET ? OF_NET : OF_EVENTS);
        for (int i = 0; i < choices.size(); i++) {
            if (drawn.get(i) < 10) {
                options.add(choices.get(i).get(drawn.get(i) % choices.get(i).size()));
            }
        }
        options.addAll(fixed);
        RevenuePolicy policy = RevenuePolicy.standard();
        for (PolicyOption option : sorted(options)) {
            try {
                policy = policy.with(option);
            } catch (IllegalArgumentException e) {
                assertRefusal(e, option);
            }
        }
        return policy;
    }

    /** The source and the basis first, since others only go together with some of them. */
    private static List<PolicyOption> sorted(List<PolicyOption> options) {
        List<PolicyOption> first = new ArrayList<>();
        options.stream()
                .filter(o -> o instanceof SourceBasis || o instanceof Basis)
                .forEach(first::add);
        options.stream().filter(o -> !first.contains(o)).forEach(first::add);
        return first;
    }

    private static void assertRefusal(IllegalArgumentException e, PolicyOption option) {
        if (!String.valueOf(e.getMessage()).contains(option.code())) {
            throw e;
        }
    }
}
