package io.revops.forecast.plan;

import io.revops.book.DealType;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.ledger.RevenueView;
import io.revops.metric.DealCurrency;
import io.revops.metric.Deals;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads attainments from a book: its quotas, and the deals that were won. */
final class BookAttainments {
    private final RevenueView view;
    private final Set<DealType> counted;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> named;

    private BookAttainments(RevenueView view, Set<DealType> counted) {
        this.view = view;
        this.counted = counted;
        named = view.book().all(Rep.class).stream()
                .collect(Collectors.groupingBy(r -> r.name().orElse(r.id().value()), Collectors.counting()));
    }

    static Reading<Attainments> of(RevenueView view, Set<DealType> counted) {
        return Deals.noBook(view)
                .map(BookWins::<Attainments>reason)
                .orElseGet(() -> new BookAttainments(view, counted).read());
    }

    private Reading<Attainments> read() {
        List<Quota> quotas = sellers();
        if (quotas.isEmpty()) {
            return Reading.undefined(
                    UndefinedCode.NO_QUOTA,
                    "No rep has a quota that lies in " + view.span() + ". Maybe load quotas.csv, or another span.");
        }
        List<Deals.Standing> won = Deals.closed(view, Outcome.WON).stream()
                .filter(d -> d.deal().type().map(counted::contains).orElse(true))
                .toList();
        List<Money> amounts = new ArrayList<>(quotas.stream().map(Quota::amount).toList());
        won.forEach(d -> d.state().amount().ifPresent(amounts::add));
        DealCurrency currency =
                new DealCurrency(view, amounts, view.span().from().minusDays(1));
        if (currency.problem().isPresent()) {
            return BookWins.reason(currency.problem().get());
        }
        Set<Deals.Standing> credited = new HashSet<>();
        List<Attainment> rows = new ArrayList<>();
        for (Quota quota : quotas) {
            RepId rep = quota.rep().orElseThrow();
            Money closed = Money.zero(currency.currency());
            for (Deals.Standing deal : won) {
                if (deal.state().owner().filter(rep::equals).isPresent() && isIn(deal, quota.span())) {
                    credited.add(deal);
                    closed = closed.plus(
                            deal.state().amount().map(currency::told).orElse(Money.zero(currency.currency())));
                }
            }
            rows.add(new Attainment(name(rep), team(rep), quota.span(), currency.told(quota.amount()), closed));
        }
        long without = won.stream().filter(d -> !credited.contains(d)).count();
        if (without > 0) {
            notes.add(without + (without == 1 ? " won deal has" : " won deals have")
                    + " no owner with a quota on the day of the win, and " + (without == 1 ? "is" : "are")
                    + " in no attainment.");
        }
        return currency.problem()
                .map(BookWins::<Attainments>reason)
                .orElseGet(() -> Reading.known(Attainments.of(rows, notes)));
    }

    private boolean isIn(Deals.Standing deal, Span span) {
        ZoneId zone = view.policy().zone();
        LocalDate day = deal.state().closed().orElseThrow().date(zone);
        return span.contains(day);
    }

    /** The quotas of reps that lie in the span, without those of managers who have somebody below with a quota. */
    private List<Quota> sellers() {
        List<Quota> inside = new ArrayList<>();
        for (Quota quota : view.book().quotas()) {
            if (quota.rep().isEmpty() || !quota.span().overlaps(view.span())) {
                continue;
            }
            if (quota.span().from().isBefore(view.span().from())
                    || quota.span().to().isAfter(view.span().to())) {
                notes.add("Quota " + quota.id().value() + " covers " + quota.span() + ", more than " + view.span()
                        + ", and is left out.");
            } else {
                inside.add(quota);
            }
        }
        Set<RepId> managers = new HashSet<>();
        for (Quota quota : inside) {
            Optional<RepId> above = manager(quota.rep().orElseThrow());
            while (above.isPresent() && managers.add(above.get())) {
                above = manager(above.get());
            }
        }
        return inside.stream()
                .filter(q -> !managers.contains(q.rep().orElseThrow()))
                .toList();
    }

    private Optional<RepId> manager(RepId rep) {
        return view.book().find(Rep.class, rep).flatMap(Rep::manager);
    }

    /** The name, and where two have the same the id too. */
    private String name(RepId rep) {
        String name = view.book().find(Rep.class, rep).flatMap(Rep::name).orElse(rep.value());
        return named.getOrDefault(name, 0L) > 1 ? name + " (" + rep.value() + ")" : name;
    }

    /** The team, or else who leads it. */
    private String team(RepId rep) {
        return view.book()
                .find(Rep.class, rep)
                .flatMap(Rep::team)
                .or(() -> manager(rep).map(this::name))
                .orElse("");
    }
}
