package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.plan.Attrition;
import io.revops.forecast.plan.Hires;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.plan.Seasonality;
import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** What quotas, capacity and hires share, as JSON. Amounts are text in one currency of the document. */
final class PlanValues {
    private PlanValues() {}

    static ObjectNode start(String document, int version, Currency currency) {
        return start(document, version).put("currency", currency.getCurrencyCode());
    }

    static ObjectNode start(String document, int version) {
        return Tree.object().put("schemaVersion", version).put("document", document);
    }

    static Currency currency(Tree tree) {
        return Money.of(0, tree.string("currency")).currency();
    }

    static String text(Money amount) {
        return amount.amount().toPlainString();
    }

    static Money money(Tree tree, String name, Currency currency) {
        return Money.of(tree.exact(name), currency);
    }

    static ArrayNode moneys(List<Money> amounts) {
        ArrayNode array = Tree.array();
        amounts.forEach(a -> array.add(text(a)));
        return array;
    }

    static List<Money> moneys(Tree tree, String name, Currency currency) {
        return tree.exacts(name).stream().map(a -> Money.of(a, currency)).toList();
    }

    static ArrayNode of(Seasonality seasonality) {
        return doubles(seasonality.weights());
    }

    static Seasonality seasonality(Tree tree) {
        return new Seasonality(boxed(tree, "seasonality"));
    }

    static ArrayNode of(RampCurve curve) {
        return doubles(curve.shares());
    }

    static RampCurve rampCurve(Tree tree) {
        return new RampCurve(boxed(tree, "rampCurve"));
    }

    private static ArrayNode doubles(List<Double> values) {
        return Tree.numbers(values.stream().mapToDouble(v -> v).toArray());
    }

    private static List<Double> boxed(Tree tree, String name) {
        return Arrays.stream(tree.numbers(name)).boxed().toList();
    }

    static ObjectNode of(Attrition attrition) {
        return Tree.object().put("perYear", attrition.perYear()).put("leavers", Values.word(attrition.leavers()));
    }

    static Attrition attrition(Tree tree) {
        return new Attrition(tree.number("perYear"), tree.word("leavers", Attrition.Leavers.class));
    }

    static ArrayNode hires(List<Hires> hires) {
        ArrayNode array = Tree.array();
        hires.forEach(h -> array.addObject().put("month", h.month()).put("reps", h.reps()));
        return array;
    }

    static List<Hires> hires(Tree tree, String name) {
        List<Hires> hires = new ArrayList<>();
        tree.children(name).forEach(h -> hires.add(new Hires(h.integer("month"), h.number("reps"))));
        return hires;
    }
}
