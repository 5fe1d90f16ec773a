package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The small values: ids, places, issues, terms, discounts. */
class ValuesTest {
    private static final Moment MAY = Moment.of(2025, 5, 1);

    @Test
    void anIdHasNoBlanksAroundItAndIsNeitherEmptyNorEndless() {
        assertThat(new AccountId(" a b ").value()).isEqualTo("a b");
        assertThat(new AccountId("x".repeat(500)).value()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountId(" "))
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountId("x".repeat(501)))
                .withMessageContaining("501 characters");
    }

    @Test
    void idsOfTwoKindsAreNeverEqual() {
        assertThat((Object) new AccountId("x")).isNotEqualTo(new ContactId("x"));
        assertThat(new SurveyAnswerId("x").kind()).isEqualTo("survey answer");
        assertThat(new TicketId("x").kind()).isEqualTo("ticket");
    }

    @Test
    void anItemIsNamedByItsSubscriptionAndItsProduct() {
        ItemId plain = new ItemId(new SubscriptionId("s"), " seats ", null);

        assertThat(plain).hasToString("s/seats");
        assertThat(new ItemId(new SubscriptionId("s"), "seats", new ProductId("p")))
                .hasToString("s/seats/p");
        assertThat(plain.kind()).isEqualTo("item");
    }

    @Test
    void aPlaceReadsLikeThatOfACompiler() {
        assertThat(Source.NONE).hasToString("built by hand");
        assertThat(new Source("stripe", "", 0)).hasToString("stripe");
        assertThat(new Source("stripe", "a.json", 0)).hasToString("a.json");
        assertThat(new Source("stripe", "a.json", 7)).hasToString("a.json:7");
    }

    @Test
    void anIssueSaysWhereAndWhyAndCutsLongValues() {
        Issue issue = new Issue(
                IssueCode.BAD_VALUE,
                Severity.ERROR,
                new Source("x", "a.csv", 3),
                "account a",
                "amount",
                "y".repeat(100),
                "No number. Maybe text.");

        assertThat(issue.value()).hasSize(83).endsWith("...");
        assertThat(issue.toString()).startsWith("ERROR a.csv:3, account a, amount: No number. Maybe text. (yyy");
        assertThat(issue.redacted()).hasToString("ERROR a.csv:3, amount: No number. Maybe text. ((redacted))");
        Issue bare = new Issue(IssueCode.UNREADABLE, Severity.NOTE, Source.NONE, "", "", "", "x");
        assertThat(bare.redacted()).isEqualTo(bare);
        assertThat(bare).hasToString("NOTE built by hand: x");
    }

    @Test
    void aTermHasALength() {
        assertThat(new Term(1, Term.Renewal.AUTOMATIC, 0).months()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(0, Term.Renewal.AUTOMATIC, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(1, Term.Renewal.AUTOMATIC, -1));
    }

    @Test
    void aDiscountTakesOffAPercentageOrAnAmount() {
        Discount.Builder discount = Discount.builder("d", MAY, DiscountDuration.ONCE);

        assertThatIllegalArgumentException().isThrownBy(discount::build).withMessageContaining("needs either");
        assertThat(discount.percent(BigDecimal.ZERO).build().percent()).contains(BigDecimal.ZERO);
        assertThat(discount.percent(BigDecimal.valueOf(100)).build().amountOff())
                .isEmpty();
        discount.amountOff(Money.of(1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(discount::build);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        discount.percent(null).amountOff(Money.of(-1, "USD")).build())
                .withMessageContaining("without a sign");
        for (String percent : new String[] {"-0.01", "100.01"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> discount.amountOff(null)
                            .percent(new BigDecimal(percent))
                            .build())
                    .withMessageContaining("from 0 to 100");
        }
    }

    @Test
    void aRepeatingDiscountSaysForHowLong() {
        Discount.Builder discount =
                Discount.builder("d", MAY, DiscountDuration.REPEATING).percent(BigDecimal.TEN);

        assertThatIllegalArgumentException().isThrownBy(discount::build).withMessageContaining("Maybe set months");
        assertThat(discount.end(MAY).build().months()).isEmpty();
        assertThat(discount.end(null).months(3).build().months()).contains(3);
    }
}
