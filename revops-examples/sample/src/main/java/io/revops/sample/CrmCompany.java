package io.revops.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A simulated company's CRM: its sellers, quotas, accounts and deals with their histories, drawn from a {@link CrmWorld}.
 *
 * <p>Each deal has a stream of random numbers of its own, told by the day it was created on, so that a world of two years is the
 * beginning of the same world of three. The rows are in memory; {@link #writeTo} writes them as the exports of the vendors.
 *
 * <pre>{@code
 * CrmCompany company = CrmWorld.standard().with(CrmTeam.standard().biased(1, 0)).company(7);
 * company.deals().get(0).steps();
 * company.writeTo(Path.of("target/company"));
 * }</pre>
 */
public final class CrmCompany {
    private static final int MOST_MARKETS = 64;
    private static final int MOST_A_DAY = 4096;

    private final CrmWorld world;
    private final long seed;
    private final CrmDays days;
    private final List<CrmRep> reps;
    private final List<CrmQuota> quotas;
    private final List<CrmAccount> accounts = new ArrayList<>();
    private final List<CrmDeal> deals = new ArrayList<>();
    private final Map<String, List<CrmAccount>> bySegment = new HashMap<>();
    private final Map<String, CrmRep.Reporting> reports = new HashMap<>();

    private CrmCompany(CrmWorld world, long seed) {
        this.world = world;
        this.seed = seed;
        days = new CrmDays(world, seed);
        reps = CrmRep.all(world.team(), seed);
        quotas = CrmQuota.all(world, reps);
        if (world.markets().size() > MOST_MARKETS) {
            throw new IllegalArgumentException(
                    "There are " + world.markets().size() + " markets. Maybe at most " + MOST_MARKETS + ".");
        }
        reps.forEach(rep -> reports.put(rep.id(), rep.reports()));
        live();
    }

    static CrmCompany of(CrmWorld world, long seed) {
        return new CrmCompany(world, seed);
    }

    private void live() {
        int markets = world.markets().size();
        double[] none = new double[markets];
        for (int day = 0; day < days.count(); day++) {
            for (int m = 0; m < markets; m++) {
                CrmMarket market = world.markets().get(m);
                double rate = market.createdPerDay() * days.created(day);
                if (day == 0 || days.created(day) != days.created(day - 1)) {
                    none[m] = StrictMath.exp(-rate);
                }
                Draw draw = Draw.quick(seed, Draw.Purpose.CRM_ARRIVALS, (long) day * MOST_MARKETS + m);
                int created = draw.poisson(rate, none[m]);
                for (int i = 0; i < created; i++) {
                    deal(market, day, draw(day, m, i), Pace.WORKED);
                }
                double atOnce = market.wonAtOncePerDay() * days.created(day) * days.win(day);
                int won = atOnce == 0 ? 0 : draw.poisson(atOnce, StrictMath.exp(-atOnce));
                for (int i = 0; i < won; i++) {
                    deal(market, day, draw(day, m, MOST_A_DAY + i), Pace.AT_ONCE);
                }
            }
        }
    }

    private enum Pace {
        WORKED,
        AT_ONCE
    }

    private Draw draw(int day, int market, int index) {
        long place = ((long) day * MOST_MARKETS + market) * 2 * MOST_A_DAY + index;
        return Draw.quick(seed, Draw.Purpose.CRM_DEAL, place);
    }

    private void deal(CrmMarket market, int day, Draw draw, Pace pace) {
        CrmAccount account = account(market, day, draw);
        CrmLife life = new CrmLife(world, days, market, Objects.requireNonNull(reports.get(account.ownerId())), draw);
        CrmLife lived = pace == Pace.AT_ONCE ? life.wonAtOnce(day) : life.from(day);
        deals.add(new CrmDeal(
                deals.size(),
                account.number(),
                market,
                account.ownerId(),
                days.date(day),
                lived.agreed(),
                lived.steps()));
    }

    /** New business is with a new account; everything else with one of the segment that is known, if there is one. */
    private CrmAccount account(CrmMarket market, int day, Draw draw) {
        List<CrmAccount> known = bySegment.computeIfAbsent(market.segment(), s -> new ArrayList<>());
        int seller = CrmRep.first(world.team()) + draw.between(0, world.team().sellers() - 1);
        if (!market.type().equals(CrmMarket.NEW) && !known.isEmpty()) {
            return draw.pick(known);
        }
        CrmRep owner = reps.get(seller);
        CrmAccount met = new CrmAccount(deals.size(), market.segment(), owner.region(), owner.id(), days.date(day));
        accounts.add(met);
        known.add(met);
        return met;
    }

    /** What it was drawn from. */
    public CrmWorld world() {
        return world;
    }

    public long seed() {
        return seed;
    }

    /** The leader, the managers and the sellers. */
    public List<CrmRep> reps() {
        return reps;
    }

    public List<CrmQuota> quotas() {
        return quotas;
    }

    /** In the order in which they were met. */
    public List<CrmAccount> accounts() {
        return Collections.unmodifiableList(accounts);
    }

    /** In the order in which they were created. */
    public List<CrmDeal> deals() {
        return Collections.unmodifiableList(deals);
    }

    /** The factor of winning that all deals shared in each month, the first month first: the truth behind the common ups and downs. */
    public List<Double> shocks() {
        return days.shocks();
    }

    /**
     * Writes the tables as exports: {@code salesforce/Account.csv}, {@code Opportunity.csv}, {@code OpportunityHistory.csv} and
     * {@code User.csv}, and {@code finance/quotas.csv}. The folder is made if needed; files of the same names are replaced.
     */
    public void writeTo(Path folder) {
        try {
            CrmExport.write(this, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated company could not be written to " + folder, e);
        }
    }

    /**
     * Writes the same deals as the tables of a HubSpot portal: {@code owner.csv}, {@code company.csv}, {@code deal.csv},
     * {@code deal_pipeline_stage.csv} and {@code deal_property_history.csv}.
     */
    public void writeHubSpotTo(Path folder) {
        try {
            CrmHubSpot.write(this, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated company could not be written to " + folder, e);
        }
    }

    @Override
    public String toString() {
        return deals.size() + " deals from " + world.start() + " to " + world.end() + ", seed " + seed;
    }
}
