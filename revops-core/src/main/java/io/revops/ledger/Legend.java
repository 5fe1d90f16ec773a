package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Entry;
import io.revops.book.FactId;
import io.revops.book.ItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the numbers of a block stand for: its accounts, its items, and what brought each row about. Told when asked. */
interface Legend {
    AccountId account(int account);

    ItemId item(int item);

    List<Because> because(int row);

    /** Whether two items are of one subscription and, if it is asked by item, have one name, whatever they sell. */
    default boolean together(int item, int other, boolean byItem) {
        ItemId one = item(item);
        ItemId two = item(other);
        return one.subscription().equals(two.subscription())
                && (!byItem || StateLog.name(one).equals(StateLog.name(two)));
    }

    /** Of facts that are written out: a cause is a clause and an entry. */
    final class Written implements Legend {
        private static final Clause[] CLAUSES = Clause.values();

        private final AccountId[] accounts;
        private final ItemId[] items;
        private final int[] firstCause;
        private final byte[] clauses;
        private final Object[] facts;

        /**
         * @param because what brought each row about
         */
        @SuppressWarnings("EnumOrdinal") // the array lives no longer than the enum: nothing is stored by number
        Written(AccountId[] accounts, ItemId[] items, List<List<Because>> because) {
            this.accounts = accounts;
            this.items = items;
            firstCause = new int[because.size() + 1];
            for (int row = 0; row < because.size(); row++) {
                firstCause[row + 1] = firstCause[row] + because.get(row).size();
            }
            clauses = new byte[firstCause[because.size()]];
            facts = new Object[clauses.length];
            int at = 0;
            for (List<Because> causes : because) {
                for (Because cause : causes) {
                    clauses[at] = (byte) cause.clause().ordinal();
                    facts[at++] = cause.fact() != null ? cause.fact() : cause.other();
                }
            }
        }

        @Override
        public AccountId account(int account) {
            return accounts[account];
        }

        @Override
        public ItemId item(int item) {
            return items[item];
        }

        @Override
        public List<Because> because(int row) {
            List<Because> causes = new ArrayList<>();
            for (int i = firstCause[row]; i < firstCause[row + 1]; i++) {
                causes.add(
                        facts[i] instanceof FactId other
                                ? new Because(CLAUSES[clauses[i]], null, other)
                                : new Because(CLAUSES[clauses[i]], (Entry) facts[i]));
            }
            return causes;
        }
    }

    /** Of accounts that were gathered from several blocks: each keeps the legend that it had. */
    final class Gathered implements Legend {
        private final Legend[] sources;
        private final int[] sourceAccount;
        private final int[] itemShift;
        private final int[] rowShift;
        private final int[] firstItem;
        private final int[] firstRow;

        Gathered(int[] firstItem, int[] firstRow) {
            this.firstItem = firstItem;
            this.firstRow = firstRow;
            int accounts = firstItem.length - 1;
            sources = new Legend[accounts];
            sourceAccount = new int[accounts];
            itemShift = new int[accounts];
            rowShift = new int[accounts];
        }

        /** Says where an account is from; its items and rows are already counted here. */
        void from(int account, LedgerBlock block, int there) {
            int items = block.firstItem[there] - firstItem[account];
            int rows = block.firstRow[there] - firstRow[account];
            if (block.legend instanceof Gathered earlier) {
                sources[account] = earlier.sources[there];
                sourceAccount[account] = earlier.sourceAccount[there];
                itemShift[account] = items + earlier.itemShift[there];
                rowShift[account] = rows + earlier.rowShift[there];
            } else {
                sources[account] = block.legend;
                sourceAccount[account] = there;
                itemShift[account] = items;
                rowShift[account] = rows;
            }
        }

        @Override
        public AccountId account(int account) {
            return sources[account].account(sourceAccount[account]);
        }

        @Override
        public ItemId item(int item) {
            int account = holder(firstItem, item);
            return sources[account].item(item + itemShift[account]);
        }

        @Override
        public boolean together(int item, int other, boolean byItem) {
            int account = holder(firstItem, item);
            return (other >= firstItem[account] && other < firstItem[account + 1])
                    ? sources[account].together(item + itemShift[account], other + itemShift[account], byItem)
                    : Legend.super.together(item, other, byItem);
        }

        @Override
        public List<Because> because(int row) {
            int account = holder(firstRow, row);
            return sources[account].because(row + rowShift[account]);
        }

        /** The last account that begins at or before an index. */
        private static int holder(int[] first, int index) {
            int found = Arrays.binarySearch(first, index);
            int at = found >= 0 ? found : -found - 2;
            while (first[at + 1] == index) {
                at++; // one that holds nothing begins where the next begins
            }
            return at;
        }
    }
}
