package io.revops.ledger;

import io.revops.book.Account;
import io.revops.book.AccountMerge;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.Payment;
import io.revops.book.Product;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every convention by which facts become revenue, one small type each; {@link #standard()} is where one starts, and
 * {@code with(option)} changes one.
 *
 * <p>The standard: revenue is what subscriptions are worth, normalised to a year (52 weeks, 365 days), per account, before
 * tax and after every active discount; usage and one-time charges stay out. The trial that a subscription begins with does not
 * count; a paused subscription does, and a past-due one until it is unpaid or ends. It ends when it ends in billing. An
 * account that pays nothing has churned, and one that comes back is a reactivation, however late. Foreign currencies are
 * valued at the closing rate of each period, and the rate's own effect has its own row.
 */
public final class RevenuePolicy {
    /** In the order in which they are told; the reporting currency, which has no default, comes third. */
    private static final List<PolicyOption> DEFAULTS = List.of(
            Basis.NET,
            ReportingZone.UTC,
            SourceBasis.SUBSCRIPTION_STATE,
            ProratedLines.USE,
            Grain.ACCOUNT,
            WeekFactor.EXACT,
            DayFactor.EXACT,
            StateRounding.NONE,
            DiscountRule.ALL_ACTIVE,
            Trial.EXCLUDE,
            PastDue.INCLUDE_UNTIL_TERMINAL,
            Unpaid.EXCLUDE,
            ChurnTiming.BILLING_END,
            Refund.IGNORE,
            Usage.EXCLUDE,
            Tax.EXCLUDE,
            Pause.KEEP,
            GapTolerance.NONE,
            FreeAccount.CHURNED,
            Reactivation.ANY,
            SamePeriod.COUNT_BOTH,
            Grouping.NONE,
            MonthValue.CLOSE,
            FxMethod.CLOSE_RATE,
            Closing.RESTATE);

    private static final Map<Class<?>, PolicyOption> BY_TYPE =
            DEFAULTS.stream().collect(Collectors.toMap(PolicyOption::getClass, o -> o));
    private static final RevenuePolicy STANDARD = new RevenuePolicy(Map.of());

    private final Map<Class<?>, PolicyOption> changed;

    private RevenuePolicy(Map<Class<?>, PolicyOption> changed) {
        this.changed = Map.copyOf(changed);
    }

    /** Net movements in UTC, in the only currency there is. */
    public static RevenuePolicy standard() {
        return STANDARD;
    }

    /**
     * The same with some conventions changed. Give those together that only go together.
     *
     * @throws IllegalArgumentException if two conventions do not go together; it names both
     */
    public RevenuePolicy with(PolicyOption... options) {
        RevenuePolicy policy = changed(options);
        PolicyCheck.of(policy, List.of(options)).ifPresent(conflict -> {
            throw new IllegalArgumentException(conflict.toString());
        });
        return policy;
    }

    /** Why {@link #with} would refuse these options; empty if it would take them. */
    public Optional<PolicyConflict> conflict(PolicyOption... options) {
        return PolicyCheck.of(changed(options), List.of(options));
    }

    private RevenuePolicy changed(PolicyOption... options) {
        Map<Class<?>, PolicyOption> next = new HashMap<>(changed);
        for (PolicyOption option : options) {
            Objects.requireNonNull(option, "option");
            if (option.equals(BY_TYPE.get(option.getClass()))) {
                next.remove(option.getClass());
            } else {
                next.put(option.getClass(), option);
            }
        }
        return new RevenuePolicy(next);
    }

    private <T extends PolicyOption> T get(Class<T> type) {
        PolicyOption option = changed.get(type);
        return type.cast(Objects.requireNonNull(option != null ? option : BY_TYPE.get(type)));
    }

    public Basis basis() {
        return get(Basis.class);
    }

    /** The zone in which days begin. */
    public ZoneId zone() {
        return get(ReportingZone.class).zone();
    }

    /** What amounts are reported in; absent: in the only currency that the book has. */
    public Optional<Currency> currency() {
        return Optional.ofNullable(changed.get(ReportingCurrency.class))
                .map(ReportingCurrency.class::cast)
                .map(ReportingCurrency::currency);
    }

    public SourceBasis source() {
        return get(SourceBasis.class);
    }

    public ProratedLines proratedLines() {
        return get(ProratedLines.class);
    }

    public Grain grain() {
        return get(Grain.class);
    }

    public WeekFactor weekFactor() {
        return get(WeekFactor.class);
    }

    public DayFactor dayFactor() {
        return get(DayFactor.class);
    }

    public StateRounding rounding() {
        return get(StateRounding.class);
    }

    public DiscountRule discount() {
        return get(DiscountRule.class);
    }

    public Trial trial() {
        return get(Trial.class);
    }

    public PastDue pastDue() {
        return get(PastDue.class);
    }

    public Unpaid unpaid() {
        return get(Unpaid.class);
    }

    public ChurnTiming churnTiming() {
        return get(ChurnTiming.class);
    }

    public Refund refund() {
        return get(Refund.class);
    }

    public Usage usage() {
        return get(Usage.class);
    }

    public Tax tax() {
        return get(Tax.class);
    }

    public Pause pause() {
        return get(Pause.class);
    }

    public GapTolerance gapTolerance() {
        return get(GapTolerance.class);
    }

    public FreeAccount freeAccount() {
        return get(FreeAccount.class);
    }

    public Reactivation reactivation() {
        return get(Reactivation.class);
    }

    /** By events as set; net movements always ignore who came and left in between. */
    public SamePeriod samePeriod() {
        return basis() == Basis.NET ? SamePeriod.IGNORE : get(SamePeriod.class);
    }

    public Grouping grouping() {
        return get(Grouping.class);
    }

    public MonthValue monthValue() {
        return get(MonthValue.class);
    }

    public FxMethod exchangeRates() {
        return get(FxMethod.class);
    }

    /** Which periods are closed, so that what is recorded late is posted to open ones. */
    public Closing closing() {
        return get(Closing.class);
    }

    /** Whether facts of a kind can change what it makes of a book: subscriptions and merges always, bills only if they are read. */
    public boolean reads(Class<? extends Fact> kind) {
        boolean bills = source() == SourceBasis.INVOICE_LINE || refund() != Refund.IGNORE;
        boolean meters = StateRules.of(this).metersUsage();
        return kind == Subscription.class
                || kind == AccountMerge.class
                || (bills && (kind == Invoice.class || kind == Payment.class))
                || (meters && kind == UsageEvent.class)
                || (source() == SourceBasis.CATALOG && kind == Product.class)
                || (grain() == Grain.PARENT && kind == Account.class);
    }

    /** Whether an account at 0 may be active, so that its states have to say how it stands. */
    boolean standsAtZero() {
        return pause() == Pause.ZERO_ACTIVE || freeAccount() == FreeAccount.ACTIVE;
    }

    /** Whether movements of a basis follow from the plain difference of two looks at an account. */
    boolean walksPlainly(Basis of) {
        boolean looks = of == Basis.NET
                ? monthValue() == MonthValue.CLOSE
                : grouping().minutes() == 0 && (basis() == Basis.NET || samePeriod() == SamePeriod.COUNT_BOTH);
        return looks
                && !standsAtZero()
                && (grain() == Grain.ACCOUNT || grain() == Grain.PARENT)
                && reactivation().equals(Reactivation.ANY);
    }

    /** What was chosen, in a fixed order; the defaults too. */
    public List<PolicyOption> options() {
        List<PolicyOption> all = new ArrayList<>();
        for (PolicyOption standard : DEFAULTS) {
            all.add(standard instanceof SamePeriod ? samePeriod() : get(standard.getClass()));
            if (standard instanceof ReportingZone && changed.get(ReportingCurrency.class) != null) {
                all.add(Objects.requireNonNull(changed.get(ReportingCurrency.class)));
            }
        }
        return List.copyOf(all);
    }

    /** Every convention as {@code name: value}, in a fixed order. */
    public List<String> conventions() {
        List<String> lines = new ArrayList<>();
        for (PolicyOption option : options()) {
            lines.add(option.option() + ": " + option.says());
            if (option instanceof ReportingZone && currency().isEmpty()) {
                lines.add("reporting currency: the only one there is");
            } else if (option instanceof Usage) {
                lines.add("one-time charges: do not count");
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RevenuePolicy that && changed.equals(that.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    /** What differs from the standard. */
    @Override
    public String toString() {
        return "RevenuePolicy: " + (changed.isEmpty() ? "standard" : "standard with " + changes());
    }

    private String changes() {
        Predicate<PolicyOption> differs = o -> changed.containsKey(o.getClass());
        return options().stream()
                .filter(differs)
                .map(o -> shortName(o.option()) + " " + o.code())
                .collect(Collectors.joining(", "));
    }

    private static String shortName(String option) {
        return option.startsWith("reporting ") ? option.substring("reporting ".length()) : option;
    }
}
