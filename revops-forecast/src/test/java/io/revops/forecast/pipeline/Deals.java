package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import java.time.LocalDate;
import java.util.Random;

/** Deals of a company that opens some every day, each won or lost at constant hazards, for tests that need many. */
final class Deals {
    static final LocalDate START = LocalDate.of(2023, 1, 2);

    private Deals() {}

    /** So many deals, three a day, won at 0.01 and lost at 0.015 a day, each over 1,000 up to 2,000. */
    static Pipeline.Builder constant(int count, LocalDate asOf, long seed) {
        Random random = new Random(seed);
        Pipeline.Builder pipeline = Pipeline.builder(asOf, "USD");
        for (int i = 0; i < count; i++) {
            LocalDate opened = START.plusDays(i / 3);
            pipeline.deal(deal("D" + (10_000 + i), opened, random));
        }
        return pipeline;
    }

    private static DealPath deal(String id, LocalDate opened, Random random) {
        double amount = 1000 + random.nextInt(1001);
        DealPath.Builder path =
                DealPath.of(id, opened).step(DealStep.on(opened).amount(amount).build());
        int days = (int) (-Math.log(random.nextDouble()) / 0.025);
        Outcome outcome = random.nextDouble() < 0.4 ? Outcome.WON : Outcome.LOST;
        return path.step(DealStep.on(opened.plusDays(days))
                        .amount(amount)
                        .outcome(outcome)
                        .build())
                .build();
    }
}
