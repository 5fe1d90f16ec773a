package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.STICKINESS;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import org.junit.jupiter.api.Test;

class StickinessTest {
    private static UsageEvent use(String id, String account, String day, String user) {
        return UsageEvent.builder(id, account, Moment.parse(day), "login")
                .user(user.isEmpty() ? null : user)
                .build();
    }

    private static RevenueView june() {
        return SeatBooks.start()
                .add(use("1", "a", "2025-06-01", "ann"))
                .add(use("2", "a", "2025-06-01T20:00:00Z", "ann"))
                .add(use("3", "a", "2025-06-30", "ann"))
                .add(use("4", "a", "2025-06-10", "bob"))
                .add(use("5", "b", "2025-06-10", "ann"))
                .add(use("6", "b", "2025-06-11", ""))
                .add(use("7", "a", "2025-05-31", "eve"))
                .add(use("8", "a", "2025-07-01", "eve"))
                .during("2025-06");
    }

    @Test
    void stickinessIsTheShareOfDaysOnWhichUsersUsedIt() {
        // ann of a on two days, bob and ann of b on one: 4 of 3 users' 30 days
        assertThat(STICKINESS.measure(june()).orElseThrow()).isEqualTo(Ratio.of(4, 3 * 30));
        assertThat(STICKINESS.measure(june()).evidence().total(Part.USERS)).isEqualTo(3);
        assertThat(STICKINESS.measure(june())).hasToString("Stickiness, 2025-06: 4.4 %");
    }

    @Test
    void withoutAKnownUserThereIsNone() {
        assertThat(code(STICKINESS.measure(june().during(Span.month(2025, 1))))).isEqualTo(UndefinedCode.NO_USERS);
        assertThat(code(STICKINESS.measure(june().during(Span.parse("2025-06-11")))))
                .isEqualTo(UndefinedCode.NO_USERS);
    }
}
