package io.revops.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rows of a sheet can become: a kind of row of the native form, or periods of subscriptions. */
final class MappedKind {
    static final String PERIODS = "periods";

    private static final List<Form.Column> OF_PERIODS = List.of(
            new Form.Column("subscription_id", true, CellType.TEXT),
            new Form.Column("customer_id", true, CellType.TEXT),
            new Form.Column("start_date", true, CellType.DAY),
            new Form.Column("end_date", false, CellType.DAY),
            new Form.Column(Phase.MONTHLY, false, CellType.AMOUNT),
            new Form.Column(Phase.YEARLY, false, CellType.AMOUNT),
            new Form.Column("plan", false, CellType.TEXT),
            new Form.Column("quantity", false, CellType.NUMBER),
            new Form.Column("currency", false, CellType.CURRENCY));

    private static final Map<String, String> HISTORIES = Map.of(
            "opportunities", "opportunity_changes",
            "leads", "lead_statuses",
            "tickets", "ticket_statuses");

    private final String name;
    private final @Nullable Kind kind;
    private final Map<String, Form.Column> columns = new LinkedHashMap<>();

    private MappedKind(String name, @Nullable Kind kind) {
        this.name = name;
        this.kind = kind;
        (kind == null ? OF_PERIODS : kind.columns()).forEach(c -> columns.put(c.name(), c));
    }

    /** The kind of a name; empty if there is none. */
    static Optional<MappedKind> named(String name) {
        return name.equals(PERIODS)
                ? Optional.of(new MappedKind(name, null))
                : NativeKinds.named(name).map(k -> new MappedKind(name, k));
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(NativeKinds.names());
        names.add(PERIODS);
        return names;
    }

    String name() {
        return name;
    }

    /** The kind of the native form; empty for periods. */
    Optional<Kind> ofNativeForm() {
        return Optional.ofNullable(kind);
    }

    /** The kind of the dated entries that a history becomes. */
    Optional<Kind> history() {
        return Optional.ofNullable(HISTORIES.get(name)).flatMap(NativeKinds::named);
    }

    /** Every field with a fixed name. */
    List<Form.Column> fields() {
        return List.copyOf(columns.values());
    }

    List<String> required() {
        return columns.values().stream()
                .filter(Form.Column::required)
                .map(Form.Column::name)
                .toList();
    }

    /** What a field holds; empty if there is no such field. */
    Optional<CellType> type(String field) {
        Form.Column column = columns.get(field);
        if (column != null) {
            return Optional.of(column.type());
        }
        boolean attribute = kind != null
                && kind.hasAttributes()
                && field.startsWith(AttributeColumns.PREFIX)
                && field.length() > AttributeColumns.PREFIX.length();
        return attribute ? Optional.of(CellType.TEXT) : Optional.empty();
    }

    /** The names of all fields, for a message. */
    List<String> known() {
        return kind == null ? List.copyOf(columns.keySet()) : kind.known();
    }

    /** The field with the currency of an amount. */
    String currencyOf(String amount) {
        if (amount.equals("list_unit_amount")) {
            return "list_currency";
        }
        String own = amount + "_currency";
        return columns.containsKey(own) ? own : "currency";
    }
}
