package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.revenue.RateCell;
import io.revops.forecast.revenue.RenewalRates;
import io.revops.forecast.revenue.Tenure;
import java.util.Optional;

/**
 * The base rates of renewals as JSON.
 *
 * <p>Keys: {@code formatVersion} (1), {@code model} ({@code renewal_rates}), {@code cells} ({@code segment}, empty for all;
 * {@code tenure} if the cell is one of a tenure: {@code first}, {@code second}, {@code later}; {@code renewed}, {@code due} and
 * {@code probability}), {@code uplift} and {@code provenance} as in {@link ModelJson}. Keys are only ever added within a format
 * version.
 */
public final class RenewalJson {
    private static final String RENEWAL_RATES = "renewal_rates";

    private RenewalJson() {}

    /** The rates as one line of text. */
    public static String text(RenewalRates rates) {
        ObjectNode node = Tree.object().put("formatVersion", rates.version()).put("model", RENEWAL_RATES);
        ArrayNode cells = node.putArray("cells");
        for (RateCell cell : rates.cells()) {
            ObjectNode each = cells.addObject().put("segment", cell.segment());
            cell.tenure().ifPresent(tenure -> each.put("tenure", Values.word(tenure)));
            each.put("renewed", cell.renewed()).put("due", cell.due()).put("probability", cell.probability());
        }
        node.put("uplift", rates.uplift());
        node.set("provenance", Values.of(rates.provenance()));
        return Tree.text(node);
    }

    /**
     * The rates in a text, bit for bit those that were written.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static RenewalRates rates(String json) {
        Tree tree = Tree.read(json, RenewalRates.VERSION);
        String model = tree.string("model");
        if (!model.equals(RENEWAL_RATES)) {
            throw new IllegalArgumentException("The model is a " + model + " and not " + RENEWAL_RATES
                    + ". Maybe read it with the method of its name.");
        }
        return new RenewalRates(
                tree.integer("formatVersion"),
                tree.children("cells").stream().map(RenewalJson::cell).toList(),
                tree.number("uplift"),
                Values.provenance(tree.child("provenance")));
    }

    private static RateCell cell(Tree tree) {
        return new RateCell(
                tree.string("segment"),
                tree.has("tenure") ? Optional.of(tree.word("tenure", Tenure.class)) : Optional.empty(),
                tree.count("renewed"),
                tree.count("due"),
                tree.number("probability"));
    }
}
