package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.churn.Candidate;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.HazardCause;
import io.revops.forecast.churn.HazardModel;
import io.revops.forecast.churn.RenewalAhead;
import io.revops.forecast.learn.LogisticSpread;
import io.revops.forecast.survival.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Models of churn as JSON: what is read scores the same as what was written, bit for bit.
 *
 * <p>Keys of a propensity: {@code formatVersion} (1), {@code model} ({@code churn_propensity}), {@code horizonDays}, {@code scorer} as
 * {@link LearntJson} writes it, {@code candidates} ({@code name}, {@code logLoss}, {@code gain}, {@code gainError}, {@code auc} if
 * there is one). Keys of hazards: {@code formatVersion} (1), {@code model} ({@code churn_hazard}), {@code scale}, {@code periods},
 * {@code edition}, {@code columns}, {@code renewals} ({@code days}, {@code term}) if there are any, {@code causes} ({@code name},
 * {@code ended}, {@code scorer}, {@code spread} of {@code feature}, {@code isOfMissing}, {@code deviation}, {@code covariance}) and
 * {@code provenance} as in {@link ModelJson}. Keys are only ever added within a format version.
 */
public final class ChurnJson {
    /** The version that is written. */
    public static final int FORMAT_VERSION = 1;

    private static final String PROPENSITY = "churn_propensity";
    private static final String HAZARD = "churn_hazard";

    private ChurnJson() {}

    /**
     * The model as one line of text.
     *
     * @throws IllegalArgumentException if it holds a host's own scorer, whose numbers are not known here
     */
    public static String text(ChurnModel model) {
        ObjectNode node = Tree.object()
                .put("formatVersion", FORMAT_VERSION)
                .put("model", PROPENSITY)
                .put("horizonDays", model.horizonDays());
        node.set("scorer", LearntJson.node(model.scorer()));
        ArrayNode candidates = node.putArray("candidates");
        for (Candidate each : model.candidates()) {
            ObjectNode candidate = candidates
                    .addObject()
                    .put("name", each.name())
                    .put("logLoss", each.logLoss())
                    .put("gain", each.gain())
                    .put("gainError", each.gainError());
            each.auc().ifPresent(auc -> candidate.put("auc", auc));
        }
        return Tree.text(node);
    }

    /**
     * The propensity in a text, equal to the one that was written.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static ChurnModel propensity(String json) {
        Tree tree = read(json, PROPENSITY);
        return new ChurnModel(
                tree.integer("horizonDays"),
                LearntJson.read(tree.child("scorer")),
                tree.children("candidates").stream()
                        .map(c -> new Candidate(
                                c.string("name"),
                                c.number("logLoss"),
                                c.number("gain"),
                                c.number("gainError"),
                                c.has("auc") ? OptionalDouble.of(c.number("auc")) : OptionalDouble.empty()))
                        .toList());
    }

    /** The hazards as one line of text. */
    public static String text(HazardModel model) {
        ObjectNode node = Tree.object()
                .put("formatVersion", model.version())
                .put("model", HAZARD)
                .put("scale", Values.word(model.scale()))
                .put("periods", model.periods())
                .put("edition", model.edition());
        node.set("columns", ScorerJson.columns(model.columns()));
        model.renewals().ifPresent(renewals -> {
            ObjectNode ahead = node.putObject("renewals").put("days", renewals.days());
            renewals.term().ifPresent(term -> ahead.put("term", term));
        });
        ArrayNode causes = node.putArray("causes");
        for (HazardCause cause : model.causes()) {
            ObjectNode each = causes.addObject().put("name", cause.name()).put("ended", cause.ended());
            each.set("scorer", ScorerJson.of(cause.model()));
            each.set("spread", spread(cause.spread()));
        }
        node.set("provenance", Values.of(model.provenance()));
        return Tree.text(node);
    }

    /**
     * The hazards in a text, equal to those that were written.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static HazardModel hazard(String json) {
        Tree tree = read(json, HAZARD);
        List<HazardCause> causes = tree.children("causes").stream()
                .map(c -> new HazardCause(
                        c.string("name"),
                        c.count("ended"),
                        ScorerJson.logistic(c.child("scorer")),
                        spread(c.child("spread"))))
                .toList();
        Optional<RenewalAhead> renewals = tree.has("renewals")
                ? Optional.of(new RenewalAhead(
                        tree.child("renewals").string("days"),
                        tree.child("renewals").has("term")
                                ? Optional.of(tree.child("renewals").string("term"))
                                : Optional.empty()))
                : Optional.empty();
        return new HazardModel(
                tree.integer("formatVersion"),
                tree.word("scale", TimeScale.class),
                tree.integer("periods"),
                tree.string("edition"),
                ScorerJson.columns(tree),
                renewals,
                causes,
                Values.provenance(tree.child("provenance")));
    }

    private static Tree read(String json, String wanted) {
        Tree tree = Tree.read(json, FORMAT_VERSION);
        String model = tree.string("model");
        if (!model.equals(wanted)) {
            throw new IllegalArgumentException("The model is a " + model + " and not a " + wanted
                    + ". Maybe read it with the method of its name.");
        }
        return tree;
    }

    private static ObjectNode spread(LogisticSpread spread) {
        ObjectNode node = Tree.object();
        ArrayNode places = node.putArray("places");
        for (LogisticSpread.Place place : spread.places()) {
            places.addObject()
                    .put("feature", place.feature())
                    .put("isOfMissing", place.isOfMissing())
                    .put("deviation", place.deviation());
        }
        node.set(
                "covariance",
                Tree.numbers(spread.covariance().stream().mapToDouble(c -> c).toArray()));
        return node;
    }

    private static LogisticSpread spread(Tree tree) {
        return new LogisticSpread(
                tree.children("places").stream()
                        .map(p -> new LogisticSpread.Place(
                                p.integer("feature"), p.flag("isOfMissing"), p.number("deviation")))
                        .toList(),
                LearntJson.boxed(tree.numbers("covariance")));
    }
}
