package io.revops.quickstart.churn;

import io.revops.book.Dimension;
import io.revops.forecast.churn.ChurnFeatures;
import io.revops.forecast.churn.FeatureSet;
import io.revops.ledger.RevenuePolicy;
import io.revops.quickstart.Arguments;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was asked of {@link ChurnRisk}. */
final class RiskAsked {
    static final String USAGE = """
            Who may leave, why the score says so, when, and what revenue that puts at risk, from a company's exports.

              --stripe --chargebee --baremetrics --salesforce --hubspot --zendesk --native PATH, --links FILE, --currency CODE
                                 the exports, as the report takes them
              --success FOLDER   usage, tickets, answers, payments and contacts in this library's own form, if they lie apart
              --as-of DATE       the last day that is seen; that of the month of the latest fact unless given
              --from DATE        the first day that is learnt from; 36 months before unless given
              --horizon DAYS     within how many days an account leaves; 90 unless given
              --segment NAME     the attribute of accounts that segments are cut by; segment unless given
              --features LIST    only these features, parted by commas; all that are known of anybody unless given
              --out FOLDER       where churn-risk.html is written; out unless given

            Without a path it looks at the sample company.
            """;
    private static final List<String> NAMES =
            List.of("--success", "--as-of", "--from", "--horizon", "--segment", "--features", "--out");
    private static final int USUAL_DAYS = 90;
    private static final int MONTHS = 36;

    private final Arguments arguments;

    private RiskAsked(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if a name is not known, or what is behind it cannot be
     */
    static RiskAsked parse(String... args) {
        RiskAsked asked = new RiskAsked(Arguments.with(NAMES, args));
        asked.horizon();
        asked.asOf();
        asked.features();
        return asked;
    }

    Arguments exports() {
        return arguments;
    }

    RevenuePolicy policy() {
        return arguments.policy();
    }

    Optional<LocalDate> asOf() {
        return arguments.date("--as-of");
    }

    LocalDate from(LocalDate asOf) {
        LocalDate from = arguments.date("--from").orElse(asOf.plusDays(1).minusMonths(MONTHS));
        if (!from.isBefore(asOf)) {
            throw new IllegalArgumentException("There is nothing to learn from between --from (" + from
                    + ") and --as-of (" + asOf + "). Maybe an earlier --from.");
        }
        return from;
    }

    int horizon() {
        String text = arguments.text("--horizon").orElse(Integer.toString(USUAL_DAYS));
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("There is no number of days in --horizon (" + text + "). Maybe 90.");
        }
        return Integer.parseInt(text);
    }

    Dimension segment() {
        return arguments.text("--segment").map(Dimension::attribute).orElse(Dimension.SEGMENT);
    }

    /** The features that were asked for; empty for all that are known of anybody. */
    Optional<FeatureSet> features() {
        return arguments
                .text("--features")
                .map(list -> Arrays.stream(list.split(",")).map(String::strip).toArray(String[]::new))
                .map(names -> ChurnFeatures.standard().only(names).named("chosen", "1"));
    }

    Path out() {
        return arguments.path("--out").orElse(Path.of("out"));
    }
}
