package io.revops.metric.bookings;

import io.revops.book.AccountId;
import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.Entry;
import io.revops.book.ItemChange;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.Because;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A line for each item that an account is bound to at the close of a span: what remains of its term, and of the next year of it. */
final class Obligations {
    private static final int YEAR = 12;
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final RevenueView view;
    private final Cut cut;
    private final ZoneId zone;
    private final LocalDate close;
    private final Instant end;
    private final Valuation valuation;
    private final Evidence.Builder lines;

    private Obligations(RevenueView view, Cut cut, Valuation valuation) {
        this.view = view;
        this.cut = cut;
        this.valuation = valuation;
        zone = view.policy().zone();
        close = view.span().to();
        end = view.span().end(zone);
        lines = ItemLines.begin(view, valuation)
                .parts(Part.REMAINING, Part.REMAINING_YEAR, Part.REMAINING_EVENLY, Part.REMAINING_YEAR_EVENLY)
                .parts(Part.WITHOUT_TERM);
    }

    static Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        return ItemLines.noBook(view)
                .or(() -> ItemLines.problem(valuation))
                .orElseGet(() -> new Obligations(view, cut, valuation).gather());
    }

    private Evidence gather() {
        Map<String, Subscription> subscriptions = new TreeMap<>();
        view.book().subscriptions().forEach(s -> subscriptions.put(s.id().value(), s));
        subscriptions.values().forEach(this::subscription);
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    /** A running term, or the first one of what is signed: from its first day to the one after its last. */
    private record Binding(LocalDate start, LocalDate from, LocalDate to, int months) {
        /** A day as months from the start of the term. */
        Months at(LocalDate day) {
            return Months.between(from, day.isAfter(to) ? to : day);
        }
    }

    private Optional<Binding> binding(Subscription subscription) {
        Optional<Term> term = subscription.term();
        Optional<LocalDate> start = subscription.begins().map(m -> m.date(zone));
        if (term.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        int months = term.get().months();
        if (!start.get().isBefore(close)) {
            boolean signed = subscription
                    .signed()
                    .filter(s -> s.instant(zone).isBefore(end))
                    .isPresent();
            return signed ? Optional.of(binding(start.get(), 0, months)) : Optional.empty();
        }
        int passed = (int) (ChronoUnit.MONTHS.between(start.get(), close) / months);
        while (passed > 0 && !start.get().plusMonths((long) passed * months).isBefore(close)) {
            passed--; // a term that is over on the day after the close has nothing left, and the next one has not begun
        }
        return passed > 0 && term.get().renewal() == Term.Renewal.ON_REQUEST
                ? Optional.empty()
                : Optional.of(binding(start.get(), passed, months));
    }

    private static Binding binding(LocalDate start, int terms, int months) {
        return new Binding(
                start, start.plusMonths((long) terms * months), start.plusMonths((terms + 1L) * months), months);
    }

    private void subscription(Subscription subscription) {
        AccountId account = view.book().canonical(subscription.account());
        Optional<Binding> binding = binding(subscription);
        if (binding.isEmpty()) {
            view.ledger().statesOfSubscriptions(account, end).keySet().stream()
                    .filter(item -> item.subscription().equals(subscription.id()))
                    .forEach(item -> lines.line(item, ItemLines.segment(cut, view, account, item, end))
                            .units(Part.WITHOUT_TERM, 1));
            return;
        }
        Binding term = binding.get();
        Map<ItemId, List<LedgerChange>> byItem = new LinkedHashMap<>();
        for (LedgerChange change : view.ledger().changesOfSubscriptions(account, Span.of(EVER, term.to()))) {
            if (change.item().subscription().equals(subscription.id()) && counts(change, term)) {
                byItem.computeIfAbsent(change.item(), i -> new ArrayList<>()).add(change);
            }
        }
        Optional<LocalDate> knownEnd = knownEnd(subscription);
        byItem.forEach((item, changes) -> write(account, item, stretches(changes, term, knownEnd), term));
    }

    /** The end that was asked for and not taken back, as it was known at the close, even if it was taken back later. */
    private Optional<LocalDate> knownEnd(Subscription subscription) {
        return subscription.cancellations().stream()
                .filter(c -> recordedBefore(c)
                        && c.withdrawn()
                                .filter(w -> w.instant(zone).isBefore(end))
                                .isEmpty())
                .map(Cancellation::ends)
                .map(m -> m.date(zone))
                .filter(day -> !day.isBefore(close))
                .min(LocalDate::compareTo);
    }

    private boolean counts(LedgerChange change, Binding term) {
        return change.at().isBefore(end)
                || change.because().stream().map(Because::fact).allMatch(fact -> fact == null || counts(fact, term));
    }

    private boolean counts(Entry entry, Binding term) {
        boolean priced = entry instanceof ItemChange || entry instanceof Discount;
        LocalDate day = entry.effective().date(zone);
        return recordedBefore(entry)
                || (entry.recorded().isEmpty()
                        && priced
                        && term.start()
                                .plusYears((long) day.getYear() - term.start().getYear())
                                .equals(day));
    }

    private boolean recordedBefore(Entry entry) {
        return entry.recorded()
                .map(r -> r.isBefore(end))
                .orElseGet(() -> entry.effective().instant(zone).isBefore(end));
    }

    /** From state to state of an item, within the term. */
    private List<Stretch> stretches(List<LedgerChange> changes, Binding term, Optional<LocalDate> knownEnd) {
        List<Stretch> stretches = new ArrayList<>();
        Months last = knownEnd.map(term::at).orElse(Months.of(term.months()));
        for (int i = 0; i < changes.size(); i++) {
            RunRate rate = changes.get(i).after();
            Months to =
                    i + 1 < changes.size() ? term.at(day(changes.get(i + 1))).min(last) : last;
            if (!rate.isZero()) {
                long worth = valuation.value(rate.microsPerYear().longValueExact(), rate.currency(), close);
                Money perYear = RunRate.ofMicrosPerYear(
                                worth, valuation.currency().orElse(rate.currency()))
                        .perYear();
                stretches.add(new Stretch(perYear, YEAR, term.at(day(changes.get(i))), Optional.of(to)));
            }
        }
        return stretches;
    }

    private LocalDate day(LedgerChange change) {
        return change.at().atZone(zone).toLocalDate();
    }

    private void write(AccountId account, ItemId item, List<Stretch> stretches, Binding term) {
        if (stretches.isEmpty()) {
            return;
        }
        Months now = term.at(close);
        Months year = term.at(close.plusYears(1));
        Months whole = Months.of(term.months());
        Money had = until(stretches, now);
        Money all = until(stretches, whole);
        Money remaining = all.minus(had);
        if (remaining.isZero()) {
            return;
        }
        lines.line(item, ItemLines.segment(cut, view, account, item, end))
                .set(Part.REMAINING, remaining)
                .set(Part.REMAINING_YEAR, until(stretches, year).minus(had))
                .set(Part.REMAINING_EVENLY, whole.minus(now).share(all, term.months()))
                .set(Part.REMAINING_YEAR_EVENLY, year.minus(now).share(all, term.months()));
    }

    private static Money until(List<Stretch> stretches, Months end) {
        return stretches.stream().map(s -> s.until(end)).reduce(Money::plus).orElseThrow();
    }
}
