package io.revops.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.catalog.Metrics;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Months;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.SmallCompany;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.metric.Undefined;
import io.revops.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** Founding case FC-09, exactly, and the edges of a short history. */
class StraightLineTest {
    private static StraightLineModel trained(LineMethod method, int ahead, double... months) {
        return StraightLine.of("sales")
                .with(method)
                .with(MonthsAhead.of(ahead))
                .train(History.of(Months.flow("sales", months)))
                .orElseThrow();
    }

    private static double[] points(StraightLineModel model) {
        return model.months().stream()
                .mapToDouble(m -> model.forecast(m).point())
                .toArray();
    }

    @Test
    void lineAndRunRateAreTheFoundingCase() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/io/revops/forecast/forecast.json")) {
            ObjectMapper mapper = new ObjectMapper();
            for (JsonNode each : mapper.readTree(in).get("cases")) {
                if (each.get("id").asText().equals("FC-09")) {
                    double[] history = mapper.convertValue(each.at("/input/history"), double[].class);
                    int next = each.at("/input/next").asInt();
                    assertThat(points(trained(LineMethod.GROWTH_LINE, next, history)))
                            .containsExactly(mapper.convertValue(each.at("/expected/growth_line"), double[].class));
                    assertThat(points(trained(LineMethod.RUN_RATE, next, history)))
                            .containsExactly(mapper.convertValue(each.at("/expected/run_rate"), double[].class));
                    return;
                }
            }
        }
        throw new AssertionError("no FC-09");
    }

    @Test
    void intervalOfFourMonthsIsUndefinedWithTheNumberNeeded() {
        Forecast next = trained(LineMethod.GROWTH_LINE, 2, 100, 110, 120, 130).forecast(Span.month(2024, 5));
        assertThat(next.quantile(0.9))
                .isInstanceOfSatisfying(
                        Undefined.class,
                        u -> assertThat(u.text())
                                .isEqualTo(
                                        "The 90 % quantile needs 9 errors and there are 2. Maybe a longer history, or"
                                                + " a quantile further in."));
        assertThat(next.quantile(0.5).orElseThrow()).isEqualTo(140);
        assertThat(next).hasToString("Sales of sales, 2024-05: USD 140.00 (no 80 % interval; fitted, 2 errors)");
    }

    @Test
    void aHistoryWithoutOneErrorAtTheFarthestHorizonIsRefused() {
        Training<StraightLineModel> training = StraightLine.of("sales")
                .with(LineMethod.GROWTH_LINE)
                .train(History.of(Months.flow("sales", 1, 2, 3, 4)));
        Refused<?> refused = (Refused<?>) training;
        assertThat(refused.code()).isEqualTo(RefusalCode.HISTORY_TOO_SHORT);
        assertThat(refused.need()).isEqualTo(Optional.of(new Refused.Need("months", 5, 4)));
        assertThat(refused.fallback()).isEqualTo("ask for 2 months ahead");
        assertThat(training.model()).isEmpty();
        assertThatThrownBy(training::orElseThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused (HISTORY_TOO_SHORT): The growth line of Sales of sales needs 5 months to have one "
                        + "measured error 3 ahead, and there are 4. Maybe ask for 2 months ahead.");
        assertThat(StraightLine.of("sales")
                        .with(LineMethod.GROWTH_LINE)
                        .train(History.of(Months.flow("sales", 1, 2, 3, 4, 5)))
                        .model())
                .isPresent();
    }

    @Test
    void fallbackIsWhatTheMonthsCanCarry() {
        assertThat(fallback(LineMethod.GROWTH_LINE, 1, 2, 3)).isEqualTo("ask for 1 month ahead");
        assertThat(fallback(LineMethod.GROWTH_LINE, 1, 2)).isEqualTo("carry the run rate on one month");
        assertThat(fallback(LineMethod.GROWTH_LINE, 1)).isEqualTo("read the last month as it is, and wait");
        assertThat(fallback(LineMethod.RUN_RATE, 1)).isEqualTo("read the last month as it is, and wait");
        assertThat(fallback(LineMethod.RUN_RATE)).isEqualTo("read the last month as it is, and wait");
    }

    private static String fallback(LineMethod method, double... months) {
        Training<StraightLineModel> training =
                StraightLine.of("sales").with(method).train(History.of(Months.flow("sales", months)));
        return ((Refused<StraightLineModel>) training).fallback();
    }

    @Test
    void aSeriesThatIsUndefinedIsRefusedWithItsReason() {
        Training<StraightLineModel> training = StraightLine.ofLevel(Metrics.MRR)
                .train(History.of(SmallCompany.start().view(Span.year(2024))));
        Refused<?> refused = (Refused<?>) training;
        assertThat(refused.code()).isEqualTo(RefusalCode.SERIES_UNDEFINED);
        assertThat(refused.need()).isEmpty();
        assertThat(refused.why()).isNotBlank();
        assertThat(refused)
                .hasToString(
                        "refused: " + refused.why() + " Maybe begin the span after the last month without a number.");
    }

    @Test
    void slopeIsThatOfCommonsMath() {
        double[] months = Months.uneven(30, 9, 1000, -12, 500);
        SimpleRegression regression = new SimpleRegression();
        for (int t = 0; t < months.length; t++) {
            regression.addData(t, months[t]);
        }
        StraightLineNumbers numbers = trained(LineMethod.GROWTH_LINE, 1, months).numbers();
        assertThat(numbers.slope()).isCloseTo(regression.getSlope(), within(1e-9));
        assertThat(points(trained(LineMethod.GROWTH_LINE, 1, months))[0])
                .isCloseTo(regression.predict(30), within(1e-9));
    }

    @Test
    void aQuarterOfAFlowIsTheSumOfItsMonthsAndOfALevelItsLastMonth() {
        double[] months = Months.uneven(20, 2, 100, 1, 40);
        StraightLineModel flow = trained(LineMethod.GROWTH_LINE, 3, months);
        Span quarter = Span.of(flow.months().get(0).from(), flow.months().get(2).to());
        assertThat(flow.forecast(quarter).point())
                .isCloseTo(Arrays.stream(points(flow)).sum(), within(1e-9));
        assertThat(flow.forecast(quarter).measured()).isEmpty();
        StraightLineModel level = StraightLine.of("mrr")
                .with(LineMethod.GROWTH_LINE)
                .train(History.of(Months.level("mrr", months)))
                .orElseThrow();
        assertThat(level.forecast(quarter).draws())
                .isEqualTo(level.forecast(level.months().get(2)).draws());
        assertThat(level.forecast(quarter).measured()).isPresent();
    }

    @Test
    void whatWasNeverBelowZeroIsNotForecastBelowIt() {
        double[] falling = {90, 80, 70, 60, 50, 40, 30, 20, 10, 5, 2, 1};
        StraightLineModel model = trained(LineMethod.GROWTH_LINE, 3, falling);
        assertThat(model.numbers().side()).isEqualTo(Side.NEVER_BELOW_ZERO);
        assertThat(Arrays.stream(points(model))).allMatch(p -> p >= 0);
        assertThat(Arrays.stream(model.forecast(model.months().get(2)).draws().toArray()))
                .allMatch(v -> v >= 0);
        StraightLineModel losses = trained(
                LineMethod.GROWTH_LINE, 3, Arrays.stream(falling).map(v -> -v).toArray());
        assertThat(losses.numbers().side()).isEqualTo(Side.NEVER_ABOVE_ZERO);
        assertThat(Arrays.stream(losses.forecast(losses.months().get(2)).draws().toArray()))
                .allMatch(v -> v <= 0);
        StraightLineModel both = trained(LineMethod.GROWTH_LINE, 3, 90, 60, 30, 0, -30, -60, -90);
        assertThat(both.numbers().side()).isEqualTo(Side.BOTH);
        assertThat(points(both)).containsExactly(new double[] {-120, -150, -180}, within(1e-9));
    }

    @Test
    void reasonsSayWhereTheNumberComesFromAndWhatWasMissed() {
        StraightLineModel runRate = trained(LineMethod.RUN_RATE, 1, 100, 110, 120, 130);
        assertThat(runRate.forecast(Span.month(2024, 5)).reasons())
                .containsExactly(
                        "The run rate is that of 2024-04, carried on.",
                        "3 forecasts 1 month ahead were too low by USD 10.00 on average.",
                        "The interval allows for what was missed on average; the forecast does not.");
        assertThat(runRate.forecast(Span.month(2024, 5)).mean()).isEqualTo(140);
        StraightLineModel line = trained(LineMethod.GROWTH_LINE, 2, 100, 110, 120, 130);
        assertThat(line.forecast(Span.month(2024, 6)).reasons())
                .startsWith(
                        "The growth line goes through 4 months up to 2024-04 and changes by USD 10.00 a month.",
                        "1 forecasts 2 months ahead were right on average.");
        assertThat(trained(LineMethod.RUN_RATE, 1, 3, 2, 1)
                        .forecast(Span.month(2024, 4))
                        .reasons()
                        .get(1))
                .contains("too high by USD 1.00");
        assertThat(line).hasToString("Sales of sales by growth line, 4 months up to 2024-04");
        assertThat(line.provenance().method()).isEqualTo("growth line, 2 months ahead");
        assertThat(runRate.provenance().method()).isEqualTo("run rate, 1 month ahead");
    }

    @Test
    void aPeriodThatItWasNotTrainedForIsRefused() {
        StraightLineModel model = trained(LineMethod.RUN_RATE, 2, 1, 2, 3, 4);
        assertThat(model.months()).containsExactly(Span.month(2024, 5), Span.month(2024, 6));
        for (String other : new String[] {
            "2024-04",
            "2024-07",
            "2024-Q2",
            "2024-Q3",
            "2024-05-02/2024-06-01",
            "2024-05-01/2024-05-20",
            "2024-05-01/2024-05-01"
        }) {
            assertThatThrownBy(() -> model.forecast(Span.parse(other)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe whole months, or train with MonthsAhead.of(");
        }
    }

    @Test
    void metricsOfABookAreForecastInTheirOwnUnit() {
        SmallCompany company = SmallCompany.start();
        for (int month = 0; month < 18; month++) {
            company.pays("a" + month, LocalDate.of(2023, 7, 3).plusMonths(month).toString(), "100");
        }
        History history = History.of(company.view(Span.of(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1))));
        Trained<StraightLineModel> mrr = (Trained<StraightLineModel>)
                StraightLine.ofLevel(Metrics.MRR).with(LineMethod.GROWTH_LINE).train(history);
        assertThat(mrr.fitted().forecast(Span.month(2025, 1)).toString())
                .startsWith("MRR, 2025-01: USD 1,900.00 (80 %: USD 1,900.00 to USD 1,900.00; fitted, 12 errors)");
        assertThat(mrr.provenance().policy()).isNotEmpty();
        assertThat(mrr).hasToString("MRR by growth line, 18 months up to 2024-12");
        assertThat(StraightLine.ofFlow(Metrics.NEW_MRR)
                        .train(history)
                        .orElseThrow()
                        .forecast(Span.quarter(2025, 1))
                        .point())
                .isEqualTo(300);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> MonthsAhead.of(0)).hasMessageContaining("Maybe 1 or more");
        assertThatThrownBy(() -> StraightLine.of("other").train(History.of(Months.flow("sales", 1))))
                .hasMessageContaining("There is no series (other)")
                .hasMessageContaining("Maybe pass it to History.of");
    }
}
