package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.learn.BaseRateModel;
import io.revops.forecast.learn.BoostingModel;
import io.revops.forecast.learn.CombinationModel;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticTerm;
import io.revops.forecast.learn.RegressionTree;
import io.revops.forecast.learn.Trees;
import java.util.List;
import java.util.OptionalDouble;

/** The numbers of a model that scores rows, as JSON. */
final class ScorerJson {
    private static final String VERSION = "features";

    private ScorerJson() {}

    static ObjectNode of(Explained model) {
        ObjectNode node = Tree.object().put(VERSION, model.version());
        if (model instanceof LogisticModel logistic) {
            return logistic(node.put("kind", "logistic"), logistic);
        }
        if (model instanceof BoostingModel boosting) {
            return trees(node.put("kind", "boosting"), boosting.trees());
        }
        if (model instanceof BaseRateModel base) {
            node.put("kind", "base_rate").put("rate", base.rate());
            node.set("columns", columns(base.columns()));
            return node;
        }
        if (model instanceof CombinationModel combination) {
            ArrayNode members = node.put("kind", "combination").putArray("members");
            combination
                    .members()
                    .forEach(m -> members.addObject().put("weight", m.weight()).set("scorer", of(m.model())));
            return node;
        }
        throw new IllegalArgumentException("The numbers of the model (" + model.name()
                + ") are not known here. Maybe the host that made it writes it too.");
    }

    static Explained read(Tree tree) {
        String kind = tree.string("kind");
        return switch (kind) {
            case "logistic" -> logistic(tree);
            case "boosting" -> new BoostingModel(trees(tree));
            case "base_rate" -> new BaseRateModel(tree.string(VERSION), columns(tree), tree.number("rate"));
            case "combination" ->
                new CombinationModel(tree.children("members").stream()
                        .map(m -> new CombinationModel.Member(m.number("weight"), read(m.child("scorer"))))
                        .toList());
            default ->
                throw new IllegalArgumentException(
                        "There is no model (" + kind + "). Maybe use the library that wrote it.");
        };
    }

    static ArrayNode columns(List<Feature> features) {
        ArrayNode array = Tree.array();
        features.forEach(f -> array.addObject().put("name", f.name()).put("source", f.source()));
        return array;
    }

    static List<Feature> columns(Tree tree) {
        return tree.children("columns").stream()
                .map(c -> new Feature(c.string("name"), c.string("source")))
                .toList();
    }

    private static ObjectNode logistic(ObjectNode node, LogisticModel model) {
        node.put("base", model.base()).put("ridge", model.lambda()).put("logLikelihood", model.logLikelihood());
        model.interceptError().ifPresent(e -> node.put("interceptError", e));
        ArrayNode terms = node.putArray("terms");
        for (LogisticTerm term : model.terms()) {
            ObjectNode each = terms.addObject()
                    .put("name", term.feature().name())
                    .put("source", term.feature().source())
                    .put("mean", term.mean())
                    .put("coefficient", term.coefficient())
                    .put("missingShare", term.missingShare())
                    .put("missingCoefficient", term.missingCoefficient());
            term.standardError().ifPresent(e -> each.put("standardError", e));
        }
        return node;
    }

    static LogisticModel logistic(Tree tree) {
        return new LogisticModel(
                tree.string(VERSION),
                tree.number("base"),
                tree.children("terms").stream()
                        .map(t -> new LogisticTerm(
                                new Feature(t.string("name"), t.string("source")),
                                t.number("mean"),
                                t.number("coefficient"),
                                optional(t, "standardError"),
                                t.number("missingShare"),
                                t.number("missingCoefficient")))
                        .toList(),
                optional(tree, "interceptError"),
                tree.number("ridge"),
                tree.number("logLikelihood"));
    }

    private static OptionalDouble optional(Tree tree, String name) {
        return tree.has(name) ? OptionalDouble.of(tree.number(name)) : OptionalDouble.empty();
    }

    /** A tree is a list for each property of its nodes. */
    private static ObjectNode trees(ObjectNode node, Trees trees) {
        node.put("base", trees.base());
        node.set("columns", columns(trees.columns()));
        ArrayNode array = node.putArray("trees");
        for (RegressionTree tree : trees.trees()) {
            ObjectNode each = array.addObject();
            ArrayNode features = each.putArray("feature");
            ArrayNode thresholds = each.putArray("threshold");
            ArrayNode lefts = each.putArray("left");
            ArrayNode rights = each.putArray("right");
            ArrayNode missing = each.putArray("missing");
            ArrayNode values = each.putArray("value");
            ArrayNode covers = each.putArray("cover");
            for (int i = 0; i < tree.size(); i++) {
                RegressionTree.Node n = tree.node(i);
                features.add(n.feature());
                thresholds.add(n.threshold());
                lefts.add(n.left());
                rights.add(n.right());
                missing.add(n.missing());
                values.add(n.value());
                covers.add(n.cover());
            }
        }
        return node;
    }

    private static Trees trees(Tree tree) {
        return new Trees(
                tree.string(VERSION),
                columns(tree),
                tree.number("base"),
                tree.children("trees").stream().map(ScorerJson::tree).toList());
    }

    private static RegressionTree tree(Tree tree) {
        double[] features = tree.numbers("feature");
        double[][] others = {
            tree.numbers("threshold"),
            tree.numbers("left"),
            tree.numbers("right"),
            tree.numbers("missing"),
            tree.numbers("value"),
            tree.numbers("cover")
        };
        for (double[] other : others) {
            if (other.length != features.length) {
                throw new IllegalArgumentException("A tree has " + features.length + " features and " + other.length
                        + " of another property. Maybe the file was cut.");
            }
        }
        RegressionTree.Node[] nodes = new RegressionTree.Node[features.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new RegressionTree.Node(
                    (int) features[i],
                    others[0][i],
                    (int) others[1][i],
                    (int) others[2][i],
                    (int) others[3][i],
                    others[4][i],
                    others[5][i]);
        }
        return RegressionTree.of(nodes);
    }
}
