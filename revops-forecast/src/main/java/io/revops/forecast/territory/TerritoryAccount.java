package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A customer or prospect that somebody should look after. Every {@code with} gives a changed copy. */
public final class TerritoryAccount {
    private final String id;
    private final Map<String, BigDecimal> measures;
    private final @Nullable String segment;
    private final @Nullable Place place;
    private final @Nullable String region;
    private final @Nullable SalesChannel channel;

    private TerritoryAccount(
            String id,
            Map<String, BigDecimal> measures,
            @Nullable String segment,
            @Nullable Place place,
            @Nullable String region,
            @Nullable SalesChannel channel) {
        this.id = id;
        this.measures = measures;
        this.segment = segment;
        this.place = place;
        this.region = region;
        this.channel = channel;
    }

    /** An account of which nothing but the id is known. */
    public static TerritoryAccount of(String id) {
        return new TerritoryAccount(Objects.requireNonNull(id, "id"), Map.of(), null, null, null, null);
    }

    /** With so much of a measure: potential in euros, workload in hours. What is below 0 is refused when territories are drawn. */
    public TerritoryAccount with(String measure, BigDecimal amount) {
        Map<String, BigDecimal> more = new TreeMap<>(measures);
        more.put(Objects.requireNonNull(measure, "measure"), Objects.requireNonNull(amount, "amount"));
        return new TerritoryAccount(id, Collections.unmodifiableMap(more), segment, place, region, channel);
    }

    /** With so much of a measure, as the number is printed. */
    public TerritoryAccount with(String measure, double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(
                    "The " + measure + " of (" + id + ") is " + amount + ". Maybe 0 if there is none.");
        }
        return with(measure, BigDecimal.valueOf(amount));
    }

    /** With the segment that it belongs to: Enterprise, SMB. */
    public TerritoryAccount withSegment(String name) {
        return new TerritoryAccount(id, measures, Objects.requireNonNull(name, "name"), place, region, channel);
    }

    /** With where it is. */
    public TerritoryAccount withPlace(Place where) {
        return new TerritoryAccount(id, measures, segment, Objects.requireNonNull(where, "where"), region, channel);
    }

    /** With the region that it is in, where places are not known. */
    public TerritoryAccount withRegion(String name) {
        return new TerritoryAccount(id, measures, segment, place, Objects.requireNonNull(name, "name"), channel);
    }

    /** With who may sell to it; both unless given. */
    public TerritoryAccount with(SalesChannel seller) {
        return new TerritoryAccount(id, measures, segment, place, region, Objects.requireNonNull(seller, "seller"));
    }

    public String id() {
        return id;
    }

    /** By name. */
    public Map<String, BigDecimal> measures() {
        return measures;
    }

    public Optional<String> segment() {
        return Optional.ofNullable(segment);
    }

    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    public Optional<SalesChannel> channel() {
        return Optional.ofNullable(channel);
    }

    @Override
    public String toString() {
        return id + " " + measures;
    }
}
