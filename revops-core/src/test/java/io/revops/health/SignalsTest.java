package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.FactId;
import io.revops.book.UsageEvent;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final String DAY = "2025-06-30";

    private static List<Signal> at(HealthBooks books) {
        return Signals.standard().in(books.at(DAY));
    }

    /** Twelve weeks of 21 uses, to 2025-06-23, and a last week of its own. */
    private static HealthBooks even() {
        return HealthBooks.start().pays("a", "2025-01-01", 2).uses("a", "2025-04-01", 84, 3);
    }

    @Test
    void weekFarBelowItsOwnWeeksIsADropAndFarAboveASpike() {
        assertThat(at(even().uses("a", "2025-06-28", 1, 3))).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(SignalKind.USAGE_DROP);
            assertThat(s.meaning()).isEqualTo(Signal.Meaning.RISK);
            assertThat(s.facts()).hasSize(10);
            // 2·√(3 + 3/8) − 2·√(21 + 3/8), with no spread but that of chance
            assertThat(s.text())
                    .isEqualTo("3 uses in the last 7 days, 21 in the median of the 12 weeks before (z -5.57)");
        });
        assertThat(at(even().uses("a", "2025-06-24", 7, 7))).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(SignalKind.USAGE_SPIKE);
            assertThat(s.meaning()).isEqualTo(Signal.Meaning.OPPORTUNITY);
            assertThat(s.text()).startsWith("49 uses in the last 7 days, 21 in the median");
        });
        assertThat(at(even().uses("a", "2025-06-24", 7, 3))).isEmpty();
        assertThat(at(even()))
                .extracting(Signal::text)
                .containsExactly("0 uses in the last 7 days, 21 in the median of the 12 weeks before (z -8.02)");
    }

    @Test
    void tooFewWeeksAreNoBaseline() {
        HealthBooks seven = HealthBooks.start().pays("a", "2025-01-01", 2).uses("a", "2025-05-06", 49, 3);
        assertThat(at(seven)).isEmpty();
        assertThat(Signals.standard().with(new UsageRule(7, 26, 3, 0.3)).in(seven.at(DAY)))
                .hasSize(1);
        assertThatThrownBy(() -> new UsageRule(2, 26, 3, 0.3)).hasMessageContaining("Maybe 3 spreads");
    }

    @Test
    void distanceIsInSpreadsOfTheCustomersOwnWeeks() {
        UsageBaseline spread = new UsageBaseline(0, List.of(16L, 4L, 36L, 25L, 9L));
        // on the scale 2·√(n + 3/8) the middle is that of 16, and the median deviation the larger one of its two
        // neighbours
        double middle = 2 * Math.sqrt(16.375);
        double mad = Math.max(middle - 2 * Math.sqrt(9.375), 2 * Math.sqrt(25.375) - middle);
        assertThat(spread.median()).isEqualTo(16);
        assertThat(spread.z()).isEqualTo((2 * Math.sqrt(0.375) - middle) / (1.482602218505602 * mad), within(1e-12));
    }

    /** If this failed, a team would call customers for nothing: of those whose use varies by chance alone, under 5 in 1,000. */
    @Test
    void chanceAloneIsSeldomReported() {
        Random random = new Random(7);
        for (double mean : new double[] {3, 20, 200}) {
            int reported = 0;
            for (int n = 0; n < 10_000; n++) {
                List<Long> weeks = new ArrayList<>();
                for (int w = 0; w < 12; w++) {
                    weeks.add(poisson(random, mean));
                }
                UsageBaseline baseline = new UsageBaseline(poisson(random, mean), weeks);
                double change = Math.abs(baseline.last() - baseline.median()) / Math.max(1, baseline.median());
                reported += Math.abs(baseline.z()) >= UsageRule.STANDARD.z() && change >= UsageRule.STANDARD.change()
                        ? 1
                        : 0;
            }
            assertThat(reported).as("mean " + mean).isLessThan(50);
        }
    }

    private static long poisson(Random random, double mean) {
        long n = -1;
        for (double t = 0; t <= mean; t -= Math.log(1 - random.nextDouble())) {
            n++;
        }
        return n;
    }

    @Test
    void administratorWhoLeftIsARiskAndWhoCameAnOpportunity() {
        HealthBooks books = HealthBooks.start()
                .pays("a", "2024-01-01", 2)
                .person("old", "a", "Admin", "2024-01-01", "2025-06-20")
                .person("other", "a", "administrator", "2024-01-01", "")
                .person("new", "a", "admin", "2025-06-01", "")
                .person("earlier", "a", "admin", "2025-05-31", "")
                .person("user", "a", "user", "2025-06-10", "2025-06-20");
        assertThat(at(books))
                .extracting(Signal::toString)
                .containsExactly(
                        "2025-06-20 RISK ADMIN_LEFT a: Admin old left, 3 others are there",
                        "2025-06-01 OPPORTUNITY ADMIN_NEW a: admin new came");
        assertThat(Signals.standard().in(books.at("2025-06-19")))
                .extracting(Signal::kind)
                .doesNotContain(SignalKind.ADMIN_LEFT);
    }

    @Test
    void newAdministratorIsARiskIfAllBeforeAreGone() {
        assertThat(at(HealthBooks.start()
                        .pays("a", "2024-01-01", 2)
                        .person("old", "a", "admin", "2024-01-01", "2025-06-05")
                        .person("new", "a", "admin", "2025-06-10", "")))
                .extracting(Signal::toString)
                .containsExactly(
                        "2025-06-10 RISK ADMIN_NEW a: admin new came, and all administrators before are gone",
                        "2025-06-05 RISK ADMIN_LEFT a: admin old left, 1 other is there");
    }

    private static HealthBooks users(int seats, int users) {
        HealthBooks books = HealthBooks.start().pays("a", "2024-01-01", seats);
        for (int u = 0; u < users; u++) {
            books.uses("a", "2025-06-10", "login", "u" + u).uses("a", "2025-05-10", "login", "u" + u);
        }
        return books;
    }

    @Test
    void seatsAreNearTheirLimitFromNineTenthsOn() {
        assertThat(at(users(10, 8))).isEmpty();
        assertThat(at(users(10, 9)))
                .extracting(Signal::toString)
                .containsExactly("2025-06-30 OPPORTUNITY SEATS_NEAR_LIMIT a: 9 people in the last 30 days on 10 seats");
        assertThat(at(users(4, 4))).as("four seats are too few to tell").isEmpty();
    }

    private static HealthBooks calls(String quantity) {
        return HealthBooks.start()
                .pays("a", "2024-01-01", 2)
                .seats(s -> s.with("a/1", b -> b.attribute("included_calls", "1000")))
                .add(UsageEvent.builder("u1", "a", Moment.parse("2025-06-01"), "calls")
                        .quantity(new BigDecimal(quantity))
                        .build())
                .add(UsageEvent.builder("u2", "a", Moment.parse("2025-05-31"), "calls")
                        .quantity(new BigDecimal("5000"))
                        .build());
    }

    @Test
    void usageAboveWhatThePlanIncludesIsAnOpportunity() {
        assertThat(at(calls("1000"))).isEmpty();
        assertThat(at(calls("1000.5"))).singleElement().satisfies(s -> {
            assertThat(s)
                    .hasToString(
                            "2025-06-30 OPPORTUNITY USAGE_ABOVE_PLAN a: 1000.5 calls in the last 30 days, 1000 are included");
            assertThat(s.facts()).extracting(FactId::value).containsExactly("u1");
        });
        PlanAllowance tenth = (customer, meter) -> Optional.of(BigDecimal.valueOf(100));
        assertThat(Signals.standard().with(tenth).in(calls("101").at(DAY))).hasSize(1);
    }

    @Test
    void manyNewPeopleAreANewTeamUnlessEverybodyIsNew() {
        HealthBooks grown = users(50, 8);
        HealthBooks fresh = HealthBooks.start().pays("a", "2024-01-01", 50);
        for (int u = 0; u < 5; u++) {
            grown.uses("a", "2025-06-20", "login", "n" + u);
            fresh.uses("a", "2025-06-20", "login", "n" + u);
        }
        assertThat(at(grown))
                .extracting(Signal::text)
                .containsExactly("5 people used it for the first time in the last 30 days, beside 8 before");
        assertThat(at(fresh)).isEmpty();
        assertThat(Collections.max(at(grown), java.util.Comparator.comparing(Signal::kind))
                        .kind())
                .isEqualTo(SignalKind.NEW_TEAM);
    }
}
