package io.revops.load.zendesk;

import io.revops.load.export.ExportFolder;
import io.revops.load.export.Sheet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that are read, and the columns that each must have, of each any one name. */
enum DeskFile {
    ORGANIZATION("organization", "id"),
    USER("user", "id"),
    TICKET("ticket", "id,created_at,status"),
    TICKET_FIELD_HISTORY("ticket_field_history", "ticket_id,field_name,value,updated"),
    TICKET_COMMENT("ticket_comment", "ticket_id,created|created_at,user_id|author_id");

    private final String table;
    private final String required;

    DeskFile(String table, String required) {
        this.table = table;
        this.required = required;
    }

    /** Which a file is by its name, in any case, in singular or plural. */
    static Optional<DeskFile> of(Path file) {
        String name = ExportFolder.lower(file);
        return Arrays.stream(values())
                .filter(f -> name.equals(f.table + ".csv") || name.equals(f.table + "s.csv"))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(f -> f.table + ".csv").toList();
    }

    List<List<String>> required() {
        return Sheet.columns(required);
    }
}
