package io.revops.forecast.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What R, scikit-learn and scipy said of generated rows; each file names the command that made it. */
final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Oracle() {}

    static JsonNode read(String file) {
        try (InputStream in = Oracle.class.getResourceAsStream("oracle/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(JsonNode node, String name) {
        return node.required(name).doubleValue();
    }

    static double[] numbers(JsonNode node, String name) {
        return JSON.convertValue(node.required(name), double[].class);
    }

    static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }
}
