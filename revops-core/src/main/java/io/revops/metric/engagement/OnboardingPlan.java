package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new account is to do, and by when.
 *
 * @param milestones in the order in which they are told, at least one, each with a name of its own
 */
public record OnboardingPlan(List<Milestone> milestones) {
    /** First used within 30 days: a stand-in until a host names its own milestones. */
    public static final OnboardingPlan STANDARD = of(Milestone.firstUse(30));

    public OnboardingPlan {
        milestones = List.copyOf(milestones);
        Set<String> names = new HashSet<>();
        for (Milestone milestone : milestones) {
            if (!names.add(milestone.name())) {
                throw new IllegalArgumentException("Two milestones are called (" + milestone.name()
                        + "). Maybe name one of them with Milestone.of.");
            }
        }
        if (milestones.isEmpty()) {
            throw new IllegalArgumentException(
                    "A plan without milestones is fulfilled by everybody. Maybe Milestone.firstUse(30).");
        }
    }

    /** A plan of some milestones. */
    public static OnboardingPlan of(Milestone... milestones) {
        return new OnboardingPlan(List.of(milestones));
    }

    /** How many days after the start the last of them is due. */
    public int dueDays() {
        return milestones.stream().mapToInt(Milestone::dueDays).max().orElseThrow();
    }

    /** Evidence without lines, if nobody at all is known to have done one of them by the close. */
    Optional<Evidence> unseen(RevenueView view) {
        return milestones.stream()
                .map(milestone -> milestone.unseen(view))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@code kick-off by day 7, live by day 30}. */
    @Override
    public String toString() {
        return String.join(", ", milestones.stream().map(Milestone::toString).toList());
    }
}
