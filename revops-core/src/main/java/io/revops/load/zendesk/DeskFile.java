package io.revops.load.zendesk;

import io.revops.load.export.ExportFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that are read, and the columns that each must have, of each any one name. */
enum DeskFile {
    ORGANIZATION("organization", List.of(List.of("id"))),
    USER("user", List.of(List.of("id"))),
    TICKET("ticket", List.of(List.of("id"), List.of("created_at"), List.of("status"))),
    TICKET_FIELD_HISTORY(
            "ticket_field_history",
            List.of(List.of("ticket_id"), List.of("field_name"), List.of("value"), List.of("updated"))),
    TICKET_COMMENT(
            "ticket_comment", List.of(List.of("ticket_id"), List.of("created", "created_at"), List.of("user_id", "author_id")));

    private final String table;
    private final List<List<String>> required;

    DeskFile(String table, List<List<String>> required) {
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
        return required;
    }
}
