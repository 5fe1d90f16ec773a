package io.revops.sample;

import io.revops.sample.Subscription.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a success team sees of an account: uses, tickets, survey answers, failed payments, its champion.
 *
 * <p>An account's life is told by then, and not one byte of it is touched. What is seen in a month is drawn from a likelihood that
 * depends on what is to come: whether the account leaves within 90 days of the month's end. Where the two likelihoods are of one
 * family with natural parameters η₁ and η₀, the log-odds of leaving rise by exactly η₁ − η₀ with each unit of what was seen (Bayes),
 * so that what a model should find is known:
 *
 * <ul>
 *   <li>uses of the product (one of many is kept) are Poisson with mean {@value #USES} × the account's own level, which is log-normal
 *       with deviation {@value #LEVEL}; before leaving times exp(−{@value #USE}): log-odds −{@value #USE} for each use.
 *   <li>tickets are Poisson with mean {@value #TICKETS}, before leaving times exp({@value #TICKET}): log-odds +{@value #TICKET} for
 *       each ticket.
 *   <li>the champion leaves with odds of 1 to 99, before leaving times exp({@value #CHAMPION}).
 *   <li>an answer to the survey, asked every six months, is 7.6 + {@value #ANSWER_SPREAD} × a standard normal, less {@value #ANSWER}
 *       if the account leaves within 180 days, rounded and kept within 0 and 10.
 *   <li>payments fail by chance in 2 of 100 months whatever comes; and when the subscription is past due.
 * </ul>
 */
final class Telemetry {
    private static final double USES = 3.2;
    private static final double USE = 0.7;
    private static final double LEVEL = 0.3;
    private static final double TICKETS = 0.3;
    private static final double TICKET = 0.7;
    private static final double CHAMPION = 1.4;
    private static final double CHAMPION_LEAVES = 0.01;
    private static final double ANSWER = 1.5;
    private static final double ANSWER_SPREAD = 1.6;
    private static final double PAYMENT_FAILS = 0.02;
    private static final int AHEAD = 90;
    private static final int HALF_YEAR = 180;
    private static final int SURVEY_EVERY = 6;
    private static final List<String> METERS = List.of("logins", "reports", "api-calls");

    private final Story story;
    private final Window window;
    private final Draw draw;
    private final Fate fate;
    private final TelemetryFiles files;
    private final String customer;
    private int told;

    private Telemetry(Story story, Window window, Draw draw, Fate fate, TelemetryFiles files) {
        this.story = story;
        this.window = window;
        this.draw = draw;
        this.fate = fate;
        this.files = files;
        customer = story.account().customerId();
    }

    static void write(Story story, long seed, Window window, TelemetryFiles files) throws IOException {
        int number = story.account().number();
        Fate fate = Fate.of(story, window, Draw.of(seed, Draw.Purpose.FATE, number));
        Draw draw = Draw.of(seed, Draw.Purpose.TELEMETRY, number);
        new Telemetry(story, window, draw, fate, files).write();
    }

    private void write() throws IOException {
        for (Fate.Leaving leaving : fate.leavings()) {
            files.truth.line(
                    Csv.row(customer, leaving.on(), leaving.cause().name().toLowerCase(Locale.ROOT)));
        }
        double level = StrictMath.exp(LEVEL * draw.normal());
        int used = 0;
        List<LocalDate> champions = new ArrayList<>();
        for (int m = 0; m < window.months(); m++) {
            LocalDate month = window.start().plusMonths(m);
            List<LocalDate> days = month.datesUntil(month.plusMonths(1))
                    .filter(day -> Fate.uses(story, day))
                    .toList();
            if (!days.isEmpty()) {
                month(month, days, level, champions);
                if (used % SURVEY_EVERY == 2) {
                    survey(days.get(days.size() - 1));
                }
                used++;
            }
        }
        pastDue();
        contacts(champions);
    }

    /** What is drawn for a day on which nothing is in use did not happen. */
    private void month(LocalDate month, List<LocalDate> days, double level, List<LocalDate> champions)
            throws IOException {
        boolean leaves = leaves(month);
        int uses = poisson(USES * level * (leaves ? StrictMath.exp(-USE) : 1));
        List<LocalDate> used = new ArrayList<>();
        for (int i = 0; i < uses; i++) {
            used.add(day(month));
        }
        used.sort(Comparator.naturalOrder());
        for (LocalDate day : used) {
            String meter = METERS.get(draw.weighted(0.6, 0.25, 0.15));
            if (days.contains(day)) {
                files.usage.line(Csv.row(id("u", ++told), customer, day, meter));
            }
        }
        int tickets = poisson(TICKETS * (leaves ? StrictMath.exp(TICKET) : 1));
        for (int i = 0; i < tickets; i++) {
            ticket(day(month), days);
        }
        champion(day(month), leaves, champions);
        LocalDate fails = day(month);
        if (draw.chance(PAYMENT_FAILS) && days.contains(fails)) {
            pay(fails, "failed");
            pay(fails.plusDays(3), "succeeded");
        }
    }

    private LocalDate day(LocalDate month) {
        return month.plusDays(draw.between(0, month.lengthOfMonth() - 1));
    }

    private int poisson(double mean) {
        return draw.poisson(mean, StrictMath.exp(-mean));
    }

    /** Within 90 days of the month's end, or before that end. */
    private boolean leaves(LocalDate month) {
        LocalDate last = month.plusMonths(1).minusDays(1);
        return fate.leavesWithin(AHEAD + last.getDayOfMonth(), month.minusDays(1));
    }

    private void ticket(LocalDate day, List<LocalDate> days) throws IOException {
        String priority = draw.chance(0.2) ? "high" : "normal";
        LocalDate solved = day.plusDays(StrictMath.round(1 + 4 * draw.exponential()));
        if (days.contains(day)) {
            String id = id("t", ++told);
            files.tickets.line(Csv.row(id, day, customer, priority));
            files.statuses.line(Csv.row(id, day, "open"));
            if (solved.isBefore(window.end())) {
                files.statuses.line(Csv.row(id, solved, "solved"));
            }
        }
    }

    private void survey(LocalDate day) throws IOException {
        double mean = 7.6 - (fate.leavesWithin(HALF_YEAR, day) ? ANSWER : 0);
        double said = StrictMath.rint(mean + ANSWER_SPREAD * draw.normal());
        long score = StrictMath.round(StrictMath.max(0, StrictMath.min(10, said)));
        files.answers.line(Csv.row(id("n", ++told), day, "nps", score, customer));
    }

    private void champion(LocalDate day, boolean leaves, List<LocalDate> champions) {
        double odds = CHAMPION_LEAVES / (1 - CHAMPION_LEAVES) * (leaves ? StrictMath.exp(CHAMPION) : 1);
        boolean lost = draw.chance(odds / (1 + odds));
        boolean hasOne = champions.isEmpty()
                || !champions.get(champions.size() - 1).plusDays(HALF_YEAR).isAfter(day);
        if (lost && hasOne) {
            champions.add(day);
        }
    }

    /** The first is there from the beginning; when one leaves, the next is found two months later. */
    private void contacts(List<LocalDate> lost) throws IOException {
        if (story.lives().isEmpty()) {
            return;
        }
        LocalDate since = Times.date(story.lives().get(0).start());
        for (int i = 0; i <= lost.size(); i++) {
            if (since.isBefore(window.end())) {
                files.contacts.line(Csv.row(
                        id("c", i + 1),
                        customer,
                        Names.person((story.account().number() * 3 + i) % 5_000),
                        "champion",
                        since,
                        i < lost.size() ? lost.get(i) : null));
            }
            since = i < lost.size() ? lost.get(i).plusMonths(2) : since;
        }
    }

    /** Every seven days while it is past due a payment is tried again; the last time it works if the subscription goes on. */
    private void pastDue() throws IOException {
        for (Life life : story.lives()) {
            for (int i = 0; i < life.changes().size(); i++) {
                Life.Change change = life.changes().get(i);
                if (change.after().status() != Status.PAST_DUE) {
                    continue;
                }
                boolean isLast = i + 1 == life.changes().size();
                Instant until =
                        isLast ? window.endInstant() : life.changes().get(i + 1).at();
                for (Instant at = change.at(); at.isBefore(until); at = Times.plusDays(at, 7)) {
                    pay(Times.date(at), "failed");
                }
                if (!isLast && life.changes().get(i + 1).after().status() == Status.ACTIVE) {
                    pay(Times.date(until), "succeeded");
                }
            }
        }
    }

    private void pay(LocalDate day, String outcome) throws IOException {
        if (day.isBefore(window.end())) {
            files.payments.line(Csv.row(
                    id("p", ++told), customer, day, bill(day), story.account().currency(), outcome));
        }
    }

    /** A month of what is paid for a year, in whole units. */
    private BigDecimal bill(LocalDate day) {
        BigDecimal year = BigDecimal.ZERO;
        for (Life life : story.lives()) {
            for (Life.Change change : life.changes()) {
                if (!Times.date(change.at()).isAfter(day)) {
                    year = change.after().perYear(change.at());
                }
            }
        }
        return year.divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP);
    }

    private String id(String kind, int number) {
        return kind + story.account().number() + "-" + number;
    }
}
