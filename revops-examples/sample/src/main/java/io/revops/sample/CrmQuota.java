package io.revops.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a seller is asked to win in a quarter.
 *
 * @param end the day after the last
 * @param amount in whole units of the currency
 */
public record CrmQuota(String id, String repId, LocalDate start, LocalDate end, long amount, String currency) {
    public CrmQuota {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(repId, "repId");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(currency, "currency");
    }

    /** For every seller and every quarter from the one with the first day to the one after the last. */
    static List<CrmQuota> all(CrmWorld world, List<CrmRep> reps) {
        List<CrmQuota> all = new ArrayList<>();
        LocalDate first = world.start().withMonth((world.start().getMonthValue() - 1) / 3 * 3 + 1);
        String currency = world.markets().get(0).currency();
        for (CrmRep rep : reps.subList(CrmRep.first(world.team()), reps.size())) {
            for (LocalDate quarter = first; !quarter.isAfter(world.end()); quarter = quarter.plusMonths(3)) {
                String id = "Q-" + quarter.getYear() + "-" + (quarter.getMonthValue() + 2) / 3 + "-" + rep.id();
                all.add(new CrmQuota(
                        id,
                        rep.id(),
                        quarter,
                        quarter.plusMonths(3),
                        world.team().quotaPerQuarter(),
                        currency));
            }
        }
        return List.copyOf(all);
    }
}
