package io.revops.quickstart;

import io.revops.forecast.territory.AccountRep;
import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.SalesChannel;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accounts, reps and who has whom today, from plain sheets.
 *
 * @param measures the columns of the accounts that are evened out
 * @param travel by place if accounts have coordinates, by region if they have regions
 * @param pins accounts that go to one rep
 * @param forbidden accounts that a rep must not have
 */
record TerritorySheets(
        List<String> measures,
        Travel travel,
        List<TerritoryAccount> accounts,
        List<TerritoryRep> reps,
        Map<String, String> today,
        List<AccountRep> pins,
        List<AccountRep> forbidden) {
    private static final String ACCOUNT = "account_id";
    private static final String REP = "rep_id";
    private static final List<String> OWN = List.of(
            ACCOUNT, "name", "segment", "region", "latitude", "longitude", "channel", "currency", "pin", "forbidden");

    static TerritorySheets read(Path accountsFile, Path repsFile, Optional<Path> currentFile) {
        PlainSheet sheet = PlainSheet.read(accountsFile, List.of(ACCOUNT));
        List<String> measures =
                sheet.columns().stream().filter(c -> !OWN.contains(c)).toList();
        if (measures.isEmpty()) {
            throw new IllegalArgumentException(accountsFile
                    + " has no measure to even out. Maybe add a column with a number for each account: potential.");
        }
        List<TerritoryAccount> accounts = new ArrayList<>();
        List<AccountRep> pins = new ArrayList<>();
        List<AccountRep> forbidden = new ArrayList<>();
        sameCurrency(sheet);
        for (PlainSheet.Line line : sheet.lines()) {
            TerritoryAccount account = account(line, measures);
            accounts.add(account);
            line.text("pin").ifPresent(rep -> pins.add(new AccountRep(account.id(), rep)));
            for (String rep : several(line, "forbidden")) {
                forbidden.add(new AccountRep(account.id(), rep));
            }
        }
        List<TerritoryRep> reps = new ArrayList<>();
        for (PlainSheet.Line line : PlainSheet.read(repsFile, List.of(REP)).lines()) {
            reps.add(rep(line));
        }
        Map<String, String> today = new TreeMap<>();
        currentFile.ifPresent(file -> {
            for (PlainSheet.Line line :
                    PlainSheet.read(file, List.of(ACCOUNT, REP)).lines()) {
                if (today.put(line.needed(ACCOUNT), line.needed(REP)) != null) {
                    throw new IllegalArgumentException(line.where() + ": the account (" + line.needed(ACCOUNT)
                            + ") has two reps. Maybe take one away.");
                }
            }
        });
        Travel travel = sheet.columns().contains("latitude")
                ? Travel.BY_PLACE
                : sheet.columns().contains("region") ? Travel.BY_REGION : Travel.NONE;
        return new TerritorySheets(measures, travel, accounts, reps, today, pins, forbidden);
    }

    private static void sameCurrency(PlainSheet sheet) {
        Optional<PlainSheet.Line> first = sheet.lines().stream()
                .filter(l -> l.text("currency").isPresent())
                .findFirst();
        for (PlainSheet.Line line : sheet.lines()) {
            String currency = line.text("currency").orElse("");
            String others = first.flatMap(l -> l.text("currency")).orElse("");
            if (!currency.equals(others)) {
                throw new IllegalArgumentException(line.where() + " is in "
                        + (currency.isEmpty() ? "no currency" : currency) + ", and "
                        + first.map(PlainSheet.Line::where).orElse("") + " in " + others
                        + ". Maybe convert one of them first: amounts of two currencies cannot be evened out.");
            }
        }
    }

    private static TerritoryAccount account(PlainSheet.Line line, List<String> measures) {
        TerritoryAccount account = TerritoryAccount.of(line.needed(ACCOUNT));
        for (String measure : measures) {
            Optional<java.math.BigDecimal> amount = line.number(measure);
            account = amount.isPresent() ? account.with(measure, amount.get()) : account;
        }
        Optional<String> segment = line.text("segment");
        account = segment.isPresent() ? account.withSegment(segment.get()) : account;
        Optional<String> region = line.text("region");
        account = region.isPresent() ? account.withRegion(region.get()) : account;
        Optional<Place> place = place(line);
        account = place.isPresent() ? account.withPlace(place.get()) : account;
        Optional<SalesChannel> channel = channel(line);
        return channel.isPresent() ? account.with(channel.get()) : account;
    }

    private static TerritoryRep rep(PlainSheet.Line line) {
        TerritoryRep rep = TerritoryRep.of(line.needed(REP));
        double capacity =
                line.number("capacity").map(java.math.BigDecimal::doubleValue).orElse(1.0);
        double ramp = line.number("ramp").map(java.math.BigDecimal::doubleValue).orElse(1.0);
        if (ramp < 0 || ramp > 1) {
            throw new IllegalArgumentException(line.where() + ": the ramp of (" + rep.id() + ") is " + ramp
                    + ". Maybe 0 to 1: a rep who sells more than a full one has another capacity.");
        }
        rep = rep.withCapacity(capacity * ramp);
        rep = rep.withSegments(several(line, "segments")).withRegions(several(line, "regions"));
        rep = rep.withAtLeast(line.count("at_least").orElse(0));
        rep = rep.withAtMost(line.count("at_most").orElse(Integer.MAX_VALUE));
        Optional<Place> place = place(line);
        rep = place.isPresent() ? rep.withHome(place.get()) : rep;
        Optional<SalesChannel> channel = channel(line);
        return channel.isPresent() ? rep.with(channel.get()) : rep;
    }

    private static String[] several(PlainSheet.Line line, String column) {
        return line.text(column).stream()
                .flatMap(text -> Arrays.stream(text.split(";", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new);
    }

    private static Optional<Place> place(PlainSheet.Line line) {
        return line.number("latitude")
                .flatMap(latitude -> line.number("longitude").map(longitude -> {
                    try {
                        return Place.of(latitude.doubleValue(), longitude.doubleValue());
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(line.where() + ": " + e.getMessage(), e);
                    }
                }));
    }

    private static Optional<SalesChannel> channel(PlainSheet.Line line) {
        return line.text("channel").map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "direct" -> SalesChannel.DIRECT;
            case "partner" -> SalesChannel.PARTNER;
            default ->
                throw new IllegalArgumentException(
                        line.where() + ": there is no channel (" + text + "). Maybe direct or partner.");
        });
    }
}
