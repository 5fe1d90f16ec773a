package io.revops.metric.bookings;

import io.revops.book.Dimension;
import io.revops.book.FactId;
import io.revops.book.SubscriptionId;
import io.revops.ledger.RevenueView;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line for each contract that was signed in a span, and why a sum over them may not exist. */
final class BookingLines {
    private static final List<Part<Money>> YEARS = List.of(Part.YEAR_1, Part.YEAR_2, Part.YEAR_3);

    private BookingLines() {}

    static Evidence gather(RevenueView view, Cut cut) {
        Bookings bookings = Bookings.of(view);
        if (bookings.undefined().isPresent()) {
            return Evidence.undefined(
                    bookings.undefined().get().code(),
                    bookings.undefined().get().text());
        }
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = Evidence.in(bookings.currency().orElseThrow())
                .parts(Part.CONTRACTS, Part.BOOKED_RECURRING, Part.BOOKED_ONE_TIME, Part.BOOKED_NOT_SPLIT)
                .parts(Part.YEAR_1, Part.YEAR_2, Part.YEAR_3, Part.LATER_YEARS)
                .parts(Part.BOOKED_ARR, Part.AVERAGE_YEAR, Part.EXIT_ARR)
                .parts(Part.SHORT_TERM, Part.RAMP, Part.EVERGREEN, Part.WITHOUT_TERM, Part.NOT_SPLIT)
                .named(bookings::name);
        for (BookedContract contract : bookings.contracts()) {
            lines.line(contract.subject(), segment(view, cut, contract.subject(), end));
            write(contract, lines);
        }
        return lines.build();
    }

    /** A subscription is no deal: it has no value in a dimension of deals. */
    private static @Nullable String segment(RevenueView view, Cut cut, FactId subject, Instant end) {
        boolean ofDeals = cut.dimension()
                .filter(d -> d.subject() == Dimension.Subject.DEAL)
                .isPresent();
        return ofDeals && subject instanceof SubscriptionId ? Dimension.NOT_SET : cut.segment(view, subject, end);
    }

    private static void write(BookedContract contract, Evidence.Builder line) {
        line.units(Part.CONTRACTS, 1);
        contract.recurring().value().ifPresent(v -> line.set(Part.BOOKED_RECURRING, v));
        contract.oneTime().value().ifPresent(v -> line.set(Part.BOOKED_ONE_TIME, v));
        if (contract.findings().contains(BookingFinding.NOT_SPLIT)) {
            line.set(Part.BOOKED_NOT_SPLIT, contract.total().orElseThrow());
        }
        contract.years().value().ifPresent(years -> years(years, line));
        contract.arr().value().ifPresent(v -> line.set(Part.BOOKED_ARR, v));
        contract.averageYear().value().ifPresent(v -> line.set(Part.AVERAGE_YEAR, v));
        contract.exitArr().value().ifPresent(v -> line.set(Part.EXIT_ARR, v));
        flag(contract, BookingFinding.TERM_UNDER_12_MONTHS, Part.SHORT_TERM, line);
        flag(contract, BookingFinding.RAMP, Part.RAMP, line);
        flag(contract, BookingFinding.EVERGREEN, Part.EVERGREEN, line);
        flag(contract, BookingFinding.NO_TERM, Part.WITHOUT_TERM, line);
        flag(contract, BookingFinding.NOT_SPLIT, Part.NOT_SPLIT, line);
    }

    private static void years(List<Money> years, Evidence.Builder line) {
        for (int i = 0; i < Math.min(years.size(), YEARS.size()); i++) {
            line.set(YEARS.get(i), years.get(i));
        }
        years.stream().skip(YEARS.size()).reduce(Money::plus).ifPresent(later -> line.set(Part.LATER_YEARS, later));
    }

    private static void flag(BookedContract contract, BookingFinding finding, Part<Long> part, Evidence.Builder line) {
        if (contract.findings().contains(finding)) {
            line.units(part, 1);
        }
    }

    /** Why no total over the terms exists: an evergreen has none. */
    static <V> Optional<Reading<V>> evergreen(Evidence evidence) {
        return why(
                evidence,
                Part.EVERGREEN,
                UndefinedCode.EVERGREEN,
                "are agreed without an end, so there is no total. Maybe write term_months, or read ARR booked.");
    }

    /** Why nothing can be said of what recurs in a year: there is no term. */
    static <V> Optional<Reading<V>> withoutTerm(Evidence evidence) {
        return why(
                evidence,
                Part.WITHOUT_TERM,
                UndefinedCode.NO_TERM,
                "recur and have no term, so there is no year of them. Maybe load term_months with the lines.");
    }

    /** Why recurring and one-time cannot be told apart: a deal has an amount and no lines. */
    static <V> Optional<Reading<V>> notSplit(Evidence evidence) {
        return why(
                evidence,
                Part.NOT_SPLIT,
                UndefinedCode.NOT_SPLIT,
                "have an amount and no lines, so nothing says what recurs. Maybe load the lines of deals.");
    }

    private static <V> Optional<Reading<V>> why(Evidence evidence, Part<Long> part, UndefinedCode code, String text) {
        long count = evidence.total(part);
        return count == 0
                ? Optional.empty()
                : Optional.of(Reading.undefined(
                        code, count + " of " + evidence.total(Part.CONTRACTS) + " contracts " + text));
    }
}
