package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.metric.MedianWait.Wait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the median of any waits. */
class MedianWaitLaws {
    @Provide
    Arbitrary<List<Wait>> waits() {
        Arbitrary<Wait> wait = Combinators.combine(
                        Arbitraries.integers().between(0, 30), Arbitraries.of(true, true, false))
                .as((length, over) -> new Wait(length, over));
        return wait.list().ofMinSize(1).ofMaxSize(40);
    }

    /** If this failed, the answer would depend on how a book happens to be sorted. */
    @Property(tries = 200)
    void orderDoesNotMatter(@ForAll("waits") List<Wait> waits, @ForAll Random random) {
        List<Wait> other = new ArrayList<>(waits);
        Collections.shuffle(other, random);
        assertThat(MedianWait.of(other)).isEqualTo(MedianWait.of(waits));
    }

    /** If this failed, a team could look faster by keeping one more customer waiting. */
    @Property(tries = 200)
    void oneMoreWhoStillWaitsNeverMakesItShorter(@ForAll("waits") List<Wait> waits) {
        List<Wait> more = new ArrayList<>(waits);
        more.add(new Wait(31, false));
        Optional<MedianWait> before = MedianWait.of(waits);
        Optional<MedianWait> after = MedianWait.of(more);
        after.ifPresent(a -> {
            assertThat(before).isPresent();
            assertThat(a.median()).isGreaterThanOrEqualTo(before.orElseThrow().median());
        });
    }

    /** If this failed, the interval would not be one around its number, or would name a time that nobody waited. */
    @Property(tries = 200)
    void medianLiesInItsIntervalAndAmongTheWaits(@ForAll("waits") List<Wait> waits) {
        MedianWait.of(waits).ifPresent(wait -> {
            wait.low().ifPresent(low -> assertThat(low).isLessThanOrEqualTo(wait.median()));
            wait.high().ifPresent(high -> assertThat(high).isGreaterThanOrEqualTo(wait.median()));
            assertThat(wait.median())
                    .isBetween(
                            waits.stream().mapToDouble(Wait::length).min().orElseThrow(),
                            waits.stream().mapToDouble(Wait::length).max().orElseThrow());
            assertThat(wait.reached() + wait.waiting()).isEqualTo(waits.size());
        });
    }

    /** If this failed, the same waits in hours and in minutes would be two answers. */
    @Property(tries = 200)
    void itScalesWithItsUnit(@ForAll("waits") List<Wait> waits) {
        List<Wait> minutes =
                waits.stream().map(w -> new Wait(60 * w.length(), w.isOver())).toList();
        assertThat(MedianWait.of(minutes).map(MedianWait::median))
                .isEqualTo(MedianWait.of(waits).map(w -> 60 * w.median()));
    }
}
