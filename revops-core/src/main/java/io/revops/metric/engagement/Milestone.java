package io.revops.metric.engagement;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a new account should have done some days after its first contract began: a step of its onboarding.
 *
 * <p>The day on which the contract begins is day 0; a milestone that is due by day 14 is in time on that day, and late on the
 * next. What was done before the contract began, in a trial say, was done on day 0.
 */
public final class Milestone {
    /** When what a milestone asks for happened. */
    @FunctionalInterface
    public interface Lookup {
        /** Every moment at which it did, in any order; those after the day that is looked at are left out. */
        Stream<Moment> moments(RevenueBook book, AccountId account);
    }

    private final String name;
    private final int dueDays;
    private final Lookup lookup;
    private final Function<RevenueView, Optional<Evidence>> unseen;

    private Milestone(String name, int dueDays, Lookup lookup, Function<RevenueView, Optional<Evidence>> unseen) {
        if (dueDays < 0) {
            throw new IllegalArgumentException(
                    "The milestone (" + name + ") is due " + dueDays + " days after the start. Maybe 14, at least 0.");
        }
        this.name = Objects.requireNonNull(name, "name");
        this.dueDays = dueDays;
        this.lookup = Objects.requireNonNull(lookup, "lookup");
        this.unseen = unseen;
    }

    /** The first use of one of some features, by their meters. */
    public static Milestone use(int byDay, String... features) {
        return use(byDay, NamedFeatures.of(features));
    }

    /** The first use of anything. */
    public static Milestone firstUse(int byDay) {
        return use(byDay, NamedFeatures.any());
    }

    private static Milestone use(int byDay, NamedFeatures features) {
        return new Milestone(
                features.toString(),
                byDay,
                (book, account) -> book.of(account, UsageEvent.class).stream()
                        .filter(features::has)
                        .map(UsageEvent::at),
                features::unseen);
    }

    /** The first activity of one of some kinds: a kick-off, a training; in any case of letters. */
    public static Milestone activity(int byDay, String... kinds) {
        Set<String> named = NamedFeatures.named("kind of activity", "kick-off", kinds);
        Set<String> words = named.stream().map(Milestone::word).collect(Collectors.toUnmodifiableSet());
        return new Milestone(
                String.join(" or ", named),
                byDay,
                (book, account) -> book.of(account, Activity.class).stream()
                        .filter(activity -> isOf(words, activity))
                        .map(Activity::at),
                view -> unseen(
                        view,
                        view.book().all(Activity.class).stream()
                                .filter(activity -> isOf(words, activity))
                                .map(Activity::at),
                        "No activity is known of kind " + named));
    }

    /** Live, as one of its subscriptions says, or the account. */
    public static Milestone live(int byDay) {
        return new Milestone(
                "live",
                byDay,
                (book, account) -> live(book.subscriptionsOf(account), book.account(account).stream()),
                view -> unseen(
                        view,
                        live(view.book().subscriptions(), view.book().accounts().stream()),
                        "No subscription and no account says that it went live"));
    }

    /** Anything that a host can find in a book. */
    public static Milestone of(String name, int byDay, Lookup lookup) {
        return new Milestone(name, byDay, lookup, view -> Optional.empty());
    }

    private static boolean isOf(Set<String> kinds, Activity activity) {
        return activity.kind().map(Milestone::word).filter(kinds::contains).isPresent();
    }

    private static Stream<Moment> live(List<Subscription> subscriptions, Stream<Account> accounts) {
        return Stream.concat(
                subscriptions.stream().map(Subscription::goLive).flatMap(Optional::stream),
                accounts.map(Account::liveSince).flatMap(Optional::stream));
    }

    private static Optional<Evidence> unseen(RevenueView view, Stream<Moment> moments, String what) {
        LocalDate lastDay = Uses.lastDay(view);
        ZoneId zone = view.policy().zone();
        return moments.anyMatch(moment -> !moment.date(zone).isAfter(lastDay))
                ? Optional.empty()
                : Optional.of(Evidence.undefined(
                        UndefinedCode.NOT_RECORDED,
                        what + " by " + lastDay + ". Maybe merge the book with the system that knows, or leave the "
                                + "milestone out."));
    }

    private static String word(String kind) {
        return kind.strip().toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name;
    }

    /** How many days after the start it is due. */
    public int dueDays() {
        return dueDays;
    }

    /** The first day on which it was done, no earlier than the start; empty if it was not by the end of a day. */
    Optional<LocalDate> done(RevenueBook book, AccountId account, LocalDate start, LocalDate lastDay, ZoneId zone) {
        return lookup.moments(book, account)
                .map(moment -> moment.date(zone))
                .filter(day -> !day.isAfter(lastDay))
                .min(Comparator.naturalOrder())
                .map(day -> day.isBefore(start) ? start : day);
    }

    /** Evidence without lines, if nobody at all is known to have done it by the close: then its source was not read. */
    Optional<Evidence> unseen(RevenueView view) {
        return unseen.apply(view);
    }

    /** {@code live by day 30}. */
    @Override
    public String toString() {
        return name + " by day " + dueDays;
    }
}
