package io.revops.metric;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A typed part of a line of evidence: what an account brought at the opening, what it lost, whether a deal was won.
 *
 * @param <T> what it is read as: a run rate, money, a count or a quantity
 */
public final class Part<T> {
    // what recurs, per account or item
    public static final Part<RunRate> OPENING = runRate("opening");
    public static final Part<RunRate> NEW = runRate("new");
    public static final Part<RunRate> EXPANSION = runRate("expansion");
    public static final Part<RunRate> CONTRACTION = runRate("contraction");
    public static final Part<RunRate> CHURN = runRate("churn");
    public static final Part<RunRate> REACTIVATION = runRate("reactivation");
    public static final Part<RunRate> FX = runRate("fx");
    public static final Part<RunRate> SEGMENT_IN = runRate("segment in");
    public static final Part<RunRate> SEGMENT_OUT = runRate("segment out");
    public static final Part<RunRate> MERGE_IN = runRate("merge in");
    public static final Part<RunRate> MERGE_OUT = runRate("merge out");
    public static final Part<RunRate> CLOSING = runRate("closing");

    // accounts
    public static final Part<Long> ACTIVE_AT_OPENING = count("active at opening");
    public static final Part<Long> ACTIVE = count("active");
    public static final Part<Long> LOST_ACCOUNTS = count("lost accounts");
    public static final Part<Long> NEW_ACCOUNTS = count("new accounts");
    public static final Part<Long> REACTIVATED_ACCOUNTS = count("reactivated accounts");
    public static final Part<Long> CHURNED_ACCOUNTS = count("churned accounts");

    // contracts
    public static final Part<RunRate> SIGNED = runRate("signed");
    public static final Part<RunRate> NOTIFIED_CONTRACTION = runRate("notified contraction");
    public static final Part<RunRate> NOTIFIED_CHURN = runRate("notified churn");
    public static final Part<RunRate> LIVE = runRate("live");
    public static final Part<RunRate> NOT_LIVE = runRate("not live");
    public static final Part<RunRate> AT_RISK = runRate("at risk");
    public static final Part<Long> DAYS_TO_RENEWAL = count("days to renewal");
    public static final Part<RunRate> DUE = runRate("due");
    public static final Part<RunRate> RENEWED = runRate("renewed");
    public static final Part<Long> DUE_CONTRACTS = count("due contracts");
    public static final Part<Long> RENEWED_CONTRACTS = count("renewed contracts");

    // what is known of later
    public static final Part<RunRate> SCHEDULED_NEW = runRate("scheduled new");
    public static final Part<RunRate> SCHEDULED_EXPANSION = runRate("scheduled expansion");
    public static final Part<RunRate> SCHEDULED_CONTRACTION = runRate("scheduled contraction");
    public static final Part<RunRate> SCHEDULED_CHURN = runRate("scheduled churn");
    public static final Part<Long> RENEWAL_DAY = count("renewal day");
    public static final Part<Long> NOTICE_DAYS = count("notice days");
    public static final Part<Long> RENEWS_BY_ITSELF = count("renews by itself");
    public static final Part<Long> KNOWN_TO_END = count("known to end");
    public static final Part<Money> REMAINING = money("remaining");
    public static final Part<Money> REMAINING_YEAR = money("remaining, next 12 months");
    public static final Part<Money> REMAINING_EVENLY = money("remaining, spread evenly");
    public static final Part<Money> REMAINING_YEAR_EVENLY = money("remaining, spread evenly, next 12 months");

    // what a convention leaves out or takes off
    public static final Part<RunRate> GROSS = runRate("gross");
    public static final Part<RunRate> DISCOUNT = runRate("discount");
    public static final Part<RunRate> ON_TRIAL = runRate("on trial");
    public static final Part<RunRate> PAST_DUE = runRate("past due");
    public static final Part<Long> TRIALS_STARTED = count("trials started");
    public static final Part<Long> TRIALS_ENDED = count("trials ended");
    public static final Part<Long> TRIALS_CONVERTED = count("trials converted");

    // why items grow
    public static final Part<RunRate> PRICE = runRate("price");
    public static final Part<RunRate> VOLUME = runRate("volume");
    public static final Part<RunRate> MIX = runRate("mix");
    public static final Part<RunRate> CROSS_SELL = runRate("cross-sell");
    public static final Part<RunRate> SWITCHED = runRate("switched");
    public static final Part<RunRate> MINOR_EXPANSION = runRate("minor expansion");
    public static final Part<RunRate> MAJOR_EXPANSION = runRate("major expansion");
    public static final Part<RunRate> UPSELL = runRate("upsell");
    public static final Part<Long> UPSOLD_ACCOUNTS = count("upsold accounts");
    public static final Part<Long> CROSS_SOLD_ACCOUNTS = count("cross-sold accounts");

    // what is sold
    public static final Part<BigDecimal> SEATS_AT_OPENING = quantity("seats at opening");
    public static final Part<BigDecimal> SEATS = quantity("seats");
    public static final Part<Long> SUBSCRIPTIONS = count("subscriptions");
    public static final Part<Long> ACCOUNTS = count("accounts");

    // deals and quotas
    public static final Part<Long> WON = count("won");
    public static final Part<Long> LOST = count("lost");
    public static final Part<Money> PIPELINE = money("pipeline");
    public static final Part<Money> QUOTA = money("quota");

    // answers to surveys
    public static final Part<Long> PROMOTERS = count("promoters");
    public static final Part<Long> PASSIVES = count("passives");
    public static final Part<Long> DETRACTORS = count("detractors");
    public static final Part<Long> SATISFIED = count("satisfied");
    public static final Part<Long> NOT_SATISFIED = count("not satisfied");
    public static final Part<Long> OFF_SCALE = count("off the scale");
    public static final Part<Long> ANSWERS = count("answers");
    public static final Part<Long> ANSWERS_WITHOUT_THEME = count("answers without a theme");
    public static final Part<Long> ANSWERS_WITHOUT_ACCOUNT = count("answers without an account");
    public static final Part<Long> FOLLOWED_UP = count("followed up");
    public static final Part<Long> NOT_FOLLOWED_UP = count("not followed up");

    // use
    public static final Part<Long> USERS = count("users");
    public static final Part<Long> USER_DAYS = count("user-days");
    public static final Part<Long> POSSIBLE_USER_DAYS = count("possible user-days");
    public static final Part<Long> USES_WITHOUT_USER = count("uses without a user");
    public static final Part<Long> ACCOUNT_DAYS = count("account-days");
    public static final Part<Long> USER_FEATURES = count("features of users");
    public static final Part<Long> ACCOUNT_FEATURES = count("features of accounts");
    public static final Part<Long> ACTIVE_FEATURES = count("active features");
    public static final Part<Long> AVAILABLE_FEATURES = count("available features");

    // from the first contract on
    public static final Part<Long> REACHED = count("reached");
    public static final Part<Long> STILL_WAITING = count("still waiting");
    public static final Part<Long> DAYS_WAITED = count("days waited");
    public static final Part<Long> IN_TIME = count("in time");
    public static final Part<Long> NOT_IN_TIME = count("not in time");
    public static final Part<Long> NOT_YET_DUE = count("not yet due");
    public static final Part<Long> DUE_MILESTONES = count("due milestones");
    public static final Part<Long> COMPLETED_MILESTONES = count("completed milestones");
    public static final Part<Long> COMPLETED_IN_TIME = count("completed in time");

    // tickets
    public static final Part<Long> TICKETS = count("tickets");
    public static final Part<Long> OPEN_TICKETS = count("open tickets");
    public static final Part<Long> SOLVED_TICKETS = count("solved tickets");
    public static final Part<Long> REPLIED_TICKETS = count("replied tickets");
    public static final Part<Long> REOPENED_TICKETS = count("reopened tickets");
    public static final Part<Long> ESCALATED_TICKETS = count("escalated tickets");
    public static final Part<Long> TICKETS_WITHOUT_HISTORY = count("tickets without history");
    public static final Part<Long> MINUTES_WAITED = count("minutes waited");

    // contracts signed
    public static final Part<Long> CONTRACTS = count("contracts");
    public static final Part<Money> BOOKED_RECURRING = money("recurring");
    public static final Part<Money> BOOKED_ONE_TIME = money("one-time");
    public static final Part<Money> BOOKED_NOT_SPLIT = money("not split");
    public static final Part<Money> YEAR_1 = money("year 1");
    public static final Part<Money> YEAR_2 = money("year 2");
    public static final Part<Money> YEAR_3 = money("year 3");
    public static final Part<Money> LATER_YEARS = money("later years");
    public static final Part<RunRate> BOOKED_ARR = runRate("ARR booked");
    public static final Part<RunRate> AVERAGE_YEAR = runRate("average year");
    public static final Part<RunRate> EXIT_ARR = runRate("exit ARR");
    public static final Part<Long> SHORT_TERM = count("term under 12 months");
    public static final Part<Long> RAMP = count("ramp");
    public static final Part<Long> EVERGREEN = count("evergreen");
    public static final Part<Long> WITHOUT_TERM = count("without term");
    public static final Part<Long> NOT_SPLIT = count("without lines");

    private final String name;
    private final boolean money;
    private final Decoder<T> decoder;
    private final List<String> labels;
    private final @Nullable Part<T> kind;

    private interface Decoder<T> {
        T decode(BigInteger units, @Nullable Currency currency);
    }

    private Part(String name, boolean money, Decoder<T> decoder) {
        this(name, money, decoder, List.of(), null);
    }

    private Part(String name, boolean money, Decoder<T> decoder, List<String> labels, @Nullable Part<T> kind) {
        this.name = name;
        this.money = money;
        this.decoder = decoder;
        this.labels = labels;
        this.kind = kind;
    }

    /** A part in what recurs. */
    public static Part<RunRate> runRate(String name) {
        return new Part<>(name, true, (units, currency) -> RunRate.ofMicrosPerYear(units, known(currency)));
    }

    /** A part in money, kept to a millionth. */
    public static Part<Money> money(String name) {
        return new Part<>(
                name, true, (units, currency) -> Money.of(new BigDecimal(units, RunRate.SCALE), known(currency)));
    }

    /** A part that is counted. */
    public static Part<Long> count(String name) {
        return new Part<>(name, false, (units, currency) -> units.longValueExact());
    }

    /** A part that is counted in units that may be broken, kept to a millionth. */
    public static Part<BigDecimal> quantity(String name) {
        return new Part<>(name, false, (units, currency) -> new BigDecimal(units, RunRate.SCALE));
    }

    /**
     * A part of this kind for one of several: the churn of one reason, the accounts that went from one tier to another. Equal
     * to another of the same kind and labels; parts without labels are equal to themselves alone.
     */
    public Part<T> labelled(String... by) {
        List<String> all = List.of(by);
        return new Part<>(name + ", " + String.join(" to ", all), money, decoder, all, this);
    }

    /** What a labelled part stands for; empty of any other. */
    public List<String> labels() {
        return labels;
    }

    /** The part that this is labelled of; itself where it is not. */
    public Part<T> kind() {
        return kind == null ? this : kind;
    }

    public String name() {
        return name;
    }

    /** The value in units of the column: micro-units of money, or a count. */
    long encode(T value) {
        if (value instanceof RunRate rate) {
            return rate.microsPerYear().longValueExact();
        }
        if (value instanceof Money || value instanceof BigDecimal) {
            BigDecimal amount = value instanceof Money money ? money.amount() : (BigDecimal) value;
            return amount.setScale(RunRate.SCALE, java.math.RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
        }
        return ((Number) value).longValue();
    }

    T decode(BigInteger units, @Nullable Currency currency) {
        return decoder.decode(units, currency);
    }

    boolean isMoney() {
        return money;
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || (kind != null
                        && o instanceof Part<?> that
                        && Objects.equals(kind, that.kind)
                        && labels.equals(that.labels));
    }

    @Override
    public int hashCode() {
        return kind == null ? System.identityHashCode(this) : 31 * System.identityHashCode(kind) + labels.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    private static Currency known(@Nullable Currency currency) {
        if (currency == null) {
            throw new IllegalStateException("The evidence has no currency. Maybe begin it with Evidence.in(\"USD\").");
        }
        return currency;
    }
}
