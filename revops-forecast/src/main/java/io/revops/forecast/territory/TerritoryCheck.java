package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds everything in the figures of territories that means nothing, each with the next step. */
final class TerritoryCheck {
    /** Squares of what is larger, added up over all accounts, leave the range of a double. */
    private static final BigDecimal MOST = new BigDecimal("1E+100");

    private final TerritoryPlanner planner;
    private final Map<String, String> today;
    private final Map<String, TerritoryAccount> accounts = new TreeMap<>();
    private final Map<String, TerritoryRep> reps = new TreeMap<>();
    private final List<TerritoryFault> faults = new ArrayList<>();

    private TerritoryCheck(TerritoryPlanner planner, Map<String, String> today) {
        this.planner = planner;
        this.today = today;
    }

    /** Checks the figures; throws with all faults if there is one. */
    static void of(
            TerritoryPlanner planner,
            List<TerritoryAccount> accounts,
            List<TerritoryRep> reps,
            Map<String, String> today) {
        TerritoryCheck check = new TerritoryCheck(planner, today);
        check.sizes(accounts.size(), reps.size());
        accounts.forEach(check::account);
        reps.forEach(check::rep);
        check.totals();
        check.rules();
        check.pins();
        check.forbidden();
        if (planner.travel() == Travel.BY_PLACE) {
            check.homes();
        }
        if (!check.faults.isEmpty()) {
            throw new InvalidTerritoryException(check.faults);
        }
    }

    private void sizes(int n, int r) {
        if (n == 0) {
            fault(TerritoryFaultCode.NOBODY, "", "accounts", "There are no accounts. Maybe load them first.");
        }
        if (r == 0) {
            fault(
                    TerritoryFaultCode.NOBODY,
                    "",
                    "reps",
                    "There are no reps. Maybe begin with TerritoryRep.of(\"Ana\").");
        }
        if (r > n && n > 0) {
            fault(
                    TerritoryFaultCode.MORE_REPS_THAN_ACCOUNTS,
                    "",
                    "reps",
                    "There are " + r + " reps and " + n + " accounts, so that some would have none. Maybe leave out "
                            + (r - n) + " of the reps, or split accounts into their sites.");
        }
    }

    private void account(TerritoryAccount account) {
        String id = account.id();
        if (accounts.put(id, account) != null) {
            twice(id, "account");
        }
        for (String measure : planner.weights().keySet()) {
            BigDecimal amount = account.measures().get(measure);
            if (amount == null) {
                if (!measure.equals(TerritoryPlanner.ACCOUNTS)) {
                    fault(
                            TerritoryFaultCode.MISSING,
                            id,
                            measure,
                            "The account (" + id + ") has no " + measure + ", and it is to be evened out. Maybe 0, or"
                                    + " one of what it has, "
                                    + account.measures().keySet() + ".");
                }
            } else if (amount.signum() < 0) {
                fault(
                        TerritoryFaultCode.OUT_OF_RANGE,
                        id,
                        measure,
                        "The " + measure + " of the account (" + id + ") is " + amount.toPlainString()
                                + ", below 0. Maybe 0: nobody's territory is better for what another account loses.");
            } else if (amount.compareTo(MOST) > 0) {
                fault(
                        TerritoryFaultCode.OUT_OF_RANGE,
                        id,
                        measure,
                        "The " + measure + " of the account (" + id + ") is " + amount
                                + ", more than can be squared. Maybe a decimal point was lost.");
            }
        }
        if (planner.travel() == Travel.BY_PLACE && account.place().isEmpty()) {
            fault(
                    TerritoryFaultCode.MISSING,
                    id,
                    "place",
                    "The account (" + id
                            + ") has no coordinates, and travel goes by them. Maybe withPlace(the middle of"
                            + " its town), or Travel.BY_REGION.");
        }
        if (planner.travel() == Travel.BY_REGION && account.region().isEmpty()) {
            fault(
                    TerritoryFaultCode.MISSING,
                    id,
                    "region",
                    "The account (" + id + ") has no region, and travel goes by it. Maybe withRegion, or Travel.NONE.");
        }
    }

    private void rep(TerritoryRep rep) {
        String id = rep.id();
        if (reps.put(id, rep) != null) {
            twice(id, "rep");
        }
        if (!(rep.capacity() > 0 && Double.isFinite(rep.capacity()))) {
            fault(
                    TerritoryFaultCode.OUT_OF_RANGE,
                    id,
                    "capacity",
                    "The capacity of the rep (" + id + ") is " + rep.capacity()
                            + ". Maybe 1 for a full rep; leave out who has none.");
        }
        counts(id, "rep (" + id + ")", rep.atLeast(), rep.atMost().orElse(Integer.MAX_VALUE));
        if (planner.travel() == Travel.BY_REGION && rep.regions().isEmpty()) {
            fault(
                    TerritoryFaultCode.MISSING,
                    id,
                    "regions",
                    "The rep (" + id + ") has no region, and travel goes by it. Maybe withRegions, or Travel.NONE.");
        }
    }

    private void counts(String subject, String whose, int atLeast, int atMost) {
        if (atLeast < 0 || atMost < atLeast) {
            fault(
                    TerritoryFaultCode.OUT_OF_RANGE,
                    subject,
                    "accounts",
                    "The fewest accounts of the " + whose + " are " + atLeast
                            + (atMost == Integer.MAX_VALUE ? "" : " and the most " + atMost)
                            + ". Maybe 0 or more, and the fewest no more than the most.");
        }
    }

    private void totals() {
        for (String measure : planner.weights().keySet()) {
            if (!measure.equals(TerritoryPlanner.ACCOUNTS)
                    && !accounts.isEmpty()
                    && accounts.values().stream()
                            .allMatch(a -> isZero(a.measures().get(measure)))) {
                fault(
                        TerritoryFaultCode.OUT_OF_RANGE,
                        "",
                        measure,
                        "No account has any " + measure + ". Maybe it is called otherwise, or leave it out.");
            }
        }
    }

    private static boolean isZero(@org.jspecify.annotations.Nullable BigDecimal amount) {
        return amount != null && amount.signum() == 0;
    }

    private void rules() {
        Set<String> seen = new HashSet<>();
        Set<String> segments = new TreeSet<>();
        accounts.values().forEach(a -> a.segment().ifPresent(segments::add));
        for (SegmentRule rule : planner.rules()) {
            if (!seen.add(rule.segment())) {
                fault(
                        TerritoryFaultCode.DUPLICATE,
                        rule.segment(),
                        "rule",
                        "There are two rules for the segment (" + rule.segment() + "). Maybe one with both limits.");
            }
            counts(
                    rule.segment(),
                    "rule (" + rule + ")",
                    rule.atLeast(),
                    rule.atMost().orElse(Integer.MAX_VALUE));
            if (!segments.contains(rule.segment())) {
                fault(
                        TerritoryFaultCode.UNKNOWN,
                        rule.segment(),
                        "rule",
                        "There is a rule for the segment (" + rule.segment() + "), and no account in it. Maybe one of "
                                + segments + ".");
            }
        }
    }

    private void pins() {
        Map<String, String> pinned = new TreeMap<>();
        for (AccountRep pin : planner.pins()) {
            TerritoryAccount account = accounts.get(pin.account());
            TerritoryRep rep = reps.get(pin.rep());
            if (account == null || rep == null) {
                unknown(pin, "pinned", account == null);
                continue;
            }
            String other = pinned.put(pin.account(), pin.rep());
            if (other != null && !other.equals(pin.rep())) {
                contradiction(pin, "is pinned to (" + other + ") and to (" + pin.rep() + "). Maybe only to one.");
            }
            if (planner.forbidden().contains(pin)) {
                contradiction(
                        pin, "is pinned to (" + pin.rep() + "), who must not have it. Maybe take one of both away.");
            }
            Serves.reason(planner, account, rep)
                    .ifPresent(why -> contradiction(
                            pin,
                            "is pinned to (" + pin.rep() + "), and " + why
                                    + ". Maybe pin it to somebody else, or change what the rep serves."));
        }
    }

    private void forbidden() {
        for (AccountRep pair : planner.forbidden()) {
            if (!accounts.containsKey(pair.account()) || !reps.containsKey(pair.rep())) {
                unknown(pair, "forbidden", !accounts.containsKey(pair.account()));
            }
        }
    }

    private void homes() {
        Set<String> located = new HashSet<>();
        today.forEach((account, rep) -> {
            TerritoryAccount there = accounts.get(account);
            if (there != null && there.place().isPresent()) {
                located.add(rep);
            }
        });
        for (TerritoryRep rep : reps.values()) {
            if (rep.home().isEmpty() && !located.contains(rep.id())) {
                fault(
                        TerritoryFaultCode.MISSING,
                        rep.id(),
                        "home",
                        "The rep (" + rep.id()
                                + ") has no home and no account today to tell it from, and travel goes by"
                                + " it. Maybe withHome.");
            }
        }
    }

    private void twice(String id, String kind) {
        fault(
                TerritoryFaultCode.DUPLICATE,
                id,
                "id",
                "The " + kind + " (" + id + ") is there twice. Maybe a sheet was read twice, or two share an id.");
    }

    private void unknown(AccountRep pair, String word, boolean isAccount) {
        fault(
                TerritoryFaultCode.UNKNOWN,
                isAccount ? pair.account() : pair.rep(),
                word,
                "There is no " + (isAccount ? "account (" + pair.account() : "rep (" + pair.rep()) + ") for what is "
                        + word + ", (" + pair.account() + ") and (" + pair.rep()
                        + "). Maybe the id is written otherwise.");
    }

    private void contradiction(AccountRep pin, String what) {
        fault(TerritoryFaultCode.CONTRADICTION, pin.account(), "pin", "The account (" + pin.account() + ") " + what);
    }

    private void fault(TerritoryFaultCode code, String subject, String field, String text) {
        faults.add(new TerritoryFault(code, subject, field, text));
    }
}
