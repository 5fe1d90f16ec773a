package io.revops.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What all deals of a company share: the factors of each day, of each age and of each stage. Days are counted from 0, the first. */
final class CrmDays {
    private final long first;
    private final double[] win;
    private final double[] created;
    private final double[] ageWin;
    private final double[] ageLose;
    private final double[] stageWin;
    private final double[] stageLose;
    private final List<Double> shocks;

    CrmDays(CrmWorld world, long seed) {
        first = world.start().toEpochDay();
        int days = (int) (world.end().toEpochDay() - first);
        win = new double[days];
        created = new double[days];
        ageWin = new double[days];
        ageLose = new double[days];
        for (CrmProgress.Age age : world.progress().ages()) {
            int from = StrictMath.min(age.fromDay(), days);
            Arrays.fill(ageWin, from, days, age.win());
            Arrays.fill(ageLose, from, days, age.lose());
        }
        stageWin = unboxed(world.progress().stageWin());
        stageLose = unboxed(world.progress().stageLose());
        List<Double> drawn = new ArrayList<>();
        LocalDate begin = world.start();
        for (int day = 0; day < days; begin = begin.plusMonths(1)) {
            Draw draw = Draw.quick(seed, Draw.Purpose.CRM_SHOCK, drawn.size());
            double shock = StrictMath.exp(world.shock() * draw.normal() - world.shock() * world.shock() / 2);
            double rate = world.calendar().created(world.start(), begin);
            for (int i = 0; i < begin.lengthOfMonth(); i++, day++) {
                win[day] = shock * world.calendar().win(begin.plusDays(i));
                created[day] = rate;
            }
            drawn.add(shock);
        }
        shocks = List.copyOf(drawn);
    }

    private static double[] unboxed(List<Double> factors) {
        return factors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count() {
        return win.length;
    }

    LocalDate date(int day) {
        return LocalDate.ofEpochDay(first + day);
    }

    int of(LocalDate date) {
        return (int) (date.toEpochDay() - first);
    }

    /** The factor of winning, the month's shock among it. */
    double win(int day) {
        return win[day];
    }

    /** The factor of creating. */
    double created(int day) {
        return created[day];
    }

    /** The factor of a deal's winning: of its day, its age and its stage. */
    double win(int day, int age, int stage) {
        return win[day] * ageWin[age] * stageWin[stage];
    }

    /** The factor of a deal's losing. */
    double lose(int age, int stage) {
        return ageLose[age] * stageLose[stage];
    }

    List<Double> shocks() {
        return shocks;
    }
}
