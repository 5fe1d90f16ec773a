package io.revops.metric.recurring;

import io.revops.ledger.DiscountRule;
import io.revops.ledger.PastDue;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Trial;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** MRR that a convention of the policy leaves out or takes off: before discounts, the discounts, on trial, past due. */
public final class ByConvention implements Metric<RunRate> {
    private final MetricDefinition definition;
    private final UnaryOperator<RevenuePolicy> more;
    private final UnaryOperator<RevenuePolicy> less;
    private final @Nullable Part<RunRate> whole;
    private final Part<RunRate> gap;
    private final Part<RunRate> answer;

    private ByConvention(
            MetricDefinition.Builder definition,
            UnaryOperator<RevenuePolicy> more,
            UnaryOperator<RevenuePolicy> less,
            @Nullable Part<RunRate> whole,
            Part<RunRate> gap,
            Part<RunRate> answer) {
        this.definition = definition.adds(Adds.SUM, Adds.SUM).build();
        this.more = more;
        this.less = less;
        this.whole = whole;
        this.gap = gap;
        this.answer = answer;
    }

    /** What recurs before any discount. */
    public static ByConvention gross() {
        return discounts(
                Part.GROSS,
                describe("mrr.gross", "Gross MRR", "gross = MRR without any discount", Better.UP)
                        .reference("MRR before discounts: price times quantity; Zuora gross MRR"));
    }

    /** What discounts take off what recurs: gross MRR less MRR, exactly. */
    public static ByConvention discount() {
        return discounts(
                Part.DISCOUNT,
                describe("mrr.discount", "Discounted MRR", "discount = gross MRR - MRR", Better.DOWN)
                        .reference("Gross MRR less net MRR; Zuora"));
    }

    private static ByConvention discounts(Part<RunRate> answer, MetricDefinition.Builder definition) {
        return new ByConvention(
                definition.edges(
                        "nothing is discounted: gross is MRR, and the discount 0",
                        "a discount that the policy does not count is in both",
                        "the view has no book: undefined"),
                policy -> policy.with(DiscountRule.NONE),
                policy -> policy,
                Part.GROSS,
                Part.DISCOUNT,
                answer);
    }

    /** What is on trial and would recur if all of it were paid for. */
    public static ByConvention onTrial() {
        return new ByConvention(
                describe(
                                "mrr.trial",
                                "MRR on trial",
                                "on trial = MRR with trials from their start - MRR without them",
                                Better.UP)
                        .edges(
                                "the same whether the policy counts trials or not",
                                "a free time of who has paid before is no trial",
                                "the view has no book: undefined")
                        .reference("Trial MRR: the value of running trials; ChartMogul, ProfitWell"),
                policy -> policy.with(Trial.COUNT_FROM_START),
                policy -> policy.with(Trial.EXCLUDE),
                null,
                Part.ON_TRIAL,
                Part.ON_TRIAL);
    }

    /** What recurs of subscriptions with a late bill that is still collected. */
    public static ByConvention pastDue() {
        return new ByConvention(
                describe(
                                "mrr.at-risk",
                                "MRR past due",
                                "past due = MRR with what is late - MRR without it",
                                Better.DOWN)
                        .edges(
                                "the same whether the policy counts what is late or not",
                                "what is unpaid, its collection given up, has churned and is not at risk any more",
                                "the view has no book: undefined")
                        .reference("MRR of subscriptions in dunning: at risk of involuntary churn; ProfitWell, Stripe"),
                policy -> policy.with(PastDue.INCLUDE_UNTIL_TERMINAL),
                policy -> policy.with(PastDue.EXCLUDE),
                null,
                Part.PAST_DUE,
                Part.PAST_DUE);
    }

    private static MetricDefinition.Builder describe(String id, String title, String formula, Better better) {
        return MetricDefinition.of(id, title, formula, Unit.MONEY_PER_MONTH)
                .better(better)
                .movedBy("every convention");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return TwoPolicies.gather(view, cut, more.apply(view.policy()), less.apply(view.policy()), whole, gap);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(answer));
    }
}
