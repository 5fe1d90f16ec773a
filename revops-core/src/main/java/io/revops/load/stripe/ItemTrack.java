package io.revops.load.stripe;

import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changes about the items from one snapshot to the next. */
final class ItemTrack {
    private record State(
            @Nullable ProductId product,
            @Nullable BigDecimal quantity,
            @Nullable Price price) {}

    private final Catalog catalog;
    private final Set<Problem> problems;
    private final List<ItemChange> changes = new ArrayList<>();
    private Map<String, State> now = Map.of();

    ItemTrack(Catalog catalog, Set<Problem> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    List<ItemChange> changes() {
        return changes;
    }

    boolean next(Snapshot snapshot, Step step) {
        Map<String, State> then = states(snapshot);
        int before = changes.size();
        then.forEach((item, state) -> {
            State was = now.getOrDefault(item, new State(null, null, null));
            if (!state.equals(was)) {
                changes.add(change(step, item)
                        .product(Objects.equals(state.product, was.product) ? null : state.product)
                        .quantity(isSame(state.quantity, was.quantity) ? null : state.quantity)
                        .price(Objects.equals(state.price, was.price) ? null : state.price)
                        .build());
            }
        });
        now.keySet().stream()
                .filter(item -> !then.containsKey(item))
                .forEach(item ->
                        changes.add(change(step, item).quantity(BigDecimal.ZERO).build()));
        now = then;
        return changes.size() > before;
    }

    private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    private static ItemChange.Builder change(Step step, String item) {
        return ItemChange.builder(step.id() + "/" + item, step.moment(), item).recorded(step.recorded());
    }

    private Map<String, State> states(Snapshot snapshot) {
        Map<String, State> states = new LinkedHashMap<>();
        for (Snapshot.Item item : snapshot.items()) {
            PriceTerms terms = catalog.known(item.price());
            String column = "items[" + item.id() + "].price";
            if (terms.oneTime()) {
                problems.add(new Problem(
                        IssueCode.UNKNOWN_KIND,
                        Severity.NOTE,
                        column,
                        terms.id(),
                        "The price is charged once and is no item of a subscription. Maybe nothing is wrong."));
                continue;
            }
            @Nullable
            Price price = catalog.price(item.price(), snapshot.currency()).orElse(null);
            if (price == null) {
                problems.add(
                        new Problem(IssueCode.MISSING_VALUE, Severity.ERROR, column, terms.id(), whyNoPrice(terms)));
            }
            states.put(item.id(), new State(terms.product(), item.quantity(), price));
        }
        return states;
    }

    private static String whyNoPrice(PriceTerms terms) {
        String what = "The item is kept without a price, ";
        if (terms.base() == null) {
            return what + "of which only the id is in the export. Maybe export the prices, too.";
        }
        return terms.tiered()
                ? what + "whose tiers are not in the export. Maybe export prices with expand[]=data.tiers."
                : what + "which has no amount in the subscription's currency. Maybe export prices with"
                        + " expand[]=data.currency_options.";
    }
}
