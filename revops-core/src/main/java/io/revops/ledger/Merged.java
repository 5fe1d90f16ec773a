package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The merged accounts of a ledger: who has what, and where they stand among its accounts. */
final class Merged {
    /** Nobody merged. */
    static final Merged NONE = new Merged(RevenueBook.empty(), Ownership.NONE, List.of());

    private record Member(int group, int place) {}

    /** The merges, in every version, and no other facts. */
    final RevenueBook merges;

    final Ownership ownership;

    /** In the order of the groups that own. */
    final List<MergeGroup> groups;

    private final Map<AccountId, MergeGroup> byAccount = new HashMap<>();

    Merged(RevenueBook merges, Ownership ownership, List<MergeGroup> groups) {
        this.merges = merges;
        this.ownership = ownership;
        this.groups = List.copyOf(groups);
        groups.forEach(group -> group.owners.forEach(owner -> byAccount.put(owner, group)));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** These and those of other accounts. */
    Merged plus(Merged other) {
        if (other.isEmpty()) {
            return this;
        }
        RevenueBook.Builder both = merges.toBuilder();
        other.merges.facts().forEach(both::add);
        Ownership all = ownership.plus(other.ownership);
        List<MergeGroup> inOrder = new ArrayList<>();
        for (Ownership.Group group : all.groups()) {
            for (MergeGroup known :
                    Stream.concat(groups.stream(), other.groups.stream()).toList()) {
                if (known.owners.equals(List.copyOf(group.owners().values()))) {
                    inOrder.add(known);
                }
            }
        }
        return new Merged(both.build(), all, inOrder);
    }

    /** The group that an account is in. */
    Optional<MergeGroup> group(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    /** Walks all accounts in order: merged ones by their groups, all others by another walk. */
    void walk(LedgerBlocks blocks, AccountWalk plain, MergedWalk merged, MovementWalk.Sink sink) {
        TreeMap<Integer, Member> members = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int o = 0; o < groups.get(g).owners.size(); o++) {
                int index = blocks.index(groups.get(g).owners.get(o));
                if (index >= 0) {
                    members.put(index, new Member(g, o));
                }
            }
        }
        Map<Integer, List<List<MergedWalk.Told>>> told = new HashMap<>();
        MovementRow row = new MovementRow();
        for (int i = 0; i < blocks.size(); i++) {
            LedgerBlock block = blocks.block(i);
            int first = blocks.first(i);
            int next = 0;
            for (Map.Entry<Integer, Member> entry :
                    members.subMap(first, first + block.size()).entrySet()) {
                int account = entry.getKey();
                plain.walk(block, next, account - first, first, sink);
                next = account - first + 1;
                int group = entry.getValue().group();
                told.computeIfAbsent(group, g -> merged.of(groups.get(g)))
                        .get(entry.getValue().place())
                        .forEach(t -> t.into(row, account, sink));
            }
            plain.walk(block, next, block.size(), first, sink);
        }
    }
}
