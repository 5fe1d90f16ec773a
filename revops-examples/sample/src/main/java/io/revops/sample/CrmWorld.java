package io.revops.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is true of a company that sells: every number that {@link CrmCompany} draws from, so that what a method learns from its
 * rows can be held against it.
 *
 * <p>A day's chance of being won is 1 − exp(−hazard), and likewise of being lost, both competing for the same day. The hazard of
 * winning is that of the deal's market × its stage's factor × its age's factor × the calendar's factor × the month's shock; that of
 * losing is the market's × its stage's × its age's. The number of deals created in a day is Poisson with the market's rate × the
 * calendar's factor of the month × growth.
 *
 * @param start the first day, on which there is no deal yet
 * @param years how long it is told
 * @param markets what is sold to whom
 * @param progress how open deals move through the stages and what stage and age do to their hazards
 * @param calendar what the time of the year does
 * @param dates how close dates are set and pushed
 * @param team who sells, and how they report
 * @param shock the standard deviation of the logarithm of a factor that all deals' winning shares in a month, and whose mean is 1;
 *     0 for none
 */
public record CrmWorld(
        LocalDate start,
        int years,
        List<CrmMarket> markets,
        CrmProgress progress,
        CrmCalendar calendar,
        CrmCloseDates dates,
        CrmTeam team,
        double shock) {
    private static final int MOST_YEARS = 20;

    public CrmWorld {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(team, "team");
        markets = List.copyOf(markets);
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException("There are " + years + " years. Maybe 1 to " + MOST_YEARS + ".");
        }
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("There is no market. Maybe those of CrmMarket.standard().");
        }
        if (start.getDayOfMonth() != 1) {
            throw new IllegalArgumentException("The first day is " + start + ". Maybe the first of a month.");
        }
        if (!(shock >= 0 && shock <= 1)) {
            throw new IllegalArgumentException("The shock is " + shock + ". Maybe 0.15, and at most 1.");
        }
    }

    /** Three years of about 3,000 deals: six markets, strong ends of quarters, honest sellers, and a shock of 15 % a month. */
    public static CrmWorld standard() {
        return new CrmWorld(
                LocalDate.of(2022, 1, 1),
                3,
                CrmMarket.standard(),
                CrmProgress.standard(),
                CrmCalendar.standard(),
                CrmCloseDates.standard(),
                CrmTeam.standard(),
                0.15);
    }

    /** The same hazards on every day, in every stage, at every age, and nothing that deals share: what theory is easiest for. */
    public static CrmWorld stationary() {
        return standard()
                .with(CrmProgress.withoutEffect())
                .with(CrmCalendar.even())
                .withShock(0);
    }

    public CrmWorld with(List<CrmMarket> option) {
        return new CrmWorld(start, years, option, progress, calendar, dates, team, shock);
    }

    public CrmWorld with(CrmProgress option) {
        return new CrmWorld(start, years, markets, option, calendar, dates, team, shock);
    }

    public CrmWorld with(CrmCalendar option) {
        return new CrmWorld(start, years, markets, progress, option, dates, team, shock);
    }

    public CrmWorld with(CrmCloseDates option) {
        return new CrmWorld(start, years, markets, progress, calendar, option, team, shock);
    }

    public CrmWorld with(CrmTeam option) {
        return new CrmWorld(start, years, markets, progress, calendar, dates, option, shock);
    }

    public CrmWorld withShock(double option) {
        return new CrmWorld(start, years, markets, progress, calendar, dates, team, option);
    }

    /** The same world for so many years from a day on, the first of a month. */
    public CrmWorld during(LocalDate first, int howManyYears) {
        return new CrmWorld(first, howManyYears, markets, progress, calendar, dates, team, shock);
    }

    /** The day after the last. */
    public LocalDate end() {
        return start.plusYears(years);
    }

    /** One company of this world; the same seed gives the same rows, on every machine. */
    public CrmCompany company(long seed) {
        return CrmCompany.of(this, seed);
    }
}
