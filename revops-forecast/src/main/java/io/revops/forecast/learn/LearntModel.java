package io.revops.forecast.learn;

import io.revops.forecast.Trained;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that is kept of a model: the model, what makes its scores probabilities, how a table becomes its features, and its card.
 *
 * @param model one of the models of this package
 * @param calibrator applied to its log-odds
 * @param schema how text becomes its features; empty if it was trained on numbers
 * @param card what to know before relying on it
 */
public record LearntModel(Explained model, Calibrator calibrator, Optional<Schema> schema, ModelCard card)
        implements Scorer {
    public LearntModel {
        Objects.requireNonNull(calibrator, "calibrator");
        Objects.requireNonNull(card, "card");
        Optional<List<String>> features =
                schema.map(s -> s.features().stream().map(Feature::name).toList());
        if (features.filter(f -> !f.equals(model.features())).isPresent()) {
            throw new IllegalArgumentException("The schema makes the features " + features.get()
                    + ", and the model reads " + model.features() + ". Maybe they are of two trainings.");
        }
    }

    /** A model that was just trained, as it is. */
    public static LearntModel of(Trained<? extends Explained> trained, DataSet data) {
        Explained model = trained.fitted();
        ModelCard card = ModelCard.of(trained.provenance(), trained.reasons(), data);
        return new LearntModel(model, new Calibrator.None(), Optional.empty(), card);
    }

    /** The same with a calibrator. */
    public LearntModel with(Calibrator option) {
        return new LearntModel(model, option, schema, card);
    }

    /** The same with the schema its features were made by. */
    public LearntModel with(Schema option) {
        return new LearntModel(model, calibrator, Optional.of(option), card);
    }

    /** The same with another card. */
    public LearntModel with(ModelCard option) {
        return new LearntModel(model, calibrator, schema, option);
    }

    @Override
    public String name() {
        return calibrated().name();
    }

    @Override
    public List<String> features() {
        return calibrated().features();
    }

    @Override
    public String version() {
        return calibrated().version();
    }

    @Override
    public double probability(double... values) {
        return calibrated().probability(values);
    }

    @Override
    public double[] probabilities(DataSet data) {
        return calibrated().probabilities(data);
    }

    /** How likely the event is for a row of text, by column. */
    public double probability(Map<String, String> row) {
        return probability(schema.orElseThrow(() -> new IllegalArgumentException(
                        "The model has no schema for text. Maybe pass its features as numbers: " + features() + "."))
                .encode(row));
    }

    /** Why a row scores as it does, in log-odds before calibration. */
    public Reasons reasons(double... values) {
        return calibrated().reasons(values);
    }

    private CalibratedModel calibrated() {
        return new CalibratedModel(model, calibrator);
    }
}
