package io.revops.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Why accounts of a {@link ChurnWorld} leave: the chance to do so in the next 30 days, given what is seen at the end of a period.
 *
 * <p>By its own will: 1 / (1 + exp(−(base + Σ coefficient × driver + frailty × z))), where z is standard normal, one for each
 * account, and seen by nobody. Of those that did not, by failed payments: 1 − exp(−exp(base + Σ coefficient × driver)). A driver
 * without a coefficient has none.
 *
 * @param voluntaryBase the log-odds of leaving by its own will where every driver is 0
 * @param voluntary by how much the log-odds rise with a driver that is higher by 1
 * @param involuntaryBase the logarithm of the hazard by failed payments where every driver is 0
 * @param involuntary by how much that logarithm rises with a driver that is higher by 1
 * @param frailty how far apart accounts are that look the same: the standard deviation of their log-odds, 0 for not at all
 */
public record ChurnTruth(
        double voluntaryBase,
        Map<ChurnDriver, Double> voluntary,
        double involuntaryBase,
        Map<ChurnDriver, Double> involuntary,
        double frailty) {
    private static final double MOST = 20;

    public ChurnTruth {
        voluntary = Collections.unmodifiableMap(checked(voluntary));
        involuntary = Collections.unmodifiableMap(checked(involuntary));
        if (!(Math.abs(voluntaryBase) <= MOST) || !(Math.abs(involuntaryBase) <= MOST)) {
            throw new IllegalArgumentException("The bases are " + voluntaryBase + " and " + involuntaryBase
                    + ". Maybe -1.2 and -5.5, and within " + MOST + " of 0.");
        }
        if (!(frailty >= 0 && frailty <= MOST)) {
            throw new IllegalArgumentException("The frailty is " + frailty + ". Maybe 0, or 0.8.");
        }
    }

    private static Map<ChurnDriver, Double> checked(Map<ChurnDriver, Double> coefficients) {
        Map<ChurnDriver, Double> all = new EnumMap<>(ChurnDriver.class);
        coefficients.forEach((driver, coefficient) -> {
            if (!(Math.abs(coefficient) <= MOST)) {
                throw new IllegalArgumentException("The coefficient of " + driver + " is " + coefficient
                        + ". Maybe 0.35, and within " + MOST + " of 0.");
            }
            all.put(driver, coefficient);
        });
        return all;
    }

    /** About 2 % leave a period by their own will and 0.6 % by failed payments; everything but the number of users matters. */
    public static ChurnTruth standard() {
        return new ChurnTruth(
                -1.2,
                Map.of(
                        ChurnDriver.LOGINS, -0.06,
                        ChurnDriver.FEATURES, -0.15,
                        ChurnDriver.TICKETS, 0.35,
                        ChurnDriver.ANSWER, -0.2,
                        ChurnDriver.CHAMPION_LOST, 1.0,
                        ChurnDriver.PERIODS, -0.02),
                -5.5,
                Map.of(ChurnDriver.FAILURES, 2.0),
                0);
    }

    /** Accounts leave about as often, and nothing that is seen has to do with it: what no honest method finds anything in. */
    public static ChurnTruth nothing() {
        return new ChurnTruth(StrictMath.log(0.02 / 0.98), Map.of(), StrictMath.log(0.006), Map.of(), 0);
    }

    /** The same with another coefficient of a driver, by its own will. */
    public ChurnTruth withVoluntary(ChurnDriver driver, double coefficient) {
        Map<ChurnDriver, Double> changed = checked(voluntary);
        changed.put(driver, coefficient);
        return new ChurnTruth(voluntaryBase, changed, involuntaryBase, involuntary, frailty);
    }

    /** The same with other bases: the log-odds by own will and the logarithm of the hazard by failed payments. */
    public ChurnTruth withBases(double byWill, double byPayment) {
        return new ChurnTruth(byWill, voluntary, byPayment, involuntary, frailty);
    }

    /** The same among accounts that differ in what nobody sees. */
    public ChurnTruth withFrailty(double deviation) {
        return new ChurnTruth(voluntaryBase, voluntary, involuntaryBase, involuntary, deviation);
    }

    /** The chance to leave by its own will in the next 30 days, of an account whose unseen part is z. */
    public double byWill(Map<ChurnDriver, Double> seen, double z) {
        return 1 / (1 + StrictMath.exp(-(sum(voluntaryBase, voluntary, seen) + frailty * z)));
    }

    /** The chance to leave by failed payments in the next 30 days, of an account that does not leave by its own will. */
    public double byPayment(Map<ChurnDriver, Double> seen) {
        return -StrictMath.expm1(-StrictMath.exp(sum(involuntaryBase, involuntary, seen)));
    }

    private static double sum(double base, Map<ChurnDriver, Double> coefficients, Map<ChurnDriver, Double> seen) {
        double sum = base;
        for (Map.Entry<ChurnDriver, Double> term : coefficients.entrySet()) {
            sum += term.getValue() * seen.getOrDefault(term.getKey(), 0.0);
        }
        return sum;
    }
}
