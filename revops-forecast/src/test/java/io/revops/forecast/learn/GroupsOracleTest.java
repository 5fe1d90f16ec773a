package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.Ridge;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of several days of one account, against numpy and scipy; oracle/groups.json names its command and tolerance. */
class GroupsOracleTest {
    private static final JsonNode SAYS = Oracle.read("groups.json");

    private static List<String> groups(JsonNode node) {
        List<String> groups = new ArrayList<>();
        node.get("groups").forEach(g -> groups.add(g.textValue()));
        return groups;
    }

    @Test
    void varianceOfAreasByGroupIsThatOfObuchowski() {
        int checked = 0;
        for (JsonNode each : SAYS.get("ranked")) {
            AucComparison comparison = AucComparison.of(
                            Oracle.numbers(each, "labels"),
                            Oracle.numbers(each, "champion"),
                            Oracle.numbers(each, "others"),
                            groups(each))
                    .orElseThrow();
            JsonNode says = each.get("says");
            assertThat(comparison.champion()).isCloseTo(Oracle.number(says, "champion"), within(1e-12));
            assertThat(comparison.challenger()).isCloseTo(Oracle.number(says, "challenger"), within(1e-12));
            assertThat(comparison.championVariance()).isCloseTo(Oracle.number(says, "championVariance"), within(1e-12));
            assertThat(comparison.challengerVariance())
                    .isCloseTo(Oracle.number(says, "challengerVariance"), within(1e-12));
            assertThat(comparison.covariance()).isCloseTo(Oracle.number(says, "covariance"), within(1e-12));
            assertThat(comparison.pValue()).isCloseTo(Oracle.number(says, "pValue"), within(1e-12));
            checked++;
        }
        assertThat(checked).isEqualTo(2);
    }

    /** If one account had all the events, nothing would tell how other accounts that leave are ranked. */
    @Test
    void eventsOfOneGroupAloneTellNoVariance() {
        var one = (Undefined<AucComparison>) AucComparison.of(
                new double[] {1, 1, 0, 0},
                new double[] {.4, .3, .2, .1},
                new double[] {.1, .2, .3, .4},
                List.of("a", "a", "b", "c"));
        assertThat(one.code()).isEqualTo(UndefinedCode.TOO_FEW_CASES);
        assertThat(one.toString()).contains("The events are of 1 groups and the other rows of 2");
        assertThat(AucComparison.of(
                                new double[] {1, 1, 0, 0},
                                new double[] {.4, .3, .2, .1},
                                new double[] {.1, .2, .3, .4},
                                List.of("a", "a", "a", "a"))
                        .value())
                .isEmpty();
    }

    @Test
    void covarianceOfCoefficientsIsTheSandwichOfGroups() {
        JsonNode says = SAYS.get("regression");
        DataSetBuilder rows = DataSet.of("usage", "tickets");
        double[] labels = Oracle.numbers(says, "labels");
        double[] weights = Oracle.numbers(says, "weights");
        List<String> groups = groups(says);
        for (int i = 0; i < labels.length; i++) {
            JsonNode row = says.get("rows").get(i);
            double usage = row.get(0).isNull() ? Double.NaN : row.get(0).doubleValue();
            rows.row("r" + i, labels[i], usage, row.get(1).doubleValue())
                    .in(groups.get(i))
                    .weighing(weights[i]);
        }
        DataSet data = rows.build();
        int checked = 0;
        for (JsonNode fit : says.get("fits")) {
            LogisticModel model = LogisticRegression.standard()
                    .with(new Ridge(Oracle.number(fit, "lambda")))
                    .learn(data)
                    .orElseThrow();
            LogisticSpread spread = LogisticSpread.of(model, data);
            double[] expected = Oracle.numbers(fit, "covariance");
            assertThat(spread.covariance()).hasSize(expected.length).hasSize(16);
            for (int i = 0; i < expected.length; i++) {
                assertThat(spread.covariance().get(i)).isCloseTo(expected[i], within(1e-7 * Math.abs(expected[i])));
            }
            double[] standardised = Oracle.numbers(fit, "standardised");
            for (int a = 1; a < standardised.length; a++) {
                LogisticSpread.Place place = spread.places().get(a);
                LogisticTerm term = model.terms().get(place.feature());
                double slope = place.isOfMissing() ? term.missingCoefficient() : term.coefficient();
                assertThat(slope * place.deviation()).isCloseTo(standardised[a], within(1e-7));
            }
            checked++;
        }
        assertThat(checked).isEqualTo(2);
    }
}
