package io.revops.load;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Ending;
import io.revops.book.FactId;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The periods that were read so far, of which the rows of one subscription become its phases at the end. */
final class Periods {
    private static final String ITEM = "item";

    private final LoadLog log;
    private final Function<Row, Phase.Content> reader;
    private final Map<SubscriptionId, List<Phase>> phases = new LinkedHashMap<>();
    private final Map<Phase.Content, Source> seen = new LinkedHashMap<>();

    Periods(LoadLog log, Function<Row, Phase.Content> reader) {
        this.log = log;
        this.reader = reader;
    }

    LoadLog.Verdict read(Row row) {
        Phase.Content content = reader.apply(row);
        List<Phase> of = phases.computeIfAbsent(content.subscription(), s -> new ArrayList<>(1));
        if (seen.putIfAbsent(content, row.source()) != null) {
            return LoadLog.Verdict.DUPLICATE;
        }
        if (!of.isEmpty() && !of.get(0).content().customer().equals(content.customer())) {
            throw conflict(content.customer());
        }
        of.add(new Phase(content, row.source()));
        return LoadLog.Verdict.ACCEPTED;
    }

    /** Adds the subscriptions, and the accounts and products that they name and that are not there otherwise. */
    void addTo(RevenueBook.Builder book, Predicate<FactId> isThere) {
        Set<AccountId> accounts = new LinkedHashSet<>();
        Set<ProductId> products = new LinkedHashSet<>();
        phases.forEach((id, of) -> {
            Subscription subscription = subscription(id, withoutOverlaps(of, log));
            book.add(subscription);
            accounts.add(subscription.account());
            subscription.items().forEach(i -> i.product().ifPresent(products::add));
        });
        accounts.stream()
                .filter(isThere.negate())
                .forEach(id -> book.add(Account.builder(id).build()));
        products.stream()
                .filter(isThere.negate())
                .forEach(id -> book.add(Product.builder(id)
                        .name(id.value())
                        .kind(ProductKind.RECURRING)
                        .build()));
    }

    static BadRow conflict(AccountId customer) {
        return new BadRow(
                IssueCode.CONFLICT,
                "customer_id",
                customer.value(),
                "An earlier row of the subscription names another customer. Maybe two subscriptions have one id.");
    }

    static void overlap(LoadLog log, Source place, LocalDate start, long with) {
        log.rejectAccepted(
                place,
                IssueCode.OVERLAP,
                "start_date",
                start.toString(),
                "The row starts before that of line " + with
                        + " of the same subscription ends. Maybe its end_date is the last day and not the day after.");
    }

    private static List<Phase> withoutOverlaps(List<Phase> phases, LoadLog log) {
        List<Phase> sorted = new ArrayList<>(phases);
        sorted.sort(Comparator.comparing((Phase p) -> p.content().start())
                .thenComparing(p -> p.source().line()));
        List<Phase> kept = new ArrayList<>();
        for (Phase phase : sorted) {
            LocalDate start = phase.content().start();
            Optional<Phase> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
            Optional<Phase> overlapped = last.filter(
                    p -> p.content().end().filter(end -> !end.isAfter(start)).isEmpty());
            if (overlapped.isPresent()) {
                overlap(log, phase.source(), start, overlapped.get().source().line());
            } else {
                kept.add(phase);
            }
        }
        return kept;
    }

    private static Subscription subscription(SubscriptionId id, List<Phase> phases) {
        Phase first = phases.get(0);
        Subscription.Builder subscription = Subscription.builder(
                        id, first.content().customer())
                .start(Moment.of(first.content().start()))
                .source(first.source());
        Optional<LocalDate> end = Optional.of(first.content().start());
        for (Phase phase : phases) {
            LocalDate start = phase.content().start();
            end.filter(start::isAfter)
                    .ifPresent(gap -> subscription.items(ItemChange.builder("gap@" + gap, Moment.of(gap), ITEM)
                            .quantity(BigDecimal.ZERO)
                            .build()));
            subscription.items(ItemChange.builder("phase@" + start, Moment.of(start), ITEM)
                    .product(phase.content().plan().orElse(null))
                    .quantity(phase.content().quantity())
                    .price(Price.flat(phase.content().amount(), phase.content().every()))
                    .build());
            end = phase.content().end();
        }
        end.ifPresent(last ->
                subscription.endings(Ending.builder("end", Moment.of(last)).build()));
        return subscription.build();
    }
}
