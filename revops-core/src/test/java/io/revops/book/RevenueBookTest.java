package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueBookTest {
    private static final Moment JUNE = Moment.of(2025, 6, 1);
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    private static Issue only(RevenueBook book) {
        assertThat(book.issues()).hasSize(1);
        assertThat(book.issues().get(0).reason()).contains("Maybe");
        return book.issues().get(0);
    }

    @Test
    void theSameFactTwiceCountsOnce() {
        Account account = Account.builder("a").name("Acme").build();
        RevenueBook book =
                RevenueBook.of(account, Account.builder("a").name("Acme").build());

        assertThat(book.accounts()).containsExactly(account);
        assertThat(book.duplicates()).isOne();
        assertThat(book.issues()).isEmpty();
        assertThat(book.toBuilder().build().duplicates()).isOne();
    }

    @Test
    void theLatestRecordingHoldsAndEarlierOnesStay() {
        Account unrecorded = Account.builder("a").name("A").build();
        Account first = Account.builder("a").name("B").recorded(NOON).build();
        Account second =
                Account.builder("a").name("C").recorded(NOON.plusSeconds(1)).build();
        RevenueBook book = RevenueBook.of(second, unrecorded, first, first);

        assertThat(book.account("a")).contains(second);
        assertThat(book.versions(new AccountId("a"))).containsExactly(unrecorded, first, second);
        assertThat(book.facts()).hasSize(3);
        assertThat(book.duplicates()).isOne();
        assertThat(book.issues()).isEmpty();
    }

    @Test
    void twoRatesOfAPairOnOneDayAreAConflictAndTheGreaterHolds() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        ExchangeRate less = ExchangeRate.of(day, "EUR", "USD", "1.1");
        ExchangeRate more = ExchangeRate.of(day, "EUR", "USD", "1.2");
        ExchangeRate next = ExchangeRate.of(day.plusDays(1), "EUR", "USD", "1.3");
        RevenueBook book = RevenueBook.builder()
                .add(more)
                .add(next)
                .add(less)
                .add(ExchangeRate.of(day, "EUR", "USD", "1.10"))
                .build();

        assertThat(book.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CONFLICT);
            assertThat(i)
                    .asString()
                    .contains("exchange rate EUR/USD 2025-01-01", "1.2 on that day, which holds", "(1.1)");
        });
        assertThat(book.rates().behind(Money.currency("EUR"), Money.currency("USD"), day))
                .containsExactly(more);
        assertThat(RevenueBook.builder().add(less).add(next).build().issues()).isEmpty();
    }

    @Test
    void twoContentsOfOneRecordingAreAConflictAndTheOrderDoesNotDecide() {
        Account a =
                Account.builder("a").name("A").source(new Source("x", "f", 1)).build();
        Account b =
                Account.builder("a").name("B").source(new Source("x", "f", 2)).build();

        assertThat(RevenueBook.of(a, b).accounts())
                .isEqualTo(RevenueBook.of(b, a).accounts());
        assertThat(only(RevenueBook.of(a, b))).satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CONFLICT);
            assertThat(i.source()).hasToString("f:2");
            assertThat(i.reason()).contains("f:1");
            assertThat(i.subject()).isEqualTo("account a");
        });
    }

    @Test
    void factsOfOneIdAndAnotherKindAreDifferent() {
        RevenueBook book = RevenueBook.of(
                Account.builder("x").build(),
                Contact.builder("x", "x").build(),
                Rep.builder("x").build());

        assertThat(book.facts()).hasSize(3);
        assertThat(book.versions(new RepId("x"))).hasSize(1);
        assertThat(book.versions(new LeadId("x"))).isEmpty();
        assertThat(book.find(Lead.class, new LeadId("x"))).isEmpty();
        assertThat(book.all(Lead.class)).isEmpty();
    }

    @Test
    void theFactsOfAnAccountAreFound() {
        Subscription one = Subscription.builder("1", "a").start(JUNE).build();
        Subscription two = Subscription.builder("2", "a").start(JUNE).build();
        RevenueBook book = RevenueBook.of(
                two,
                one,
                Subscription.builder("3", "b").build(),
                Account.builder("a").build());

        assertThat(book.subscriptionsOf(new AccountId("a"))).containsExactly(one, two);
        assertThat(book.of(new AccountId("a"), Invoice.class)).isEmpty();
        assertThat(book.of(new AccountId("none"), Subscription.class)).isEmpty();
    }

    @Test
    void aNameOfWhatIsNotThereIsAnIssue() {
        Issue issue = only(RevenueBook.of(
                Opportunity.builder("o", JUNE).account(new AccountId("gone")).build()));

        assertThat(issue.code()).isEqualTo(IssueCode.DANGLING_REFERENCE);
        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.value()).isEqualTo("gone");
        assertThat(issue.column()).isEqualTo("account");
    }

    @Test
    void anEndBeforeItsStartIsAnIssue() {
        Moment may = Moment.of(2025, 5, 1);
        assertThat(only(RevenueBook.of(Rep.builder("r").start(JUNE).end(may).build()))
                        .code())
                .isEqualTo(IssueCode.END_BEFORE_START);
        assertThat(only(RevenueBook.of(
                                Campaign.builder("c").start(JUNE).end(may).build()))
                        .value())
                .isEqualTo("2025-05-01");
        assertThat(only(RevenueBook.of(
                                Account.builder("a").build(),
                                Invoice.builder("i", "a", JUNE)
                                        .lines(InvoiceLine.builder(
                                                        "1", io.revops.money.Money.of(1, "USD"), ProductKind.ONE_TIME)
                                                .serviceFrom(JUNE)
                                                .serviceTo(may)
                                                .build())
                                        .build()))
                        .column())
                .isEqualTo("service_to");
        assertThat(RevenueBook.of(Rep.builder("r").start(JUNE).end(JUNE).build())
                        .issues())
                .isEmpty();
    }

    @Test
    void aSubscriptionsEndsComeAfterItsStarts() {
        Moment may = Moment.of(2025, 5, 1);
        RevenueBook book = RevenueBook.of(
                Account.builder("a").build(),
                Subscription.builder("s", "a")
                        .start(JUNE)
                        .endings(Ending.builder("e", may).build())
                        .spells(Spell.builder("p", SpellKind.PAUSED, JUNE)
                                .end(may)
                                .build())
                        .discounts(Discount.builder("d", JUNE, DiscountDuration.FOREVER)
                                .percent(java.math.BigDecimal.ONE)
                                .end(may)
                                .build())
                        .build());

        assertThat(book.issues()).extracting(Issue::column).containsExactly("PAUSED end", "discount end", "end");
    }

    @Test
    void aDealThatClosedBeforeItWasCreatedIsAnIssue() {
        OpportunityChange won = OpportunityChange.builder("1", Moment.of(2025, 5, 1))
                .outcome(Outcome.WON)
                .build();
        OpportunityChange sameDay =
                OpportunityChange.builder("1", JUNE).outcome(Outcome.WON).build();

        assertThat(only(RevenueBook.of(
                                Opportunity.builder("o", JUNE).changes(won).build()))
                        .column())
                .isEqualTo("closed");
        assertThat(RevenueBook.of(
                                Opportunity.builder("o", JUNE).changes(sameDay).build())
                        .issues())
                .isEmpty();
    }

    @Test
    void anEmptyBookIsEmpty() {
        assertThat(RevenueBook.empty().isEmpty()).isTrue();
        assertThat(RevenueBook.empty()).hasToString("RevenueBook: 0 accounts, 0 subscriptions, 0 deals, 0 issues");
        assertThat(RevenueBook.of(Rep.builder("r").build()).isEmpty()).isFalse();
        RevenueBook rates = RevenueBook.builder()
                .rates(ExchangeRates.of(List.of(ExchangeRate.of(LocalDate.of(2025, 1, 1), "EUR", "USD", "1.1"))))
                .build();
        assertThat(rates.isEmpty()).isFalse();
        assertThat(rates.toString()).contains("1 exchange rates");
    }

    @Test
    void aBuilderHoldsAllOfABook() {
        Issue issue = new Issue(IssueCode.NO_HISTORY, Severity.NOTE, Source.NONE, "", "", "", "x");
        RevenueBook book = RevenueBook.builder()
                .add(Filled.facts())
                .add(ExchangeRate.of(LocalDate.of(2025, 1, 1), "EUR", "USD", "1.1"))
                .issue(issue)
                .build();

        RevenueBook copy = book.toBuilder().build();

        assertThat(copy.facts())
                .containsExactlyInAnyOrderElementsOf(book.facts().toList());
        assertThat(copy.rates()).isEqualTo(book.rates());
        assertThat(copy.issues()).isEqualTo(book.issues()).contains(issue);
        assertThat(book.quotas()).hasSize(1);
        assertThat(book.opportunities()).hasSize(1);
    }

    @Test
    void anAccountIsFoundUnderTheIdOfAnotherSystem() {
        Account acme = Account.builder("acme").build();
        Subscription order = Subscription.builder("s", "cus_9").build();
        RevenueBook book = RevenueBook.builder()
                .add(acme, order)
                .keptAs(new AccountId("cus_9"), acme.id())
                .build();

        assertThat(book.canonical(new AccountId("cus_9"))).isEqualTo(acme.id());
        assertThat(book.account("cus_9")).contains(acme);
        assertThat(book.subscriptionsOf(acme.id())).containsExactly(order);
    }

    @Test
    void factThatNamesOnlyAContactIsAboutTheAccountOfThatContact() {
        Account acme = Account.builder("acme").build();
        Contact ann = Contact.builder("ann", "cus_9").build();
        SupportTicket byPerson =
                SupportTicket.builder("1", JUNE).contact(ann.id()).build();
        SupportTicket named = SupportTicket.builder("2", JUNE)
                .account(new AccountId("other"))
                .contact(ann.id())
                .build();
        SupportTicket ofNobody =
                SupportTicket.builder("3", JUNE).contact(new ContactId("bob")).build();
        SurveyAnswer answer = SurveyAnswer.builder("4", JUNE, SurveyKind.NPS, BigDecimal.TEN)
                .contact(ann.id())
                .build();
        RevenueBook book = RevenueBook.builder()
                .add(acme, ann, byPerson, named, ofNobody, answer)
                .keptAs(new AccountId("cus_9"), acme.id())
                .build();

        assertThat(book.accountOf(byPerson)).contains(acme.id());
        assertThat(book.accountOf(named)).contains(new AccountId("other"));
        assertThat(book.accountOf(ofNobody)).isEmpty();
        assertThat(book.of(acme.id(), SupportTicket.class)).containsExactly(byPerson);
        assertThat(book.of(new AccountId("cus_9"), SurveyAnswer.class)).containsExactly(answer);
    }
}
