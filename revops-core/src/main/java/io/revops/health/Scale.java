package io.revops.health;

import java.util.ArrayList;
import java.util.List;

/**
 * How good a figure is, from 0 to 1: straight lines between points, and flat outside them. 10 of 20 active days on
 * {@code Scale.rising(0, 20)} are 0.5, and 25 are 1.
 */
public final class Scale {
    /**
     * One point of a scale.
     *
     * @param figure finite
     * @param worth from 0 to 1
     */
    public record Point(double figure, double worth) {
        public Point {
            if (!Double.isFinite(figure) || !(worth >= 0 && worth <= 1)) {
                throw new IllegalArgumentException("The figure " + figure + " is worth " + worth
                        + ". Maybe a finite figure, and a worth from 0 to 1.");
            }
        }
    }

    /** A figure that is already 0 to 1. */
    public static final Scale SHARE = rising(0, 1);

    private final List<Point> points;

    private Scale(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /** Nothing up to a figure, all from another on: more is better. */
    public static Scale rising(double none, double all) {
        return from(none, 0).to(all, 1);
    }

    /** All up to a figure, nothing from another on: less is better. */
    public static Scale falling(double all, double none) {
        return from(all, 1).to(none, 0);
    }

    /** Begins with what the smallest figure is worth. */
    public static Scale from(double figure, double worth) {
        return new Scale(List.of(new Point(figure, worth)));
    }

    /** With a further point; its figure is above those before. */
    public Scale to(double figure, double worth) {
        Point last = points.get(points.size() - 1);
        if (!(figure > last.figure())) {
            throw new IllegalArgumentException("A scale goes from the figure " + last.figure() + " to " + figure
                    + ". Maybe name the smaller figure first.");
        }
        List<Point> more = new ArrayList<>(points);
        more.add(new Point(figure, worth));
        return new Scale(more);
    }

    /** The points, by figure. */
    public List<Point> points() {
        return points;
    }

    /** What a figure is worth. */
    public double worth(double figure) {
        Point before = points.get(0);
        if (!(figure > before.figure())) {
            return before.worth();
        }
        for (Point after : points.subList(1, points.size())) {
            if (figure < after.figure()) {
                double way = (figure - before.figure()) / (after.figure() - before.figure());
                double worth = before.worth() + way * (after.worth() - before.worth());
                return Math.min(
                        Math.max(worth, Math.min(before.worth(), after.worth())),
                        Math.max(before.worth(), after.worth()));
            }
            before = after;
        }
        return before.worth();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Scale that && points.equals(that.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    /** {@code 0 is 0, 20 is 1}. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                points.stream()
                        .map(p -> Texts.number(p.figure()) + " is " + Texts.number(p.worth()))
                        .toList());
    }
}
