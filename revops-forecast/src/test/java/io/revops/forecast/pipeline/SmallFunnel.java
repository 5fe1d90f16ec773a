package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import java.time.LocalDate;

/** A deal told in lines: from a day on it stands like this, and what is not said stays as it was. */
final class SmallFunnel {
    private final DealPath.Builder path;
    private DealStep.Builder step;
    private boolean begun;

    private SmallFunnel(String id, String opened) {
        path = DealPath.of(id, LocalDate.parse(opened));
        step = DealStep.on(LocalDate.parse(opened));
    }

    static SmallFunnel deal(String id, String opened) {
        return new SmallFunnel(id, opened);
    }

    SmallFunnel on(String day) {
        if (begun) {
            path.step(step.build());
        }
        step = step.build().toBuilder().day(LocalDate.parse(day));
        return this;
    }

    SmallFunnel stage(String stage) {
        step.stage(stage);
        return said();
    }

    SmallFunnel amount(double amount) {
        step.amount(amount);
        return said();
    }

    SmallFunnel owner(String owner) {
        step.owner(owner);
        return said();
    }

    SmallFunnel category(ForecastCategory category) {
        step.category(category);
        return said();
    }

    SmallFunnel closes(String day) {
        step.closeDate(LocalDate.parse(day));
        return said();
    }

    SmallFunnel won(String day) {
        return on(day).outcome(Outcome.WON);
    }

    SmallFunnel lost(String day) {
        return on(day).outcome(Outcome.LOST);
    }

    SmallFunnel reopened(String day) {
        return on(day).outcome(Outcome.OPEN);
    }

    private SmallFunnel outcome(Outcome outcome) {
        step.outcome(outcome);
        return said();
    }

    private SmallFunnel said() {
        begun = true;
        return this;
    }

    DealPath path() {
        return path.step(step.build()).build();
    }

    static Pipeline pipeline(String asOf, SmallFunnel... deals) {
        Pipeline.Builder pipeline = Pipeline.builder(LocalDate.parse(asOf), "USD");
        for (SmallFunnel deal : deals) {
            pipeline.deal(deal.path());
        }
        return pipeline.build();
    }
}
