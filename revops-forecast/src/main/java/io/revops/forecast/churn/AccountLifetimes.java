package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.ChurnCause;
import io.revops.book.Dimension;
import io.revops.book.ItemId;
import io.revops.forecast.survival.Lifetime;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Movement;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenueView;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long accounts have been worth something, as the ledger of a view tells it: from the first day on which one is, to the first on
 * which it is not. One that comes back begins another life.
 *
 * <p>A life that began before the view is seen from the view's first day on and enters late: had it ended before, nobody might know of it.
 * One that goes on at the end of the view is still running. Within the view's segments each life is in the stratum of its account, as it
 * is at the end of the view.
 */
public final class AccountLifetimes {
    /** Before every subscription. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final RevenueView view;
    private final TimeScale scale;
    private final Dimension segment;

    private AccountLifetimes(RevenueView view, TimeScale scale, Dimension segment) {
        this.view = view;
        this.scale = scale;
        this.segment = segment;
    }

    /** The lives of all accounts that were worth something within the view, by a segment of accounts. */
    public static Lifetimes of(RevenueView view, TimeScale scale, Dimension segment) {
        if (segment.subject() != Dimension.Subject.ACCOUNT) {
            throw new IllegalArgumentException("The dimension (" + segment + ") is one of a " + segment.subject()
                    + ". Maybe one of accounts, such as Dimension.SEGMENT.");
        }
        return new AccountLifetimes(view, scale, segment).all();
    }

    private Lifetimes all() {
        MrrLedger ledger = view.ledger();
        Lifetimes.Builder lifetimes =
                Lifetimes.in(scale, view.span().to().minusDays(1)).columns();
        for (int i = 0; i < ledger.accounts(); i++) {
            for (Lifetime life : of(ledger.account(i))) {
                lifetimes.add(life);
            }
        }
        return lifetimes.build();
    }

    private List<Lifetime> of(AccountId account) {
        Span span = Span.of(EARLIEST, view.span().to());
        List<LedgerChange> changes = view.ledger().changes(account, span);
        Map<ItemId, RunRate> now = new HashMap<>();
        List<Lifetime> lives = new ArrayList<>();
        @Nullable LocalDate since = null;
        int i = 0;
        while (i < changes.size()) {
            Instant at = changes.get(i).at();
            LedgerChange last = changes.get(i);
            for (; i < changes.size() && changes.get(i).at().equals(at); i++) {
                last = changes.get(i);
                if (last.after().isZero()) {
                    now.remove(last.item());
                } else {
                    now.put(last.item(), last.after());
                }
            }
            LocalDate day = at.atZone(view.policy().zone()).toLocalDate();
            if (since == null && !now.isEmpty()) {
                since = day;
            } else if (since != null && now.isEmpty()) {
                add(lives, account, since, day, cause(account, span, last, changes.subList(0, i)));
                since = null;
            }
        }
        if (since != null) {
            add(lives, account, since, view.span().to(), null);
        }
        return lives;
    }

    private void add(List<Lifetime> lives, AccountId account, LocalDate since, LocalDate to, @Nullable String cause) {
        LocalDate from = view.span().from();
        if (!to.isAfter(from)) {
            return;
        }
        String id = account.value() + (lives.isEmpty() ? "" : " (" + (lives.size() + 1) + ")");
        double time = scale.between(since, to);
        Lifetime life = cause == null ? Lifetime.running(id, time) : Lifetime.ended(id, time, cause);
        if (since.isBefore(from)) {
            life = life.enteringAt(scale.between(since, from));
        }
        Instant end = view.span().to().atStartOfDay(view.policy().zone()).toInstant();
        lives.add(life.in(
                segment.valueFor(view.book(), account, end, view.policy().zone())));
    }

    /** A cause that nobody wrote down counts as wanted, as in {@link ChurnTarget}. */
    private static String cause(AccountId account, Span span, LedgerChange end, List<LedgerChange> until) {
        return new Movement(account, span, MovementKind.CHURN, end.before().negated(), "", until)
                .churnCause()
                .orElse(ChurnCause.VOLUNTARY)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
