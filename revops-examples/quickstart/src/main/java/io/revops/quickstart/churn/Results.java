package io.revops.quickstart.churn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.Measures;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came out.
 *
 * @param rows how many were learnt from and measured on
 * @param events in how many of them it happened
 * @param folds as they were asked for
 * @param models each measured on rows it had not seen
 * @param chosen the name of the one to use
 * @param warnings what is wrong with the data, and what was refused
 */
record Results(int rows, int events, String folds, List<CrossValidation> models, String chosen, List<String> warnings) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** The measures by their names, means over the folds; empty where no fold has one. */
    private static Map<String, Optional<Double>> measures(CrossValidation model) {
        Map<String, Optional<Double>> measures = new LinkedHashMap<>();
        measures.put("auc", model.meanReading(Measures::auc));
        measures.put("averagePrecision", model.meanReading(Measures::averagePrecision));
        measures.put("logLoss", model.mean(Measures::logLoss));
        measures.put("brier", model.mean(Measures::brier));
        measures.put("ece", model.mean(Measures::ece));
        return measures;
    }

    /** One object; a measure that does not exist is null. */
    void json(PrintStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("rows", rows);
            json.writeNumberField("events", events);
            json.writeStringField("folds", folds);
            json.writeArrayFieldStart("models");
            for (CrossValidation model : models) {
                json.writeStartObject();
                json.writeStringField("name", model.name());
                for (Map.Entry<String, Optional<Double>> measure :
                        measures(model).entrySet()) {
                    if (measure.getValue().isPresent()) {
                        json.writeNumberField(
                                measure.getKey(), measure.getValue().get());
                    } else {
                        json.writeNullField(measure.getKey());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("chosen", chosen);
            json.writeArrayFieldStart("warnings");
            for (String warning : warnings) {
                json.writeString(warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print("\n");
    }

    /** A row for each model. */
    void table(PrintStream out) {
        out.print(rows + " rows, " + events + " events, folds " + folds + "\n\n");
        out.print(String.format(
                Locale.ROOT, "%-12s %8s %8s %8s %8s %8s\n", "model", "AUC", "AP", "log-loss", "Brier", "ECE"));
        for (CrossValidation model : models) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", model.name()));
            measures(model)
                    .values()
                    .forEach(v -> line.append(
                            v.map(m -> String.format(Locale.ROOT, " %8.4f", m)).orElse("        -")));
            out.print(line + "\n");
        }
        out.print("\nchosen: " + chosen + "\n");
        warnings.forEach(w -> out.print("warning: " + w + "\n"));
    }
}
