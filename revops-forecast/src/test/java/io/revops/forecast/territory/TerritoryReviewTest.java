package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drift of drawn territories, and where new accounts go. */
class TerritoryReviewTest {
    private static final Territories DRAWN = TerritoryPlanner.of("potential")
            .withPin("a", "Ana")
            .draw(
                    List.of(account("a", 10), account("b", 10)),
                    List.of(
                            TerritoryRep.of("Ana").withRegions("N").withAtMost(2),
                            TerritoryRep.of("Ben").withRegions("S")))
            .orElseThrow();

    private static TerritoryAccount account(String id, double potential) {
        return TerritoryAccount.of(id).with("potential", potential);
    }

    @Test
    void growthOfAnAccountIsDrift() {
        TerritoryReview review = TerritoryReview.of(DRAWN, List.of(account("a", 30), account("b", 10)), 0.1);
        assertThat(review.tooFar()).hasSize(2);
        assertThat(review.tooFar().get(0).change()).isCloseTo(0.5, within(1e-12)); // 30 of the fair 20, was 10 of 10
        assertThat(review.now().get("potential").variation()).isCloseTo(0.5, within(1e-12));
        assertThat(review.now().get("potential").gini()).isCloseTo(0.25, within(1e-12)); // (1.5 − 0.5) / (2 × 2)
        assertThat(review.toString())
                .contains("Ana: 100.0 % of the fair potential as drawn, 150.0 % now", "Maybe draw anew");
    }

    @Test
    void comingAndGoingIsTold() {
        TerritoryReview review = TerritoryReview.of(DRAWN, List.of(account("a", 10), account("c", 10)), 2);
        assertThat(review.added()).containsExactly("c");
        assertThat(review.gone()).containsExactly("b");
        assertThat(review.toString()).endsWith("1 new accounts, 1 gone. Nothing drifted by more than 200 %.");
        assertThatThrownBy(() -> TerritoryReview.of(DRAWN, List.of(account("a", -1)), 2))
                .hasMessageContaining("below 0");
        assertThatThrownBy(() -> TerritoryReview.of(DRAWN, List.of(), -1)).hasMessageContaining("Maybe 0.1");
    }

    /** A look on the last day of November is due again on the last of February. */
    @Test
    void nextLookIsDueAQuarterLater() {
        LocalDate last = LocalDate.of(2025, 11, 30);
        assertThat(TerritoryReview.due(last)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(TerritoryReview.overdue(last, LocalDate.of(2026, 2, 28))).isZero();
        assertThat(TerritoryReview.overdue(last, LocalDate.of(2026, 3, 2))).isEqualTo(2);
    }

    @Test
    void newAccountsGoByRulesThenRegionsThenRoom() {
        NewAccounts rules = NewAccounts.of(DRAWN).with("key accounts", a -> a.id().startsWith("key"), "Ben");
        assertThat(rules.give(List.of(
                        account("key1", 100),
                        account("x", 5).withRegion("N"),
                        account("y", 5).withRegion("N"),
                        account("z", 5))))
                .extracting(NewAccounts.Given::rep)
                .containsExactly("Ben", "Ana", "Ben", "Ben"); // Ana may have two
        assertThat(rules.give(List.of(account("z", 5))).get(0).rep()).isEqualTo("Ana");
        assertThat(rules.give(List.of(account("key1", 100))).get(0).why())
                .isEqualTo("by the rule (key accounts), the only one");
        assertThatThrownBy(() -> rules.give(List.of(account("a", 1)))).hasMessageContaining("Maybe it is no new one");
        assertThatThrownBy(() -> rules.with("none", a -> true)).hasMessageContaining("Maybe a rep");
        assertThatThrownBy(() -> rules.with("who", a -> true, "Dee")).hasMessageContaining("Maybe one of [Ana, Ben]");
    }
}
