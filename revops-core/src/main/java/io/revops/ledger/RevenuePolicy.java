package io.revops.ledger;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every convention by which facts become revenue, one small type each; {@link #standard()} is where one starts, and
 * {@code with(option)} changes one.
 *
 * <p>The standard: revenue is what subscriptions are worth, normalised to a year (52 weeks, 365 days), per account, before
 * tax and after every active discount; usage and one-time charges stay out. The trial that a subscription begins with does not
 * count; a paused subscription does, and a past-due one until it is unpaid or ends. It ends when it ends in billing. An
 * account that pays nothing has churned, and one that comes back is a reactivation, however late. Foreign currencies are
 * valued at the closing rate of each period, and the rate's own effect has its own row.
 */
public final class RevenuePolicy {
    private static final RevenuePolicy STANDARD = new RevenuePolicy(Basis.NET, ReportingZone.UTC, null);

    private final Basis basis;
    private final ReportingZone zone;
    private final @Nullable ReportingCurrency currency;

    private RevenuePolicy(Basis basis, ReportingZone zone, @Nullable ReportingCurrency currency) {
        this.basis = Objects.requireNonNull(basis, "basis");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.currency = currency;
    }

    /** Net movements in UTC, in the only currency there is. */
    public static RevenuePolicy standard() {
        return STANDARD;
    }

    public RevenuePolicy with(Basis option) {
        return new RevenuePolicy(option, zone, currency);
    }

    public RevenuePolicy with(ReportingZone option) {
        return new RevenuePolicy(basis, option, currency);
    }

    public RevenuePolicy with(ReportingCurrency option) {
        return new RevenuePolicy(basis, zone, Objects.requireNonNull(option, "option"));
    }

    public Basis basis() {
        return basis;
    }

    /** The zone in which days begin. */
    public ZoneId zone() {
        return zone.zone();
    }

    /** What amounts are reported in; absent: in the only currency that the book has. */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency).map(ReportingCurrency::currency);
    }

    /** Every convention as {@code name: value}, in a fixed order: those that can be set first. */
    public List<String> conventions() {
        List<String> lines = new ArrayList<>();
        lines.add("basis: " + (basis == Basis.NET ? "net, one movement a period" : "event, one movement an instant"));
        lines.add("reporting zone: " + (zone().equals(ZoneOffset.UTC) ? "UTC" : zone()));
        lines.add("reporting currency: "
                + currency().map(Currency::getCurrencyCode).orElse("the only one there is"));
        for (Clause clause : Clause.values()) {
            clause.convention().ifPresent(lines::add);
        }
        return List.copyOf(lines);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RevenuePolicy that
                && basis == that.basis
                && zone.equals(that.zone)
                && Objects.equals(currency, that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(basis, zone, currency);
    }

    /** What differs from the standard. */
    @Override
    public String toString() {
        return "RevenuePolicy: " + (equals(STANDARD) ? "standard" : "standard with " + changed());
    }

    private String changed() {
        List<String> changed = new ArrayList<>();
        if (basis != Basis.NET) {
            changed.add("basis " + basis);
        }
        if (!zone.equals(ReportingZone.UTC)) {
            changed.add("zone " + zone());
        }
        currency().ifPresent(c -> changed.add("currency " + c));
        return String.join(", ", changed);
    }
}
