package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.catalog.Metrics;
import io.revops.ledger.DiscountRule;
import io.revops.ledger.Pause;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.SourceBasis;
import io.revops.ledger.Trial;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * One customer, Alder, at 100 a month: a trial from 15 January, a coupon that halves the bill of February, a pause in April, and on
 * 10 June a request to end on 1 July. Worked by hand:
 *
 * <pre>
 * close       Jan  Feb  Mar  Apr  May  Jun
 * Stripe        0  100  100  100  100    0   the coupon is no forever one; the pause is kept; it ends when requested
 * ChartMogul    0   50  100    0  100  100   as billed: half in February, nothing in April; it ends when it ends in billing
 * discount         -50
 * source                    -100
 * churn timing                        +100
 * </pre>
 */
class WorkedExampleTest {
    static final Span HALF = Span.parse("2025-01-01/2025-07-01");
    private static final AccountId ALDER = new AccountId("alder");

    static RevenueBook book() {
        return RevenueBook.builder()
                .add(alder(), bill(2, 50, 50), bill(3, 100, 0), bill(5, 100, 0), bill(6, 100, 0))
                .build();
    }

    private static Subscription alder() {
        return Subscription.builder("s1", "alder")
                .items(item("i1", Moment.of(2025, 1, 15), 100))
                .spells(
                        Spell.builder("trial", SpellKind.TRIAL, Moment.of(2025, 1, 15))
                                .end(Moment.of(2025, 2, 1))
                                .build(),
                        Spell.builder("pause", SpellKind.PAUSED, Moment.of(2025, 4, 1))
                                .end(Moment.of(2025, 5, 1))
                                .build())
                .discounts(Discount.builder("half", Moment.of(2025, 2, 1), DiscountDuration.ONCE)
                        .percent(BigDecimal.valueOf(50))
                        .end(Moment.of(2025, 3, 1))
                        .build())
                .cancellations(Cancellation.builder("c1", Moment.of(2025, 6, 10), Moment.of(2025, 7, 1))
                        .build())
                .endings(Ending.builder("e1", Moment.of(2025, 7, 1)).build())
                .build();
    }

    private static ItemChange item(String id, Moment from, long amount) {
        return ItemChange.builder(id, from, "item")
                .quantity(BigDecimal.ONE)
                .price(Price.perUnit(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                .build();
    }

    private static Invoice bill(int month, long amount, long discount) {
        Moment from = Moment.of(2025, month, 1);
        return Invoice.builder("bill-" + month, "alder", from)
                .paid(from)
                .subscription(new SubscriptionId("s1"))
                .lines(InvoiceLine.builder("1", Money.of(amount, "USD"), ProductKind.RECURRING)
                        .item("item")
                        .serviceFrom(from)
                        .serviceTo(Moment.of(2025, month + 1, 1))
                        .discount(discount == 0 ? null : Money.of(discount, "USD"))
                        .build())
                .build();
    }

    private static Reconciliation stripeToChartMogul() {
        return Reconciliation.between(
                        PolicyPreset.of("stripe").policy(),
                        PolicyPreset.of("chartmogul").policy(),
                        book(),
                        HALF)
                .named("stripe", "chartmogul");
    }

    private static List<String> shares(Decomposition of) {
        return of.shares()
                .map(s -> s.account() + " " + s.month() + " " + s.rule().name() + " " + s.amount())
                .toList();
    }

    private static List<String> first(Decomposition of) {
        return of.months().stream().map(m -> of.first(m).toString()).toList();
    }

    private static List<String> second(Decomposition of) {
        return of.months().stream().map(m -> of.second(m).toString()).toList();
    }

    private static List<String> monthly(int... amounts) {
        return java.util.Arrays.stream(amounts)
                .mapToObj(a -> RunRate.perMonth(Money.of(a, "USD")).toString())
                .collect(Collectors.toList());
    }

    @Test
    void eachRuleHasTheAmountThatWasWorkedByHand() {
        Decomposition mrr = stripeToChartMogul().headline();
        assertThat(first(mrr)).isEqualTo(monthly(0, 100, 100, 100, 100, 0));
        assertThat(second(mrr)).isEqualTo(monthly(0, 50, 100, 0, 100, 100));
        assertThat(shares(mrr))
                .containsExactly(
                        "alder 2025-02 discount USD -50.00/month",
                        "alder 2025-04 source USD -100.00/month",
                        "alder 2025-06 churn timing USD 100.00/month");
    }

    @Test
    void movementsHaveTheirPartsToo() {
        Reconciliation why = stripeToChartMogul();
        assertThat(shares(why.of(Figure.NEW))).containsExactly("alder 2025-02 discount USD -50.00/month");
        assertThat(shares(why.of(Figure.EXPANSION))).containsExactly("alder 2025-03 discount USD 50.00/month");
        assertThat(shares(why.of(Figure.CHURN)))
                .containsExactly(
                        "alder 2025-04 source USD -100.00/month", "alder 2025-06 churn timing USD 100.00/month");
        assertThat(shares(why.of(Figure.REACTIVATION))).containsExactly("alder 2025-05 source USD 100.00/month");
        assertThat(why.of(Figure.CHURN).first()).hasToString("USD -100.00/month");
        assertThat(why.of(Figure.CHURN).second()).hasToString("USD -100.00/month");
        assertThat(why.of(Figure.CHURN).byRule().values())
                .extracting(RunRate::toString)
                .containsExactlyInAnyOrder(
                        "USD -100.00/month",
                        "USD 100.00/month",
                        "USD 0.00/month",
                        "USD 0.00/month",
                        "USD 0.00/month",
                        "USD 0.00/month");
        assertThat(why.of(Figure.CHURN).byAccount()).containsOnlyKeys(ALDER);
    }

    @Test
    void rulesThatDoNotGoTogetherAreNamedAndTheirOrdersLeftOut() {
        Reconciliation why = stripeToChartMogul();
        assertThat(why.rules())
                .extracting(Rule::name)
                .containsExactly("source", "rounding", "discount", "churn timing", "free account", "grouping");
        assertThat(why.way()).isEqualTo(Reconciliation.Way.EVERY_ORDER);
        assertThat(why.notes())
                .containsExactly(
                        "Each amount is what its rule changes, on average over every order in which the rules can be changed.",
                        "Orders that meet this were left out: discount FOREVER_ONLY and source INVOICE_LINE do not go together: "
                                + "a bill does not say how long its discount lasts.");
    }

    @Test
    void trialAndPauseHaveTheirAmountsWhereToolsDisagreeOnThem() {
        RevenuePolicy stripe = PolicyPreset.of("stripe").policy();
        Reconciliation why =
                Reconciliation.between(stripe, stripe.with(Trial.COUNT_FROM_START, Pause.CHURN), book(), HALF);
        assertThat(shares(why.headline()))
                .containsExactly("alder 2025-01 trial USD 100.00/month", "alder 2025-04 pause USD -100.00/month");
    }

    /** Trial first: +100, then the coupon -50; coupon first: 0, then the trial +50. */
    @Test
    void whereTheOrderMattersEveryOrderCountsTheSame() {
        RevenueBook book = RevenueBook.builder()
                .add(Subscription.builder("s", "birch")
                        .items(item("i", Moment.of(2025, 1, 1), 100))
                        .spells(Spell.builder("t", SpellKind.TRIAL, Moment.of(2025, 1, 1))
                                .end(Moment.of(2025, 2, 10))
                                .build())
                        .discounts(Discount.builder("d", Moment.of(2025, 1, 1), DiscountDuration.FOREVER)
                                .percent(BigDecimal.valueOf(50))
                                .build())
                        .build())
                .build();
        RevenuePolicy none = RevenuePolicy.standard().with(DiscountRule.NONE);
        RevenuePolicy all = RevenuePolicy.standard().with(Trial.COUNT_FROM_START);
        Decomposition mrr = Reconciliation.between(none, all, book, Span.month(2025, 1), List.of(Figure.CLOSING))
                .headline();
        assertThat(shares(mrr))
                .containsExactly("birch 2025-01 discount USD -25.00/month", "birch 2025-01 trial USD 75.00/month");
    }

    @Test
    void aMetricIsReconciledAsTheColumnThatItIs() {
        RevenuePolicy stripe = PolicyPreset.of("stripe").policy();
        RevenuePolicy chartmogul = PolicyPreset.of("chartmogul").policy();
        Reconciliation why = Reconciliation.between(
                stripe,
                chartmogul,
                book(),
                HALF,
                List.of(Figure.balance(Metrics.MRR), Figure.CLOSING, Figure.flow(Metrics.NEW_MRR), Figure.NEW));
        assertThat(shares(why.figures().get(0))).isNotEmpty().isEqualTo(shares(why.of(Figure.CLOSING)));
        assertThat(shares(why.figures().get(2))).isNotEmpty().isEqualTo(shares(why.of(Figure.NEW)));
        assertThat(why.headline().when()).isEqualTo("2025-06");
    }

    @Test
    void aRatioHasNoParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.flow(new RatioForTest()))
                .withMessageContaining("does not add up over accounts")
                .withMessageContaining(". Maybe ");
    }

    /** A run rate that is a ratio of its lines. */
    private static final class RatioForTest implements io.revops.metric.Metric<RunRate> {
        @Override
        public io.revops.metric.MetricDefinition definition() {
            return io.revops.metric.MetricDefinition.of(
                            "per_account", "MRR per account", "MRR / accounts", io.revops.metric.Unit.MONEY_PER_MONTH)
                    .better(io.revops.metric.Better.UP)
                    .adds(io.revops.metric.Adds.RATIO_OF_SUMS, io.revops.metric.Adds.RATIO_OF_SUMS)
                    .movedBy("grain")
                    .edges("none")
                    .reference("none")
                    .build();
        }

        @Override
        public io.revops.metric.Evidence gather(io.revops.ledger.RevenueView view, io.revops.metric.Cut cut) {
            return Metrics.MRR.gather(view, cut);
        }

        @Override
        public io.revops.metric.Reading<RunRate> conclude(io.revops.metric.Evidence evidence) {
            return Metrics.MRR.conclude(evidence);
        }
    }

    @Test
    void theTextSaysTheHeadlineFirst() {
        assertThat(stripeToChartMogul().text())
                .startsWith("MRR at the close, 2025-06: USD 0.00 a month under stripe, 100.00 under chartmogul: "
                        + "a difference of 100.00.\n");
        Reconciliation longer = Reconciliation.between(
                PolicyPreset.of("stripe").policy(),
                PolicyPreset.of("chartmogul").policy(),
                book(),
                Span.parse("2025-01-01/2025-08-01"));
        assertThat(longer.toString())
                .startsWith(
                        "MRR at the close, 2025-07: USD 0.00 a month under the first policy, 0.00 under the second policy: "
                                + "a difference of 0.00. It is greatest in 2025-04: -100.00.\n");
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(Reconciliation.between(standard, standard, book(), HALF).text())
                .contains("The two policies are the same.");
    }

    @Test
    void differentCurrenciesHaveNoDifference() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.between(standard, standard.with(ReportingCurrency.of("EUR")), book(), HALF))
                .withMessage("One policy reports in USD and the other in EUR, and their difference is no amount. "
                        + "Maybe set the same ReportingCurrency in both.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Reconciliation.between(standard, standard, RevenueBook.empty(), HALF))
                .withMessageContaining(". Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.between(standard, standard, book(), Span.of(LocalDate.EPOCH, LocalDate.EPOCH)))
                .withMessageContaining(". Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.between(standard, standard, book(), HALF, List.of()))
                .withMessageContaining(". Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reconciliation.between(standard, standard, book(), HALF).of(Figure.flow(Metrics.NEW_MRR)))
                .withMessageContaining(". Maybe ");
    }

    /** Euros have a rate from February on only; a trial in January would need one earlier, and counts under neither end alone. */
    @Test
    void whatCannotBeConvertedInBetweenIsLeftOutAndNamed() {
        RevenueBook book = RevenueBook.builder()
                .add(Subscription.builder("s", "cedar")
                        .items(ItemChange.builder("i", Moment.of(2025, 1, 5), "item")
                                .quantity(BigDecimal.ONE)
                                .price(Price.perUnit(Money.of(100, "EUR"), BillingInterval.MONTHLY))
                                .build())
                        .spells(Spell.builder("t", SpellKind.TRIAL, Moment.of(2025, 1, 5))
                                .end(Moment.of(2025, 2, 10))
                                .build())
                        .build())
                .add(ExchangeRate.of(LocalDate.of(2025, 2, 10), "EUR", "USD", "1.1"))
                .build();
        RevenuePolicy closing = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        RevenuePolicy current =
                closing.with(Trial.COUNT_FROM_START, io.revops.ledger.FxMethod.current(LocalDate.of(2025, 2, 28)));
        Reconciliation why = Reconciliation.between(closing, current, book, Span.parse("2025-01-01/2025-03-01"));
        assertThat(why.way()).isEqualTo(Reconciliation.Way.EVERY_ORDER);
        assertThat(why.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith(
                                "Orders that meet this were left out: some amounts in between cannot be converted: "));
        assertThat(shares(why.headline())).containsExactly("cedar 2025-01 trial USD 110.00/month");
    }

    @Test
    void whereNoOrderIsPossibleAllRulesMoveAsOne() {
        assertThat(Orders.all(2, combination -> false)).isEmpty();
        Rule together = new Rule(
                List.<PolicyOption>of(DiscountRule.NONE, SourceBasis.CATALOG),
                List.<PolicyOption>of(DiscountRule.ALL_ACTIVE, SourceBasis.INVOICE_LINE));
        assertThat(together).hasToString("discount + source NONE + CATALOG -> ALL_ACTIVE + INVOICE_LINE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(List.of(DiscountRule.NONE), List.of(SourceBasis.CATALOG)))
                .withMessageContaining(". Maybe ");
    }
}
