package io.revops.forecast.territory;

/**
 * Where an account or a rep's home is.
 *
 * @param latitude in degrees, -90 to 90, north is positive
 * @param longitude in degrees, -180 to 180, east is positive
 */
public record Place(double latitude, double longitude) {
    private static final double EARTH_METRES = 6_371_008.8;

    public Place {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("There is no place at latitude " + latitude + ", longitude " + longitude
                    + ". Maybe they are exchanged, or not in degrees.");
        }
    }

    /** Of degrees. */
    public static Place of(double latitude, double longitude) {
        return new Place(latitude, longitude);
    }

    /**
     * The way over the ground as the crow flies, to the nearest metre: 2 R asin √(sin² Δφ/2 + cos φ₁ cos φ₂ sin² Δλ/2) with the mean
     * radius R = 6,371,008.8 m (R. W. Sinnott, Virtues of the haversine, Sky and Telescope 68, 1984).
     */
    public long metresTo(Place other) {
        double up = StrictMath.sin(StrictMath.toRadians(other.latitude - latitude) / 2);
        double right = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
        double h = up * up
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * right
                        * right;
        return StrictMath.round(2 * EARTH_METRES * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, h))));
    }

    /** {@code 52.52, 13.4}. */
    @Override
    public String toString() {
        return latitude + ", " + longitude;
    }
}
