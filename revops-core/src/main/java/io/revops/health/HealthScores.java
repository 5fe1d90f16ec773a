package io.revops.health;

import io.revops.book.AccountId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How every customer is at the end of a day, by id. */
public final class HealthScores {
    private final Customers customers;
    private final List<HealthScore> all;
    private final Map<AccountId, HealthScore> byAccount;

    HealthScores(Customers customers, List<HealthScore> all) {
        this.customers = customers;
        this.all = List.copyOf(all);
        byAccount = all.stream().collect(Collectors.toMap(HealthScore::account, Function.identity()));
    }

    /** Who was scored. */
    public Customers customers() {
        return customers;
    }

    /** All scores, by account. */
    public List<HealthScore> all() {
        return all;
    }

    /**
     * The score of a customer.
     *
     * @throws IllegalArgumentException if the account is no customer on the day
     */
    public HealthScore of(String account) {
        return of(customers.of(account));
    }

    HealthScore of(Customer customer) {
        HealthScore score = byAccount.get(customer.id());
        if (score == null) {
            throw new IllegalArgumentException(
                    "(" + customer.id() + ") was not scored. Maybe it is a customer of another day.");
        }
        return score;
    }

    /** Those in a band, the lowest score first. */
    public List<HealthScore> in(HealthBand band) {
        return all.stream()
                .filter(score -> score.band() == band)
                .sorted(Comparator.comparing(
                                (HealthScore s) -> s.score().value().orElse(BigDecimal.ZERO))
                        .thenComparing(s -> s.account().value()))
                .toList();
    }

    /** How many are in each band, and what they are worth. */
    public HealthMix mix() {
        return HealthMix.of(customers.day(), all);
    }

    /** The mix, and the ten lowest scores. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(all.size())
                .append(" customers at the end of ")
                .append(mix());
        all.stream()
                .filter(score -> score.score().value().isPresent())
                .sorted(Comparator.comparing((HealthScore s) -> s.score().orElseThrow())
                        .thenComparing(s -> s.account().value()))
                .limit(10)
                .forEach(score -> text.append("\n  ").append(score.headline()).append(reason(score)));
        return text.toString();
    }

    private static String reason(HealthScore score) {
        return score.weakest(1).stream()
                .map(share -> "; " + share.factor() + ": " + share.text())
                .findFirst()
                .orElse("");
    }
}
