package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.json.LearntJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTreeTest {
    private static final DataSet ROWS = Planted.line(2_000, 1, 10);

    /** Whoever reads the rules must get what the model says, and the shares of the rows. */
    @Test
    void rulesCoverEveryRowAndSayTheirShares() {
        BoostingModel model = DecisionTree.standard()
                .with(Leaves.of(5))
                .with(LeafRows.of(30))
                .learn(ROWS)
                .orElseThrow();
        List<DecisionTree.Rule> rules = DecisionTree.rules(model);
        assertThat(rules).hasSize(5).allMatch(r -> r.rows() >= 30);
        assertThat(rules.stream().mapToDouble(DecisionTree.Rule::rows).sum()).isEqualTo(2_000);
        double rate = ROWS.events() / 2_000.0;
        for (DecisionTree.Rule rule : rules) {
            double rows = 0;
            double events = 0;
            for (int i = 0; i < ROWS.size(); i++) {
                if (Math.abs(model.probability(ROWS.values(i)) - rule.probability()) < 1e-12) {
                    rows++;
                    events += ROWS.label(i);
                }
            }
            assertThat(rows).isEqualTo(rule.rows());
            assertThat(rule.probability()).isCloseTo((events + rate) / (rows + 1), within(1e-9));
        }
        assertThat(rules).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(rules.get(0).toString())
                .contains("usage above ")
                .contains(" and ")
                .matches(".*: \\d+\\.\\d % of \\d+");
        assertThat(rules).anyMatch(r -> r.toString().contains("or not known"));
    }

    /** oracle/tree.json names its command. */
    @Test
    void leavesAreThoseOfScikitLearn() {
        JsonNode says = Oracle.read("tree.json");
        double[] labels = Oracle.numbers(says, "labels");
        DataSetBuilder data = DataSet.of("f0", "f1", "f2");
        for (int i = 0; i < labels.length; i++) {
            JsonNode row = says.get("rows").get(i);
            data.row(
                    "r" + i,
                    labels[i],
                    row.get(0).intValue(),
                    row.get(1).intValue(),
                    row.get(2).intValue());
        }
        DataSet rows = data.build();
        BoostingModel model = DecisionTree.standard().learn(rows).orElseThrow();
        double rate = rows.events() / (double) rows.size();
        assertThat(DecisionTree.rules(model)).hasSize(6).hasSameSizeAs(says.get("leaves"));
        for (int i = 0; i < labels.length; i++) {
            JsonNode leaf = says.get("leaves").get(says.get("leafOfRow").get(i).intValue());
            double events = leaf.get("events").intValue();
            assertThat(model.probability(rows.values(i)))
                    .isCloseTo((events + rate) / (leaf.get("rows").intValue() + 1), within(1e-12));
        }
        RegressionTree tree = model.trees().trees().get(0);
        List<String> asked = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node)) {
                asked.add("f" + tree.feature(node) + " " + tree.node(node).threshold());
            }
        }
        List<String> expected = new ArrayList<>();
        says.get("questions")
                .forEach(q -> expected.add(q.get(0).textValue() + " " + q.get(1).doubleValue()));
        assertThat(asked).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void itIsKeptAndExplainedLikeOtherTrees() {
        Trained<BoostingModel> trained =
                (Trained<BoostingModel>) DecisionTree.standard().learn(ROWS);
        LearntModel learnt = LearntModel.of(trained, ROWS);
        assertThat(LearntJson.read(LearntJson.text(learnt))).isEqualTo(learnt);
        double[] row = ROWS.values(3);
        assertThat(trained.fitted().reasons(row).total())
                .isCloseTo(trained.fitted().logOdds(row), within(1e-9));
        assertThat(Measures.of(ROWS.labels(), learnt.probabilities(ROWS)).auc().orElseThrow())
                .isGreaterThan(0.7);
        assertThat(DecisionTree.standard()).asString().startsWith("decision tree, ");
        assertThat(DecisionTree.standard().name()).isEqualTo("tree");
    }

    @Test
    void whatIsNoRuleIsTold() {
        assertThat(DecisionTree.standard().learn(Planted.line(100, 1, 0))).isInstanceOf(Refused.class);
        BoostingModel many = Boosting.standard().with(Rounds.of(2)).learn(ROWS).orElseThrow();
        assertThatThrownBy(() -> DecisionTree.rules(many)).hasMessageContaining("has 2 trees");
    }
}
