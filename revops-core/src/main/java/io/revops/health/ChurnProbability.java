package io.revops.health;

import io.revops.book.AccountId;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How probable it is that a customer leaves, as a model outside of this room estimated it. */
@FunctionalInterface
public interface ChurnProbability {
    /** 0 to 1; absent: the model does not say. An account that was not scored is no coin toss. */
    OptionalDouble of(AccountId account);

    /** No model. */
    static ChurnProbability unknown() {
        return account -> OptionalDouble.empty();
    }

    /** As a map from the id of an account says. */
    static ChurnProbability of(Map<String, Double> byAccount) {
        Map<String, Double> kept = new TreeMap<>(byAccount);
        kept.forEach((account, p) -> {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("(" + account + ") leaves with the probability " + p
                        + ". Maybe a share from 0 to 1, not in percent.");
            }
        });
        return account -> {
            Double p = kept.get(account.value());
            return p == null ? OptionalDouble.empty() : OptionalDouble.of(p);
        };
    }
}
