package io.revops.forecast.territory;

import java.util.List;

/** The middle of places on the globe: the direction of the sum of their unit vectors, so that the date line is no edge. */
final class Middle {
    private Middle() {}

    /**
     * The middle of at least one place.
     *
     * @return the first, if the places lie opposite each other and have none
     */
    static Place of(List<Place> places) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (Place place : places) {
            double up = StrictMath.toRadians(place.latitude());
            double right = StrictMath.toRadians(place.longitude());
            x += StrictMath.cos(up) * StrictMath.cos(right);
            y += StrictMath.cos(up) * StrictMath.sin(right);
            z += StrictMath.sin(up);
        }
        double flat = StrictMath.sqrt(x * x + y * y);
        if (flat < 1e-9 && StrictMath.abs(z) < 1e-9) {
            return places.get(0);
        }
        return Place.of(StrictMath.toDegrees(StrictMath.atan2(z, flat)), StrictMath.toDegrees(StrictMath.atan2(y, x)));
    }
}
