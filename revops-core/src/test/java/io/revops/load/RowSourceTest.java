package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowSourceTest {
    private static Loaded<RevenueBook> accounts(List<String> columns, List<?>... rows) {
        Loaded<RevenueBook> loaded = NativeForm.reader().read("accounts", RowSource.of("crm", columns, List.of(rows)));
        assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates()).isEqualTo(loaded.read());
        return loaded;
    }

    @Test
    void aHostsOwnRowsAreNumberedFromOne() {
        Loaded<RevenueBook> loaded = accounts(
                List.of("account_id", "employees"),
                List.of("a", 5),
                Arrays.asList("b", null),
                List.of("c"),
                List.of("d", "many"),
                List.of("e", 1, 2),
                List.of("a", 5L),
                Arrays.asList(null, " "));

        assertThat(loaded.value().all(Account.class)).hasSize(3);
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.issues())
                .extracting(i -> i.code() + " " + i.source() + " " + i.column())
                .containsExactly("BAD_VALUE crm:4 employees", "BROKEN_ROW crm:5 ");
    }

    @Test
    void aValueBecomesTheTextOfTheNativeForm() {
        assertThat(List.of(
                        ValueText.of("x", new BigDecimal("1E+3")),
                        ValueText.of("x", new BigDecimal("1e100000000")),
                        ValueText.of("x", BigInteger.TEN),
                        ValueText.of("x", 0.1),
                        ValueText.of("x", 1e-7f),
                        ValueText.of("x", true),
                        ValueText.of("x", 'c'),
                        ValueText.of("x", new StringBuilder("text")),
                        ValueText.of("x", IssueCode.CONFLICT),
                        ValueText.of("x", new UUID(1, 2)),
                        ValueText.of("x", LocalDate.of(2025, 3, 1)),
                        ValueText.of("x", java.sql.Date.valueOf("2025-03-01")),
                        ValueText.of("x", Instant.EPOCH),
                        ValueText.of("x", Instant.EPOCH.atOffset(ZoneOffset.ofHours(2))),
                        ValueText.of("x", ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.ofHours(2))),
                        ValueText.of("x", LocalDateTime.of(2025, 3, 1, 2, 0)),
                        ValueText.of("x", Timestamp.valueOf("2025-03-01 02:00:00"))))
                .containsExactly(
                        "1000",
                        "1E+100000000",
                        "10",
                        "0.1",
                        "0.00000010",
                        "true",
                        "c",
                        "text",
                        "CONFLICT",
                        "00000000-0000-0001-0000-000000000002",
                        "2025-03-01",
                        "2025-03-01",
                        "1970-01-01T00:00:00Z",
                        "1970-01-01T00:00:00Z",
                        "1970-01-01T00:00:00Z",
                        "2025-03-01T02:00",
                        "2025-03-01T02:00");
    }

    @Test
    void whatHasNoTextOrTooLongAOneRejectsItsRow() {
        Loaded<RevenueBook> loaded = accounts(
                List.of("account_id", "name"),
                List.of("a", new Object()),
                List.of("b", BigInteger.TEN.pow(1000)),
                List.of("c", Double.NaN),
                List.of("d", "x".repeat(1_000_001)),
                List.of("e", List.of()));

        assertThat(loaded.rejected()).isEqualTo(5);
        assertThat(loaded.issues()).allSatisfy(i -> {
            assertThat(i.column()).isEqualTo("name");
            assertThat(i.reason()).contains("Maybe");
        });
    }

    @Test
    void aSourceOfItsOwnImplementsOneMethod() {
        List<String> asked = new ArrayList<>();
        RowSource topic = new RowSource() {
            @Override
            public String name() {
                return "topic";
            }

            @Override
            public void read(Rows rows) {
                if (rows.columns(List.of("account_id"))) {
                    rows.row(41, "a");
                    rows.broken(42, "The message is cut off. Maybe send it again.");
                    rows.unreadable("The broker is gone. Maybe later.");
                }
                asked.add("read");
            }
        };

        Loaded<RevenueBook> loaded = NativeForm.reader().with(BadRows.COLLECT).read("accounts", topic);

        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues())
                .extracting(i -> i.code() + " " + i.source())
                .containsExactly("UNREADABLE topic", "BROKEN_ROW topic:42");
        assertThat(asked).containsExactly("read");
        assertThat(accounts(List.of("name"), List.of("a")).read()).isZero();
    }
}
