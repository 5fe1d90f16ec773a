package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on presets says what the presets are. */
class PresetsDocTest {
    @Test
    void everyChoiceSourceAndLimitIsOnThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/presets.md"), StandardCharsets.UTF_8);
        StringBuilder expected = new StringBuilder();
        for (PolicyPreset preset : PolicyPreset.all()) {
            expected.append("\n## ")
                    .append(preset.id())
                    .append("\n\n")
                    .append(preset.title())
                    .append(preset.choices().isEmpty() ? ".\n" : ".\n\n| option | choice | source |\n|---|---|---|\n");
            for (PolicyPreset.Choice choice : preset.choices()) {
                expected.append("| ")
                        .append(choice.option().option())
                        .append(" | ")
                        .append(choice.option().code())
                        .append(" | ")
                        .append(choice.source())
                        .append(" |\n");
            }
            if (!preset.limits().isEmpty()) {
                expected.append('\n');
            }
            preset.limits().forEach(limit -> expected.append("- ").append(limit).append('\n'));
        }
        assertThat(page.substring(page.indexOf("\n## "))).isEqualTo(expected.toString());
    }
}
