package io.revops.quickstart;

import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.forecast.Backtest;
import io.revops.forecast.History;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.PipelineForecast;
import io.revops.forecast.pipeline.PipelineMethod;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.forecast.pipeline.Waterfall;
import io.revops.forecast.report.AccuracySection;
import io.revops.forecast.report.PipelineSection;
import io.revops.forecast.report.WaterfallSection;
import io.revops.ledger.RevenueView;
import io.revops.report.Section;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What will be booked in the quarter after a view's span, how its pipeline moved, and how wrong such forecasts were. */
final class NextQuarter {
    private NextQuarter() {}

    /** No section where there are no deals. */
    static List<Section> of(RevenueView view) {
        if (view.book().opportunities().isEmpty()) {
            return List.of();
        }
        Set<String> currencies = new TreeSet<>();
        view.book()
                .opportunities()
                .forEach(deal -> deal.changes()
                        .forEach(c -> c.amount()
                                .ifPresent(a -> currencies.add(a.currency().getCurrencyCode()))));
        if (currencies.size() > 1 && view.policy().currency().isEmpty()) {
            String text = "The deals are in several currencies " + currencies
                    + ", so that nothing is forecast. Maybe --currency USD, and exchange rates.";
            return List.of(new Section("outlook", "Bookings to come", List.of(text), List.of(), List.of()));
        }
        Pipeline pipeline = Pipeline.of(History.of(view));
        Span quarter = Span.containing(view.span().to(), Cadence.QUARTER);
        Training<PipelineModel> training = PipelineForecast.of(quarter).train(pipeline);
        List<Section> sections = new ArrayList<>();
        sections.add(PipelineSection.of(training, quarter, quota(view, pipeline.currency(), quarter)));
        LocalDate before = pipeline.asOf().plusDays(1).minusMonths(3).minusDays(1);
        if (pipeline.reaches(before) && !pipeline.currency().isEmpty()) {
            sections.add(WaterfallSection.of(Waterfall.since(before, pipeline, quarter), quarter));
        }
        training.model().ifPresent(model -> sections.add(AccuracySection.of(backtests(model))));
        return List.copyOf(sections);
    }

    private static List<Backtest> backtests(PipelineModel model) {
        List<Backtest> backtests = new ArrayList<>(List.of(model.backtest()));
        for (PipelineMethod method : PipelineMethod.values()) {
            if (method != model.numbers().method()
                    && !model.backtest(method).trials().isEmpty()) {
                backtests.add(model.backtest(method));
            }
        }
        backtests.add(model.backtestOfChoosing());
        return backtests;
    }

    /** The sum of the quotas of those to whom nobody reports: a manager's is theirs told again. */
    private static OptionalDouble quota(RevenueView view, String currency, Span quarter) {
        Set<RepId> managers = view.book().all(Rep.class).stream()
                .flatMap(rep -> rep.manager().stream())
                .collect(Collectors.toSet());
        List<Quota> quotas = view.book().quotas().stream()
                .filter(q -> q.span().equals(quarter)
                        && q.amount().currency().getCurrencyCode().equals(currency)
                        && q.rep().filter(rep -> !managers.contains(rep)).isPresent())
                .toList();
        return quotas.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(quotas.stream()
                        .mapToDouble(q -> q.amount().amount().doubleValue())
                        .sum());
    }
}
