package io.revops;

import io.revops.money.Money;
import io.revops.money.RunRate;

/** Run by {@link ModulePathTest} in a process of its own: 49.90 a month is how much a year? */
final class OnTheModulePath {

    private OnTheModulePath() {}

    public static void main(String[] args) {
        var yearly = RunRate.perMonth(Money.of("49.90", "EUR")).perYear();
        System.out.println(
                Money.class.getModule().getName() + " " + yearly.amount().toPlainString());
    }
}
