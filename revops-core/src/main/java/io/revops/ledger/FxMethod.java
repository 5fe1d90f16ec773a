package io.revops.ledger;

import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** At which exchange rate an amount of another currency is worth something in the one that is reported. */
public final class FxMethod implements PolicyOption {
    /** Which rate. */
    public enum Rule {
        /** The closing rate of each period; what the rate itself does has its own row. */
        CLOSE_RATE,
        /** The rate of the day on which a subscription took its value. */
        EVENT_RATE,
        /** The rate of the day on which a subscription started. */
        START_LOCKED,
        /** A fixed rate for each currency, of the policy's own. */
        CONSTANT,
        /** The book's rate of one day, for all of history. */
        CURRENT
    }

    public static final FxMethod CLOSE_RATE = new FxMethod(Rule.CLOSE_RATE, null, Map.of());
    public static final FxMethod EVENT_RATE = new FxMethod(Rule.EVENT_RATE, null, Map.of());
    public static final FxMethod START_LOCKED = new FxMethod(Rule.START_LOCKED, null, Map.of());

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private final Rule rule;
    private final @Nullable LocalDate day;
    private final TreeMap<Currency, BigDecimal> constant = new TreeMap<>(BY_CODE);

    private FxMethod(Rule rule, @Nullable LocalDate day, Map<Currency, BigDecimal> constant) {
        this.rule = rule;
        this.day = day;
        constant.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("The constant rate of " + currency + " is " + rate.toPlainString()
                        + ". Maybe units of the reporting currency for one " + currency + ".");
            }
            this.constant.put(currency, OptionCodes.plain(rate));
        });
    }

    /** One rate for each currency, whatever the book says: units of the reporting currency for one of it. */
    public static FxMethod constant(Map<Currency, BigDecimal> rates) {
        return new FxMethod(Rule.CONSTANT, null, rates);
    }

    /** All of history at the book's rates of a day. */
    public static FxMethod current(LocalDate asOf) {
        return new FxMethod(Rule.CURRENT, Objects.requireNonNull(asOf, "asOf"), Map.of());
    }

    public Rule rule() {
        return rule;
    }

    /** The day whose rates hold, if all of history is told at them. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** Whether an item's worth is converted when it is recorded and not again. */
    boolean convertsStates() {
        return rule == Rule.EVENT_RATE || rule == Rule.START_LOCKED;
    }

    /** The day whose rates hold for all of history, or null. */
    @Nullable
    LocalDate fixedDay() {
        return rule == Rule.CONSTANT ? LocalDate.EPOCH : day;
    }

    /** The rates of a book, or the policy's own in their place. */
    ExchangeRates rates(ExchangeRates book, @Nullable Currency to) {
        if (rule != Rule.CONSTANT || to == null) {
            return book;
        }
        List<ExchangeRate> own = new ArrayList<>();
        constant.forEach((from, rate) -> {
            if (!from.equals(to)) {
                own.add(new ExchangeRate(LocalDate.EPOCH, from, to, rate));
            }
        });
        return ExchangeRates.of(own);
    }

    static FxMethod parse(String code) {
        String[] parts = code.strip().split("[ ,]+", -1);
        Rule rule = OptionCodes.choice("exchange rates", Rule.class, parts[0]);
        return switch (rule) {
            case CLOSE_RATE -> CLOSE_RATE;
            case EVENT_RATE -> EVENT_RATE;
            case START_LOCKED -> START_LOCKED;
            case CURRENT -> current(OptionCodes.day(parts.length > 1 ? parts[1] : ""));
            case CONSTANT -> {
                Map<Currency, BigDecimal> rates = new TreeMap<>(BY_CODE);
                for (int i = 1; i < parts.length; i++) {
                    String[] pair = parts[i].split("=", -1);
                    rates.put(Money.currency(pair[0]), OptionCodes.number(pair[pair.length - 1]));
                }
                yield constant(rates);
            }
        };
    }

    @Override
    public String option() {
        return "exchange rates";
    }

    @Override
    public String says() {
        return switch (rule) {
            case CLOSE_RATE -> "closing rate, with a row for its effect";
            case EVENT_RATE -> "the rate of the day on which a subscription took its value";
            case START_LOCKED -> "the rate of the day on which a subscription started";
            case CONSTANT -> "constant" + (constant.isEmpty() ? "" : ", " + shown(", "));
            case CURRENT -> "all of history at the rates of " + day;
        };
    }

    @Override
    public String code() {
        return switch (rule) {
            case CONSTANT -> (rule + " " + shown(" ")).strip();
            case CURRENT -> rule + " " + day;
            default -> rule.name();
        };
    }

    private String shown(String between) {
        return constant.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT, "%s=%s", e.getKey(), e.getValue().toPlainString()))
                .collect(Collectors.joining(between));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FxMethod that
                && rule == that.rule
                && Objects.equals(day, that.day)
                && constant.equals(that.constant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, day, constant);
    }

    @Override
    public String toString() {
        return code();
    }
}
