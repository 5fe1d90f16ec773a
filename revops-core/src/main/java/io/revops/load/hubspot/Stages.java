package io.revops.load.hubspot;

import io.revops.book.Outcome;
import io.revops.load.LoadLog;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stages of the pipelines: their labels, their probabilities, and whether a deal in them is won, lost or open. */
final class Stages {
    /**
     * A row of the stages of pipelines.
     *
     * @param probability 0 to 100 percent
     */
    record Stage(
            String id,
            @Nullable String pipeline,
            @Nullable String label,
            @Nullable BigDecimal probability,
            @Nullable Outcome outcome) {}

    private final HubSpotStages map;
    private final Registry<Stage> rows = new Registry<>(Comparator.comparing(s -> s.outcome() == null ? 0 : 1));
    private final Registry<String> pipelines = new Registry<>(Comparator.<String>naturalOrder());
    private final Map<String, List<Stage>> byId = new TreeMap<>();
    private final Map<String, Set<Outcome>> said = new HashMap<>();

    Stages(HubSpotStages map) {
        this.map = map;
    }

    LoadLog.Verdict pipeline(SheetRow row) {
        return pipelines.add(row.required("pipeline_id"), row.text("label").orElse(""), row.source());
    }

    LoadLog.Verdict stage(SheetRow row) {
        String id = row.required("stage_id");
        @Nullable String pipeline = row.textOrNull("pipeline_id");
        Optional<BigDecimal> probability = probability(row, "probability");
        Stage stage =
                new Stage(id, pipeline, row.textOrNull("label"), probability.orElse(null), outcome(row, probability));
        return rows.add(pipeline + "/" + id, stage, row.source());
    }

    /** A probability is written as a share of 1. */
    static Optional<BigDecimal> probability(SheetRow row, String column) {
        return row.read(Stages::percent, column);
    }

    static BigDecimal percent(String share) {
        BigDecimal percent = Money.decimal(share).movePointRight(2).stripTrailingZeros();
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("A probability is from 0 to 1. Maybe the column holds something else.");
        }
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    private static @Nullable Outcome outcome(SheetRow row, Optional<BigDecimal> probability) {
        Optional<Boolean> won = row.flag("closed_won");
        Optional<Boolean> closed = row.flag("is_closed", "closed");
        if (won.orElse(false)) {
            return Outcome.WON;
        }
        if (closed.isPresent()) {
            return closed.get() ? Outcome.LOST : Outcome.OPEN;
        }
        if (won.isEmpty() && probability.isEmpty()) {
            return null;
        }
        return probability.filter(p -> p.signum() == 0).isPresent() ? Outcome.LOST : Outcome.OPEN;
    }

    void settle(LoadLog log) {
        rows.settle(log);
        pipelines.settle(log);
        for (String key : rows.ids()) {
            Stage stage = rows.get(key);
            byId.computeIfAbsent(stage.id(), i -> new ArrayList<>()).add(stage);
        }
    }

    /** A deal is in a stage and says itself whether it is won, lost or open. */
    void learn(String stage, @Nullable Outcome outcome) {
        if (outcome != null) {
            said.computeIfAbsent(stage, s -> EnumSet.noneOf(Outcome.class)).add(outcome);
        }
    }

    /** What is known of a stage, in a pipeline if that is needed to tell it from others of its id. */
    Stage stage(String id, @Nullable String pipeline) {
        List<Stage> all = byId.getOrDefault(id, List.of());
        Optional<Stage> known = all.stream()
                .filter(s -> pipeline == null || pipeline.equals(s.pipeline()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        Set<Outcome> deals = said.getOrDefault(id, Set.of());
        Optional<Outcome> outcome = map.outcome(id)
                .or(() -> map.outcome(known.map(Stage::label).orElse(null)))
                .or(() -> deals.size() == 1 ? deals.stream().findFirst() : Optional.empty());
        @Nullable Outcome written = known.map(Stage::outcome).orElse(null);
        return new Stage(
                id,
                pipeline,
                known.map(Stage::label).orElse(id),
                known.map(Stage::probability).orElse(null),
                written != null ? written : outcome.orElse(null));
    }

    Optional<String> pipelineLabel(@Nullable String id) {
        @Nullable String label = pipelines.find(id);
        return Optional.ofNullable(label == null || label.isEmpty() ? id : label);
    }
}
