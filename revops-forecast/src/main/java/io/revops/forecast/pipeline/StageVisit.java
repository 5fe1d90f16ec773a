package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stay of an open deal in a stage, and how it ended.
 *
 * @param stage as the CRM names it
 * @param from the first day
 * @param to the day on which it went on, was won or lost; the as-of day if it is still there
 * @param next the stage it went to, also after it had been closed and opened again; empty if it was won, lost, or is still there
 * @param outcome how the deal ended from here; open if it went on or is still there
 * @param reopened whether it was won or lost in between, and opened again
 */
record StageVisit(
        String stage, LocalDate from, LocalDate to, Optional<String> next, Outcome outcome, boolean reopened) {
    /** Its days, from 0. */
    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Whether the deal is still there. */
    boolean isRunning() {
        return next.isEmpty() && outcome == Outcome.OPEN;
    }

    /**
     * The stays of a deal, in order. Only open steps with a stage are stays: what a CRM writes as the stage of a closed deal is its
     * outcome. A deal that was closed and opened again goes from its last stage to the one it was opened in, even if that is the
     * same.
     */
    static List<StageVisit> of(DealPath deal, LocalDate asOf) {
        List<StageVisit> visits = new ArrayList<>();
        String stage = "";
        LocalDate from = deal.opened();
        LocalDate closed = from;
        Outcome last = Outcome.OPEN;
        for (int i = 0; i < deal.steps().size(); i++) {
            DealStep step = deal.steps().get(i);
            if (!step.isOpen()) {
                closed = last == Outcome.OPEN ? deal.closedOn(i) : closed;
                last = step.outcome();
                continue;
            }
            String now = step.stage().orElse("");
            boolean again = last != Outcome.OPEN;
            if (!now.isEmpty() && (again || !now.equals(stage))) {
                if (!stage.isEmpty()) {
                    LocalDate until = again ? closed : step.day();
                    visits.add(new StageVisit(stage, from, until, Optional.of(now), Outcome.OPEN, again));
                }
                stage = now;
                from = step.day();
            }
            last = Outcome.OPEN;
        }
        if (!stage.isEmpty()) {
            LocalDate until = last == Outcome.OPEN ? asOf : closed;
            visits.add(new StageVisit(stage, from, until, Optional.empty(), last, false));
        }
        return visits;
    }
}
