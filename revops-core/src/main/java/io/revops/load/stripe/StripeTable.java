package io.revops.load.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.load.export.ExportFolder;
import io.revops.load.export.ObjectFile;
import io.revops.load.export.Sheet;
import io.revops.load.export.SheetRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table in which a warehouse keeps one kind of object; a row is put back into the object that the API would return. */
enum StripeTable {
    CUSTOMER("customer", "customer", "id"),
    PRODUCT("product", "product", "id"),
    PRICE("price", "price", "id,currency"),
    PLAN("plan", "plan", "id,currency"),
    INVOICE("invoice", "invoice", "id,customer_id,currency"),
    INVOICE_LINE_ITEM("invoice_line_item", "line_item", "id,invoice_id,amount,currency"),
    CREDIT_NOTE("credit_note", "credit_note", "id,invoice_id,currency,created"),
    CREDIT_NOTE_LINE_ITEM("credit_note_line_item", "credit_note_line_item", "id,credit_note_id,amount"),
    CHARGE("charge", "charge", "id,amount,currency,created,status"),
    REFUND("refund", "refund", "id,charge_id,amount,currency,created"),
    DISPUTE("dispute", "dispute", "id,charge_id,amount,currency,created");

    /** What the warehouse makes of an object within an object: its columns begin with its name. */
    private static final List<String> NESTED =
            List.of("status_transitions", "address", "recurring", "transform_quantity", "transform_usage", "period");

    private final String table;
    private final String kind;
    private final String required;

    StripeTable(String table, String kind, String required) {
        this.table = table;
        this.kind = kind;
        this.required = required;
    }

    /** Which a file is by its name. */
    static Optional<StripeTable> of(Path file) {
        String name = ExportFolder.lower(file);
        return Arrays.stream(values())
                .filter(t -> name.equals(t.table + ".csv") || name.equals(t.table + "s.csv"))
                .findFirst();
    }

    List<List<String>> required() {
        return Sheet.columns(required);
    }

    ObjectNode object(SheetRow row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("object", kind);
        for (String column : row.columns()) {
            row.text(column).ifPresent(text -> put(object, column, text));
        }
        if (row.isDeleted()) {
            object.put("deleted", true);
        }
        return object;
    }

    private void put(ObjectNode object, String column, String text) {
        if (column.equals("metadata")) {
            ObjectFile.inCell(text).ifPresent(metadata -> object.set("metadata", metadata));
            return;
        }
        for (String prefix : NESTED) {
            boolean isField = this == INVOICE && prefix.equals("period");
            if (column.startsWith(prefix + "_") && !isField) {
                JsonNode within = object.path(prefix);
                ObjectNode holder = within instanceof ObjectNode known ? known : object.putObject(prefix);
                holder.put(column.substring(prefix.length() + 1), text);
                return;
            }
        }
        boolean reference = column.endsWith("_id") && column.length() > 3;
        object.put(reference ? column.substring(0, column.length() - 3) : column, text);
    }
}
