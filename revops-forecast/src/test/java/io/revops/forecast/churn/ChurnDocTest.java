package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of docs/churn.md, typed in order after the startup script; each text is what the code before it shows last. */
class ChurnDocTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);
    private static final List<String> IMPORTS = List.of(
            "io.revops.forecast.*",
            "io.revops.forecast.churn.*",
            "io.revops.forecast.learn.*",
            "io.revops.forecast.survival.*",
            "java.util.*");

    @Test
    void pageIsWhatTheCodeShows() throws IOException {
        String page = Files.readString(Path.of("../docs/churn.md"));
        String value = "";
        int shown = 0;
        try (Typed shell = Typed.afterStartup()) {
            IMPORTS.forEach(name -> shell.type("import " + name + ";"));
            shell.type("var book = RevenueBook.merge(Links.byMetadata(\"crm_account_id\"),"
                    + " StripeExport.read(stripe).orElseThrow(), SalesforceExport.read(crm).orElseThrow(),"
                    + " NativeForm.read(finance).orElseThrow());");
            shell.type("var view = RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of(\"USD\")),"
                    + " Span.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)));");
            for (Matcher block = BLOCK.matcher(page); block.find(); ) {
                if (block.group(1).equals("java")) {
                    value = shell.type(block.group(2));
                } else {
                    assertThat(value).isEqualTo(block.group(2).stripTrailing());
                    shown++;
                }
            }
        }
        assertThat(shown).isEqualTo(8);
    }
}
