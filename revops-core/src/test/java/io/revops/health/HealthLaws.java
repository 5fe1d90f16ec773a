package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.AttributeChange;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.RevenueBook;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.UsageEvent;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of the scores, signals and lists of any book. */
class HealthLaws {
    private static final RevenuePolicy POLICY = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 2, 28), LocalDate.of(2025, 6, 15));

    @Provide
    Arbitrary<RevenueBook> books() {
        return Combinators.combine(RandomBooks.books(), Arbitraries.longs()).as(HealthLaws::withLife);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.of(DAYS);
    }

    /** The book, with all that its accounts did and were asked, over the days in which it happens. */
    private static RevenueBook withLife(RevenueBook book, long seed) {
        Random random = new Random(seed);
        List<AccountId> accounts = book.accounts().stream().map(Account::id).toList();
        RevenueBook.Builder all = book.toBuilder();
        if (!accounts.isEmpty()) {
            IntStream.range(0, 80).forEach(n -> all.add(fact(accounts, random, n, day(random, 0, 700))));
        }
        return all.build();
    }

    private static LocalDate day(Random random, int from, int days) {
        return LocalDate.of(2024, 1, 1).plusDays(from + random.nextInt(days));
    }

    private static Fact fact(List<AccountId> accounts, Random random, int n, LocalDate day) {
        AccountId of = accounts.get(random.nextInt(accounts.size()));
        String account = of.value();
        Moment at = random.nextBoolean()
                ? Moment.of(day)
                : Moment.of(day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC));
        Moment later = Moment.of(day.plusDays(random.nextInt(60)));
        Instant recorded = random.nextInt(4) == 0
                ? day.plusDays(random.nextInt(90)).atTime(12, 0).toInstant(ZoneOffset.UTC)
                : null;
        return switch (random.nextInt(8)) {
            case 0 ->
                SupportTicket.builder("life-" + n, at)
                        .account(of)
                        .statuses(StatusChange.builder("s", later, "solved").build())
                        .recorded(recorded)
                        .build();
            case 1 ->
                SurveyAnswer.builder("life-" + n, at, SurveyKind.NPS, BigDecimal.valueOf(random.nextInt(11)))
                        .account(of)
                        .recorded(recorded)
                        .build();
            case 2 ->
                Invoice.builder("life-" + n, account, at)
                        .due(later)
                        .paid(random.nextBoolean() ? later.plus(java.time.Period.ofDays(20)) : null)
                        .recorded(recorded)
                        .build();
            case 3 ->
                Payment.builder(
                                "life-" + n,
                                account,
                                at,
                                Money.of("5", "USD"),
                                random.nextBoolean() ? PaymentOutcome.FAILED : PaymentOutcome.SUCCEEDED)
                        .recorded(recorded)
                        .build();
            case 4 ->
                Activity.builder("life-" + n, at).account(of).recorded(recorded).build();
            case 5 ->
                Contact.builder("life-" + n, account)
                        .role("admin")
                        .created(at)
                        .left(random.nextBoolean() ? later : null)
                        .recorded(recorded)
                        .build();
            default ->
                UsageEvent.builder("life-" + n, account, at, random.nextBoolean() ? "login" : "export")
                        .user("u" + random.nextInt(5))
                        .recorded(recorded)
                        .build();
        };
    }

    private static Customers at(RevenueBook book, LocalDate day) {
        return Customers.asOf(book, POLICY, day);
    }

    /** Everything that this room says of a day. */
    private static String told(RevenueBook book, LocalDate day) {
        Customers customers = at(book, day);
        HealthScores scores = HealthScorecard.standard().with(LeastKnown.of(0)).score(customers);
        return scores.all() + "\n" + Signals.standard().in(customers) + "\n" + AtRisk.of(scores) + "\n"
                + ExpansionReady.of(scores) + "\n" + Portfolios.of(scores);
    }

    /** If this failed, the shares on a page would not add up to the score beside them. */
    @Property(tries = 100)
    void sharesOfAScoreAddUpToItAndNoneIsMoreThanItsMost(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        for (HealthScore score : HealthScorecard.standard()
                .with(LeastKnown.of(0))
                .score(at(book, day))
                .all()) {
            score.score().value().ifPresent(points -> {
                assertThat(score.factors().stream().map(FactorShare::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(points);
                assertThat(points).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                assertThat(score.factors())
                        .allSatisfy(share -> assertThat(share.points()).isBetween(BigDecimal.ZERO, share.most()));
                assertThat(score.factors().stream().map(FactorShare::most).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo("100");
            });
        }
    }

    /** If this failed, the score would depend on the order of the rows in an export. */
    @Property(tries = 60)
    void orderOfFactsDoesNotMatter(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day, @ForAll long seed) {
        List<Fact> facts = new ArrayList<>(book.facts().toList());
        Collections.shuffle(facts, new Random(seed));
        RevenueBook other = RevenueBook.builder().rates(book.rates()).add(facts).build();
        assertThat(told(other, day)).isEqualTo(told(book, day));
    }

    /** If this failed, a score of the past would know the future, and its back-test would be worth nothing. */
    @Property(tries = 100)
    void whatHappensOrIsRecordedLaterChangesNothing(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day, @ForAll long seed) {
        Random random = new Random(seed);
        List<AccountId> accounts = book.accounts().stream().map(Account::id).toList();
        if (accounts.isEmpty()) {
            return;
        }
        RevenueBook.Builder more = book.toBuilder();
        int from = (int) java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(2024, 1, 1), day) + 1;
        for (int n = 1000; n < 1040; n++) {
            more.add(fact(accounts, random, n, day(random, from, 90)));
        }
        Instant known = day.plusDays(1 + random.nextInt(30))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        for (int n = 2000; n < 2010; n++) { // of an earlier day, and recorded later
            more.add(UsageEvent.builder("late-" + n, accounts.get(0).value(), Moment.of(day.minusDays(n % 9)), "api")
                    .user("late")
                    .recorded(known)
                    .build());
        }
        for (int n = 3000; n < 3010; n++) { // planned for later, and written down by now
            more.add(Activity.builder("plan-" + n, Moment.of(day.plusDays(1 + n % 9)))
                    .account(accounts.get(0))
                    .recorded(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                    .build());
        }
        Account account = book.accounts().get(0);
        more.add(account.toBuilder()
                .onlyChanges(new ArrayList<>(account.changes()))
                .changes(AttributeChange.builder("late", Moment.of(day.plusDays(1)), "owner")
                        .value("somebody new")
                        .build())
                .recorded(account.recorded().orElse(null))
                .build());
        RevenueBook with = replaced(more, book, account);
        assertThat(told(with, day)).isEqualTo(told(book, day));
    }

    /** The account with its later change in the place of itself. */
    private static RevenueBook replaced(RevenueBook.Builder more, RevenueBook book, Account account) {
        List<Fact> kept = more.build().facts().filter(f -> !f.equals(account)).toList();
        return RevenueBook.builder().rates(book.rates()).add(kept).build();
    }

    /** If this failed, the one pass over a book would see something that one of the two horizons hides. */
    @Property(tries = 60)
    void knownByIsWhatIsInEffectOfWhatWasRecorded(@ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        RevenueBook both = book.asKnownAt(end).asOf(day, ZoneOffset.UTC);
        RevenueBook once = book.knownBy(day, ZoneOffset.UTC);
        assertThat(once.facts().toList())
                .containsExactlyInAnyOrderElementsOf(both.facts().toList());
        assertThat(once.rates().all()).isEqualTo(both.rates().all());
    }

    /** If this failed, a help desk that writes only the person would make its customers look as if they never asked. */
    @Property(tries = 60)
    void namingOnlyAContactIsTheSameAsNamingItsAccountToo(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        RevenueBook.Builder both = RevenueBook.builder().rates(book.rates());
        RevenueBook.Builder one = RevenueBook.builder().rates(book.rates());
        book.accounts().stream()
                .map(account -> Contact.builder(
                                "of-" + account.id(), account.id().value())
                        .build())
                .forEach(person -> {
                    both.add(person);
                    one.add(person);
                });
        book.facts().forEach(fact -> {
            Optional<ContactId> person = fact.accountId().map(account -> new ContactId("of-" + account));
            if (fact instanceof SupportTicket ticket) {
                both.add(ticket.toBuilder().contact(person.orElseThrow()).build());
                one.add(ticket.toBuilder()
                        .contact(person.orElseThrow())
                        .account(null)
                        .build());
            } else if (fact instanceof SurveyAnswer answer) {
                both.add(answer.toBuilder().contact(person.orElseThrow()).build());
                one.add(answer.toBuilder()
                        .contact(person.orElseThrow())
                        .account(null)
                        .build());
            } else if (fact instanceof Activity call) {
                both.add(call.toBuilder().contact(person.orElseThrow()).build());
                one.add(call.toBuilder()
                        .contact(person.orElseThrow())
                        .account(null)
                        .build());
            } else {
                both.add(fact);
                one.add(fact);
            }
        });
        assertThat(told(one.build(), day)).isEqualTo(told(both.build(), day));
    }

    /** If this failed, the shares of a page would be of more than 100 points, or one above what it can bring. */
    @Property
    void sharesAndTheirBestAddUpExactly(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 40) Integer> weights,
            @ForAll @Size(min = 9, max = 9) List<@IntRange(min = 0, max = 12) Integer> worths,
            @ForAll @IntRange(min = 1, max = 3) int part) {
        List<Double> weigh = weights.stream().map(w -> w / (double) part).toList();
        List<Double> worth = worths.stream()
                .limit(weights.size())
                .map(w -> Math.min(1, w / 10.0))
                .toList();
        PointShares shares = PointShares.of(weigh, worth);
        double sum = 0;
        double all = weigh.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < weigh.size(); i++) {
            double best = weigh.get(i) * 100 / all;
            sum += best * worth.get(i);
            assertThat(shares.points().get(i))
                    .isBetween(BigDecimal.ZERO, shares.most().get(i));
            assertThat(shares.most().get(i).doubleValue()).isEqualTo(best, within(0.1 + 1e-9));
            assertThat(shares.points().get(i).doubleValue()).isEqualTo(best * worth.get(i), within(0.1 + 1e-9));
        }
        assertThat(shares.most().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
        assertThat(shares.points().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue())
                .isEqualTo(sum, within(0.05 + 1e-9));
    }

    /** If this failed, leaving out what nobody knows would not be the same as never having asked. */
    @Property(tries = 60)
    void missingFactorsCountAsIfTheScorecardHadNoneOfThem(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        HealthScorecard card =
                HealthScorecard.of(HealthScorecard.standard().factors()).with(LeastKnown.of(0));
        for (HealthScore score : card.score(at(book, day)).all()) {
            if (score.factors().isEmpty()) {
                continue;
            }
            HealthScorecard less = HealthScorecard.of(score.factors().stream()
                            .map(share -> card.factor(share.factor()))
                            .toList())
                    .with(LeastKnown.of(0));
            HealthScore again = less.score(at(book, day).of(score.account().value()));
            assertThat(again.factors()).isEqualTo(score.factors());
            assertThat(again.missing()).isEmpty();
        }
    }

    /** If this failed, the total of what is at risk would not be what its lines show. */
    @Property(tries = 60)
    void whatIsAtRiskIsTheSumOfItsCustomersAndPortfoliosAddUpToAll(
            @ForAll("books") RevenueBook book, @ForAll("days") LocalDate day) {
        HealthScores scores = HealthScorecard.standard().score(at(book, day));
        AtRisk risk = AtRisk.of(scores, account -> java.util.OptionalDouble.of(0.5));
        assertThat(risk.customers()).hasSize(scores.all().size());
        assertThat(risk.arr().value()).isEqualTo(scores.customers().arr().value());
        assertThat(Portfolios.of(scores).all().stream()
                        .mapToInt(Portfolio::customers)
                        .sum())
                .isEqualTo(scores.all().size());
        assertThat(scores.mix().customers()).isEqualTo(scores.all().size());
    }
}
