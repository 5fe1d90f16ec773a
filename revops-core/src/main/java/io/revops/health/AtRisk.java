package io.revops.health;

import io.revops.book.Invoice;
import io.revops.metric.Reading;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The customers that may leave, those worth the most first, and what they are worth together.
 *
 * <p>One reason is enough: its end is known, its health is red, a model says so, a bill is overdue, or a renewal is near while
 * it is not live or not green. It is a list of whom to call, ranked by what is at stake; who can be won over is another
 * question.
 */
public final class AtRisk {
    private static final Comparator<CustomerAtRisk> BY_WORTH = Comparator.comparing((CustomerAtRisk c) ->
                    c.arr().value().map(r -> r.perYear().amount()).orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(c -> c.health().account().value());

    private final LocalDate day;
    private final RiskRule rule;
    private final List<CustomerAtRisk> customers;

    private AtRisk(LocalDate day, RiskRule rule, List<CustomerAtRisk> customers) {
        this.day = day;
        this.rule = rule;
        this.customers = customers.stream().sorted(BY_WORTH).toList();
    }

    /** By the standard rule, without a model. */
    public static AtRisk of(HealthScores scores) {
        return of(scores, ChurnProbability.unknown());
    }

    /** By the standard rule, and what a model says. */
    public static AtRisk of(HealthScores scores, ChurnProbability churn) {
        return of(scores, churn, RiskRule.STANDARD);
    }

    /** By a rule, and what a model says. */
    public static AtRisk of(HealthScores scores, ChurnProbability churn, RiskRule rule) {
        List<CustomerAtRisk> found = new ArrayList<>();
        for (Customer customer : scores.customers().all()) {
            HealthScore health = scores.of(customer);
            OptionalDouble probability = checked(customer, churn.of(customer.id()));
            List<AtRiskReason> reasons = reasons(customer, health, probability, rule);
            if (!reasons.isEmpty()) {
                found.add(new CustomerAtRisk(health, probability, reasons));
            }
        }
        return new AtRisk(scores.customers().day(), rule, found);
    }

    private static OptionalDouble checked(Customer customer, OptionalDouble probability) {
        if (probability.isPresent() && !(probability.getAsDouble() >= 0 && probability.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("(" + customer.id() + ") leaves with the probability "
                    + probability.getAsDouble() + ". Maybe a share from 0 to 1, not in percent.");
        }
        return probability;
    }

    private static List<AtRiskReason> reasons(
            Customer customer, HealthScore health, OptionalDouble probability, RiskRule rule) {
        List<AtRiskReason> reasons = new ArrayList<>();
        customer.ends()
                .ifPresent(day -> reasons.add(new AtRiskReason(AtRiskReason.Kind.ENDING, "known to end on " + day)));
        if (health.band() == HealthBand.RED) {
            reasons.add(new AtRiskReason(AtRiskReason.Kind.HEALTH, health(health)));
        }
        if (probability.isPresent() && probability.getAsDouble() >= rule.probability()) {
            reasons.add(new AtRiskReason(
                    AtRiskReason.Kind.PROBABLE,
                    "leaves with a probability of " + Texts.percent(probability.getAsDouble())));
        }
        Optional<String> renewal = customer.renewal()
                .filter(day -> ChronoUnit.DAYS.between(customer.day(), day) <= rule.renewalDays())
                .map(day -> "renewal on " + day + ", in "
                        + Texts.count(ChronoUnit.DAYS.between(customer.day(), day), "day", "days"));
        if (renewal.isPresent() && !customer.isLive()) {
            reasons.add(new AtRiskReason(AtRiskReason.Kind.NOT_LIVE, "not live, " + renewal.get()));
        }
        overdue(customer, rule).ifPresent(reasons::add);
        if (renewal.isPresent() && customer.isLive() && health.band() != HealthBand.GREEN) {
            reasons.add(new AtRiskReason(AtRiskReason.Kind.RENEWAL, renewal.get()));
        }
        return reasons;
    }

    private static String health(HealthScore health) {
        if (health.override().isPresent()) {
            return "red, as " + health.override().get().by() + " says: "
                    + health.override().get().reason();
        }
        return "red for "
                + String.join(
                        " and ",
                        health.weakest(2).stream()
                                .map(s -> s.factor() + " (" + s.text() + ")")
                                .toList());
    }

    private static Optional<AtRiskReason> overdue(Customer customer, RiskRule rule) {
        List<Invoice> bills = customer.overdue();
        if (bills.isEmpty()) {
            return Optional.empty();
        }
        long days = customer.daysSince(bills.get(0).due().orElseThrow());
        return days < rule.overdueDays()
                ? Optional.empty()
                : Optional.of(new AtRiskReason(
                        AtRiskReason.Kind.OVERDUE,
                        Texts.count(bills.size(), "bill", "bills") + " overdue, the oldest ("
                                + bills.get(0).id() + ") for " + Texts.count(days, "day", "days")));
    }

    /** The day at whose end they were at risk. */
    public LocalDate day() {
        return day;
    }

    public RiskRule rule() {
        return rule;
    }

    /** Those at risk, the ones worth the most first. */
    public List<CustomerAtRisk> customers() {
        return customers;
    }

    /** Those that are there for a reason, perhaps among others. */
    public List<CustomerAtRisk> withReason(AtRiskReason.Kind kind) {
        return customers.stream()
                .filter(c -> c.reasons().stream().anyMatch(r -> r.kind() == kind))
                .toList();
    }

    /** What all of them are worth a year, each once, exact. */
    public Reading<RunRate> arr() {
        return RunRates.sum(customers.stream().map(CustomerAtRisk::arr).toList());
    }

    /** How many, what they are worth, and a line for each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(Texts.count(customers.size(), "customer", "customers"))
                .append(" at risk at the end of ")
                .append(day);
        if (!customers.isEmpty()) {
            text.append(", ").append(RunRates.print(arr()));
        }
        customers.forEach(customer -> text.append("\n  ").append(customer));
        return text.toString();
    }
}
