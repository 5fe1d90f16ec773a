package io.revops.forecast.survival;

import java.util.List;

/** What numbers that were read must be before they are a model. */
final class Checks {
    private Checks() {}

    static void version(int version, int known) {
        if (version != known) {
            throw new IllegalArgumentException("The numbers have version " + version + " and not " + known
                    + ". Maybe read them with a newer library.");
        }
    }

    static void sameSize(Doubles times, Doubles... others) {
        if (times.size() == 0 || !times.isRising() || !times.isFinite() || times.at(0) < 0) {
            throw new IllegalArgumentException(
                    "The times of a curve are " + times + ". Maybe rising ones, from 0 on, at least one.");
        }
        for (Doubles other : others) {
            if (other.size() != times.size() || !other.isFinite()) {
                throw new IllegalArgumentException(
                        "There are " + times.size() + " times and the numbers " + other + ". Maybe the file was cut.");
            }
        }
    }

    static void falling(Doubles survival) {
        double before = 1;
        for (int i = 0; i < survival.size(); i++) {
            if (!(survival.at(i) >= 0 && survival.at(i) <= before)) {
                throw new IllegalArgumentException(
                        "A share rises from " + before + " to " + survival.at(i) + ". Maybe the file was changed.");
            }
            before = survival.at(i);
        }
    }

    static void finite(String what, double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "There is a number " + number + " in " + what + ". Maybe the file was changed.");
            }
        }
    }

    static void values(List<String> columns, double... values) {
        for (int j = 0; j < values.length; j++) {
            if (!Double.isFinite(values[j])) {
                throw new IllegalArgumentException("There is " + values[j] + " in the column (" + columns.get(j)
                        + "). Maybe fill it as it was filled in training.");
            }
        }
    }
}
