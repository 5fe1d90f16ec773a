package io.revops.forecast.churn;

import io.revops.book.UsageEvent;
import io.revops.forecast.Threads;
import io.revops.forecast.learn.Finding;
import io.revops.ledger.Grain;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feature set from the book of a view, account by account. Immutable; each {@code with} is another reader.
 *
 * <p>The policy of the view says who is active, what an account is worth, and in which zone a day ends. The view's span ends where knowledge
 * ends: no as-of date and no horizon reaches beyond it. Uses come from the book, or as a stream in the order of account ids.
 */
public final class FeatureReader {
    private final FeatureSet set;
    private final RevenueView view;
    private final @Nullable Supplier<Stream<UsageEvent>> usage;
    private final LocalDate measuredSince;
    private final Threads workers;

    private FeatureReader(
            FeatureSet set,
            RevenueView view,
            @Nullable Supplier<Stream<UsageEvent>> usage,
            LocalDate measuredSince,
            Threads workers) {
        this.set = Objects.requireNonNull(set, "set");
        this.view = Objects.requireNonNull(view, "view");
        this.usage = usage;
        this.measuredSince = measuredSince;
        this.workers = Objects.requireNonNull(workers, "workers");
    }

    static FeatureReader of(FeatureSet set, RevenueView view) {
        if (view.policy().grain() != Grain.ACCOUNT) {
            throw new IllegalArgumentException("The policy counts by "
                    + view.policy().grain() + ", and features are of accounts. Maybe with(Grain.ACCOUNT).");
        }
        if (view.book().isEmpty()) {
            throw new IllegalArgumentException(
                    "The view has no book, and features are read from facts. Maybe RevenueView.of(book, policy, span).");
        }
        return new FeatureReader(set, view, null, LocalDate.MIN, Threads.of(1));
    }

    /**
     * The same with uses from a stream instead of the book, in the order of account ids (as text, by code unit; of linked accounts, of the
     * id under which the book keeps them) and in any order within an account. It is read once, and only one account's uses are held (with
     * several workers, a few accounts'), so that this reader reads once: to read again, say where a stream comes from.
     */
    public FeatureReader with(Stream<UsageEvent> uses) {
        AtomicReference<@Nullable Stream<UsageEvent>> once =
                new AtomicReference<>(Objects.requireNonNull(uses, "uses"));
        return with(() -> {
            Stream<UsageEvent> stream = once.getAndSet(null);
            if (stream == null) {
                throw new IllegalArgumentException("The stream of uses was read already, and a stream is read once."
                        + " Maybe with(() -> uses()), which opens another each time.");
            }
            return stream;
        });
    }

    /** The same with uses from a stream that is opened anew each time something is read, in the same order. */
    public FeatureReader with(Supplier<Stream<UsageEvent>> uses) {
        return new FeatureReader(set, view, Objects.requireNonNull(uses, "uses"), measuredSince, workers);
    }

    /**
     * The same, knowing that from this day on every use was measured: an account without any used nothing. Unless that is said, the usage of
     * an account of which none was ever seen is missing.
     */
    public FeatureReader measuredSince(LocalDate day) {
        return new FeatureReader(set, view, usage, Objects.requireNonNull(day, "day"), workers);
    }

    /** The same by several threads: the values are the same for any number. */
    public FeatureReader with(Threads others) {
        return new FeatureReader(set, view, usage, measuredSince, others);
    }

    /** The active accounts as of one day, without an outcome. */
    public FeatureTable asOf(LocalDate day) {
        List<FeatureRow> rows = new ArrayList<>();
        List<Finding> findings = scan(List.of(day), rows::add);
        return new FeatureTable(set, day, rows, findings);
    }

    /**
     * Hands over the active accounts one by one, in the order of their ids, each as of each day in order: for tables that no memory holds.
     *
     * @return what was found on the way
     */
    public List<Finding> scan(List<LocalDate> days, Consumer<FeatureRow> sink) {
        List<LocalDate> each = List.copyOf(new TreeSet<>(days));
        return run(each).each(each.size(), sink);
    }

    private FeatureRun run(List<LocalDate> days) {
        return new FeatureRun(set, view, days, usage == null ? null : usage.get(), measuredSince, workers);
    }

    /** The rows to learn from as of each month's last day in the view. */
    public ChurnRows rows(ChurnLabel label) {
        LocalDate first = FeatureRun.firstDay(view);
        return rows(
                label,
                view.span().months().stream()
                        .map(month -> month.to().minusDays(1))
                        .filter(day -> !day.isBefore(first))
                        .toList());
    }

    /** The rows to learn from as of these days; a day that is named twice counts once. */
    public ChurnRows rows(ChurnLabel label, List<LocalDate> days) {
        List<LocalDate> sorted = List.copyOf(new TreeSet<>(days));
        Outcomes outcomes = new Outcomes(view, label);
        List<Labelled> rows = new ArrayList<>();
        int over = (int) sorted.stream()
                .filter(d -> !label.horizon(d).to().isAfter(view.span().to()))
                .count();
        FeatureRun run = run(sorted);
        List<Finding> findings =
                new ArrayList<>(run.each(over, row -> outcomes.of(row).ifPresent(o -> rows.add(new Labelled(row, o)))));
        findings.addAll(outcomes.findings());
        rows.sort(Comparator.comparing((Labelled r) -> r.row.asOf())); // stable: by account within a day
        return new ChurnRows(
                set,
                label,
                rows.stream().map(Labelled::row).toList(),
                rows.stream().map(Labelled::outcome).toList(),
                outcomes.leftOut(run.censored()),
                findings);
    }

    private record Labelled(FeatureRow row, ChurnOutcome outcome) {}

    /** What is read, and how. */
    @Override
    public String toString() {
        Span span = view.span();
        return set + " as of days in " + span + ", uses from " + (usage == null ? "the book" : "a stream");
    }
}
