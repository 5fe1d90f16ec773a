package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A reconciliation for a terminal. */
final class ReconciliationText {
    private static final int TOP = 10;

    private final Reconciliation of;
    private final int digits;
    private final StringBuilder text = new StringBuilder();

    private ReconciliationText(Reconciliation of) {
        this.of = of;
        this.digits = Math.max(0, of.headline().currency().getDefaultFractionDigits());
    }

    static String of(Reconciliation reconciliation) {
        return new ReconciliationText(reconciliation).print();
    }

    private String print() {
        Decomposition headline = of.headline();
        text.append(sentence(headline)).append('\n');
        if (of.rules().isEmpty()) {
            return text.append("\nThe two policies are the same.\n").toString();
        }
        rules(headline);
        List<PrintedRow> months =
                headline.months().stream().map(m -> headline.printed(m, digits)).toList();
        table("By month", headline.months().stream().map(Span::toString).toList(), months);
        List<AccountId> top = headline.top(TOP);
        List<String> names = new ArrayList<>(top.stream().map(AccountId::value).toList());
        List<PrintedRow> accounts =
                new ArrayList<>(top.stream().map(a -> headline.printed(a, digits)).toList());
        names.add("all that differ: " + headline.byAccount().size());
        accounts.add(PrintedRow.of(
                headline.first(), headline.byRule().values(), headline.second(), digits));
        table("By account, " + headline.when(), names, accounts);
        if (of.figures().size() > 1) {
            table(
                    "By figure, " + of.span(),
                    of.figures().stream().map(d -> d.figure().title()).toList(),
                    of.figures().stream().map(d -> d.printed(digits)).toList());
        }
        text.append('\n');
        of.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    /** {@code MRR at the close of 2025-03: USD 100.00 under stripe, USD 50.00 under chartmogul, USD -50.00 between them.} */
    private String sentence(Decomposition headline) {
        PrintedRow row = headline.printed(digits);
        return headline.figure().title() + ", " + headline.when() + ": " + headline.currency() + ' '
                + Unit.grouped(row.first()) + " a month under " + of.firstName() + ", " + Unit.grouped(row.second())
                + " under " + of.secondName() + ": a difference of " + Unit.grouped(row.difference()) + ".";
    }

    private void rules(Decomposition headline) {
        List<BigDecimal> parts = headline.printed(digits).parts();
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(List.of(of.rules().get(i).toString(), Unit.grouped(parts.get(i))));
        }
        lines.add(List.of("difference", Unit.grouped(headline.printed(digits).difference())));
        text.append("\nBy rule, ").append(headline.when()).append('\n');
        print(lines);
    }

    /** Only the rules that change something in it have a column. */
    private void table(String title, List<String> labels, List<PrintedRow> rows) {
        int[] shown = IntStream.range(0, of.rules().size())
                .filter(i -> rows.stream().anyMatch(r -> r.parts().get(i).signum() != 0))
                .toArray();
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", of.firstName()));
        IntStream.of(shown).forEach(i -> head.add(of.rules().get(i).name()));
        head.add(of.secondName());
        lines.add(head);
        for (int r = 0; r < rows.size(); r++) {
            PrintedRow row = rows.get(r);
            List<String> line = new ArrayList<>(List.of(labels.get(r), Unit.grouped(row.first())));
            IntStream.of(shown).forEach(i -> line.add(Unit.grouped(row.parts().get(i))));
            line.add(Unit.grouped(row.second()));
            lines.add(line);
        }
        text.append('\n').append(title).append('\n');
        print(lines);
    }

    /** The first column to the left, numbers to the right. */
    private void print(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> IntStream.range(0, columns)
                .forEach(i -> widths[i] = Math.max(widths[i], line.get(i).length())));
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder("  ").append(line.get(0));
            row.append(" ".repeat(widths[0] - line.get(0).length()));
            for (int i = 1; i < columns; i++) {
                row.append("  ").append(" ".repeat(widths[i] - line.get(i).length())).append(line.get(i));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }
}
