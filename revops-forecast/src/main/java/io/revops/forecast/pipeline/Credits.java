package io.revops.forecast.pipeline;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who gets credit for a deal where it is not its owner alone.
 *
 * <p>Shares divide the amount: they add up to 100 %, and their parts add up to the amount to the cent. Overlays are credit beside
 * it, for those who helped: they are shown with those people and are in no total, since the deal is booked once.
 */
public final class Credits {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DIGITS = 6;

    /**
     * The credit of somebody for a deal.
     *
     * @param seller the id of the person
     * @param percent above 0, at most six digits after the point
     */
    public record Credit(String seller, BigDecimal percent) {
        public Credit {
            Objects.requireNonNull(seller, "seller");
            if (percent.signum() <= 0 || percent.stripTrailingZeros().scale() > DIGITS) {
                throw new IllegalArgumentException("The credit of (" + seller + ") is " + percent.toPlainString()
                        + " %. Maybe a number above 0 with at most six digits after the point.");
            }
        }
    }

    private static final Credits NONE = new Credits(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<String, List<Credit>> shares;
    private final SortedMap<String, List<Credit>> overlays;

    private Credits(SortedMap<String, List<Credit>> shares, SortedMap<String, List<Credit>> overlays) {
        this.shares = shares;
        this.overlays = overlays;
    }

    /** Every deal is its owner's alone. */
    public static Credits none() {
        return NONE;
    }

    /** The same with a share of a deal, in percent; the shares of a deal add up to 100. */
    public Credits share(String deal, String seller, double percent) {
        return new Credits(with(shares, deal, seller, percent), overlays);
    }

    /** The same with credit beside the amount of a deal, in percent of it. */
    public Credits overlay(String deal, String seller, double percent) {
        return new Credits(shares, with(overlays, deal, seller, percent));
    }

    private static SortedMap<String, List<Credit>> with(
            SortedMap<String, List<Credit>> some, String deal, String seller, double percent) {
        List<Credit> all = new ArrayList<>(some.getOrDefault(deal, List.of()));
        if (all.stream().anyMatch(c -> c.seller().equals(seller))) {
            throw new IllegalArgumentException(
                    "The credit of (" + seller + ") for (" + deal + ") is told twice. Maybe add the two up.");
        }
        all.add(new Credit(seller, BigDecimal.valueOf(percent)));
        SortedMap<String, List<Credit>> more = new TreeMap<>(some);
        more.put(deal, List.copyOf(all));
        return more;
    }

    /**
     * A deal as its shares: one for each seller, whose amounts add up to that of the deal to the cent.
     *
     * @throws IllegalArgumentException if the shares do not add up to 100 %
     */
    public List<CalledDeal> shares(CalledDeal deal) {
        List<Credit> credits = shares.getOrDefault(deal.deal(), List.of());
        if (credits.isEmpty()) {
            return List.of(deal);
        }
        BigDecimal sum = credits.stream().map(Credit::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            throw new IllegalArgumentException("The shares of the deal (" + deal.deal() + ") add up to "
                    + sum.toPlainString() + " % and not to 100. Maybe an overlay for who is beside it.");
        }
        long[] weights = credits.stream()
                .mapToLong(c -> c.percent().movePointRight(DIGITS).longValueExact())
                .toArray();
        List<Money> parts = deal.amount().allocate(weights);
        return Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                .map(i -> new CalledDeal(deal.deal(), credits.get(i).seller(), deal.category(), parts.get(i)))
                .toList();
    }

    /** The credit beside a deal, each rounded half-even to the currency's own digits. */
    public List<CalledDeal> overlays(CalledDeal deal) {
        return overlays.getOrDefault(deal.deal(), List.of()).stream()
                .map(c -> new CalledDeal(
                        deal.deal(),
                        c.seller(),
                        deal.category(),
                        deal.amount().times(c.percent().movePointLeft(2)).rounded(RoundingMode.HALF_EVEN)))
                .toList();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Credits that && shares.equals(that.shares) && overlays.equals(that.overlays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shares, overlays);
    }

    @Override
    public String toString() {
        return shares.size() + (shares.size() == 1 ? " deal is" : " deals are") + " shared, " + overlays.size()
                + (overlays.size() == 1 ? " has" : " have") + " overlays";
    }
}
