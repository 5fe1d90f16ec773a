package io.revops.metric.engagement;

import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.UndefinedCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The features that a host names, each a meter of usage; or any feature at all. */
final class NamedFeatures {
    private static final int SHOWN = 10;
    private static final NamedFeatures ANY = new NamedFeatures(Set.of());

    private final Set<String> names;

    private NamedFeatures(Set<String> names) {
        this.names = names;
    }

    static NamedFeatures any() {
        return ANY;
    }

    /** At least one, none of them blank. */
    static NamedFeatures of(String... names) {
        return new NamedFeatures(named("feature", "reports", names));
    }

    /** What somebody named, in the order of names. */
    static Set<String> named(String what, String example, String... names) {
        Set<String> named = new TreeSet<>(List.of(names));
        if (named.isEmpty() || named.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    named + " names no " + what + ". Maybe \"" + example + "\", as the source writes it.");
        }
        return named;
    }

    /** Whether an event is a use of one of them. */
    boolean has(UsageEvent event) {
        return Uses.isUse(event) && (names.isEmpty() || names.contains(event.meter()));
    }

    /** Evidence without lines, if no use of any of them was known by the close of the span: nobody could be seen to reach it. */
    Optional<Evidence> unseen(RevenueView view) {
        Set<String> meters = Uses.meters(view);
        if (meters.isEmpty()) {
            return Optional.of(Evidence.undefined(
                    UndefinedCode.NO_USE,
                    "No use is known by " + Uses.lastDay(view) + ". Maybe merge the book with usage events."));
        }
        if (names.isEmpty() || names.stream().anyMatch(meters::contains)) {
            return Optional.empty();
        }
        return Optional.of(Evidence.undefined(
                UndefinedCode.NO_USE,
                "No use of " + names + " is known by " + Uses.lastDay(view) + ". Maybe one of "
                        + meters.stream().limit(SHOWN).toList() + "."));
    }

    /** {@code first use}, {@code first use of reports or exports}. */
    @Override
    public String toString() {
        return names.isEmpty() ? "first use" : "first use of " + String.join(" or ", names);
    }
}
