package io.revops.reconcile;

import io.revops.ledger.MovementRow;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.Undefined;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures by account and month under one policy.
 *
 * @param amounts of each figure that was asked for, in their order
 * @param problem why they cannot be told in one currency; then the amounts say nothing
 */
record Counted(List<Amounts> amounts, Optional<String> problem) {
    static Counted of(RevenueView view, List<Span> months, List<Figure> figures, Accounts accounts) {
        List<Amounts> amounts =
                figures.stream().map(figure -> new Amounts(months.size())).toList();
        Optional<String> problem = walk(view.ledger(), months, figures, accounts, amounts);
        for (int f = 0; f < figures.size() && problem.isEmpty(); f++) {
            Metric<RunRate> metric = figures.get(f).metric();
            if (metric != null) {
                problem = gather(view, months, metric, accounts, amounts.get(f));
            }
        }
        return new Counted(amounts, problem);
    }

    /** All columns of the movement table in one walk, as {@link MrrLedger#table} adds them up. */
    private static Optional<String> walk(
            MrrLedger ledger, List<Span> months, List<Figure> figures, Accounts accounts, List<Amounts> amounts) {
        List<@Nullable ToLongFunction<MovementRow>> columns = new ArrayList<>();
        figures.forEach(figure -> columns.add(figure.column()));
        if (columns.stream().allMatch(column -> column == null)) {
            return Optional.empty();
        }
        int[] numbers = new int[ledger.accounts()];
        Arrays.fill(numbers, -1);
        Valuation valuation = Valuation.closing(ledger);
        ledger.walk(months, ledger.policy().basis(), Cadence.MONTH, valuation, null, row -> {
            int account = numbers[row.account()];
            if (account < 0) {
                account = accounts.number(ledger.account(row.account()));
                numbers[row.account()] = account;
            }
            for (int f = 0; f < columns.size(); f++) {
                ToLongFunction<MovementRow> column = columns.get(f);
                long micros = column == null ? 0 : column.applyAsLong(row);
                if (micros != 0) {
                    amounts.get(f).add(account, row.period(), micros);
                }
            }
        });
        return valuation.problem().map(Valuation.Problem::text);
    }

    private static Optional<String> gather(
            RevenueView view, List<Span> months, Metric<RunRate> metric, Accounts accounts, Amounts into) {
        for (int m = 0; m < months.size(); m++) {
            int month = m;
            Evidence evidence = metric.gather(view.during(months.get(m)), Cut.whole());
            if (evidence.undefined().isPresent()) {
                return evidence.undefined().map(Undefined::text);
            }
            evidence.lines().forEach(line -> {
                int account = accounts.number(Figure.account(metric, line));
                into.add(account, month, Figure.alone(metric, evidence, line));
            });
        }
        return Optional.empty();
    }
}
