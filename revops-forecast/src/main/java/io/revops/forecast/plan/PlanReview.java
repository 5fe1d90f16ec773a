package io.revops.forecast.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of checking a plan.
 *
 * @param findings what does not fit, in the order of the checks
 * @param passed what was checked and fits, a sentence each; a check that is in neither was not made
 */
public record PlanReview(List<PlanFinding> findings, List<String> passed) {
    public PlanReview {
        findings = List.copyOf(findings);
        passed = List.copyOf(passed);
    }

    /** The findings of a kind. */
    public List<PlanFinding> of(PlanFindingCode code) {
        return findings.stream().filter(f -> f.code() == code).toList();
    }

    /** A line for each. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        findings.forEach(f -> lines.add("! " + f.text()));
        passed.forEach(p -> lines.add("  " + p));
        return String.join("\n", lines);
    }
}
