package io.revops;

import static io.revops.catalog.Metrics.OPEN_PIPELINE;
import static io.revops.catalog.Metrics.QUOTA_COVERAGE;
import static io.revops.catalog.Metrics.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.book.DealType;
import io.revops.book.Dimension;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Links;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityId;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.metric.Line;
import io.revops.metric.Measurement;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of the sample company's deals, links and bad rows against {@link SampleOracle}. */
class SampleDealsOracleTest {
    /**
     * The oracle leaves every bad row out. This library keeps what is only doubtful and warns of it: a deal whose account is in no
     * export, lost in January 2023, and one that was closed, in 2022, before it was created.
     */
    private static final Set<String> KEPT = Set.of("0065Y00000000CAQAY", "0065Y00000000MUQAY");

    private static final Map<DealType, String> TYPES =
            Map.of(DealType.NEW, "New Business", DealType.EXPANSION, "Expansion", DealType.RENEWAL, "Renewal");

    private static SampleOracle oracle;

    @BeforeAll
    static void load(@TempDir Path data) {
        oracle = SampleOracle.in(data);
    }

    @Test
    void winRateOfEveryPeriodByHowDealsStoodAtItsClose() {
        oracle.eachSpan("deals_as_of_close", (span, of) -> {
            Measurement<Proportion> rate = WIN_RATE.measure(oracle.view(span));
            Map<Outcome, Long> ours = new HashMap<>();
            Set<String> kept = new TreeSet<>();
            for (Line line : rate.evidence().lines().toList()) {
                if (KEPT.contains(line.subject().value())) {
                    kept.add(line.subject().value());
                } else {
                    ours.merge(line.get(Part.WON) == 1 ? Outcome.WON : Outcome.LOST, 1L, Long::sum);
                }
            }
            assertThat(kept).isEqualTo(span.equals(Span.year(2023)) ? Set.of("0065Y00000000CAQAY") : Set.of());
            assertCounts(span, ours, of);
            assertThat(rate.orElseThrow().cases())
                    .isEqualTo(of.get("won").asLong() + of.get("lost").asLong() + kept.size());
            Proportion theirs = new Proportion(ours.get(Outcome.WON), ours.get(Outcome.WON) + ours.get(Outcome.LOST));
            assertShare(theirs, of);
            if (kept.isEmpty()) {
                assertThat(rate.orElseThrow()).isEqualTo(theirs);
            }
        });
    }

    private static void assertShare(Proportion share, JsonNode of) {
        JsonNode rate = of.get("win_rate");
        assertThat(share.hits()).isEqualTo(rate.get("numerator").asLong());
        assertThat(share.cases()).isEqualTo(rate.get("denominator").asLong());
        assertThat(share.value()).isEqualTo(rate.get("value").asDouble(), within(SampleOracle.RATIO));
        JsonNode interval = of.get("wilson95");
        assertThat(share.low()).isEqualTo(interval.get("low").asDouble(), within(SampleOracle.RATIO));
        assertThat(share.high()).isEqualTo(interval.get("high").asDouble(), within(SampleOracle.RATIO));
    }

    /** No metric counts by these; the facts that were loaded must still say the same. */
    @Test
    void dealsClosedByTheirFirstAndLastEntryIntoTheOutcomeAndByTheirCloseDate() {
        oracle.eachSpan(
                "deals", (span, of) -> assertCounts(span, closedIn(span, SampleDealsOracleTest::firstEntry), of));
        oracle.eachSpan(
                "deals_last_entry",
                (span, of) -> assertCounts(
                        span,
                        closedIn(
                                span,
                                deal -> deal.latest().closed().orElseThrow().date(ZoneOffset.UTC)),
                        of));
        oracle.eachSpan(
                "deals_by_close_date",
                (span, of) -> assertCounts(
                        span, closedIn(span, deal -> deal.latest().closeDate().orElseThrow()), of));
    }

    private static Map<Outcome, Long> closedIn(Span span, Function<Opportunity, LocalDate> day) {
        return oracle.book.opportunities().stream()
                .filter(deal -> !KEPT.contains(deal.id().value()))
                .filter(deal -> deal.latest().outcome() != Outcome.OPEN)
                .filter(deal -> span.contains(day.apply(deal)))
                .collect(Collectors.groupingBy(deal -> deal.latest().outcome(), Collectors.counting()));
    }

    private static LocalDate firstEntry(Opportunity deal) {
        Optional<String> last = deal.latest().stage();
        return deal.changes().stream()
                .filter(change -> change.stage().equals(last))
                .map(OpportunityChange::effective)
                .map(moment -> moment.date(ZoneOffset.UTC))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static void assertCounts(Span span, Map<Outcome, Long> ours, JsonNode of) {
        assertThat(ours)
                .as(span.toString())
                .containsOnly(
                        Map.entry(Outcome.WON, of.get("won").asLong()),
                        Map.entry(Outcome.LOST, of.get("lost").asLong()));
    }

    @Test
    void openPipelineAtTheEndOf2025ByStageAndType() {
        Measurement<Money> open = OPEN_PIPELINE.measure(oracle.view(Span.year(2025)));
        JsonNode expected = oracle.at("pipeline_2025_end");
        assertThat(micros(open.orElseThrow())).isEqualTo(expected.get("value").bigIntegerValue());
        assertThat(open.evidence().size()).isEqualTo(expected.get("count").asInt());
        assertSegments(open, Dimension.STAGE, expected.get("by_stage"));
        assertSegments(open, Dimension.DEAL_TYPE, expected.get("by_type"));
        LocalDate close = LocalDate.of(2026, 1, 1);
        long late = open.evidence()
                .lines()
                .filter(line -> state(line)
                        .closeDate()
                        .filter(day -> day.isBefore(close))
                        .isPresent())
                .count();
        assertThat(late).isEqualTo(expected.get("past_close_date").asLong());
    }

    private static OpportunityState state(Line line) {
        return oracle.book
                .find(Opportunity.class, line.subject())
                .orElseThrow()
                .at(Span.year(2025).end(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static void assertSegments(Measurement<Money> open, Dimension dimension, JsonNode expected) {
        Map<String, BigInteger> values = new TreeMap<>();
        Map<String, BigInteger> counts = new TreeMap<>();
        open.by(dimension).segments().forEach((name, segment) -> {
            values.put(name(dimension, name), micros(segment.orElseThrow()));
            counts.put(
                    name(dimension, name), BigInteger.valueOf(segment.evidence().size()));
        });
        assertThat(values).isEqualTo(SampleOracle.integers(expected, s -> s.get("value")));
        assertThat(counts).isEqualTo(SampleOracle.integers(expected, s -> s.get("count")));
    }

    private static String name(Dimension dimension, String segment) {
        return dimension == Dimension.DEAL_TYPE ? TYPES.get(DealType.valueOf(segment)) : segment;
    }

    @Test
    void coverageOfTheFirstQuarterOf2026() {
        Measurement<Ratio> coverage = QUOTA_COVERAGE.measure(oracle.view(Span.quarter(2026, 1)));
        JsonNode expected = oracle.at("coverage_2026_q1");
        List<Line> deals = linesOf(coverage, OpportunityId.class);
        List<Line> quotas = coverage.evidence()
                .lines()
                .filter(line -> !deals.contains(line) && !line.get(Part.QUOTA).isZero())
                .toList();
        assertThat(micros(coverage.evidence().total(Part.PIPELINE)))
                .isEqualTo(expected.get("open_value").bigIntegerValue());
        assertThat(deals).hasSize(expected.get("open_count").asInt());
        assertThat(micros(coverage.evidence().total(Part.QUOTA)))
                .isEqualTo(expected.get("quota").bigIntegerValue());
        assertThat(quotas).hasSize(expected.get("quota_reps").asInt());
        assertThat(coverage.orElseThrow().value())
                .isEqualTo(expected.get("coverage").get("value").asDouble(), within(SampleOracle.RATIO));
        coverage.by(Dimension.DEAL_TYPE).segments().forEach((type, segment) -> {
            JsonNode of = expected.get("by_type").get(TYPES.get(DealType.valueOf(type)));
            assertThat(micros(segment.evidence().total(Part.PIPELINE)))
                    .isEqualTo(of.get("value").bigIntegerValue());
            assertThat(linesOf(segment, OpportunityId.class))
                    .hasSize(of.get("count").asInt());
        });
        Set<String> counted =
                quotas.stream().map(line -> line.subject().value()).collect(Collectors.toSet());
        Set<String> leftOut = oracle.book.quotas().stream()
                .filter(quota -> quota.span().equals(Span.quarter(2026, 1)))
                .filter(quota -> !counted.contains(quota.id().value()))
                .map(SampleDealsOracleTest::owner)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(leftOut).isEqualTo(texts(expected.get("managers_left_out")));
    }

    private static List<Line> linesOf(Measurement<?> measurement, Class<?> kind) {
        return measurement
                .evidence()
                .lines()
                .filter(line -> kind.isInstance(line.subject()))
                .toList();
    }

    private static String owner(Quota quota) {
        return quota.rep().orElseThrow().value();
    }

    @Test
    void accountsAreLinkedInTheWaysOfTheOracle() {
        JsonNode linked = oracle.at("linked");
        Links metadata = Links.byMetadata("crm_account_id");
        int byMetadata = oracle.merged(metadata).aliases().size();
        int listed = oracle.merged(metadata.or(oracle.listed)).aliases().size();
        int all = oracle.book.aliases().size();
        assertThat(byMetadata).isEqualTo(linked.get("metadata").asInt());
        assertThat(listed - byMetadata).isEqualTo(linked.get("links").asInt());
        assertThat(all - listed).isEqualTo(linked.get("domain").asInt());
        assertThat(oracle.book.issues().stream().filter(issue -> issue.code() == IssueCode.UNLINKED))
                .hasSize(linked.get("none").asInt());
        assertThat(oracle.book.issues().stream().filter(issue -> issue.code() == IssueCode.BAD_LINK))
                .hasSize(1);
        assertThat(oracle.stripe.accounts()).hasSize(all + linked.get("none").asInt());
    }

    /** A row that was read twice is counted, not reported. */
    @Test
    void everyRowThatTheOracleLeavesOutIsAnIssueOrADuplicate() {
        int duplicates = 0;
        for (JsonNode bad : oracle.at("left_out")) {
            if (bad.get("why").asText().contains("seen before")) {
                duplicates++;
                continue;
            }
            String file = bad.get("file").asText();
            String what = bad.get("what").asText();
            assertThat(oracle.book.issues()).as(bad.toString()).anyMatch(issue -> isAbout(issue, file, what));
        }
        assertThat(duplicates).isEqualTo(2);
    }

    private static boolean isAbout(Issue issue, String file, String what) {
        if (file.equals("links.csv")) {
            return issue.code() == IssueCode.BAD_LINK && issue.subject().endsWith(" " + what);
        }
        boolean inFile = file.endsWith("/" + issue.source().file());
        if (what.startsWith("line ")) {
            return inFile && issue.source().line() == Long.parseLong(what.substring(5));
        }
        // a row that became no fact is known by its line only
        return inFile
                && issue.severity() != io.revops.book.Severity.NOTE
                && line(file, what) == issue.source().line();
    }

    /** The lines of the rows that the sample's own page says are wrong. */
    private static long line(String file, String id) {
        Map<String, Long> lines = Map.of(
                "0065Y00000000CAQAY", 30L,
                "0065Y00000000MUQAY", 68L,
                "0065Y00000000WoQAI", 100L,
                "0065Y00000000h8QAA", 131L,
                "0065Y000000011mQAA", 209L,
                "0065Y00000001C6QAI", 238L,
                "0085Y0000000HseQAE", 168L,
                "sub_106TTZjeCBcqc00006b", 30L,
                "sub_106Ut27ugoRLd00009B", 41L);
        return lines.getOrDefault(id, -1L);
    }

    private static BigInteger micros(Money money) {
        return money.amount().movePointRight(6).toBigIntegerExact();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> found = new TreeSet<>();
        list.forEach(text -> found.add(text.asText()));
        return found;
    }
}
