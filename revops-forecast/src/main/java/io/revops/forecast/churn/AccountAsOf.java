package io.revops.forecast.churn;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An account as it is seen on a day: nothing that took effect or was recorded after the end of that day, in the zone of the policy, is
 * here. What a feature reads.
 *
 * <p>Facts are versions that were known by then: a ticket that was closed later is open, a contact who left later is there. What a fact
 * says without a date, such as a ticket's priority or a contact's role, is as in the last version that was recorded by then; a source
 * that writes no recordings has one version only, the last. Numbers are {@code NaN} where there are none.
 */
public final class AccountAsOf {
    private final AccountId id;
    private final Seen seen;
    private final UsageSeen usage;
    private final AccountWorth worth;
    private final List<Subscription> running;

    AccountAsOf(AccountId id, Seen seen, UsageSeen usage) {
        this.id = id;
        this.seen = seen;
        this.usage = usage;
        this.worth = new AccountWorth(id, seen);
        this.running =
                facts(Subscription.class).stream().filter(this::isRunning).toList();
    }

    public AccountId id() {
        return id;
    }

    /** The last day that is seen. */
    public LocalDate asOf() {
        return seen.asOf();
    }

    public ZoneId zone() {
        return seen.zone();
    }

    /** So many days, the as-of date last. */
    public Span last(int days) {
        return Span.of(asOf().minusDays(days - 1L), asOf().plusDays(1));
    }

    /** The day on which something was, in the zone of the policy. */
    public LocalDate day(Moment moment) {
        return moment.date(zone());
    }

    /** How many days ago something was; 0 on the as-of date. */
    public double daysSince(Moment moment) {
        return daysSince(day(moment));
    }

    /** How many days ago a day was; 0 is the as-of date. */
    public double daysSince(LocalDate day) {
        return asOf().toEpochDay() - day.toEpochDay();
    }

    /** Its own record. What is in there without a date (employees, industry) is as it was last written. */
    public Optional<Account> account() {
        return seen.book().account(id);
    }

    /** What is known of a kind, by id. Uses are in {@link #usage()}. */
    public <F extends Fact> List<F> facts(Class<F> kind) {
        if (kind == UsageEvent.class) {
            throw new IllegalArgumentException("Uses are not kept one by one. Maybe usage(), or usage(meter).");
        }
        return seen.facts(id, kind);
    }

    /** The facts of a kind that took effect within some days, by id. */
    public <F extends Fact> List<F> facts(Class<F> kind, Span within) {
        return facts(kind).stream()
                .filter(f ->
                        f.effective().map(this::day).filter(within::contains).isPresent())
                .toList();
    }

    /** Its subscriptions that have begun and not ended at the end of the day, by id. */
    public List<Subscription> running() {
        return running;
    }

    private boolean isRunning(Subscription subscription) {
        return subscription
                        .begins()
                        .map(this::day)
                        .filter(d -> !d.isAfter(asOf()))
                        .isPresent()
                && subscription
                        .ends()
                        .map(this::day)
                        .filter(d -> !d.isAfter(asOf()))
                        .isEmpty();
    }

    /** The first day of its first subscription; empty before there is one. */
    public Optional<LocalDate> since() {
        return facts(Subscription.class).stream()
                .flatMap(s -> s.begins().stream())
                .map(this::day)
                .min(Comparator.naturalOrder());
    }

    /** Whether everything it has is already agreed to end: it asked to go, and did not take it back. */
    public boolean isLeaving() {
        return !running.isEmpty() && running.stream().allMatch(s -> s.ends().isPresent());
    }

    /** The first day on which nothing of what runs now runs any more, if all of that is already agreed to end. */
    public Optional<LocalDate> agreedEnd() {
        return isLeaving()
                ? running.stream()
                        .flatMap(s -> s.ends().stream())
                        .map(this::day)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** All uses that are seen. */
    public UsageSeen usage() {
        return usage;
    }

    /** The uses that a meter counted. */
    public UsageSeen usage(String meter) {
        return usage.of(meter);
    }

    /** What it pays: value a month, expansion, contraction. */
    public AccountWorth worth() {
        return worth;
    }

    /** How many units it has bought by unit at the end of the day: seats; {@code NaN} where nothing is sold by unit. */
    public double seats() {
        return Contracts.seats(this);
    }

    /** The first day of which anything can be known of it: it subscribed, or used the product, for the first time. */
    LocalDate begin() {
        LocalDate used = usage.firstDay().orElse(asOf());
        return since().filter(day -> day.isBefore(used)).orElse(used);
    }

    /** {@code acme as of 2025-06-30}. */
    @Override
    public String toString() {
        return id + " as of " + asOf();
    }
}
