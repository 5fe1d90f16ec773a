package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sellers' calls at the origins of a walk, and what came of them: the commit forecast, learnt week by week.
 *
 * <p>A deal is called if it is open, has a category and an amount, and its close date lies in the period. What came of it is what is
 * seen at the end of the later day: neither what was written down after it, nor a period that had not passed by then, is learnt from.
 */
final class CallsWalk {
    private static final Comparator<CalledAmount> ORDER =
            Comparator.comparing(CalledAmount::category).thenComparing(CalledAmount::owner);
    private static final double STRENGTH = SellerShrinkage.standard().periods();

    private final Map<String, DealPath> paths = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final boolean categories;

    /** @param all the deals as they are seen in the end */
    CallsWalk(DealPath[] all) {
        boolean any = false;
        for (DealPath deal : all) {
            paths.put(deal.id(), deal);
            any |= deal.steps().stream()
                    .anyMatch(s -> s.isOpen() && s.category().isPresent());
        }
        categories = any;
    }

    /** Whether any deal ever had a category while it was open. */
    boolean hasCategories() {
        return categories;
    }

    private record Call(DealPath deal, ForecastCategory category, String owner, double amount) {
        /** For how much it is seen to be won in a period, at the end of a day. */
        double came(Span period, LocalDate day) {
            return deal.brought(period, day);
        }
    }

    private record Look(Span period, double closed, List<Call> calls) {
        boolean isOverOn(LocalDate day) {
            return !period.to().isAfter(day.plusDays(1));
        }
    }

    private Look look(Snapshot seen, Span period) {
        LocalDate day = LocalDate.ofEpochDay(seen.day());
        List<Call> calls = new ArrayList<>();
        for (OpenDeal deal : seen.open()) {
            boolean called = deal.category()
                            .filter(c -> c != ForecastCategory.CLOSED && c != ForecastCategory.OMITTED)
                            .isPresent()
                    && deal.closeDate().filter(period::contains).isPresent()
                    && deal.amountSource() != AmountSource.NONE;
            DealPath path = paths.get(deal.id());
            if (called && path != null) {
                String owner = path.at(day).flatMap(DealStep::owner).orElse("");
                calls.add(new Call(path, deal.category().orElseThrow(), owner, deal.amount()));
            }
        }
        return new Look(period, seen.closed(period), calls);
    }

    /** What was learnt for a period by the end of a day. Errors are measured by the walk, and none is in it. */
    Reading<CommitPeriod> at(Snapshot seen, Span period) {
        if (!categories) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "No deal had a forecast category while it was open. Maybe export it with its history.");
        }
        LocalDate day = LocalDate.ofEpochDay(seen.day());
        Look now = look(seen, period);
        List<Look> passed = looks.stream().filter(l -> l.isOverOn(day)).toList();
        if (now.calls().isEmpty()) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "No open deal with a category and an amount closes in the period. Maybe a longer period.");
        }
        if (passed.size() < Past.FEWEST) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "Yields need " + Past.FEWEST
                            + " earlier days on which deals were called for a period that has passed,"
                            + " and there are " + passed.size() + ". Maybe a longer history.");
        }
        int days = (int) period.days();
        List<Look> over = passed.subList(Math.max(0, passed.size() - PastErrors.remembered(days)), passed.size());
        YieldSums sums = new YieldSums();
        double fresh = 0;
        for (Look then : over) {
            Map<ForecastCategory, Map<String, double[]>> byOwner = new TreeMap<>();
            double open = 0;
            for (Call call : then.calls()) {
                double came = call.came(then.period(), day);
                double[] sum = byOwner.computeIfAbsent(call.category(), c -> new TreeMap<>())
                        .computeIfAbsent(call.owner(), o -> new double[2]);
                sum[0] += call.amount();
                sum[1] += came;
                open += came;
            }
            sums.add(byOwner);
            fresh += seen.closed(then.period()) - then.closed() - open;
        }
        return Reading.known(new CommitPeriod(
                period,
                now.closed(),
                called(now),
                sums.yields(STRENGTH, Math.min(1, Walk.EVERY / (double) days)),
                fresh / over.size(),
                over.size(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static List<CalledAmount> called(Look look) {
        SortedMap<CalledAmount, Double> amounts = new TreeMap<>(ORDER);
        for (Call call : look.calls()) {
            amounts.merge(new CalledAmount(call.category(), call.owner(), 0), call.amount(), Double::sum);
        }
        return amounts.entrySet().stream()
                .map(e -> new CalledAmount(e.getKey().category(), e.getKey().owner(), e.getValue()))
                .toList();
    }

    /** What was called on a day is learnt from once its period has passed; nothing is, where nobody had called anything. */
    void remember(Snapshot seen, Span period) {
        if (categories) {
            Look look = look(seen, period);
            if (!look.calls().isEmpty()) {
                looks.add(look);
            }
        }
    }

    /** What is expected of the rest of a period: of what is called and of what nobody calls; never less than nothing. */
    static double rest(CommitPeriod calls) {
        return Math.max(0, calls.open() + calls.fresh());
    }
}
