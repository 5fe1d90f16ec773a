package io.revops.health;

import io.revops.book.Activity;
import io.revops.book.FactId;
import io.revops.book.Invoice;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.UsageEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The factors of the standard scorecard. Each is missing where its source was not loaded, and never good by being absent. */
final class StandardFactors {
    private static final int MONTH = 28;
    private static final int YEAR = 365;

    private StandardFactors() {}

    static List<HealthFactor> all() {
        return List.of(
                HealthFactor.finding("usage", 20, Scale.rising(0, 16), StandardFactors::activeDays),
                HealthFactor.finding(
                        "usage trend", 15, Scale.from(0.5, 0).to(1, 0.8).to(1.25, 1), StandardFactors::usageTrend),
                HealthFactor.finding("adoption", 10, Scale.rising(0, 0.75), StandardFactors::adoption),
                HealthFactor.finding("seats used", 15, Scale.rising(0.2, 0.8), StandardFactors::seatsUsed),
                HealthFactor.finding(
                        "tickets", 10, Scale.from(2, 1).to(14, 0.5).to(45, 0), StandardFactors::oldestTicket),
                HealthFactor.finding("sentiment", 10, Scale.SHARE, StandardFactors::sentiment),
                HealthFactor.finding("payment", 10, Scale.from(0, 1).to(30, 0.4).to(60, 0), StandardFactors::payment),
                HealthFactor.finding("engagement", 10, Scale.falling(30, 180), StandardFactors::lastContact));
    }

    private static HealthFinding activeDays(Customer customer) {
        if (!customer.among().knows(UsageEvent.class)) {
            return HealthFinding.missing("no usage is known of anybody");
        }
        List<UsageEvent> events = customer.usage(MONTH);
        Set<LocalDate> days = new TreeSet<>();
        events.forEach(event -> days.add(event.at().date(customer.zone())));
        return HealthFinding.of(
                days.size(), "active on " + days.size() + " of the last " + MONTH + " days", Texts.last(events));
    }

    /** Events, not quantities: gigabytes and logins do not add. */
    private static HealthFinding usageTrend(Customer customer) {
        List<UsageEvent> all = customer.usage(3 * MONTH);
        List<UsageEvent> now = customer.usage(MONTH);
        int before = all.size() - now.size();
        if (before == 0) {
            return HealthFinding.missing("nothing was used in the " + 2 * MONTH + " days before the last " + MONTH);
        }
        double ratio = now.size() / (before / 2.0);
        return HealthFinding.of(
                ratio,
                Texts.count(now.size(), "use", "uses") + " in the last " + MONTH + " days, " + Texts.percent(ratio)
                        + " of the " + Texts.number(before / 2.0) + " before",
                Texts.last(now));
    }

    private static HealthFinding adoption(Customer customer) {
        int available = customer.among().meters().size();
        if (available < 2) {
            return HealthFinding.missing(
                    available == 0
                            ? "no usage is known of anybody"
                            : "only one thing is counted, so nothing is spread");
        }
        Set<String> used = new TreeSet<>();
        customer.usage(MONTH).forEach(event -> used.add(event.meter()));
        return HealthFinding.of(
                (double) used.size() / available,
                used.size() + " of " + available + " features in the last " + MONTH + " days");
    }

    private static HealthFinding seatsUsed(Customer customer) {
        BigDecimal seats = customer.seats();
        if (seats.signum() <= 0) {
            return HealthFinding.missing("it bought no seats");
        }
        if (customer.all(UsageEvent.class).stream()
                .noneMatch(event -> event.user().isPresent())) {
            return HealthFinding.missing("no user of it is known");
        }
        int users = customer.users(MONTH).size();
        return HealthFinding.of(
                users / seats.doubleValue(),
                users + " of " + seats.stripTrailingZeros().toPlainString() + " seats in the last " + MONTH + " days");
    }

    private static HealthFinding oldestTicket(Customer customer) {
        if (!customer.among().knows(SupportTicket.class)) {
            return HealthFinding.missing("no ticket is known of anybody");
        }
        List<SupportTicket> open = customer.openTickets();
        if (open.isEmpty()) {
            return HealthFinding.of(0, "no open ticket");
        }
        long days = customer.daysSince(open.get(0).opened());
        return HealthFinding.of(
                (double) days,
                Texts.count(open.size(), "open ticket", "open tickets") + ", the oldest for "
                        + Texts.count(days, "day", "days"),
                Texts.last(open));
    }

    /** The latest answer of each person and question, on a scale from 0 to 1, in the mean. */
    private static HealthFinding sentiment(Customer customer) {
        record Asked(FactId by, SurveyKind question) {}
        Map<Asked, SurveyAnswer> latest = new LinkedHashMap<>();
        List<SurveyAnswer> odd = new ArrayList<>();
        for (SurveyAnswer answer : customer.answers(YEAR)) {
            double worth = worth(answer);
            if (worth < 0 || worth > 1) {
                odd.add(answer);
            } else {
                FactId by = answer.contact().isPresent() ? answer.contact().get() : answer.id();
                latest.put(new Asked(by, answer.kind()), answer);
            }
        }
        if (latest.isEmpty()) {
            return HealthFinding.missing(
                    odd.isEmpty()
                            ? "no survey was answered in " + YEAR + " days"
                            : "an answer is off its scale (" + odd.get(0).kind() + " "
                                    + odd.get(0).score().toPlainString() + ")");
        }
        Collection<SurveyAnswer> counted = latest.values();
        double mean = counted.stream().mapToDouble(StandardFactors::worth).sum() / counted.size();
        return HealthFinding.of(
                mean,
                Texts.count(counted.size(), "answer", "answers") + " in " + YEAR + " days, " + Texts.percent(mean)
                        + " of the best"
                        + (odd.isEmpty() ? "" : ", " + odd.size() + " off its scale left out"),
                Texts.last(List.copyOf(counted)));
    }

    /** Recommending from 0 to 10, satisfaction from 1 to 5, ease from 1 to 7. */
    private static double worth(SurveyAnswer answer) {
        double score = answer.score().doubleValue();
        return switch (answer.kind()) {
            case NPS -> score / 10;
            case CSAT -> (score - 1) / 4;
            case CES -> (score - 1) / 6;
        };
    }

    /** How long money has been due and did not come: the oldest overdue bill, or failure since which nothing was paid. */
    private static HealthFinding payment(Customer customer) {
        if (!customer.among().knows(Invoice.class) && !customer.among().knows(Payment.class)) {
            return HealthFinding.missing("no bill and no payment is known of anybody");
        }
        List<FactId> facts = new ArrayList<>();
        List<Invoice> overdue = customer.overdue();
        long late =
                overdue.isEmpty() ? 0 : customer.daysSince(overdue.get(0).due().orElseThrow());
        String text = overdue.isEmpty()
                ? "nothing overdue"
                : Texts.count(overdue.size(), "bill", "bills") + " overdue, the oldest for "
                        + Texts.count(late, "day", "days");
        facts.addAll(Texts.last(overdue));
        List<Payment> failed = failedSincePaid(customer);
        if (!failed.isEmpty()) {
            long since = customer.daysSince(failed.get(0).at());
            late = Math.max(late, since);
            text += ", " + Texts.count(failed.size(), "payment", "payments") + " failed since "
                    + Texts.count(since, "day", "days");
            facts.addAll(Texts.last(failed));
        }
        return HealthFinding.of((double) late, text, facts);
    }

    private static List<Payment> failedSincePaid(Customer customer) {
        List<Payment> failed = new ArrayList<>();
        for (Payment payment : customer.payments(YEAR)) {
            if (payment.outcome() == PaymentOutcome.SUCCEEDED) {
                failed.clear();
            } else if (payment.outcome() == PaymentOutcome.FAILED) {
                failed.add(payment);
            }
        }
        return failed;
    }

    private static HealthFinding lastContact(Customer customer) {
        if (!customer.among().knows(Activity.class)) {
            return HealthFinding.missing("no activity is known of anybody");
        }
        List<Activity> done = customer.all(Activity.class);
        if (done.isEmpty()) {
            return HealthFinding.of(YEAR, "nobody ever spoke with them");
        }
        Activity last = done.get(done.size() - 1);
        long days = customer.daysSince(last.at());
        return HealthFinding.of(
                (double) days,
                last.kind().orElse("activity") + " " + Texts.count(days, "day", "days") + " ago",
                List.of(last.id()));
    }
}
