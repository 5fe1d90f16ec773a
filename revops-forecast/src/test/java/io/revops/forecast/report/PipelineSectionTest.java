package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.History;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.PipelineForecast;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.forecast.pipeline.SimulatedCrm;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.page.HtmlReport;
import io.revops.sample.CrmWorld;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PipelineSectionTest {
    private static final Span QUARTER = Span.quarter(2024, 1);

    private static Training<PipelineModel> training() {
        CrmWorld world = CrmWorld.standard().during(LocalDate.of(2022, 1, 1), 2);
        RevenueView view = RevenueView.of(
                SimulatedCrm.book(world.company(9)),
                RevenuePolicy.standard().with(ReportingCurrency.of("USD")),
                Span.of(world.start(), world.end()));
        return PipelineForecast.of(QUARTER).train(History.of(view));
    }

    @Test
    void aPeriodIsAFanAgainstItsQuotaBehindWhatCameOfEarlierForecasts() {
        Training<PipelineModel> training = training();
        PipelineModel model = training.orElseThrow();
        Section section = PipelineSection.of(training, QUARTER, OptionalDouble.of(1_000_000));
        assertThat(section.id()).isEqualTo("outlook");
        assertThat(section.text().get(0))
                .startsWith("As of 2023-12-31, ")
                .contains(" closed, ", " from open, ", " from new.")
                .contains("The quota of 1,000,000 is reached in ");
        Table fan = section.tables().get(0);
        assertThat(fan.rows()).hasSize(14);
        List<Cell> ahead = fan.rows().get(13);
        assertThat(ahead.get(0).printed()).isEqualTo("2024-Q1");
        assertThat(ahead.get(3).exact().doubleValue())
                .isEqualTo(model.forecast(QUARTER).point());
        assertThat(ahead.get(4).printed()).isEqualTo("1,000,000");
        assertThat(fan.rows().get(12).get(2).exact().doubleValue())
                .isEqualTo(model.backtest()
                        .trials()
                        .get(model.backtest().trials().size() - 1)
                        .actual());
        assertThat(section.tables())
                .extracting(Table::id)
                .containsExactly("outlook", "outlook.deals", "outlook.reliability");
        assertThat(section.tables().get(1).rows().get(0).get(0).printed())
                .isEqualTo(model.deals(QUARTER).get(0).deal().name().orElseThrow());
        assertThat(section.charts()).hasSize(2);
        assertThat(HtmlReport.text(new Report("Bookings", QUARTER, List.of(section))))
                .contains("Deals that decide", "80 % interval");
    }

    @Test
    void withoutAQuotaThereIsNoLineOfIt() {
        Section section = PipelineSection.of(training(), QUARTER, OptionalDouble.empty());
        assertThat(section.text().get(0)).doesNotContain("quota");
        assertThat(section.charts().get(0).columns()).doesNotContain("quota");
    }

    @Test
    void whatIsRefusedIsAParagraph() {
        Section section = PipelineSection.of(
                new Refused<>(RefusalCode.TOO_FEW_CASES, "There is no deal.", Optional.empty(), "a later day"),
                QUARTER,
                OptionalDouble.empty());
        assertThat(section.text())
                .containsExactly("Of 2024-Q1 there is no forecast. There is no deal. Maybe a later day.");
        assertThat(section.tables()).isEmpty();
    }
}
