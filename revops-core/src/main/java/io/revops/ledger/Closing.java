package io.revops.ledger;

import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which periods are closed: what is recorded after the books of a period were closed no longer changes it, but is posted to the
 * first day that was still open, as what it changed by then.
 *
 * <p>The closes are written down one by one, like the acts they are, so that a ledger built next year still shows every closed
 * month as it was reported. What nobody wrote the recording of counts as known when it took effect, and is never late;
 * rows of periods, which have no recordings, give the same ledger whatever is closed. Each close costs as much as one more ledger.
 *
 * @param closes in order, each through a later day than the one before; none: what is recorded late changes the past
 */
public record Closing(List<Close> closes) implements PolicyOption {
    /** Nothing is ever closed: what is recorded late changes the month in which it took effect. */
    public static final Closing RESTATE = new Closing(List.of());

    private static final String POST_TO_OPEN = "POST_TO_OPEN";

    /**
     * One close of the books.
     *
     * @param through the last day that it closes
     * @param on the day at whose end they were closed: what was recorded later is late
     */
    public record Close(LocalDate through, LocalDate on) {
        public Close {
            if (on.isBefore(through)) {
                throw new IllegalArgumentException("The books through " + through + " were closed on " + on
                        + ", before that day was over. Maybe on " + through + " or later.");
            }
        }

        /** The first instant that is open. */
        Instant opens(ZoneId zone) {
            return through.plusDays(1).atStartOfDay(zone).toInstant();
        }

        /** The last instant at which a recording was still in time. */
        Instant known(ZoneId zone) {
            return on.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        }

        String code() {
            return through.equals(on) ? through.toString() : through + "@" + on;
        }
    }

    public Closing {
        closes = List.copyOf(closes);
        for (int i = 1; i < closes.size(); i++) {
            Close before = closes.get(i - 1);
            Close next = closes.get(i);
            if (!next.through().isAfter(before.through()) || next.on().isBefore(before.on())) {
                throw new IllegalArgumentException(
                        "The books through " + next.through() + " were closed on " + next.on()
                                + ", and those through " + before.through() + " on " + before.on()
                                + ". Maybe name the closes in their order, each once.");
            }
        }
    }

    /** What is recorded late changes the month in which it took effect. */
    public static Closing restate() {
        return RESTATE;
    }

    /** The books were closed through a day, at its end. */
    public static Closing postToOpen(LocalDate booksClosedThrough) {
        return RESTATE.then(booksClosedThrough, booksClosedThrough);
    }

    /**
     * Every month of a span was closed, each so many days after it ended.
     *
     * @param daysAfter 0: at the end of its last day
     */
    public static Closing monthly(Span months, int daysAfter) {
        OptionCodes.atLeast(0, daysAfter, "A close after the month", "days");
        List<Close> closes = new ArrayList<>();
        for (Span month : months.months()) {
            LocalDate last = month.to().minusDays(1);
            closes.add(new Close(last, last.plusDays(daysAfter)));
        }
        return new Closing(closes);
    }

    /** The same, and later closed through another day, at the end of a day: what was closed before stays as it is. */
    public Closing then(LocalDate booksClosedThrough, LocalDate on) {
        List<Close> more = new ArrayList<>(closes);
        more.add(new Close(booksClosedThrough, on));
        return new Closing(more);
    }

    /** Whether anything is closed. */
    public boolean closesAnything() {
        return !closes.isEmpty();
    }

    static Closing parse(String code) {
        String[] words = code.strip().split("[ ,]+", -1);
        if (words.length == 1 && words[0].equalsIgnoreCase("RESTATE")) {
            return RESTATE;
        }
        if (words.length == 1 || !words[0].equalsIgnoreCase(POST_TO_OPEN)) {
            throw new IllegalArgumentException("The option closed periods has no choice (" + code
                    + "). Maybe RESTATE, or POST_TO_OPEN 2025-01-31 2025-02-28@2025-03-05.");
        }
        Closing closing = RESTATE;
        for (int i = 1; i < words.length; i++) {
            String[] days = words[i].split("@", 2);
            closing = closing.then(OptionCodes.day(days[0]), OptionCodes.day(days[days.length - 1]));
        }
        return closing;
    }

    @Override
    public String option() {
        return "closed periods";
    }

    @Override
    public String says() {
        return closes.isEmpty()
                ? "none"
                : "closed through " + closes.get(closes.size() - 1).through()
                        + ", what is recorded late is posted to the first open day";
    }

    @Override
    public String code() {
        return closes.isEmpty()
                ? "RESTATE"
                : POST_TO_OPEN + closes.stream().map(c -> " " + c.code()).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return code();
    }
}
