package io.revops.health;

import io.revops.metric.Reading;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The customers that may buy more: seats near the limit, use above the plan, or a new team, while health is green, no risk was
 * signalled and no end is known. Those with the most signals come first, then those worth the most.
 */
public final class ExpansionReady {
    private static final Set<SignalKind> GROWTH =
            EnumSet.of(SignalKind.SEATS_NEAR_LIMIT, SignalKind.USAGE_ABOVE_PLAN, SignalKind.NEW_TEAM);
    private static final Comparator<ReadyCustomer> ORDER = Comparator.comparing(
                    (ReadyCustomer c) -> -c.signals().size())
            .thenComparing(
                    c -> c.health().arr().value().map(r -> r.perYear().amount()).orElse(BigDecimal.ZERO),
                    Comparator.reverseOrder())
            .thenComparing(c -> c.health().account().value());

    private final LocalDate day;
    private final List<ReadyCustomer> customers;

    private ExpansionReady(LocalDate day, List<ReadyCustomer> customers) {
        this.day = day;
        this.customers = customers.stream().sorted(ORDER).toList();
    }

    /** With the standard signals. */
    public static ExpansionReady of(HealthScores scores) {
        return of(scores, Signals.standard());
    }

    /** With signals of one's own rules. */
    public static ExpansionReady of(HealthScores scores, Signals signals) {
        List<ReadyCustomer> ready = new ArrayList<>();
        for (Customer customer : scores.customers().all()) {
            HealthScore health = scores.of(customer);
            if (health.band() != HealthBand.GREEN || customer.ends().isPresent()) {
                continue;
            }
            List<Signal> found = signals.in(customer);
            List<Signal> growth =
                    found.stream().filter(s -> GROWTH.contains(s.kind())).toList();
            if (!growth.isEmpty() && found.stream().noneMatch(s -> s.meaning() == Signal.Meaning.RISK)) {
                ready.add(new ReadyCustomer(health, growth));
            }
        }
        return new ExpansionReady(scores.customers().day(), ready);
    }

    /** The day at whose end they were ready. */
    public LocalDate day() {
        return day;
    }

    public List<ReadyCustomer> customers() {
        return customers;
    }

    /** What they are worth a year now. */
    public Reading<RunRate> arr() {
        return RunRates.sum(customers.stream().map(c -> c.health().arr()).toList());
    }

    /** How many, and a line for each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(Texts.count(customers.size(), "customer", "customers"))
                .append(" ready to grow at the end of ")
                .append(day);
        customers.forEach(customer -> text.append("\n  ").append(customer));
        return text.toString();
    }
}
