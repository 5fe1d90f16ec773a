package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.ProductId;
import io.revops.ledger.RevenueView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which features an account could use, each by the meter that counts its use. */
@FunctionalInterface
public interface AvailableFeatures {
    /** What each account could use, as of the close of the view's span; asked once for each measurement. */
    Function<AccountId, Set<String>> in(RevenueView view);

    /** The same for everybody. */
    static AvailableFeatures of(String... features) {
        Set<String> named = NamedFeatures.named("feature", "reports", features);
        return view -> account -> named;
    }

    /**
     * What the products include that an account pays for at the close; a product that is not named includes nothing, and several
     * products include what one of them does.
     *
     * @param byProduct the features of each product, by its id
     */
    static AvailableFeatures ofProducts(Map<String, Set<String>> byProduct) {
        Map<ProductId, Set<String>> included = new HashMap<>();
        byProduct.forEach((product, features) -> included.put(new ProductId(product), Set.copyOf(features)));
        return view -> {
            Instant end = view.span().end(view.policy().zone());
            return account -> {
                Set<String> all = new TreeSet<>();
                view.ledger().states(account, end).keySet().stream()
                        .flatMap(item -> Stream.ofNullable(item.product()))
                        .forEach(product -> all.addAll(included.getOrDefault(product, Set.of())));
                return all;
            };
        };
    }

    /** Whatever anybody had used by the close: what nobody ever used is not known, so that adoption looks better than it is. */
    static AvailableFeatures everUsed() {
        return view -> {
            Set<String> meters = Uses.meters(view);
            return account -> meters;
        };
    }
}
