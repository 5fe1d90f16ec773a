package io.revops.forecast.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The features that come with the library, each told in words and none that knows the outcome.
 *
 * <p>Amounts and counts are taken as ln(1 + x), and uses also by seat, so that a large account does not look healthy for being large; what
 * is not known is missing and not neutral; tenure is not clipped; an answer to a survey is taken as it was given and never mixed with an
 * aggregate. Whether the account has asked to go is no feature here: see {@link KnownLeavers}.
 */
public final class ChurnFeatures {
    private ChurnFeatures() {}

    /** Usage, support, surveys, billing, contract, value and contacts: the set to begin with. */
    public static FeatureSet standard() {
        List<ChurnFeature> features = new ArrayList<>();
        features.addAll(UsageFeatures.all());
        features.addAll(SupportFeatures.all());
        features.addAll(BillingFeatures.all());
        features.addAll(ContractFeatures.all());
        features.addAll(ContactFeatures.all());
        return FeatureSet.of("standard", "1", features);
    }

    /** Level, trend and recency of what one meter counts: {@code standard().and(usageOf("logins"))}. */
    public static List<ChurnFeature> usageOf(String meter) {
        if (meter.isBlank()) {
            throw new IllegalArgumentException("The meter has no name. Maybe logins.");
        }
        String prefix = meter.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        return UsageFeatures.of(prefix, meter.strip(), account -> account.usage(meter));
    }

    /**
     * Whether any running subscription has an agreed end. In no ready set: who has asked to go needs no model. It was known on the as-of
     * date, so it looks ahead at nothing; but on rows with {@link KnownLeavers#KEPT} it nearly is the outcome.
     */
    public static ChurnFeature cancellationRequested() {
        return ChurnFeature.of(
                        "cancellation_requested",
                        FeatureUnit.YES_NO,
                        (window, account) -> account.running().stream()
                                        .anyMatch(s -> s.ends().isPresent())
                                ? 1
                                : 0)
                .over(1)
                .told(Phrase.either("has asked to end a subscription", "has not asked to end anything"));
    }
}
