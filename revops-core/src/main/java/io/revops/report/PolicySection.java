package io.revops.report;

import io.revops.ledger.RevenuePolicy;
import java.util.List;

/** Every convention that was applied. */
final class PolicySection {
    private PolicySection() {}

    static Section of(RevenuePolicy policy) {
        List<List<Cell>> rows = policy.conventions().stream()
                .map(line -> line.split(": ", 2))
                .map(pair -> List.of(Cell.text(pair[0]), Cell.text(pair[1])))
                .toList();
        return new Section(
                "policy",
                "Policy",
                List.of(policy.toString()),
                List.of(new Table(
                        "conventions",
                        "",
                        List.of(Column.words("convention", "convention"), Column.words("value", "value")),
                        rows,
                        List.of())),
                List.of());
    }
}
