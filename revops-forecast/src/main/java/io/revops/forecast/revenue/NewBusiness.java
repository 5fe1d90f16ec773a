package io.revops.forecast.revenue;

import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.metric.Unit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New business in the months ahead, as another method forecasts it. */
public final class NewBusiness {
    private static final double MONTHS = 12;

    /** Whether what is signed already is in it. */
    enum Booked {
        AMONG_IT,
        ON_TOP
    }

    private final @Nullable Forecast forecast;
    private final double perYear;
    private final Booked booked;

    private NewBusiness(@Nullable Forecast forecast, double perYear, Booked booked) {
        this.forecast = forecast;
        this.perYear = perYear;
        this.booked = booked;
    }

    /** None is expected, or none is to be counted. */
    public static NewBusiness none() {
        return new NewBusiness(null, 1, Booked.ON_TOP);
    }

    /**
     * What begins to recur in the months ahead, as a line through past new MRR tells it. What is booked and not live yet is a part of
     * that, and is taken out of it.
     *
     * @param forecast of run rates, per month or per year
     */
    public static NewBusiness recurring(Forecast forecast) {
        return new NewBusiness(forecast, perYear(forecast), Booked.AMONG_IT);
    }

    /**
     * What is still to be signed and begins to recur in the months ahead, on top of what is booked already.
     *
     * @param forecast of run rates, per month or per year
     */
    public static NewBusiness signed(Forecast forecast) {
        return new NewBusiness(forecast, perYear(forecast), Booked.ON_TOP);
    }

    /**
     * The same from a forecast of deals whose amounts are those of a year.
     *
     * @param forecast of money, such as bookings
     */
    public static NewBusiness yearlyDeals(Forecast forecast) {
        if (forecast.quantity().unit() != Unit.MONEY) {
            throw new IllegalArgumentException("The forecast is of " + forecast.quantity()
                    + " and not of amounts of deals. Maybe signed() or recurring().");
        }
        return new NewBusiness(Objects.requireNonNull(forecast, "forecast"), 1, Booked.ON_TOP);
    }

    private static double perYear(Forecast forecast) {
        Unit unit = forecast.quantity().unit();
        if (unit != Unit.MONEY_PER_MONTH && unit != Unit.MONEY_PER_YEAR) {
            throw new IllegalArgumentException("The forecast is of " + forecast.quantity()
                    + " and not of a run rate. Maybe yearlyDeals(), if its amounts are those of a year.");
        }
        return unit == Unit.MONEY_PER_MONTH ? MONTHS : 1;
    }

    Optional<Forecast> forecast() {
        return Optional.ofNullable(forecast);
    }

    /** A year, in the worlds of a simulation, on top of what is booked. */
    Draws onTop(Draws drawn, double alreadyBooked) {
        Draws year = drawn.times(perYear);
        return booked == Booked.ON_TOP ? year : year.map(x -> Math.max(0, x - alreadyBooked));
    }

    @Override
    public String toString() {
        return forecast == null ? "no new business" : forecast.toString();
    }
}
