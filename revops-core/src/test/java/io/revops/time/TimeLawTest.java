package io.revops.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TimeLawTest {
    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2009, 1, 1).toEpochDay(),
                        LocalDate.of(2029, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC", "America/New_York", "Europe/Berlin", "Pacific/Apia", "Asia/Kolkata", "Africa/Cairo")
                .map(ZoneId::of);
    }

    /** Otherwise a day would fall between two periods, or into both. */
    @Property
    void thePeriodsOfASpanAdjoinAndFillIt(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 900) int length, @ForAll Cadence cadence) {
        Span span = Span.of(from, from.plusDays(length));
        List<Span> cut = cadence.cut(span);
        LocalDate at = from;
        for (Span period : cut) {
            assertThat(period.from()).isEqualTo(at);
            assertThat(period.isEmpty()).isFalse();
            assertThat(cadence.floor(period.to().minusDays(1))).isEqualTo(cadence.floor(period.from()));
            at = period.to();
        }
        assertThat(at).isEqualTo(span.to());
        assertThat(cut.stream().mapToLong(Span::days).sum()).isEqualTo(length);
    }

    /** Otherwise a report's heading could not be read back into what it is about. */
    @Property
    void aSpanIsReadBack(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 900) int length, @ForAll Cadence cadence) {
        Span span = Span.of(from, from.plusDays(length));
        assertThat(Span.parse(span.toString())).isEqualTo(span);
        Span whole = Span.containing(from, cadence);
        assertThat(Span.parse(whole.toString())).isEqualTo(whole);
        assertThat(whole.contains(from)).isTrue();
        assertThat(whole.previous().to()).isEqualTo(whole.from());
        assertThat(Span.containing(whole.from().minusDays(1), cadence)).isEqualTo(whole.previous());
    }

    /** Otherwise the same facts would fall into other months once they were written out and read. */
    @Property
    void aMomentIsReadBack(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Moment instant = Moment.of(Instant.ofEpochSecond(day.toEpochDay() * 86_400 + second, nano));
        assertThat(Moment.parse(instant.toString())).isEqualTo(instant);
        assertThat(Moment.parse(Moment.of(day).toString())).isEqualTo(Moment.of(day));
    }

    /** Otherwise something could happen on no day, or on a day that has not begun. */
    @Property
    void everyInstantIsInTheDayThatItFallsOn(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 86_399) int second, @ForAll("zones") ZoneId zone) {
        Instant instant = Instant.ofEpochSecond(day.toEpochDay() * 86_400 + second);
        Span on = Span.containing(Moment.of(instant).date(zone), Cadence.DAY);
        assertThat(instant).isAfterOrEqualTo(on.start(zone)).isBefore(on.end(zone));
    }

    /** Otherwise a quota would count twice, or a day belong to no fiscal year. */
    @Property
    void everyDayIsInItsFiscalYearAndInOneOfItsQuarters(@ForAll("days") LocalDate day, @ForAll Month first) {
        FiscalCalendar calendar = FiscalCalendar.startingIn(first);
        int year = calendar.yearOf(day);
        assertThat(calendar.year(year).contains(day)).isTrue();
        assertThat(calendar.year(year).to()).isEqualTo(calendar.year(year + 1).from());
        long quarters = java.util.stream.IntStream.rangeClosed(1, 4)
                .filter(q -> calendar.quarter(year, q).contains(day))
                .count();
        assertThat(quarters).isEqualTo(1);
        assertThat(calendar.quarter(year, 4).to()).isEqualTo(calendar.year(year).to());
    }
}
