package io.revops.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dated exchange rates. The rate of a day is the last one dated on or before it; there is none before the first.
 *
 * <p>A pair that is not quoted is taken from its inverse, else through one currency to which both are quoted (the first by
 * code), exactly: a conversion is a fraction until it is applied. Two rates of a pair on one day: the greater one holds,
 * so that the order of loading does not matter; the book reports the conflict.
 */
public final class ExchangeRates {
    private static final ExchangeRates NONE = new ExchangeRates(List.of());

    private record Pair(Currency base, Currency quote) {}

    private final List<ExchangeRate> all;
    private final Map<Pair, NavigableMap<LocalDate, Conversion>> byPair = new HashMap<>();
    private final TreeSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));

    private ExchangeRates(Collection<ExchangeRate> rates) {
        List<ExchangeRate> sorted = new ArrayList<>(new java.util.HashSet<>(rates));
        sorted.sort(Comparator.comparing(ExchangeRate::date)
                .thenComparing(r -> r.base().getCurrencyCode())
                .thenComparing(r -> r.quote().getCurrencyCode())
                .thenComparing(ExchangeRate::rate));
        for (ExchangeRate rate : sorted) {
            byPair.computeIfAbsent(new Pair(rate.base(), rate.quote()), p -> new TreeMap<>())
                    .put(rate.date(), Conversion.of(rate.rate(), rate.quote()));
            currencies.add(rate.base());
            currencies.add(rate.quote());
        }
        all = List.copyOf(sorted);
    }

    /** No rates at all. */
    public static ExchangeRates none() {
        return NONE;
    }

    /** These rates, in any order; the same rate twice counts once. */
    public static ExchangeRates of(Collection<ExchangeRate> rates) {
        return rates.isEmpty() ? NONE : new ExchangeRates(rates);
    }

    /** Every rate, by date, base and quote. */
    public List<ExchangeRate> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** How to convert on a day, or empty if no rate, inverse or cross rate is known on or before it. */
    public Optional<Conversion> conversion(Currency from, Currency to, LocalDate on) {
        if (from.equals(to)) {
            return Optional.of(Conversion.none());
        }
        Optional<Conversion> direct = quoted(from, to, on);
        if (direct.isPresent()) {
            return direct;
        }
        for (Currency through : currencies) {
            Optional<Conversion> first = quoted(from, through, on);
            Optional<Conversion> second = quoted(through, to, on);
            if (first.isPresent() && second.isPresent()) {
                return Optional.of(first.get().then(second.get()));
            }
        }
        return Optional.empty();
    }

    /** The rates that a conversion on a day is made of: one, or two if it leads through another currency; none if there is none. */
    public List<ExchangeRate> behind(Currency from, Currency to, LocalDate on) {
        if (from.equals(to)) {
            return List.of();
        }
        List<ExchangeRate> direct = written(from, to, on);
        if (!direct.isEmpty()) {
            return direct;
        }
        for (Currency through : currencies) {
            List<ExchangeRate> first = written(from, through, on);
            List<ExchangeRate> second = written(through, to, on);
            if (!first.isEmpty() && !second.isEmpty()) {
                return List.of(first.get(0), second.get(0));
            }
        }
        return List.of();
    }

    private List<ExchangeRate> written(Currency from, Currency to, LocalDate on) {
        for (Pair pair : List.of(new Pair(from, to), new Pair(to, from))) {
            NavigableMap<LocalDate, Conversion> dated = byPair.get(pair);
            LocalDate day = dated == null ? null : dated.floorKey(on);
            if (day != null) {
                return all.stream()
                        .filter(r -> r.date().equals(day)
                                && r.base().equals(pair.base())
                                && r.quote().equals(pair.quote()))
                        .reduce((lesser, greater) -> greater)
                        .stream()
                        .toList();
            }
        }
        return List.of();
    }

    /** Only the rates dated on or before a day. */
    public ExchangeRates upTo(LocalDate day) {
        return of(all.stream().filter(r -> !r.date().isAfter(day)).toList());
    }

    /** These and others. */
    public ExchangeRates plus(ExchangeRates others) {
        List<ExchangeRate> both = new ArrayList<>(all);
        both.addAll(others.all);
        return of(both);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ExchangeRates that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.isEmpty()
                ? "no exchange rates"
                : all.size() + " exchange rates of " + currencies + ", "
                        + all.get(0).date() + " to " + all.get(all.size() - 1).date();
    }

    private Optional<Conversion> quoted(Currency from, Currency to, LocalDate on) {
        Optional<Conversion> straight = last(from, to, on);
        return straight.isPresent() ? straight : last(to, from, on).map(c -> c.inverse(to));
    }

    private Optional<Conversion> last(Currency base, Currency quote, LocalDate on) {
        NavigableMap<LocalDate, Conversion> dated = byPair.get(new Pair(base, quote));
        return Optional.ofNullable(dated == null ? null : dated.floorEntry(on)).map(Map.Entry::getValue);
    }
}
