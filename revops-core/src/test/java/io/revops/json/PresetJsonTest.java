package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.ledger.Basis;
import io.revops.ledger.Pause;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.Reactivation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetJsonTest {
    @Test
    void everyPresetComesBackAsItWasWritten(@TempDir Path folder) {
        assertThat(PolicyPreset.all()).allSatisfy(preset -> {
            Path file = folder.resolve(preset.id() + ".json");
            PresetJson.write(preset, file);
            assertThat(PresetJson.read(file)).isEqualTo(preset);
            assertThat(PresetJson.read(file).policy()).isEqualTo(preset.policy());
            assertThat(PresetJson.text(PresetJson.read(file))).isEqualTo(PresetJson.text(preset));
        });
    }

    @Test
    void aPresetOfOnesOwnNeedsOnlyWhatDiffers() {
        PolicyPreset preset = PresetJson.parse("""
                {"id": "ours", "choices": [
                  {"option": "pause", "choice": "CHURN"},
                  {"option": "reactivation", "choice": "WITHIN 90", "source": "our handbook, page 3"},
                  {"option": "basis", "choice": "event"}
                ]}
                """);
        assertThat(preset.title()).isEqualTo("ours");
        assertThat(preset.policy().pause()).isEqualTo(Pause.CHURN);
        assertThat(preset.policy().reactivation()).isEqualTo(Reactivation.within(90));
        assertThat(preset.policy().basis()).isEqualTo(Basis.EVENT);
        assertThat(preset.choices().get(1).source()).isEqualTo("our handbook, page 3");
        assertThat(PresetJson.text(preset))
                .startsWith("{\n  \"schemaVersion\" : 1,\n  \"id\" : \"ours\",\n")
                .endsWith("}\n");
    }

    private static void refused(String json, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PresetJson.parse(json))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains(". Maybe "));
    }

    @Test
    void whatIsNoPresetSaysWhy() {
        refused("{", "no JSON");
        refused("{\"id\": \"a\", \"chioces\": []}", "(chioces)", "choices");
        refused("{\"choices\": []}", "(id)");
        refused("{\"id\": \"a\", \"choices\": [{\"option\": \"pause\"}]}", "(choice)");
        refused("{\"id\": \"a\", \"choices\": [{\"option\": \"pauze\", \"choice\": \"KEEP\"}]}", "(pauze)", "pause");
        refused("{\"id\": \"a\", \"choices\": [{\"option\": \"pause\", \"choice\": \"STOP\"}]}", "(STOP)", "CHURN");
        refused("{\"schemaVersion\": 2, \"id\": \"a\"}", "version 2");
        refused(
                "{\"id\": \"a\", \"choices\": [{\"option\": \"tax\", \"choice\": \"INCLUDE\"}]}",
                "tax INCLUDE",
                "source SUBSCRIPTION_STATE");
    }
}
