package io.revops.load.hubspot;

import io.revops.book.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stages mean that no file of pipelines tells: won, lost or open, by their id or their label, without regard to case.
 *
 * <p>Ids of stages are numbers that a portal was given; an export of the CRM alone does not say which of them closes a deal.
 */
public final class HubSpotStages {
    private static final HubSpotStages STANDARD =
            new HubSpotStages(Map.of()).won("closedwon", "Closed won").lost("closedlost", "Closed lost");

    private final Map<String, Outcome> outcomes;

    private HubSpotStages(Map<String, Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** {@code closedwon} and {@code closedlost}, as every portal begins with. */
    public static HubSpotStages standard() {
        return STANDARD;
    }

    /** The same, with more stages of a deal that is won. */
    public HubSpotStages won(String... stages) {
        return plus(Outcome.WON, stages);
    }

    /** The same, with more stages of a deal that is lost. */
    public HubSpotStages lost(String... stages) {
        return plus(Outcome.LOST, stages);
    }

    /** The same, with stages that are open, whatever was said of them before. */
    public HubSpotStages open(String... stages) {
        return plus(Outcome.OPEN, stages);
    }

    /** What it says of a stage; empty if nothing. */
    Optional<Outcome> outcome(@Nullable String stage) {
        return stage == null ? Optional.empty() : Optional.ofNullable(outcomes.get(key(stage)));
    }

    /** The stages, in lower case, each with what it means. */
    @Override
    public String toString() {
        return outcomes.toString();
    }

    private static String key(String stage) {
        return stage.strip().toLowerCase(Locale.ROOT);
    }

    private HubSpotStages plus(Outcome outcome, String... stages) {
        Map<String, Outcome> more = new TreeMap<>(outcomes);
        for (String stage : stages) {
            if (stage.isBlank()) {
                throw new IllegalArgumentException("The name of a stage is empty. Maybe write its id or its label.");
            }
            more.put(key(stage), outcome);
        }
        return new HubSpotStages(more);
    }
}
