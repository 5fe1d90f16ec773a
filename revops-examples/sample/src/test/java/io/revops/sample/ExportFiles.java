package io.revops.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the exports back without any help of the code that wrote them. */
final class ExportFiles {
    /** The checked-in company; tests run in the module's folder. */
    static final Path CHECKED_IN = Path.of("data");

    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    ExportFiles(Path folder) {
        this.folder = folder;
    }

    /** The objects of a list object or a bare array. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String name) throws IOException {
        Object tree = parse(Files.readString(folder.resolve(name)));
        Object list = tree instanceof Map<?, ?> object ? object.get("data") : tree;
        return (List<Map<String, Object>>) list;
    }

    /** The events that can be read; a line that cannot is left out. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> events() throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("stripe/events.jsonl"))) {
            try {
                events.add((Map<String, Object>) parse(line));
            } catch (JsonProcessingException cutOff) {
                assert !line.endsWith("}");
            }
        }
        return events;
    }

    List<Map<String, String>> rows(String name) throws IOException {
        List<List<String>> cells = cells(Files.readString(folder.resolve(name)));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : cells.subList(1, cells.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(cells.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> subscription) {
        return (List<Map<String, Object>>) member(subscription, "items").get("data");
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                rows.get(rows.size() - 1).add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new ArrayList<>());
                }
            } else {
                cell.append(c);
            }
        }
        return rows.subList(0, rows.size() - 1);
    }

    private static Object parse(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
