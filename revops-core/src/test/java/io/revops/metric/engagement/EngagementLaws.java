package io.revops.metric.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Dimension;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.UsageEvent;
import io.revops.catalog.MetricCatalog;
import io.revops.catalog.Metrics;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Breakdown;
import io.revops.metric.Evidence;
import io.revops.metric.Known;
import io.revops.metric.Measurement;
import io.revops.metric.MedianWait;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the engagement metrics of any book. */
class EngagementLaws {
    private static final RevenuePolicy POLICY = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
    private static final Span SPAN = Span.quarter(2025, 1);
    private static final OnboardingPlan PLAN =
            OnboardingPlan.of(Milestone.use(20, "a", "b"), Milestone.activity(10, "call"));
    private static final List<Metric<?>> METRICS = metrics();

    private static List<Metric<?>> metrics() {
        List<Metric<?>> metrics = new ArrayList<>(MetricCatalog.standard().all().stream()
                .filter(m -> m.definition().id().matches("(usage|onboarding|tickets|survey).*"))
                .toList());
        metrics.add(TimeToValue.of("a"));
        metrics.add(OnboardingCompletion.of(PLAN));
        metrics.add(OnboardedInTime.of(PLAN));
        metrics.add(FeatureAdoption.of("a", "b", "never"));
        metrics.add(DepthByBand.of(DepthBands.of(1, 3)));
        metrics.add(EscalationRate.of("pending"));
        return metrics;
    }

    @Provide
    Arbitrary<RevenueBook> books() {
        return Combinators.combine(RandomBooks.books(), Arbitraries.longs()).as(EngagementLaws::withLife);
    }

    /** The book, with uses, tickets and activities before, in and after the span. */
    private static RevenueBook withLife(RevenueBook book, long seed) {
        Random random = new Random(seed);
        List<AccountId> accounts = book.accounts().stream().map(Account::id).toList();
        RevenueBook.Builder all = book.toBuilder();
        if (!accounts.isEmpty()) {
            IntStream.range(0, 60)
                    .forEach(n -> all.add(fact(accounts.get(random.nextInt(accounts.size())), random, n)));
        }
        return all.build();
    }

    private static Moment moment(Random random) {
        LocalDate day = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(450));
        return random.nextBoolean()
                ? Moment.of(day)
                : Moment.of(day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC));
    }

    private static Fact fact(AccountId account, Random random, int n) {
        Moment at = moment(random);
        return switch (random.nextInt(5)) {
            case 0 -> {
                SupportTicket.Builder ticket =
                        SupportTicket.builder("life-" + n, at).account(account);
                for (String status : List.of("open", "pending", "solved", "open", "closed", "deleted")) {
                    if (random.nextBoolean()) {
                        ticket.statuses(StatusChange.builder("s" + random.nextInt(), moment(random), status)
                                .build());
                    }
                }
                yield ticket.firstReply(random.nextBoolean() ? moment(random) : null)
                        .build();
            }
            case 1 ->
                Activity.builder("life-" + n, at).account(account).kind("call").build();
            case 2 ->
                SurveyAnswer.builder(
                                "life-" + n,
                                at,
                                random.nextBoolean() ? SurveyKind.NPS : SurveyKind.CSAT,
                                BigDecimal.valueOf(random.nextInt(11)))
                        .account(random.nextInt(5) == 0 ? null : account)
                        .build();
            default ->
                UsageEvent.builder(
                                "life-" + n,
                                account.value(),
                                at,
                                List.of("a", "b", "c").get(random.nextInt(3)))
                        .user(random.nextInt(4) == 0 ? null : "u" + random.nextInt(3))
                        .quantity(random.nextInt(5) == 0 ? BigDecimal.ZERO : null)
                        .build();
        };
    }

    private static RevenueView view(RevenueBook book) {
        return RevenueView.of(book, POLICY, SPAN);
    }

    /** If this failed, last quarter's figure would be another one after this quarter's export. */
    @Property(tries = 100)
    void nothingAfterTheCloseIsSeen(@ForAll("books") RevenueBook book) {
        RevenueBook known = book.asOf(SPAN.to().minusDays(1), POLICY.zone());
        RevenueView then = view(known);
        RevenueView now = view(book);
        for (Metric<?> metric : METRICS) {
            if (!known.isEmpty() && (!isOfTheLedger(metric) || customers(then).equals(customers(now)))) {
                Measurement<?> later = metric.measure(now);
                Measurement<?> atOnce = metric.measure(then);
                assertThat((Object) later.reading())
                        .as(metric.definition().id())
                        .isEqualTo(atOnce.reading());
                assertThat(lines(later)).isEqualTo(lines(atOnce));
            }
        }
    }

    private static List<String> lines(Measurement<?> measurement) {
        return measurement.evidence().lines().map(Object::toString).toList();
    }

    /** Who is a customer, and what he is worth, is for the ledger to say. */
    private static boolean isOfTheLedger(Metric<?> metric) {
        return metric instanceof FeatureAdoption
                || metric instanceof TicketsPerCustomer
                || metric instanceof FeedbackByTheme;
    }

    private static List<String> customers(RevenueView view) {
        return lines(Metrics.MRR_CHANGE.measure(view));
    }

    /** If this failed, the same exports read in another order would be another company. */
    @Property(tries = 60)
    void orderOfFactsDoesNotMatter(@ForAll("books") RevenueBook book, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>(book.facts().toList());
        Collections.shuffle(facts, random);
        RevenueView one = view(book);
        RevenueView other =
                view(RevenueBook.builder().add(facts).rates(book.rates()).build());
        for (Metric<?> metric : METRICS) {
            assertThat(metric.measure(other).explain().toString())
                    .isEqualTo(metric.measure(one).explain().toString());
        }
    }

    /** If this failed, a customer would be in two segments or in none; of a median, the cases are split all the same. */
    @Property(tries = 60)
    void partsOfTheSegmentsAddUpToThoseOfTheWhole(@ForAll("books") RevenueBook book) {
        RevenueView view = view(book);
        for (Metric<?> metric : METRICS) {
            Measurement<?> whole = metric.measure(view);
            if (whole.evidence().undefined().isEmpty()) {
                addsUp(metric, whole.by(Dimension.TIER));
                addsUp(metric, whole.by(Dimension.ACCOUNT));
            }
        }
    }

    private static void addsUp(Metric<?> metric, Breakdown<?> cut) {
        Evidence whole = cut.whole().evidence();
        for (Part<?> part : whole.parts()) {
            long sum = cut.segments().values().stream()
                    .mapToLong(segment -> total(segment.evidence(), part))
                    .sum();
            assertThat(sum).as(metric.definition().id() + " " + part).isEqualTo(total(whole, part));
        }
        assertThat(cut.adds()).isEqualTo(metric.definition().adds());
    }

    private static long total(Evidence evidence, Part<?> part) {
        Object total = evidence.total(part);
        return total instanceof RunRate rate ? rate.microsPerYear().longValueExact() : (Long) total;
    }

    /** If this failed, a share could be above 100 %, or a day have more users than the month around it. */
    @Property(tries = 60)
    void numbersStayWithinTheirBounds(@ForAll("books") RevenueBook book) {
        RevenueView view = view(book);
        for (Metric<?> metric : METRICS) {
            Measurement<?> measured = metric.measure(view);
            if (measured.reading() instanceof Known<?> known && isShare(metric)) {
                assertThat(metric.definition().unit().decimal(known.number()))
                        .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            }
            if (measured.reading() instanceof Known<?> known && known.number() instanceof MedianWait wait) {
                assertThat(wait.reached()).isPositive();
                assertThat(wait.reached() + wait.waiting())
                        .isEqualTo(measured.evidence().size());
            }
        }
        assertThat(count(ActiveUsers.daily(), view)).isLessThanOrEqualTo(count(ActiveUsers.weekly(), view));
        assertThat(count(ActiveUsers.weekly(), view)).isLessThanOrEqualTo(count(ActiveUsers.monthly(), view));
        assertThat(count(ActiveAccounts.daily(), view)).isLessThanOrEqualTo(count(ActiveAccounts.monthly(), view));
    }

    private static boolean isShare(Metric<?> metric) {
        return metric.definition().unit() == Unit.PERCENT && !(metric instanceof NetPromoterScore);
    }

    private static long count(Metric<Long> metric, RevenueView view) {
        return metric.measure(view).value().orElse(0L);
    }

    /** If this failed, an account would fall due in two months, or never, and a year's share would not be that of its months. */
    @Property(tries = 60)
    void everythingThatFallsDueDoesSoInOneMonth(@ForAll("books") RevenueBook book) {
        for (Metric<?> metric : List.of(OnboardingCompletion.of(PLAN), OnboardedInTime.of(PLAN))) {
            Measurement<?> whole = metric.measure(view(book));
            List<? extends Measurement<?>> months =
                    metric.measureMonthly(view(book)).points();
            boolean known =
                    months.stream().allMatch(m -> m.evidence().undefined().isEmpty());
            if (known) {
                for (Part<Long> part :
                        Set.of(Part.DUE_MILESTONES, Part.COMPLETED_IN_TIME, Part.IN_TIME, Part.NOT_IN_TIME)) {
                    assertThat(months.stream()
                                    .collect(Collectors.summingLong(
                                            m -> m.evidence().total(part))))
                            .as(metric.definition().id() + " " + part)
                            .isEqualTo(whole.evidence().total(part));
                }
            }
        }
    }

    /** If this failed, the definition of a metric would promise sums that its evidence does not keep. */
    @Property(tries = 1)
    void mediansDoNotPretendToAdd() {
        for (Metric<?> metric : METRICS) {
            boolean median = metric.definition().formula().startsWith("median");
            assertThat(metric.definition().adds() == Adds.NONE)
                    .as(metric.definition().id())
                    .isEqualTo(median);
        }
    }
}
