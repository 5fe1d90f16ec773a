package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The deals of a pipeline as plain numbers, in the order in which they were first seen: days since 1970, places of stages and segments. */
final class DealTable {
    /** So many segments and stages are told apart, the most frequent ones; the rest is one more. */
    private static final int MOST = 11;

    final DealPath[] deals;
    final int[] opened;
    final int[] segment;
    /** Where the steps of each deal begin; one more at the end. */
    final int[] first;

    final int[] day;
    /** The day on which it took the outcome of a step that is won or lost; none is after the step's day. */
    final int[] closedOn;

    final int[] stage;
    final int[] closeDate;
    final int[] amount;
    final int[] category;
    final Outcome[] outcome;
    final List<String> segments;
    final List<String> stages;
    final boolean hasStages;
    final boolean hasCloseDates;
    final boolean hasAmounts;
    /** Whether a deal has a category while it is open. */
    final boolean hasCategories;

    final int asOf;

    private DealTable(Pipeline pipeline, DealSegments by) {
        asOf = (int) pipeline.asOf().toEpochDay();
        deals = pipeline.deals().stream()
                .sorted(Comparator.comparing(DealPath::seen).thenComparing(DealPath::id))
                .toArray(DealPath[]::new);
        int n = deals.length;
        opened = new int[n];
        segment = new int[n];
        first = new int[n + 1];
        segments = names(pipeline.deals().stream().map(by::of).toList());
        List<String> seen = new ArrayList<>();
        int steps = 0;
        boolean dates = false;
        boolean amounts = false;
        boolean categories = false;
        for (DealPath deal : deals) {
            steps += deal.steps().size();
            for (DealStep step : deal.steps()) {
                if (step.isOpen()) {
                    step.stage().ifPresent(seen::add);
                    dates |= step.closeDate().isPresent();
                    amounts |= step.amount().isPresent();
                    categories |= step.category().isPresent();
                }
            }
        }
        stages = names(seen);
        hasStages = stages.size() > 1;
        hasCloseDates = dates;
        hasAmounts = amounts;
        hasCategories = categories;
        day = new int[steps];
        closedOn = new int[steps];
        stage = new int[steps];
        closeDate = new int[steps];
        amount = new int[steps];
        category = new int[steps];
        outcome = new Outcome[steps];
        int at = 0;
        for (int i = 0; i < n; i++) {
            opened[i] = (int) deals[i].opened().toEpochDay();
            segment[i] = place(segments, by.of(deals[i]));
            first[i] = at;
            for (int s = 0; s < deals[i].steps().size(); s++) {
                DealStep step = deals[i].steps().get(s);
                closedOn[at] = (int) deals[i].closedOn(s).toEpochDay();
                day[at] = (int) step.day().toEpochDay();
                stage[at] = step.stage().map(name -> 1 + place(stages, name)).orElse(0);
                closeDate[at] = step.closeDate().map(d -> (int) d.toEpochDay()).orElse(Integer.MIN_VALUE);
                amount[at] = HazardLevels.amount(step.amountOrZero());
                category[at] = HazardLevels.category(step.category());
                outcome[at] = step.outcome();
                at++;
            }
        }
        first[n] = at;
    }

    static DealTable of(Pipeline pipeline, DealSegments by) {
        return new DealTable(pipeline, by);
    }

    /** The most frequent names, by name; whatever is not among them has the place after the last. */
    private static List<String> names(List<String> all) {
        TreeMap<String, Integer> count = new TreeMap<>();
        all.forEach(n -> count.merge(n, 1, Integer::sum));
        return List.copyOf(new TreeSet<>(count.entrySet().stream()
                .sorted(Comparator.comparing((java.util.Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(java.util.Map.Entry::getKey))
                .limit(MOST)
                .map(java.util.Map.Entry::getKey)
                .toList()));
    }

    static int place(List<String> names, String name) {
        int found = names.indexOf(name);
        return found < 0 ? names.size() : found;
    }

    int size() {
        return deals.length;
    }

    /** The step that holds at the end of a day; −1 before the deal was seen. */
    int stepAt(int deal, int epochDay) {
        int step = -1;
        for (int s = first[deal]; s < first[deal + 1] && day[s] <= epochDay; s++) {
            step = s;
        }
        return step;
    }

    DealStep step(int deal, int step) {
        return deals[deal].steps().get(step - first[deal]);
    }

    /** The first day on which a deal was seen to be closed; the day after the as-of day if none did. */
    int firstClosing() {
        int earliest = asOf + 1;
        for (int s = 0; s < day.length; s++) {
            if (outcome[s] != Outcome.OPEN && day[s] < earliest) {
                earliest = day[s];
            }
        }
        return earliest;
    }

    static LocalDate date(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
