package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.UsageEvent;
import io.revops.forecast.Threads;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FeatureLaws {
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Auckland"));
    private static final FeatureSet SET = ChurnFeatures.standard()
            .and(ChurnFeatures.cancellationRequested())
            .and(ChurnFeatures.usageOf("meter 1"))
            .and(ChurnFeature.of(
                    "quantity", FeatureUnit.COUNT, (w, a) -> a.usage().in(w).total()));
    private static final Span YEAR = Span.year(2025);

    private static RevenueView view(List<Fact> facts, ZoneId zone) {
        return RevenueView.of(
                RevenueBook.builder().add(facts).build(),
                RevenuePolicy.standard().with(ReportingZone.of(zone.getId())),
                YEAR);
    }

    /** Rows as text: every bit of every value. */
    private static List<String> bits(List<FeatureRow> rows) {
        return rows.stream()
                .map(r -> r.id()
                        + r.isLeaving()
                        + Arrays.stream(r.values())
                                .mapToObj(Double::doubleToRawLongBits)
                                .toList())
                .toList();
    }

    /** Otherwise a model would be praised in its back-test for what it read in the future, and fail on its first day at work. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nothingLaterChangesAFeature(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 364) int days,
            @ForAll @IntRange(max = 2) int zoneNumber) {
        ZoneId zone = ZONES.get(zoneNumber);
        LocalDate day = RandomCompany.START.plusDays(days);
        List<Fact> known = RandomCompany.until(day, seed, zone);
        List<Fact> whole = RandomCompany.whole(seed, zone);
        assertThat(bits(SET.asOf(view(whole, zone), day).rows()))
                .isEqualTo(bits(SET.asOf(view(known, zone), day).rows()));
    }

    /** Otherwise two runs over the same export would rank the accounts differently, and nobody could check a score. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void neitherOrderNorThreadsNorBlocksOfDaysChangeAFeature(@ForAll long seed) {
        ZoneId zone = ZONES.get(1);
        List<LocalDate> days = List.of(
                LocalDate.of(2025, 2, 28),
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 9, 30),
                YEAR.to().minusDays(1));
        List<Fact> facts = RandomCompany.whole(seed, zone);
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));
        List<String> expected = scanned(SET.from(view(facts, zone)), days);
        List<LocalDate> backwards = new ArrayList<>(days);
        Collections.reverse(backwards);
        assertThat(scanned(SET.from(view(shuffled, zone)).with(Threads.of(3)), backwards))
                .isEqualTo(expected);
        List<String> oneByOne = new ArrayList<>();
        days.forEach(d -> oneByOne.addAll(scanned(SET.from(view(facts, zone)), List.of(d))));
        assertThat(oneByOne).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> scanned(FeatureReader reader, List<LocalDate> days) {
        List<FeatureRow> rows = new ArrayList<>();
        assertThat(reader.scan(days, rows::add)).isEmpty();
        return bits(rows);
    }

    /** Otherwise a host that keeps its clicks in a warehouse would get other scores than one that loads them. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void usesFromAStreamAreUsesFromTheBook(@ForAll long seed) {
        ZoneId zone = ZONES.get(2);
        List<LocalDate> days = List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 10, 31));
        List<Fact> facts = RandomCompany.whole(seed, zone);
        List<UsageEvent> uses = new ArrayList<>(facts.stream()
                .filter(UsageEvent.class::isInstance)
                .map(UsageEvent.class::cast)
                .toList());
        uses.addAll(uses.subList(0, uses.size() / 2)); // what is delivered twice counts once
        Collections.shuffle(uses, new Random(seed));
        uses.sort(Comparator.comparing(u -> u.account().value()));
        List<Fact> others =
                facts.stream().filter(f -> !(f instanceof UsageEvent)).toList();
        assertThat(scanned(SET.from(view(others, zone)).with(uses.stream()).with(Threads.of(2)), days))
                .isEqualTo(scanned(SET.from(view(facts, zone)), days));
    }

    /** Otherwise accounts would vanish between the head count of the month and the table that a model learns from. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void everyActiveAccountIsARowOrIsCounted(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int horizon, @ForAll @IntRange(max = 20) int gap) {
        ZoneId zone = ZONES.get(0);
        FeatureReader reader =
                ChurnFeatures.standard().only("tenure").from(view(RandomCompany.whole(seed, zone), zone));
        ChurnRows rows = reader.rows(ChurnLabel.within(horizon).after(gap));
        List<LocalDate> days =
                YEAR.months().stream().map(m -> m.to().minusDays(1)).toList();
        List<FeatureRow> active = new ArrayList<>();
        reader.scan(days, active::add);
        assertThat(rows.size() + rows.leftOut().total()).isEqualTo(active.size());
        for (int i = 0; i < rows.size(); i++) {
            LocalDate day = rows.row(i).asOf();
            Span counts = rows.label().horizon(day);
            assertThat(counts.to()).isBeforeOrEqualTo(YEAR.to());
            rows.outcome(i).on().ifPresent(on -> assertThat(counts.contains(on)).isTrue());
        }
    }

    /** Otherwise a value that is missing would be learnt as a number, or shown as one. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void everyValueIsFiniteAndToldOrMissing(@ForAll long seed) {
        ZoneId zone = ZONES.get(0);
        for (FeatureRow row : SET.asOf(view(RandomCompany.whole(seed, zone), zone), LocalDate.of(2025, 8, 31))
                .rows()) {
            assertThat(row.told()).hasSize(SET.size() - row.missing().size());
            for (String name : SET.names()) {
                assertThat(row.value(name).isPresent())
                        .isNotEqualTo(row.missing().contains(name));
                row.value(name).ifPresent(v -> assertThat(v).isFinite());
                assertThat(row.tell(name)).isNotBlank().doesNotContain("NaN");
            }
        }
    }
}
