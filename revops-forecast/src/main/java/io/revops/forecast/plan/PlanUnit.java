package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A region, a segment, a team, a territory or a rep in a plan: what it can sell, who is there, and between which limits its
 * quota lies. Any tree of them is a plan's organisation; whoever has nobody below is given a quota, everybody above gets the
 * sum.
 *
 * <p>Every {@code with} gives a changed copy.
 */
public final class PlanUnit {
    private final String id;
    private final String kind;
    private final List<PlanUnit> units;
    private final @Nullable String person;
    private final @Nullable Double potential;
    private final @Nullable Double history;
    private final @Nullable Double capacity;
    private final @Nullable Double ramp;
    private final @Nullable Money floor;
    private final @Nullable Money ceiling;
    private final @Nullable LocalDate start;
    private final @Nullable LocalDate end;
    private final List<Span> leave;

    private PlanUnit(Draft from) {
        id = from.id;
        kind = from.kind;
        units = List.copyOf(from.units);
        person = from.person;
        potential = from.potential;
        history = from.history;
        capacity = from.capacity;
        ramp = from.ramp;
        floor = from.floor;
        ceiling = from.ceiling;
        start = from.start;
        end = from.end;
        leave = List.copyOf(from.leave);
    }

    /** A unit of any kind, with those below it. The id names it once in a plan. */
    public static PlanUnit of(String kind, String id, PlanUnit... units) {
        Draft draft = new Draft(Objects.requireNonNull(id, "id"), Objects.requireNonNull(kind, "kind"));
        draft.units = List.of(units);
        return new PlanUnit(draft);
    }

    public static PlanUnit region(String id, PlanUnit... units) {
        return of("region", id, units);
    }

    public static PlanUnit segment(String id, PlanUnit... units) {
        return of("segment", id, units);
    }

    public static PlanUnit team(String id, PlanUnit... units) {
        return of("team", id, units);
    }

    public static PlanUnit territory(String id, PlanUnit... units) {
        return of("territory", id, units);
    }

    /** A rep, with nobody below. */
    public static PlanUnit rep(String id) {
        return of("rep", id);
    }

    /** With others below it. */
    public PlanUnit withUnits(List<PlanUnit> below) {
        Draft copy = draft();
        copy.units = below;
        return new PlanUnit(copy);
    }

    /** Who carries it, if that is not its id: two territories of one rep, or one territory that changes hands. */
    public PlanUnit withPerson(String carrier) {
        Draft copy = draft();
        copy.person = carrier;
        return new PlanUnit(copy);
    }

    /**
     * What could be sold there, from 0, in a measure that its siblings share. Of a unit with others below, instead of their
     * sum.
     */
    public PlanUnit withPotential(double measure) {
        Draft copy = draft();
        copy.potential = measure;
        return new PlanUnit(copy);
    }

    /** What was sold there before, from 0; left out where nobody was there, which is not the same as nothing sold. */
    public PlanUnit withHistory(double measure) {
        Draft copy = draft();
        copy.history = measure;
        return new PlanUnit(copy);
    }

    /** How many full reps it is, from 0; 1 unless said. */
    public PlanUnit withCapacity(double reps) {
        Draft copy = draft();
        copy.capacity = reps;
        return new PlanUnit(copy);
    }

    /** How much of a full rep it is over the whole plan, 0 to 1, instead of what start, end and leave say. */
    public PlanUnit withRamp(double share) {
        Draft copy = draft();
        copy.ramp = share;
        return new PlanUnit(copy);
    }

    /** The least that it is given, in whole cents. */
    public PlanUnit withFloor(Money least) {
        Draft copy = draft();
        copy.floor = least;
        return new PlanUnit(copy);
    }

    /** The most that it is given, in whole cents. */
    public PlanUnit withCeiling(Money most) {
        Draft copy = draft();
        copy.ceiling = most;
        return new PlanUnit(copy);
    }

    /** First day of who carries it; ramped by the plan's curve from then on. */
    public PlanUnit withStart(LocalDate day) {
        Draft copy = draft();
        copy.start = day;
        return new PlanUnit(copy);
    }

    /** Day after the last of who carries it. */
    public PlanUnit withEnd(LocalDate day) {
        Draft copy = draft();
        copy.end = day;
        return new PlanUnit(copy);
    }

    /** Days without whom carries it; several add up. */
    public PlanUnit withLeave(Span days) {
        Draft copy = draft();
        List<Span> more = new ArrayList<>(leave);
        more.add(days);
        copy.leave = more;
        return new PlanUnit(copy);
    }

    public String id() {
        return id;
    }

    /** In the words of the organisation: region, team, rep. */
    public String kind() {
        return kind;
    }

    public List<PlanUnit> units() {
        return units;
    }

    /** Who carries it: its id unless said. */
    public String person() {
        return person == null ? id : person;
    }

    /** Its own figure of a basis, if it has one. */
    public OptionalDouble measure(QuotaBasis basis) {
        Double own = switch (basis) {
            case POTENTIAL -> potential;
            case HISTORY -> history;
            case CAPACITY -> capacity;
        };
        return own == null ? OptionalDouble.empty() : OptionalDouble.of(own);
    }

    /** How much of a full rep it was said to be. */
    public OptionalDouble ramp() {
        return ramp == null ? OptionalDouble.empty() : OptionalDouble.of(ramp);
    }

    public Optional<Money> floor() {
        return Optional.ofNullable(floor);
    }

    public Optional<Money> ceiling() {
        return Optional.ofNullable(ceiling);
    }

    public Optional<LocalDate> start() {
        return Optional.ofNullable(start);
    }

    public Optional<LocalDate> end() {
        return Optional.ofNullable(end);
    }

    public List<Span> leave() {
        return leave;
    }

    @Override
    public String toString() {
        return kind + " " + id + (units.isEmpty() ? "" : " of " + units.size());
    }

    private Draft draft() {
        Draft draft = new Draft(id, kind);
        draft.units = units;
        draft.person = person;
        draft.potential = potential;
        draft.history = history;
        draft.capacity = capacity;
        draft.ramp = ramp;
        draft.floor = floor;
        draft.ceiling = ceiling;
        draft.start = start;
        draft.end = end;
        draft.leave = leave;
        return draft;
    }

    private static final class Draft {
        private final String id;
        private final String kind;
        private List<PlanUnit> units = List.of();
        private @Nullable String person;
        private @Nullable Double potential;
        private @Nullable Double history;
        private @Nullable Double capacity;
        private @Nullable Double ramp;
        private @Nullable Money floor;
        private @Nullable Money ceiling;
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private List<Span> leave = List.of();

        private Draft(String id, String kind) {
            this.id = id;
            this.kind = kind;
        }
    }
}
