package io.revops.ledger;

import io.revops.book.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Blocks of accounts, all in the order of ids: what a ledger holds, and shares with its other versions. */
final class LedgerBlocks {
    private final LedgerBlock[] blocks;
    private final int[] firstAccount;

    LedgerBlocks(List<LedgerBlock> inOrder) {
        blocks = inOrder.stream().filter(b -> b.size() > 0).toArray(LedgerBlock[]::new);
        firstAccount = new int[blocks.length + 1];
        for (int i = 0; i < blocks.length; i++) {
            firstAccount[i + 1] = firstAccount[i] + blocks[i].size();
        }
    }

    int accounts() {
        return firstAccount[blocks.length];
    }

    int size() {
        return blocks.length;
    }

    LedgerBlock block(int i) {
        return blocks[i];
    }

    /** The index of the first account of a block. */
    int first(int block) {
        return firstAccount[block];
    }

    /** An account by its index in all of them. */
    LedgerBlock.Pick pick(int account) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstAccount[middle] <= account) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new LedgerBlock.Pick(blocks[low], account - firstAccount[low]);
    }

    /** The index of an account; -1 if it is not here. */
    int index(AccountId account) {
        int at = holder(account);
        int found = at < 0 ? -1 : blocks[at].find(account);
        return found < 0 ? -1 : firstAccount[at] + found;
    }

    Optional<LedgerBlock.Pick> find(AccountId account) {
        int at = holder(account);
        int found = at < 0 ? -1 : blocks[at].find(account);
        return found < 0 ? Optional.empty() : Optional.of(new LedgerBlock.Pick(blocks[at], found));
    }

    long rows() {
        long rows = 0;
        for (LedgerBlock block : blocks) {
            rows += block.at.length;
        }
        return rows;
    }

    List<Currency> currencies() {
        TreeSet<Currency> found = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        Set<Currency> last = Set.of();
        for (LedgerBlock block : blocks) {
            if (!block.found().equals(last)) {
                last = block.found();
                found.addAll(last);
            }
        }
        return List.copyOf(found);
    }

    /** These, with accounts put in, put in another's place, or, where there are no states, taken out. */
    LedgerBlocks with(List<LedgerBlock.States> changed) {
        TreeMap<Integer, TreeMap<String, LedgerBlock.States>> byBlock = new TreeMap<>();
        for (LedgerBlock.States account : changed) {
            byBlock.computeIfAbsent(Math.max(0, holder(account.account())), b -> new TreeMap<>())
                    .put(account.account().value(), account);
        }
        List<LedgerBlock> result = new ArrayList<>(blocks.length + 1);
        for (int i = 0; i < Math.max(1, blocks.length); i++) {
            TreeMap<String, LedgerBlock.States> here = byBlock.get(i);
            if (here == null) {
                if (i < blocks.length) {
                    result.add(blocks[i]);
                }
            } else {
                split(i < blocks.length ? replaced(blocks[i], here) : added(here), result);
            }
        }
        return new LedgerBlocks(result);
    }

    private static List<LedgerBlock.Pick> added(Map<String, LedgerBlock.States> accounts) {
        List<LedgerBlock.Pick> picks = new ArrayList<>();
        for (LedgerBlock.States account : accounts.values()) {
            if (!account.states().isEmpty()) {
                picks.add(new LedgerBlock.Pick(LedgerBlock.of(List.of(account)), 0));
            }
        }
        return picks;
    }

    private static List<LedgerBlock.Pick> replaced(LedgerBlock block, SortedMap<String, LedgerBlock.States> by) {
        List<LedgerBlock.Pick> picks = new ArrayList<>(block.size() + by.size());
        int next = 0;
        for (LedgerBlock.States account : by.values()) {
            int found = block.find(account.account());
            int place = found >= 0 ? found : -found - 1;
            for (; next < place; next++) {
                picks.add(new LedgerBlock.Pick(block, next));
            }
            picks.addAll(added(Map.of("", account)));
            next = found >= 0 ? found + 1 : place;
        }
        for (; next < block.size(); next++) {
            picks.add(new LedgerBlock.Pick(block, next));
        }
        return picks;
    }

    private static void split(List<LedgerBlock.Pick> picks, List<LedgerBlock> into) {
        int parts = picks.size() <= 2 * LedgerBlock.ACCOUNTS
                ? 1
                : (picks.size() + LedgerBlock.ACCOUNTS - 1) / LedgerBlock.ACCOUNTS;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) picks.size() * part / parts);
            int to = (int) ((long) picks.size() * (part + 1) / parts);
            into.add(LedgerBlock.gather(picks.subList(from, to)));
        }
    }

    /**
     * These and others; where the accounts of one block do not lie between those of another, the block is shared.
     *
     * @throws IllegalArgumentException if an account is in both
     */
    LedgerBlocks plus(LedgerBlocks other) {
        List<LedgerBlock> result = new ArrayList<>(blocks.length + other.blocks.length);
        List<LedgerBlock.Pick> between = new ArrayList<>();
        Cursor mine = new Cursor(this);
        Cursor its = new Cursor(other);
        while (!mine.atEnd() || !its.atEnd()) {
            Cursor next = mine.comesBefore(its) ? mine : its;
            Cursor rest = next == mine ? its : mine;
            if (next.isAtBlock() && next.blockEndsBefore(rest)) {
                split(between, result);
                between = new ArrayList<>();
                result.add(next.takeBlock());
            } else {
                between.add(next.take());
                if (between.size() == LedgerBlock.ACCOUNTS) {
                    split(between, result);
                    between = new ArrayList<>();
                }
            }
        }
        split(between, result);
        return new LedgerBlocks(result);
    }

    private static final class Cursor {
        private final LedgerBlock[] blocks;
        private int block;
        private int account;

        Cursor(LedgerBlocks of) {
            blocks = of.blocks;
        }

        boolean atEnd() {
            return block == blocks.length;
        }

        boolean isAtBlock() {
            return account == 0;
        }

        boolean comesBefore(Cursor other) {
            if (atEnd() || other.atEnd()) {
                return other.atEnd();
            }
            int order = id().compareTo(other.id());
            if (order == 0) {
                throw new IllegalArgumentException("Both ledgers have the account (" + id()
                        + "). Maybe build each from other accounts, or add the facts of one with plus(facts).");
            }
            return order < 0;
        }

        boolean blockEndsBefore(Cursor other) {
            LedgerBlock here = blocks[block];
            return other.atEnd() || here.account(here.size() - 1).value().compareTo(other.id()) < 0;
        }

        LedgerBlock takeBlock() {
            return blocks[block++];
        }

        LedgerBlock.Pick take() {
            LedgerBlock.Pick taken = new LedgerBlock.Pick(blocks[block], account);
            account++;
            if (account == blocks[block].size()) {
                block++;
                account = 0;
            }
            return taken;
        }

        private String id() {
            return blocks[block].account(account).value();
        }
    }

    /** The last block that begins at or before an account; -1 if all begin after it. */
    private int holder(AccountId account) {
        int low = 0;
        int high = blocks.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (blocks[middle].account(0).value().compareTo(account.value()) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
