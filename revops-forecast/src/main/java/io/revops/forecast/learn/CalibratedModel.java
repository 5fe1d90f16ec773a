package io.revops.forecast.learn;

import java.util.List;

/**
 * A model and what makes its scores probabilities.
 *
 * <p>{@link #reasons} re-add to the log-odds of the model, before calibration: the calibrator never orders two rows anew, so what
 * raises the one raises the other.
 */
public record CalibratedModel(Explained model, Calibrator calibrator) implements Scorer {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<String> features() {
        return model.features();
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public double probability(double... values) {
        return calibrator.probability(model.logOdds(values));
    }

    @Override
    public double[] probabilities(DataSet data) {
        double[] all = model.logOddsOfEach(data);
        for (int i = 0; i < all.length; i++) {
            all[i] = calibrator.probability(all[i]);
        }
        return all;
    }

    /** Why a row scores as it does, in log-odds before calibration. */
    public Reasons reasons(double... values) {
        return model.reasons(values);
    }
}
