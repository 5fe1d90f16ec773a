package io.revops.quickstart.pipeline;

import io.revops.book.RevenueBook;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.pipeline.DealOutlook;
import io.revops.forecast.pipeline.DealRemark;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.forecast.pipeline.WhatItTakes;
import io.revops.load.Loaded;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One screen of a forecast, in fixed columns. */
final class Screen {
    private static final List<Double> LEVELS = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
    private static final int DEALS = 8;

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void refused(Span period, Refused<PipelineModel> refused) {
        line("Bookings in " + period + ": no forecast. " + refused.why() + " Maybe " + refused.fallback() + ".");
    }

    void forecast(Trained<PipelineModel> trained, Span period, Optional<Double> quota) {
        PipelineModel model = trained.fitted();
        Forecast forecast = model.forecast(period);
        String currency = forecast.quantity().currency();
        line("Bookings in " + period + " as of " + forecast.asOf() + (currency.isEmpty() ? "" : ", in " + currency)
                + ", by " + model.method());
        line("");
        row("forecast", money(forecast.point()), interval(forecast));
        for (Contribution part : forecast.parts()) {
            row("  " + part.name(), money(part.point()), "");
        }
        line("");
        StringBuilder names = new StringBuilder("  ");
        StringBuilder values = new StringBuilder("  ");
        for (double level : LEVELS) {
            names.append(right("P" + Math.round(level * 100), 13));
            values.append(right(money(forecast.quantile(level)), 13));
        }
        line(names.toString());
        line(values.toString());
        line("  " + forecast.support());
        quota.ifPresent(q -> quota(model.whatItTakes(period, q)));
        line("");
        line("Why this method");
        trained.reasons().forEach(r -> line("  " + r));
        forecast.reasons().forEach(r -> line("  " + r));
        forecast.measured()
                .ifPresent(a -> line("  Measured from " + a.cases() + " earlier days: WAPE " + percent(a.wape())
                        + ", bias " + percent(a.bias()) + ", inside its 80 % interval " + covered(a, 0.8) + "."));
        deals(model.deals(period));
    }

    private void quota(WhatItTakes takes) {
        line("");
        row(
                "quota",
                money(takes.target()),
                "reached in " + takes.reached().hits() + " of "
                        + takes.reached().cases() + " outcomes; " + money(takes.shortfall())
                        + " are missing on the mean of all");
        if (takes.gap() > 0) {
            String open = takes.openTimes().isPresent()
                    ? decimal(takes.openTimes().getAsDouble(), 2) + " times the open pipeline"
                    : "an open pipeline";
            String win = takes.winTimes().isPresent()
                    ? ", or deals that are won " + decimal(takes.winTimes().getAsDouble(), 2) + " times as fast"
                    : "";
            row("", "", "to get there on average it takes " + open + win);
        }
    }

    private void deals(List<DealOutlook> deals) {
        if (deals.isEmpty()) {
            return;
        }
        line("");
        line("Deals that decide: whose outcome moves the period most");
        line("  " + left("deal", 26) + right("brings", 12) + right("in period", 11) + right("ever", 8)
                + right("half by", 13) + right("of spread", 11));
        for (DealOutlook deal : deals.subList(0, Math.min(DEALS, deals.size()))) {
            line("  " + left(deal.deal().name().orElse(deal.deal().id()), 26)
                    + right(money(deal.deal().value()), 12)
                    + right(decimal(100 * deal.inPeriod(), 1) + " %", 11)
                    + right(decimal(100 * deal.ever(), 0) + " %", 8)
                    + right(deal.expectedClose().map(Object::toString).orElse("never"), 13)
                    + right(decimal(100 * deal.decides(), 1) + " %", 11));
        }
    }

    void notes(Pipeline pipeline, Loaded<RevenueBook> loaded) {
        Map<DealRemark.Code, Long> counts = new EnumMap<>(DealRemark.Code.class);
        pipeline.remarks().forEach(r -> counts.merge(r.code(), 1L, Long::sum));
        line("");
        line("Data: " + loaded.accepted() + " rows accepted + " + loaded.rejected() + " rejected + "
                + loaded.duplicates() + " duplicates = " + loaded.read() + " read; " + pipeline);
        counts.forEach((code, count) -> line("  " + code + ", " + count + (count == 1 ? " deal: " : " deals, first: ")
                + pipeline.remarks().stream()
                        .filter(r -> r.code() == code)
                        .findFirst()
                        .map(r -> r.deal() + ": " + r.text())
                        .orElseThrow()));
        loaded.issues().stream()
                .limit(1)
                .forEach(i -> line("  " + loaded.issues().size() + " issues of rows, first: " + i));
    }

    private static String interval(Forecast forecast) {
        String low = money(forecast.quantile(0.1));
        return low.equals("-")
                ? "too few errors for an 80 % interval"
                : "80 %: " + low + " to " + money(forecast.quantile(0.9));
    }

    static String covered(Accuracy accuracy, double share) {
        Optional<Proportion> covered = accuracy.coverage(share);
        return covered.map(c -> c.hits() + " of " + c.cases()).orElse("-");
    }

    static String percent(Reading<Ratio> reading) {
        return reading.value().map(Unit.PERCENT::print).orElse("-");
    }

    private static String money(Reading<Double> reading) {
        return reading.value().map(Screen::money).orElse("-");
    }

    private static String money(double value) {
        return decimal(value, 0);
    }

    static String decimal(double value, int digits) {
        return Unit.grouped(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP));
    }

    private void row(String name, String value, String more) {
        line((left(name, 16) + right(value, 15) + "   " + more).stripTrailing());
    }

    static String left(String text, int width) {
        String shown = text.length() < width ? text : text.substring(0, width - 1);
        return String.format(Locale.ROOT, "%-" + width + "s", shown);
    }

    static String right(String text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }

    void line(String text) {
        out.print(text + "\n");
    }
}
