package io.revops.forecast.revenue;

import io.revops.book.Dimension;
import io.revops.forecast.Chance;
import io.revops.forecast.Chances;
import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Nature;
import io.revops.forecast.Propensity;
import io.revops.forecast.Quantity;
import io.revops.forecast.RenewalPropensity;
import io.revops.forecast.Simulation;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The renewals that come up in the days after a history, how likely each is, and what may come of all of them. */
public final class RenewalForecast {
    private static final List<Integer> CALENDAR = List.of(30, 60, 90, 120);

    private final LocalDate asOf;
    private final Span span;
    private final String currency;
    private final List<ExpectedRenewal> renewals;
    private final double uplift;

    private RenewalForecast(LocalDate asOf, Span span, String currency, List<ExpectedRenewal> renewals, double uplift) {
        this.asOf = asOf;
        this.span = span;
        this.currency = currency;
        this.renewals = renewals;
        this.uplift = uplift;
    }

    /**
     * The renewals to come, up to a number of days, by base rates.
     *
     * @return undefined where what is due cannot be told in one currency, or there is no book
     */
    public static Reading<RenewalForecast> of(History history, int days, BaseRates by, RenewalRates rates) {
        return of(history, days, by.dimension(), rates, rates.uplift());
    }

    /**
     * The same by another propensity, such as a model of churn.
     *
     * @param dimension of the accounts, of which the propensity is told the value as the segment
     * @param uplift by what share a renewal that succeeds changes the amount; 0 where that is not known
     */
    public static Reading<RenewalForecast> of(
            History history, int days, Dimension dimension, RenewalPropensity propensity, double uplift) {
        if (days < 1 || !Double.isFinite(uplift)) {
            throw new IllegalArgumentException(
                    "There are " + days + " days ahead, and an uplift of " + uplift + ". Maybe 120 and 0.");
        }
        RevenueView view = history.view()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "The history has no view, so nothing comes up for renewal. Maybe make it of a view of a book."));
        Span span = Span.of(history.asOf().plusDays(1), history.asOf().plusDays(1L + days));
        Reading<List<Dues.Due>> dues = Dues.of(view, span, dimension);
        if (dues instanceof Undefined<List<Dues.Due>> undefined) {
            return undefined.as();
        }
        return Reading.known(of(history.asOf(), span, dues.orElseThrow(), propensity, uplift));
    }

    static RenewalForecast of(
            LocalDate asOf, Span span, List<Dues.Due> dues, RenewalPropensity propensity, double uplift) {
        List<ExpectedRenewal> expected = new ArrayList<>();
        String currency = "";
        for (Dues.Due due : dues) {
            currency = due.renewal().due().currency().getCurrencyCode();
            Propensity how = due.renewal().knownToEnd()
                    ? new Propensity(0, 0, "it is known to end")
                    : propensity.of(due.asked());
            expected.add(new ExpectedRenewal(due.renewal(), due.asked(), how));
        }
        return new RenewalForecast(asOf, span, currency, List.copyOf(expected), uplift);
    }

    /** Of no renewal. */
    static RenewalForecast none(LocalDate asOf, Span span) {
        return new RenewalForecast(asOf, span, "", List.of(), 0);
    }

    /** The last day that was seen. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The days in which they come up. */
    public Span span() {
        return span;
    }

    /** By day, then by subscription. */
    public List<ExpectedRenewal> renewals() {
        return renewals;
    }

    /** By what share a renewal that succeeds is expected to change the amount. */
    public double uplift() {
        return uplift;
    }

    /**
     * What comes up within so many days.
     *
     * @param days after the as-of day
     * @param count how many renewals
     * @param knownToEnd how many of them are known to end
     * @param due what they are worth a year
     * @param expected what of it is expected to be renewed, as it is
     * @param expansion by how much what is renewed is expected to change
     */
    public record Ahead(int days, int count, int knownToEnd, double due, double expected, double expansion) {}

    /** What comes up within so many days. */
    public Ahead within(int days) {
        LocalDate end = span.from().plusDays(days);
        if (days < 1 || end.isAfter(span.to())) {
            throw new IllegalArgumentException("The forecast reaches " + span.days() + " days and not " + days
                    + ". Maybe ask it for more days from the start.");
        }
        int count = 0;
        int ending = 0;
        double due = 0;
        double expected = 0;
        for (ExpectedRenewal renewal : renewals) {
            if (renewal.asked().day().isBefore(end)) {
                count++;
                ending += renewal.renewal().knownToEnd() ? 1 : 0;
                due += renewal.asked().due();
                expected += renewal.expected();
            }
        }
        return new Ahead(days, count, ending, due, expected, expected * uplift);
    }

    /** What comes up within 30, 60, 90 and 120 days, as far as the forecast reaches. */
    public List<Ahead> calendar() {
        return CALENDAR.stream()
                .filter(days -> days <= span.days())
                .map(this::within)
                .toList();
    }

    /** Those less likely than a probability, the most at stake first; what is known to end is among them. */
    public List<ExpectedRenewal> atRisk(double below) {
        return renewals.stream()
                .filter(r -> r.propensity().probability() < below)
                .sorted(Comparator.comparingDouble(ExpectedRenewal::atStake)
                        .reversed()
                        .thenComparing(ExpectedRenewal::id))
                .toList();
    }

    /**
     * What may be renewed, a year: in each world each renewal succeeds or not, on its own.
     *
     * @throws IllegalArgumentException if nothing comes up
     */
    public Forecast forecast(Simulation simulation) {
        if (renewals.isEmpty()) {
            throw new IllegalArgumentException("Nothing comes up for renewal in " + span + ". Maybe more days.");
        }
        Quantity quantity = new Quantity("renewals.renewed", "Renewed ARR", Unit.MONEY_PER_YEAR, currency, Nature.FLOW);
        Draws renewed = renewed(simulation);
        Ahead all = within((int) span.days());
        return Forecast.of(quantity, asOf, span)
                .part(new Contribution("renewed", all.expected(), renewed))
                .part(new Contribution("expansion at renewal", all.expansion(), renewed.times(uplift)))
                .because(List.of(all.count() + (all.count() == 1 ? " renewal comes" : " renewals come") + " up, worth "
                        + quantity.print(all.due()) + " a year; " + all.knownToEnd() + " of them are known to end."))
                .build();
    }

    /** The same without subscriptions whose end is known otherwise. */
    RenewalForecast without(Set<String> ending) {
        List<ExpectedRenewal> kept = renewals.stream()
                .filter(r ->
                        !r.renewal().knownToEnd() && !ending.contains(r.asked().subscription()))
                .toList();
        return new RenewalForecast(asOf, span, currency, kept, uplift);
    }

    private Draws renewed(Simulation simulation) {
        return simulation.total(chances(renewals.stream()));
    }

    /** What is lost of it in the same worlds, what is known to end left out; below 0 or 0. */
    Draws lost(Simulation simulation) {
        List<ExpectedRenewal> open =
                renewals.stream().filter(r -> !r.renewal().knownToEnd()).toList();
        double due = open.stream().mapToDouble(r -> r.asked().due()).sum();
        return simulation.total(chances(open.stream())).map(x -> Math.min(0, x - due));
    }

    private static Chances chances(Stream<ExpectedRenewal> of) {
        Map<String, Chance> chances = new TreeMap<>();
        of.forEach(r -> chances.put(
                r.id(), Chance.of(r.propensity().probability(), r.asked().due())));
        return Chances.of(chances);
    }

    /** A line for 30, 60, 90 and 120 days. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(renewals.size() + " renewals in " + span);
        for (Ahead ahead : calendar()) {
            text.append("\n  ").append(ahead);
        }
        return text.toString();
    }
}
