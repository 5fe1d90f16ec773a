package io.revops.forecast.churn;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.learn.LogisticSpread;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When accounts leave, and for which cause: the hazard of each period ahead, given what is known today.
 *
 * <p>Each row of features becomes one row for each period that it was followed through; a logistic regression of whether it ended in that
 * period is a discrete-time hazard (P. D. Allison, Sociological Methodology 13, 1982, 61–98). The features are those of the as-of date
 * for every period ahead, as they will be when somebody is scored (landmarking: H. C. van Houwelingen, Scandinavian Journal of
 * Statistics 34, 2007, 70–85). For each cause one regression of its ends against those who lasted the period, put together as a
 * multinomial: e^η_c / (1 + Σ e^η) (C. B. Begg and R. Gray, Biometrika 71, 1984, 11–18). Each period has a level of its own; a
 * renewal that is due in it may have one too ({@link RenewalAhead}).
 *
 * <ul>
 *   <li>A feature's effect is the same in each period ahead.
 *   <li>A cause with fewer than five ends is refused by its name: take the causes together.
 *   <li>Several days of one account may be rows: the errors are those of groups, see {@link LogisticSpread}.
 * </ul>
 */
public final class ChurnHazard {
    private static final int MOST = 120;

    private final TimeScale scale;
    private final int periods;
    private final Ridge ridge;
    private final Optional<RenewalAhead> renewals;

    private ChurnHazard(TimeScale scale, int periods, Ridge ridge, Optional<RenewalAhead> renewals) {
        this.scale = scale;
        this.periods = periods;
        this.ridge = ridge;
        this.renewals = renewals;
    }

    /**
     * Looks so many periods ahead.
     *
     * @param periods from 1; no further than some accounts were followed
     */
    public static ChurnHazard ahead(int periods, TimeScale scale) {
        if (periods < 1 || periods > MOST) {
            throw new IllegalArgumentException("It cannot look " + periods + " " + scale + " ahead. Maybe 12.");
        }
        return new ChurnHazard(Objects.requireNonNull(scale, "scale"), periods, Ridge.of(1), Optional.empty());
    }

    /** The same held by another ridge. */
    public ChurnHazard with(Ridge option) {
        return new ChurnHazard(scale, periods, option, renewals);
    }

    /** The same, told by which columns when a renewal is due. */
    public ChurnHazard with(RenewalAhead option) {
        return new ChurnHazard(scale, periods, ridge, Optional.of(option));
    }

    /**
     * The model of accounts as of days and what came of them.
     *
     * @param data features as of a date; its labels are not read
     * @param followUps one for each row, in their order
     */
    public Training<HazardModel> learn(DataSet data, List<FollowUp> followUps) {
        if (data.size() != followUps.size()) {
            throw new IllegalArgumentException("There are " + data.size() + " rows and " + followUps.size()
                    + " follow-ups. Maybe one for each row, in their order.");
        }
        Map<String, Long> ends = new TreeMap<>();
        for (FollowUp each : followUps) {
            if (each.hasEnded() && each.periods() <= periods) {
                ends.merge(each.cause().orElseThrow(), 1L, Long::sum);
            }
        }
        if (ends.isEmpty()) {
            return new Refused<>(
                    RefusalCode.NOTHING_ENDED,
                    "None of " + data.size() + " rows ended within " + periods + " " + scale + ".",
                    Optional.of(new Refused.Need("rows that ended", 5, 0)),
                    "look further ahead, or wait");
        }
        PeriodColumns columns = new PeriodColumns(data.names(), scale, periods, renewals);
        List<HazardCause> causes = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Trained<LogisticModel> last = null;
        for (Map.Entry<String, Long> cause : ends.entrySet()) {
            DataSet rows = rows(data, followUps, cause.getKey(), columns);
            Training<LogisticModel> training =
                    LogisticRegression.standard().with(ridge).learn(rows);
            if (training instanceof Refused<LogisticModel> refused) {
                return new Refused<>(
                        refused.code(),
                        "Of those that ended (" + cause.getKey() + "): " + refused.why(),
                        refused.need(),
                        "take the causes together, under one name");
            }
            last = (Trained<LogisticModel>) training;
            for (String reason : last.reasons()) {
                reasons.add(cause.getKey() + ": " + reason);
            }
            LogisticModel model = last.fitted();
            causes.add(new HazardCause(cause.getKey(), cause.getValue(), model, LogisticSpread.of(model, rows)));
        }
        long all = ends.values().stream().mapToLong(n -> n).sum();
        if (data.size() < ChurnPropensity.FEW_ROWS || all < ChurnPropensity.FEW_EVENTS) {
            reasons.add("There are " + data.size() + " rows of which " + all + " ended, fewer than "
                    + ChurnPropensity.FEW_ROWS + " or " + ChurnPropensity.FEW_EVENTS
                    + ": the ridge holds what they cannot tell, and intervals are wide.");
        }
        HazardModel model = new HazardModel(
                HazardModel.VERSION,
                scale,
                periods,
                data.version(),
                data.features(),
                renewals,
                causes,
                Objects.requireNonNull(last, "last").provenance());
        return new Trained<>(model, model.provenance(), reasons);
    }

    /**
     * The model of accounts as of several days, each followed to the end of the label's horizon, by whether they wanted to go.
     *
     * @throws IllegalArgumentException if the label has a gap: who left in it is no row
     */
    public Training<HazardModel> learn(ChurnRows rows) {
        return learn(rows.data(), FollowUps.of(rows, scale));
    }

    /** Row by row and period by period: whether it ended for the cause. A period in which it ended for another one is left out. */
    private DataSet rows(DataSet data, List<FollowUp> followUps, String cause, PeriodColumns columns) {
        List<Feature> features = new ArrayList<>(data.features());
        features.addAll(columns.features());
        DataSetBuilder rows = DataSet.of(features).version(data.version());
        data.asOf().ifPresent(rows::asOf);
        for (int i = 0; i < data.size(); i++) {
            FollowUp each = followUps.get(i);
            double[] values = data.values(i);
            Optional<LocalDate> asOf = data.date(i).or(data::asOf);
            int last = Math.min(periods, each.periods());
            for (int k = 1; k <= last; k++) {
                boolean ends = k == each.periods() && each.hasEnded();
                if (!ends || each.cause().orElseThrow().equals(cause)) {
                    rows.row(data.id(i), ends ? 1 : 0, columns.with(values, k, asOf))
                            .in(data.group(i))
                            .weighing(data.weight(i));
                    data.date(i).ifPresent(rows::on);
                }
            }
        }
        return rows.build();
    }
}
