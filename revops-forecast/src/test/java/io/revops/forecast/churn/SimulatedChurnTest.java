package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Dimension;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.learn.LogisticTerm;
import io.revops.forecast.learn.Measures;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import io.revops.ledger.RevenueView;
import io.revops.sample.ChurnAccount;
import io.revops.sample.ChurnCompany;
import io.revops.sample.ChurnDriver;
import io.revops.sample.ChurnPeriod;
import io.revops.sample.ChurnTruth;
import io.revops.sample.ChurnWorld;
import io.revops.time.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learnt of simulated companies, held against the truth that they were drawn from. */
class SimulatedChurnTest {
    private static final double NINETY = 1.6448536269514722;

    @TempDir
    private Path folder;

    /**
     * Features, label and regression together find the truth: every value that is read from the files is the one that the truth saw,
     * and each coefficient lies within its standard error of the true one, as often as it should.
     */
    @Test
    void whatIsReadFromTheFilesIsWhatTheTruthSawAndItsCoefficientsAreFound() {
        ChurnCompany company = ChurnWorld.standard().withAccounts(250).company(21);
        RevenueView view = SimulatedChurn.view(company, folder);
        ChurnRows rows = SimulatedChurn.drivers()
                .rows(view, ChurnLabel.within(ChurnWorld.DAYS), SimulatedChurn.days(company.world()));

        List<String> seen = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FeatureRow row = rows.row(i);
            seen.add(row.id() + " " + Arrays.toString(row.values()) + " "
                    + rows.outcome(i).kind() + " " + rows.outcome(i).cause());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(told(company));

        DataSet wanted = rows.data(ChurnTarget.VOLUNTARY);
        LogisticModel model =
                LogisticRegression.standard().with(Ridge.none()).learn(wanted).orElseThrow();
        double chi = 0;
        for (ChurnDriver driver : ChurnDriver.values()) {
            double z = z(model, driver, company.world().truth());
            assertThat(z).as(driver.name()).isCloseTo(0, within(3.0));
            chi += z * z;
        }
        // nearly chi-squared with 8 degrees of freedom: 26.1 is exceeded once in a thousand
        assertThat(chi).isLessThan(26.1);
    }

    private static List<String> told(ChurnCompany company) {
        List<String> told = new ArrayList<>();
        for (ChurnAccount account : company.accounts()) {
            for (ChurnPeriod period : account.periods()) {
                if (period.number() < company.world().periods() - 1) {
                    boolean isLast =
                            period == account.periods().get(account.periods().size() - 1);
                    boolean left = isLast && account.left().isPresent();
                    told.add(account.id() + " " + company.world().last(period.number()) + " "
                            + Arrays.toString(SimulatedChurn.values(period)) + " "
                            + (left ? ChurnOutcome.Kind.CHURNED : ChurnOutcome.Kind.STAYED) + " "
                            + (left ? "Optional[" + account.left().orElseThrow().cause() + "]" : "Optional.empty"));
                }
            }
        }
        return told;
    }

    private static double z(LogisticModel model, ChurnDriver driver, ChurnTruth truth) {
        LogisticTerm term = model.term(SimulatedChurn.name(driver));
        double real = truth.voluntary().getOrDefault(driver, 0.0);
        return (term.coefficient() - real) / term.standardError().orElseThrow();
    }

    /** A 90 % interval that covered 80 % would send people after features that do nothing. Within four of its standard errors. */
    @Test
    void ninetyPercentIntervalsHoldTheTruthNineTimesInTen() {
        int worlds = 25;
        int held = 0;
        int all = 0;
        for (int seed = 0; seed < worlds; seed++) {
            ChurnCompany company = ChurnWorld.standard().withAccounts(600).company(seed);
            LogisticModel model = LogisticRegression.standard()
                    .with(Ridge.none())
                    .learn(SimulatedChurn.rows(company))
                    .orElseThrow();
            for (ChurnDriver driver : ChurnDriver.values()) {
                held += Math.abs(z(model, driver, company.world().truth())) <= NINETY ? 1 : 0;
                all++;
            }
        }
        assertThat(held / (double) all).isCloseTo(0.9, within(4 * StrictMath.sqrt(0.09 / all)));
    }

    /** The probabilities of a model are as good as those of the truth itself, but for what the coefficients are uncertain by. */
    @Test
    void aModelIsNearlyAsGoodAsTheTruthOnAnotherCompanyOfTheSameWorld() {
        ChurnWorld world = ChurnWorld.standard();
        Training<ChurnModel> training =
                ChurnPropensity.within(ChurnWorld.DAYS).learn(SimulatedChurn.rows(world.company(31)));
        ChurnCompany other = world.company(32);
        DataSet rows = SimulatedChurn.rows(other);
        RiskScores scores = training.orElseThrow().score(rows);
        double[] said = scores.scores().stream()
                .mapToDouble(s -> s.probability().orElseThrow())
                .toArray();
        double[] real = other.accounts().stream()
                .flatMap(a -> a.periods().stream())
                .mapToDouble(ChurnPeriod::byWill)
                .toArray();
        Measures model = Measures.of(labels(rows), said);
        Measures truth = Measures.of(labels(rows), real);

        assertThat(training).isInstanceOf(Trained.class);
        assertThat(truth.auc().orElseThrow()).isGreaterThan(0.75);
        assertThat(model.auc().orElseThrow()).isGreaterThan(truth.auc().orElseThrow() - 0.03);
        assertThat(model.logLoss()).isBetween(truth.logLoss() - 0.002, truth.logLoss() + 0.004);
        assertThat(scores.expected()).isCloseTo(model.events(), within(4 * StrictMath.sqrt(model.events())));
    }

    private static double[] labels(DataSet rows) {
        return IntStream.range(0, rows.size()).mapToDouble(rows::label).toArray();
    }

    /** Where nothing tells who leaves, a list of names would be a list of innocents: nobody is scored, and the rate of all is told. */
    @Test
    void anUninformativeCompanyIsRefusedAndNobodyIsScored() {
        int refused = 0;
        int companies = 6;
        for (int seed = 0; seed < companies; seed++) {
            DataSet rows = SimulatedChurn.rows(
                    ChurnWorld.uninformative().withAccounts(160).company(100 + seed));
            ChurnPropensity propensity = ChurnPropensity.within(ChurnWorld.DAYS);
            Training<ChurnModel> training = propensity.learn(rows);
            if (training instanceof Refused<ChurnModel> no) {
                refused++;
                assertThat(no.code()).isEqualTo(RefusalCode.NO_BETTER_THAN_BASE_RATE);
                assertThat(no.why() + no.fallback()).contains("rate of all");
                assertThat(propensity.score(training, rows).expected()).isZero();
                assertThat(propensity.score(training, rows).highest(5)).isEmpty();
            }
        }
        // each has a chance of about 1 in 20 to look like a model; two of six that do so would happen with one of 30
        // other choices of seeds
        assertThat(refused).isGreaterThanOrEqualTo(companies - 1);
    }

    /** Lifetimes of the ledger are those of the simulator, day by day, also of accounts that had begun before the view. */
    @Test
    void lifetimesAreThoseThatWereLived() {
        ChurnCompany company = ChurnWorld.standard().withAccounts(200).company(5);
        RevenueView view = SimulatedChurn.view(company, folder);
        LocalDate from = company.world().first(6);
        Lifetimes lifetimes = AccountLifetimes.of(
                view.during(Span.of(from, company.world().end())), TimeScale.DAY, Dimension.SEGMENT);

        Map<String, String> found = new TreeMap<>();
        lifetimes
                .rows()
                .forEach(row ->
                        found.put(row.id(), row.stratum() + " " + row.entry() + " " + row.exit() + " " + row.cause()));
        Map<String, String> lived = new TreeMap<>();
        for (ChurnAccount account : company.accounts()) {
            LocalDate first = company.world().first(account.periods().get(0).number());
            boolean isKnown = account.left()
                    .filter(l -> l.on().isBefore(company.world().end()))
                    .isPresent();
            LocalDate last = isKnown
                    ? account.left().orElseThrow().on()
                    : company.world().end();
            if (last.isAfter(from)) {
                double entry = Math.max(0, from.toEpochDay() - first.toEpochDay());
                double exit = last.toEpochDay() - first.toEpochDay();
                String cause = isKnown
                        ? "Optional["
                                + account.left().orElseThrow().cause().name().toLowerCase(Locale.ROOT) + "]"
                        : "Optional.empty";
                lived.put(account.id(), account.segment() + " " + entry + " " + exit + " " + cause);
            }
        }
        assertThat(found).isEqualTo(lived);
        assertThat(lifetimes.problems()).isEmpty();
        assertThat(lived.values()).anyMatch(l -> l.contains("involuntary")).anyMatch(l -> !l.contains(" 0.0 "));
    }
}
