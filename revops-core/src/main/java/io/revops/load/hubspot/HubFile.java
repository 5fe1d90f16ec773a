package io.revops.load.hubspot;

import io.revops.load.export.ExportFolder;
import io.revops.load.export.Sheet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that are read, and the columns that each must have, of each any one name. */
enum HubFile {
    COMPANY("company", "compan", "id|company_id|hs_object_id|record_id"),
    CONTACT("contact", "contact", "id|contact_id|hs_object_id|record_id"),
    CONTACT_COMPANY("contact_company", "", "contact_id,company_id"),
    DEAL(
            "deal",
            "deal",
            "deal_id|id|hs_object_id|record_id,deal_pipeline_stage_id|dealstage|deal_stage,createdate|create_date"),
    DEAL_COMPANY("deal_company", "", "deal_id,company_id"),
    DEAL_PIPELINE("deal_pipeline", "", "pipeline_id,label"),
    DEAL_PIPELINE_STAGE("deal_pipeline_stage", "", "stage_id,label"),
    DEAL_PROPERTY_HISTORY("deal_property_history", "", "deal_id,name,value,timestamp"),
    DEAL_STAGE("deal_stage", "", "deal_id,value,date_entered|_fivetran_start"),
    OWNER("owner", "owner", "owner_id|id");

    private final String table;
    private final String word;
    private final String required;

    HubFile(String table, String word, String required) {
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
        return Sheet.columns(required);
    }
}
