package io.revops.load.salesforce;

import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.ProductKind;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What the words and numbers in Salesforce's fields mean. */
final class Values {
    private Values() {}

    /** A number without zeros at its end: 10, 10.0 and 1e1 are written the same. */
    static BigDecimal number(String text) {
        BigDecimal stripped = Money.decimal(text).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal percent(String text) {
        BigDecimal value = number(text);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "A probability is from 0 to 100 percent. Maybe the column holds something else.");
        }
        return value;
    }

    static Optional<DealType> dealType(String text) {
        return Optional.ofNullable(
                switch (letters(text)) {
                    case "new", "newbusiness", "newcustomer", "newlogo" -> DealType.NEW;
                    case "existingcustomerupgrade", "expansion", "upsell", "crosssell", "addon", "upgrade" ->
                        DealType.EXPANSION;
                    case "renewal", "existingcustomerrenewal" -> DealType.RENEWAL;
                    default -> null;
                });
    }

    static Optional<ForecastCategory> category(String text) {
        return Optional.ofNullable(
                switch (letters(text)) {
                    case "pipeline" -> ForecastCategory.PIPELINE;
                    case "bestcase" -> ForecastCategory.BEST_CASE;
                    case "mostlikely" -> ForecastCategory.MOST_LIKELY;
                    case "forecast", "commit" -> ForecastCategory.COMMIT;
                    case "closed" -> ForecastCategory.CLOSED;
                    case "omitted" -> ForecastCategory.OMITTED;
                    default -> null;
                });
    }

    static Optional<ProductKind> productKind(String text) {
        return Optional.ofNullable(
                switch (letters(text)) {
                    case "recurring", "subscription" -> ProductKind.RECURRING;
                    case "onetime" -> ProductKind.ONE_TIME;
                    case "usage" -> ProductKind.USAGE;
                    default -> null;
                });
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
