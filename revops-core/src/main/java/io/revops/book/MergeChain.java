package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which merges of accounts hold, in the order in which they took effect, and what is wrong with the others: an account merges
 * once, never into itself, and never in a circle. Of two that contradict each other the earlier holds, then the lesser id.
 */
final class MergeChain {
    private static final Comparator<AccountMerge> IN_ORDER = Comparator.<AccountMerge, Instant>comparing(
                    m -> m.when().instant(ZoneOffset.UTC))
            .thenComparing(m -> m.id().value());

    private final RevenueBook book;
    private final Map<AccountId, AccountMerge> byAccount = new HashMap<>();
    private final List<AccountMerge> holding = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    MergeChain(RevenueBook book) {
        this.book = book;
        book.all(AccountMerge.class).stream().sorted(IN_ORDER).forEach(this::add);
    }

    List<AccountMerge> holding() {
        return holding;
    }

    List<Issue> issues() {
        return issues;
    }

    private void add(AccountMerge merge) {
        AccountId from = book.canonical(merge.from());
        AccountId into = book.canonical(merge.into());
        Optional<AccountMerge> before = Optional.ofNullable(byAccount.get(from));
        if (from.equals(into)) {
            refuse(
                    merge,
                    "It merges an account into itself, and changes nothing. Maybe one of the two ids is mistyped.");
        } else if (before.isPresent()) {
            refuse(
                    merge,
                    "The account was merged before, by " + before.get().id() + " into "
                            + before.get().into() + ", and this does not count. Maybe it was meant of that account.");
        } else if (leadsTo(into, from)) {
            refuse(
                    merge,
                    "It closes a circle of merges, in which every account is part of another, and does not count. Maybe from and"
                            + " into were swapped.");
        } else {
            byAccount.put(from, merge);
            holding.add(merge);
        }
    }

    private boolean leadsTo(AccountId from, AccountId end) {
        AccountId at = from;
        while (!at.equals(end)) {
            AccountMerge next = byAccount.get(at);
            if (next == null) {
                return false;
            }
            at = book.canonical(next.into());
        }
        return true;
    }

    private void refuse(AccountMerge merge, String text) {
        Moment when = merge.when();
        issues.add(Issue.of(
                IssueCode.BAD_MERGE,
                Severity.WARNING,
                merge,
                "into",
                merge.into().value(),
                "On " + when + ": " + text));
    }
}
