package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.ExchangeRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImprintTest {
    @Test
    void theVersionIsThatOfTheProject() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("revops.jsh"))) {
            at = at.getParent();
        }
        assertThat(Files.readString(at.resolve("pom.xml")))
                .contains("<artifactId>revops-parent</artifactId>\n  <version>" + Imprints.VERSION + "</version>");
    }

    @Test
    void theReportTellsItsPolicyAndHowMuchWentIn() {
        Imprint imprint = RevenueReport.of(SmallBook.view()).imprint();
        assertThat(imprint.library()).isEqualTo("revops " + Imprints.VERSION);
        assertThat(imprint.policy())
                .isEqualTo(String.join("; ", SmallBook.view().policy().conventions()));
        assertThat(imprint.data()).matches("18 facts and 0 exchange rates, SHA-256 [0-9a-f]{16}");
    }

    @Test
    void theSameFactsInAnyOrderHaveOneFingerprint() {
        List<Fact> facts = new ArrayList<>(SmallBook.builder().build().facts().toList());
        String first = Imprints.fingerprint(RevenueBook.builder().add(facts).build());
        Collections.shuffle(facts, new Random(7));
        assertThat(Imprints.fingerprint(RevenueBook.builder().add(facts).build()))
                .isEqualTo(first);
    }

    @Test
    void anotherNameOrRateIsAnotherFingerprint() {
        String first = Imprints.fingerprint(SmallBook.accounts("").build());
        assertThat(Imprints.fingerprint(SmallBook.accounts("!").build())).isNotEqualTo(first);
        RevenueBook rated = SmallBook.accounts("")
                .add(ExchangeRate.of(LocalDate.of(2024, 1, 1), "GBP", "USD", "1.25"))
                .build();
        assertThat(Imprints.fingerprint(rated)).isNotEqualTo(first);
    }

    @Test
    void aLedgerWithoutABookSaysSo() {
        MrrLedger ledger = MrrLedger.of(SmallBook.builder().build(), RevenuePolicy.standard());
        assertThat(Imprints.of(RevenueView.of(ledger, SmallBook.SPAN)).data()).isEqualTo("no book of facts");
    }
}
