package io.revops.load;

import io.revops.book.IssueCode;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of a sheet, put into the words of the native form field by field. */
final class MappedRow {
    /** Signs that stand for one currency, and those that stand for several. */
    private static final Map<String, Set<String>> SIGNS = Map.of(
            "\u20ac", Set.of("EUR"),
            "\u00a3", Set.of("GBP"),
            "\u20b9", Set.of("INR"),
            "US$", Set.of("USD"),
            "$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "COP", "CLP", "ARS", "BRL"),
            "\u00a5", Set.of("JPY", "CNY"));

    private static final Set<String> PERCENTAGES = Set.of("probability", "percent");

    private final Mapping mapping;
    private final MappedKind kind;
    private final SheetDates dates;
    /** Each field with the columns of this sheet, of which the first that is filled counts. */
    private final Map<String, List<String>> columns;

    MappedRow(Mapping mapping, MappedKind kind, SheetDates dates, Map<String, List<String>> columns) {
        this.mapping = mapping;
        this.kind = kind;
        this.dates = dates;
        this.columns = columns;
    }

    /** Every field that has a value. */
    Map<String, String> fields(Row row) {
        Map<String, String> fields = new LinkedHashMap<>(mapping.fixed());
        mapping.joined().forEach((field, parts) -> {
            List<String> texts =
                    parts.stream().map(c -> text(row, List.of(c)).orElse("")).toList();
            if (texts.stream().anyMatch(t -> !t.isEmpty())) {
                fields.put(field, String.join("|", texts));
            }
        });
        columns.keySet().forEach(field -> {
            CellType type = kind.type(field).orElseThrow();
            if (type != CellType.AMOUNT && type != CellType.CURRENCY) {
                text(row, field).ifPresent(text -> put(row, fields, field, text, type));
            }
        });
        money(row, fields);
        Optional.ofNullable(fields.get("stage")).ifPresent(stage -> stage(row, stage, fields));
        lasts(fields);
        complete(row, fields);
        return fields;
    }

    private void put(Row row, Map<String, String> fields, String field, String text, CellType type) {
        try {
            String value = value(field, text, type);
            if (!value.isEmpty()) {
                fields.put(field, value);
            }
        } catch (IllegalArgumentException e) {
            throw new BadRow(IssueCode.BAD_VALUE, columnOf(row, field), text, String.valueOf(e.getMessage()));
        }
    }

    private String value(String field, String text, CellType type) {
        Map<String, String> words = mapping.values(field);
        if (!words.isEmpty()) {
            return meaning(field, words, text);
        }
        return switch (type) {
            case TEXT, CHOICE, CURRENCY -> text;
            case MOMENT, INSTANT -> end(field, dates.moment(text)).toString();
            case DAY -> end(field, Moment.of(dates.day(text))).toString();
            case NUMBER, AMOUNT -> number(field, text);
        };
    }

    static String meaning(String field, Map<String, String> words, String text) {
        String key = text.strip().toLowerCase(Locale.ROOT);
        String meaning = words.getOrDefault(key, words.get(Mapping.ANY));
        if (meaning == null) {
            throw new IllegalArgumentException("The mapping does not say what it means. Maybe add it to the "
                    + (field.equals(MappingCheck.STAGES) ? field : "words of " + field) + ", which are "
                    + words.keySet() + ".");
        }
        return meaning.equals(Mapping.ANY) ? text.strip() : meaning;
    }

    private Moment end(String field, Moment moment) {
        boolean lastDay = MappingCheck.isEnd(field)
                && moment.isDate()
                && mapping.end().filter(EndDate.INCLUSIVE::equals).isPresent();
        return lastDay ? moment.plus(java.time.Period.ofDays(1)) : moment;
    }

    private String number(String field, String text) {
        boolean percent = PERCENTAGES.contains(field) && text.endsWith("%");
        SheetNumber number = SheetNumber.parse(percent ? text.substring(0, text.length() - 1) : text, mapping.marks());
        if (!number.currency().isEmpty()) {
            throw new IllegalArgumentException(
                    "There is a currency beside a number that is no amount. Maybe another column is meant.");
        }
        return number.value().toPlainString();
    }

    /** Amounts and their currencies. */
    private void money(Row row, Map<String, String> fields) {
        of(CellType.CURRENCY)
                .forEach(field -> text(row, field).ifPresent(text -> fields.put(field, currency(row, field, text))));
        of(CellType.AMOUNT).forEach(field -> text(row, field).ifPresent(text -> amount(row, field, text, fields)));
    }

    private List<String> of(CellType type) {
        return columns.keySet().stream()
                .filter(f -> kind.type(f).orElseThrow() == type)
                .toList();
    }

    private Optional<String> text(Row row, String field) {
        return text(row, columns.getOrDefault(field, List.of()));
    }

    private Optional<String> text(Row row, List<String> from) {
        return from.stream()
                .map(row::text)
                .flatMap(Optional::stream)
                .filter(t -> !mapping.isEmpty(t))
                .findFirst();
    }

    private void amount(Row row, String field, String text, Map<String, String> fields) {
        String in = kind.currencyOf(field);
        Optional<String> written =
                Optional.ofNullable(fields.get(in)).or(() -> Optional.ofNullable(fields.get("currency")));
        try {
            SheetNumber number = SheetNumber.parse(text, mapping.marks());
            Currency currency = Money.currency(resolve(number.currency(), written));
            BigDecimal amount = mapping.unit().orElseThrow().inMajor(number.value(), currency);
            fields.put(field, amount.toPlainString());
            fields.put(in, currency.getCurrencyCode());
        } catch (IllegalArgumentException e) {
            throw new BadRow(IssueCode.BAD_VALUE, columnOf(row, field), text, String.valueOf(e.getMessage()));
        }
    }

    private String currency(Row row, String field, String text) {
        try {
            String sign = text.strip().toUpperCase(Locale.ROOT);
            return Money.currency(resolve(sign, Optional.empty())).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new BadRow(IssueCode.BAD_VALUE, columnOf(row, field), text, String.valueOf(e.getMessage()));
        }
    }

    /** The code of a sign or code beside an amount, of what is written in a column of its own, or of the mapping. */
    private String resolve(String sign, Optional<String> written) {
        Optional<String> told = written.or(() -> mapping.currency().map(Currency::getCurrencyCode));
        if (sign.isEmpty()) {
            return told.orElseThrow(() -> new IllegalArgumentException(
                    "The amount has no currency. Maybe add a currency to the mapping, or fill its column."));
        }
        Set<String> means = SIGNS.getOrDefault(sign, Set.of(sign));
        if (written.isPresent() && !means.contains(written.get())) {
            throw new IllegalArgumentException("The amount is in (" + sign + "), and the row in " + written.get()
                    + ". Maybe one of the two is a mistake.");
        }
        if (means.size() == 1) {
            return means.iterator().next();
        }
        return told.filter(means::contains)
                .orElseThrow(() -> new IllegalArgumentException("The sign " + sign
                        + " stands for several currencies. Maybe add the right one to the mapping."));
    }

    private void stage(Row row, String stage, Map<String, String> fields) {
        Map<String, String> stages = mapping.values(MappingCheck.STAGES);
        if (stages.isEmpty() || fields.containsKey("outcome")) {
            return;
        }
        try {
            fields.put("outcome", meaning(MappingCheck.STAGES, stages, stage));
        } catch (IllegalArgumentException e) {
            throw new BadRow(IssueCode.BAD_VALUE, columnOf(row, "stage"), stage, String.valueOf(e.getMessage()));
        }
    }

    private void lasts(Map<String, String> fields) {
        String start = fields.get("start_date");
        if (mapping.lasts().isPresent() && start != null && !fields.containsKey("end_date")) {
            Moment from = Moment.parse(start);
            if (from.isDate()) {
                fields.put(
                        "end_date",
                        mapping.lasts()
                                .get()
                                .next(from.date(java.time.ZoneOffset.UTC))
                                .toString());
            }
        }
    }

    private void complete(Row row, Map<String, String> fields) {
        for (String field : kind.required()) {
            if (!fields.containsKey(field)) {
                throw missing(row, field);
            }
        }
        boolean isPeriod = kind.name().equals(MappedKind.PERIODS);
        if (isPeriod && !fields.containsKey(Phase.MONTHLY) && !fields.containsKey(Phase.YEARLY)) {
            throw missing(row, columns.containsKey(Phase.MONTHLY) ? Phase.MONTHLY : Phase.YEARLY);
        }
    }

    private BadRow missing(Row row, String field) {
        return new BadRow(
                IssueCode.MISSING_VALUE,
                columnOf(row, field),
                "",
                "The row has no " + field + ". Maybe it was lost in the export.");
    }

    /** The column that a field was read from, or its first, or, if it has none in this sheet, the field. */
    String columnOf(Row row, String field) {
        List<String> from = columns.getOrDefault(field, List.of(field));
        return from.stream()
                .filter(c -> row.text(c).filter(t -> !mapping.isEmpty(t)).isPresent())
                .findFirst()
                .orElse(from.get(0));
    }
}
