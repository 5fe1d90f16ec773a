package io.revops.forecast.churn;

import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How likely an account is to leave within the horizon of the model, and what that is associated with.
 *
 * @param account its id
 * @param asOf the day as of which its features are, if they are dated
 * @param probability undefined if there is no model: an account that is not scored has no risk of one half
 * @param logOdds before calibration, which the reasons add up to with the base of the model; empty if it is not scored
 * @param reasons one for each feature, in their order; empty if it is not scored
 * @param agreedEnd the first day on which nothing of it runs any more, if it has asked to go: it is then not scored, for it needs no model
 */
public record RiskScore(
        String account,
        Optional<LocalDate> asOf,
        Reading<Double> probability,
        OptionalDouble logOdds,
        List<RiskReason> reasons,
        Optional<LocalDate> agreedEnd) {
    public RiskScore {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(probability, "probability");
        Objects.requireNonNull(logOdds, "logOdds");
        Objects.requireNonNull(agreedEnd, "agreedEnd");
        reasons = List.copyOf(reasons);
    }

    /** One that has asked to go. */
    static RiskScore leaving(FeatureRow row) {
        LocalDate end = row.agreedEnd().orElseThrow();
        return new RiskScore(
                row.account().value(),
                Optional.of(row.asOf()),
                Reading.undefined(
                        UndefinedCode.NO_MODEL, "It has asked to go and ends on " + end + ", which needs no model."),
                OptionalDouble.empty(),
                List.of(),
                Optional.of(end));
    }

    public boolean isScored() {
        return probability.value().isPresent();
    }

    /** What moves the score most, either way; of equal ones the earlier feature. What contributes nothing is no reason. */
    public List<RiskReason> top(int most) {
        return reasons.stream()
                .filter(r -> r.contribution() != 0)
                .sorted(Comparator.comparingDouble((RiskReason r) -> -Math.abs(r.contribution())))
                .limit(most)
                .toList();
    }

    /** What raises the score most. */
    public List<RiskReason> raising(int most) {
        return reasons.stream()
                .filter(RiskReason::raises)
                .sorted(Comparator.comparingDouble((RiskReason r) -> -r.contribution()))
                .limit(most)
                .toList();
    }

    /** {@code acme: 34.2 %; logins down 60 % against the previous 30 days: associated with a higher risk (+0.62)}. */
    @Override
    public String toString() {
        if (probability instanceof Undefined<Double> none) {
            return account + ": unscored. " + none.text();
        }
        return account + ": " + Told.percent(probability.orElseThrow())
                + top(2).stream().map(r -> "; " + r).reduce("", String::concat);
    }
}
