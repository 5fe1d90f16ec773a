package io.revops.quickstart.mrr;

import io.revops.ledger.PolicyPreset;
import io.revops.money.Money;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was asked for on the command line: {@code --name value}, each name once. */
final class Asked {
    static final String USAGE = """
        MRR month by month from a sheet of subscription periods, under a preset of conventions.

          --periods FILE     the sheet, a CSV file: subscription_id, customer_id, start_date, end_date (the day after the
                             last; empty while it runs), monthly_amount, and if there are any plan, quantity, currency
          --policy PRESET    whose conventions: standard unless given
          --compare PRESET   prints the months under this preset too, what it says more or less (this - policy), and
                             from which options that comes (not with --by, nor of a very large sheet)
          --from MONTH       first month, 2025-01 or 2025-01-01; that of the first start unless given
          --to MONTH         the month after the last, 2026-01; after that of the last start or end unless given
          --currency CODE    what amounts are told in, and what a row is in that does not say; the sheet's own unless
                             given. A sheet that says none at all is told without one (XXX, as ISO 4217 has it)
          --rates FILE       exchange rates, if the sheet has several currencies: date, base, quote, rate
          --by COLUMN        a row for each month and value of a column: plan, country, any the sheet has. The value
                             is that of the row that runs; what changes it moves value out of one segment into another
          --format FORMAT    table (rounded to cents), csv or json (exact); table unless given

        Opening + every movement = closing in each row as printed. An amount with no exact decimal (a third of a cent) is
        rounded to 10 digits, in a table to cents, such that this holds: balances are rounded, movements are what is
        between them. New, reactivated and churned accounts count movements of the preset's grain.
        """ + "\nPresets: " + presets() + ".";

    private static final List<String> NAMES = List.of(
            "--periods", "--policy", "--compare", "--from", "--to", "--currency", "--rates", "--by", "--format");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Asked() {}

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    static Asked parse(String... args) {
        Asked asked = new Asked();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i];
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no argument (" + name + "). Maybe " + Nearest.maybe(name, NAMES) + "; see --help.");
            }
            if (i + 1 == args.length || NAMES.contains(args[i + 1])) {
                throw new IllegalArgumentException("The argument " + name + " has no value. Maybe write it behind it.");
            }
            if (asked.values.put(name, args[i + 1]) != null) {
                throw new IllegalArgumentException("The argument " + name + " is there twice. Maybe take one away.");
            }
        }
        return asked;
    }

    private static List<String> presets() {
        return PolicyPreset.all().stream().map(PolicyPreset::id).toList();
    }

    Path periods() {
        return text("--periods")
                .map(Path::of)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no sheet to read. Maybe --periods FILE; see --help."));
    }

    PolicyPreset policy() {
        return PolicyPreset.of(preset("--policy").orElse("standard"));
    }

    Optional<PolicyPreset> compare() {
        return preset("--compare").map(PolicyPreset::of);
    }

    private Optional<String> preset(String name) {
        Optional<String> id = text(name);
        id.filter(i -> !presets().contains(i)).ifPresent(i -> {
            throw new IllegalArgumentException(
                    "There is no preset (" + i + "). Maybe " + Nearest.maybe(i, presets()) + ".");
        });
        return id;
    }

    Optional<LocalDate> from() {
        return month("--from");
    }

    Optional<LocalDate> to() {
        return month("--to");
    }

    private Optional<LocalDate> month(String name) {
        return text(name).map(text -> {
            LocalDate day;
            try {
                if (text.length() > "2025-01-01".length()) {
                    throw new DateTimeException("too long");
                }
                day = text.length() == "2025-01".length()
                        ? YearMonth.parse(text).atDay(1)
                        : LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "There is no month in " + name + " (" + text + "). Maybe 2025-01, or 2025-01-01.", e);
            }
            if (day.getDayOfMonth() != 1) {
                throw new IllegalArgumentException(name + " (" + text + ") is not the first day of a month. Maybe "
                        + day.withDayOfMonth(1) + " or "
                        + day.withDayOfMonth(1).plusMonths(1) + ".");
            }
            return day;
        });
    }

    Optional<Currency> currency() {
        return text("--currency").map(Money::currency);
    }

    Optional<Path> rates() {
        return text("--rates").map(Path::of);
    }

    Optional<String> by() {
        return text("--by");
    }

    Format format() {
        List<String> formats = Arrays.stream(Format.values()).map(Asked::word).toList();
        String word = text("--format").orElse(word(Format.TABLE));
        return Arrays.stream(Format.values())
                .filter(f -> word(f).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no format (" + word + "). Maybe " + Nearest.maybe(word, formats) + "."));
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
