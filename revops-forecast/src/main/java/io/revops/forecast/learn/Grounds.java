package io.revops.forecast.learn;

import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What every learner asks of its rows, and says of them. */
final class Grounds {
    private Grounds() {}

    /** Why these rows cannot carry a model of two outcomes; empty if they can. */
    static <M> Optional<Refused<M>> against(DataSet data, int leastRows, int leastOfEach, String fallback) {
        if (!data.isBinary()) {
            return Optional.of(new Refused<>(
                    RefusalCode.LABEL_NOT_BINARY,
                    "A label is neither 0 nor 1.",
                    Optional.empty(),
                    "predict the number with Boosting.ofValues(), or write 1 where it happened and 0 where not"));
        }
        int events = data.events();
        int others = data.size() - events;
        if (data.size() > 0 && (events == 0 || others == 0)) {
            return Optional.of(new Refused<>(
                    RefusalCode.ONE_OUTCOME,
                    events == 0 ? "No row has the event." : "Every row has the event.",
                    Optional.of(new Refused.Need(events == 0 ? "events" : "rows without the event", leastOfEach, 0)),
                    "a longer horizon, so that both outcomes occur"));
        }
        if (data.size() < leastRows) {
            return Optional.of(tooFew("rows", leastRows, data.size(), fallback));
        }
        if (events < leastOfEach) {
            return Optional.of(tooFew("events", leastOfEach, events, fallback));
        }
        if (others < leastOfEach) {
            return Optional.of(tooFew("rows without the event", leastOfEach, others, fallback));
        }
        return Optional.empty();
    }

    static <M> Refused<M> tooFew(String what, int needed, int found, String fallback) {
        return new Refused<>(
                RefusalCode.TOO_FEW_CASES,
                "There are " + found + " " + what + ", and " + needed + " are needed.",
                Optional.of(new Refused.Need(what, needed, found)),
                fallback);
    }

    /** A table that says no date is as of the earliest day there is. */
    static Provenance provenance(String method, DataSet data) {
        return new Provenance(
                Provenance.LIBRARY,
                method,
                data.asOf().orElse(LocalDate.MIN),
                OptionalLong.empty(),
                data.fingerprint(),
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                List.of("features version " + data.version()));
    }
}
