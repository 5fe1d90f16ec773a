package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookMergeTest {
    private static final AccountId CUS = new AccountId("cus");
    private static final AccountId CRM = new AccountId("crm");

    private static RevenueBook billing(Account... accounts) {
        RevenueBook.Builder book = RevenueBook.builder();
        for (Account account : accounts) {
            book.add(account);
            book.add(Subscription.builder("s " + account.id(), account.id().value())
                    .build());
        }
        return book.build();
    }

    private static Links pair(String from, String to) {
        return Links.of(Map.of(new AccountId(from), new AccountId(to)));
    }

    private static Issue only(RevenueBook book) {
        assertThat(book.issues()).hasSize(1);
        assertThat(book.issues().get(0).reason()).contains("Maybe");
        return book.issues().get(0);
    }

    @Test
    void withoutLinksAccountsOfOneIdAreOne() {
        RevenueBook merged = RevenueBook.merge(
                Links.none(),
                billing(
                        Account.builder("a").name("Acme").build(),
                        Account.builder("b").build()),
                RevenueBook.of(Account.builder("a").domain("acme.example").build()));

        assertThat(merged.account("a")).hasValueSatisfying(a -> {
            assertThat(a.name()).contains("Acme");
            assertThat(a.domain()).contains("acme.example");
        });
        assertThat(merged.accounts()).hasSize(2);
        assertThat(merged.issues()).isEmpty();
    }

    @Test
    void aPairJoinsTwoAccountsUnderTheSecondId() {
        RevenueBook merged = RevenueBook.merge(
                pair("cus", "crm"),
                billing(Account.builder("cus")
                        .name("ACME LLC")
                        .attribute("plan", "pro")
                        .attribute("industry", "Unknown")
                        .build()),
                RevenueBook.of(Account.builder("crm")
                        .name("Acme")
                        .attribute("industry", "Retail")
                        .build()));

        assertThat(merged.accounts())
                .containsExactly(Account.builder("crm")
                        .name("Acme")
                        .attribute("industry", "Retail")
                        .attribute("plan", "pro")
                        .build());
        assertThat(merged.canonical(CUS)).isEqualTo(CRM);
        assertThat(merged.aliases()).isEqualTo(Map.of(CUS, CRM));
        assertThat(merged.account(CUS)).isEqualTo(merged.account(CRM));
        assertThat(merged.subscriptionsOf(CRM)).hasSize(1).isEqualTo(merged.subscriptionsOf(CUS));
        assertThat(merged.issues()).isEmpty();
    }

    @Test
    void whatOneAccountLacksIsTakenFromTheOther() {
        Account crm = Account.builder("crm")
                .created(Moment.of(2025, 2, 1))
                .changes(AttributeChange.builder("1", Moment.of(2025, 3, 1), "tier")
                        .value("gold")
                        .build())
                .build();
        Account cus = Account.builder("cus")
                .created(Moment.of(2025, 1, 1))
                .parent(new AccountId("crm"))
                .employees(5)
                .companyRevenue(Money.of(1, "USD"))
                .liveSince(Moment.of(2025, 4, 1))
                .changes(
                        AttributeChange.builder("1", Moment.of(2025, 3, 2), "tier")
                                .value("lead")
                                .build(),
                        AttributeChange.builder("2", Moment.of(2025, 3, 2), "plan")
                                .value("pro")
                                .build())
                .build();

        Account one = RevenueBook.merge(pair("cus", "crm"), billing(cus), RevenueBook.of(crm))
                .account(CRM)
                .orElseThrow();

        assertThat(one.created()).contains(Moment.of(2025, 1, 1));
        assertThat(one.employees()).contains(5);
        assertThat(one.companyRevenue()).contains(Money.of(1, "USD"));
        assertThat(one.liveSince()).contains(Moment.of(2025, 4, 1));
        assertThat(one.changes()).extracting(AttributeChange::name).containsExactly("tier", "plan");
        Account later = crm.toBuilder().created(Moment.of(2024, 1, 1)).build();
        assertThat(RevenueBook.merge(pair("cus", "crm"), billing(cus), RevenueBook.of(later))
                        .account(CRM)
                        .flatMap(Account::created))
                .contains(Moment.of(2024, 1, 1));
    }

    @Test
    void aKeyInTheAttributesNamesTheOtherAccount() {
        RevenueBook merged = RevenueBook.merge(
                Links.byMetadata("crm_account_id"),
                billing(Account.builder("cus")
                        .attribute("crm_account_id", "crm")
                        .build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThat(merged.canonical(CUS)).isEqualTo(CRM);
        assertThat(merged.issues()).isEmpty();
    }

    @Test
    void aKeyThatNoAccountHasIsAnIssueThatNamesThoseThereAre() {
        RevenueBook billing = RevenueBook.of(
                Account.builder("cus").attribute("crm_account_id", "crm").build());
        RevenueBook crm = RevenueBook.of(Account.builder("crm").build());

        assertThat(only(RevenueBook.merge(Links.byMetadata("crm_acount_id"), billing, crm)))
                .satisfies(i -> {
                    assertThat(i.code()).isEqualTo(IssueCode.BAD_LINK);
                    assertThat(i.severity()).isEqualTo(Severity.WARNING);
                    assertThat(i)
                            .asString()
                            .contains("the metadata key crm_acount_id", "Maybe one of [crm_account_id].");
                });
        assertThat(only(RevenueBook.merge(Links.byMetadata("crm_acount_id").or(Links.byDomain()), billing, crm))
                        .severity())
                .as("there is another way")
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void aKeyHasAName() {
        assertThatThrownBy(() -> Links.byMetadata(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe crm_account_id.");
    }

    @Test
    void aDomainNamesTheOneAccountThatHasIt() {
        RevenueBook merged = RevenueBook.merge(
                Links.byDomain(),
                billing(Account.builder("cus").domain("acme.example").build()),
                RevenueBook.of(
                        Account.builder("crm").domain("acme.example").build(),
                        Account.builder("x").domain("other.example").build()));

        assertThat(merged.canonical(CUS)).isEqualTo(CRM);
        assertThat(merged.accounts()).hasSize(2);
    }

    @Test
    void aDomainThatSeveralAccountsHaveNamesNone() {
        RevenueBook merged = RevenueBook.merge(
                Links.byDomain(),
                billing(Account.builder("cus").domain("acme.example").build()),
                RevenueBook.of(
                        Account.builder("crm").domain("acme.example").build(),
                        Account.builder("x").domain("acme.example").build()));

        assertThat(merged.aliases()).isEmpty();
        assertThat(merged.issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(IssueCode.BAD_LINK, IssueCode.UNLINKED);
    }

    @Test
    void aPublicMailServiceSaysNothing() {
        RevenueBook merged = RevenueBook.merge(
                Links.byDomain(),
                billing(Account.builder("cus").domain("gmail.com").build()),
                RevenueBook.of(Account.builder("crm").domain("gmail.com").build()));

        assertThat(merged.aliases()).isEmpty();
        assertThat(only(merged).code()).isEqualTo(IssueCode.UNLINKED);
    }

    @Test
    void theFirstWayHoldsAndALaterOneFillsIn() {
        Links links = Links.byMetadata("crm_account_id").or(pair("two", "x")).or(Links.byDomain());
        RevenueBook merged = RevenueBook.merge(
                links,
                billing(
                        Account.builder("one")
                                .attribute("crm_account_id", "crm")
                                .domain("x.example")
                                .build(),
                        Account.builder("two").build(),
                        Account.builder("three").domain("y.example").build()),
                RevenueBook.of(
                        Account.builder("crm").build(),
                        Account.builder("x").domain("x.example").build(),
                        Account.builder("y").domain("y.example").build()));

        assertThat(merged.aliases())
                .isEqualTo(Map.of(
                        new AccountId("one"), CRM,
                        new AccountId("two"), new AccountId("x"),
                        new AccountId("three"), new AccountId("y")));
        assertThat(merged.issues()).isEmpty();
        assertThat(links)
                .hasToString("links by the metadata key crm_account_id, then by the links list, then by the domain");
    }

    @Test
    void twoWaysThatNameDifferentAccountsAreAnIssue() {
        RevenueBook merged = RevenueBook.merge(
                Links.byMetadata("crm_account_id").or(pair("cus", "x")),
                billing(Account.builder("cus")
                        .attribute("crm_account_id", "crm")
                        .build()),
                RevenueBook.of(
                        Account.builder("crm").build(), Account.builder("x").build()));

        assertThat(merged.canonical(CUS)).isEqualTo(CRM);
        assertThat(only(merged)).satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.BAD_LINK);
            assertThat(i.column()).isEqualTo("the links list");
            assertThat(i.value()).isEqualTo("x");
        });
    }

    @Test
    void aLinkToNoAccountIsAnIssue() {
        RevenueBook merged = RevenueBook.merge(
                pair("cus", "gone"),
                billing(Account.builder("cus").build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThat(merged.issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(IssueCode.BAD_LINK, IssueCode.UNLINKED);
    }

    @Test
    void anAccountThatDoesNotPayNeedsNoLink() {
        RevenueBook merged = RevenueBook.merge(
                Links.byDomain(),
                RevenueBook.of(Account.builder("cus").domain("acme.example").build()),
                RevenueBook.of(Account.builder("crm").domain("acme.example").build()));

        assertThat(merged.issues()).isEmpty();
        assertThat(merged.accounts()).hasSize(2);
    }

    @Test
    void aPairOfAnAccountThatNobodyKnowsIsAnIssue() {
        RevenueBook merged = RevenueBook.merge(
                pair("other", "crm"),
                RevenueBook.of(Account.builder("cus").build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThat(only(merged)).satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.BAD_LINK);
            assertThat(i.subject()).isEqualTo("account other");
        });
    }

    @Test
    void aBookOfRatesAndQuotasNeedsNoLinks() {
        RevenueBook finance = RevenueBook.builder()
                .add(ExchangeRate.of(LocalDate.of(2025, 1, 1), "EUR", "USD", "1.1"))
                .build();
        RevenueBook merged = RevenueBook.merge(
                Links.byMetadata("crm_account_id"),
                billing(Account.builder("cus").build()),
                finance);

        assertThat(merged.issues()).isEmpty();
        assertThat(merged.rates()).isEqualTo(finance.rates());
        assertThat(merged.asOf(LocalDate.of(2025, 1, 1), java.time.ZoneOffset.UTC)
                        .rates()
                        .all())
                .hasSize(1);
    }

    @Test
    void linksMayBeFollowedFromBookToBook() {
        RevenueBook first = RevenueBook.merge(
                pair("cus", "mid"),
                billing(Account.builder("cus").build()),
                RevenueBook.of(Account.builder("mid").build()));
        RevenueBook second = RevenueBook.merge(
                pair("mid", "crm"), first, RevenueBook.of(Account.builder("crm").build()));

        assertThat(second.canonical(CUS)).isEqualTo(CRM);
        assertThat(second.subscriptionsOf(CRM)).hasSize(1);
        assertThat(second.accounts()).hasSize(1);
    }

    @Test
    void aliasesSurviveALookAtThePast() {
        RevenueBook merged = RevenueBook.merge(
                pair("cus", "crm"),
                billing(Account.builder("cus").build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThat(merged.asOf(LocalDate.of(2025, 1, 1), java.time.ZoneOffset.UTC)
                        .canonical(CUS))
                .isEqualTo(CRM);
        assertThat(merged.toBuilder().build().canonical(CUS)).isEqualTo(CRM);
    }

    @Test
    void noLinksAreNoLinks() {
        assertThat(Links.none()).hasToString("no links");
        assertThat(Links.none().isEmpty()).isTrue();
        assertThat(Links.byDomain().or(Links.none()).isEmpty()).isFalse();
    }
}
