package io.revops.report.page;

import io.revops.metric.Explanation;
import java.util.HashMap;
import java.util.Map;

/** Which explanation stands where on the page: each once, numbered as it is met. */
final class Conclusions {
    private final Map<Explanation, Integer> numbers = new HashMap<>();
    private final String policy;

    /** Under the policy that the page tells anyway. */
    Conclusions(String policy) {
        this.policy = policy;
    }

    /** Whether an explanation was concluded under the policy of the whole page, which is not repeated then. */
    boolean isUnderThePolicy(Explanation how) {
        return String.join("; ", how.policy()).equals(policy);
    }

    /** The anchor of an explanation. */
    String anchor(Explanation how) {
        return "how-" + numbers.computeIfAbsent(how, h -> numbers.size() + 1);
    }

    boolean isKnown(Explanation how) {
        return numbers.containsKey(how);
    }
}
