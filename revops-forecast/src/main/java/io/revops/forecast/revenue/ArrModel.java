package io.revops.forecast.revenue;

import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Nature;
import io.revops.forecast.Overlap;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A bridge to the ARR some months ahead, whose parts add up to it in every possible world. */
public final class ArrModel {
    private static final String TOGETHER = "revenue after an earlier month-end";

    private static final String BOOKED = "booked, not live";

    private final Span span;
    private final FlowWindows.Ahead ahead;
    private final List<PastFlows> past;
    private final List<String> reasons;
    private final Provenance provenance;

    ArrModel(Span span, FlowWindows.Ahead ahead, List<PastFlows> past, List<String> reasons, Provenance provenance) {
        this.span = span;
        this.ahead = ahead;
        this.past = List.copyOf(past);
        this.reasons = List.copyOf(reasons);
        this.provenance = provenance;
    }

    /** The last day that was seen. */
    public LocalDate asOf() {
        return provenance.asOf();
    }

    /** The months that are forecast: ARR is that at their end. */
    public Span span() {
        return span;
    }

    /** What recurs on the as-of day, a year. */
    public double opening() {
        return ahead.opening();
    }

    /** What is signed and begins in these months, a year. */
    public double booked() {
        return ahead.booked();
    }

    /** What is known to end in these months, a year; below 0 or 0. */
    public double notified() {
        return ahead.notified();
    }

    /** The renewals that come up in these months and are not known to end. */
    public RenewalForecast renewals() {
        return ahead.renewals();
    }

    /** What became of ARR after earlier month-ends. */
    public List<PastFlows> past() {
        return past;
    }

    public Provenance provenance() {
        return provenance;
    }

    /**
     * ARR at the end of the months, in parts: opening; booked, not live; new; expansion; contraction; churn known, churn at renewal, other
     * churn. The number of each drawn part is its mean.
     *
     * @param business of the same months, in the same currency
     */
    public Forecast forecast(Simulation simulation, NewBusiness business) {
        Draws lost = ahead.renewals().lost(simulation);
        Draws left = lost.map(x -> Math.max(0, ahead.opening() + ahead.notified() + x));
        Forecast.Builder forecast = Forecast.of(quantity(), provenance.asOf(), span)
                .part(Contribution.known("opening", ahead.opening()))
                .part(Contribution.known(BOOKED, ahead.booked()))
                .part(Contribution.drawn("new", fresh(simulation, business)))
                .part(Contribution.drawn(
                        "expansion",
                        shares(simulation, PastFlows::expansionRate).times(ahead.opening())))
                .part(Contribution.drawn(
                        "contraction",
                        shares(simulation, PastFlows::contractionRate).times(left)))
                .part(Contribution.known("churn known", ahead.notified()))
                .part(Contribution.drawn("churn at renewal", lost))
                .part(Contribution.drawn(
                        "other churn", shares(simulation, PastFlows::churnRate).times(left)))
                .because(reasons)
                .from(List.of(provenance));
        business.forecast().ifPresent(f -> forecast.because(f.reasons()).from(f.sources()));
        return forecast.build();
    }

    /** What the accounts that are there will be worth, without what is booked. */
    Draws stayed(Simulation simulation) {
        return forecast(simulation, NewBusiness.none()).parts().stream()
                .filter(part -> !part.name().equals(BOOKED))
                .map(Contribution::draws)
                .reduce(Draws::plus)
                .orElseThrow();
    }

    private Quantity quantity() {
        return new Quantity("arr", "ARR", Unit.MONEY_PER_YEAR, ahead.currency(), Nature.LEVEL);
    }

    /** In each world of the simulation one of the past days happens again, the same one for all shares. */
    private Draws shares(Simulation simulation, ToDoubleFunction<PastFlows> share) {
        List<LocalDate> origins = past.stream().map(PastFlows::origin).toList();
        int months = (int) ChronoUnit.MONTHS.between(span.from(), span.to());
        double[] values = widened(past.stream().mapToDouble(share).toArray(), months);
        return Draws.of(new Support.Fitted(origins), values).through(simulation, TOGETHER);
    }

    /**
     * Moved away from their mean by as much as the number of days and the overlap of their months ask for; none changes its sign, and the
     * mean stays.
     */
    static double[] widened(double[] shares, int months) {
        double mean = 0;
        for (double share : shares) {
            mean += share / shares.length;
        }
        double sign = Math.signum(mean);
        double by = Overlap.widening(shares.length, 1, months);
        double[] wide = new double[shares.length];
        double after = 0;
        for (int i = 0; i < shares.length; i++) {
            wide[i] = sign * Math.max(0, sign * (mean + by * (shares[i] - mean)));
            after += wide[i] / shares.length;
        }
        for (int i = 0; i < wide.length; i++) {
            wide[i] = after == 0 ? 0 : Math.max(-1, wide[i] * mean / after);
        }
        return wide;
    }

    private Draws fresh(Simulation simulation, NewBusiness business) {
        if (business.forecast().isEmpty()) {
            return Draws.exact(0);
        }
        Forecast given = business.forecast().get();
        if (!given.horizon().equals(span)
                || !given.asOf().equals(provenance.asOf())
                || !given.quantity().currency().equals(ahead.currency())) {
            throw new IllegalArgumentException("New business is forecast for " + given.horizon() + " in "
                    + given.quantity().currency() + ", as of " + given.asOf() + ". Maybe forecast it for " + span
                    + " in " + ahead.currency() + ", as of " + provenance.asOf() + ".");
        }
        Draws drawn = given.draws();
        return business.onTop(
                drawn.support() instanceof Support.Fitted ? drawn.through(simulation, "new business") : drawn,
                ahead.booked());
    }

    /** The opening, what is known, and how much is drawn. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add("opening " + quantity().print(opening()));
        parts.add("booked " + quantity().print(booked()));
        parts.add("known to end " + quantity().print(notified()));
        parts.add(renewals().renewals().size() + " renewals");
        return "ARR at the end of " + span + ": " + String.join(", ", parts) + ", and what followed " + past.size()
                + " month-ends";
    }
}
