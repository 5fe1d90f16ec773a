package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.page.HtmlReport;
import io.revops.time.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Territories in the report: loads tie, pictures draw the tables, every move is there. */
class TerritorySectionTest {
    @TempDir
    Path folder;

    private static TerritoryAccount account(String id, double potential, double north) {
        return TerritoryAccount.of(id).with("potential", potential).withPlace(Place.of(north, 10));
    }

    @Test
    void balanceMovesAndMapsAreLaidOut() throws IOException {
        Territories drawn = TerritoryPlanner.of("potential")
                .with(Travel.BY_PLACE)
                .draw(
                        List.of(account("a", 10, 53), account("b", 10, 53.1), account("c", 20, 48)),
                        List.of(
                                TerritoryRep.of("Ana").withHome(Place.of(53, 10)),
                                TerritoryRep.of("Ben").withHome(Place.of(48, 10))),
                        Map.of("a", "Ana", "b", "Ben", "c", "Ben"))
                .orElseThrow();
        Section section = TerritorySection.of(drawn);
        assertThat(section.tables())
                .extracting(Table::id)
                .containsExactly(
                        "territories.fairness",
                        "territories.balance.potential",
                        "territories.moves",
                        "territories.map.Ana",
                        "territories.map.Ben");
        Table balance = section.tables().get(1);
        for (String column : List.of("load.before", "load", "fair")) {
            assertThat(balance.rows().stream()
                            .map(row -> Objects.requireNonNull(
                                    row.get(balance.column(column)).exact()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("40");
        }
        assertThat(balance.rows())
                .extracting(r -> r.get(balance.column("before")).printed())
                .containsExactly("50.0", "150.0");
        assertThat(balance.rows())
                .extracting(r -> r.get(balance.column("after")).printed())
                .containsExactly("100.0", "100.0");
        assertThat(section.tables().get(2).rows()).singleElement().satisfies(r -> {
            assertThat(r.get(0).printed()).isEqualTo("b");
            assertThat(r.get(3).printed()).isEqualTo("balance");
            assertThat(r.get(4).printed())
                    .contains("left with Ben, all others as drawn, Ben would have 150.0 % of the fair potential");
        });
        Path page = folder.resolve("territories.html");
        HtmlReport.write(new Report("Territories", Span.year(2026), List.of(section)), page);
        assertThat(Files.readString(page))
                .contains("<svg", "Where the accounts of Ana are")
                .doesNotContain("<script");
    }

    @Test
    void withoutPlacesThereIsNoMap() {
        Territories drawn = TerritoryPlanner.of("potential")
                .draw(
                        List.of(account("a", 10, 53), account("b", 0, 53)),
                        List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben")))
                .orElseThrow();
        Section section = TerritorySection.of(drawn);
        assertThat(section.tables()).hasSize(3);
        assertThat(section.tables().get(0).rows().get(1).get(2).printed()).isEqualTo("-");
        assertThat(section.tables().get(2).notes()).containsExactly("None.");
    }
}
