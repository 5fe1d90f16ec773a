package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Quota;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against H2, a real database in memory. */
class JdbcRowsTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Loaded<RevenueBook> read(String kind, String sql) {
        Loaded<RevenueBook> loaded = NativeForm.reader().read(kind, JdbcRows.query(connection, sql));
        assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates()).isEqualTo(loaded.read());
        return loaded;
    }

    private static List<String> issues(Loaded<?> loaded) {
        assertThat(loaded.issues()).allSatisfy(i -> assertThat(i.reason()).contains("Maybe"));
        return loaded.issues().stream()
                .map(i -> i.code() + " " + i.source().line() + " " + i.column() + " " + i.value())
                .toList();
    }

    @Test
    void tablesWithNativeColumnsBecomeABook() throws SQLException {
        run(
                "create table accounts (account_id varchar primary key, name varchar, created date, employees int,"
                        + " company_revenue decimal(20, 2), currency char(3), industry varchar, \"attr.Plan\" varchar)",
                "insert into accounts values ('acme', 'Acme', date '2024-12-01', 12, 1000000.50, 'USD', 'Retail', 'gold'),"
                        + " ('beta', null, null, null, null, null, null, null)",
                "create table subscriptions (subscription_id int, account_id varchar, start_date date)",
                "insert into subscriptions values (1, 'acme', date '2025-01-01')",
                "create table items (subscription_id int, effective timestamp with time zone, quantity int,"
                        + " unit_amount decimal(10, 2), currency varchar, billing_interval varchar)",
                "insert into items values (1, timestamp with time zone '2025-01-01 01:00:00+01:00', 5, 20.00, 'USD', 'month'),"
                        + " (1, timestamp with time zone '2025-02-01 00:00:00+00:00', 8, null, null, null)");

        Loaded<RevenueBook> loaded = NativeForm.reader()
                .read(Map.of(
                        "subscription_items", JdbcRows.query(connection, "select * from items"),
                        "subscriptions", JdbcRows.query(connection, "select * from subscriptions"),
                        "accounts", JdbcRows.query(connection, "select * from accounts order by account_id")));

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.accepted()).isEqualTo(5);
        assertThat(loaded.value().all(Account.class).get(0)).satisfies(a -> {
            assertThat(a.created().orElseThrow()).hasToString("2024-12-01");
            assertThat(a.companyRevenue().orElseThrow()).hasToString("USD 1000000.50");
            assertThat(a.employees()).contains(12);
            assertThat(a.attributes()).containsEntry("industry", "Retail").containsEntry("Plan", "gold");
            assertThat(a.source()).hasToString("select * from accounts order by account_id:1");
        });
        assertThat(loaded.value().all(Account.class).get(1).name()).isEmpty();
        Subscription subscription = loaded.value().all(Subscription.class).get(0);
        assertThat(subscription.id().value()).isEqualTo("1");
        assertThat(subscription.items().get(0).effective()).hasToString("2025-01-01T00:00:00Z");
        // 8 seats at 20 dollars a month.
        assertThat(Metrics.MRR
                        .measure(RevenueView.of(loaded.value(), RevenuePolicy.standard(), Span.month(2025, 2)))
                        .value()
                        .orElseThrow()
                        .perMonth(java.math.RoundingMode.HALF_EVEN))
                .hasToString("USD 160.00");
    }

    @Test
    void aValueOfTheWrongTypeNamesItsRowAndColumn() throws SQLException {
        run(
                "create table q (quota_id varchar, rep_id varchar, start_date varchar, end_date date, amount varchar,"
                        + " currency varchar)",
                "insert into q values ('q1', 'r', '2025-01-01', date '2025-04-01', '45000', 'USD'),"
                        + " ('q2', 'r', '1/1/2025', date '2025-04-01', '45000', 'USD'),"
                        + " ('q3', 'r', '2025-01-01', date '2025-04-01', 'a lot', 'USD'),"
                        + " ('q4', 'r', '2025-01-01', null, '1', 'USD'),"
                        + " ('q5', 'r', '2025-01-01', date '2025-04-01', '1e100000000', 'USD'),"
                        + " ('q1', 'r', '2025-01-01', date '2025-04-01', '45000', 'USD')");

        Loaded<RevenueBook> loaded = read("quotas", "select * from q");

        assertThat(loaded.value().all(Quota.class)).hasSize(1);
        assertThat(loaded.duplicates()).isOne();
        assertThat(issues(loaded))
                .contains(
                        "BAD_VALUE 2 start_date 1/1/2025",
                        "BAD_VALUE 3 amount a lot",
                        "MISSING_VALUE 4 end_date ",
                        "BAD_VALUE 5 amount 1e100000000");
    }

    @Test
    void aTimestampWithoutAZoneIsNoInstantUnlessAMappingSaysWhere() throws SQLException {
        run(
                "create table logins (id int, who varchar, \"when\" timestamp, n double precision)",
                "insert into logins values (1, 'acme', timestamp '2025-03-01 00:30:00', 2.5)");
        String sql =
                "select id as event_id, who as account_id, \"when\" as at, 'logins' as meter, n as quantity from logins";

        assertThat(issues(read("usage_events", sql))).containsExactly("BAD_VALUE 1 at 2025-03-01T00:30");

        Loaded<RevenueBook> mapped = MappedSheet.reader()
                .add(
                        JdbcRows.query(connection, sql).named("logins"),
                        Mapping.of("usage_events")
                                .column("event_id", "event_id")
                                .column("account_id", "account_id")
                                .column("at", "at")
                                .column("meter", "meter")
                                .column("quantity", "quantity")
                                .zone(ZoneId.of("Europe/Berlin"))
                                .build())
                .read();
        assertThat(mapped.value().all(UsageEvent.class)).singleElement().satisfies(e -> {
            assertThat(e.at()).hasToString("2025-02-28T23:30:00Z");
            assertThat(e.quantity().orElseThrow()).isEqualByComparingTo("2.5");
            assertThat(e.source()).hasToString("logins:1");
        });
    }

    @Test
    void whatNoTextCanBeMadeOfRejectsItsRow() throws SQLException {
        run(
                "create table a (account_id varchar, name varbinary, employees double precision)",
                "insert into a values ('x', X'00ff', 1), ('y', null, cast('NaN' as double precision)), ('z', null, 7)");

        Loaded<RevenueBook> loaded = read("accounts", "select * from a");

        assertThat(issues(loaded)).containsExactly("BAD_VALUE 1 name ", "BAD_VALUE 2 employees NaN");
        assertThat(loaded.value().all(Account.class)).hasSize(1);
    }

    @Test
    void aColumnThatIsMissingOrNotKnownIsAnIssue() throws SQLException {
        run("create table a (id varchar, account_id varchar)", "insert into a values ('x', 'y')");

        assertThat(issues(read("accounts", "select id from a"))).containsExactly("MISSING_COLUMN 1 account_id ");
        assertThat(issues(read("accounts", "select * from a"))).containsExactly("UNKNOWN_KIND 1 id ");
        assertThat(issues(read("accounts", "select account_id, account_id from a")))
                .containsExactly("MISSING_COLUMN 1 account_id ");
    }

    @Test
    void aResultSetIsReadFromWhereItStandsAndStaysOpen() throws SQLException {
        run("create table p (subscription_id varchar, customer_id varchar, start_date date, end_date date,"
                + " monthly_amount decimal(10, 2))");
        run("insert into p values ('s', 'acme', date '2025-01-01', null, 100)");
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("select * from p")) {
            Loaded<RevenueBook> loaded = PeriodsCsv.in("USD").read(JdbcRows.of(results));

            assertThat(loaded.issues()).isEmpty();
            assertThat(loaded.value().all(Subscription.class)).hasSize(1);
            assertThat(loaded.counts()).extracting(Loaded.Count::file).containsExactly("result set");
            assertThat(results.isClosed()).isFalse();
        }
    }

    @Test
    void aDatabaseThatRefusesIsNoBadRow() throws SQLException {
        assertThatThrownBy(() -> read("accounts", "select * from nowhere"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("select * from nowhere")
                .hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> read("acounts", "select 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(acounts)")
                .hasMessageContaining("Maybe accounts; it is one of [accounts");
        run("create table accounts (account_id varchar)");
        assertThat(read(
                                "accounts",
                                "select   *\nfrom accounts where account_id in ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')")
                        .counts())
                .extracting(Loaded.Count::file)
                .containsExactly("select * from accounts where account_id in ('aaaaaaaaaaaaaaa...");
    }
}
