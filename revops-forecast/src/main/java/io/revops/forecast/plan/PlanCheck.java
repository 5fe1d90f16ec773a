package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Holds the parts of a plan against each other: do the quotas bring the target, does the pipeline bring the new business,
 * does retention say the same everywhere, is pay in proportion, is everybody's pipeline thick enough, can the team carry it
 * month by month.
 *
 * <p>What is not given is not checked, and is told in neither list of the {@link PlanReview}.
 */
public final class PlanCheck {
    private static final double LEAST_TO_PAY = 4;
    private static final double MOST_TO_PAY = 6;
    private static final BigDecimal MOST_ASSIGNED = new BigDecimal("1.25");

    private final Money target;
    private final Map<String, Money> quotas;
    private final List<PlanFinding> findings;
    private final List<String> passed;

    private PlanCheck(Money target, Map<String, Money> quotas, List<PlanFinding> findings, List<String> passed) {
        this.target = Objects.requireNonNull(target, "target");
        this.quotas = Collections.unmodifiableMap(new TreeMap<>(quotas));
        this.findings = findings;
        this.passed = passed;
    }

    /** Of a plan's quotas, by who carries them. */
    public static PlanCheck of(Plan plan) {
        return of(plan.target(), plan.byPerson());
    }

    /** Of quotas that were given out, by rep, however they came about. */
    public static PlanCheck of(Money target, Map<String, Money> quotas) {
        if (quotas.isEmpty()) {
            throw InvalidPlanException.of(
                    PlanFaultCode.NOBODY, "", "quotas", "Nobody has a quota. Maybe plan them with QuotaPlanner.");
        }
        quotas.forEach((rep, quota) -> same(target, quota, rep));
        PlanCheck check = new PlanCheck(target, quotas, List.of(), List.of());
        Money sum = quotas.values().stream().reduce(Money::plus).orElseThrow();
        if (sum.compareTo(target) < 0) {
            return check.found(
                    PlanFindingCode.QUOTAS_BELOW_TARGET,
                    "quotas",
                    sum,
                    target,
                    "The quotas add up to " + Cents.print(sum) + ", " + Cents.print(target.minus(sum))
                            + " less than the target " + Cents.print(target) + ". Maybe give out the rest.");
        }
        if (sum.compareTo(target.times(MOST_ASSIGNED)) > 0) {
            return check.found(
                    PlanFindingCode.OVER_ASSIGNED,
                    "quotas",
                    sum,
                    target.times(MOST_ASSIGNED),
                    "The quotas add up to " + Cents.print(sum) + ", more than 125 % of the target "
                            + Cents.print(target) + ". Maybe an over-assignment of 20 to 25 %.");
        }
        return check.fits(
                "The quotas add up to " + Cents.print(sum) + ", at least the target " + Cents.print(target) + ".");
    }

    /** Whether pipeline × win rate brings the new business that is planned for a source. */
    public PlanCheck withPipelineOf(String source, Money pipeline, double winRate, Money newBusiness) {
        same(target, pipeline, source);
        same(target, newBusiness, source);
        share("win rate", winRate, 1);
        Money expected = Cents.nearest(pipeline.amount().doubleValue() * winRate, target.currency());
        String figures = Cents.print(pipeline) + " of pipeline from " + source + " at a win rate of "
                + PlanExplanation.percent(winRate) + " bring " + Cents.print(expected);
        if (expected.compareTo(newBusiness) < 0) {
            Money needed =
                    Cents.nearest(winRate == 0 ? 0 : newBusiness.amount().doubleValue() / winRate, target.currency());
            return found(
                    PlanFindingCode.PIPELINE_BELOW_NEW_BUSINESS,
                    source,
                    expected,
                    newBusiness,
                    figures + ", " + Cents.print(newBusiness.minus(expected)) + " less than the planned "
                            + Cents.print(newBusiness) + ". Maybe "
                            + (winRate == 0
                                    ? "look at why nothing is won."
                                    : "build " + Cents.print(needed) + ", or plan less."));
        }
        return fits(figures + ", enough for the planned " + Cents.print(newBusiness) + ".");
    }

    /**
     * Whether customer success is asked to retain what the plan assumes.
     *
     * @param openingArr what recurs at the start
     * @param asked the net revenue retention that is the team's target: 1.05 is 105 %
     * @param assumed the net revenue retention in the plan
     */
    public PlanCheck withRetention(Money openingArr, double asked, double assumed) {
        same(target, openingArr, "retention");
        share("retention target", asked, 10);
        share("retention assumption", assumed, 10);
        String figures = "Retention is asked for at " + PlanExplanation.percent(asked) + " and assumed at "
                + PlanExplanation.percent(assumed);
        double difference = assumed - asked;
        if (Math.abs(difference) > 1e-9) {
            Money gap = Cents.nearest(Math.abs(difference) * openingArr.amount().doubleValue(), target.currency());
            return found(new PlanFinding(
                    PlanFindingCode.RETENTION_DIFFERS,
                    "retention",
                    asked,
                    assumed,
                    figures + ": " + Cents.print(gap) + " of " + Cents.print(openingArr)
                            + (difference > 0 ? " that nobody is asked for" : " that no plan counts on")
                            + ". Maybe use one figure for both."));
        }
        return fits(figures + ".");
    }

    /** Whether quota : on-target earnings of a rep lies between 4 and 6, as is customary. */
    public PlanCheck withPay(String rep, Money onTargetEarnings) {
        Money quota = quota(rep);
        same(target, onTargetEarnings, rep);
        if (onTargetEarnings.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The pay of (" + rep + ") is " + onTargetEarnings + ". Maybe an amount above 0.");
        }
        double times = quota.amount().doubleValue() / onTargetEarnings.amount().doubleValue();
        String figures = "The quota of " + rep + ", " + Cents.print(quota) + ", is " + one(times) + " times the pay of "
                + Cents.print(onTargetEarnings);
        if (times < LEAST_TO_PAY || times > MOST_TO_PAY) {
            return found(new PlanFinding(
                    PlanFindingCode.QUOTA_TO_PAY,
                    rep,
                    times,
                    times < LEAST_TO_PAY ? LEAST_TO_PAY : MOST_TO_PAY,
                    figures + ", and customary are 4 to 6. Maybe look at the quota, or at the pay."));
        }
        return fits(figures + ".");
    }

    /** Whether a rep's pipeline covers the whole quota 1 / win rate times. */
    public PlanCheck withCoverage(String rep, Money pipeline, double winRate) {
        return withCoverage(rep, quota(rep), pipeline, winRate);
    }

    /**
     * Whether a rep's pipeline covers a quota 1 / win rate times, and no fixed three times.
     *
     * @param quota of the period in which the pipeline can close: of the next quarter, where deals take three months
     */
    public PlanCheck withCoverage(String rep, Money quota, Money pipeline, double winRate) {
        same(target, quota, rep);
        same(target, pipeline, rep);
        share("win rate", winRate, 1);
        if (winRate == 0) {
            throw new IllegalArgumentException("The win rate of (" + rep + ") is 0. Maybe that of the team.");
        }
        double needed = 1 / winRate;
        double covered = quota.isZero()
                ? Double.POSITIVE_INFINITY
                : pipeline.amount().doubleValue() / quota.amount().doubleValue();
        String figures = "The pipeline of " + rep + ", " + Cents.print(pipeline) + ", is "
                + (quota.isZero()
                        ? "there without a quota"
                        : one(covered) + " times the quota of " + Cents.print(quota));
        if (covered < needed) {
            return found(new PlanFinding(
                    PlanFindingCode.COVERAGE_THIN,
                    rep,
                    covered,
                    needed,
                    figures + ", and a win rate of " + PlanExplanation.percent(winRate) + " needs " + one(needed)
                            + " times. Maybe build "
                            + Cents.print(Cents.nearest(
                                    quota.amount().doubleValue() * needed
                                            - pipeline.amount().doubleValue(),
                                    target.currency()))
                            + " more."));
        }
        return fits(figures + ".");
    }

    /** Whether the capacity carries the target, the year's and each month's. */
    public PlanCheck with(CapacityGap capacity) {
        PlanCheck check = this;
        for (CapacityGap.Month month : capacity.months()) {
            if (month.gap() > 0.005) {
                check = check.shortOf(
                        month.month().toString(),
                        month.target(),
                        month.capacity(),
                        "catch up in another month, or hire");
            }
        }
        if (capacity.gap() > 0.005) {
            return check.shortOf("the year", capacity.target(), capacity.capacity(), "hire, see HiringPlanner");
        }
        return check.fits("The year's capacity "
                + Cents.print(Cents.nearest(capacity.capacity(), target.currency())) + " carries the target "
                + Cents.print(capacity.target()) + ".");
    }

    private PlanCheck shortOf(String when, Money asked, double capacity, String step) {
        Money can = Cents.nearest(capacity, target.currency());
        return found(
                PlanFindingCode.CAPACITY_SHORT,
                when,
                can,
                asked,
                "The capacity of " + when + ", " + Cents.print(can) + ", is " + Cents.print(asked.minus(can))
                        + " below its target " + Cents.print(asked) + ". Maybe " + step + ".");
    }

    /** What was found and what fits, so far. */
    public PlanReview review() {
        return new PlanReview(findings, passed);
    }

    private Money quota(String rep) {
        Money quota = quotas.get(rep);
        if (quota == null) {
            throw new IllegalArgumentException("(" + rep + ") has no quota. Maybe one of " + quotas.keySet() + ".");
        }
        return quota;
    }

    private static void same(Money target, Money other, String subject) {
        if (!other.currency().equals(target.currency())) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    subject,
                    "amount",
                    "The amount of (" + subject + ") is " + other + ", and the target is " + target
                            + ". Maybe convert one of them with ExchangeRates first.");
        }
    }

    private static void share(String what, double share, double most) {
        if (!(share >= 0 && share <= most)) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE, "", what, "The " + what + " is " + share + ". Maybe 0.25 for 25 %.");
        }
    }

    private static String one(double times) {
        return new BigDecimal(times).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private PlanCheck found(PlanFindingCode code, String subject, Money found, Money needed, String text) {
        return found(new PlanFinding(
                code, subject, found.amount().doubleValue(), needed.amount().doubleValue(), text));
    }

    private PlanCheck found(PlanFinding finding) {
        List<PlanFinding> more = new ArrayList<>(findings);
        more.add(finding);
        return new PlanCheck(target, quotas, List.copyOf(more), passed);
    }

    private PlanCheck fits(String sentence) {
        List<String> more = new ArrayList<>(passed);
        more.add(sentence);
        return new PlanCheck(target, quotas, findings, List.copyOf(more));
    }
}
