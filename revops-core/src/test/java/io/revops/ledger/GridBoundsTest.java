package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the next period begins: the same whether it is looked up or computed. */
class GridBoundsTest {
    private static final ZoneId SAMOA = ZoneId.of("Pacific/Apia");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant expected(Cadence cadence, ZoneId zone, Instant at) {
        return cadence.next(at.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
    }

    /** On a bound, a microsecond beside it and between, near the day, at both ends of the table, and centuries away. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void theNextBoundIsTheFirstDayOfTheNextPeriod(Cadence cadence) {
        for (ZoneId zone : List.of(SAMOA, NEW_YORK)) {
            for (LocalDate near :
                    List.of(LocalDate.of(2011, 12, 30), LocalDate.of(2025, 7, 1), LocalDate.of(9998, 5, 1))) {
                LocalDate first = cadence.next(near.minusMonths(1)); // a day on which a period begins
                GridBounds bounds = new GridBounds(cadence, zone, first);
                for (long months :
                        new long[] {-2400, -1201, -1200, -1199, -600, -30, -2, -1, 0, 1, 2, 30, 599, 600, 601}) {
                    LocalDate start = cadence.next(first.plusMonths(months));
                    if (start.getYear() > 9997) {
                        continue;
                    }
                    Instant day = start.atStartOfDay(zone).toInstant();
                    for (Duration beside : List.of(
                            Duration.ofNanos(-1000), Duration.ZERO, Duration.ofNanos(1000), Duration.ofHours(30))) {
                        Instant at = day.plus(beside);
                        assertThat(LedgerBlock.instant(bounds.next(LedgerBlock.micros(at))))
                                .as("%s in %s after %s", cadence, zone, at)
                                .isEqualTo(expected(cadence, zone, at));
                    }
                }
            }
        }
    }

    /** Days and weeks fill the table before months do, so its own ends lie elsewhere. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void theEndsOfTheTableAreNoSeam(Cadence cadence) {
        LocalDate near = cadence.next(LocalDate.of(2025, 6, 15));
        GridBounds bounds = new GridBounds(cadence, NEW_YORK, near);
        LocalDate day = switch (cadence) {
            case DAY -> near.minusDays(1205);
            case WEEK -> near.minusWeeks(1205);
            default -> near.minusMonths(3700);
        };
        for (int i = 0; i < 1900; i++) {
            Instant at = day.atStartOfDay(NEW_YORK).toInstant();
            assertThat(LedgerBlock.instant(bounds.next(LedgerBlock.micros(at))))
                    .isEqualTo(expected(cadence, NEW_YORK, at));
            assertThat(LedgerBlock.instant(bounds.next(LedgerBlock.micros(at) - 1)))
                    .isEqualTo(expected(cadence, NEW_YORK, at.minusNanos(1000)));
            day = cadence.next(day);
        }
    }
}
