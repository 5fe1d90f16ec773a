package io.revops.report;

import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.ledger.Basis;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import org.junit.jupiter.api.Test;

class PolicySectionTest {
    @Test
    void everyConventionHasARow() {
        RevenuePolicy policy = RevenuePolicy.standard().with(Basis.EVENT).with(ReportingCurrency.of("EUR"));
        Section section = PolicySection.of(policy);
        assertThat(section.text()).containsExactly(policy.toString());
        assertThat(printed(section.tables().get(0)))
                .hasSameSizeAs(policy.conventions())
                .startsWith(
                        "basis | event, one movement an instant", "reporting zone | UTC", "reporting currency | EUR");
    }
}
