package io.revops.health;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Contact;
import io.revops.book.Dimension;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.ItemId;
import io.revops.book.Payment;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.metric.Renewals;
import io.revops.metric.TicketHistory;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * One paying account at the end of a day: what was known of it then. What a factor of a scorecard is computed from.
 *
 * <p>Facts come in the order in which they took effect. "The last 28 days" are the day itself and the 27 before it.
 */
public final class Customer {
    private final Customers among;
    private final AccountId id;
    private final String name;
    private final Reading<RunRate> arr;

    Customer(Customers among, AccountId id, String name, Reading<RunRate> arr) {
        this.among = among;
        this.id = id;
        this.name = name;
        this.arr = arr;
    }

    public AccountId id() {
        return id;
    }

    /** What it is called; its id if it has no name. */
    public String name() {
        return name;
    }

    /** The day at whose end it is seen. */
    public LocalDate day() {
        return among.day();
    }

    /** All customers of that day. */
    public Customers among() {
        return among;
    }

    /** What it is worth a year, in the reporting currency. */
    public Reading<RunRate> arr() {
        return arr;
    }

    /** What an attribute of accounts is. */
    public String value(Dimension dimension) {
        return dimension.valueFor(book(), id, end(), zone());
    }

    /** When it first paid: the day from which its first item was worth something. */
    public Optional<LocalDate> since() {
        RevenueView view = among.view();
        return view
                .ledger()
                .changes(
                        id,
                        io.revops.time.Span.of(
                                LocalDate.of(1, 1, 1), view.span().to()))
                .stream()
                .filter(change -> change.after().signum() > 0)
                .map(change -> change.at().atZone(zone()).toLocalDate())
                .min(Comparator.naturalOrder());
    }

    /** Days since it first paid. */
    public OptionalLong tenureDays() {
        return since().stream()
                .mapToLong(first -> ChronoUnit.DAYS.between(first, day()))
                .findFirst();
    }

    /** All facts of a kind about it. */
    public <F extends Fact> List<F> all(Class<F> kind) {
        return book().of(id, kind).stream()
                .sorted(Comparator.<F, Instant>comparing(fact ->
                                fact.effective().map(m -> m.instant(zone())).orElse(Instant.MIN))
                        .thenComparing(fact -> fact.id().value()))
                .toList();
    }

    /** The facts of a kind that took effect in the last so many days. */
    public <F extends Fact> List<F> last(int days, Class<F> kind) {
        LocalDate from = firstOfLast(days);
        return all(kind).stream()
                .filter(fact -> fact.effective()
                        .filter(m -> !m.date(zone()).isBefore(from))
                        .isPresent())
                .toList();
    }

    /** What it used in the last so many days. */
    public List<UsageEvent> usage(int lastDays) {
        return last(lastDays, UsageEvent.class);
    }

    /** Who used it in the last so many days, where users are written down. */
    public Set<String> users(int lastDays) {
        Set<String> users = new TreeSet<>();
        usage(lastDays).forEach(event -> event.user().ifPresent(users::add));
        return users;
    }

    /** Tickets that are not solved or closed. */
    public List<SupportTicket> openTickets() {
        return all(SupportTicket.class).stream()
                .filter(ticket -> TicketHistory.of(ticket).isOpen())
                .toList();
    }

    /** Surveys that were answered in the last so many days. */
    public List<SurveyAnswer> answers(int lastDays) {
        return last(lastDays, SurveyAnswer.class);
    }

    /** Attempts to collect in the last so many days. */
    public List<Payment> payments(int lastDays) {
        return last(lastDays, Payment.class);
    }

    /** What was done with it in the last so many days: calls, meetings, mails. */
    public List<Activity> activities(int lastDays) {
        return last(lastDays, Activity.class);
    }

    /** Its people, those who left too. */
    public List<Contact> contacts() {
        return all(Contact.class);
    }

    /** Bills that had to be paid before the day, and are neither paid nor taken back; the oldest first. */
    public List<Invoice> overdue() {
        return all(Invoice.class).stream()
                .filter(bill -> bill.paid().isEmpty() && bill.voided().isEmpty())
                .filter(bill -> bill.due()
                        .filter(due -> due.date(zone()).isBefore(day()))
                        .isPresent())
                .sorted(Comparator.comparing(
                                (Invoice bill) -> bill.due().orElseThrow().instant(zone()))
                        .thenComparing(bill -> bill.id().value()))
                .toList();
    }

    /** Its subscriptions that are worth something on the day, by id. */
    public List<Subscription> subscriptions() {
        Set<String> worth = new TreeSet<>();
        items().forEach(item -> worth.add(item.subscription().value()));
        return book().subscriptionsOf(id).stream()
                .filter(s -> worth.contains(s.id().value()))
                .toList();
    }

    /**
     * How many seats it bought: those of one product added up, and of several products the most, as the others are, as a rule,
     * additions for the same people. Nothing if no price is per seat; what is metered is no seat.
     */
    public BigDecimal seats() {
        return Seats.of(book(), items(), end(), zone());
    }

    /** Whether it went live: as its subscriptions say (one is enough), else as the account says, else yes, as it pays. */
    public boolean isLive() {
        List<Moment> written =
                subscriptions().stream().flatMap(s -> s.goLive().stream()).toList();
        List<Moment> live = written.isEmpty()
                ? book().account(id).flatMap(Account::liveSince).stream().toList()
                : written;
        return live.isEmpty() || live.stream().anyMatch(m -> m.instant(zone()).isBefore(end()));
    }

    /** The next day after this one on which one of its subscriptions comes up for renewal. */
    public Optional<LocalDate> renewal() {
        return subscriptions().stream()
                .flatMap(s -> Renewals.next(s, day().plusDays(1), zone()).stream())
                .min(Comparator.naturalOrder());
    }

    /** The first day after this one on which one of its subscriptions is known to end. */
    public Optional<LocalDate> ends() {
        return subscriptions().stream()
                .flatMap(s -> s.ends().stream())
                .map(m -> m.date(zone()))
                .filter(ends -> ends.isAfter(day()))
                .min(Comparator.naturalOrder());
    }

    /** How many days from a moment to the day; negative if the moment is later. */
    public long daysSince(Moment moment) {
        return ChronoUnit.DAYS.between(moment.date(zone()), day());
    }

    /** The zone in which days begin. */
    public ZoneId zone() {
        return among.zone();
    }

    /** The first of the last so many days. */
    LocalDate firstOfLast(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("The last " + days + " days are none. Maybe 28.");
        }
        return day().minusDays(days - 1L);
    }

    private List<ItemId> items() {
        return List.copyOf(among.view().ledger().states(id, end()).keySet());
    }

    private RevenueBook book() {
        return among.book();
    }

    private Instant end() {
        return among.view().span().end(zone());
    }

    /** {@code Acme (acme), USD 12,000.00 a year, since 2024-03-01}. */
    @Override
    public String toString() {
        return label() + ", " + RunRates.print(arr)
                + since().map(s -> ", since " + s).orElse("");
    }

    /** Name and id. */
    String label() {
        return name.equals(id.value()) ? name : name + " (" + id + ")";
    }
}
