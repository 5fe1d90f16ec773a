package io.revops.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated company's customers: what they did, what they paid, and when they left and why, drawn from a {@link ChurnWorld}.
 *
 * <p>Each account has two streams of random numbers of its own, one for its life and one for the details of its rows (on which day,
 * by whom), so that an account is the same whoever else there is, and a world of twelve periods is the beginning of one of twenty-four.
 *
 * <pre>{@code
 * ChurnCompany company = ChurnWorld.standard().company(7);
 * company.accounts().get(0).periods();
 * company.writeTo(Path.of("target/company"));
 * }</pre>
 */
public final class ChurnCompany {
    private final ChurnWorld world;
    private final long seed;
    private final List<ChurnAccount> accounts;

    private ChurnCompany(ChurnWorld world, long seed) {
        this.world = world;
        this.seed = seed;
        List<ChurnAccount> lived = new ArrayList<>();
        for (int number = 0; number < world.accounts(); number++) {
            lived.add(ChurnLife.of(world, seed, number));
        }
        accounts = List.copyOf(lived);
    }

    static ChurnCompany of(ChurnWorld world, long seed) {
        return new ChurnCompany(world, seed);
    }

    /** What it was drawn from. */
    public ChurnWorld world() {
        return world;
    }

    public long seed() {
        return seed;
    }

    /** Those that began before the end of the world, by their number. */
    public List<ChurnAccount> accounts() {
        return accounts.stream().filter(a -> !a.periods().isEmpty()).toList();
    }

    /**
     * Writes what is known at the end of the world, in the library's own form: accounts, subscriptions with their items and endings,
     * usage events, tickets with their statuses, survey answers, payments and contacts. The folder is made if needed; files of the
     * same names are replaced.
     */
    public void writeTo(Path folder) {
        try {
            ChurnExport.write(this, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated company could not be written to " + folder, e);
        }
    }

    @Override
    public String toString() {
        long left = accounts.stream().filter(a -> a.left().isPresent()).count();
        return accounts().size() + " accounts from " + world.start() + " to " + world.end() + ", of which " + left
                + " leave, seed " + seed;
    }
}
