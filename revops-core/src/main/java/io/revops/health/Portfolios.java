package io.revops.health;

import io.revops.book.Dimension;
import io.revops.metric.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who looks after which customers, and how much that is: one portfolio for each owner, in the order of names. */
public final class Portfolios {
    private final LocalDate day;
    private final int renewalDays;
    private final List<Portfolio> all;

    private Portfolios(LocalDate day, int renewalDays, List<Portfolio> all) {
        this.day = day;
        this.renewalDays = renewalDays;
        this.all = List.copyOf(all);
    }

    /** By the owner of the account, with renewals within ninety days. */
    public static Portfolios of(HealthScores scores) {
        return of(scores, Dimension.OWNER, RiskRule.STANDARD.renewalDays());
    }

    /** By another attribute of accounts (the success manager, if the CRM has one), with renewals within so many days. */
    public static Portfolios of(HealthScores scores, Dimension owner, int renewalDays) {
        Map<String, List<Customer>> byOwner = new TreeMap<>();
        scores.customers()
                .all()
                .forEach(customer -> byOwner.computeIfAbsent(customer.value(owner), o -> new ArrayList<>())
                        .add(customer));
        List<Portfolio> all = new ArrayList<>();
        byOwner.forEach((name, customers) -> all.add(portfolio(name, customers, scores, renewalDays)));
        return new Portfolios(scores.customers().day(), renewalDays, all);
    }

    private static Portfolio portfolio(String owner, List<Customer> customers, HealthScores scores, int renewalDays) {
        List<HealthScore> own = customers.stream().map(scores::of).toList();
        List<Portfolio.Renewal> renewals = new ArrayList<>();
        for (Customer customer : customers) {
            customer.renewal()
                    .filter(day -> ChronoUnit.DAYS.between(customer.day(), day) <= renewalDays)
                    .ifPresent(day -> renewals.add(new Portfolio.Renewal(scores.of(customer), day)));
        }
        renewals.sort(Comparator.comparing(Portfolio.Renewal::day)
                .thenComparing(r -> r.health().account().value()));
        int tickets = customers.stream().mapToInt(c -> c.openTickets().size()).sum();
        return new Portfolio(owner, own, HealthMix.of(scores.customers().day(), own), renewals, tickets);
    }

    /** The day at whose end it was so. */
    public LocalDate day() {
        return day;
    }

    /** How near a renewal has to be to be listed. */
    public int renewalDays() {
        return renewalDays;
    }

    public List<Portfolio> all() {
        return all;
    }

    /**
     * The portfolio of an owner.
     *
     * @throws IllegalArgumentException if nobody of that name looks after a customer
     */
    public Portfolio of(String owner) {
        return all.stream()
                .filter(p -> p.owner().equals(owner))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Nobody looks after customers as (" + owner + "). Maybe one of "
                                + all.stream().map(Portfolio::owner).toList() + "."));
    }

    /** A line for each owner. */
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("owner", "customers", "a year", "red", "yellow", "green", "unknown", "renewing", "tickets"));
        for (Portfolio p : all) {
            List<String> line = new ArrayList<>(List.of(p.owner(), String.valueOf(p.customers())));
            line.add(p.arr().value().map(Unit.MONEY_PER_YEAR::print).orElse(""));
            p.mix().bands().forEach(share -> line.add(String.valueOf(share.customers())));
            line.add(String.valueOf(p.renewals().size()));
            line.add(String.valueOf(p.openTickets()));
            lines.add(line);
        }
        return "Portfolios at the end of " + day + ", renewals within " + renewalDays + " days"
                + Texts.columns(lines, 1, 2, 3, 4, 5, 6, 7, 8);
    }
}
