package io.revops.forecast.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.catalog.Metrics;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Propensity;
import io.revops.forecast.Simulation;
import io.revops.forecast.Training;
import io.revops.metric.Reading;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every company whose accounts pay whatever they pay. */
class RevenueLaws {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final int SEEN = 14;
    private static final Simulation WORLDS = Simulation.of(5, 200);

    /** Each account's list says what it pays from the 10th of each month on; every third has a term of three months. */
    private static TermBook company(List<List<Integer>> accounts, int months) {
        TermBook book = TermBook.start().pays("steady/1", "2023-01-01", 1000);
        for (int a = 0; a < accounts.size(); a++) {
            String contract = "account-" + a + "/1";
            int last = 0;
            for (int m = 0; m < Math.min(months, accounts.get(a).size()); m++) {
                int now = Math.max(0, accounts.get(a).get(m)) * 100;
                if (now != last) {
                    book.pays(contract, START.plusMonths(m).plusDays(9).toString(), now);
                    if (a % 3 == 0) {
                        book.term(contract, 3);
                    }
                }
                last = now;
            }
        }
        return book;
    }

    private static Training<ArrModel> train(History history, int ahead) {
        return ArrForecast.ahead(ahead).with(due -> new Propensity(0.6, 0, "")).train(history);
    }

    /** If it failed, the bridge of a past quarter would not end where the quarter ended: nobody could check a forecast by it. */
    @Property(tries = 60)
    void whatBecameOfArrEndsAtArr(
            @ForAll @Size(max = 6) List<@Size(value = SEEN) List<@IntRange(min = -3, max = 6) Integer>> accounts,
            @ForAll @IntRange(min = 1, max = 4) int ahead) {
        History history = company(accounts, SEEN).history("2023-01-01", "2024-03-01");
        ArrModel model = train(history, ahead).orElseThrow();
        assertThat(model.past()).hasSize(SEEN - ahead);
        for (PastFlows past : model.past()) {
            Span day = Span.of(past.origin(), past.origin().plusDays(1));
            LocalDate end = day.to().plusMonths(ahead);
            assertThat(past.opening()).isCloseTo(arr(history, day), within(1e-6));
            assertThat(past.closing()).isCloseTo(arr(history, Span.of(end.minusDays(1), end)), within(1e-6));
            assertThat(past.expansion()).isNotNegative();
            assertThat(past.fresh()).isNotNegative();
            assertThat(past.contraction() + past.churn() + past.atRenewal() + past.notifiedLost())
                    .isBetween(-past.opening() - 1e-6, 0.0);
        }
    }

    private static double arr(History history, Span day) {
        Reading<RunRate> arr =
                Metrics.ARR.measure(history.view().orElseThrow().during(day)).reading();
        return arr.orElseThrow().microsPerYear().doubleValue() / 1e6;
    }

    /** If it failed, a possible world would lose more than there is, or its ARR would not be the sum of the bars of its bridge. */
    @Property(tries = 60)
    void everyWorldTiesAndLosesNoMoreThanThereIs(
            @ForAll @Size(max = 6) List<@Size(value = SEEN) List<@IntRange(min = -3, max = 6) Integer>> accounts,
            @ForAll @IntRange(min = 1, max = 4) int ahead) {
        ArrModel model = train(company(accounts, SEEN).history("2023-01-01", "2024-03-01"), ahead)
                .orElseThrow();
        Forecast forecast = model.forecast(WORLDS, NewBusiness.none());
        for (int world = 0; world < WORLDS.draws(); world++) {
            double sum = 0;
            double lost = 0;
            for (Contribution part : forecast.parts()) {
                sum += part.draws().at(world);
                lost += Math.min(0, part.draws().at(world));
            }
            assertThat(forecast.draws().at(world)).isCloseTo(sum, within(1e-6));
            assertThat(-lost).isLessThanOrEqualTo(model.opening() + 1e-6);
        }
        assertThat(forecast.point()).isCloseTo(forecast.mean(), within(1e-6));
    }

    /** If it failed, a forecast would have known what happened after it was made. */
    @Property(tries = 40)
    void nothingLaterIsSeen(
            @ForAll @Size(max = 6) List<@Size(value = SEEN + 6) List<@IntRange(min = -3, max = 6) Integer>> accounts,
            @ForAll @IntRange(min = 1, max = 3) int ahead) {
        History then = company(accounts, SEEN).history("2023-01-01", "2024-03-01");
        History later =
                company(accounts, SEEN + 6).history("2023-01-01", "2024-09-01").asOf(LocalDate.of(2024, 2, 29));
        assertThat(train(later, ahead).orElseThrow().forecast(WORLDS, NewBusiness.none()))
                .isEqualTo(train(then, ahead).orElseThrow().forecast(WORLDS, NewBusiness.none()));
    }
}
