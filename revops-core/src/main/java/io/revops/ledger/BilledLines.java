package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of bills that are about one subscription, each spread over the time it pays for.
 *
 * <p>Of the lines of one item, the one that began last is in force, so that a bill for a new price replaces the old one however
 * long that runs; lines of different items add up. A credit for a part of a period takes back what was billed before it began;
 * one that begins together with a new line belongs to the change of price which that line tells.
 */
final class BilledLines {
    /**
     * One line while it counts.
     *
     * @param item which item, by name
     * @param credit whether it takes back
     * @param part whether it bills a part of a period
     * @param amount what it is worth per year, without a sign
     */
    record Billed(
            Invoice invoice,
            InvoiceLine line,
            String item,
            @Nullable ProductId product,
            Instant from,
            Instant to,
            boolean credit,
            boolean part,
            Money money,
            Fraction amount) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private static final String UNNAMED = "item";

    private final SubscriptionId subscription;
    private final @Nullable Subscription known;
    private final StateRules rules;

    private BilledLines(SubscriptionId subscription, @Nullable Subscription known, StateRules rules) {
        this.subscription = subscription;
        this.known = known;
        this.rules = rules;
    }

    /** The subscription that a line is about: its own, its invoice's, else one that stands for the account's bills. */
    static SubscriptionId subscription(Invoice invoice, InvoiceLine line) {
        return line.subscription()
                .or(invoice::subscription)
                .orElseGet(() -> new SubscriptionId(invoice.account().value()));
    }

    /** The lines that say what a subscription is worth, in the order in which they begin. */
    static List<Billed> of(
            SubscriptionId subscription, @Nullable Subscription known, Surroundings facts, StateRules rules) {
        List<Billed> all = new BilledLines(subscription, known, rules).read(facts);
        return rules.prorated == ProratedLines.SKIP ? withoutParts(all) : all;
    }

    /** The credits for whole stretches of service, which are refunds. */
    static List<Billed> credits(Subscription subscription, Surroundings facts, StateRules rules) {
        return new BilledLines(subscription.id(), subscription, rules)
                .read(facts).stream().filter(b -> b.credit() && !b.part()).toList();
    }

    private List<Billed> read(Surroundings facts) {
        List<Billed> found = new ArrayList<>();
        Map<String, BillingInterval> whole = new TreeMap<>();
        for (Invoice invoice : facts.invoices) {
            for (InvoiceLine line : invoice.lines()) {
                if (counts(line) && subscription(invoice, line).equals(subscription)) {
                    Billed billed = billed(invoice, line, whole);
                    if (billed.from().isBefore(billed.to())) {
                        found.add(billed);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Billed::from)
                .thenComparing(b -> b.invoice().id().value())
                .thenComparing(b -> b.line().id()));
        return found;
    }

    private boolean counts(InvoiceLine line) {
        return line.kind() == ProductKind.RECURRING
                || (line.kind() == ProductKind.USAGE && rules.usage.rule() == Usage.Rule.ACTUAL);
    }

    private Billed billed(Invoice invoice, InvoiceLine line, Map<String, BillingInterval> whole) {
        String item = line.item().or(() -> line.product().map(ProductId::value)).orElse(UNNAMED);
        LocalDate from = line.serviceFrom().orElse(invoice.issued()).date(rules.zone);
        BillingInterval interval = interval(item, from).orElse(whole.getOrDefault(item, BillingInterval.MONTHLY));
        LocalDate to = line.serviceTo().map(m -> m.date(rules.zone)).orElse(from.plus(interval.period()));
        boolean part = line.proration().filter(p -> p == Proration.PRORATED).isPresent();
        int months = ServiceTime.months(from, to);
        if (!part && months > 0) {
            whole.put(item, BillingInterval.months(months));
        }
        Money money = line.amount();
        if (rules.discount == DiscountRule.NONE) {
            money = plus(money, line.discount());
        }
        if (rules.tax == Tax.INCLUDE) {
            money = plus(money, line.tax());
        }
        Fraction size = Fraction.of(money.amount().abs());
        return new Billed(
                invoice,
                line,
                item,
                line.product().orElse(null),
                line.serviceFrom().orElse(invoice.issued()).instant(rules.zone),
                line.serviceTo()
                        .map(m -> m.instant(rules.zone))
                        .orElseGet(() -> to.atStartOfDay(rules.zone).toInstant()),
                money.signum() < 0,
                part,
                money,
                ServiceTime.perYear(size, from, to, part, interval, rules));
    }

    private static Money plus(Money money, Optional<Money> more) {
        return more.filter(m -> m.currency().equals(money.currency()))
                .map(money::plus)
                .orElse(money);
    }

    /** How often an item is billed, as its subscription says. */
    private Optional<BillingInterval> interval(String item, LocalDate from) {
        return known == null
                ? Optional.empty()
                : known.items().stream()
                        .filter(i -> i.item().equals(item) || known.items().size() == 1)
                        .filter(i -> !i.effective().date(rules.zone).isAfter(from))
                        .flatMap(i -> i.price().stream())
                        .flatMap((Price p) -> p.interval().stream())
                        .reduce((a, b) -> b);
    }

    /** Lines for a part of a period are left out; from the start of each, the next line for a whole period holds. */
    private static List<Billed> withoutParts(List<Billed> all) {
        List<Billed> kept = new ArrayList<>();
        for (Billed billed : all) {
            if (!billed.part()) {
                kept.add(billed);
            } else if (!billed.credit()) {
                all.stream()
                        .filter(b -> !b.part() && !b.credit() && b.item().equals(billed.item()))
                        .filter(b -> b.from().isAfter(billed.from()))
                        .findFirst()
                        .ifPresent(next -> kept.add(earlier(next, billed)));
            }
        }
        kept.sort(Comparator.comparing(Billed::from));
        return kept;
    }

    private static Billed earlier(Billed next, Billed part) {
        return new Billed(
                next.invoice(),
                next.line(),
                next.item(),
                next.product(),
                part.from(),
                next.from(),
                false,
                false,
                next.money(),
                next.amount());
    }

    /**
     * What each item is worth at an instant, with the line that says so.
     *
     * @param lines in the order in which they begin
     */
    static Map<String, InForce> at(List<Billed> lines, Instant at, StateRules rules) {
        Map<String, InForce> now = new TreeMap<>();
        for (Billed line : lines) {
            if (line.covers(at) && !line.credit()) {
                InForce before = now.get(line.item());
                now.put(
                        line.item(),
                        before != null
                                        && before.line().from().equals(line.from())
                                        && before.line()
                                                .money()
                                                .currency()
                                                .equals(line.money().currency())
                                ? new InForce(line, before.perYear().plus(line.amount()))
                                : new InForce(line, line.amount()));
            }
        }
        for (Billed credit : lines) {
            InForce before = credit.credit() && credit.covers(at) ? now.get(credit.item()) : null;
            if (before == null
                    || !before.line().money().currency().equals(credit.money().currency())) {
                continue;
            }
            boolean takes =
                    credit.part() ? credit.from().isAfter(before.line().from()) : rules.refund == Refund.CREDIT_REDUCES;
            if (takes) {
                Fraction left = before.perYear().minus(credit.amount());
                now.put(credit.item(), new InForce(before.line(), left.signum() < 0 ? Fraction.ZERO : left));
            }
        }
        return now;
    }

    /** An item while a line of it is in force. */
    record InForce(Billed line, Fraction perYear) {}
}
