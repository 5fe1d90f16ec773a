package io.revops.quickstart.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.quickstart.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnFromCsvTest {
    @TempDir
    Path folder;

    private static Run run(String... args) {
        return Run.of(ChurnFromCsv::run, args);
    }

    /** A table of a made-up company: few logins and a monthly plan go with leaving. */
    private String table(int rows) throws IOException {
        StringBuilder csv = new StringBuilder("account,logins,plan,seats,churned\n");
        for (int i = 0; i < rows; i++) {
            RandomGenerator stream = Simulation.streamFor(5, "account " + i);
            int logins = (int) (40 * Normals.uniform(stream));
            boolean isMonthly = Normals.uniform(stream) < 0.6;
            double chance = 1 / (1 + StrictMath.exp(0.12 * logins - (isMonthly ? 1.2 : -0.4)));
            csv.append("acme-")
                    .append(i)
                    .append(',')
                    .append(i % 25 == 0 ? "" : logins)
                    .append(',')
                    .append(isMonthly ? "monthly" : i % 2 == 0 ? "yearly" : "two years")
                    .append(',')
                    .append(1 + i % 9)
                    .append(',')
                    .append(Normals.uniform(stream) < chance ? "Yes" : "No")
                    .append('\n');
        }
        return Files.writeString(folder.resolve("accounts.csv"), csv).toString();
    }

    private static Map<String, Double> numbersOf(String json, String model) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean isIn = false;
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                    isIn = parser.getText().equals(model);
                } else if (isIn && parser.currentToken().isNumeric()) {
                    numbers.put(parser.currentName(), parser.getDoubleValue());
                } else if (parser.currentToken() == JsonToken.END_OBJECT) {
                    isIn = false;
                }
            }
        }
        return numbers;
    }

    private static List<String> namesOf(String json) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                }
            }
        }
        return names;
    }

    @Test
    void jsonHasTheKeysThatWereAgreedOn() throws IOException {
        Run run = run("--data", table(900), "--label", "churned", "--id", "account", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("{\"rows\":900,\"events\":")
                .endsWith("]}\n")
                .doesNotContain("NaN");
        List<String> model = List.of("name", "auc", "averagePrecision", "logLoss", "brier", "ece");
        List<String> expected = new ArrayList<>(List.of("rows", "events", "folds", "models"));
        for (int i = 0; i < 3; i++) {
            expected.addAll(model);
        }
        expected.addAll(List.of("chosen", "warnings"));
        assertThat(namesOf(run.out())).isEqualTo(expected);
        assertThat(run.out())
                .contains("\"folds\":\"mod5\"", "MISSING_VALUES: The column (logins) is missing in 36 of 900");
        assertThat(run.err())
                .contains("account: id, ", "logins: number, 0 to 39, 36 missing", "plan: category, 3 words")
                .contains("churned: label, 1 is Yes, 0 is No");
        double line = numbersOf(run.out(), "logistic").get("logLoss");
        double trees = numbersOf(run.out(), "boosting").get("logLoss");
        assertThat(numbersOf(run.out(), "auto").get("logLoss")).isLessThan(Math.min(line, trees) + 0.01);
        assertThat(numbersOf(run.out(), "logistic").get("auc")).isBetween(0.7, 0.85);
    }

    @Test
    void onlyTheModelThatWasAskedForIsTried() throws IOException {
        Run run = run(
                "--data", table(600), "--label", "churned", "--model", "logistic", "--folds", "4", "--format", "json");
        assertThat(run.out())
                .contains("\"folds\":\"4\"", "\"chosen\":\"logistic\"")
                .doesNotContain("\"boosting\"");
        assertThat(run.out()).contains("LOOKS_LIKE_ID: The column (account) was left out");
    }

    @Test
    void tableShowsSchemaMeasuresAndWarnings() throws IOException {
        Run run = run("--data", table(600), "--label", "churned", "--id", "account", "--model", "boosting");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("account: id, who the row is about\n")
                .contains("600 rows, ", "model             AUC       AP log-loss    Brier      ECE\nboosting       0.")
                .contains("\nchosen: boosting\nwarning: MISSING_VALUES: ");
    }

    /** Where i has a dot above, a comma stands for the point, and digits may be others. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-CH"})
    void figuresAreTheSameInEveryCountry(String country) throws IOException {
        String table = table(300);
        String[] args = {"--data", table, "--label", "churned", "--model", "logistic"};
        Run here = run(args);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(country));
            assertThat(run(args)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Ten rows carry no model: the base rate, and why. */
    @Test
    void tooFewRowsAreToldAndTheBaseRateIsMeasured() throws IOException {
        Run run = run("--data", table(10), "--label", "churned", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "\"models\":[{\"name\":\"base rate\"",
                        "\"chosen\":\"base rate\"",
                        "TOO_FEW_CASES",
                        "was refused in")
                .doesNotContain("NaN");
    }

    @Test
    void oneOutcomeHasNoAuc() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 300; i++) {
            csv.append(i * 7 % 31).append(",0\n");
        }
        String file = Files.writeString(folder.resolve("same.csv"), csv).toString();
        Run run = run("--data", file, "--label", "y", "--format", "json");
        assertThat(run.out())
                .contains(
                        "\"auc\":null,\"averagePrecision\":null,\"logLoss\":0.00", "ONE_CLASS", "No row has the event");
    }

    /** A copy of the outcome, a number that is none, an id that is there twice, a column without a name. */
    @Test
    void whatIsWrongWithTheDataIsNamed() throws IOException {
        StringBuilder csv = new StringBuilder(",who,copy,ratio,same,left\n");
        for (int i = 0; i < 240; i++) {
            int y = i % 3 == 0 ? 1 : 0;
            String ratio = i % 7 == 0 ? "Infinity" : "0." + i % 11;
            csv.append(i + ",a" + i % 239 + "," + 5 * y + "," + ratio + ",x," + y + "\n");
        }
        String file = Files.writeString(folder.resolve("bad.csv"), csv).toString();
        Run run = run("--data", file, "--label", "left", "--id", "who", "--model", "logistic", "--format", "json");
        assertThat(run.out())
                .contains("LOOKS_LIKE_ID: The column (column 1)")
                .contains("SEPARATING_COLUMN: The column (copy)")
                .contains("NOT_FINITE: The column (ratio)")
                .contains("CONSTANT_COLUMN: The column (same)")
                .contains("DUPLICATE_ID: 1 ids")
                .doesNotContain("NaN");
        assertThat(numbersOf(run.out(), "logistic").get("auc")).isCloseTo(1, within(1e-12));
    }

    private static String refused(String... args) {
        Run run = run(args);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("\n").contains("Maybe ").doesNotContain("\tat ");
        return run.err();
    }

    @Test
    void wrongArgumentsAreTold() throws IOException {
        String table = table(30);
        assertThat(refused()).startsWith("The argument --label is missing. Maybe --label COLUMN");
        assertThat(refused("--label", "x")).startsWith("The argument --data is missing. Maybe --data FILE");
        assertThat(refused("--dta", "x")).startsWith("There is no argument (--dta). Maybe one of [--data, ");
        assertThat(refused("--data")).startsWith("The argument --data has no value.");
        assertThat(refused("--data", "a", "--data", "b")).startsWith("The argument --data is there twice.");
        assertThat(refused("--data", table, "--label", "churned", "--model", "forest"))
                .startsWith("There is no model (forest). Maybe one of [logistic, boosting, auto].");
        assertThat(refused("--data", table, "--label", "churned", "--format", "xml"))
                .startsWith("There is no format (xml). Maybe one of [table, json].");
        for (String folds : new String[] {"mod", "mod1", "0", "five"}) {
            assertThat(refused("--data", table, "--label", "churned", "--folds", folds))
                    .startsWith("There are no folds (" + folds + "). Maybe mod5, or a number such as 10.");
        }
        assertThat(refused("--data", table, "--label", "gone")).startsWith("There is no column (gone) in the table.");
        assertThat(refused("--data", table, "--label", "seats")).startsWith("The label (seats) has 9 values");
        assertThat(refused("--data", folder.resolve("none.csv").toString(), "--label", "x"))
                .startsWith("There is no file (");
        String empty = Files.writeString(folder.resolve("empty.csv"), "a,b\n").toString();
        assertThat(refused("--data", empty, "--label", "a")).contains("has no rows. Maybe the export was cut off");
        assertThat(run("--help").out()).contains("--folds FOLDS");
    }
}
