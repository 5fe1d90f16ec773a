package io.revops.forecast.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * In which proportion potential, history and capacity decide: among siblings, a unit's claim is Σ share of the basis × its
 * share of the siblings' basis.
 *
 * @param shares by basis, each above 0; only their proportion counts
 */
public record Blend(Map<QuotaBasis, Double> shares) {
    public Blend {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("A blend has no basis. Maybe Blend.of(QuotaBasis.POTENTIAL).");
        }
        shares.forEach((basis, share) -> {
            if (!(share > 0 && Double.isFinite(share))) {
                throw new IllegalArgumentException("The share of " + basis + " in a blend is " + share
                        + ". Maybe leave it out, or a number above 0.");
            }
        });
        shares = Collections.unmodifiableMap(new EnumMap<>(shares));
    }

    /** One basis alone. */
    public static Blend of(QuotaBasis basis) {
        return new Blend(Map.of(basis, 1.0));
    }

    /** A basis with its share; the others follow with {@code and}. */
    public static Blend of(QuotaBasis basis, double share) {
        return new Blend(Map.of(basis, share));
    }

    /** The same with one more basis. */
    public Blend and(QuotaBasis basis, double share) {
        Map<QuotaBasis, Double> more = new EnumMap<>(shares);
        if (more.put(basis, share) != null) {
            throw new IllegalArgumentException(
                    "The blend has " + basis + " already. Maybe give it once, with its whole share.");
        }
        return new Blend(more);
    }

    BigDecimal share(QuotaBasis basis) {
        return BigDecimal.valueOf(shares.getOrDefault(basis, 0.0));
    }

    /** {@code potential 0.6, history 0.4}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        shares.forEach((basis, share) -> text.add(shares.size() == 1 ? basis.word() : basis.word() + " " + share));
        return text.toString();
    }
}
