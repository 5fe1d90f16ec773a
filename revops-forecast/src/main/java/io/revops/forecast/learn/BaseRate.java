package io.revops.forecast.learn;

import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.Optional;

/**
 * The same probability for everybody: the share of events among the rows, drawn a little towards one half so that few rows never
 * say "never" or "always" (Jeffreys: (events + ½) / (rows + 1)). What is left when there is too little data, and what every model
 * must beat.
 */
public final class BaseRate implements Learner<BaseRateModel> {
    private static final BaseRate STANDARD = new BaseRate();

    private BaseRate() {}

    public static BaseRate standard() {
        return STANDARD;
    }

    @Override
    public String name() {
        return "base rate";
    }

    @Override
    public Training<BaseRateModel> learn(DataSet data) {
        if (!data.isBinary() || data.size() == 0) {
            Optional<Refused<BaseRateModel>> refusal = Grounds.against(data, 1, 0, "rows whose outcome is known");
            return refusal.orElseThrow();
        }
        double events = 0;
        double all = 0;
        DataSet rows = CanonicalOrder.of(data);
        for (int i = 0; i < rows.size(); i++) {
            events += rows.weight(i) * rows.label(i);
            all += rows.weight(i);
        }
        BaseRateModel model = new BaseRateModel(data.version(), data.features(), (events + 0.5) / (all + 1));
        return Trained.of(model, Grounds.provenance(name(), data));
    }
}
