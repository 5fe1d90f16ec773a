package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.revops.forecast.plan.CapacityModel;
import io.revops.forecast.plan.InvalidPlanException;
import io.revops.forecast.plan.PlanCheck;
import io.revops.forecast.plan.PlanFault;
import io.revops.forecast.plan.PlanFaultCode;
import io.revops.forecast.plan.PlanUnit;
import io.revops.forecast.plan.QuotaPlanner;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.territory.InvalidTerritoryException;
import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryFault;
import io.revops.forecast.territory.TerritoryFaultCode;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import io.revops.money.Money;
import io.revops.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a planner is given that means nothing: each is named with the next step, by the library and from plain sheets. */
class BadPlanningInputTest {
    private static final TerritoryPlanner EVEN = TerritoryPlanner.of("potential");
    private static final List<TerritoryRep> REPS = List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben"));
    private static final String PLAIN = "account_id,potential\nacme,90\nbolt,40\ncore,70\ndune,60\n";
    private static final String HELP = "Maybe see --help.\n";
    private static final String TWO = "rep_id\nAna\nBen\n";

    @TempDir
    Path folder;

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static QuotaPlanner quotas() {
        return QuotaPlanner.of(usd(1_000), Span.year(2026));
    }

    private static List<TerritoryAccount> accounts(double... potentials) {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (double potential : potentials) {
            accounts.add(TerritoryAccount.of("a" + accounts.size()).with("potential", potential));
        }
        return accounts;
    }

    private static void plan(PlanFaultCode code, String subject, String field, String text, ThrowingCallable call) {
        InvalidPlanException thrown = catchThrowableOfType(InvalidPlanException.class, call);
        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.faults()).containsExactly(new PlanFault(code, subject, field, text));
        assertThat(text).contains(". Maybe ");
    }

    private static void territory(
            TerritoryFaultCode code, String subject, String field, String text, ThrowingCallable call) {
        InvalidTerritoryException thrown = catchThrowableOfType(InvalidTerritoryException.class, call);
        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.faults()).containsExactly(new TerritoryFault(code, subject, field, text));
        assertThat(text).contains(". Maybe ");
    }

    /** Runs the sheets; what is printed, of both streams, without where to find help, which stands at the end of every error. */
    private String run(int status, String accounts, String reps) throws IOException {
        Run run = Run.of(
                io.revops.quickstart.Territories::run,
                "--accounts",
                Files.writeString(folder.resolve("accounts.csv"), accounts).toString(),
                "--reps",
                Files.writeString(folder.resolve("reps.csv"), reps).toString());
        assertThat(run.status()).isEqualTo(status);
        String text = run.out() + run.err();
        if (status == 0) {
            return text;
        }
        assertThat(text).endsWith(HELP);
        return text.substring(0, text.length() - HELP.length());
    }

    @Test
    void moreRepsThanAccounts() throws IOException {
        String text = "There are 2 reps and 1 accounts, so that some would have none. Maybe leave out 1 of the reps, or"
                + " split accounts into their sites.";
        territory(TerritoryFaultCode.MORE_REPS_THAN_ACCOUNTS, "", "reps", text, () -> EVEN.draw(accounts(1), REPS));
        assertThat(run(2, "account_id,potential\nacme,90\n", TWO)).isEqualTo(text + "\n");
    }

    /** Allowed, since somebody must have it; but that no territories are even is not the search's fault. */
    @Test
    void oneHugeAccount() throws IOException {
        Territories drawn = EVEN.draw(accounts(1_000, 1, 2, 3), REPS).orElseThrow();
        assertThat(drawn.notes())
                .containsExactly(new TerritoryFault(
                        TerritoryFaultCode.HUGE_ACCOUNT,
                        "a0",
                        "potential",
                        "The account (a0) alone is 2.0 times the fair potential of anybody who may have it, so that no"
                                + " territories are even. Maybe split it into its sites, or draw the others without it and"
                                + " its rep."));
        assertThat(drawn.toString()).contains("The account (a0) alone");
        assertThat(run(0, PLAIN.replace("90", "9000"), TWO))
                .contains("# The account (acme) alone is 2.0 times", "Maybe split");
    }

    @Test
    void contradictoryPins() throws IOException {
        territory(
                TerritoryFaultCode.CONTRADICTION,
                "a0",
                "pin",
                "The account (a0) is pinned to (Ana) and to (Ben). Maybe only to one.",
                () -> EVEN.withPin("a0", "Ana").withPin("a0", "Ben").draw(accounts(1, 2), REPS));
        territory(
                TerritoryFaultCode.CONTRADICTION,
                "a0",
                "pin",
                "The account (a0) is pinned to (Ana), who must not have it. Maybe take one of both away.",
                () -> EVEN.withPin("a0", "Ana").withForbidden("a0", "Ana").draw(accounts(1, 2), REPS));
        String pinned = "account_id,potential,pin,forbidden\nacme,90,Ana,Ben;Ana\nbolt,40,,\ncore,70,Ben,\n";
        assertThat(run(2, pinned, TWO))
                .isEqualTo(
                        "The account (acme) is pinned to (Ana), who must not have it. Maybe take one of both away.\n");
        assertThat(run(0, pinned.replace("Ben;Ana", "Ben"), TWO)).contains("acme,Ana\n", "core,Ben\n");
        assertThat(run(2, pinned.replace("Ben;Ana", "Zoe"), TWO)).contains("Zoe", "Maybe the id is written otherwise");
    }

    @Test
    void missingCoordinate() throws IOException {
        String text =
                "The account (%s) has no coordinates, and travel goes by them. Maybe withPlace(the middle of its town),"
                        + " or Travel.BY_REGION.";
        List<TerritoryAccount> two = List.of(
                accounts(1).get(0),
                TerritoryAccount.of("b").with("potential", 1).withPlace(Place.of(50, 8)));
        List<TerritoryRep> home = List.of(TerritoryRep.of("Ana").withHome(Place.of(52, 13)));
        territory(
                TerritoryFaultCode.MISSING,
                "a0",
                "place",
                String.format(text, "a0"),
                () -> EVEN.with(Travel.BY_PLACE).draw(two, home));
        assertThat(run(
                        2,
                        "account_id,potential,latitude,longitude\nacme,90,,9.99\nbolt,40,51.3,12.3\n",
                        "rep_id,latitude,longitude\nAna,52.5,13.4\n"))
                .isEqualTo(String.format(text, "acme") + "\n");
    }

    @Test
    void negativePotential() throws IOException {
        String text =
                "The potential of the account (%s) is %s, below 0. Maybe 0: nobody's territory is better for what another"
                        + " account loses.";
        territory(
                TerritoryFaultCode.OUT_OF_RANGE,
                "a1",
                "potential",
                String.format(text, "a1", "-2.0"),
                () -> EVEN.draw(accounts(1, -2, 3), REPS));
        assertThat(run(2, PLAIN.replace("40", "-40"), TWO)).isEqualTo(String.format(text, "bolt", "-40") + "\n");
        plan(
                PlanFaultCode.OUT_OF_RANGE,
                "Ana",
                "potential",
                "The potential of (Ana) is -2.0, below 0. Maybe 0, or leave it out.",
                () -> quotas().plan(PlanUnit.rep("Ana").withPotential(-2)));
    }

    @Test
    void rampAboveOne() throws IOException {
        String why = "Maybe 0 to 1: a rep who sells more than a full one has another capacity.";
        plan(
                PlanFaultCode.OUT_OF_RANGE,
                "Ana",
                "ramp",
                "The ramp of (Ana) is 1.2. " + why,
                () -> quotas().plan(PlanUnit.rep("Ana").withPotential(1).withRamp(1.2)));
        plan(
                PlanFaultCode.OUT_OF_RANGE,
                "ramp",
                "share",
                "A ramp has a share of 1.2. " + why,
                () -> RampCurve.of(0, 0.5, 1.2));
        assertThat(run(2, PLAIN, "rep_id,ramp\nAna,1\nBen,1.2\n"))
                .isEqualTo("reps.csv:3: the ramp of (Ben) is 1.2. " + why + "\n");
        assertThat(run(0, PLAIN, "rep_id,ramp\nAna,1\nBen,0.5\n")).contains("# 4 accounts for 2 reps");
    }

    @Test
    void twoCurrencies() throws IOException {
        String next = "Maybe convert one of them with ExchangeRates first.";
        PlanUnit ana = PlanUnit.rep("Ana").withPotential(1);
        plan(
                PlanFaultCode.MIXED_CURRENCY,
                "Ana",
                "floor",
                "The floor of (Ana) is EUR 5.00, and the target is USD 1000.00. " + next,
                () -> quotas().plan(ana.withFloor(Money.of(5, "EUR"))));
        plan(
                PlanFaultCode.MIXED_CURRENCY,
                "capacity",
                "target",
                "The capacity is in EUR and a target is USD 83.33. " + next,
                () -> CapacityModel.of(Span.year(2026), Money.of(5, "EUR"))
                        .withRamped(1)
                        .capacity()
                        .against(quotas().plan(ana).orElseThrow()));
        InvalidPlanException thrown = catchThrowableOfType(
                InvalidPlanException.class, () -> PlanCheck.of(usd(1), Map.of("Ana", Money.of(1, "EUR"))));
        assertThat(thrown.faults()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(PlanFaultCode.MIXED_CURRENCY);
            assertThat(f.text()).contains("EUR", "USD", "Maybe ");
        });
        assertThat(run(2, "account_id,potential,currency\nacme,90,USD\nbolt,40,EUR\n", TWO))
                .isEqualTo(
                        "accounts.csv:3 is in EUR, and accounts.csv:2 in USD. Maybe convert one of them first: amounts of"
                                + " two currencies cannot be evened out.\n");
        assertThat(run(0, "account_id,potential,currency\nacme,90,USD\nbolt,40,USD\n", TWO))
                .contains("acme,");
    }
}
