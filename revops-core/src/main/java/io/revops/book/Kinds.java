package io.revops.book;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What rows sell, as numbers from 0 up: a plan in a currency. */
final class Kinds {
    /** Plans beyond these are looked up by their whole key. */
    private static final int FEW = 1 << 10;

    private record Key(Currency currency, int plan) {}

    private final TextIds plans = new TextIds();
    private final List<PeriodRows.Kind> all = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Currency, int[]> few = new HashMap<>();
    private @Nullable Currency currency;
    private int[] ofCurrency = {};

    List<PeriodRows.Kind> all() {
        return all;
    }

    PeriodRows.Kind get(int kind) {
        return all.get(kind);
    }

    int of(PeriodTokens of) {
        int plan = of.planEnd == of.planStart ? 0 : plans.of(of.text, of.planStart, of.planEnd) + 1;
        Currency in = Objects.requireNonNull(of.currency, "currency");
        if (plan >= FEW) {
            return number(in, plan);
        }
        if (!in.equals(currency)) {
            currency = in;
            ofCurrency = few.computeIfAbsent(in, c -> new int[FEW]);
        }
        if (ofCurrency[plan] == 0) {
            ofCurrency[plan] = number(in, plan) + 1;
        }
        return ofCurrency[plan] - 1;
    }

    private int number(Currency in, int plan) {
        return numbers.computeIfAbsent(new Key(in, plan), k -> {
            all.add(new PeriodRows.Kind(in, plan == 0 ? null : new ProductId(plans.text(plan - 1))));
            return all.size() - 1;
        });
    }
}
