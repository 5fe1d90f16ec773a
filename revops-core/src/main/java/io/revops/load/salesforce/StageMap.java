package io.revops.load.salesforce;

import io.revops.book.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the names of stages mean: won, lost or open. It decides for stages in a history that no deal is in today; of the others
 * the deals' own IsClosed and IsWon say what they mean.
 *
 * <p>Names are compared without regard to case. A name that is not in the map is open.
 */
public final class StageMap {
    private static final StageMap STANDARD =
            new StageMap(Map.of()).won("Closed Won").lost("Closed Lost");

    private final Map<String, Outcome> outcomes;

    private StageMap(Map<String, Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** {@code Closed Won} and {@code Closed Lost}, as every organisation begins with. */
    public static StageMap standard() {
        return STANDARD;
    }

    /** The same, with more names for a deal that is won. */
    public StageMap won(String... stages) {
        return plus(Outcome.WON, stages);
    }

    /** The same, with more names for a deal that is lost. */
    public StageMap lost(String... stages) {
        return plus(Outcome.LOST, stages);
    }

    /** The same, with names that are open, whatever was said of them before. */
    public StageMap open(String... stages) {
        return plus(Outcome.OPEN, stages);
    }

    /** Won, lost or open. */
    Outcome outcome(String stage) {
        return outcomes.getOrDefault(key(stage), Outcome.OPEN);
    }

    /** The names, in lower case, each with what it means. */
    @Override
    public String toString() {
        return outcomes.toString();
    }

    static String key(String stage) {
        return stage.strip().toLowerCase(Locale.ROOT);
    }

    private StageMap plus(Outcome outcome, String... stages) {
        Map<String, Outcome> more = new TreeMap<>(outcomes);
        for (String stage : stages) {
            if (stage.isBlank()) {
                throw new IllegalArgumentException(
                        "The name of a stage is empty. Maybe write it as the StageName column does.");
            }
            more.put(key(stage), outcome);
        }
        return new StageMap(more);
    }
}
