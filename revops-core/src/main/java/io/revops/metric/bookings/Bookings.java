package io.revops.metric.bookings;

import io.revops.book.FactId;
import io.revops.book.Opportunity;
import io.revops.book.Outcome;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.ledger.RevenueView;
import io.revops.metric.DealCurrency;
import io.revops.metric.Deals;
import io.revops.metric.Evidence;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every contract that was signed in a span: deals by the day on which they were won, subscriptions by the day on which they
 * were signed.
 *
 * <p>A subscription that a deal led to is the same contract, and is booked once: on the earlier of the two days, on one day by
 * the deal. A deal led to the subscription that it names if that was signed on or after the day on which the deal was opened;
 * one that was signed before is renewed or expanded by the deal, and both are booked.
 */
public final class Bookings {
    private final List<BookedContract> contracts;
    private final @Nullable Currency currency;
    private final @Nullable Undefined<?> undefined;
    private final RevenueView view;

    private Bookings(RevenueView view, List<BookedContract> contracts, Currency currency) {
        this.view = view;
        this.contracts = List.copyOf(contracts);
        this.currency = currency;
        undefined = null;
    }

    private Bookings(RevenueView view, Evidence problem) {
        this.view = view;
        contracts = List.of();
        currency = null;
        undefined = problem.undefined().orElseThrow();
    }

    /** The contracts of a view's span. */
    public static Bookings of(RevenueView view) {
        return Deals.noBook(view).map(none -> new Bookings(view, none)).orElseGet(() -> new Signatures(view).book());
    }

    /** Every contract, by day and id; none if amounts cannot be told in one currency. */
    public List<BookedContract> contracts() {
        return contracts;
    }

    /** Why there are none, if there is a reason other than that none was signed. */
    public Optional<Undefined<?>> undefined() {
        return Optional.ofNullable(undefined);
    }

    /** What amounts are in; absent if they cannot be told. */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency);
    }

    /** What a contract is called: the deal by its name, a subscription by that of its account. */
    public String name(FactId subject) {
        return subject instanceof SubscriptionId
                ? view.book()
                        .find(Subscription.class, subject)
                        .flatMap(s -> view.book().account(s.account()))
                        .flatMap(a -> a.name())
                        .orElse(subject.value())
                : Deals.names(view).apply(subject);
    }

    /** How many there are, and a line for each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Bookings, ")
                .append(view.span())
                .append(": ")
                .append(undefined == null ? contracts.size() + " contracts" : undefined.toString());
        contracts.forEach(c -> text.append("\n  ").append(c));
        return text.toString();
    }

    /** Finds who signed what and when, and which deals and subscriptions are one contract. */
    private static final class Signatures {
        private final RevenueView view;
        private final ZoneId zone;
        private final List<Deals.Standing> won;
        private final Map<SubscriptionId, LocalDate> soldBy = new HashMap<>();
        private final Set<FactId> bookedBefore = new HashSet<>();

        Signatures(RevenueView view) {
            this.view = view;
            zone = view.policy().zone();
            won = Deals.before(view, view.span().end(zone)).stream()
                    .filter(d -> d.state().outcome() == Outcome.WON)
                    .toList();
            won.stream().filter(Signatures::saysAmounts).forEach(this::pair);
            for (Deals.Standing deal : won) {
                Optional<Subscription> led = ledTo(deal.deal());
                if (led.isPresent()
                        && !(saysAmounts(deal) && soldBy.containsKey(led.get().id()))) {
                    bookedBefore.add(deal.deal().id());
                }
            }
        }

        private static boolean saysAmounts(Deals.Standing deal) {
            return !DealContract.amounts(deal.deal(), deal.state()).isEmpty();
        }

        private void pair(Deals.Standing deal) {
            ledTo(deal.deal())
                    .filter(s -> !day(deal).isAfter(signed(s)))
                    .ifPresent(s -> soldBy.merge(s.id(), day(deal), (a, b) -> a.isBefore(b) ? a : b));
        }

        private Optional<Subscription> ledTo(Opportunity deal) {
            return deal.subscription()
                    .flatMap(id -> view.book().find(Subscription.class, id))
                    .filter(s -> s.signed().isPresent() && !s.items().isEmpty())
                    .filter(s -> !signed(s).isBefore(deal.created().date(zone)));
        }

        private LocalDate signed(Subscription subscription) {
            return subscription.signed().orElseThrow().date(zone);
        }

        private LocalDate day(Deals.Standing deal) {
            return deal.state().closed().orElseThrow().date(zone);
        }

        Bookings book() {
            List<Deals.Standing> deals = won.stream()
                    .filter(d -> view.span().contains(day(d)))
                    .filter(d -> !bookedBefore.contains(d.deal().id()))
                    .toList();
            List<Subscription> subscriptions = view.book().subscriptions().stream()
                    .filter(s -> s.signed().isPresent() && !s.items().isEmpty())
                    .filter(s -> view.span().contains(signed(s)) && !soldBy.containsKey(s.id()))
                    .toList();
            AgreedSubscriptions agreed = new AgreedSubscriptions(subscriptions, zone);
            List<Money> amounts = new ArrayList<>();
            deals.forEach(d -> amounts.addAll(DealContract.amounts(d.deal(), d.state())));
            subscriptions.forEach(s -> amounts.addAll(agreed.amounts(s)));
            DealCurrency currency =
                    new DealCurrency(view, amounts, view.span().to().minusDays(1));
            if (currency.problem().isPresent()) {
                return new Bookings(view, currency.problem().get());
            }
            List<BookedContract> contracts = new ArrayList<>();
            deals.forEach(d -> contracts.add(DealContract.of(d.deal(), d.state(), day(d), currency)));
            subscriptions.forEach(s -> contracts.add(agreed.contract(s, signed(s), currency)));
            contracts.sort(Comparator.comparing(BookedContract::day)
                    .thenComparing(c -> c.subject().kind())
                    .thenComparing(c -> c.subject().value()));
            return currency.problem()
                    .map(problem -> new Bookings(view, problem))
                    .orElseGet(() -> new Bookings(view, contracts, currency.currency()));
        }
    }
}
