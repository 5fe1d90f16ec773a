package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.survival.AftColumn;
import io.revops.forecast.survival.AftModel;
import io.revops.forecast.survival.AftNumbers;
import io.revops.forecast.survival.AftShape;
import io.revops.forecast.survival.BetaGeometricModel;
import io.revops.forecast.survival.CauseIncidence;
import io.revops.forecast.survival.CoxBaseline;
import io.revops.forecast.survival.CoxColumn;
import io.revops.forecast.survival.CoxModel;
import io.revops.forecast.survival.CoxNumbers;
import io.revops.forecast.survival.CumulativeIncidence;
import io.revops.forecast.survival.Doubles;
import io.revops.forecast.survival.Errors;
import io.revops.forecast.survival.HazardCurve;
import io.revops.forecast.survival.SurvivalCurve;
import io.revops.forecast.survival.Ties;
import io.revops.forecast.survival.TimeScale;

/**
 * Models and curves of lifetimes as JSON.
 *
 * <p>Each has {@code formatVersion} (1), {@code model} (its name), {@code scale} (of its times: {@code month}) and {@code provenance};
 * the other keys are the components of {@link SurvivalCurve}, {@link HazardCurve}, {@link CumulativeIncidence}, {@link CoxNumbers},
 * {@link AftNumbers} and {@link BetaGeometricModel} by their names. What is read gives the same numbers as what was written, bit for bit.
 * Keys are only ever added within a format version.
 */
public final class SurvivalJson {
    private static final String KAPLAN_MEIER = "kaplan_meier";
    private static final String NELSON_AALEN = "nelson_aalen";
    private static final String AALEN_JOHANSEN = "aalen_johansen";
    private static final String COX = "cox";
    private static final String AFT = "aft";
    private static final String BETA_GEOMETRIC = "beta_geometric";

    private SurvivalJson() {}

    /** The curve as one line of text. */
    public static String text(SurvivalCurve curve) {
        ObjectNode node = start(curve.version(), KAPLAN_MEIER, curve.scale());
        set(node, "times", curve.times());
        set(node, "atRisk", curve.atRisk());
        set(node, "ended", curve.ended());
        set(node, "censored", curve.censored());
        set(node, "survival", curve.survival());
        set(node, "standardErrors", curve.standardErrors());
        node.put("errors", Values.word(curve.errors())).set("provenance", Values.of(curve.provenance()));
        return Tree.text(node);
    }

    /**
     * The Kaplan-Meier curve in a text.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has another format version
     */
    public static SurvivalCurve survivalCurve(String json) {
        Tree tree = read(json, SurvivalCurve.VERSION, KAPLAN_MEIER);
        return new SurvivalCurve(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                doubles(tree, "times"),
                doubles(tree, "atRisk"),
                doubles(tree, "ended"),
                doubles(tree, "censored"),
                doubles(tree, "survival"),
                doubles(tree, "standardErrors"),
                tree.word("errors", Errors.class),
                Values.provenance(tree.child("provenance")));
    }

    /** The curve as one line of text. */
    public static String text(HazardCurve curve) {
        ObjectNode node = start(curve.version(), NELSON_AALEN, curve.scale());
        set(node, "times", curve.times());
        set(node, "hazard", curve.hazard());
        set(node, "standardErrors", curve.standardErrors());
        node.put("errors", Values.word(curve.errors())).set("provenance", Values.of(curve.provenance()));
        return Tree.text(node);
    }

    /**
     * The Nelson-Aalen curve in a text.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has another format version
     */
    public static HazardCurve hazardCurve(String json) {
        Tree tree = read(json, HazardCurve.VERSION, NELSON_AALEN);
        return new HazardCurve(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                doubles(tree, "times"),
                doubles(tree, "hazard"),
                doubles(tree, "standardErrors"),
                tree.word("errors", Errors.class),
                Values.provenance(tree.child("provenance")));
    }

    /** The curves as one line of text. */
    public static String text(CumulativeIncidence curves) {
        ObjectNode node = start(curves.version(), AALEN_JOHANSEN, curves.scale());
        set(node, "times", curves.times());
        set(node, "atRisk", curves.atRisk());
        set(node, "survival", curves.survival());
        ArrayNode causes = node.putArray("causes");
        for (CauseIncidence each : curves.causes()) {
            ObjectNode cause = causes.addObject().put("cause", each.cause());
            set(cause, "incidence", each.incidence());
            set(cause, "standardErrors", each.standardErrors());
        }
        node.set("provenance", Values.of(curves.provenance()));
        return Tree.text(node);
    }

    /**
     * The Aalen-Johansen curves in a text.
     *
     * @throws IllegalArgumentException if there are none, it names what is missing, or has another format version
     */
    public static CumulativeIncidence cumulativeIncidence(String json) {
        Tree tree = read(json, CumulativeIncidence.VERSION, AALEN_JOHANSEN);
        return new CumulativeIncidence(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                doubles(tree, "times"),
                doubles(tree, "atRisk"),
                doubles(tree, "survival"),
                tree.children("causes").stream()
                        .map(c -> new CauseIncidence(
                                c.string("cause"), doubles(c, "incidence"), doubles(c, "standardErrors")))
                        .toList(),
                Values.provenance(tree.child("provenance")));
    }

    /** The model as one line of text. */
    public static String text(CoxModel model) {
        CoxNumbers numbers = model.numbers();
        ObjectNode node = start(numbers.version(), COX, numbers.scale())
                .put("ties", Values.word(numbers.ties()))
                .put("ridge", numbers.ridge());
        ArrayNode columns = node.putArray("columns");
        for (CoxColumn each : numbers.columns()) {
            columns.addObject()
                    .put("name", each.name())
                    .put("mean", each.mean())
                    .put("coefficient", each.coefficient());
        }
        set(node, "covariance", numbers.covariance());
        set(node, "robust", numbers.robust());
        node.put("logLikelihood", numbers.logLikelihood())
                .put("nullLogLikelihood", numbers.nullLogLikelihood())
                .put("score", numbers.score())
                .put("rows", numbers.rows())
                .put("ended", numbers.ended())
                .put("concordance", numbers.concordance());
        ArrayNode baselines = node.putArray("baselines");
        for (CoxBaseline each : numbers.baselines()) {
            ObjectNode baseline =
                    baselines.addObject().put("stratum", each.stratum()).put("observedTo", each.observedTo());
            set(baseline, "times", each.times());
            set(baseline, "hazard", each.hazard());
            set(baseline, "variances", each.variances());
            set(baseline, "drift", each.drift());
        }
        node.set("provenance", Values.of(numbers.provenance()));
        return Tree.text(node);
    }

    /**
     * The Cox model in a text.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has another format version
     */
    public static CoxModel cox(String json) {
        Tree tree = read(json, CoxNumbers.VERSION, COX);
        return new CoxModel(new CoxNumbers(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                tree.word("ties", Ties.class),
                tree.number("ridge"),
                tree.children("columns").stream()
                        .map(c -> new CoxColumn(c.string("name"), c.number("mean"), c.number("coefficient")))
                        .toList(),
                doubles(tree, "covariance"),
                doubles(tree, "robust"),
                tree.number("logLikelihood"),
                tree.number("nullLogLikelihood"),
                tree.number("score"),
                tree.integer("rows"),
                tree.integer("ended"),
                tree.number("concordance"),
                tree.children("baselines").stream()
                        .map(b -> new CoxBaseline(
                                b.string("stratum"),
                                b.number("observedTo"),
                                doubles(b, "times"),
                                doubles(b, "hazard"),
                                doubles(b, "variances"),
                                doubles(b, "drift")))
                        .toList(),
                Values.provenance(tree.child("provenance"))));
    }

    /** The model as one line of text. */
    public static String text(AftModel model) {
        AftNumbers numbers = model.numbers();
        ObjectNode node = start(numbers.version(), AFT, numbers.scale())
                .put("shape", Values.word(numbers.shape()))
                .put("intercept", numbers.intercept());
        ArrayNode columns = node.putArray("columns");
        for (AftColumn each : numbers.columns()) {
            columns.addObject().put("name", each.name()).put("coefficient", each.coefficient());
        }
        node.put("spread", numbers.spread());
        set(node, "covariance", numbers.covariance());
        set(node, "robust", numbers.robust());
        node.put("logLikelihood", numbers.logLikelihood())
                .put("nullLogLikelihood", numbers.nullLogLikelihood())
                .put("rows", numbers.rows())
                .put("ended", numbers.ended())
                .set("provenance", Values.of(numbers.provenance()));
        return Tree.text(node);
    }

    /**
     * The accelerated failure time model in a text.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has another format version
     */
    public static AftModel aft(String json) {
        Tree tree = read(json, AftNumbers.VERSION, AFT);
        return new AftModel(new AftNumbers(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                tree.word("shape", AftShape.class),
                tree.number("intercept"),
                tree.children("columns").stream()
                        .map(c -> new AftColumn(c.string("name"), c.number("coefficient")))
                        .toList(),
                tree.number("spread"),
                doubles(tree, "covariance"),
                doubles(tree, "robust"),
                tree.number("logLikelihood"),
                tree.number("nullLogLikelihood"),
                tree.integer("rows"),
                tree.integer("ended"),
                Values.provenance(tree.child("provenance"))));
    }

    /** The model as one line of text. */
    public static String text(BetaGeometricModel model) {
        ObjectNode node = start(model.version(), BETA_GEOMETRIC, model.scale())
                .put("alpha", model.alpha())
                .put("beta", model.beta())
                .put("power", model.power());
        set(node, "covariance", model.covariance());
        node.put("logLikelihood", model.logLikelihood())
                .put("periods", model.periods())
                .set("provenance", Values.of(model.provenance()));
        return Tree.text(node);
    }

    /**
     * The retention model in a text.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has another format version
     */
    public static BetaGeometricModel betaGeometric(String json) {
        Tree tree = read(json, BetaGeometricModel.VERSION, BETA_GEOMETRIC);
        return new BetaGeometricModel(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                tree.number("alpha"),
                tree.number("beta"),
                tree.number("power"),
                doubles(tree, "covariance"),
                tree.number("logLikelihood"),
                tree.integer("periods"),
                Values.provenance(tree.child("provenance")));
    }

    private static ObjectNode start(int version, String model, TimeScale scale) {
        return Tree.object().put("formatVersion", version).put("model", model).put("scale", Values.word(scale));
    }

    private static void set(ObjectNode node, String name, Doubles values) {
        node.set(name, Tree.numbers(values.toArray()));
    }

    private static Doubles doubles(Tree tree, String name) {
        return Doubles.of(tree.numbers(name));
    }

    private static Tree read(String json, int version, String wanted) {
        Tree tree = Tree.read(json, version);
        String model = tree.string("model");
        if (!model.equals(wanted)) {
            throw new IllegalArgumentException("The model is a " + model + " and not a " + wanted
                    + ". Maybe read it with the method of its name.");
        }
        return tree;
    }
}
