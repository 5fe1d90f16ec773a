package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The levels of what the hazards depend on, and where a deal stands on a day. */
final class HazardLevels {
    /** What the hazards depend on, each with a multiplier for each of its levels. */
    enum Factor {
        AGE,
        SEGMENT,
        STAGE,
        CLOSE_DATE,
        AMOUNT,
        DAY_OF_MONTH,
        MONTH_OF_QUARTER,
        QUARTER_OF_YEAR,
        CATEGORY;

        private static final List<Factor> ALL = List.of(values());

        /** Its place among all of them. */
        int place() {
            return ALL.indexOf(this);
        }

        static Factor at(int place) {
            return ALL.get(place);
        }
    }

    static final int FACTORS = Factor.values().length;

    private static final List<ForecastCategory> CATEGORIES = List.of(ForecastCategory.values());

    /** Those that change from day to day whatever is written of a deal. */
    static final List<Factor> TIME =
            List.of(Factor.AGE, Factor.DAY_OF_MONTH, Factor.MONTH_OF_QUARTER, Factor.QUARTER_OF_YEAR);

    /** The first day of each age; the day on which a deal is opened is an age of its own, {@link #OPENING}. */
    private static final int[] AGES = {0, 1, 4, 8, 15, 22, 31, 46, 61, 76, 91, 121, 151, 181, 271, 366};

    /** The level of the day on which a deal is opened: what is won then was often written down only once it was won. */
    static final int OPENING = 0;

    /** The first day until the stated close date of each level after that of none; below the first it is long overdue. */
    private static final int[] TO_CLOSE = {-30, 0, 8, 15, 31, 61, 91};

    /** So many sizes of deals, each twice the one before. */
    private static final int AMOUNTS = 27;

    private static final int[] DAYS = {1, 8, 16, 24};
    private static final int[] AGE_OF = ageOf();

    final int[] sizes;
    private final int[] calendar;
    private final int calendarFrom;

    /** For a table without categories, over days that begin at one. */
    HazardLevels(int segments, int stages, int fromDay, int toDay) {
        this(segments, stages, 1, fromDay, toDay);
    }

    /** For a table with so many levels of category. */
    HazardLevels(int segments, int stages, int categories, int fromDay, int toDay) {
        sizes = sizes(segments, stages, categories);
        calendarFrom = fromDay;
        calendar = new int[Math.max(0, toDay - fromDay)];
        for (int t = 0; t < calendar.length; t++) {
            calendar[t] = calendarOf(LocalDate.ofEpochDay(fromDay + t));
        }
    }

    /** How many levels each factor has. */
    static int[] sizes(int segments, int stages, int categories) {
        return new int[] {
            AGES.length, segments + 1, stages + 2, TO_CLOSE.length + 2, AMOUNTS + 1, DAYS.length, 3, 4, categories
        };
    }

    private static int[] ageOf() {
        int[] of = new int[AGES[AGES.length - 1] + 1];
        for (int age = 0, bin = 0; age < of.length; age++) {
            if (bin + 1 < AGES.length && AGES[bin + 1] <= age) {
                bin++;
            }
            of[age] = bin;
        }
        return of;
    }

    static int age(int days) {
        return AGE_OF[Math.min(Math.max(days, 0), AGE_OF.length - 1)];
    }

    /** 0 for no close date, else 1 and on from long overdue to far away. */
    static int toClose(int closeDate, int day) {
        if (closeDate == Integer.MIN_VALUE) {
            return 0;
        }
        int days = closeDate - day;
        int level = 1;
        for (int begin : TO_CLOSE) {
            if (days >= begin) {
                level++;
            }
        }
        return level;
    }

    /** 0 for no amount, else 1 and on: below 4, below 8, below 16 ... */
    static int amount(double amount) {
        if (amount <= 0) {
            return 0;
        }
        int level = 1;
        for (double limit = 4; amount >= limit && level < AMOUNTS; limit *= 2) {
            level++;
        }
        return level;
    }

    /** How many levels of category there are, that of none among them. */
    static int categories() {
        return 1 + CATEGORIES.size();
    }

    /** 0 for no category. */
    static int category(Optional<ForecastCategory> category) {
        return category.map(c -> 1 + CATEGORIES.indexOf(c)).orElse(0);
    }

    private static int calendarOf(LocalDate date) {
        int day = 0;
        while (day + 1 < DAYS.length && DAYS[day + 1] <= date.getDayOfMonth()) {
            day++;
        }
        int month = date.getMonthValue() - 1;
        return (day * 3 + month % 3) * 4 + month / 3;
    }

    /** The place of a day in month, quarter and year, as one number; see {@link #levels}. */
    int calendar(int epochDay) {
        int t = epochDay - calendarFrom;
        return t >= 0 && t < calendar.length ? calendar[t] : calendarOf(LocalDate.ofEpochDay(epochDay));
    }

    int calendars() {
        return DAYS.length * 3 * 4;
    }

    /** One number for a place of everything. */
    int key(int age, int segment, int stage, int toClose, int amount, int category, int calendar) {
        int known = ((age * sizes[1] + segment) * sizes[2] + stage) * sizes[3] + toClose;
        return ((known * sizes[4] + amount) * sizes[8] + category) * calendars() + calendar;
    }

    /** How many places there are but for age and calendar. */
    int groups() {
        return sizes[1] * sizes[2] * sizes[3] * sizes[4] * sizes[8];
    }

    /** The place of a key but for its age and calendar. */
    int group(int key) {
        return key / calendars() % groups();
    }

    /** The age and the calendar of a key, as one number below {@link #times}. */
    int time(int key) {
        return key / calendars() / groups() * calendars() + key % calendars();
    }

    int times() {
        return sizes[0] * calendars();
    }

    /** 0 for each level of each factor. */
    double[][] zeros() {
        double[][] zeros = new double[FACTORS][];
        Arrays.setAll(zeros, f -> new double[sizes[f]]);
        return zeros;
    }

    /** The level of each factor that a key stands for. */
    byte[] levels(int key) {
        byte[] levels = new byte[FACTORS];
        int rest = key;
        levels[7] = (byte) (rest % 4);
        rest /= 4;
        levels[6] = (byte) (rest % 3);
        rest /= 3;
        levels[5] = (byte) (rest % DAYS.length);
        rest /= DAYS.length;
        levels[8] = (byte) (rest % sizes[8]);
        rest /= sizes[8];
        levels[4] = (byte) (rest % sizes[4]);
        rest /= sizes[4];
        levels[3] = (byte) (rest % sizes[3]);
        rest /= sizes[3];
        levels[2] = (byte) (rest % sizes[2]);
        rest /= sizes[2];
        levels[1] = (byte) (rest % sizes[1]);
        levels[0] = (byte) (rest / sizes[1]);
        return levels;
    }

    static double calendarFactor(double[][] multipliers, int calendar) {
        return multipliers[5][calendar / 12] * multipliers[6][calendar / 4 % 3] * multipliers[7][calendar % 4];
    }

    /** What a level is called. */
    static List<String> names(Factor factor, List<String> segments, List<String> stages) {
        return switch (factor) {
            case AGE -> ranges(AGES, "days old");
            case SEGMENT -> with(segments, "any other");
            case STAGE -> {
                List<String> names = new ArrayList<>(List.of("no stage"));
                names.addAll(with(stages, "any other"));
                yield List.copyOf(names);
            }
            case CLOSE_DATE -> {
                List<String> names = new ArrayList<>(List.of("no close date", "overdue by more than 30 days"));
                names.addAll(ranges(TO_CLOSE, "days to the close date"));
                yield List.copyOf(names);
            }
            case AMOUNT -> {
                List<String> names = new ArrayList<>(List.of("no amount", "amount below 4"));
                long limit = 4;
                for (int level = 2; level <= AMOUNTS; level++) {
                    names.add("amount from " + limit);
                    limit *= 2;
                }
                yield List.copyOf(names);
            }
            case DAY_OF_MONTH -> ranges(DAYS, "of the month");
            case MONTH_OF_QUARTER -> List.of("first month", "second month", "third month");
            case QUARTER_OF_YEAR -> List.of("Q1", "Q2", "Q3", "Q4");
            case CATEGORY -> {
                List<String> names = new ArrayList<>(List.of("no category"));
                for (ForecastCategory category : ForecastCategory.values()) {
                    names.add("category "
                            + category.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                }
                yield List.copyOf(names);
            }
        };
    }

    private static List<String> with(List<String> names, String more) {
        List<String> all = new ArrayList<>(names);
        all.add(more);
        return List.copyOf(all);
    }

    private static List<String> ranges(int[] begins, String what) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < begins.length; i++) {
            names.add(
                    i + 1 < begins.length
                            ? begins[i] + " to " + (begins[i + 1] - 1) + " " + what
                            : begins[i] + " and more " + what);
        }
        return List.copyOf(names);
    }

    static int[] ages() {
        return Arrays.copyOf(AGES, AGES.length);
    }
}
