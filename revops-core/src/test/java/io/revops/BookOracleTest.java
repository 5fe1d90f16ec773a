package io.revops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.RevenueBook;
import io.revops.catalog.Metrics;
import io.revops.ledger.Basis;
import io.revops.ledger.MovementKind;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.bookings.BookedContract;
import io.revops.metric.bookings.Bookings;
import io.revops.metric.cohort.CohortAge;
import io.revops.metric.cohort.Triangle;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A generated book of 1,000 accounts over 36 months beside book_oracle.py, which shares nothing with this library but the rules:
 * every month and every account, retention, cohorts and bookings, to the micro-unit. The golden file names the command that made
 * it and the hash of the book that it read.
 */
class BookOracleTest {
    private static final Span SPAN = Span.parse("2023-01-01/2026-01-01");

    /** A ratio of two integers is the nearest double to a fraction: room for one rounding. */
    private static final double RATIO = 1e-12;

    private static JsonNode oracle;
    private static Map<Basis, RevenueView> views;

    @BeforeAll
    static void readTheBook(@TempDir Path folder) throws IOException {
        try (InputStream in = BookOracleTest.class.getResourceAsStream("oracle/book_oracle.json")) {
            oracle = new ObjectMapper().readTree(in);
        }
        assertThat(GeneratedBook.write(folder))
                .as("the book that the oracle has read; Maybe run its command again.")
                .isEqualTo(oracle.get("data").asText());
        Loaded<RevenueBook> loaded = NativeForm.read(folder);
        assertThat(loaded.issues().stream().limit(5)).isEmpty();
        views = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            RevenuePolicy policy = RevenuePolicy.standard().with(basis).with(ReportingCurrency.of("USD"));
            views.put(basis, RevenueView.of(loaded.orElseThrow(), policy, SPAN));
        }
    }

    private static RevenueView view(Basis basis) {
        return java.util.Objects.requireNonNull(views.get(basis));
    }

    @Test
    void everyDayClosesAtTheSameAmount() {
        List<Span> days = Cadence.DAY.cut(SPAN);
        long[] worth = new long[days.size()];
        int[] active = new int[days.size()];
        Valuation valuation = Valuation.closing(view(Basis.NET).ledger());
        view(Basis.NET).ledger().walk(days, Basis.NET, Cadence.DAY, valuation, null, row -> {
            worth[row.period()] += row.closing();
            active[row.period()] += row.activeAtClosing() ? 1 : 0;
        });
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < worth.length; i++) {
            lines.add(days.get(i) + " " + worth[i] + " " + active[i]);
        }
        assertThat(sha(String.join("\n", lines))).isEqualTo(oracle.get("days").asText());
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void movementsOfEveryMonthAndAccountAreTheSame(Basis basis) {
        List<Span> months = SPAN.months();
        List<Map<String, Long>> amounts = new ArrayList<>();
        List<Map<String, Long>> accounts = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        months.forEach(m -> {
            amounts.add(new TreeMap<>());
            accounts.add(new TreeMap<>());
            lines.add(new ArrayList<>());
        });
        RevenueView view = view(basis);
        Valuation valuation = Valuation.closing(view.ledger());
        view.ledger().walk(months, basis, Cadence.MONTH, valuation, null, row -> {
            Map<String, Long> amount = amounts.get(row.period());
            Map<String, Long> count = accounts.get(row.period());
            amount.merge("open", row.opening(), Long::sum);
            amount.merge("close", row.closing(), Long::sum);
            count.merge("open", row.activeAtOpening() ? 1L : 0, Long::sum);
            count.merge("close", row.activeAtClosing() ? 1L : 0, Long::sum);
            for (MovementKind kind : MovementKind.values()) {
                if (row.count(kind) > 0) {
                    String name = kind.name().toLowerCase(Locale.ROOT);
                    amount.merge(name, row.amount(kind), Long::sum);
                    count.merge(name, (long) row.count(kind), Long::sum);
                    lines.get(row.period())
                            .add(view.ledger().account(row.account()) + " " + name + " " + row.amount(kind) + " "
                                    + row.count(kind));
                }
            }
        });
        JsonNode expected = oracle.get("movements").get(basis.name());
        assertThat(expected).hasSize(36);
        for (int i = 0; i < months.size(); i++) {
            JsonNode month = expected.get(months.get(i).toString());
            assertThat(amounts.get(i)).as("%s", months.get(i)).isEqualTo(longs(month.get("amounts")));
            assertThat(accounts.get(i)).as("%s", months.get(i)).isEqualTo(longs(month.get("accounts")));
            assertThat(sha(sorted(lines.get(i))))
                    .as("%s", months.get(i))
                    .isEqualTo(month.get("rows").asText());
        }
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void retentionOfEveryMonthQuarterAndYearIsTheSame(Basis basis) {
        assertThat(oracle.get("retention")).hasSize(3 * (1 + 4 + 12));
        oracle.get("retention").properties().forEach(e -> {
            RevenueView view = view(basis).during(Span.parse(e.getKey()));
            JsonNode expected = e.getValue();
            BigInteger opening = expected.get("opening").bigIntegerValue();
            ratio(Metrics.NET_REVENUE_RETENTION, view, expected.get("net").bigIntegerValue(), opening);
            ratio(Metrics.GROSS_REVENUE_RETENTION, view, expected.get("gross").bigIntegerValue(), opening);
            ratio(
                    Metrics.NET_REVENUE_RETENTION_FLOW,
                    view,
                    expected.get("net.flow." + basis).bigIntegerValue(),
                    opening);
            ratio(
                    Metrics.GROSS_REVENUE_RETENTION_FLOW,
                    view,
                    expected.get("gross.flow." + basis).bigIntegerValue(),
                    opening);
            ratio(
                    Metrics.LOGO_CHURN,
                    view,
                    expected.get("lost").bigIntegerValue(),
                    expected.get("accounts").bigIntegerValue());
            assertThat(Metrics.NET_REVENUE_RETENTION
                            .measure(view)
                            .evidence()
                            .total(Part.OPENING)
                            .microsPerYear())
                    .as(e.getKey())
                    .isEqualTo(opening);
        });
    }

    private static void ratio(Metric<Ratio> metric, RevenueView view, BigInteger over, BigInteger under) {
        double expected = new BigDecimal(over)
                .divide(new BigDecimal(under), java.math.MathContext.DECIMAL128)
                .doubleValue();
        assertThat(metric.measure(view).orElseThrow().value())
                .as("%s, %s", metric.definition().title(), view.span())
                .isEqualTo(expected, within(RATIO));
    }

    @Test
    void cohortsAreTheSameByMonthQuarterAndYearByCalendarAndByTenure() {
        assertThat(oracle.get("cohorts")).hasSize(6);
        oracle.get("cohorts").properties().forEach(e -> {
            Cadence length = Cadence.valueOf(e.getKey().split(" ")[0]);
            CohortAge age = CohortAge.valueOf(e.getKey().split(" ")[1]);
            RevenueView view = view(Basis.NET);
            Triangle<Long> accounts =
                    Metrics.ACCOUNT_COHORTS.with(length).with(age).measure(view);
            Triangle<RunRate> worth = Metrics.MRR_COHORTS.with(length).with(age).measure(view);
            Triangle<Ratio> logos =
                    Metrics.LOGO_RETENTION_COHORTS.with(length).with(age).measure(view);
            Triangle<Ratio> revenue =
                    Metrics.REVENUE_RETENTION_COHORTS.with(length).with(age).measure(view);
            assertThat(accounts.cohorts()).hasSameSizeAs(e.getValue());
            for (Span cohort : accounts.cohorts()) {
                JsonNode expected = e.getValue().get(cohort.toString());
                int reached = expected.get("active").size();
                long began = expected.get("accounts").asLong();
                BigInteger start = expected.get("began").bigIntegerValue();
                assertThat(accounts.size(cohort)).isEqualTo(began);
                for (int k = 0; k < accounts.ages() && began > 0; k++) {
                    assertThat(accounts.cell(cohort, k).value().isPresent())
                            .as("%s %s at age %s", e.getKey(), cohort, k)
                            .isEqualTo(k < reached);
                    if (k < reached) {
                        assertThat(accounts.cell(cohort, k).orElseThrow())
                                .isEqualTo(expected.get("active").get(k).asLong());
                        assertThat(worth.cell(cohort, k).orElseThrow().microsPerYear())
                                .isEqualTo(expected.get("worth").get(k).bigIntegerValue());
                        assertThat(logos.cell(cohort, k))
                                .isEqualTo(Reading.known(
                                        Ratio.of(expected.get("active").get(k).asLong(), began)));
                        assertThat(revenue.cell(cohort, k))
                                .isEqualTo(Reading.known(
                                        Ratio.of(expected.get("constant").get(k).bigIntegerValue(), start)));
                    }
                }
            }
        });
    }

    @Test
    void everyContractIsBookedAtTheSameAmounts() {
        assertThat(oracle.get("bookings")).hasSize(36);
        long contracts = 0;
        for (Span month : SPAN.months()) {
            JsonNode expected = oracle.get("bookings").get(month.toString());
            Bookings bookings = Bookings.of(view(Basis.NET).during(month));
            List<String> lines = bookings.contracts().stream()
                    .map(BookOracleTest::line)
                    .collect(Collectors.toCollection(ArrayList::new));
            assertThat(lines).as("%s", month).hasSize(expected.get("contracts").asInt());
            assertThat(sha(sorted(lines)))
                    .as("%s %s", month, lines)
                    .isEqualTo(expected.get("rows").asText());
            contracts += lines.size();
        }
        assertThat(contracts).isGreaterThan(300);
    }

    private static String line(BookedContract c) {
        return String.join(
                " ",
                c.subject().value(),
                c.day().toString(),
                money(c.total()),
                money(c.recurring()),
                money(c.oneTime()),
                rate(c.arr()),
                rate(c.averageYear()),
                rate(c.exitArr()),
                c.years()
                        .value()
                        .map(years -> years.stream().map(BookOracleTest::micros).collect(Collectors.joining(",")))
                        .orElse("-"));
    }

    private static String money(Reading<Money> reading) {
        return reading.value().map(BookOracleTest::micros).orElse("-");
    }

    private static String rate(Reading<RunRate> reading) {
        return reading.value().map(r -> r.microsPerYear().toString()).orElse("-");
    }

    private static String micros(Money amount) {
        return amount.amount()
                .setScale(6, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .toString();
    }

    private static Map<String, Long> longs(JsonNode object) {
        Map<String, Long> found = new TreeMap<>();
        object.properties().forEach(e -> found.put(e.getKey(), e.getValue().asLong()));
        return found;
    }

    private static String sorted(List<String> lines) {
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
