package io.revops.load;

import io.revops.book.BillingInterval;
import io.revops.book.IssueCode;
import io.revops.book.Price;
import io.revops.book.Tier;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price in columns. There is one if there is a unit amount, or tiers; without either nothing else may be written. */
final class PriceColumns {
    private static final Cell<Price.Model> MODEL = Cell.oneOf(Price.Model.class);
    private static final Cell<Price.Usage> USAGE = Cell.oneOf(Price.Usage.class);
    private static final Cell<RoundingMode> ROUNDING = Cell.oneOf(RoundingMode.class);

    private final String unitAmount;
    private final String currency;
    private final String interval;
    private final String model;
    private final String tiers;
    private final String usage;
    private final String packageSize;
    private final String packageRounding;

    PriceColumns(String prefix) {
        unitAmount = prefix + "unit_amount";
        currency = prefix + "currency";
        interval = prefix + "billing_interval";
        model = prefix + "price_model";
        tiers = prefix + "tiers";
        usage = prefix + "usage";
        packageSize = prefix + "package_size";
        packageRounding = prefix + "package_rounding";
    }

    List<Form.Column> columns() {
        return List.of(
                new Form.Column(unitAmount, false, CellType.AMOUNT),
                new Form.Column(currency, false, CellType.CURRENCY),
                new Form.Column(interval, false, CellType.CHOICE),
                new Form.Column(model, false, CellType.CHOICE),
                new Form.Column(tiers, false, CellType.CHOICE),
                new Form.Column(usage, false, CellType.CHOICE),
                new Form.Column(packageSize, false, CellType.NUMBER),
                new Form.Column(packageRounding, false, CellType.CHOICE));
    }

    Optional<Price> read(Row row) {
        Optional<BigDecimal> amount = Cell.DECIMAL.read(row, unitAmount);
        Optional<String> steps = row.text(tiers);
        if (amount.isEmpty() && steps.isEmpty()) {
            Stream.of(interval, model, usage, packageSize, packageRounding)
                    .filter(c -> row.text(c).isPresent())
                    .findFirst()
                    .ifPresent(c -> {
                        throw Form.without(c, row.text(c).orElse(""), unitAmount);
                    });
            return Optional.empty();
        }
        Currency in = Cell.CURRENCY.required(row, currency);
        @Nullable BillingInterval every = Cell.INTERVAL.read(row, interval).orElse(null);
        Price.Model how = MODEL.read(row, model).orElse(Price.Model.PER_UNIT);
        boolean tiered = how == Price.Model.VOLUME || how == Price.Model.GRADUATED;
        if (tiered ? amount.isPresent() : steps.isPresent()) {
            String wrong = tiered ? unitAmount : tiers;
            throw new BadRow(
                    IssueCode.BAD_VALUE,
                    wrong,
                    row.text(wrong).orElse(""),
                    "A price of the model " + MODEL.write(how) + " has none. Maybe another price_model is meant.");
        }
        return Optional.of(finished(
                row,
                tiered
                        ? Price.tiered(how, in, tiers(steps.orElse("")), every)
                        : simple(how, Money.of(amount.orElseThrow(), in), every)));
    }

    private Price simple(Price.Model how, Money amount, @Nullable BillingInterval every) {
        if (how == Price.Model.FLAT) {
            if (every == null) {
                throw new BadRow(
                        IssueCode.MISSING_VALUE,
                        interval,
                        "",
                        "A flat price has no billing interval. Maybe month or year; what is paid once is per_unit.");
            }
            return Price.flat(amount, every);
        }
        return every == null ? Price.oneTime(amount) : Price.perUnit(amount, every);
    }

    private Price finished(Row row, Price price) {
        Price used =
                USAGE.read(row, usage).orElse(Price.Usage.LICENSED) == Price.Usage.METERED ? price.metered() : price;
        Optional<Long> size = Cell.LONG.read(row, packageSize);
        Optional<RoundingMode> rounding = ROUNDING.read(row, packageRounding);
        return size.isEmpty() && rounding.isEmpty()
                ? used
                : used.inPackagesOf(size.orElse(1L), rounding.orElse(RoundingMode.UP));
    }

    private List<Tier> tiers(String written) {
        List<Tier> all = new ArrayList<>();
        for (String step : written.split(";", -1)) {
            String[] parts = step.strip().split(":", -1);
            if (parts.length < 2 || parts.length > 3) {
                throw new BadRow(
                        IssueCode.BAD_VALUE,
                        tiers,
                        written,
                        "A step of the tiers is not written as limit:unit:flat. Maybe as in 10:5.00:0;:4.00:0.");
            }
            try {
                @Nullable BigDecimal upTo = parts[0].isBlank() ? null : Money.decimal(parts[0]);
                BigDecimal flat = parts.length < 3 || parts[2].isBlank() ? BigDecimal.ZERO : Money.decimal(parts[2]);
                all.add(new Tier(upTo, Money.decimal(parts[1]), flat));
            } catch (IllegalArgumentException e) {
                throw new BadRow(IssueCode.BAD_VALUE, tiers, written, String.valueOf(e.getMessage()));
            }
        }
        return all;
    }

    void write(Price price, Form.Out out) {
        boolean tiered = price.model() == Price.Model.VOLUME || price.model() == Price.Model.GRADUATED;
        if (tiered) {
            out.cell(
                    tiers,
                    String.join(
                            ";", price.tiers().stream().map(PriceColumns::tier).toList()));
        } else {
            out.cell(unitAmount, Cell.DECIMAL.write(price.unitAmount().amount()));
        }
        out.cell(currency, Cell.CURRENCY.write(price.currency()));
        price.interval().ifPresent(i -> out.cell(interval, Cell.INTERVAL.write(i)));
        if (price.model() != Price.Model.PER_UNIT) {
            out.cell(model, MODEL.write(price.model()));
        }
        if (price.usage() == Price.Usage.METERED) {
            out.cell(usage, USAGE.write(price.usage()));
        }
        if (price.packageSize() != 1 || price.packageRounding() != RoundingMode.UP) {
            out.cell(packageSize, String.valueOf(price.packageSize()));
            out.cell(packageRounding, ROUNDING.write(price.packageRounding()));
        }
    }

    private static String tier(Tier tier) {
        String upTo = tier.upTo() == null ? "" : Cell.DECIMAL.write(tier.upTo());
        return upTo + ":" + Cell.DECIMAL.write(tier.unitAmount()) + ":" + Cell.DECIMAL.write(tier.flatAmount());
    }
}
