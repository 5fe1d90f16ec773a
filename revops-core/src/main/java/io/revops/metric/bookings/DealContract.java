package io.revops.metric.bookings;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityLine;
import io.revops.book.OpportunityState;
import io.revops.book.ProductKind;
import io.revops.metric.DealCurrency;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a deal that was won commits its buyer to: its lines, or, without any, its amount. */
final class DealContract {
    private DealContract() {}

    /** Every amount that a deal names. */
    static List<Money> amounts(Opportunity deal, OpportunityState state) {
        List<Money> amounts = new ArrayList<>();
        committed(deal).forEach(line -> amounts.add(line.amount()));
        if (amounts.isEmpty()) {
            state.amount().ifPresent(amounts::add);
        }
        return amounts;
    }

    static BookedContract of(Opportunity deal, OpportunityState state, LocalDate day, DealCurrency currency) {
        EnumSet<BookingFinding> findings = EnumSet.noneOf(BookingFinding.class);
        Money none = Money.zero(currency.currency());
        if (deal.lines().isEmpty()) {
            Optional<Money> amount = state.amount();
            findings.add(amount.isPresent() ? BookingFinding.NOT_SPLIT : BookingFinding.NO_AMOUNT);
            return new BookedContract(
                    deal.id(),
                    day,
                    currency.currency(),
                    List.of(),
                    none,
                    none,
                    amount.map(a -> currency.told(a, day)).orElse(none),
                    OptionalInt.empty(),
                    findings);
        }
        List<Stretch> stretches = new ArrayList<>();
        Money oneTime = none;
        Money withoutTerm = none;
        int begins = begins(deal);
        OptionalInt term = OptionalInt.empty();
        for (OpportunityLine line : committed(deal)) {
            Money amount = currency.told(line.amount(), day);
            if (line.kind() == ProductKind.ONE_TIME) {
                oneTime = oneTime.plus(amount);
            } else if (months(line).isEmpty()) {
                withoutTerm = withoutTerm.plus(amount);
                findings.add(BookingFinding.NO_TERM);
            } else {
                int months = months(line).getAsInt();
                int from = starts(line) - begins;
                stretches.add(new Stretch(amount, months, Months.of(from), Optional.of(Months.of(from + months))));
                term = OptionalInt.of(Math.max(term.orElse(0), from + months));
            }
        }
        if (committed(deal).size() < deal.lines().size()) {
            findings.add(BookingFinding.USAGE_LEFT_OUT);
        }
        if (differs(deal, state)) {
            findings.add(BookingFinding.LINES_DIFFER);
        }
        return new BookedContract(
                deal.id(), day, currency.currency(), stretches, withoutTerm, oneTime, none, term, findings);
    }

    private static List<OpportunityLine> committed(Opportunity deal) {
        return deal.lines().stream()
                .filter(line -> line.kind() != ProductKind.USAGE)
                .toList();
    }

    /** A term of less than a month is none. */
    private static OptionalInt months(OpportunityLine line) {
        return line.termMonths().stream()
                .mapToInt(Integer::intValue)
                .filter(m -> m > 0)
                .findFirst();
    }

    private static int starts(OpportunityLine line) {
        return Math.max(0, line.startsAfterMonths().orElse(0));
    }

    private static int begins(Opportunity deal) {
        return committed(deal).stream()
                .filter(line ->
                        line.kind() == ProductKind.RECURRING && months(line).isPresent())
                .mapToInt(DealContract::starts)
                .min()
                .orElse(0);
    }

    private static boolean differs(Opportunity deal, OpportunityState state) {
        if (state.amount().isEmpty()) {
            return false;
        }
        Money amount = state.amount().get();
        Money sum = Money.zero(amount.currency());
        for (OpportunityLine line : deal.lines()) {
            if (!line.amount().currency().equals(amount.currency())) {
                return true;
            }
            sum = sum.plus(line.amount());
        }
        return !sum.equals(amount);
    }
}
