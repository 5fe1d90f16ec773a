package io.revops.health;

import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who pays at the end of a day, seen with what was known then: no fact that took effect, or was recorded, on a later day is in
 * it, and the ledger is built anew from what is left.
 */
public final class Customers {
    private final LocalDate day;
    private final RevenueView view;
    private final Map<AccountId, Customer> customers;
    private final Set<Class<?>> kinds = new HashSet<>();
    private final Set<String> meters = new TreeSet<>();

    private Customers(LocalDate day, RevenueView view) {
        this.day = day;
        this.view = view;
        Map<AccountId, Customer> found = new LinkedHashMap<>();
        Evidence worth = AccountLines.atClose(view, Cut.whole());
        Evidence who = worth.undefined().isEmpty() ? worth : AccountLines.counts(view, Cut.whole());
        List<Line> active = who.lines()
                .filter(line -> line.get(Part.ACTIVE) > 0)
                .sorted(Comparator.comparing(line -> line.subject().value()))
                .toList();
        for (Line line : active) {
            AccountId id = (AccountId) line.subject();
            Reading<RunRate> arr = worth.undefined().isEmpty()
                    ? Reading.known(line.get(Part.CLOSING))
                    : worth.undefined().get().as();
            found.put(id, new Customer(this, id, line.name(), arr));
        }
        customers = found;
        view.book().facts().forEach(fact -> {
            kinds.add(fact.getClass());
            if (fact instanceof UsageEvent event) {
                meters.add(event.meter());
            }
        });
    }

    /**
     * The customers of a book at the end of a day, in the policy's zone.
     *
     * @throws IllegalArgumentException if there are facts, and every one is later
     */
    public static Customers asOf(RevenueBook book, RevenuePolicy policy, LocalDate day) {
        ZoneId zone = policy.zone();
        RevenueBook known = book.knownBy(day, zone);
        check(book, known, day, zone);
        return new Customers(day, RevenueView.of(known, policy, Span.of(day, day.plusDays(1))));
    }

    private static void check(RevenueBook book, RevenueBook known, LocalDate day, ZoneId zone) {
        if (known.facts().anyMatch(Customers::isDated)) {
            return;
        }
        Optional<LocalDate> first = book.facts()
                .filter(Customers::isDated)
                .map(fact -> firstDay(fact, zone))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        if (first.isPresent()) {
            throw new IllegalArgumentException("Nothing was known by the end of " + day + ": the first fact is of "
                    + first.get() + ". Maybe choose that day or a later one.");
        }
    }

    /** A product or a representative says nothing of a customer, and a subscription is dated by its items. */
    private static boolean isDated(Fact fact) {
        return fact instanceof Subscription || fact.effective().isPresent();
    }

    private static Optional<LocalDate> firstDay(Fact fact, ZoneId zone) {
        Optional<LocalDate> effective =
                (fact instanceof Subscription s ? s.begins() : fact.effective()).map(moment -> moment.date(zone));
        Optional<LocalDate> recorded = fact.recorded().map(at -> at.atZone(zone).toLocalDate());
        return effective.isEmpty()
                ? recorded
                : effective.map(d -> recorded.filter(r -> r.isAfter(d)).orElse(d));
    }

    /** The day at whose end they are seen. */
    public LocalDate day() {
        return day;
    }

    /** The facts that were known, and nothing later. */
    public RevenueBook book() {
        return view.book();
    }

    /** The ledger of these facts, looked at over the day. */
    public RevenueView view() {
        return view;
    }

    /** Every account that pays, by id. */
    public List<Customer> all() {
        return new ArrayList<>(customers.values());
    }

    /** How many there are. */
    public int size() {
        return customers.size();
    }

    /**
     * A customer by the id of its account, or of one that was linked to it.
     *
     * @throws IllegalArgumentException if it does not pay, or is not known
     */
    public Customer of(String account) {
        AccountId id = view.book().canonical(new AccountId(account));
        Customer customer = customers.get(id);
        if (customer == null) {
            throw new IllegalArgumentException("(" + account + ") is no customer at the end of " + day + ": "
                    + (view.book().account(id).isPresent() ? "it pays nothing then" : "there is no such account")
                    + ". Maybe one of " + customers.size() + " in all().");
        }
        return customer;
    }

    /** What all of them are worth a year. */
    public Reading<RunRate> arr() {
        return sum(all());
    }

    /** What some of them are worth a year, exact. */
    static Reading<RunRate> sum(List<Customer> some) {
        return RunRates.sum(some.stream().map(Customer::arr).toList());
    }

    /** Whether any fact of a kind was known: without one, a source was not loaded rather than empty. */
    public boolean knows(Class<? extends Fact> kind) {
        return kinds.contains(kind);
    }

    /** Every meter that counted anything by then, in the order of names. */
    public Set<String> meters() {
        return Collections.unmodifiableSet(meters);
    }

    ZoneId zone() {
        return view.policy().zone();
    }

    /** Day, how many, and what they are worth. */
    @Override
    public String toString() {
        return size() + " customers at the end of " + day + ", " + RunRates.print(arr());
    }
}
