package io.revops.benchmarks;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.ItemChange;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.Term;
import io.revops.book.UsageEvent;
import io.revops.book.UsageEventId;
import io.revops.forecast.churn.ChurnFeatures;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The ready churn features of each account as of one day, in one pass over a stream of 80 uses an account, by one thread; beside it, what
 * making the stream costs alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class ChurnFeatureBenchmark {
    private static final int USES = 80;
    private static final int DAYS = 334;
    private static final long SECONDS_A_DAY = 86_400;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate DAY = START.plusDays(DAYS - 1);
    private static final List<String> METERS = IntStream.range(0, 8).mapToObj(i -> "meter " + i).toList();
    private static final List<String> USERS = IntStream.range(0, 20).mapToObj(i -> "user " + i).toList();

    /** How many accounts: of 250,000 there are 20 million uses. */
    @Param({"250000"})
    public int rows;

    private RevenueView view = RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), Span.year(2025));

    private static String id(int number) {
        return String.format(Locale.ROOT, "account-%07d", number);
    }

    @Setup
    public void load() {
        RevenueBook.Builder book = RevenueBook.builder();
        Price price = Price.perUnit(Money.of(BigDecimal.TEN, "USD"), BillingInterval.MONTHLY);
        for (int i = 0; i < rows; i++) {
            SplittableRandom random = new SplittableRandom(i);
            AccountId account = new AccountId(id(i));
            book.add(Subscription.builder("sub-" + i, account.value())
                    .term(new Term(12, Term.Renewal.AUTOMATIC, 30))
                    .items(ItemChange.builder("item", Moment.of(START.minusDays(random.nextInt(600))), "seats")
                            .quantity(BigDecimal.valueOf(1 + random.nextInt(50)))
                            .price(price)
                            .build())
                    .build());
            book.add(Payment.builder(
                            "pay-" + i,
                            account.value(),
                            Moment.of(START.plusDays(random.nextInt(DAYS))),
                            Money.of(BigDecimal.TEN, "USD"),
                            random.nextInt(9) == 0 ? PaymentOutcome.FAILED : PaymentOutcome.SUCCEEDED)
                    .build());
            if (i % 2 == 0) {
                book.add(SupportTicket.builder("ticket-" + i, Moment.of(START.plusDays(random.nextInt(DAYS))))
                        .account(account)
                        .priority("high")
                        .build());
            }
            if (i % 3 == 0) {
                book.add(SurveyAnswer.builder(
                                "answer-" + i,
                                Moment.of(START.plusDays(random.nextInt(DAYS))),
                                SurveyKind.NPS,
                                BigDecimal.valueOf(random.nextInt(11)))
                        .account(account)
                        .build());
            }
        }
        view = RevenueView.of(book.build(), RevenuePolicy.standard(), Span.year(2025));
    }

    private Stream<UsageEvent> uses() {
        long start = START.toEpochDay() * SECONDS_A_DAY;
        return IntStream.range(0, rows).boxed().flatMap(i -> {
            AccountId account = new AccountId(id(i));
            SplittableRandom random = new SplittableRandom(i + 7L);
            return IntStream.range(0, USES).mapToObj(e -> UsageEvent.builder(
                            new UsageEventId(i + "-" + e),
                            account,
                            Moment.of(Instant.ofEpochSecond(start + random.nextLong(DAYS * SECONDS_A_DAY))),
                            METERS.get(random.nextInt(METERS.size())))
                    .user(USERS.get(random.nextInt(USERS.size())))
                    .build());
        });
    }

    /** The stream alone. */
    @Benchmark
    public long stream() {
        return uses().filter(use -> use.user().isPresent()).count();
    }

    /** The stream and the features of every account. */
    @Benchmark
    public long features() {
        long[] values = {0, 0};
        ChurnFeatures.standard().from(view).with(uses()).scan(List.of(DAY), row -> {
            values[0]++;
            values[1] += row.missing().size();
        });
        if (values[0] != rows) {
            throw new IllegalStateException("There are " + values[0] + " rows and not " + rows);
        }
        return values[1];
    }
}
