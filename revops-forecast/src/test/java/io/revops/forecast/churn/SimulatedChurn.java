package io.revops.forecast.churn;

import io.revops.book.Contact;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.RevenueBook;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Feature;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.NativeForm;
import io.revops.sample.ChurnAccount;
import io.revops.sample.ChurnCompany;
import io.revops.sample.ChurnDriver;
import io.revops.sample.ChurnPeriod;
import io.revops.sample.ChurnWorld;
import io.revops.time.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** A simulated company as this library sees it, and its drivers as features of a host's own. */
final class SimulatedChurn {
    private SimulatedChurn() {}

    /** What the truth looks at, read from the facts: windows of 30 days that end with a period. */
    static FeatureSet drivers() {
        return FeatureSet.of(
                "drivers",
                "1",
                ChurnFeature.of(
                        name(ChurnDriver.LOGINS),
                        FeatureUnit.COUNT,
                        (w, a) -> a.usage("logins").in(w).total()),
                ChurnFeature.of(
                        name(ChurnDriver.USERS),
                        FeatureUnit.COUNT,
                        (w, a) -> a.usage("logins").in(w).users()),
                ChurnFeature.of(
                        name(ChurnDriver.FEATURES),
                        FeatureUnit.COUNT,
                        (w, a) -> a.usage().in(w).meters()
                                - a.usage("logins").in(w).meters()),
                ChurnFeature.of(
                        name(ChurnDriver.TICKETS),
                        FeatureUnit.COUNT,
                        (w, a) -> a.facts(SupportTicket.class, w).size()),
                ChurnFeature.of(name(ChurnDriver.ANSWER), FeatureUnit.SCORE, (w, a) -> latest(a))
                        .over(1),
                ChurnFeature.of(
                        name(ChurnDriver.FAILURES),
                        FeatureUnit.COUNT,
                        (w, a) -> a.facts(Payment.class, w).stream()
                                .filter(p -> p.outcome() == PaymentOutcome.FAILED)
                                .count()),
                ChurnFeature.of(
                                name(ChurnDriver.CHAMPION_LOST),
                                FeatureUnit.YES_NO,
                                (w, a) -> a.facts(Contact.class).stream()
                                                .anyMatch(c -> c.left()
                                                        .map(a::day)
                                                        .filter(w::contains)
                                                        .isPresent())
                                        ? 1
                                        : 0)
                        .over(90),
                ChurnFeature.of(
                                name(ChurnDriver.PERIODS),
                                FeatureUnit.COUNT,
                                (w, a) -> (a.daysSince(a.since().orElseThrow()) + 1) / ChurnWorld.DAYS)
                        .over(1));
    }

    private static double latest(AccountAsOf account) {
        return account.facts(SurveyAnswer.class).stream()
                .max(Comparator.comparing(answer -> account.day(answer.at())))
                .map(answer -> answer.score().doubleValue())
                .orElse(Double.NaN);
    }

    static String name(ChurnDriver driver) {
        return driver.name().toLowerCase(Locale.ROOT);
    }

    static RevenueView view(ChurnCompany company, Path folder) {
        company.writeTo(folder);
        RevenueBook book = NativeForm.read(folder).orElseThrow();
        ChurnWorld world = company.world();
        return RevenueView.of(book, RevenuePolicy.standard(), Span.of(world.start(), world.end()));
    }

    /** The last days of the periods of which it is known who left in the next. */
    static List<LocalDate> days(ChurnWorld world) {
        return IntStream.range(0, world.periods() - 1).mapToObj(world::last).toList();
    }

    /** The same rows without any book: what the simulator says was seen, and whether the account left by its own will. */
    static DataSet rows(ChurnCompany company) {
        DataSetBuilder rows = DataSet.of(Arrays.stream(ChurnDriver.values())
                        .map(driver -> Feature.of(name(driver)))
                        .toList())
                .version("drivers 1");
        for (ChurnAccount account : company.accounts()) {
            List<ChurnPeriod> periods = account.periods();
            for (ChurnPeriod period : periods) {
                boolean isLast = period == periods.get(periods.size() - 1);
                boolean left = isLast
                        && account.left()
                                .filter(l -> l.cause() == ChurnAccount.Cause.VOLUNTARY)
                                .isPresent();
                LocalDate day = company.world().last(period.number());
                rows.row(account.id() + " " + day, left ? 1 : 0, values(period))
                        .in(account.id())
                        .on(day);
            }
        }
        return rows.build();
    }

    static double[] values(ChurnPeriod period) {
        return Arrays.stream(ChurnDriver.values())
                .mapToDouble(driver -> Objects.requireNonNull(period.seen().get(driver)))
                .toArray();
    }
}
