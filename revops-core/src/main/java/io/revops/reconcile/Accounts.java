package io.revops.reconcile;

import io.revops.book.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts of all ledgers that are compared, each with a number. */
final class Accounts {
    private final Map<AccountId, Integer> numbers = new HashMap<>();
    private final List<AccountId> ids = new ArrayList<>();

    int number(AccountId account) {
        return numbers.computeIfAbsent(account, a -> {
            ids.add(a);
            return ids.size() - 1;
        });
    }

    List<AccountId> ids() {
        return ids;
    }
}
