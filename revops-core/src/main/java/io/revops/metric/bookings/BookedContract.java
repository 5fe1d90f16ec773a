package io.revops.metric.bookings;

import io.revops.book.FactId;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.money.RunRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One signature: what a buyer committed to, for how long, and since which day. Amounts are in the currency of the report, at
 * the rate of that day.
 */
public final class BookedContract {
    private static final int YEAR = 12;

    private final FactId subject;
    private final LocalDate day;
    private final Currency currency;
    private final List<Stretch> stretches;
    private final Money withoutTerm;
    private final Money oneTime;
    private final Money notSplit;
    private final OptionalInt term;
    private final Set<BookingFinding> findings;

    BookedContract(
            FactId subject,
            LocalDate day,
            Currency currency,
            List<Stretch> stretches,
            Money withoutTerm,
            Money oneTime,
            Money notSplit,
            OptionalInt term,
            Set<BookingFinding> findings) {
        this.subject = subject;
        this.day = day;
        this.currency = currency;
        this.stretches = List.copyOf(stretches);
        this.withoutTerm = withoutTerm;
        this.oneTime = oneTime;
        this.notSplit = notSplit;
        this.term = term;
        EnumSet<BookingFinding> all = EnumSet.noneOf(BookingFinding.class);
        all.addAll(findings);
        if (recurs() && term.isPresent() && term.getAsInt() < YEAR) {
            all.add(BookingFinding.TERM_UNDER_12_MONTHS);
        }
        if (isRamp()) {
            all.add(BookingFinding.RAMP);
        }
        this.findings = java.util.Collections.unmodifiableSet(all);
    }

    /** The deal that was won, or the subscription that was signed. */
    public FactId subject() {
        return subject;
    }

    /** The day on which it was won or signed. */
    public LocalDate day() {
        return day;
    }

    public Currency currency() {
        return currency;
    }

    /** For how many months what recurs is agreed; absent if nothing recurs, or no end is agreed or written. */
    public OptionalInt termMonths() {
        return term;
    }

    /** What has to be known about it, in the order of the findings. */
    public Set<BookingFinding> findings() {
        return findings;
    }

    /** TCV: what recurs over the whole term, and what is paid once. */
    public Reading<Money> total() {
        return endless() ? evergreen() : Reading.known(wholeTerm().plus(oneTime).plus(notSplit));
    }

    /** What recurs, over the whole term. */
    public Reading<Money> recurring() {
        return isNotSplit() ? notSplit() : endless() ? evergreen() : Reading.known(wholeTerm());
    }

    /** What is paid once: set-up, services, hardware. Never in any ARR. */
    public Reading<Money> oneTime() {
        return isNotSplit() ? notSplit() : Reading.known(oneTime);
    }

    /** What recurs in each year of the contract; the last may be short. They add up to {@link #recurring()}. */
    public Reading<List<Money>> years() {
        return isNotSplit() ? notSplit() : hasNoTerm() ? noTerm() : endless() ? evergreen() : Reading.known(yearly());
    }

    /** ACV, first year: what recurs in the first twelve months, or in the term if that is shorter. */
    public Reading<Money> firstYear() {
        return isNotSplit()
                ? notSplit()
                : hasNoTerm() ? noTerm() : endless() ? evergreen() : Reading.known(until(YEAR));
    }

    /** ACV, average: what recurs over the whole term, per year of it. */
    public Reading<RunRate> averageYear() {
        return isNotSplit()
                ? notSplit()
                : hasNoTerm() ? noTerm() : endless() ? evergreen() : Reading.known(average(wholeTerm(), length()));
    }

    /** ARR booked: what recurs in the first year, per year where the term is shorter. What comes later is no ARR yet. */
    public Reading<RunRate> arr() {
        int months = term.isPresent() ? Math.min(YEAR, term.getAsInt()) : YEAR;
        return isNotSplit() ? notSplit() : hasNoTerm() ? noTerm() : Reading.known(average(until(months), months));
    }

    /** What recurs per year when the term ends: of a ramp its last step. */
    public Reading<RunRate> exitArr() {
        return isNotSplit() ? notSplit() : hasNoTerm() ? noTerm() : endless() ? evergreen() : Reading.known(exit());
    }

    private boolean isNotSplit() {
        return findings.contains(BookingFinding.NOT_SPLIT);
    }

    private boolean hasNoTerm() {
        return findings.contains(BookingFinding.NO_TERM);
    }

    private boolean endless() {
        return findings.contains(BookingFinding.EVERGREEN);
    }

    private boolean recurs() {
        return stretches.stream().anyMatch(s -> s.amount().signum() != 0);
    }

    /** The length of the term, 12 if nothing recurs: then it makes no difference. */
    private int length() {
        return term.orElse(YEAR);
    }

    private Money until(int months) {
        Money sum = Money.zero(currency);
        for (Stretch stretch : stretches) {
            sum = sum.plus(stretch.until(Months.of(months)));
        }
        return sum;
    }

    private Money wholeTerm() {
        return until(length()).plus(withoutTerm);
    }

    private List<Money> yearly() {
        List<Money> years = new ArrayList<>();
        Money before = Money.zero(currency);
        for (int from = 0; from < length(); from += YEAR) {
            Money now = until(Math.min(from + YEAR, length()));
            years.add(now.minus(before));
            before = now;
        }
        return List.copyOf(years);
    }

    private RunRate exit() {
        RunRate exit = RunRate.zero(currency);
        for (Stretch stretch : stretches) {
            if (stretch.isRunningBefore(Months.of(length()))) {
                exit = exit.plus(stretch.perYear());
            }
        }
        return exit;
    }

    private RunRate average(Money amount, int months) {
        return RunRate.perYear(Months.of(YEAR).share(amount, months));
    }

    private boolean isRamp() {
        return stretches.stream()
                .anyMatch(s -> s.amount().signum() != 0 && (s.from().signum() > 0 || endsEarly(s)));
    }

    private boolean endsEarly(Stretch stretch) {
        return term.isPresent()
                && stretch.to()
                        .filter(to -> to.compareTo(Months.of(term.getAsInt())) < 0)
                        .isPresent();
    }

    private static <V> Reading<V> evergreen() {
        return Reading.undefined(
                UndefinedCode.EVERGREEN,
                "No end is agreed, so there is no total. Maybe write term_months, or read ARR booked.");
    }

    private static <V> Reading<V> noTerm() {
        return Reading.undefined(
                UndefinedCode.NO_TERM,
                "What recurs has no term, so there is no year of it. Maybe load term_months with the lines.");
    }

    private static <V> Reading<V> notSplit() {
        return Reading.undefined(
                UndefinedCode.NOT_SPLIT,
                "The deal has an amount and no lines, so nothing says what recurs. Maybe load the lines of deals.");
    }

    /** Subject, day, total and findings. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(subject.toString()).append(", ").append(day).append(": ");
        text.append(total().value().map(v -> "TCV " + v).orElse("TCV undefined"));
        arr().value().ifPresent(v -> text.append(", ARR ").append(v.perYear()));
        findings.forEach(f -> text.append(", ").append(f.text()));
        return text.toString();
    }
}
