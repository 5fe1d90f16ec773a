package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.DAY;
import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.subscription;
import static io.revops.forecast.churn.SmallBook.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.Fact;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.forecast.Threads;
import io.revops.forecast.learn.FindingCode;
import io.revops.ledger.Grain;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
    private static final FeatureSet SET = ChurnFeatures.standard();
    private static final FeatureSet USES = SET.only("usage_30d");

    private static UsageEvent use(String id, String account) {
        return UsageEvent.builder(id, account, Moment.of(DAY), "logins").build();
    }

    @Test
    void anAsOfDateAfterTheViewIsRefused() {
        assertThatThrownBy(() -> SET.asOf(view(acme()), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The as-of date 2026-01-01 is after the last day of the view (2025-12-31), where knowledge ends."
                                + " Maybe an earlier date, or a longer span.");
    }

    @Test
    void anAsOfDateBeforeTheFirstSubscriptionIsRefused() {
        assertThatThrownBy(() -> SET.asOf(view(acme()), LocalDate.of(2024, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The as-of date 2024-12-31 is before the first subscription begins (2025-01-01)."
                        + " Maybe that day or a later one.");
        assertThat(SET.asOf(view(acme()), LocalDate.of(2025, 1, 1)).rows()).hasSize(1);
    }

    @Test
    void booksAndPoliciesThatHoldNoAccountsAreRefused() {
        assertThatThrownBy(() -> SET.asOf(view(), DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no book")
                .hasMessageContaining("Maybe ");
        assertThatThrownBy(() -> SET.asOf(view(Contact.builder("ann", "acme").build()), DAY))
                .hasMessage("The book has no subscription, so nobody can leave. Maybe load subscriptions.");
        RevenueView bySubscription = RevenueView.of(
                RevenueBook.of(acme()), RevenuePolicy.standard().with(Grain.SUBSCRIPTION), SmallBook.YEARS);
        assertThatThrownBy(() -> SET.asOf(bySubscription, DAY)).hasMessageContaining("Maybe with(Grain.ACCOUNT)");
        assertThatThrownBy(() -> SET.rows(view(acme()), ChurnLabel.within(30), List.of()))
                .hasMessageContaining("There is no as-of date. Maybe ");
    }

    @Test
    void labelsAndSetsAreChecked() {
        assertThatThrownBy(() -> ChurnLabel.within(0))
                .hasMessageContaining("0 days")
                .hasMessageContaining("Maybe ");
        assertThatThrownBy(() -> ChurnLabel.within(9).after(-1)).hasMessageContaining("gap of -1");
        assertThatThrownBy(() -> SET.feature("usage_31d"))
                .hasMessageStartingWith("There is no feature (usage_31d) in standard 1. Maybe one of [")
                .hasMessageContaining("usage_30d");
        assertThatThrownBy(() -> SET.and(SET.feature("tenure")))
                .hasMessageContaining("Two features of the set (standard 1) are named (tenure). Maybe rename one");
        assertThatThrownBy(() -> SET.only()).hasMessageContaining("0 features");
        assertThatThrownBy(() -> SET.named(" ", "1")).hasMessageContaining("Maybe a name");
        assertThatThrownBy(() -> SET.feature("tenure").over(0)).hasMessageContaining("looks back 0 days. Maybe 30");
        assertThatThrownBy(() -> ChurnFeature.of(" ", FeatureUnit.COUNT, (w, a) -> 1))
                .hasMessageContaining("no name");
        assertThatThrownBy(() -> SET.feature("tenure").told("old")).hasMessageContaining("Maybe write {} there");
        assertThatThrownBy(() -> ChurnFeatures.usageOf(" ")).hasMessageContaining("Maybe logins");
        assertThatThrownBy(() -> SET.rows(view(acme()), ChurnLabel.within(30)).folds(99))
                .hasMessageContaining("99 of them")
                .hasMessageContaining("Maybe ");
        assertThatThrownBy(() -> USES.asOf(view(acme()), DAY).of("bolt"))
                .hasMessage(
                        "The account (bolt) has no row as of 2025-06-30. Maybe it was not active; 1 accounts were.");
    }

    @Test
    void setsAreChangedByCopy() {
        FeatureSet mine = SET.without("usage_7d", "mrr").named("mine", "2");
        assertThat(mine.size()).isEqualTo(SET.size() - 2);
        assertThat(mine.names()).doesNotContain("usage_7d", "mrr");
        assertThat(mine.version()).isEqualTo("mine 2");
        assertThat(mine).hasToString("mine 2: " + mine.size() + " features");
        assertThat(SET.only("mrr", "tenure").names()).containsExactly("mrr", "tenure");
        assertThat(SET.names()).doesNotHaveDuplicates().hasSize(46);
        assertThat(SET.feature("usage_90d")).hasToString("usage_90d (log count, 90 days)");
        assertThat(SET.feature("mrr")).hasToString("mrr (log money, 1 day)");
    }

    @Test
    void aStreamOutOfOrderNamesThePlace() {
        RevenueView view = view(acme(), subscription("bolt", "2025-01-01").build());
        Stream<UsageEvent> broken = Stream.of(use("1", "acme"), use("2", "bolt"), use("3", "acme"));
        assertThatThrownBy(() -> USES.from(view).with(broken).asOf(DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Use number 3 of the stream (3, 2025-06-30) is of the account (acme), and comes after those of"
                                + " (bolt). Maybe sort the stream by account id as text, as String.compareTo does: by UTF-16 code units.");
        Stream<UsageEvent> brokenAtTheEnd = Stream.of(use("1", "zoo"), use("2", "acme"));
        assertThatThrownBy(() -> USES.from(view).with(brokenAtTheEnd).asOf(DAY)).hasMessageContaining("Use number 2");
    }

    @Test
    void usesOfUnknownAccountsAreCounted() {
        RevenueView view = view(acme(), subscription("bolt", "2025-01-01").build());
        FeatureTable table = USES.from(view)
                .with(Stream.of(
                        use("0", "aaa"),
                        use("1", "acme"),
                        use("2", "bob"),
                        use("3", "bolt"),
                        use("4", "bolt"),
                        use("5", "zoo")))
                .asOf(DAY);
        assertThat(table.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.UNKNOWN_ACCOUNT);
            assertThat(f.count()).isEqualTo(3);
            assertThat(f.text())
                    .startsWith("3 uses are of accounts that the book does not have")
                    .contains("Maybe ");
        });
        assertThat(table.of("bolt").value("usage_30d")).hasValue(StrictMath.log1p(2));
        assertThat(table).hasToString("2 accounts as of 2025-06-30, standard 1: 1 features");
    }

    @Test
    void aStreamIsReadOnceAndAPlaceItComesFromAgainAndAgain() {
        RevenueView view = view(acme());
        FeatureReader once = USES.from(view).with(Stream.of(use("1", "acme")));
        FeatureTable first = once.asOf(DAY);
        assertThatThrownBy(() -> once.asOf(DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The stream of uses was read already, and a stream is read once."
                        + " Maybe with(() -> uses()), which opens another each time.");
        FeatureReader again = USES.from(view).with(() -> Stream.of(use("1", "acme")));
        for (int i = 0; i < 2; i++) {
            assertThat(again.asOf(DAY).of("acme").values())
                    .isEqualTo(first.of("acme").values());
        }
    }

    @Test
    void aStreamIsReadOnlyAsFarAsTheAccountAtHand() {
        // a stream that nobody could hold: each account's uses are made when they are asked for
        int accounts = 600;
        RevenueBook.Builder book = RevenueBook.builder();
        IntStream.range(0, accounts)
                .forEach(i ->
                        book.add(subscription("a" + (1000 + i), "2025-01-01").build()));
        RevenueView view = RevenueView.of(book.build(), RevenuePolicy.standard(), SmallBook.YEARS);
        int[] made = {0};
        int[] rows = {0};
        Stream<UsageEvent> stream = IntStream.range(0, accounts)
                .boxed()
                .flatMap(i -> IntStream.range(0, 5).mapToObj(e -> {
                    made[0]++;
                    return use(i + "/" + e, "a" + (1000 + i));
                }));
        USES.from(view).with(stream).scan(List.of(DAY), row -> {
            rows[0]++;
            assertThat(row.value("usage_30d")).hasValue(StrictMath.log1p(5));
            assertThat(made[0]).isLessThanOrEqualTo(5 * (rows[0] + 2));
        });
        assertThat(rows[0]).isEqualTo(accounts);
    }

    @Test
    void infiniteValuesAreMissingAndCounted() {
        FeatureSet set = FeatureSet.of(
                "own",
                "1",
                ChurnFeature.of("bad", FeatureUnit.RATIO, (w, a) -> 1 / 0.0),
                ChurnFeature.of("zero", FeatureUnit.RATIO, (w, a) -> -0.0));
        FeatureTable table = set.from(view(acme())).with(Threads.of(2)).asOf(DAY);
        assertThat(table.of("acme").value("bad")).isEmpty();
        assertThat(Double.doubleToRawLongBits(table.of("acme").value("zero").orElseThrow()))
                .isZero();
        assertThat(table.findings())
                .singleElement()
                .satisfies(f ->
                        assertThat(f.toString()).startsWith("NOT_FINITE: The feature (bad) is infinite in 1 rows"));
    }

    @Test
    void usesAreNotHandedOutOneByOne() {
        FeatureSet set = FeatureSet.of(
                "own",
                "1",
                ChurnFeature.of(
                        "uses",
                        FeatureUnit.COUNT,
                        (w, a) -> a.facts(UsageEvent.class).size()));
        assertThatThrownBy(() -> set.asOf(view(acme()), DAY)).hasMessageContaining("Maybe usage()");
        assertThatThrownBy(() -> set.from(view(acme())).with(Threads.of(2)).asOf(DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe usage()");
    }

    @Test
    void theDayEndsInTheZoneOfThePolicy() {
        Fact lateInNewYork = UsageEvent.builder("1", "acme", Moment.of(Instant.parse("2025-07-01T03:59:59Z")), "logins")
                .build();
        Fact nextDay = UsageEvent.builder("2", "acme", Moment.of(Instant.parse("2025-07-01T04:00:00Z")), "logins")
                .build();
        RevenueBook book = RevenueBook.of(acme(), lateInNewYork, nextDay);
        RevenueView newYork = RevenueView.of(
                book, RevenuePolicy.standard().with(ReportingZone.of("America/New_York")), SmallBook.YEARS);
        RevenueView utc = RevenueView.of(book, RevenuePolicy.standard(), SmallBook.YEARS);
        assertThat(USES.asOf(newYork, DAY).of("acme").value("usage_30d")).hasValue(StrictMath.log1p(1));
        assertThat(USES.asOf(utc, DAY).of("acme").value("usage_30d")).isEmpty();
        assertThat(USES.asOf(utc, DAY.plusDays(1)).of("acme").value("usage_30d"))
                .hasValue(StrictMath.log1p(2));
    }

    @Test
    void linkedAccountsAreOneInTheBookAndInTheStream() {
        RevenueBook billing = RevenueBook.of(
                Account.builder(new AccountId("cus_9")).domain("acme.com").build(),
                Subscription.builder("s", "cus_9")
                        .items(SmallBook.item("i", "2025-01-01", "10", 20))
                        .build());
        RevenueBook crm = RevenueBook.of(
                Account.builder(new AccountId("acme")).domain("acme.com").build());
        RevenueBook both = RevenueBook.merge(Links.byDomain(), crm, billing);
        RevenueView view = RevenueView.of(both, RevenuePolicy.standard(), SmallBook.YEARS);
        AccountId kept = both.canonical(new AccountId("cus_9"));
        FeatureTable table = SET.from(view)
                .with(Stream.of(use("1", "acme"), use("2", "cus_9")))
                .asOf(DAY);
        assertThat(table.findings()).isEmpty();
        assertThat(table.rows()).hasSize(1);
        assertThat(table.of(kept).value("usage_30d")).hasValue(StrictMath.log1p(2));
        assertThat(table.of(kept).value("seats")).hasValue(StrictMath.log1p(10));
    }

    @Test
    void anAccountShowsWhatWasKnown() {
        List<AccountAsOf> seen = new ArrayList<>();
        FeatureSet set = FeatureSet.of("own", "1", ChurnFeature.of("one", FeatureUnit.COUNT, (w, a) -> {
            seen.add(a);
            return w.days();
        }));
        FeatureRow row = set.asOf(
                        view(
                                acme(),
                                Account.builder(new AccountId("acme"))
                                        .name("Acme")
                                        .build()),
                        DAY)
                .of("acme");
        AccountAsOf account = seen.get(0);
        assertThat(account).hasToString("acme as of 2025-06-30");
        assertThat(account.account()).isPresent();
        assertThat(account.running()).hasSize(1);
        assertThat(account.since()).contains(LocalDate.of(2025, 1, 1));
        assertThat(account.last(1)).hasToString("2025-06-30");
        assertThat(account.daysSince(Moment.of(DAY.minusDays(3)))).isEqualTo(3);
        assertThat(set.features().get(0).value(account)).hasValue(30);
        assertThat(row.tell("one")).isEqualTo("one: 30");
        assertThat(row).hasToString("acme as of 2025-06-30\n  one: 30");
        assertThat(set.from(view(acme())))
                .hasToString("own 1: 1 features as of days in 2023-01-01/2026-01-01, uses from the book");
    }
}
