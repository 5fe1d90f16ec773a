package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many users used few, some or many features in a span, by the host's limits. */
public final class DepthByBand implements Metric<DepthMix> {
    private final DepthBands bands;
    private final MetricDefinition definition;

    private DepthByBand(DepthBands bands) {
        this.bands = bands;
        definition = MetricDefinition.of(
                        "usage.depth.bands",
                        "Users by feature depth",
                        "users of each band of different features used in the span (" + bands + "), and their share",
                        Unit.USERS)
                .better(Better.NEITHER)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "nobody is known to have used it: undefined",
                        "a band without a user is there, with 0",
                        "a use without a user does not count",
                        "a user of two accounts is two",
                        "a row that counts zero is no use",
                        "the view has no book: undefined")
                .reference("Distinct features per active user, in bands")
                .build();
    }

    /** By bands of the host's own. */
    public static DepthByBand of(DepthBands bands) {
        return new DepthByBand(bands);
    }

    /** By {@link DepthBands#STANDARD}. */
    public static DepthByBand standard() {
        return of(DepthBands.STANDARD);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> lines(view, cut));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        List<Part<Long>> parts =
                bands.names().stream().map(name -> Part.USERS.labelled(name)).toList();
        Evidence.Builder lines =
                Evidence.counting().parts(parts.toArray(new Part<?>[0])).named(AccountLines.names(view));
        Uses.during(view, view.span()).forEach((account, uses) -> {
            Map<String, Long> users = uses.users().values().stream()
                    .map(use -> bands.name(use.features().size()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            if (!users.isEmpty()) {
                lines.line(account, cut.segment(view, account, end));
                bands.names().forEach(name -> lines.units(Part.USERS.labelled(name), users.getOrDefault(name, 0L)));
            }
        });
        return lines.build();
    }

    @Override
    public Reading<DepthMix> conclude(Evidence evidence) {
        long all = bands.names().stream()
                .mapToLong(name -> evidence.total(Part.USERS.labelled(name)))
                .sum();
        if (all == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_USERS,
                    "Nobody is known to have used it in the span, so there are no bands. Maybe usage without users was read.");
        }
        return Reading.known(new DepthMix(bands.names().stream()
                .map(name -> {
                    long users = evidence.total(Part.USERS.labelled(name));
                    return new DepthMix.Band(name, users, Ratio.of(users, all));
                })
                .toList()));
    }
}
