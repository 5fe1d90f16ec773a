package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.json.TerritoryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Territories from plain sheets, and what a user meets when something is wrong with them. */
class TerritoriesTest {
    private static final String ACCOUNTS = """
            account_id,potential,segment,latitude,longitude
            acme,90,SMB,53.55,9.99
            bolt,40,SMB,51.34,12.37
            core,70,SMB,48.78,9.18
            dune,60,SMB,49.45,11.08
            """;
    private static final String REPS = "rep_id,capacity,latitude,longitude\nAna,1,52.52,13.4\nBen,1,48.14,11.58\n";
    private static final String CURRENT = "account_id,rep_id\nacme,Ana\nbolt,Ana\ncore,Ana\ndune,Ben\n";

    @TempDir
    Path folder;

    private Run last = new Run(0, "", "");

    private int run(String... args) {
        last = Run.of(Territories::run, args);
        return last.status();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void sheetsBecomeTerritoriesWithReasons() throws IOException {
        String accounts = file("accounts.csv", ACCOUNTS);
        String reps = file("reps.csv", REPS);
        assertThat(run("--accounts", accounts, "--reps", reps, "--current", file("current.csv", CURRENT)))
                .isZero();
        List<String> lines = last.out().lines().toList();
        assertThat(lines)
                .startsWith("account_id,rep_id", "acme,Ana", "bolt,Ana", "core,Ben", "dune,Ben")
                .contains("# 4 accounts for 2 reps, 1 change hands")
                .anySatisfy(l -> assertThat(l).startsWith("# core: Ana → Ben: left with Ana, all others as drawn, "));
        assertThat(run("--accounts", accounts, "--reps", reps, "--seed", "7")).isZero();
        assertThat(last.out()).contains("potential: CV 0.0 %");
    }

    @Test
    void pageAndJsonAreWrittenWhereTheyAreWanted() throws IOException {
        Path to = folder.resolve("drawn");
        assertThat(run(
                        "--accounts",
                        file("accounts.csv", ACCOUNTS),
                        "--reps",
                        file("reps.csv", REPS),
                        "--current",
                        file("current.csv", CURRENT),
                        "--out",
                        to.toString(),
                        "--for",
                        "2026-Q1"))
                .isZero();
        assertThat(Files.readString(to.resolve("territories.html")))
                .contains("<svg", "Where the accounts of Ana are", "2026-Q1");
        var read = TerritoryJson.territories(Files.readString(to.resolve("territories.json")));
        assertThat(read.repOf("core")).isEqualTo("Ben");
        assertThat(last.out()).contains("# " + read.moves().get(0));
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        String accounts = file("accounts.csv", ACCOUNTS);
        String reps = file("reps.csv", REPS);
        refused("Maybe --accounts FILE", "--reps", reps);
        refused("There is no file", "--accounts", "/no/such/file", "--reps", reps);
        refused("has no column rep_id", "--accounts", accounts, "--reps", accounts);
        refused("has no measure", "--accounts", file("none.csv", "account_id\nacme\n"), "--reps", reps);
        refused("is no number", "--accounts", file("text.csv", "account_id,potential\nacme,much\n"), "--reps", reps);
        refused("below 0", "--accounts", file("less.csv", ACCOUNTS.replace(",40,", ",-40,")), "--reps", reps);
        refused("has no coordinates", "--accounts", file("far.csv", ACCOUNTS.replace("51.34", "")), "--reps", reps);
        refused("no channel (phone)", "--accounts", accounts, "--reps", file("ch.csv", "rep_id,channel\nAna,phone\n"));
        refused("There is no argument", "--rep", reps);
        refused("has no value", "--reps");
        refused("(1.5) is no whole number", "--accounts", accounts, "--reps", reps, "--seed", "1.5");
        String nowhere = file("nowhere.csv", ACCOUNTS.replace("51.34", "99"));
        refused("nowhere.csv:3: There is no place", "--accounts", nowhere, "--reps", reps);
        String much = file("much.csv", ACCOUNTS.replace(",40,", ",1E400,"));
        refused("1E+400, more than can be squared", "--accounts", much, "--reps", reps);
        refused("Maybe --for 2026", "--accounts", accounts, "--reps", reps, "--out", "x");
        refused("There is no span in (soon)", "--accounts", accounts, "--reps", reps, "--out", "x", "--for", "soon");
        refused("is no number", "--accounts", accounts, "--reps", reps, "--most-moved", "few");
        refused(
                "no territories: 4 accounts of SMB can only go to Ana, who may have 1 fewer",
                "--accounts",
                accounts,
                "--reps",
                file("few.csv", "rep_id,at_most,latitude,longitude\nAna,3,52,13\n"));
        assertThat(run("--help")).isZero();
        assertThat(last.out()).contains("--current FILE");
    }

    private void refused(String why, String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(last.err()).contains(why, "Maybe ").doesNotContain("\tat ");
        assertThat(last.out()).isEmpty();
    }
}
