package io.revops.sample;

import io.revops.sample.Deal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a deal gets from its first entry to where it ends: steps are skipped, taken back and reopened, close dates pushed and
 * amounts haggled over, as sellers do.
 */
final class DealPath {
    /** In the order in which a sale goes through them. */
    private static final List<Stage> OPEN =
            List.of(Stage.QUALIFICATION, Stage.DISCOVERY, Stage.SOLUTION_FIT, Stage.PROPOSAL, Stage.NEGOTIATION);

    private final Draw draw;

    DealPath(Draw draw) {
        this.draw = draw;
    }

    /** A deal that was closed at that instant, won or lost. */
    List<Entry> closed(Instant created, Instant closed, Stage outcome, long amount) {
        LocalDate closeDate = Times.date(closed);
        Stage furthest =
                outcome == Stage.CLOSED_WON ? Stage.NEGOTIATION : OPEN.get(draw.weighted(0.3, 0.3, 0.2, 0.12, 0.08));
        List<Stage> stages = stages(furthest);
        boolean reopened = draw.chance(outcome == Stage.CLOSED_WON ? 0.05 : 0.03);
        if (reopened) {
            stages.add(Stage.CLOSED_LOST);
            stages.add(OPEN.get(draw.between(1, OPEN.size() - 1)));
        }
        stages.add(outcome);
        return entries(created, closed, stages, amount, closeDate);
    }

    /** A deal that is still open at that instant, expected to close at the date. */
    List<Entry> open(Instant created, Instant lastTouched, long amount, LocalDate expected) {
        Stage furthest = OPEN.get(draw.weighted(0.2, 0.25, 0.25, 0.2, 0.1));
        return entries(created, lastTouched, stages(furthest), amount, expected);
    }

    private List<Stage> stages(Stage furthest) {
        List<Stage> stages = new ArrayList<>();
        stages.add(Stage.QUALIFICATION);
        for (int i = 1; i <= OPEN.indexOf(furthest); i++) {
            if (draw.chance(0.75)) {
                stages.add(OPEN.get(i));
            }
            if (i > 1 && draw.chance(0.06)) {
                stages.add(OPEN.get(i - 1));
                stages.add(OPEN.get(i));
            }
        }
        return stages;
    }

    /** The stages at increasing times from the first instant to the last, with a change of date or amount at some of them. */
    private List<Entry> entries(Instant from, Instant to, List<Stage> stages, long amount, LocalDate closeDate) {
        long seconds = StrictMath.max(stages.size() * 60L, to.getEpochSecond() - from.getEpochSecond());
        int pushes = draw.weighted(0.5, 0.3, 0.15, 0.05);
        LocalDate expected = closeDate.minusDays((long) pushes * draw.between(9, 35));
        long asked = draw.chance(0.4) ? StrictMath.max(1, StrictMath.round(amount * draw.between(0.75, 1.4))) : amount;
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            double share = stages.size() == 1 ? 0 : (i + (last ? 0 : draw.between(-0.3, 0.3))) / (stages.size() - 1);
            Instant at = i == 0 ? from : from.plusSeconds(StrictMath.round(seconds * share));
            if (last || (pushes > 0 && i > 0 && draw.chance(0.5))) {
                pushes--;
                long left = closeDate.toEpochDay() - expected.toEpochDay();
                expected = last ? closeDate : expected.plusDays(left / 2);
            }
            if (last || (i > 0 && draw.chance(0.35))) {
                asked = amount;
            }
            Stage stage = stages.get(i);
            entries.add(new Entry(at, stage, asked, stage.isClosed() ? Times.date(at) : expected));
        }
        return entries;
    }
}
