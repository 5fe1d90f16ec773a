package io.revops.forecast.learn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Learning from a flat table knows no revenue: neither its facts nor the methods that build features of them. */
class LearnRoomTest {
    @Test
    void itKnowsNoFactsAndNoSibling() throws URISyntaxException {
        JavaClasses forecast = new ClassFileImporter()
                .importPath(Path.of(DataSet.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(forecast).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("io.revops.forecast.learn..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.revops.money..",
                        "io.revops.book..",
                        "io.revops.ledger..",
                        "io.revops.forecast.series..",
                        "io.revops.forecast.churn..",
                        "io.revops.forecast.pipeline..",
                        "io.revops.forecast.json..",
                        "io.revops.forecast.report..")
                .check(forecast);
    }
}
