package io.revops.report.page;

import io.revops.metric.Explanation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which explanation stands where on the page: each once, numbered as it is met. */
final class Conclusions {
    private final Map<Explanation, Integer> numbers = new HashMap<>();
    private final Set<Explanation> written = new HashSet<>();
    private final String policy;

    /** Under the policy that the page tells anyway. */
    Conclusions(String policy) {
        this.policy = policy;
    }

    /** The anchor of an explanation, whether it stands before or after. */
    String anchor(Explanation how) {
        return "how-" + numbers.computeIfAbsent(how, h -> numbers.size() + 1);
    }

    /** Those that do not stand on the page yet, each once; from now on they do. */
    List<Explanation> take(List<Explanation> all) {
        return all.stream().filter(written::add).toList();
    }

    /** Whether an explanation was concluded under the policy of the whole page, which is not repeated then. */
    boolean isUnderThePolicy(Explanation how) {
        return String.join("; ", how.policy()).equals(policy);
    }
}
