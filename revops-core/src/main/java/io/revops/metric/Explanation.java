package io.revops.metric;

import io.revops.ledger.LedgerChange;
import java.util.ArrayList;
import java.util.List;

/**
 * How a number was concluded.
 *
 * @param headline the number
 * @param formula the definition's formula
 * @param totals each part with its sum over all lines, in the order of the formula
 * @param policy the conventions that were applied
 * @param lines the lines that moved the number most, with the changes behind them
 * @param edges what comes out at each edge, and when nothing does
 */
public record Explanation(
        String headline,
        String formula,
        List<String> totals,
        List<String> policy,
        List<String> lines,
        List<String> edges) {
    private static final int LINES = 3;
    private static final int CHANGES = 2;

    public Explanation {
        totals = List.copyOf(totals);
        policy = List.copyOf(policy);
        lines = List.copyOf(lines);
        edges = List.copyOf(edges);
    }

    static Explanation of(Measurement<?> measurement) {
        Evidence evidence = measurement.evidence();
        MetricDefinition definition = measurement.definition();
        List<String> totals = new ArrayList<>();
        for (Part<?> part : evidence.parts()) {
            if (evidence.units(part).signum() == 0) {
                continue;
            }
            long lines = evidence.linesWith(part);
            totals.add(part + " " + print(definition.unit(), evidence.total(part)) + ", from " + lines
                    + (lines == 1 ? " line" : " lines"));
        }
        List<String> policy =
                measurement.view().map(v -> v.policy().conventions()).orElse(List.of(measurement.policy()));
        List<String> lines = new ArrayList<>();
        for (Part<?> part : moving(evidence)) {
            for (Line line : evidence.top(LINES, part)) {
                lines.add(part + ": " + line.subject().kind() + " " + line);
                List<LedgerChange> changes = line.changes();
                changes.stream().limit(CHANGES).forEach(c -> lines.add("    " + c));
                if (changes.size() > CHANGES) {
                    lines.add("    and " + (changes.size() - CHANGES) + " more changes");
                }
            }
        }
        return new Explanation(measurement.toString(), definition.formula(), totals, policy, lines, definition.edges());
    }

    /** The parts that change a number; where there are none, the ones it is made of. */
    private static List<Part<?>> moving(Evidence evidence) {
        List<Part<?>> still = List.of(Part.OPENING, Part.CLOSING, Part.ACTIVE, Part.ACTIVE_AT_OPENING);
        List<Part<?>> money = evidence.parts().stream().filter(Part::isMoney).toList();
        List<Part<?>> parts = money.isEmpty() ? evidence.parts() : money;
        List<Part<?>> moving =
                parts.stream().filter(p -> !still.contains(p.kind())).toList();
        return moving.isEmpty() ? parts : moving;
    }

    private static String print(Unit unit, Object value) {
        if (value instanceof io.revops.money.RunRate) {
            return unit == Unit.MONEY_PER_YEAR
                    ? unit.print(value) + " a year"
                    : Unit.MONEY_PER_MONTH.print(value) + " a month";
        }
        return unit.print(value);
    }

    /** All of it, a section for each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(headline).append("\n  formula: ").append(formula);
        section(text, "put in", totals);
        section(text, "policy", policy);
        section(text, "moved most by", lines);
        section(text, "edges", edges);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n  ").append(title).append(':');
            lines.forEach(line -> text.append("\n    ").append(line));
        }
    }
}
