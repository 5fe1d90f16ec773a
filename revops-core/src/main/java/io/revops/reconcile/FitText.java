package io.revops.reconcile;

import io.revops.metric.Unit;
import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The policy that explains figures best, for a terminal. */
final class FitText {
    private static final int TOP = 10;

    private final Fit fit;
    private final int digits;
    private final StringBuilder text = new StringBuilder();

    private FitText(Fit fit) {
        this.fit = fit;
        this.digits = Math.max(0, fit.figures().currency().getDefaultFractionDigits());
    }

    static String of(Fit fit) {
        return new FitText(fit).print();
    }

    private String print() {
        text.append(fit.headline()).append('\n');
        if (!fit.changes().isEmpty()) {
            List<List<String>> changes = new ArrayList<>();
            fit.changes().forEach(c -> changes.add(List.of(c.toString(), amount(c.explained()))));
            table("Changed in " + fit.preset().id() + ", and what each explained", changes);
        }
        List<List<String>> months = new ArrayList<>(List.of(List.of("", "yours", "explained", "residue")));
        fit.byMonth().forEach((month, residue) -> {
            RunRate yours = fit.figures().amount(month).orElseThrow();
            BigDecimal shown = Bridge.monthly(yours, digits);
            BigDecimal left = Bridge.monthly(residue, digits);
            months.add(List.of(
                    month.toString(), Unit.grouped(shown), Unit.grouped(shown.subtract(left)), Unit.grouped(left)));
        });
        table("By month", months);
        if (!fit.byAccount().isEmpty()) {
            List<List<String>> accounts = new ArrayList<>();
            fit.top(TOP)
                    .forEach(e -> accounts.add(List.of(
                            e.getKey().account().orElseThrow() + ", "
                                    + e.getKey().month(),
                            amount(e.getValue()))));
            table("By account, the greatest residues of " + fit.byAccount().size(), accounts);
        }
        List<List<String>> presets = new ArrayList<>();
        fit.presets().forEach((preset, left) -> presets.add(List.of(preset.id(), amount(left))));
        table("By preset, what it leaves unexplained", presets);
        if (!fit.notes().isEmpty()) {
            text.append('\n');
            fit.notes().forEach(note -> text.append(note).append('\n'));
        }
        return text.toString();
    }

    private String amount(RunRate rate) {
        return Unit.grouped(Bridge.monthly(rate, digits));
    }

    private void table(String title, List<List<String>> lines) {
        text.append('\n').append(title).append('\n').append(TextColumns.of(lines));
    }
}
