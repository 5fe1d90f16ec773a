package io.revops.load.hubspot;

import io.revops.load.export.ExportFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that are read, and the columns that each must have, of each any one name. */
enum HubFile {
    COMPANY("company", "compan", List.of(List.of("id", "company_id", "hs_object_id", "record_id"))),
    CONTACT("contact", "contact", List.of(List.of("id", "contact_id", "hs_object_id", "record_id"))),
    CONTACT_COMPANY("contact_company", "", List.of(List.of("contact_id"), List.of("company_id"))),
    DEAL(
            "deal",
            "deal",
            List.of(
                    List.of("deal_id", "id", "hs_object_id", "record_id"),
                    List.of("deal_pipeline_stage_id", "dealstage", "deal_stage"),
                    List.of("createdate", "create_date"))),
    DEAL_COMPANY("deal_company", "", List.of(List.of("deal_id"), List.of("company_id"))),
    DEAL_PIPELINE("deal_pipeline", "", List.of(List.of("pipeline_id"), List.of("label"))),
    DEAL_PIPELINE_STAGE("deal_pipeline_stage", "", List.of(List.of("stage_id"), List.of("label"))),
    DEAL_PROPERTY_HISTORY(
            "deal_property_history",
            "",
            List.of(List.of("deal_id"), List.of("name"), List.of("value"), List.of("timestamp"))),
    DEAL_STAGE(
            "deal_stage", "", List.of(List.of("deal_id"), List.of("value"), List.of("date_entered", "_fivetran_start"))),
    OWNER("owner", "owner", List.of(List.of("owner_id", "id")));

    private final String table;
    private final String word;
    private final List<List<String>> required;

    HubFile(String table, String word, List<List<String>> required) {
        this.table = table;
        this.word = word;
        this.required = required;
    }

    /** Which a file is by its name: that of a table, in singular or plural, or, of the CRM's own export, with the word in it. */
    static Optional<HubFile> of(Path file) {
        String name = ExportFolder.lower(file);
        if (!name.endsWith(".csv")) {
            return Optional.empty();
        }
        String stem = name.substring(0, name.length() - 4);
        Optional<HubFile> exact = Arrays.stream(values())
                .filter(f -> f.table.equals(stem) || (f.table + "s").equals(stem))
                .findFirst();
        if (exact.isPresent() || !stem.contains("export")) {
            return exact.isPresent() || !stem.equals("companies") ? exact : Optional.of(COMPANY);
        }
        return Arrays.stream(values())
                .filter(f -> !f.word.isEmpty() && stem.contains(f.word))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(f -> f.table + ".csv").toList();
    }

    List<List<String>> required() {
        return required;
    }
}
