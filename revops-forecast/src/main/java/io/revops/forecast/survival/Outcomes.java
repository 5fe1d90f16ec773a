package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How the methods of this package say what came of training. */
final class Outcomes {
    private Outcomes() {}

    static Provenance provenance(String method, Lifetimes lifetimes) {
        return new Provenance(
                Provenance.LIBRARY,
                method,
                lifetimes.asOf(),
                OptionalLong.empty(),
                lifetimes.fingerprint(),
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                List.of());
    }

    static <M> Training<M> trained(M model, Provenance provenance, Lifetimes lifetimes, List<String> more) {
        List<String> reasons = new ArrayList<>(more);
        int left = lifetimes.problems().size();
        if (left > 0) {
            reasons.add(left + (left == 1 ? " row was" : " rows were") + " left out, the first because: "
                    + lifetimes.problems().get(0));
        }
        return new Trained<>(model, provenance, reasons);
    }

    static <M> Refused<M> refused(RefusalCode code, String why, String fallback) {
        return new Refused<>(code, why, Optional.empty(), fallback);
    }

    static <M> Refused<M> tooFew(RefusalCode code, String why, String what, long needed, long found, String fallback) {
        return new Refused<>(code, why, Optional.of(new Refused.Need(what, needed, found)), fallback);
    }

    static <M> Refused<M> noLifetimes(Lifetimes lifetimes) {
        int left = lifetimes.problems().size();
        return tooFew(
                RefusalCode.NO_LIFETIMES,
                "There is no lifetime" + (left == 0 ? "." : ": all " + left + " rows were left out."),
                "lifetimes",
                1,
                0,
                left == 0 ? "add some" : "see the problems of the rows");
    }

    static <M> Refused<M> nothingEnded(Lifetimes lifetimes) {
        return tooFew(
                RefusalCode.NOTHING_ENDED,
                "None of " + lifetimes.size() + " lifetimes ended.",
                "ended lifetimes",
                1,
                0,
                "wait for the first, and read the Kaplan-Meier curve until then");
    }

    static <M> Refused<M> constant(List<String> columns) {
        return refused(
                RefusalCode.CONSTANT_COLUMN,
                "The columns " + columns + " have the same value in every row.",
                "leave them out");
    }
}
