package io.revops.ledger;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Options as they are written in files, and what their values have in common. */
final class OptionCodes {
    private static final Map<String, Function<String, PolicyOption>> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("basis", code -> choice("basis", Basis.class, code));
        BY_NAME.put("trial", code -> choice("trial", Trial.class, code));
        BY_NAME.put("discount", code -> choice("discount", DiscountRule.class, code));
        BY_NAME.put("tax", code -> choice("tax", Tax.class, code));
        BY_NAME.put("unpaid", code -> choice("unpaid", Unpaid.class, code));
        BY_NAME.put("pause", code -> choice("pause", Pause.class, code));
        BY_NAME.put("churn timing", code -> choice("churn timing", ChurnTiming.class, code));
        BY_NAME.put("same period", code -> choice("same period", SamePeriod.class, code));
        BY_NAME.put("free account", code -> choice("free account", FreeAccount.class, code));
        BY_NAME.put("refund", code -> choice("refund", Refund.class, code));
        BY_NAME.put("grain", code -> choice("grain", Grain.class, code));
        BY_NAME.put("month value", code -> choice("month value", MonthValue.class, code));
        BY_NAME.put("source", code -> choice("source", SourceBasis.class, code));
        BY_NAME.put("prorated lines", code -> choice("prorated lines", ProratedLines.class, code));
        BY_NAME.put("rounding", code -> choice("rounding", StateRounding.class, code));
        BY_NAME.put("gap tolerance", code -> GapTolerance.days(count(code)));
        BY_NAME.put("grouping", code -> Grouping.minutes(count(code)));
        BY_NAME.put("past due", code -> counted("past due", PastDue.Rule.class, code, PastDue::new));
        BY_NAME.put("reactivation", code -> counted("reactivation", Reactivation.Rule.class, code, Reactivation::new));
        BY_NAME.put("usage", code -> counted("usage", Usage.Rule.class, code, Usage::new));
        BY_NAME.put("week factor", code -> new WeekFactor(number(code)));
        BY_NAME.put("day factor", code -> new DayFactor(number(code)));
        BY_NAME.put("exchange rates", FxMethod::parse);
        BY_NAME.put("closed periods", Closing::parse);
        BY_NAME.put("reporting zone", ReportingZone::of);
        BY_NAME.put("reporting currency", code -> new ReportingCurrency(Money.currency(code.strip())));
    }

    private OptionCodes() {}

    static PolicyOption parse(String option, String code) {
        Function<String, PolicyOption> parser = BY_NAME.get(option.strip().toLowerCase(Locale.ROOT));
        if (parser == null) {
            throw new IllegalArgumentException(
                    "A policy has no option (" + option + "). Maybe one of " + names() + ".");
        }
        return parser.apply(code);
    }

    static List<String> names() {
        return new ArrayList<>(BY_NAME.keySet());
    }

    static <E extends Enum<E>> E choice(String option, Class<E> type, String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The option " + option + " has no choice (" + code
                        + "). Maybe one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** A rule and a count. */
    interface Counted<R> {
        PolicyOption of(R rule, int count);
    }

    private static <R extends Enum<R>> PolicyOption counted(
            String option, Class<R> type, String code, Counted<R> make) {
        String[] parts = code.strip().split("[ ]+", 2);
        return make.of(choice(option, type, parts[0]), parts.length == 1 ? 0 : count(parts[1]));
    }

    static int count(String code) {
        try {
            return Integer.parseInt(code.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("There is no whole number in (" + code + "). Maybe 30.", e);
        }
    }

    static BigDecimal number(String code) {
        try {
            return new BigDecimal(code.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("There is no number in (" + code + "). Maybe 4.33.", e);
        }
    }

    static LocalDate day(String code) {
        try {
            return LocalDate.parse(code.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("There is no day in (" + code + "). Maybe 2025-12-31.", e);
        }
    }

    /** Without zeros at the end, so that equal numbers are equal. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static void atLeast(int least, int count, String what, String unit) {
        if (count < least || count > 100_000) {
            throw new IllegalArgumentException(
                    what + " is of " + count + " " + unit + ". Maybe " + least + " or more, up to 100000.");
        }
    }

    /** A rule that counts needs a count of 1 at least, and no other has one. */
    static void daysOf(Enum<?> rule, boolean counts, int count) {
        if (counts ? count < 1 || count > 100_000 : count != 0) {
            throw new IllegalArgumentException(
                    "The rule " + rule + " has a count of " + count + ". Maybe " + (counts ? "1 or more." : "none."));
        }
    }
}
