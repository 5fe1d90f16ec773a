package io.revops.health;

import static io.revops.health.Signal.Meaning.OPPORTUNITY;
import static io.revops.health.Signal.Meaning.RISK;

import io.revops.book.Contact;
import io.revops.book.FactId;
import io.revops.book.UsageEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for what happened to customers lately that endangers or helps.
 *
 * <p>People are looked at over the last 30 days, use over the last seven against the customer's own weeks before
 * ({@link UsageRule}), seats and plan over the last 30. A signal is an occasion to ask, not a finding.
 */
public final class Signals {
    private static final int RECENT = 30;
    private static final Set<String> ADMINISTRATORS = Set.of("admin", "administrator", "champion", "owner");
    private static final double NEAR = 0.9;
    private static final int FEW_SEATS = 5;
    private static final int TEAM = 5;
    private static final double TEAM_SHARE = 0.25;

    private final UsageRule rule;
    private final PlanAllowance allowance;

    private Signals(UsageRule rule, PlanAllowance allowance) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.allowance = Objects.requireNonNull(allowance, "allowance");
    }

    /** The standard rule for usage, and plans as the attributes of subscriptions say. */
    public static Signals standard() {
        return new Signals(UsageRule.STANDARD, PlanAllowance.ofAttributes());
    }

    /** With another rule for usage. */
    public Signals with(UsageRule other) {
        return new Signals(other, allowance);
    }

    /** With another way to know what a plan includes. */
    public Signals with(PlanAllowance other) {
        return new Signals(rule, other);
    }

    /** The signals of all customers: risks first, then by customer and kind. */
    public List<Signal> in(Customers customers) {
        return customers.all().stream()
                .flatMap(customer -> in(customer).stream())
                .sorted(Comparator.comparing(Signal::meaning))
                .toList();
    }

    /** The signals of one customer, by kind, then day. */
    public List<Signal> in(Customer customer) {
        List<Signal> found = new ArrayList<>();
        people(customer, found);
        usage(customer, found);
        seats(customer, found);
        plan(customer, found);
        team(customer, found);
        found.sort(Comparator.comparing(Signal::kind).thenComparing(Signal::day).thenComparing(Signal::text));
        return List.copyOf(found);
    }

    private static void people(Customer customer, List<Signal> found) {
        LocalDate from = customer.firstOfLast(RECENT);
        List<Contact> administrators =
                customer.contacts().stream().filter(Signals::isAdministrator).toList();
        List<Contact> there =
                administrators.stream().filter(c -> c.left().isEmpty()).toList();
        for (Contact person : administrators) {
            person.left()
                    .map(m -> m.date(customer.zone()))
                    .filter(d -> !d.isBefore(from))
                    .ifPresent(day -> found.add(Signal.of(
                            SignalKind.ADMIN_LEFT, RISK, customer, day, left(person, there), List.of(person.id()))));
            person.created()
                    .map(m -> m.date(customer.zone()))
                    .filter(d -> !d.isBefore(from) && person.left().isEmpty())
                    .ifPresent(day -> found.add(arrived(customer, person, day, administrators)));
        }
    }

    private static String left(Contact person, List<Contact> there) {
        return called(person) + " left"
                + (there.isEmpty()
                        ? ", and no other administrator is known"
                        : ", " + Texts.count(there.size(), "other is", "others are") + " there");
    }

    /** A new administrator is a risk if all before are gone: nobody is left who chose the product. */
    private static Signal arrived(Customer customer, Contact person, LocalDate day, List<Contact> administrators) {
        List<Contact> before = administrators.stream()
                .filter(c -> !c.id().equals(person.id()))
                .filter(c -> c.created()
                                .map(m -> m.date(customer.zone()))
                                .filter(day::isAfter)
                                .isPresent()
                        || c.created().isEmpty())
                .toList();
        boolean gone =
                !before.isEmpty() && before.stream().allMatch(c -> c.left().isPresent());
        return Signal.of(
                SignalKind.ADMIN_NEW,
                gone ? RISK : OPPORTUNITY,
                customer,
                day,
                called(person) + " came" + (gone ? ", and all administrators before are gone" : ""),
                List.of(person.id()));
    }

    private static boolean isAdministrator(Contact person) {
        return person.role()
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .filter(ADMINISTRATORS::contains)
                .isPresent();
    }

    private static String called(Contact person) {
        return person.role().orElse("contact") + " " + person.id();
    }

    private void usage(Customer customer, List<Signal> found) {
        int days = 7 * (rule.maxWeeks() + 1);
        List<UsageEvent> events = customer.usage(days);
        if (events.isEmpty()) {
            return;
        }
        LocalDate start = customer.firstOfLast(days);
        boolean longer = customer.all(UsageEvent.class).size() > events.size();
        LocalDate first = longer ? start : events.get(0).at().date(customer.zone());
        int weeks = (int) Math.min(rule.maxWeeks(), (ChronoUnit.DAYS.between(first, customer.day()) + 1) / 7 - 1);
        if (weeks < rule.minWeeks()) {
            return;
        }
        long[] counts = new long[weeks + 1];
        for (UsageEvent event : events) {
            long week = customer.daysSince(event.at()) / 7;
            if (week <= weeks) {
                counts[weeks - (int) week]++;
            }
        }
        UsageBaseline baseline = new UsageBaseline(
                counts[weeks], Arrays.stream(counts).limit(weeks).boxed().toList());
        double z = baseline.z();
        double median = baseline.median();
        double change = (baseline.last() - median) / Math.max(median, 1);
        if (Math.abs(z) < rule.z() || Math.abs(change) < rule.change()) {
            return;
        }
        found.add(Signal.of(
                z < 0 ? SignalKind.USAGE_DROP : SignalKind.USAGE_SPIKE,
                z < 0 ? RISK : OPPORTUNITY,
                customer,
                customer.day(),
                Texts.count(baseline.last(), "use", "uses") + " in the last 7 days, " + Texts.number(median)
                        + " in the median of the " + weeks + " weeks before (z " + Texts.number(z) + ")",
                Texts.last(events)));
    }

    private static void seats(Customer customer, List<Signal> found) {
        BigDecimal seats = customer.seats();
        int users = customer.users(RECENT).size();
        if (seats.compareTo(BigDecimal.valueOf(FEW_SEATS)) < 0 || users < NEAR * seats.doubleValue()) {
            return;
        }
        found.add(Signal.of(
                SignalKind.SEATS_NEAR_LIMIT,
                OPPORTUNITY,
                customer,
                customer.day(),
                users + " people in the last " + RECENT + " days on "
                        + seats.stripTrailingZeros().toPlainString() + " seats",
                Texts.last(customer.subscriptions())));
    }

    private void plan(Customer customer, List<Signal> found) {
        TreeMap<String, BigDecimal> used = new TreeMap<>();
        TreeMap<String, FactId> last = new TreeMap<>();
        for (UsageEvent event : customer.usage(RECENT)) {
            used.merge(event.meter(), event.quantity().orElse(BigDecimal.ONE), BigDecimal::add);
            last.put(event.meter(), event.id());
        }
        used.forEach((meter, quantity) -> allowance
                .included(customer, meter)
                .filter(included -> quantity.compareTo(included) > 0)
                .ifPresent(included -> found.add(Signal.of(
                        SignalKind.USAGE_ABOVE_PLAN,
                        OPPORTUNITY,
                        customer,
                        customer.day(),
                        quantity.toPlainString() + " " + meter + " in the last " + RECENT + " days, "
                                + included.toPlainString() + " are included",
                        List.of(Objects.requireNonNull(last.get(meter)))))));
    }

    /** People who were never seen before, in a customer that is not new itself. */
    private static void team(Customer customer, List<Signal> found) {
        LocalDate from = customer.firstOfLast(RECENT);
        Set<String> before = new TreeSet<>();
        Set<String> now = new TreeSet<>();
        List<UsageEvent> firsts = new ArrayList<>();
        for (UsageEvent event : customer.all(UsageEvent.class)) {
            event.user().ifPresent(user -> {
                if (event.at().date(customer.zone()).isBefore(from)) {
                    before.add(user);
                } else if (!before.contains(user) && now.add(user)) {
                    firsts.add(event);
                }
            });
        }
        if (!before.isEmpty() && now.size() >= TEAM && now.size() >= TEAM_SHARE * before.size()) {
            found.add(Signal.of(
                    SignalKind.NEW_TEAM,
                    OPPORTUNITY,
                    customer,
                    customer.day(),
                    now.size() + " people used it for the first time in the last " + RECENT + " days, beside "
                            + before.size() + " before",
                    Texts.last(firsts)));
        }
    }
}
