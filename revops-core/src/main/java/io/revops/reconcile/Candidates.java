package io.revops.reconcile;

import io.revops.ledger.Basis;
import io.revops.ledger.ChurnTiming;
import io.revops.ledger.DayFactor;
import io.revops.ledger.DiscountRule;
import io.revops.ledger.FreeAccount;
import io.revops.ledger.FxMethod;
import io.revops.ledger.GapTolerance;
import io.revops.ledger.Grain;
import io.revops.ledger.Grouping;
import io.revops.ledger.MonthValue;
import io.revops.ledger.PastDue;
import io.revops.ledger.Pause;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.ProratedLines;
import io.revops.ledger.Reactivation;
import io.revops.ledger.Refund;
import io.revops.ledger.SamePeriod;
import io.revops.ledger.SourceBasis;
import io.revops.ledger.StateRounding;
import io.revops.ledger.Tax;
import io.revops.ledger.Trial;
import io.revops.ledger.Unpaid;
import io.revops.ledger.Usage;
import io.revops.ledger.WeekFactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The choices that are tried to explain figures, in the order of a policy's options: every named one, and of those with a number
 * what tools are known to use. The reporting zone and currency are the reader's to say.
 */
final class Candidates {
    static final List<PolicyOption> ALL = all();

    private Candidates() {}

    private static List<PolicyOption> all() {
        List<PolicyOption> all = new ArrayList<>();
        add(all, Basis.values(), SourceBasis.values(), ProratedLines.values(), Grain.values());
        all.addAll(List.of(WeekFactor.EXACT, WeekFactor.FOUR, WeekFactor.NONE, WeekFactor.perMonth("4.33")));
        all.addAll(List.of(DayFactor.EXACT, DayFactor.THIRTY, DayFactor.NONE, DayFactor.perMonth("30.44")));
        add(all, StateRounding.values(), DiscountRule.values(), Trial.values());
        all.addAll(List.of(PastDue.INCLUDE_UNTIL_TERMINAL, PastDue.EXCLUDE));
        Stream.of(7, 14, 30, 45, 60, 90).map(PastDue::autoChurn).forEach(all::add);
        add(all, Unpaid.values(), ChurnTiming.values(), Refund.values());
        all.addAll(List.of(
                Usage.EXCLUDE,
                Usage.COMMITTED,
                Usage.ACTUAL,
                Usage.trailingAverage(3),
                Usage.trailingAverage(6),
                Usage.trailingAverage(12)));
        add(all, Tax.values(), Pause.values());
        all.add(GapTolerance.NONE);
        Stream.of(1, 3, 7, 30).map(GapTolerance::days).forEach(all::add);
        add(all, FreeAccount.values());
        all.addAll(List.of(Reactivation.ANY, Reactivation.NEVER));
        Stream.of(30, 90, 365).map(Reactivation::within).forEach(all::add);
        Stream.of(31, 90).map(Reactivation::atLeast).forEach(all::add);
        add(all, SamePeriod.values());
        all.addAll(List.of(Grouping.NONE, Grouping.minutes(60), Grouping.minutes(1440)));
        add(all, MonthValue.values());
        all.addAll(List.of(FxMethod.CLOSE_RATE, FxMethod.EVENT_RATE, FxMethod.START_LOCKED));
        return List.copyOf(all);
    }

    private static void add(List<PolicyOption> all, PolicyOption[]... choices) {
        Stream.of(choices).flatMap(Arrays::stream).forEach(all::add);
    }
}
