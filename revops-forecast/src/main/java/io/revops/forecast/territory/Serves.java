package io.revops.forecast.territory;

import java.util.List;
import java.util.Optional;

/** Whether a rep serves the kind of an account: its segment and its channel. Pins and forbidden pairs are not asked. */
final class Serves {
    private Serves() {}

    /** Why not; empty if the rep does. */
    static Optional<String> reason(TerritoryPlanner planner, TerritoryAccount account, TerritoryRep rep) {
        Optional<String> segment = account.segment();
        boolean dedicated = segment.isPresent()
                && planner.rules().stream()
                        .anyMatch(r -> r.isDedicated() && r.segment().equals(segment.get()));
        if (dedicated && !rep.segments().equals(List.of(segment.get()))) {
            return Optional.of("(" + segment.get() + ") is served only by those who serve nothing else");
        }
        if (!rep.segments().isEmpty() && !rep.segments().contains(segment.orElse(""))) {
            return Optional.of("(" + rep.id() + ") serves " + rep.segments() + " and not "
                    + segment.map(s -> "(" + s + ")").orElse("accounts without a segment"));
        }
        if (account.channel().isPresent()
                && rep.channel().isPresent()
                && account.channel().get() != rep.channel().get()) {
            return Optional.of("(" + rep.id() + ") sells " + word(rep.channel().get()) + " and not "
                    + word(account.channel().get()));
        }
        return Optional.empty();
    }

    private static String word(SalesChannel channel) {
        return channel == SalesChannel.DIRECT ? "directly" : "through partners";
    }
}
