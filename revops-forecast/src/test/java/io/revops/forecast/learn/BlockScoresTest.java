package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many rows at once get the bits of one at a time, whatever the trees look like. */
class BlockScoresTest {
    private static final int COLUMNS = 5;

    /** Values are few, so that many are a threshold; the first column is 0 or 1, and asked for one threshold. */
    private static double value(int column, SplittableRandom random) {
        return random.nextInt(8) == 0 ? Double.NaN : column == 0 ? random.nextInt(2) : random.nextInt(-9, 10) / 4.0;
    }

    /** A tree of so many leaves: a leaf somewhere asks something and gets two, until there are enough. */
    private static RegressionTree tree(int leaves, SplittableRandom random) {
        List<int[]> children = new ArrayList<>();
        children.add(new int[0]);
        List<Integer> open = new ArrayList<>(List.of(0));
        while (open.size() < leaves) {
            int node = open.remove(random.nextInt(open.size()));
            children.set(node, new int[] {children.size(), children.size() + 1});
            for (int child : children.get(node)) {
                children.add(new int[0]);
                open.add(child);
            }
        }
        return RegressionTree.of(children.stream()
                .map(c -> c.length == 0
                        ? new RegressionTree.Node(-1, 0, 0, 0, 0, random.nextDouble() - 0.5, 1)
                        : question(c, random.nextInt(COLUMNS), random))
                .toArray(RegressionTree.Node[]::new));
    }

    private static RegressionTree.Node question(int[] children, int column, SplittableRandom random) {
        double threshold = column == 0 ? 0 : random.nextInt(-9, 10) / 4.0;
        return new RegressionTree.Node(column, threshold, children[0], children[1], children[random.nextInt(2)], 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "2, 1", "3, 63", "8, 65", "9, 130", "31, 200", "256, 500", "257, 500", "700, 1000"})
    void manyRowsScoreTheSameBitsAsOneByOne(int leaves, int rows) {
        SplittableRandom random = new SplittableRandom(leaves * 1000L + rows);
        List<RegressionTree> trees = IntStream.range(0, 12)
                .mapToObj(i -> tree(i % 3 == 2 ? 1 + random.nextInt(leaves) : leaves, random))
                .toList();
        List<Feature> columns =
                IntStream.range(0, COLUMNS).mapToObj(f -> Feature.of("f" + f)).toList();
        BoostingModel model = new BoostingModel(new Trees("1", columns, -1.25, trees));
        DataSetBuilder builder = DataSet.of(columns);
        for (int i = 0; i < rows; i++) {
            double[] row = IntStream.range(0, COLUMNS)
                    .mapToDouble(f -> value(f, random))
                    .toArray();
            builder.row("r" + i, i % 2, row);
        }
        DataSet data = builder.build();

        double[] all = model.logOddsOfEach(data);

        assertThat(all).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(all[i]).isEqualTo(model.logOdds(data.values(i)));
        }
    }
}
