package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.forecast.Lanes;
import io.revops.forecast.Threads;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.FindingCode;
import io.revops.ledger.RevenueView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a feature set: blocks of accounts in the order of ids, for each block what was seen on each day, and within it one account
 * after another with its uses.
 */
final class FeatureRun {
    private static final int BLOCK = 256;
    private static final int ACCOUNTS_PER_THREAD = 16;

    private final FeatureSet set;
    private final RevenueView view;
    private final List<LocalDate> days;
    private final @Nullable Stream<UsageEvent> stream;
    private final LocalDate measuredSince;
    private final Threads workers;
    private final ZoneId zone;
    private final FactsByAccount facts;
    private final AtomicLongArray infinite;
    private long censored;

    FeatureRun(
            FeatureSet set,
            RevenueView view,
            List<LocalDate> days,
            @Nullable Stream<UsageEvent> stream,
            LocalDate measuredSince,
            Threads workers) {
        this.set = set;
        this.view = view;
        this.days = List.copyOf(new TreeSet<>(days));
        this.stream = stream;
        this.measuredSince = measuredSince;
        this.workers = workers;
        this.zone = view.policy().zone();
        this.infinite = new AtomicLongArray(set.size());
        check();
        this.facts = new FactsByAccount(view.book(), view.policy());
    }

    private void check() {
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no as-of date. Maybe the last day of a month in " + view.span() + ".");
        }
        LocalDate last = days.get(days.size() - 1);
        if (!last.isBefore(view.span().to())) {
            throw new IllegalArgumentException("The as-of date " + last + " is after the last day of the view ("
                    + view.span().to().minusDays(1)
                    + "), where knowledge ends. Maybe an earlier date, or a longer span.");
        }
        LocalDate first = firstDay(view);
        if (days.get(0).isBefore(first)) {
            throw new IllegalArgumentException("The as-of date " + days.get(0)
                    + " is before the first subscription begins (" + first + "). Maybe that day or a later one.");
        }
    }

    /** The day on which the first subscription begins. */
    static LocalDate firstDay(RevenueView view) {
        RevenueBook book = view.book();
        return book.subscriptions().stream()
                .flatMap(s -> book.versions(s.id()).stream())
                .flatMap(s -> ((Subscription) s).begins().stream())
                .map(m -> m.date(view.policy().zone()))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The book has no subscription, so nobody can leave. Maybe load subscriptions."));
    }

    /**
     * Hands over the rows, by account and day.
     *
     * @param read of how many of the days features are read; on the days after them the active accounts are only counted
     */
    List<Finding> each(int read, Consumer<FeatureRow> sink) {
        List<AccountId> accounts = facts.subscribers();
        Usages usages = stream == null ? null : new Usages(view.book(), stream.iterator(), facts::has);
        try (Lanes lanes = Lanes.of(workers)) {
            for (int from = 0; from < accounts.size(); from += BLOCK) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("The reading was interrupted. Maybe run it again.");
                }
                List<AccountId> some = accounts.subList(from, Math.min(accounts.size(), from + BLOCK));
                RevenueBook book = facts.of(some);
                Seen[] seen = new Seen[days.size()];
                lanes.each(seen.length, d -> seen[d] = Seen.of(book, view.policy(), days.get(d)));
                each(some, seen, read, usages, lanes, sink);
            }
        }
        if (usages != null) {
            usages.finish();
        }
        return findings(usages == null ? 0 : usages.unknown());
    }

    private void each(
            List<AccountId> accounts,
            Seen[] seen,
            int read,
            @Nullable Usages usages,
            Lanes lanes,
            Consumer<FeatureRow> sink) {
        int batch = lanes.threads() == 1 ? 1 : lanes.threads() * ACCOUNTS_PER_THREAD;
        for (int from = 0; from < accounts.size(); from += batch) {
            List<AccountId> some = accounts.subList(from, Math.min(accounts.size(), from + batch));
            List<List<UsageEvent>> uses = new ArrayList<>();
            for (AccountId account : some) {
                uses.add(usages == null ? facts.uses(account) : usages.of(account));
            }
            List<List<FeatureRow>> rows = new ArrayList<>();
            some.forEach(a -> rows.add(new ArrayList<>()));
            lanes.each(some.size(), i -> read(some.get(i), uses.get(i), seen, read, rows.get(i)));
            rows.forEach(r -> r.forEach(sink));
        }
        for (int d = read; d < seen.length; d++) {
            for (AccountId account : accounts) {
                censored += seen[d].isActive(account) ? 1 : 0;
            }
        }
    }

    private void read(AccountId account, List<UsageEvent> uses, Seen[] seen, int read, List<FeatureRow> rows) {
        UsageLog log = null;
        for (int d = 0; d < read; d++) {
            if (!seen[d].isActive(account)) {
                continue;
            }
            log = log == null ? UsageLog.of(uses, zone) : log;
            LocalDate day = days.get(d);
            long cut = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
            UsageSeen usage = UsageSeen.of(log.before(cut), day, measuredSince);
            AccountAsOf as = new AccountAsOf(account, seen[d], usage);
            rows.add(new FeatureRow(set, account, day, as.agreedEnd(), values(as)));
        }
    }

    private double[] values(AccountAsOf account) {
        double[] values = new double[set.size()];
        for (int f = 0; f < values.length; f++) {
            double value = set.features().get(f).raw(account);
            if (Double.isInfinite(value)) {
                infinite.incrementAndGet(f);
            }
            values[f] = Double.isFinite(value) ? value + 0.0 : Double.NaN; // minus zero is zero
        }
        return values;
    }

    /** How many accounts were active on the days of which no features were read. */
    long censored() {
        return censored;
    }

    private List<Finding> findings(long unknown) {
        List<Finding> findings = new ArrayList<>();
        for (int f = 0; f < set.size(); f++) {
            if (infinite.get(f) > 0) {
                String name = set.features().get(f).name();
                findings.add(new Finding(
                        FindingCode.NOT_FINITE,
                        name,
                        infinite.get(f),
                        "The feature (" + name + ") is infinite in " + infinite.get(f)
                                + " rows, which are taken as missing. Maybe it divides by zero."));
            }
        }
        if (unknown > 0) {
            findings.add(new Finding(
                    FindingCode.UNKNOWN_ACCOUNT,
                    "",
                    unknown,
                    unknown + " uses are of accounts that the book does not have, and were left out."
                            + " Maybe link the ids of the product to those of the accounts."));
        }
        return findings;
    }
}
