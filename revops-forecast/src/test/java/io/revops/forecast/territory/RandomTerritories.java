package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Accounts and reps drawn from a seed. */
record RandomTerritories(List<TerritoryAccount> accounts, List<TerritoryRep> reps, Map<String, String> today) {
    static RandomTerritories of(long seed, int accounts, int reps) {
        Random random = new Random(seed);
        List<TerritoryRep> team = new ArrayList<>();
        for (int r = 0; r < reps; r++) {
            team.add(TerritoryRep.of("rep" + r)
                    .withCapacity(r % 4 == 3 ? 0.5 : 1)
                    .withHome(place(random)));
        }
        List<TerritoryAccount> all = new ArrayList<>();
        Map<String, String> today = new TreeMap<>();
        for (int i = 0; i < accounts; i++) {
            TerritoryAccount account = TerritoryAccount.of(String.format(java.util.Locale.ROOT, "a%05d", i))
                    .with("potential", 1 + random.nextInt(100))
                    .with("workload", 1 + random.nextInt(20))
                    .withSegment(random.nextInt(5) == 0 ? "Enterprise" : "SMB")
                    .withPlace(place(random));
            all.add(account);
            if (random.nextInt(5) > 0) {
                today.put(account.id(), "rep" + random.nextInt(reps + 1)); // the last has left
            }
        }
        return new RandomTerritories(all, team, today);
    }

    private static Place place(Random random) {
        return Place.of(47 + random.nextDouble() * 7, 6 + random.nextDouble() * 9);
    }
}
