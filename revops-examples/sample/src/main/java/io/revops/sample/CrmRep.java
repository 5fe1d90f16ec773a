package io.revops.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person in the simulated CRM.
 *
 * @param id as the CRM writes it
 * @param name of the person
 * @param title as the CRM shows it
 * @param region empty for the leader of all
 * @param managerId whom the person reports to; null for the leader
 * @param reports the truth about how a seller reports open deals
 */
public record CrmRep(
        String id,
        String name,
        String title,
        String region,
        @Nullable String managerId,
        Reporting reports) {
    /** How a seller reports what an open deal will bring. */
    public enum Reporting {
        HONESTLY,
        TOO_LOW,
        TOO_HIGH
    }

    public CrmRep {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(reports, "reports");
    }

    /** The leader, then the managers, then the sellers by region; who reports how is drawn, and the shares are exact. */
    static List<CrmRep> all(CrmTeam team, long seed) {
        List<CrmRep> all = new ArrayList<>();
        all.add(person(0, Rep.Title.SALES_LEADER, "", null, Reporting.HONESTLY));
        for (int region = 0; region < team.regions().size(); region++) {
            all.add(person(1 + region, Rep.Title.MANAGER, team.regions().get(region), Id.user(0), Reporting.HONESTLY));
        }
        Reporting[] habits = habits(team, seed);
        for (int seller = 0; seller < team.sellers(); seller++) {
            int region = seller / team.sellersPerRegion();
            all.add(person(
                    first(team) + seller,
                    Rep.Title.SELLER,
                    team.regions().get(region),
                    Id.user(1 + region),
                    habits[seller]));
        }
        return List.copyOf(all);
    }

    /** The number of the first seller in the list of all. */
    static int first(CrmTeam team) {
        return 1 + team.regions().size();
    }

    private static CrmRep person(
            int number, Rep.Title title, String region, @Nullable String manager, Reporting reports) {
        return new CrmRep(Id.user(number), Names.person(number), title.label(), region, manager, reports);
    }

    private static Reporting[] habits(CrmTeam team, long seed) {
        Reporting[] habits = new Reporting[team.sellers()];
        int low = (int) StrictMath.round(team.sandbaggers() * habits.length);
        int high = (int) StrictMath.round(team.happyEars() * habits.length);
        Arrays.fill(habits, Reporting.HONESTLY);
        Arrays.fill(habits, 0, low, Reporting.TOO_LOW);
        Arrays.fill(habits, low, StrictMath.min(habits.length, low + high), Reporting.TOO_HIGH);
        Draw draw = Draw.quick(seed, Draw.Purpose.CRM_HABIT, 0);
        for (int last = habits.length - 1; last > 0; last--) {
            int other = draw.between(0, last);
            Reporting kept = habits[last];
            habits[last] = habits[other];
            habits[other] = kept;
        }
        return habits;
    }
}
