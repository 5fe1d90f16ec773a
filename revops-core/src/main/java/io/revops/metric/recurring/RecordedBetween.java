package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.Entry;
import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.Movement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which facts a later book has that an earlier one has not, or has otherwise: by account, and by the ids that movements name. */
final class RecordedBetween {
    private final Map<String, Set<String>> byAccount = new HashMap<>();
    private final Set<String> all = new TreeSet<>();

    RecordedBetween(RevenueBook was, RevenueBook is) {
        Map<FactId, Fact> before = new HashMap<>();
        was.facts().forEach(fact -> before.put(fact.id(), fact));
        is.facts()
                .filter(fact -> !fact.equals(before.get(fact.id())))
                .forEach(fact -> ids(fact, before.get(fact.id()))
                        .forEach(id -> add(is, fact.accountId().orElse(null), id)));
    }

    private void add(RevenueBook book, @Nullable AccountId account, String id) {
        all.add(id);
        if (account != null) {
            byAccount
                    .computeIfAbsent(book.canonical(account).value(), a -> new TreeSet<>())
                    .add(id);
        }
    }

    /** Of a subscription its entries; if none is new, the subscription itself. */
    private static Set<String> ids(Fact now, @Nullable Fact then) {
        Set<String> ids = new LinkedHashSet<>();
        if (now instanceof Subscription subscription) {
            Set<Entry> known = new HashSet<>();
            if (then instanceof Subscription earlier) {
                entries(earlier).forEach(known::add);
            }
            entries(subscription).filter(e -> !known.contains(e)).forEach(e -> ids.add(e.id()));
        }
        return ids.isEmpty() ? Set.of(now.id().value()) : ids;
    }

    private static Stream<Entry> entries(Subscription subscription) {
        return Stream.of(
                        subscription.items(),
                        subscription.discounts(),
                        subscription.spells(),
                        subscription.cancellations(),
                        subscription.endings())
                .flatMap(List::stream);
    }

    /** What of it two versions of a movement name; if they name none of it, all that was recorded of the account. */
    List<String> behind(@Nullable Movement then, @Nullable Movement now) {
        Movement one = java.util.Objects.requireNonNull(now != null ? now : then);
        Set<String> ofAccount = byAccount.getOrDefault(one.account().value(), all);
        Set<String> named = new TreeSet<>();
        Stream.of(java.util.Optional.ofNullable(then), java.util.Optional.ofNullable(now))
                .flatMap(java.util.Optional::stream)
                .flatMap(m -> m.factIds().stream())
                .filter(ofAccount::contains)
                .forEach(named::add);
        boolean isOfAccount = byAccount.containsKey(one.account().value());
        return named.isEmpty() && isOfAccount ? List.copyOf(ofAccount) : List.copyOf(named);
    }
}
