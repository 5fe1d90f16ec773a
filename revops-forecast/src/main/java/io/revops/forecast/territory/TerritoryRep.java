package io.revops.forecast.territory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody who looks after accounts. Every {@code with} gives a changed copy. */
public final class TerritoryRep {
    private final String id;
    private final double capacity;
    private final List<String> segments;
    private final List<String> regions;
    private final @Nullable Place home;
    private final @Nullable SalesChannel channel;
    private final int atLeast;
    private final int atMost;

    private TerritoryRep(Builder b) {
        id = b.id;
        capacity = b.capacity;
        segments = b.segments;
        regions = b.regions;
        home = b.home;
        channel = b.channel;
        atLeast = b.atLeast;
        atMost = b.atMost;
    }

    /** A rep of full capacity who serves every segment. */
    public static TerritoryRep of(String id) {
        return new TerritoryRep(new Builder(Objects.requireNonNull(id, "id")));
    }

    /** With so much capacity: 1 for a full rep, 0.5 for half a day or half a ramp. The fair share of a measure goes by it. */
    public TerritoryRep withCapacity(double share) {
        Builder b = copy();
        b.capacity = share;
        return new TerritoryRep(b);
    }

    /** With the only segments that the rep serves; all unless given. */
    public TerritoryRep withSegments(String... names) {
        Builder b = copy();
        b.segments = sorted(names);
        return new TerritoryRep(b);
    }

    /** With the regions where the rep is at home; others cost travel. */
    public TerritoryRep withRegions(String... names) {
        Builder b = copy();
        b.regions = sorted(names);
        return new TerritoryRep(b);
    }

    /** With where the rep travels from; the middle of today's accounts unless given. */
    public TerritoryRep withHome(Place place) {
        Builder b = copy();
        b.home = Objects.requireNonNull(place, "place");
        return new TerritoryRep(b);
    }

    /** With what kind of seller the rep is; both unless given. */
    public TerritoryRep with(SalesChannel seller) {
        Builder b = copy();
        b.channel = Objects.requireNonNull(seller, "seller");
        return new TerritoryRep(b);
    }

    /** With the fewest accounts that the rep is given. */
    public TerritoryRep withAtLeast(int accounts) {
        Builder b = copy();
        b.atLeast = accounts;
        return new TerritoryRep(b);
    }

    /** With the most accounts that the rep is given. */
    public TerritoryRep withAtMost(int accounts) {
        Builder b = copy();
        b.atMost = accounts;
        return new TerritoryRep(b);
    }

    public String id() {
        return id;
    }

    /** 1 for a full rep. */
    public double capacity() {
        return capacity;
    }

    /** In order; empty for every segment. */
    public List<String> segments() {
        return segments;
    }

    /** In order; empty if none is known. */
    public List<String> regions() {
        return regions;
    }

    public Optional<Place> home() {
        return Optional.ofNullable(home);
    }

    public Optional<SalesChannel> channel() {
        return Optional.ofNullable(channel);
    }

    /** The fewest accounts; 0 unless given. */
    public int atLeast() {
        return atLeast;
    }

    /** The most accounts; empty for no limit. */
    public OptionalInt atMost() {
        return atMost == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(atMost);
    }

    private static List<String> sorted(String... names) {
        return List.copyOf(new TreeSet<>(List.of(names)));
    }

    private Builder copy() {
        Builder b = new Builder(id);
        b.capacity = capacity;
        b.segments = segments;
        b.regions = regions;
        b.home = home;
        b.channel = channel;
        b.atLeast = atLeast;
        b.atMost = atMost;
        return b;
    }

    @Override
    public String toString() {
        return id + " " + capacity;
    }

    private static final class Builder {
        private final String id;
        private double capacity = 1;
        private List<String> segments = List.of();
        private List<String> regions = List.of();
        private @Nullable Place home;
        private @Nullable SalesChannel channel;
        private int atLeast;
        private int atMost = Integer.MAX_VALUE;

        private Builder(String id) {
            this.id = id;
        }
    }
}
