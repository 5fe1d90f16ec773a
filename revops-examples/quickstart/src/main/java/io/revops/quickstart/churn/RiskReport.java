package io.revops.quickstart.churn;

import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.churn.ChurnCurve;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.HazardModel;
import io.revops.forecast.report.CalibrationSection;
import io.revops.forecast.report.DriftSection;
import io.revops.forecast.report.HealthSection;
import io.revops.forecast.report.RevenueAtRiskSection;
import io.revops.forecast.report.RiskListSection;
import io.revops.forecast.report.SurvivalSection;
import io.revops.health.Customer;
import io.revops.metric.Undefined;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays a study out as a report. */
final class RiskReport {
    private RiskReport() {}

    static Report of(RiskStudy study) {
        List<Section> sections = new ArrayList<>();
        sections.add(learnt(study));
        sections.add(risks(study));
        study.revenue().ifPresent(r -> sections.add(RevenueAtRiskSection.of(r, study.currency(), study::name)));
        untold(study)
                .ifPresent(why -> sections.add(new Section(
                        "revenue_at_risk", "Revenue at risk", List.of("None is told. " + why), List.of(), List.of())));
        if (!study.measured().methods().isEmpty()) {
            sections.add(CalibrationSection.of(
                    study.measured().from(study.training()), study.measured().origins()));
        }
        sections.add(SurvivalSection.of(study.lifetimes()));
        sections.add(study.health()
                .backtest()
                .map(b -> HealthSection.of(study.health().history(), b))
                .orElseGet(() -> HealthSection.of(study.health().history())));
        if (study.training() instanceof Trained<ChurnModel> trained
                && !study.today().rows().isEmpty()) {
            sections.add(DriftSection.of(trained.fitted().drift(study.today())));
        }
        return new Report("Churn risk", Span.of(study.asOf(), study.asOf().plusDays(1)), sections);
    }

    /** Why there is no revenue at risk; empty if there is. */
    private static Optional<String> untold(RiskStudy study) {
        if (study.hazards() instanceof Refused<HazardModel> refused) {
            return Optional.of(refused.why() + " Maybe " + refused.fallback() + ".");
        }
        return study.revenue().isPresent()
                ? Optional.empty()
                : study.customers().all().stream()
                        .map(Customer::arr)
                        .filter(Undefined.class::isInstance)
                        .map(arr -> ((Undefined<?>) arr).text())
                        .findFirst();
    }

    private static Section learnt(RiskStudy study) {
        List<String> text = new ArrayList<>(study.rows().toString().lines().toList());
        if (study.training() instanceof Refused<ChurnModel> refused) {
            text.add("No model: " + refused.why() + " Maybe " + refused.fallback() + ".");
        } else if (study.training() instanceof Trained<ChurnModel> trained) {
            text.add(trained.fitted().toString());
            text.addAll(trained.reasons());
        }
        return new Section("learnt", "What was learnt from", text, List.of(), List.of());
    }

    private static Section risks(RiskStudy study) {
        RiskListSection section = RiskListSection.of(study.scores()).named(study::name);
        if (study.revenue().isPresent()) {
            section = section.with(study.revenue().get(), study.currency());
        }
        Map<String, ChurnCurve> curves = curves(study);
        section = curves.isEmpty() ? section : section.with(curves, study.asOf());
        return section.beside(study.health().bands()).section();
    }

    private static Map<String, ChurnCurve> curves(RiskStudy study) {
        Map<String, ChurnCurve> byAccount = new HashMap<>();
        study.hazards().model().ifPresent(model -> {
            List<ChurnCurve> curves = model.curves(study.today());
            for (int i = 0; i < curves.size(); i++) {
                byAccount.put(study.today().rows().get(i).account().value(), curves.get(i));
            }
        });
        return byAccount;
    }
}
