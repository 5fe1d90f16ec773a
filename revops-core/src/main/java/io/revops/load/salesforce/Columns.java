package io.revops.load.salesforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a file, found by their API names whether they are written so or in snake case. */
final class Columns {
    private final Map<String, String> standard = new HashMap<>();
    private final Map<String, String> custom = new LinkedHashMap<>();

    Columns(List<String> written) {
        for (String column : written) {
            Optional<String> attribute = attribute(column);
            if (attribute.isPresent()) {
                custom.put(column, attribute.get());
            } else {
                standard.putIfAbsent(key(column), column);
            }
        }
    }

    /** The name of an attribute that a custom field is: in lower case, without {@code __c}. */
    static Optional<String> attribute(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        for (String ending : List.of("__c", "_c")) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return Optional.of(lower.substring(0, lower.length() - ending.length()));
            }
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return standard.isEmpty() && custom.isEmpty();
    }

    boolean has(String apiName) {
        return standard.containsKey(key(apiName));
    }

    /** How a column is written here; if it is not here, its API name. */
    String written(String apiName) {
        return standard.getOrDefault(key(apiName), apiName);
    }

    List<String> written(List<String> apiNames) {
        List<String> all = new ArrayList<>();
        apiNames.forEach(name -> all.add(written(name)));
        return all;
    }

    /** The columns of custom fields as they are written, each with the name of its attribute. */
    Map<String, String> custom() {
        return custom;
    }

    Set<String> attributes() {
        return new TreeSet<>(custom.values());
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
