package io.revops.sample;

import java.util.Collections;
import java.util.List;

/**
 * How open deals move through the five open stages, and what stage and age do to their hazards.
 *
 * @param stageWin the factor of the hazard of winning in each open stage
 * @param stageLose the factor of the hazard of losing in each open stage
 * @param ages the factors of age, by the first day of each; the first begins on day 0
 * @param movesPerDay the hazard of a change of stage on a day
 * @param skips the share of the moves that go two stages on
 * @param backward the share of the moves that go one stage back
 * @param reopened the share of the lost deals that are opened again, once, between 7 and 60 days later
 */
public record CrmProgress(
        List<Double> stageWin,
        List<Double> stageLose,
        List<Age> ages,
        double movesPerDay,
        double skips,
        double backward,
        double reopened) {
    /** How many stages are open: those before won and lost. */
    public static final int OPEN_STAGES = 5;

    /**
     * What age does to the hazards.
     *
     * @param fromDay counted from the day the deal was created
     * @param win the factor of the hazard of winning
     * @param lose the factor of the hazard of losing
     */
    public record Age(int fromDay, double win, double lose) {}

    public CrmProgress {
        stageWin = List.copyOf(stageWin);
        stageLose = List.copyOf(stageLose);
        ages = List.copyOf(ages);
        if (stageWin.size() != OPEN_STAGES || stageLose.size() != OPEN_STAGES) {
            throw new IllegalArgumentException("There are factors for " + stageWin.size() + " and " + stageLose.size()
                    + " stages. Maybe " + OPEN_STAGES + " of each.");
        }
        if (ages.isEmpty() || ages.get(0).fromDay() != 0) {
            throw new IllegalArgumentException("The ages are " + ages + ". Maybe let the first begin on day 0.");
        }
        for (int i = 1; i < ages.size(); i++) {
            if (ages.get(i).fromDay() <= ages.get(i - 1).fromDay()) {
                throw new IllegalArgumentException("The ages are " + ages + ". Maybe sort them by their first day.");
            }
        }
        if (!(movesPerDay >= 0 && skips >= 0 && backward >= 0 && skips + backward <= 1)) {
            throw new IllegalArgumentException("The moves are " + movesPerDay + " a day, " + skips + " skipping and "
                    + backward + " backward. Maybe shares that add up to 1 at most.");
        }
        if (!(reopened >= 0 && reopened <= 1)) {
            throw new IllegalArgumentException("The share of reopened deals is " + reopened + ". Maybe 0.03.");
        }
    }

    /** A stage every 18 days, 15 % skipped, 8 % backward, 3 % of the lost reopened; later stages win more, young deals less. */
    public static CrmProgress standard() {
        return new CrmProgress(
                List.of(0.1, 0.3, 0.7, 1.2, 2.0),
                List.of(1.4, 1.1, 1.0, 0.8, 0.6),
                List.of(new Age(0, 0.4, 0.6), new Age(14, 1.2, 1.0), new Age(90, 1.0, 1.2), new Age(240, 0.5, 1.6)),
                1 / 18.0,
                0.15,
                0.08,
                0.03);
    }

    /** The moves of the standard, which change no hazard; nothing is opened again. */
    public static CrmProgress withoutEffect() {
        CrmProgress moves = standard();
        List<Double> one = Collections.nCopies(OPEN_STAGES, 1.0);
        return new CrmProgress(one, one, List.of(new Age(0, 1, 1)), moves.movesPerDay, moves.skips, moves.backward, 0);
    }
}
