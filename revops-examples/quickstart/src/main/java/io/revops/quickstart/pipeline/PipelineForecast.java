package io.revops.quickstart.pipeline;

import io.revops.book.Opportunity;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.forecast.History;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.DealPath;
import io.revops.forecast.pipeline.DealRemark;
import io.revops.forecast.pipeline.DealSegments;
import io.revops.forecast.pipeline.OpenDealBacktest;
import io.revops.forecast.pipeline.PeriodAhead;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.forecast.pipeline.PipelineOptions;
import io.revops.forecast.pipeline.RowValues;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.quickstart.Program;
import io.revops.time.Span;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prints what will be booked in a period: the forecast, its parts and quantiles, why this method, and the deals that decide. */
public final class PipelineForecast {
    private PipelineForecast() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read. */
    public static void main(String[] args) {
        Program.main(PipelineForecast::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, Asked.USAGE, () -> print(new Screen(out), Asked.parse(args)), args);
    }

    private static void print(Screen screen, Asked asked) {
        Span period = asked.period();
        Optional<Span> origins = asked.origins();
        List<PeriodAhead> horizons = asked.horizons();
        Loaded<RevenueBook> loaded = CrmFolder.read(asked.crm());
        RevenueBook book = withRates(loaded.orElseThrow(), asked);
        Pipeline pipeline = pipeline(book, asked);
        checkRates(pipeline);
        Training<PipelineModel> training = io.revops.forecast.pipeline.PipelineForecast.of(period)
                .with(segments(asked))
                .train(pipeline);
        if (training instanceof Refused<PipelineModel> refused) {
            screen.refused(period, refused);
        } else if (training instanceof Trained<PipelineModel> trained) {
            screen.forecast(trained, period, asked.quota());
            if (asked.isBacktestAsked()) {
                BacktestScreen backtest = new BacktestScreen(screen, origins);
                backtest.methods(trained.fitted());
                backtest.parts(
                        OpenDealBacktest.of(pipeline, trained.fitted().numbers().ahead(), segments(asked)),
                        teams(book));
                backtest.horizons(trained(horizons, pipeline, asked));
            }
        }
        screen.notes(pipeline, loaded);
    }

    /** The team of a deal's owner, else the owner's region, else the name of whom the owner reports to. */
    private static Function<DealPath, Optional<String>> teams(RevenueBook book) {
        Map<RepId, Rep> reps = new HashMap<>();
        book.all(Rep.class).forEach(rep -> reps.put(rep.id(), rep));
        return deal -> deal.last()
                .owner()
                .map(id -> reps.get(new RepId(id)))
                .flatMap(rep -> rep.team()
                        .or(rep::region)
                        .or(() -> rep.manager().map(reps::get).flatMap(Rep::name)));
    }

    /** Where not one amount could be converted, a forecast would be of nothing. */
    private static void checkRates(Pipeline pipeline) {
        boolean isAnyKnown =
                pipeline.deals().stream().anyMatch(d -> d.last().amount().isPresent());
        pipeline.remarks().stream()
                .filter(remark -> !isAnyKnown && remark.code() == DealRemark.Code.NO_RATE)
                .findFirst()
                .ifPresent(remark -> {
                    throw new IllegalArgumentException("No deal has an amount in " + pipeline.currency()
                            + ", and no rate leads there, such as for (" + remark.deal()
                            + "). Maybe exchange rates with --rates FOLDER, or another --currency.");
                });
    }

    private static Map<PeriodAhead, Training<PipelineModel>> trained(
            List<PeriodAhead> horizons, Pipeline pipeline, Asked asked) {
        Map<PeriodAhead, Training<PipelineModel>> trained = new LinkedHashMap<>();
        for (PeriodAhead ahead : horizons) {
            trained.put(
                    ahead,
                    io.revops.forecast.pipeline.PipelineForecast.of(ahead)
                            .with(segments(asked))
                            .train(pipeline));
        }
        return trained;
    }

    private static DealSegments segments(Asked asked) {
        return asked.by().map(by -> DealSegments.by(by)).orElseGet(DealSegments::byType);
    }

    private static RevenueBook withRates(RevenueBook deals, Asked asked) {
        return asked.rates()
                .map(folder -> deals.toBuilder()
                        .rates(NativeForm.read(folder).orElseThrow().rates())
                        .build())
                .orElse(deals);
    }

    private static Pipeline pipeline(RevenueBook book, Asked asked) {
        RevenuePolicy policy = RevenuePolicy.standard();
        if (asked.currency().isPresent()) {
            policy = policy.with(ReportingCurrency.of(asked.currency().get()));
        }
        LocalDate end = asked.asOf().plusDays(1);
        LocalDate first = end.minusDays(1);
        for (Opportunity deal : book.opportunities()) {
            LocalDate created = deal.created().date(policy.zone());
            first = created.isBefore(first) ? created : first;
        }
        PipelineOptions options = PipelineOptions.standard();
        if (asked.exported().isPresent()) {
            options = options.with(RowValues.exportedOn(asked.exported().get()));
        }
        return Pipeline.of(History.of(RevenueView.of(book, policy, Span.of(first, end))), options);
    }
}
