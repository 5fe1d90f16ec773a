package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a movement says of itself. */
class MovementTest {
    private static final Moment JANUARY = Moment.of(2025, 1, 1);

    private static Subscription.Builder paying(String id, Moment from, long amount) {
        return Subscription.builder(id, "acme")
                .items(ItemChange.builder(id + "-price", from, "plan")
                        .price(Price.perUnit(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                        .build());
    }

    private static Ending end(Moment at, ChurnCause cause) {
        return Ending.builder("end", at).cause(cause).build();
    }

    private static Movement only(RevenuePolicy policy, MovementKind kind, Subscription.Builder... subscriptions) {
        RevenueBook.Builder book = RevenueBook.builder();
        for (Subscription.Builder subscription : subscriptions) {
            book.add(subscription.build());
        }
        List<Movement> found = MrrLedger.of(book.build(), policy).movements(Span.year(2025)).stream()
                .filter(m -> m.kind() == kind)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aContractionNamesTheSubscriptionThatKeepsTheAccount() {
        Movement movement = only(
                RevenuePolicy.standard(),
                MovementKind.CONTRACTION,
                paying("S1", JANUARY, 20).endings(end(Moment.of(2025, 5, 10), ChurnCause.VOLUNTARY)),
                paying("S2", JANUARY, 30));
        assertThat(movement.decided()).isEqualTo("not churn: subscription S2 is still active; grain = account");
        assertThat(movement.factIds()).containsExactly("end");
        assertThat(movement.churnCause()).isEmpty();
        assertThat(movement.toString()).contains("2025-05", "acme CONTRACTION", "it ended in billing (end)");
    }

    @Test
    void aPauseThatKeepsTheAccountSaysSo() {
        Movement movement = only(
                RevenuePolicy.standard().with(Pause.ZERO_ACTIVE),
                MovementKind.CONTRACTION,
                paying("S1", JANUARY, 100)
                        .spells(Spell.builder("pause-1", SpellKind.PAUSED, Moment.of(2025, 3, 1))
                                .build()));
        assertThat(movement.decided()).contains("goes on at 0, which keeps the account active");
        assertThat(movement.factIds()).containsExactly("pause-1");
    }

    @Test
    void atTheGrainOfSubscriptionsTheSameIsChurn() {
        Movement movement = only(
                RevenuePolicy.standard().with(Grain.SUBSCRIPTION),
                MovementKind.CHURN,
                paying("S1", JANUARY, 20).endings(end(Moment.of(2025, 5, 10), ChurnCause.VOLUNTARY)),
                paying("S2", JANUARY, 30));
        assertThat(movement.decided()).contains("nothing of the subscription is worth anything any more");
        assertThat(movement.churnCause()).contains(ChurnCause.VOLUNTARY);
    }

    @Test
    void churnIsInvoluntaryWhereABillWasNotPaid() {
        Spell late =
                Spell.builder("late", SpellKind.PAST_DUE, Moment.of(2025, 3, 1)).build();
        assertThat(only(
                                RevenuePolicy.standard().with(PastDue.autoChurn(30)),
                                MovementKind.CHURN,
                                paying("S1", JANUARY, 100).spells(late))
                        .churnCause())
                .contains(ChurnCause.INVOLUNTARY);
        Spell unpaid = Spell.builder("unpaid", SpellKind.UNPAID, Moment.of(2025, 3, 22))
                .build();
        assertThat(only(
                                RevenuePolicy.standard(),
                                MovementKind.CHURN,
                                paying("S1", JANUARY, 100).spells(late, unpaid))
                        .churnCause())
                .contains(ChurnCause.INVOLUNTARY);
    }

    @Test
    void churnIsVoluntaryWhereTheCancellationSaysSo() {
        Subscription.Builder cancelled = paying("S1", JANUARY, 100)
                .cancellations(Cancellation.builder("c1", Moment.of(2025, 3, 5), Moment.of(2025, 4, 1))
                        .cause(ChurnCause.VOLUNTARY)
                        .build());
        for (ChurnTiming timing : ChurnTiming.values()) {
            Movement movement = only(RevenuePolicy.standard().with(timing), MovementKind.CHURN, cancelled);
            assertThat(movement.churnCause()).contains(ChurnCause.VOLUNTARY);
            assertThat(movement.factIds()).containsExactly("c1");
        }
        assertThat(only(
                                RevenuePolicy.standard(),
                                MovementKind.CHURN,
                                paying("S1", JANUARY, 100)
                                        .endings(Ending.builder("e", Moment.of(2025, 4, 1))
                                                .build()))
                        .churnCause())
                .isEmpty();
    }

    @Test
    void aReturnThatIsNewSaysByWhichRule() {
        Subscription.Builder first =
                paying("S1", JANUARY, 60).endings(end(Moment.of(2025, 2, 1), ChurnCause.VOLUNTARY));
        Subscription.Builder second = paying("S2", Moment.of(2025, 9, 1), 60);
        List<Movement> all = MrrLedger.of(
                        RevenueBook.of(first.build(), second.build()),
                        RevenuePolicy.standard().with(Reactivation.within(90)))
                .movements(Span.year(2025));
        assertThat(all)
                .extracting(Movement::kind)
                .containsExactly(MovementKind.NEW, MovementKind.CHURN, MovementKind.NEW);
        assertThat(all.get(0).decided()).isEqualTo("it became active and never paid before");
        assertThat(all.get(2).decided())
                .isEqualTo(
                        "it became active again, and that is new; reactivation: a return within 90 days, later ones are new");
    }

    @Test
    void whoIsInAnOpeningBalanceInTheMiddleOfAMonthHasPaidBefore() {
        MrrLedger ledger = MrrLedger.of(
                RevenueBook.of(
                        paying("S1", Moment.of(2025, 3, 10), 60)
                                .endings(end(Moment.of(2025, 3, 20), ChurnCause.VOLUNTARY))
                                .build(),
                        paying("S2", Moment.of(2025, 5, 1), 60).build()),
                RevenuePolicy.standard());
        Span span = Span.parse("2025-03-15/2025-07-01");
        List<Row> rows = Row.of(ledger, span, Basis.NET, Cadence.MONTH);
        assertThat(rows.get(0).count(MovementKind.CHURN)).isEqualTo(1);
        assertThat(rows.get(1).count(MovementKind.REACTIVATION)).isEqualTo(1);
        assertThat(Row.generally(ledger, span, Basis.NET, Cadence.MONTH, null)).isEqualTo(rows);
    }

    @Test
    void movementsComeByMonthThenAccountThenKind() {
        RevenueBook.Builder book = RevenueBook.builder();
        for (String account : List.of("b", "a", "c")) {
            book.add(Subscription.builder("of-" + account, account)
                    .items(
                            ItemChange.builder("1", Moment.of(2025, 2, 1), "plan")
                                    .price(Price.perUnit(Money.of(10, "USD"), BillingInterval.MONTHLY))
                                    .build(),
                            ItemChange.builder("2", Moment.of(2025, 3, 1), "plan")
                                    .price(Price.perUnit(Money.of(15, "USD"), BillingInterval.MONTHLY))
                                    .build())
                    .build());
        }
        MrrLedger ledger = MrrLedger.of(book.build(), RevenuePolicy.standard());
        assertThat(ledger.movements(Span.year(2025)))
                .extracting(m -> m.period().from().getMonthValue() + m.account().value() + m.kind())
                .containsExactly("2aNEW", "2bNEW", "2cNEW", "3aEXPANSION", "3bEXPANSION", "3cEXPANSION");
    }

    /** What is worth the average of a month moved in part because of what happened in the month before. */
    @Test
    void aMovementOfAnAverageNamesWhatHappenedInTheMonthBefore() {
        RevenuePolicy average = RevenuePolicy.standard().with(MonthValue.AVERAGE);
        RevenueBook book =
                RevenueBook.of(paying("S1", Moment.of(2025, 3, 10), 60).build());
        List<Movement> found = MrrLedger.of(book, average).movements(Span.year(2025));
        assertThat(found).extracting(Movement::kind).containsExactly(MovementKind.NEW, MovementKind.EXPANSION);
        assertThat(found).allSatisfy(m -> assertThat(m.because()).hasSize(1));
        List<Movement> closing = MrrLedger.of(book, RevenuePolicy.standard()).movements(Span.year(2025));
        assertThat(closing).extracting(Movement::kind).containsExactly(MovementKind.NEW);
    }

    @Test
    void aViewSaysWhatItLooksAt() {
        RevenueView view = RevenueView.of(
                RevenueBook.of(paying("S1", JANUARY, 60).build()), RevenuePolicy.standard(), Span.year(2025));
        assertThat(view).asString().startsWith("RevenueView: 2025, RevenuePolicy: standard\n  MrrLedger");
    }

    private static String contraction(int others) {
        RevenueBook.Builder book = RevenueBook.builder()
                .add(paying("gone", JANUARY, 5)
                        .endings(end(Moment.of(2025, 5, 10), ChurnCause.VOLUNTARY))
                        .build());
        for (int i = 1; i <= others; i++) {
            book.add(paying("S" + i, JANUARY, 20).build());
        }
        return MrrLedger.of(book.build(), RevenuePolicy.standard())
                .movements(Span.month(2025, 5))
                .get(0)
                .decided();
    }

    @Test
    void ofManySubscriptionsThatKeepAnAccountThreeAreNamed() {
        assertThat(contraction(1)).isEqualTo("not churn: subscription S1 is still active; grain = account");
        assertThat(contraction(2)).isEqualTo("not churn: subscriptions S1, S2 are still active; grain = account");
        assertThat(contraction(3)).isEqualTo("not churn: subscriptions S1, S2, S3 are still active; grain = account");
        assertThat(contraction(5))
                .isEqualTo("not churn: subscriptions S1, S2, S3 and 2 more are still active; grain = account");
    }

    /** Free accounts that are active stay so at nothing, and a subscription at 0 beside one that is paid keeps nobody. */
    @Test
    void whatIsWorthNothingIsNotNamedAsWhatKeepsAnAccount() {
        Movement movement = only(
                RevenuePolicy.standard(),
                MovementKind.CONTRACTION,
                paying("S0", JANUARY, 0),
                paying("S1", JANUARY, 20).endings(end(Moment.of(2025, 5, 10), ChurnCause.VOLUNTARY)),
                paying("S2", JANUARY, 30));
        assertThat(movement.decided()).isEqualTo("not churn: subscription S2 is still active; grain = account");
        Movement free = only(
                RevenuePolicy.standard().with(FreeAccount.ACTIVE),
                MovementKind.CONTRACTION,
                paying("S0", JANUARY, 0),
                paying("S1", JANUARY, 20).endings(end(Moment.of(2025, 5, 10), ChurnCause.VOLUNTARY)));
        assertThat(free.decided())
                .isEqualTo("not churn: a subscription goes on at 0, which keeps the account active; grain = account");
    }

    @Test
    void aReturnSaysWhetherAnyCounts() {
        Subscription.Builder first =
                paying("S1", JANUARY, 60).endings(end(Moment.of(2025, 2, 1), ChurnCause.VOLUNTARY));
        Subscription.Builder second = paying("S2", Moment.of(2025, 3, 1), 60);
        assertThat(only(RevenuePolicy.standard(), MovementKind.REACTIVATION, first, second)
                        .decided())
                .endsWith(", and any return counts");
        assertThat(only(
                                RevenuePolicy.standard().with(Reactivation.within(90)),
                                MovementKind.REACTIVATION,
                                first,
                                second)
                        .decided())
                .endsWith("; reactivation: a return within 90 days, later ones are new");
    }

    /** Who had a subscription at nothing has not paid before. */
    @Test
    void whoNeverPaidIsNewAndNotBack() {
        Movement movement = only(
                RevenuePolicy.standard().with(Reactivation.NEVER),
                MovementKind.NEW,
                paying("S0", JANUARY, 0).endings(end(Moment.of(2025, 2, 1), ChurnCause.VOLUNTARY)),
                paying("S1", Moment.of(2025, 9, 1), 60));
        assertThat(movement.decided()).isEqualTo("it became active and never paid before");
    }

    /** What was recorded after its month was closed is posted to the first open day, and keeps its cause. */
    @Test
    void whatIsPostedLateSaysSoAndKeepsItsCause() {
        RevenuePolicy closed = RevenuePolicy.standard().with(Closing.monthly(Span.parse("2025-01-01/2025-07-01"), 3));
        Instant september = Instant.parse("2025-09-05T12:00:00Z");
        Movement churned = only(
                closed,
                MovementKind.CHURN,
                paying("S1", JANUARY, 100)
                        .endings(Ending.builder("end", Moment.of(2025, 3, 10))
                                .cause(ChurnCause.VOLUNTARY)
                                .recorded(september)
                                .build()));
        assertThat(churned.period()).isEqualTo(Span.month(2025, 7));
        assertThat(churned.postedLate()).isEqualTo(churned.because()).hasSize(1);
        assertThat(churned.churnCause()).contains(ChurnCause.VOLUNTARY);
        assertThat(churned.factIds()).containsExactly("end");
        Movement unpaid = only(
                closed,
                MovementKind.CHURN,
                paying("S1", JANUARY, 100)
                        .spells(Spell.builder("unpaid", SpellKind.UNPAID, Moment.of(2025, 3, 22))
                                .recorded(september)
                                .build()));
        assertThat(unpaid.postedLate()).hasSize(1);
        assertThat(unpaid.churnCause()).contains(ChurnCause.INVOLUNTARY);
        Movement paused = only(
                closed.with(Pause.CHURN),
                MovementKind.CHURN,
                paying("S1", JANUARY, 100)
                        .spells(Spell.builder("pause", SpellKind.PAUSED, Moment.of(2025, 3, 22))
                                .recorded(september)
                                .build()));
        assertThat(paused.postedLate()).hasSize(1);
        assertThat(paused.churnCause()).isEmpty();
        Movement onTime = only(
                closed,
                MovementKind.CHURN,
                paying("S1", JANUARY, 100).endings(end(Moment.of(2025, 3, 10), ChurnCause.VOLUNTARY)));
        assertThat(onTime.period()).isEqualTo(Span.month(2025, 3));
        assertThat(onTime.postedLate()).isEmpty();
    }

    /** Of churn with a cause first written one way and then another, the last says it; what is worth something left says nothing. */
    @Test
    void theLastCauseOfAMonthIsThatOfTheChurn() {
        Movement movement = only(
                RevenuePolicy.standard(),
                MovementKind.CHURN,
                paying("S1", JANUARY, 10).endings(end(Moment.of(2025, 5, 3), ChurnCause.VOLUNTARY)),
                paying("S2", JANUARY, 20).endings(end(Moment.of(2025, 5, 20), ChurnCause.INVOLUNTARY)));
        assertThat(movement.churnCause()).contains(ChurnCause.INVOLUNTARY);
        assertThat(only(RevenuePolicy.standard(), MovementKind.NEW, paying("S1", JANUARY, 10))
                        .churnCause())
                .isEmpty();
    }

    @Test
    void aClauseNamesTheConventionThatItApplies() {
        assertThat(Clause.STARTED.option()).isEmpty();
        assertThat(Clause.PAST_DUE_TOO_LONG.option()).isPresent();
        List<String> conventions = RevenuePolicy.standard().options().stream()
                .map(PolicyOption::option)
                .toList();
        for (Clause clause : Clause.values()) {
            clause.option()
                    .ifPresent(option -> assertThat(conventions)
                            .as(clause.name())
                            .anySatisfy(known -> assertThat(option).contains(known)));
        }
    }
}
