package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.FindingCode;
import io.revops.ledger.Basis;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Movement;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the ledger says of the accounts in the horizon after each day: the horizon is one period of the policy's basis, so that on a net
 * basis who is back by its end has not left.
 */
final class Outcomes {
    private static final ChurnOutcome STAYED =
            new ChurnOutcome(ChurnOutcome.Kind.STAYED, Optional.empty(), Optional.empty(), 0);

    private final RevenueView view;
    private final ChurnLabel label;
    private final Map<LocalDate, Map<AccountId, Optional<ChurnOutcome>>> byDay = new HashMap<>();
    private final NavigableMap<LocalDate, String> unvalued = new TreeMap<>();
    private long leftBefore;
    private long knownLeavers;
    private long merged;
    private long uncompared;

    Outcomes(RevenueView view, ChurnLabel label) {
        this.view = view;
        this.label = label;
    }

    /** What came of a row; empty, and counted, if it is none to learn from. */
    Optional<ChurnOutcome> of(FeatureRow row) {
        if (row.isLeaving() && label.knownLeavers() == KnownLeavers.LEFT_OUT) {
            knownLeavers++;
            return Optional.empty();
        }
        Map<AccountId, Optional<ChurnOutcome>> ofDay = byDay.computeIfAbsent(row.asOf(), this::walk);
        if (!ofDay.containsKey(row.account())) {
            leftBefore++;
            return Optional.empty();
        }
        Optional<ChurnOutcome> outcome = ofDay.getOrDefault(row.account(), Optional.empty());
        merged += outcome.isEmpty() ? 1 : 0;
        uncompared += unvalued.containsKey(row.asOf())
                        && outcome.filter(STAYED::equals).isPresent()
                ? 1
                : 0;
        return outcome;
    }

    /** Of how many accounts that stayed it is not known whether they pay less, and why; none if amounts can be told. */
    List<Finding> findings() {
        return unvalued.isEmpty() || uncompared == 0
                ? List.of()
                : List.of(new Finding(
                        FindingCode.NO_AMOUNTS,
                        "",
                        uncompared,
                        "Whether " + uncompared
                                + " rows that stayed pay less is not known, and they count as if they did not. "
                                + unvalued.values().iterator().next()));
    }

    LeftOut leftOut(long censored) {
        return new LeftOut(censored, leftBefore, knownLeavers, merged);
    }

    /** Everybody who was active when the horizon began; empty if it was merged into another account. */
    private Map<AccountId, Optional<ChurnOutcome>> walk(LocalDate asOf) {
        MrrLedger ledger = view.ledger();
        Span horizon = label.horizon(asOf);
        Valuation valuation = Valuation.atOpening(ledger, horizon);
        if (valuation.problem().isEmpty()) {
            Map<AccountId, Optional<ChurnOutcome>> outcomes = walk(horizon, valuation);
            if (valuation.problem().isEmpty()) { // none was found on the way
                return outcomes;
            }
        }
        unvalued.put(asOf, valuation.problem().orElseThrow().text());
        return walk(horizon, Valuation.counting());
    }

    private Map<AccountId, Optional<ChurnOutcome>> walk(Span horizon, Valuation valuation) {
        MrrLedger ledger = view.ledger();
        Map<AccountId, Optional<ChurnOutcome>> outcomes = new HashMap<>();
        ledger.walk(List.of(horizon), ledger.policy().basis(), Cadence.DAY, valuation, null, row -> {
            // parties of a merge are counted as one account at the opening already
            if (row.activeAtOpening() || row.count(MovementKind.MERGE_OUT) > 0) {
                AccountId account = ledger.account(row.account());
                outcomes.put(account, outcome(row, account, horizon));
            }
        });
        return outcomes;
    }

    private Optional<ChurnOutcome> outcome(MovementRow row, AccountId account, Span horizon) {
        if (row.count(MovementKind.CHURN) > 0) {
            return Optional.of(churned(account, horizon));
        }
        if (row.count(MovementKind.MERGE_OUT) > 0) {
            return Optional.empty();
        }
        if (row.closing() >= row.opening() || row.opening() <= 0) {
            return Optional.of(STAYED);
        }
        double lost = 1 - (double) row.closing() / row.opening();
        return Optional.of(new ChurnOutcome(ChurnOutcome.Kind.CONTRACTED, Optional.empty(), Optional.empty(), lost));
    }

    private ChurnOutcome churned(AccountId account, Span horizon) {
        MrrLedger ledger = view.ledger();
        List<LedgerChange> changes = ledger.changes(account, horizon);
        Map<ItemId, RunRate> now =
                new HashMap<>(ledger.states(account, horizon.start(view.policy().zone())));
        boolean isFirst =
                ledger.policy().basis() == Basis.EVENT; // net of the horizon it is gone at its end, since it left last
        LedgerChange end = null;
        for (int i = 0; i < changes.size() && (end == null || !isFirst); ) {
            boolean wasWorth = !now.isEmpty();
            Instant at = changes.get(i).at();
            LedgerChange change = changes.get(i);
            for (;
                    i < changes.size() && changes.get(i).at().equals(at);
                    i++) { // what changes at one instant is one change
                change = changes.get(i);
                if (change.after().isZero()) {
                    now.remove(change.item());
                } else {
                    now.put(change.item(), change.after());
                }
            }
            end = wasWorth && now.isEmpty() ? change : end;
        }
        if (end == null) {
            return new ChurnOutcome(ChurnOutcome.Kind.CHURNED, Optional.empty(), Optional.empty(), 1);
        }
        Instant left = end.at();
        List<LedgerChange> until =
                changes.stream().filter(c -> !c.at().isAfter(left)).toList();
        Movement movement =
                new Movement(account, horizon, MovementKind.CHURN, end.before().negated(), "", until);
        return new ChurnOutcome(
                ChurnOutcome.Kind.CHURNED,
                movement.churnCause(),
                Optional.of(end.at().atZone(view.policy().zone()).toLocalDate()),
                1);
    }
}
