package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What was used on the days of a span: by whom, when, and which features; to be counted, as the order of sets is none. */
final class Uses {
    /** What one account or user did. */
    static final class Use {
        private final BitSet days = new BitSet();
        private final Set<String> features = new HashSet<>();

        private void add(int day, String feature) {
            days.set(day);
            features.add(feature);
        }

        /** On how many days. */
        int days() {
            return days.cardinality();
        }

        /** Which, in no order. */
        Set<String> features() {
            return features;
        }
    }

    /** What one account did, whoever it was, and what its users did as far as they are known. */
    static final class OfAccount {
        private final Use all = new Use();
        private final Map<String, Use> users = new HashMap<>();
        private long withoutUser;

        private void add(UsageEvent event, int day) {
            all.add(day, event.meter());
            event.user()
                    .ifPresentOrElse(
                            user -> users.computeIfAbsent(user, u -> new Use()).add(day, event.meter()),
                            () -> withoutUser++);
        }

        Use all() {
            return all;
        }

        Map<String, Use> users() {
            return users;
        }

        /** How many uses name no user. */
        long withoutUser() {
            return withoutUser;
        }
    }

    private Uses() {}

    /** Each account that used something on a day of a span, in the order of ids. */
    static Map<AccountId, OfAccount> during(RevenueView view, Span span) {
        LocalDate first = first(view, span);
        Map<AccountId, OfAccount> uses = new HashMap<>();
        each(view, (event, day) -> {
            if (span.contains(day)) {
                uses.computeIfAbsent(view.book().canonical(event.account()), a -> new OfAccount())
                        .add(event, Math.toIntExact(ChronoUnit.DAYS.between(first, day)));
            }
        });
        Map<AccountId, OfAccount> sorted = new TreeMap<>(Comparator.comparing(AccountId::value));
        sorted.putAll(uses);
        return sorted;
    }

    /** The first day with a use, from which days are counted: a span may begin long before. */
    private static LocalDate first(RevenueView view, Span span) {
        LocalDate[] first = {span.to()};
        each(view, (event, day) -> {
            if (span.contains(day) && day.isBefore(first[0])) {
                first[0] = day;
            }
        });
        return first[0];
    }

    /** Every feature that anybody had used by the close of the span. */
    static Set<String> meters(RevenueView view) {
        Set<String> meters = new TreeSet<>();
        each(view, (event, day) -> {
            if (day.isBefore(view.span().to())) {
                meters.add(event.meter());
            }
        });
        return meters;
    }

    /** Whether any use by the close of the span names its user. */
    static boolean namesUsers(RevenueView view) {
        boolean[] found = {false};
        each(
                view,
                (event, day) -> found[0] |=
                        event.user().isPresent() && day.isBefore(view.span().to()));
        return found[0];
    }

    private static void each(RevenueView view, BiConsumer<UsageEvent, LocalDate> sink) {
        ZoneId zone = view.policy().zone();
        for (UsageEvent event : view.book().all(UsageEvent.class)) {
            if (isUse(event)) {
                sink.accept(event, event.at().date(zone));
            }
        }
    }

    /** A row that counts nothing tells of no use. */
    static boolean isUse(UsageEvent event) {
        return event.quantity().filter(quantity -> quantity.signum() <= 0).isEmpty();
    }

    /** The last day of the span. */
    static LocalDate lastDay(RevenueView view) {
        return view.span().to().minusDays(1);
    }
}
