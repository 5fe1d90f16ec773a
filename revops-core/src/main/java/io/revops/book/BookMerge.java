package io.revops.book;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes one book of several: joins the accounts that links connect, and keeps every other fact as it is. */
final class BookMerge {
    /** How many keys of accounts are told at most. */
    private static final int MOST_KEYS = 30;

    private final Links links;
    private final List<RevenueBook> books;
    private final RevenueBook.Builder merged = RevenueBook.builder();
    private final Map<AccountId, AccountId> targets = new TreeMap<>(java.util.Comparator.comparing(AccountId::value));

    BookMerge(Links links, List<RevenueBook> books) {
        this.links = links;
        this.books = books;
    }

    RevenueBook merged() {
        books.forEach(book -> {
            merged.issues(book.carriedIssues());
            merged.rates(book.rates());
            merged.duplicates(book.duplicates());
            merged.aliases.putAll(book.aliases());
        });
        books.forEach(this::link);
        unused();
        Map<AccountId, AccountId> resolved = new HashMap<>();
        targets.keySet().forEach(from -> resolved.put(from, end(from)));
        merged.aliases.replaceAll((from, to) -> resolved.getOrDefault(to, to));
        merged.aliases.putAll(resolved);
        accounts(resolved);
        books.forEach(book -> book.facts().filter(f -> !(f instanceof Account)).forEach(merged::add));
        return merged.build();
    }

    private void link(RevenueBook book) {
        List<RevenueBook> others = new ArrayList<>(books);
        others.remove(book);
        boolean othersHaveAccounts = others.stream().anyMatch(o -> !o.accounts().isEmpty());
        for (Account account : book.accounts()) {
            boolean pays = !book.subscriptionsOf(account.id()).isEmpty();
            Optional<AccountId> target = target(account, others, pays || isOfAHelpdesk(book, account));
            boolean shared =
                    others.stream().anyMatch(o -> o.account(account.id()).isPresent());
            target.filter(t -> !t.equals(account.id())).ifPresent(t -> targets.put(account.id(), t));
            if (target.isEmpty() && pays && othersHaveAccounts && !shared && !links.isEmpty()) {
                merged.issue(Issue.of(
                        IssueCode.UNLINKED,
                        Severity.WARNING,
                        account,
                        "",
                        "",
                        "It pays and is linked to no account of another system by " + links
                                + ". Maybe add it to the links file."));
            }
        }
    }

    /** An account of a system that knows tickets and no deals is known to sales elsewhere, as one of billing is. */
    private static boolean isOfAHelpdesk(RevenueBook book, Account account) {
        return book.opportunities().isEmpty()
                && !book.of(account.id(), SupportTicket.class).isEmpty();
    }

    private Optional<AccountId> target(Account account, List<RevenueBook> others, boolean joins) {
        @Nullable AccountId first = null;
        String firstWay = "";
        for (Links.Way way : links.ways()) {
            if (way.isDomain() && (!joins || first != null)) {
                continue;
            }
            Optional<String> named = way.names(account);
            if (named.isEmpty()) {
                continue;
            }
            List<AccountId> found = found(way, named.get(), others);
            if (found.size() != 1) {
                if (!way.isDomain() || found.size() > 1) {
                    bad(account, way, named.get(), found.isEmpty() ? "no account" : found.size() + " accounts");
                }
            } else if (first == null) {
                first = found.get(0);
                firstWay = way.name();
            } else if (!first.equals(found.get(0))) {
                bad(account, way, named.get(), "another account than " + firstWay + ", which holds,");
            }
        }
        return Optional.ofNullable(first);
    }

    /** The accounts that fit; of several, those of neither billing nor a helpdesk, to which the others are linked themselves. */
    private static List<AccountId> found(Links.Way way, String named, List<RevenueBook> others) {
        List<AccountId> found = new ArrayList<>();
        List<AccountId> sold = new ArrayList<>();
        for (RevenueBook other : others) {
            for (Account account : other.accounts()) {
                boolean fits = way.isDomain()
                        ? account.domain().filter(named::equals).isPresent()
                        : account.id().value().equals(named);
                if (fits && !found.contains(account.id())) {
                    found.add(account.id());
                    if (other.subscriptionsOf(account.id()).isEmpty() && !isOfAHelpdesk(other, account)) {
                        sold.add(account.id());
                    }
                }
            }
        }
        return way.isDomain() && found.size() > 1 && !sold.isEmpty() ? sold : found;
    }

    /** A key that no account has, and a pair whose first account is in none of the books, link nothing. */
    private void unused() {
        for (Links.Way way : links.ways()) {
            if (!way.key().isEmpty()) {
                unused(way);
            }
            way.pairs().forEach((from, to) -> {
                boolean known = books.stream()
                        .anyMatch(b -> b.account(new AccountId(from)).isPresent());
                if (!known) {
                    merged.issue(
                            new Issue(
                                    IssueCode.BAD_LINK,
                                    Severity.WARNING,
                                    Source.NONE,
                                    "account " + from,
                                    way.name(),
                                    to,
                                    "The pair links an account that is in none of the exports. Maybe it was deleted, or mistyped."));
                }
            });
        }
    }

    private void unused(Links.Way way) {
        SortedSet<String> keys = new TreeSet<>();
        books.forEach(book -> book.accounts()
                .forEach(account -> keys.addAll(account.attributes().keySet())));
        long withAccounts =
                books.stream().filter(book -> !book.accounts().isEmpty()).count();
        if (withAccounts > 1 && !keys.contains(way.key())) {
            merged.issue(new Issue(
                    IssueCode.BAD_LINK,
                    links.ways().size() == 1 ? Severity.WARNING : Severity.NOTE,
                    Source.NONE,
                    "",
                    way.name(),
                    "",
                    "No account has this key, so that it links nothing. Maybe "
                            + (keys.isEmpty()
                                    ? "another way: no account has any."
                                    : "one of " + keys.stream().limit(MOST_KEYS).toList() + ".")));
        }
    }

    private void bad(Account account, Links.Way way, String named, String what) {
        merged.issue(Issue.of(
                IssueCode.BAD_LINK,
                Severity.WARNING,
                account,
                way.name(),
                named,
                "The link fits " + what
                        + " in the other systems. Maybe correct it, or list the pair in the links file."));
    }

    private AccountId end(AccountId from) {
        AccountId at = from;
        for (int steps = 0; targets.containsKey(at) && steps < targets.size(); steps++) {
            at = targets.get(at);
        }
        return at;
    }

    private void accounts(Map<AccountId, AccountId> resolved) {
        Map<AccountId, List<Account>> groups = new HashMap<>();
        for (RevenueBook book : books) {
            for (Account account : book.accounts()) {
                AccountId under = resolved.getOrDefault(account.id(), account.id());
                groups.computeIfAbsent(under, k -> new ArrayList<>()).add(account);
            }
        }
        groups.forEach((id, group) -> {
            List<Account> sorted = new ArrayList<>(group);
            sorted.sort(java.util.Comparator.comparing((Account a) -> !a.id().equals(id))
                    .thenComparing(a -> a.id().value())
                    .thenComparing(Account::toString));
            List<Account> others = sorted.subList(1, sorted.size());
            merged.add(joined(sorted.get(0), others));
            earlier(sorted.get(0)).forEach(version -> merged.add(joined(version, others)));
        });
    }

    /** What was recorded of an account before, so that the merged book still knows what was known then. */
    private List<Account> earlier(Account current) {
        return books.stream()
                .flatMap(book -> book.versions(current.id()).stream())
                .map(Account.class::cast)
                .filter(version -> !version.recorded().equals(current.recorded()))
                .toList();
    }

    private static Account joined(Account main, List<Account> others) {
        Account one = main;
        for (Account other : others) {
            one = join(one, other);
        }
        return one;
    }

    private static Account join(Account main, Account other) {
        Account.Builder both = main.toBuilder();
        main.name().or(other::name).ifPresent(both::name);
        main.parent().or(other::parent).ifPresent(both::parent);
        main.domain().or(other::domain).ifPresent(both::domain);
        main.employees().or(other::employees).ifPresent(both::employees);
        main.companyRevenue().or(other::companyRevenue).ifPresent(both::companyRevenue);
        main.liveSince().or(other::liveSince).ifPresent(both::liveSince);
        if (main.created().isPresent() && other.created().isPresent()) {
            boolean earlier = other.created().get().isBefore(main.created().get(), ZoneOffset.UTC);
            both.created(earlier ? other.created().get() : main.created().get());
        } else {
            both.created(null); // one of the systems has always known it
        }
        other.attributes().forEach((name, value) -> {
            if (!main.attributes().containsKey(name)) {
                both.attribute(name, value);
            }
        });
        if (!main.equals(other)) {
            both.changes(other.changes().stream()
                    .filter(c -> main.changes().stream().noneMatch(m -> m.name().equals(c.name())))
                    .toList());
        }
        return both.build();
    }
}
