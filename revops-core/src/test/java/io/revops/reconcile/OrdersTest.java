package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.ledger.DiscountRule;
import io.revops.ledger.Pause;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.Trial;
import org.junit.jupiter.api.Test;

/** Weights of combinations, against the formula of Shapley (1953) and orders written out by hand. */
class OrdersTest {
    private static long factorial(int n) {
        return n == 0 ? 1 : n * factorial(n - 1);
    }

    @Test
    void withoutAnyConflictTheWeightsAreThoseOfShapley() {
        for (int n = 1; n <= Orders.MOST; n++) {
            Orders orders = Orders.all(n, combination -> true).orElseThrow();
            assertThat(orders.combinations()).hasSize(1 << n);
            for (int s : orders.combinations()) {
                int size = Integer.bitCount(s);
                for (int i = 0; i < n; i++) {
                    boolean in = (s & (1 << i)) != 0;
                    long expected =
                            in ? factorial(size - 1) * factorial(n - size) : -factorial(size) * factorial(n - size - 1);
                    assertThat(orders.terms().get(s)[i] * factorial(n)).isEqualTo(expected * orders.denominator());
                }
            }
        }
        assertThat(Orders.all(8, combination -> true).orElseThrow().denominator())
                .isEqualTo(840);
    }

    /** Rule 0 only after rule 1: the orders are 1 0 2, 1 2 0 and 2 1 0. */
    @Test
    void ordersThatMeetAnImpossibleCombinationAreLeftOut() {
        Orders orders = Orders.all(3, s -> (s & 0b001) == 0 || (s & 0b010) != 0).orElseThrow();
        assertThat(orders.denominator()).isEqualTo(3);
        assertThat(orders.combinations()).containsExactly(0b000, 0b010, 0b011, 0b100, 0b110, 0b111);
        assertThat(orders.terms().get(0b000)).containsExactly(0, -2, -1);
        assertThat(orders.terms().get(0b010)).containsExactly(-1, 2, -1);
        assertThat(orders.terms().get(0b011)).containsExactly(1, 0, -1);
        assertThat(orders.terms().get(0b100)).containsExactly(0, -1, 1);
        assertThat(orders.terms().get(0b110)).containsExactly(-2, 1, 1);
        assertThat(orders.terms().get(0b111)).containsExactly(2, 0, 1);
    }

    /** From the first on: 0 1 2. From the second back: 0 is taken back first, so forwards it is 2 1 0. */
    @Test
    void twoOrdersBeginFromBothSides() {
        Orders orders = Orders.two(3, combination -> true).orElseThrow();
        assertThat(orders.denominator()).isEqualTo(2);
        assertThat(orders.combinations()).containsExactly(0b000, 0b001, 0b011, 0b100, 0b110, 0b111);
        assertThat(orders.terms().get(0b111)).containsExactly(1, 0, 1);
        assertThat(orders.terms().get(0b110)).containsExactly(-1, 1, 0);
        assertThat(Orders.two(24, combination -> true).orElseThrow().combinations())
                .hasSize(48);
    }

    @Test
    void noOrderIsLeftWhereNothingInBetweenIsPossible() {
        assertThat(Orders.all(2, s -> s == 0 || s == 3)).isEmpty();
        assertThat(Orders.two(2, s -> s == 0 || s == 3)).isEmpty();
        assertThat(Orders.all(0, s -> true).orElseThrow().combinations()).isEmpty();
    }

    @Test
    void rulesThatMoveAsOneLeadFromTheFirstPolicyToTheSecond() {
        RevenuePolicy first = RevenuePolicy.standard();
        RevenuePolicy second = first.with(Trial.COUNT_FROM_START, Pause.CHURN, DiscountRule.NONE);
        Mixes mixes = Mixes.of(first, second);
        assertThat(mixes.rules()).extracting(Rule::name).containsExactly("discount", "trial", "pause");
        assertThat(mixes.policy(0b010).options())
                .isEqualTo(first.with(Trial.COUNT_FROM_START).options());
        Mixes one = mixes.together();
        assertThat(one.rules()).hasSize(1);
        assertThat(one.policy(0)).isEqualTo(first);
        assertThat(one.policy(1)).isEqualTo(second);
        assertThat(one.rules().get(0).name()).isEqualTo("discount + trial + pause");
    }
}
