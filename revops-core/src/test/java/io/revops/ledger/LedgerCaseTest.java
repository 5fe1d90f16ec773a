package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases, one test for each file, and in it every branch of the policy. */
class LedgerCaseTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void workedCase(String name, @TempDir Path scratch) {
        LedgerCase file = LedgerCase.read(name, scratch);
        assertThat(file.branches()).as(file.says()).isNotEmpty();
        assertAll(
                name + " " + file.says(),
                file.branches().stream()
                        .map(branch -> () -> assertAll(branch.toString(), new Check(file, branch)::run)));
    }

    static List<String> names() {
        return LedgerCase.names();
    }

    @Test
    void noCaseIsLost() {
        assertThat(names()).hasSizeGreaterThan(50);
    }

    private record Check(LedgerCase file, LedgerCase.Branch branch) {
        void run() {
            MrrLedger ledger = MrrLedger.of(file.book(branch), branch.policy());
            Valuation valuation = Valuation.closing(ledger);
            List<Row> rows =
                    Row.of(ledger, branch.span(), branch.policy().basis(), branch.cadence(), valuation, segments());
            if (branch.problem().isPresent()) {
                assertThat(valuation.problem().orElseThrow().kind().name())
                        .isEqualTo(branch.problem().get());
                assertThat(valuation.currency()).isEmpty();
                assertThat(valuation.problem().orElseThrow().text())
                        .contains(". Maybe ")
                        .endsWith(".");
                return;
            }
            // nothing at all is an empty ledger, which has no currency to report in
            assertThat(valuation
                            .problem()
                            .map(Valuation.Problem::kind)
                            .filter(k -> k != Valuation.ProblemKind.NO_CURRENCY))
                    .isEmpty();
            rows.forEach(row -> assertThat(row.opening() + row.moved()).isEqualTo(row.closing()));
            List<LedgerCase.Expected> expect = branch.expect();
            if (branch.by().isPresent()) {
                assertThat(rows.stream().map(r -> r.segment().orElseThrow()))
                        .hasSameElementsAs(expect.stream()
                                .map(LedgerCase.Expected::segment)
                                .collect(Collectors.toSet()));
                expect.stream()
                        .map(LedgerCase.Expected::segment)
                        .distinct()
                        .forEach(s -> follow(
                                rows,
                                row -> row.segment().orElseThrow().equals(s),
                                expect.stream()
                                        .filter(e -> e.segment().equals(s))
                                        .toList()));
            } else if (expect.stream().anyMatch(e -> !e.account().isEmpty())) {
                List<AccountId> accounts =
                        rows.stream().map(Row::account).distinct().toList();
                assertThat(accounts)
                        .extracting(AccountId::value)
                        .hasSameElementsAs(expect.stream()
                                .map(LedgerCase.Expected::account)
                                .collect(Collectors.toSet()));
                accounts.forEach(a -> follow(
                        rows,
                        row -> row.account().equals(a),
                        expect.stream()
                                .filter(e -> e.account().equals(a.value()))
                                .toList()));
            } else {
                follow(rows, row -> true, expect);
            }
            branch.items().forEach(item -> item(ledger, item));
        }

        private @Nullable Segments segments() {
            return branch.by()
                    .map(by -> (Segments) (account, item, before) -> {
                        assertThat(by).isEqualTo("product");
                        return item.product() == null ? "none" : item.product().value();
                    })
                    .orElse(null);
        }

        /** Period after period: what is listed happened, and nothing else did. */
        private void follow(List<Row> all, Predicate<Row> which, List<LedgerCase.Expected> expect) {
            long close = branch.open();
            int active = branch.activeAtOpening();
            List<LedgerCase.Expected> left = new ArrayList<>(expect);
            for (Span period : branch.cadence().cut(branch.span())) {
                List<Row> rows = all.stream()
                        .filter(r -> r.period().equals(period))
                        .filter(which)
                        .toList();
                Map<MovementKind, Long> amounts = new EnumMap<>(MovementKind.class);
                Map<MovementKind, Integer> counts = new EnumMap<>(MovementKind.class);
                for (Row row : rows) {
                    row.amounts().forEach((kind, amount) -> amounts.merge(kind, amount, Long::sum));
                    row.counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
                }
                assertThat(rows.stream().mapToLong(Row::opening).sum())
                        .as("%s opens", period)
                        .isEqualTo(close);
                List<LedgerCase.Expected> now =
                        left.stream().filter(e -> e.period().equals(period)).toList();
                left.removeAll(now);
                assertThat(now).as("rows of %s", period).hasSizeLessThan(2);
                assertThat(rows.stream().mapToInt(Row::unitsAtOpening).sum())
                        .as("%s active at opening", period)
                        .isEqualTo(now.stream()
                                .flatMap(e -> e.activeAtOpening().stream())
                                .findFirst()
                                .orElse(active));
                if (now.isEmpty()) {
                    assertThat(amounts).as("movements of %s", period).isEmpty();
                } else {
                    LedgerCase.Expected expected = now.get(0);
                    assertThat(amounts).as("movements of %s", period).isEqualTo(expected.amounts());
                    assertThat(counts).as("how many in %s", period).containsAllEntriesOf(expected.counts());
                    close = expected.close();
                    active = expected.active();
                }
                assertThat(rows.stream().mapToLong(Row::closing).sum())
                        .as("%s closes", period)
                        .isEqualTo(close);
                assertThat(rows.stream().mapToInt(Row::unitsAtClosing).sum())
                        .as("%s active at close", period)
                        .isEqualTo(active);
                assertThat(rows)
                        .filteredOn(row -> branch.policy().grain() == Grain.ACCOUNT || !row.merged())
                        .allSatisfy(row -> assertThat(row.unitsAtOpening() + row.came() + row.cameFromSegments())
                                .isEqualTo(row.unitsAtClosing()));
            }
            assertThat(left).as("periods that are not in the span").isEmpty();
        }

        private void item(MrrLedger ledger, LedgerCase.ItemWorth item) {
            Map<ItemId, RunRate> worth = ledger.states(
                    new AccountId(item.account()),
                    item.before().start(branch.policy().zone()));
            assertThat(worth.entrySet().stream()
                            .filter(e -> e.getKey().value().equals(item.item()))
                            .map(e -> e.getValue().microsPerYear()))
                    .as(item.item())
                    .containsExactly(BigInteger.valueOf(item.micros()));
        }
    }
}
