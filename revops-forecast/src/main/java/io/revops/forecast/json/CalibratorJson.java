package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.learn.Calibrator;
import java.util.List;

/** What makes scores probabilities, as JSON. */
final class CalibratorJson {
    private CalibratorJson() {}

    static ObjectNode of(Calibrator calibrator) {
        ObjectNode node = Tree.object();
        if (calibrator instanceof Calibrator.Platt platt) {
            node.put("kind", "platt").put("slope", platt.slope()).put("intercept", platt.intercept());
        } else if (calibrator instanceof Calibrator.Beta beta) {
            node.put("kind", "beta").put("a", beta.a()).put("b", beta.b()).put("c", beta.c());
        } else if (calibrator instanceof Calibrator.Isotonic isotonic) {
            node.put("kind", "isotonic").put("nearest", isotonic.nearest());
            node.set("said", Tree.numbers(unboxed(isotonic.said())));
            node.set("happened", Tree.numbers(unboxed(isotonic.happened())));
        } else {
            node.put("kind", "none");
        }
        return node;
    }

    static Calibrator read(Tree tree) {
        String kind = tree.string("kind");
        return switch (kind) {
            case "none" -> new Calibrator.None();
            case "platt" -> new Calibrator.Platt(tree.number("slope"), tree.number("intercept"));
            case "beta" -> new Calibrator.Beta(tree.number("a"), tree.number("b"), tree.number("c"));
            case "isotonic" ->
                new Calibrator.Isotonic(
                        LearntJson.boxed(tree.numbers("said")),
                        LearntJson.boxed(tree.numbers("happened")),
                        tree.number("nearest"));
            default ->
                throw new IllegalArgumentException(
                        "There is no calibrator (" + kind + "). Maybe use the library that wrote it.");
        };
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
