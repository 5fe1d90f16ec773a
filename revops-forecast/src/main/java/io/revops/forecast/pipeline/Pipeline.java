package io.revops.forecast.pipeline;

import io.revops.forecast.History;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a company as they were seen at the end of a day: how each stood from step to step, in one currency, and what could
 * not be taken as it is written.
 *
 * <p>Nothing that took effect or was recorded after the day is in it. Amounts of closed deals are converted at the rate of the day
 * they closed on, those of open deals at the rate of the as-of day.
 */
public final class Pipeline {
    private static final Comparator<DealPath> ORDER = Comparator.comparing(DealPath::id);

    private final LocalDate asOf;
    private final LocalDate earliest;
    private final String currency;
    private final List<DealPath> deals;
    private final List<DealRemark> remarks;
    private final List<String> notes;
    private final @Nullable Function<LocalDate, Pipeline> earlier;

    /** @param earliest the first day that {@link #asOf(LocalDate)} can be asked for */
    Pipeline(
            LocalDate asOf,
            LocalDate earliest,
            String currency,
            List<DealPath> deals,
            List<DealRemark> remarks,
            List<String> notes,
            @Nullable Function<LocalDate, Pipeline> earlier) {
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.earliest = Objects.requireNonNull(earliest, "earliest");
        this.currency = Objects.requireNonNull(currency, "currency");
        this.deals = deals.stream().sorted(ORDER).toList();
        this.remarks = List.copyOf(remarks);
        this.notes = List.copyOf(notes);
        this.earlier = earlier;
    }

    /** The deals of a history, read as is usual. */
    public static Pipeline of(History history) {
        return of(history, PipelineOptions.standard());
    }

    /**
     * The deals of a history.
     *
     * @throws IllegalArgumentException if the history has no facts, or its deals are in several currencies and its policy names none
     */
    public static Pipeline of(History history, PipelineOptions options) {
        return new PipelineReader(history, options).read();
    }

    /** Deals of a host's own, as they are seen at the end of a day. */
    public static Builder builder(LocalDate asOf, String currency) {
        return new Builder(asOf, currency);
    }

    /** The last day that is seen. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What amounts are in, an ISO code; empty if no deal has an amount. */
    public String currency() {
        return currency;
    }

    /** Every deal that was open on some day up to the as-of day, by id. */
    public List<DealPath> deals() {
        return deals;
    }

    /** A deal by its id. */
    public Optional<DealPath> deal(String id) {
        int low = 0;
        int high = deals.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = deals.get(middle).id().compareTo(id);
            if (order == 0) {
                return Optional.of(deals.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** What could not be taken as it is written, by deal. */
    public List<DealRemark> remarks() {
        return remarks;
    }

    /** What is to be said of all deals: that list prices stand in for amounts, from when on rows are believed. */
    public List<String> notes() {
        return notes;
    }

    /** Those that are open at the end of the as-of day. */
    public List<DealPath> open() {
        return deals.stream().filter(DealPath::isOpen).toList();
    }

    /** Those that were won in a period, and still are. */
    public List<DealPath> won(Span period) {
        return deals.stream()
                .filter(d -> d.isWon() && period.contains(d.closed().orElseThrow()))
                .toList();
    }

    /** Those that were lost in a period, and still are. */
    public List<DealPath> lost(Span period) {
        return deals.stream()
                .filter(d -> d.isLost() && period.contains(d.closed().orElseThrow()))
                .toList();
    }

    /** What was won in a period: the sum of the amounts of {@link #won}. */
    public double wonAmount(Span period) {
        double sum = 0;
        for (DealPath deal : deals) {
            if (deal.isWon() && period.contains(deal.closed().orElseThrow())) {
                sum += deal.last().amountOrZero();
            }
        }
        return sum;
    }

    /** Whether it can tell what was seen at the end of a day: not after its own, nor before the history begins. */
    public boolean reaches(LocalDate day) {
        return !day.isAfter(asOf) && !day.isBefore(earliest);
    }

    /** What was seen at the end of an earlier day: the same as a pipeline of the history as of that day. */
    public Pipeline asOf(LocalDate day) {
        if (day.isAfter(asOf)) {
            throw new IllegalArgumentException("The pipeline is as of " + asOf + " and does not reach " + day
                    + ". Maybe read it from a longer history.");
        }
        if (day.equals(asOf)) {
            return this;
        }
        return earlier != null ? earlier.apply(day) : cut(day);
    }

    Pipeline cut(LocalDate day) {
        List<DealPath> seen = new ArrayList<>(deals.size());
        for (DealPath deal : deals) {
            deal.asOf(day).ifPresent(seen::add);
        }
        return new Pipeline(
                day,
                earliest,
                currency,
                seen,
                remarks.stream().filter(r -> !r.day().isAfter(day)).toList(),
                notes,
                earlier);
    }

    /** Only the deals of a kind: of a team, a type, a region. */
    public Pipeline only(Predicate<DealPath> kept) {
        List<DealPath> some = deals.stream().filter(kept).toList();
        return new Pipeline(
                asOf,
                earliest,
                currency,
                some,
                remarks,
                notes,
                earlier == null ? null : d -> earlier.apply(d).only(kept));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Pipeline that
                && asOf.equals(that.asOf)
                && currency.equals(that.currency)
                && deals.equals(that.deals)
                && remarks.equals(that.remarks)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, currency, deals);
    }

    /** {@code Pipeline as of 2025-03-31: 17 open, 40 won, 60 lost, 2 remarks}. */
    @Override
    public String toString() {
        return "Pipeline as of " + asOf + ": " + open().size() + " open, "
                + deals.stream().filter(DealPath::isWon).count() + " won, "
                + deals.stream().filter(DealPath::isLost).count() + " lost, " + remarks.size() + " remarks";
    }

    /** Collects the deals of a host that has no book. */
    public static final class Builder {
        private final LocalDate asOf;
        private final String currency;
        private final TreeMap<String, DealPath> deals = new TreeMap<>();
        private final List<DealRemark> remarks = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Builder(LocalDate asOf, String currency) {
            this.asOf = Objects.requireNonNull(asOf, "asOf");
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        /** Adds a deal, as far as it is seen at the end of the as-of day; its id is no other's. */
        public Builder deal(DealPath deal) {
            if (deals.putIfAbsent(deal.id(), deal) != null) {
                throw new IllegalArgumentException(
                        "There are two deals (" + deal.id() + "). Maybe one path with all its steps.");
            }
            return this;
        }

        public Builder remark(DealRemark remark) {
            remarks.add(remark);
            return this;
        }

        public Builder note(String note) {
            notes.add(note);
            return this;
        }

        public Pipeline build() {
            List<DealPath> seen = new ArrayList<>();
            deals.values().forEach(d -> d.asOf(asOf).ifPresent(seen::add));
            return new Pipeline(asOf, LocalDate.MIN, currency, seen, remarks, notes, null);
        }
    }
}
