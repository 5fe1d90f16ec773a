package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemLines.Ends;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** From which tier to which the accounts went that are active at both ends of a span, with what they were and are worth. */
public final class TierMigration implements Metric<Migrations> {
    private record Way(String from, String to) {}

    private record Moved(AccountId account, @Nullable String segment, Way way, long opening, long closing) {}

    private final Dimension tier;
    private final MetricDefinition definition;

    private TierMigration(Dimension tier) {
        this.tier = tier;
        definition = MetricDefinition.of(
                        "migration.tier",
                        "Migration by " + tier,
                        "accounts, opening and closing by the " + tier + " of both ends",
                        Unit.ACCOUNTS)
                .better(Better.NEITHER)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("reporting zone", "exchange rates", "free account", "churn timing")
                .edges(
                        "no account is active at both ends: no entry",
                        "an account with items of several tiers is in that which it pays most for; of equals, in the first by name",
                        "what has no tier is in " + Dimension.NOT_SET,
                        "both ends are told at the closing rate",
                        "the view has no book: undefined")
                .reference("Transition matrix of the tiers of accounts")
                .build();
    }

    /** By the tier of the products that an account pays for. */
    public static TierMigration ofProducts() {
        return by(Dimension.PRODUCT_TIER);
    }

    /** By another dimension of accounts or items. */
    public static TierMigration by(Dimension tier) {
        return new TierMigration(tier);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        Optional<Evidence> none = ItemLines.noBook(view).or(() -> ItemLines.problem(valuation));
        if (none.isPresent()) {
            return none.get();
        }
        Instant start = view.span().start(view.policy().zone());
        Instant end = view.span().end(view.policy().zone());
        List<Moved> all = new ArrayList<>();
        ItemLines.walk(view, valuation, (account, ends) -> {
            if (!ItemCauses.isActive(ends)) {
                return;
            }
            Way way = new Way(
                    main(view, account, ends, start, Ends::opening), main(view, account, ends, end, Ends::closing));
            segments(view, cut, account, ends, end)
                    .forEach((segment, worth) ->
                            all.add(new Moved(account, segment.orElse(null), way, worth[0], worth[1])));
        });
        return ItemLines.problem(valuation).orElseGet(() -> lines(view, valuation, all));
    }

    private static Evidence lines(RevenueView view, Valuation valuation, List<Moved> all) {
        Map<String, List<Part<?>>> parts = new TreeMap<>();
        for (Moved moved : all) {
            Way way = moved.way();
            parts.computeIfAbsent(
                    key(way),
                    k -> List.of(
                            Part.ACCOUNTS.labelled(way.from(), way.to()),
                            Part.OPENING.labelled(way.from(), way.to()),
                            Part.CLOSING.labelled(way.from(), way.to())));
        }
        Evidence.Builder lines = ItemLines.begin(view, valuation);
        parts.values().forEach(of -> lines.parts(of.toArray(new Part<?>[0])));
        for (Moved moved : all) {
            List<Part<?>> of = java.util.Objects.requireNonNull(parts.get(key(moved.way())));
            lines.line(moved.account(), moved.segment())
                    .units(of.get(0), 1)
                    .units(of.get(1), moved.opening())
                    .units(of.get(2), moved.closing());
        }
        return lines.build();
    }

    private static String key(Way way) {
        return way.from() + '\n' + way.to();
    }

    private String main(
            RevenueView view, AccountId account, List<Ends> ends, Instant before, ToLongFunction<Ends> worth) {
        Map<String, Long> tiers = new TreeMap<>();
        for (Ends each : ends) {
            if (worth.applyAsLong(each) != 0) {
                String of = java.util.Objects.requireNonNull(
                        ItemLines.segment(Cut.by(tier), view, account, each.item(), before));
                tiers.merge(of, worth.applyAsLong(each), Math::addExact);
            }
        }
        String most = Dimension.NOT_SET;
        long largest = Long.MIN_VALUE;
        for (Map.Entry<String, Long> each : tiers.entrySet()) {
            if (each.getValue() > largest) {
                largest = each.getValue();
                most = each.getKey();
            }
        }
        return most;
    }

    /** What an account is worth at both ends, in each segment. */
    private static Map<Optional<String>, long[]> segments(
            RevenueView view, Cut cut, AccountId account, List<Ends> ends, Instant end) {
        Map<String, long[]> worth = new TreeMap<>();
        for (Ends each : ends) {
            String segment = ItemLines.segment(cut, view, account, each.item(), end);
            long[] sum = worth.computeIfAbsent(segment == null ? "" : segment, s -> new long[2]);
            sum[0] = Math.addExact(sum[0], each.opening());
            sum[1] = Math.addExact(sum[1], each.closing());
        }
        Map<Optional<String>, long[]> segments = new java.util.LinkedHashMap<>();
        worth.forEach((segment, sum) ->
                segments.put(cut.dimension().isEmpty() ? Optional.empty() : Optional.of(segment), sum));
        return segments;
    }

    @Override
    public Reading<Migrations> conclude(Evidence evidence) {
        Map<List<String>, Migrations.Move> moves = new java.util.LinkedHashMap<>();
        for (Part<?> part : evidence.parts()) {
            if (part.labels().size() == 2 && evidence.currency().isPresent()) {
                RunRate zero = RunRate.zero(evidence.currency().get());
                Migrations.Move so = moves.getOrDefault(
                        part.labels(),
                        new Migrations.Move(part.labels().get(0), part.labels().get(1), 0, zero, zero));
                moves.put(part.labels(), with(so, part, evidence.total(part)));
            }
        }
        return Reading.known(new Migrations(
                moves.values().stream().filter(m -> m.accounts() > 0).toList()));
    }

    private static Migrations.Move with(Migrations.Move move, Part<?> part, Object total) {
        if (part.kind().equals(Part.ACCOUNTS)) {
            return new Migrations.Move(move.from(), move.to(), (Long) total, move.opening(), move.closing());
        }
        return part.kind().equals(Part.OPENING)
                ? new Migrations.Move(move.from(), move.to(), move.accounts(), (RunRate) total, move.closing())
                : new Migrations.Move(move.from(), move.to(), move.accounts(), move.opening(), (RunRate) total);
    }
}
