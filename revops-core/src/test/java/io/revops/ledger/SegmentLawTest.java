package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rows of segments are the rows of the whole, cut. */
class SegmentLawTest {
    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    private record Place(AccountId account, Span period) {}

    private static Segments byProduct() {
        return (account, item, before) ->
                Optional.ofNullable(item.product()).map(ProductId::value).orElse("none");
    }

    private static Segments byTier(RevenueBook book, RevenuePolicy policy) {
        return (account, item, before) -> book.account(account)
                .flatMap(a -> a.attribute("tier", before, policy.zone()))
                .orElse("none");
    }

    /** Otherwise the products of a report would not add up to the company. */
    @Property
    void productsAddUpToTheWhole(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        addUp(MrrLedger.of(book, policy), policy.basis(), cadence, byProduct());
    }

    /** Otherwise an account that changes its tier would be counted twice, or not at all. */
    @Property
    void attributesThatChangeAddUpToTheWhole(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        addUp(MrrLedger.of(book, policy), policy.basis(), cadence, byTier(book, policy));
    }

    /** Otherwise cutting by nothing would change something. */
    @Property
    void oneSegmentIsTheWhole(
            @ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy, @ForAll Cadence cadence) {
        MrrLedger ledger = MrrLedger.of(book, policy);
        List<Row> whole = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence);
        List<Row> one = Row.of(ledger, RandomBooks.WIDE, policy.basis(), cadence, (a, i, b) -> "all").stream()
                .map(r -> new Row(
                        r.account(),
                        r.period(),
                        Optional.empty(),
                        r.opening(),
                        r.closing(),
                        r.amounts(),
                        r.counts(),
                        r.activeAtOpening(),
                        r.activeAtClosing(),
                        r.unitsAtOpening(),
                        r.unitsAtClosing()))
                .toList();
        assertThat(one).isEqualTo(whole);
    }

    private static void addUp(MrrLedger ledger, Basis basis, Cadence cadence, Segments segments) {
        Map<Place, Row> whole = Row.of(ledger, RandomBooks.WIDE, basis, cadence).stream()
                .collect(Collectors.toMap(r -> new Place(r.account(), r.period()), r -> r));
        Map<Place, List<Row>> cut = Row.of(ledger, RandomBooks.WIDE, basis, cadence, segments).stream()
                .collect(Collectors.groupingBy(r -> new Place(r.account(), r.period())));
        assertThat(cut.keySet()).containsAll(whole.keySet());
        cut.forEach((place, rows) -> {
            Row all = whole.get(place);
            assertThat(rows.stream().map(Row::segment).distinct()).hasSameSizeAs(rows);
            rows.forEach(SegmentLawTest::tied);
            assertThat(rows.stream().mapToLong(Row::opening).sum()).isEqualTo(all == null ? 0 : all.opening());
            assertThat(rows.stream().mapToLong(Row::closing).sum()).isEqualTo(all == null ? 0 : all.closing());
            assertThat(rows.stream().mapToLong(Row::moved).sum()).isEqualTo(all == null ? 0 : all.moved());
            assertThat(rows.stream().mapToLong(r -> r.amount(MovementKind.FX)).sum())
                    .isEqualTo(all == null ? 0 : all.amount(MovementKind.FX));
            for (MovementKind kind : List.of(MovementKind.NEW, MovementKind.REACTIVATION, MovementKind.CHURN)) {
                boolean inAny = rows.stream().anyMatch(r -> r.count(kind) > 0);
                assertThat(inAny && (all == null || all.count(kind) == 0))
                        .as("%s of a segment and not of the whole, %s %s", kind, place, rows)
                        .isFalse();
            }
        });
    }

    private static void tied(Row row) {
        assertThat(row.opening() + row.moved()).isEqualTo(row.closing());
        int in = row.count(MovementKind.SEGMENT_IN) - row.count(MovementKind.SEGMENT_OUT);
        assertThat((row.activeAtOpening() ? 1 : 0) + row.came() + in).isEqualTo(row.activeAtClosing() ? 1 : 0);
    }
}
