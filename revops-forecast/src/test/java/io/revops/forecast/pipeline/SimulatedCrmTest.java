package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.load.NativeForm;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.sample.CrmCompany;
import io.revops.sample.CrmTeam;
import io.revops.sample.CrmWorld;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCrmTest {
    @TempDir
    private Path folder;

    /** Else what is measured on a thousand simulated companies would not hold for one that is read from its exports. */
    @Test
    void theBookIsWhatTheReadersMakeOfTheExports() {
        CrmCompany company = CrmWorld.standard()
                .with(CrmTeam.standard().biased(0.3, 0.3))
                .during(LocalDate.of(2023, 1, 1), 1)
                .company(4);
        company.writeTo(folder);
        RevenueBook crm = SalesforceExport.read(folder.resolve("salesforce")).orElseThrow();
        RevenueBook finance = NativeForm.read(folder.resolve("finance")).orElseThrow();
        RevenueBook read = RevenueBook.merge(Links.byDomain(), crm, finance);

        RevenueBook made = SimulatedCrm.book(company);
        assertThat(read.opportunities()).hasSizeGreaterThan(500);
        assertThat(made.facts().count()).isEqualTo(read.facts().count());
        read.facts()
                .forEach(fact -> assertThat(made.find(fact.getClass(), fact.id()))
                        .hasValueSatisfying(same -> {
                            assertThat(same).hasToString(fact.toString());
                            assertThat(same).isEqualTo(fact);
                        }));
        assertThat(made.issues()).isEmpty();
        assertThat(read.issues()).isEmpty();
    }
}
