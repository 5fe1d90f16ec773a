package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.RevenueBook;
import io.revops.book.UsageEvent;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CustomersTest {
    @Test
    void customerIsWhoPaysAtTheEndOfTheDay() {
        RevenueBook book = HealthBooks.start()
                .pays("a", "2025-03-01", 2)
                .pays("b", "2025-03-02", 3)
                .seats(s -> s.ends("a/1", "2025-05-01"))
                .account("prospect", a -> a)
                .book();
        assertThat(HealthBooks.at(book, "2025-03-01").all())
                .extracting(Customer::name)
                .containsExactly("a");
        assertThat(HealthBooks.at(book, "2025-03-02").all())
                .extracting(Customer::name)
                .containsExactly("a", "b");
        assertThat(HealthBooks.at(book, "2025-04-30").arr().orElseThrow())
                .isEqualTo(RunRate.perMonth(Money.of("500", "USD")));
        assertThat(HealthBooks.at(book, "2025-05-01").all())
                .extracting(Customer::name)
                .containsExactly("b");
        assertThatThrownBy(() -> HealthBooks.at(book, "2025-05-01").of("a"))
                .hasMessageContaining("is no customer at the end of 2025-05-01");
        assertThatThrownBy(() -> HealthBooks.at(book, "2025-05-01").of("prospect"))
                .hasMessageContaining("it pays nothing then. Maybe");
        assertThatThrownBy(() -> HealthBooks.at(book, "2025-05-01").of("nobody"))
                .hasMessageContaining("there is no such account");
    }

    @Test
    void dayBeforeTheFirstFactIsRefusedAndNamesIt() {
        RevenueBook book = HealthBooks.start().pays("a", "2025-03-01", 2).book();
        assertThatThrownBy(() -> HealthBooks.at(book, "2025-02-28"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing was known by the end of 2025-02-28: the first fact is of 2025-03-01."
                        + " Maybe choose that day or a later one.");
        assertThat(HealthBooks.at(RevenueBook.empty(), "2025-02-28").all()).isEmpty();
        assertThat(((Undefined<RunRate>) HealthBooks.at(RevenueBook.empty(), "2025-02-28")
                                .arr())
                        .code())
                .isEqualTo(UndefinedCode.NO_ACCOUNTS);
    }

    @Test
    void whatWasRecordedLaterWasNotKnown() {
        RevenueBook book = HealthBooks.start()
                .pays("a", "2025-03-01", 2)
                .seats(s -> s.recorded("a/1", "seats", "2025-03-10", "2025-04-02T10:00:00Z", "7", "100"))
                .add(UsageEvent.builder("u", "a", Moment.parse("2025-03-12"), "login")
                        .recorded(Instant.parse("2025-03-20T00:00:00Z"))
                        .build())
                .book();
        assertThat(HealthBooks.at(book, "2025-03-19").of("a").usage(28)).isEmpty();
        assertThat(HealthBooks.at(book, "2025-03-20").of("a").usage(28)).hasSize(1);
        assertThat(HealthBooks.at(book, "2025-04-01").of("a").seats()).isEqualByComparingTo("2");
        assertThat(HealthBooks.at(book, "2025-04-02").of("a").seats()).isEqualByComparingTo("7");
    }

    @Test
    void lastDaysIncludeTheDayItselfAndEndAfterSoMany() {
        Customer a = HealthBooks.start()
                .pays("a", "2025-01-01", 1)
                .uses("a", "2025-06-03", "login", "first of 28")
                .uses("a", "2025-06-02", "login", "too early")
                .uses("a", "2025-06-30", "login", "last")
                .at("2025-06-30")
                .of("a");
        assertThat(a.users(28)).containsExactly("first of 28", "last");
        assertThat(a.users(1)).containsExactly("last");
        assertThatThrownBy(() -> a.users(0)).hasMessageContaining("Maybe 28");
    }

    @Test
    void seatsOfOneProductAddUpAndOfSeveralTheMostCount() {
        Customer a = HealthBooks.start()
                .pays("a", "2025-01-01", 10)
                .seats(s ->
                        s.has("a/2", "seats", "2025-02-01", "5", "100").has("a/3", "insights", "2025-02-01", "4", "9"))
                .at("2025-06-30")
                .of("a");
        assertThat(a.seats()).isEqualByComparingTo(new BigDecimal("15"));
    }

    @Test
    void liveIsWhoWentLiveByThenOrPaysAndNobodySaysOtherwise() {
        HealthBooks books = HealthBooks.start()
                .pays("told", "2025-01-01", 1)
                .seats(s -> s.goLive("told/1", "2025-07-01"))
                .pays("account", "2025-01-01", 1)
                .account("account", a -> a.liveSince(Moment.parse("2025-07-01")))
                .pays("silent", "2025-01-01", 1);
        assertThat(books.at("2025-06-30").all()).extracting(Customer::isLive).containsExactly(false, true, false);
        assertThat(books.at("2025-07-01").all()).extracting(Customer::isLive).containsOnly(true);
    }

    @Test
    void renewalAndKnownEndComeFromItsSubscriptions() {
        HealthBooks books =
                HealthBooks.start().pays("a", "2024-09-15", 1).seats(s -> s.cancels("a/1", "2025-06-10", "2025-09-15"));
        Customer before = books.at("2025-06-09").of("a");
        assertThat(before.renewal()).contains(LocalDate.parse("2025-09-15"));
        assertThat(before.ends()).isEmpty();
        assertThat(before.since()).contains(LocalDate.parse("2024-09-15"));
        assertThat(before.tenureDays()).hasValue(267);
        assertThat(books.at("2025-06-10").of("a").ends()).contains(LocalDate.parse("2025-09-15"));
    }
}
