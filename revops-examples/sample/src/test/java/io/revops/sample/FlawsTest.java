package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's list of wrong rows is held against the lines it names. */
class FlawsTest {
    private static final Path DATA = ExportFiles.CHECKED_IN;

    @Test
    void eachLineNamedInTheReadmeIsWrongInTheWayItSays() throws IOException {
        Map<String, String> lineByFault = new HashMap<>();
        for (String row : Files.readAllLines(DATA.resolve("README.md"))) {
            String[] cells = row.split(" \\| |\\| | \\|");
            if (cells.length == 5 && cells[2].matches("\\d+")) {
                lineByFault.put(
                        cells[3], Files.readAllLines(DATA.resolve(cells[1])).get(Integer.parseInt(cells[2]) - 1));
            }
        }
        assertThat(lineByFault).hasSize(14);
        lineByFault.forEach((fault, line) -> assertThat(line).as(fault).matches(text -> shows(fault, text)));
    }

    @Test
    void theRepeatedRowsAreExactCopies() throws IOException {
        for (String name : List.of("salesforce/Opportunity.csv", "stripe/events.jsonl")) {
            List<String> lines = Files.readAllLines(DATA.resolve(name));
            assertThat(lines.size() - lines.stream().distinct().count())
                    .as(name)
                    .isEqualTo(1);
        }
    }

    private static boolean shows(String fault, String line) {
        String word = fault.substring(0, StrictMath.min(8, fault.length()));
        return switch (word) {
            case "AccountI" -> line.contains("0015Y0000zzzzzzAAA");
            case "closed t" -> line.contains(",2022-12-25,") && line.contains(",2023-01-06T");
            case "Amount i" -> line.contains(",n/a,");
            case "CloseDat" -> line.contains(fault.contains("empty") ? ",,0,Omitted" : ",2024-02-30,");
            case "Currency" -> line.contains(",XQZ,");
            case "Opportun" -> line.contains("0065Y0000zzzzzzAAA");
            case "billing " -> line.startsWith("cus_zzNobody,");
            case "of sub_1" -> line.contains("sub_1zzUnknown") && line.contains("cus_zzUnknown");
            case "the line" -> !line.endsWith("}");
            case "ended_at" -> line.contains("\"status\":\"canceled\"");
            case "quantity" -> line.contains("\"quantity\":-4");
            case "the same" -> !line.isEmpty();
            default -> false;
        };
    }
}
