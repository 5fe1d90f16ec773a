package io.revops.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a mapping, before any sheet is read. */
final class MappingCheck {
    /** The name under which the outcomes of stages are kept. */
    static final String STAGES = "stages";

    /** Choices that every system words in its own way. */
    private static final Set<String> WORDED = Set.of("type", "kind", "outcome", "status");

    private static final Set<String> ENDS = Set.of("end_date", "service_to");

    private final Mapping mapping;
    private final MappedKind kind;
    private final Set<String> filled = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private MappingCheck(Mapping mapping, MappedKind kind) {
        this.mapping = mapping;
        this.kind = kind;
        filled.addAll(mapping.columns().values());
        filled.addAll(mapping.joined().keySet());
    }

    /** Whether a field is the end of something, and may be its last day. */
    static boolean isEnd(String field) {
        return ENDS.contains(field);
    }

    /** Each a sentence, and a way out of it. */
    static List<String> problems(Mapping mapping) {
        Optional<MappedKind> kind = MappedKind.named(mapping.kind());
        if (kind.isEmpty()) {
            return List.of("There is no kind of rows " + Nearest.maybe(mapping.kind(), MappedKind.names()));
        }
        MappingCheck check = new MappingCheck(mapping, kind.get());
        check.fields();
        if (check.problems.isEmpty()) {
            check.required();
            check.amounts();
            check.dates();
            check.words();
            check.history();
            check.marks();
        }
        return check.problems;
    }

    private void fields() {
        known(mapping.columns().values());
        known(mapping.joined().keySet());
        known(mapping.fixed().keySet());
        known(mapping.allValues().keySet().stream()
                .filter(f -> !f.equals(STAGES))
                .toList());
        for (String field : mapping.fixed().keySet()) {
            if (filled.contains(field)) {
                problems.add("The field " + field + " is both fixed and in a column. Maybe take one of the two out.");
            }
        }
        for (String field : mapping.joined().keySet()) {
            if (mapping.columns().containsValue(field)) {
                problems.add("The field " + field + " is both joined and in a column. Maybe take one of the two out.");
            } else if (kind.type(field).filter(t -> t != CellType.TEXT).isPresent()) {
                problems.add("The field " + field + " is no text, and cannot be joined. Maybe map one column to it.");
            }
        }
    }

    private void known(Collection<String> fields) {
        for (String field : fields) {
            if (kind.type(field).isEmpty()) {
                problems.add("There is no field in " + kind.name() + " " + Nearest.maybe(field, kind.known()));
            }
        }
    }

    private void required() {
        List<String> missing = new ArrayList<>(kind.required());
        missing.removeIf(f -> filled.contains(f)
                || mapping.fixed().containsKey(f)
                || (kind.type(f).orElseThrow() == CellType.CURRENCY
                        && mapping.currency().isPresent())
                || (f.equals("end_date") && mapping.lasts().isPresent()));
        if (!missing.isEmpty()) {
            problems.add("No column is mapped to " + missing + ", which " + kind.name()
                    + " must have. Maybe a fixed value, or joined columns, stand in for one.");
        }
        if (kind.name().equals(MappedKind.PERIODS)
                && !filled.contains(Phase.MONTHLY)
                && !filled.contains(Phase.YEARLY)) {
            problems.add("No column is mapped to an amount. Maybe map one to " + Phase.MONTHLY + " or " + Phase.YEARLY
                    + ".");
        }
    }

    private void amounts() {
        List<String> amounts = filled.stream()
                .filter(f -> kind.type(f).orElseThrow() == CellType.AMOUNT)
                .toList();
        if (amounts.isEmpty()) {
            return;
        }
        if (mapping.unit().isEmpty()) {
            problems.add("The amounts " + amounts + " have no unit. Maybe \"unit\": \"major\" (19.99 dollars), or"
                    + " \"minor\" (1999 cents).");
        }
        for (String amount : amounts) {
            String field = kind.currencyOf(amount);
            boolean named = filled.contains(field)
                    || filled.contains("currency")
                    || mapping.fixed().containsKey(field)
                    || mapping.fixed().containsKey("currency");
            if (!named && mapping.currency().isEmpty()) {
                problems.add("The amount " + amount + " has no currency. Maybe \"currency\": \"USD\", or a column for "
                        + field + ".");
            }
        }
    }

    private void dates() {
        new SheetDates(mapping.dates(), mapping.zone().orElse(null));
        List<String> ends = filled.stream().filter(ENDS::contains).toList();
        if (!ends.isEmpty() && mapping.end().isEmpty()) {
            problems.add("It is not said what " + ends + " means. Maybe \"end\": \"inclusive\" (the last day), or"
                    + " \"exclusive\" (the day after).");
        }
        Optional<String> local =
                mapping.dates().stream().filter(SheetDates::needsZone).findFirst();
        if (local.isPresent() && mapping.zone().isEmpty()) {
            problems.add("The pattern " + local.get() + " has a time and no offset, and there is no zone. Maybe"
                    + " \"zone\": \"Europe/Berlin\", or \"UTC\".");
        }
    }

    private void words() {
        if (filled.contains("stage")
                && !filled.contains("outcome")
                && mapping.values(STAGES).isEmpty()) {
            problems.add(
                    "The stages have no meaning. Maybe \"stages\": {\"Closed Won\": \"won\", \"Closed Lost\": \"lost\","
                            + " \"*\": \"open\"}.");
        }
        mapping.values(STAGES).forEach((text, outcome) -> {
            if (!List.of("won", "lost", "open").contains(outcome)) {
                problems.add("The stage (" + text + ") cannot mean (" + outcome + "). Maybe one of [won, lost, open].");
            }
        });
        for (String field : filled) {
            if (WORDED.contains(field)
                    && isWorded(field)
                    && mapping.values(field).isEmpty()) {
                String key = field.equals("type") || field.equals("kind") ? "types" : "statuses";
                problems.add("The texts of " + field + " have no meaning. Maybe \"" + key
                        + "\": {\"theirs\": \"ours\"}, or {\"*\": \"*\"} if they are written as here.");
            }
        }
    }

    private boolean isWorded(String field) {
        return kind.type(field).orElseThrow() == CellType.CHOICE || field.equals("status");
    }

    private void history() {
        if (mapping.history().isEmpty()) {
            return;
        }
        Optional<Kind> part = kind.history();
        if (part.isEmpty()) {
            problems.add("A sheet of " + kind.name()
                    + " has no history. Maybe its kind is one of [opportunities, leads," + " tickets].");
            return;
        }
        Map<String, String> stages = mapping.values(STAGES);
        mapping.history().forEach((column, changes) -> {
            changes.keySet().stream()
                    .filter(f -> !part.get().knows(f))
                    .forEach(f -> problems.add("In the history column " + column + " there is no field "
                            + Nearest.maybe(f, part.get().known())));
            String stage = changes.get("stage");
            boolean unknown = stage != null
                    && !changes.containsKey("outcome")
                    && !stages.containsKey(stage.strip().toLowerCase(Locale.ROOT))
                    && !stages.containsKey(Mapping.ANY);
            if (unknown) {
                problems.add("The stage (" + stage + ") of the history column " + column
                        + " has no meaning. Maybe add it to the stages, or an outcome beside it.");
            }
        });
    }

    private void marks() {
        char decimal = mapping.marks().decimal();
        Character thousands = mapping.marks().thousands();
        if (decimal != '.' && decimal != ',') {
            problems.add("The decimal mark is (" + decimal + "). Maybe a point or a comma.");
        }
        if (thousands != null && (thousands == decimal || ".,' _".indexOf(thousands) < 0)) {
            problems.add("The thousands mark is (" + thousands + "), beside the decimal mark (" + decimal
                    + "). Maybe a point, a comma, a blank or an apostrophe, and another than the decimal mark.");
        }
    }
}
