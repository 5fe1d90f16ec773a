package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Shifts and matured probabilities against R; oracle/drift.json names its command and tolerance. */
class DriftOracleTest {
    private static final JsonNode SAYS = Oracle.read("drift.json");

    private static double[] values(JsonNode node, String name) {
        return StreamSupport.stream(node.get(name).spliterator(), false)
                .mapToDouble(v -> v.isNull() ? Double.NaN : v.doubleValue())
                .toArray();
    }

    private static ColumnDrift drift(JsonNode column) {
        return ColumnDrift.of(
                FrozenBins.of(column.get("name").textValue(), values(column, "then")), values(column, "now"));
    }

    @Test
    void indexItsChanceAndItsLimitAreThoseOfR() {
        int checked = 0;
        for (JsonNode column : SAYS.get("columns")) {
            ColumnDrift drift = drift(column);
            assertThat(FrozenBins.of("x", values(column, "then")).edges())
                    .containsExactly(java.util.Arrays.stream(values(column, "edges"))
                            .boxed()
                            .toArray(Double[]::new));
            assertThat(drift.then().stream().mapToDouble(c -> c).toArray()).isEqualTo(values(column, "countsThen"));
            assertThat(drift.now().stream().mapToDouble(c -> c).toArray()).isEqualTo(values(column, "countsNow"));
            assertThat(drift.psi()).isCloseTo(Oracle.number(column, "psi"), within(1e-12));
            assertThat(drift.pValue()).isCloseTo(Oracle.number(column, "pValue"), within(1e-12));
            assertThat(drift.psiLimit(0.05)).isCloseTo(Oracle.number(column, "limit"), within(1e-12));
            checked++;
        }
        assertThat(checked).isEqualTo(5);
    }

    /** The distance at the edges is no larger than that of all values, and the limit is where R's p-value is the level. */
    @Test
    void distanceAndItsLimitAreThoseOfR() {
        int checked = 0;
        for (JsonNode column : SAYS.get("columns")) {
            ColumnDrift drift = drift(column);
            double all = Oracle.number(column, "ksOfAllValues");
            double p = Oracle.number(column, "ksPValue");
            assertThat(drift.ks())
                    .isCloseTo(Oracle.number(column, "ks"), within(1e-12))
                    .isLessThanOrEqualTo(all + 1e-12);
            assertThat(drift.ksLimit(p)).isGreaterThanOrEqualTo(all - 1e-12); // the first term of a series
            if (p < 0.01) {
                assertThat(drift.ksLimit(p)).isCloseTo(all, within(1e-9));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(2);
    }

    /** At each level just above an adjusted p-value of R its column is beyond chance, and just below it is not. */
    @Test
    void columnsBeyondChanceAreThoseThatHolmAdjusts() {
        List<ColumnDrift> columns = new ArrayList<>();
        SAYS.get("columns").forEach(c -> columns.add(drift(c)));
        double[] adjusted = Oracle.numbers(SAYS, "holm");
        DriftReport report = new DriftReport(columns, Optional.empty(), 0.05, Optional.empty(), Optional.empty(), 0);
        for (double at : adjusted) {
            for (double level : new double[] {at * (1 - 1e-9), at * (1 + 1e-9)}) {
                List<String> expected = new ArrayList<>();
                for (int c = 0; c < adjusted.length; c++) {
                    if (adjusted[c] <= level) {
                        expected.add(columns.get(c).name());
                    }
                }
                assertThat(report.at(level).beyondChance())
                        .extracting(ColumnDrift::name)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        assertThat(report.beyondChance()).hasSize(3);
    }

    @Test
    void maturedRowsHaveTheIntervalTheErrorsAndTheTestOfR() {
        int checked = 0;
        for (JsonNode each : SAYS.get("matured")) {
            Matured matured = Matured.of(Oracle.numbers(each, "labels"), Oracle.numbers(each, "said"));
            double[] interval = Oracle.numbers(each, "interval");
            Matured.Range range = matured.ratioInterval(0.95).orElseThrow();
            assertThat(matured.ratio()).isCloseTo(Oracle.number(each, "ratio"), within(1e-12));
            assertThat(range.low()).isCloseTo(interval[0], within(1e-12));
            assertThat(range.high()).isCloseTo(interval[1], within(1e-12));
            CalibrationLine line = matured.line().orElseThrow();
            assertThat(line.slope()).isCloseTo(Oracle.number(each, "slope"), within(1e-7));
            assertThat(line.inTheLarge()).isCloseTo(Oracle.number(each, "inTheLarge"), within(1e-7));
            assertThat(matured.slopeError()).isCloseTo(Oracle.number(each, "slopeError"), within(1e-7));
            assertThat(matured.interceptError()).isCloseTo(Oracle.number(each, "interceptError"), within(1e-7));
            double p = Oracle.number(each, "pValue");
            assertThat(matured.pValue()).isCloseTo(p, within(1e-7 * p));
            checked++;
        }
        assertThat(checked).isEqualTo(2);
    }
}
