package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a deal on the day it is opened, as columns of numbers: one for each frequent value, and the size. */
public final class DealTraits {
    private static final String TYPE = "type";
    private static final String OWNER = "owner";
    private static final String SIZE = "log of the amount";

    /** So many values of a trait are told apart, each of at least as many deals. */
    private static final int MOST = 20;

    private static final int FEWEST = 10;

    private record Value(String trait, String value) {}

    private final List<Value> values;

    private DealTraits(List<Value> values) {
        this.values = List.copyOf(values);
    }

    static DealTraits of(List<DealPath> deals, List<String> attributes) {
        List<String> traits = new ArrayList<>(List.of(TYPE, OWNER));
        attributes.stream().map(a -> "attribute " + a).forEach(traits::add);
        List<Value> values = new ArrayList<>();
        for (String trait : traits) {
            Map<String, Integer> count = new TreeMap<>();
            deals.forEach(d -> trait(d, trait).ifPresent(v -> count.merge(v, 1, Integer::sum)));
            count.entrySet().stream()
                    .filter(e -> e.getValue() >= FEWEST && e.getValue() < deals.size())
                    .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(MOST)
                    .forEach(e -> values.add(new Value(trait, e.getKey())));
        }
        return new DealTraits(values);
    }

    private static Optional<String> trait(DealPath deal, String trait) {
        return switch (trait) {
            case TYPE -> deal.type().map(Enum::name);
            case OWNER -> deal.steps().get(0).owner();
            default -> Optional.ofNullable(deal.attributes().get(trait.substring("attribute ".length())));
        };
    }

    /** The columns, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        values.forEach(v -> names.add(v.trait() + " " + v.value()));
        names.add(SIZE);
        return List.copyOf(names);
    }

    /** The numbers of a deal, in the order of the columns; not a number where it had no amount. */
    double[] of(DealPath deal) {
        double[] row = new double[values.size() + 1];
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            row[i] = trait(deal, value.trait()).filter(value.value()::equals).isPresent() ? 1 : 0;
        }
        DealStep first = deal.steps().get(0);
        row[values.size()] = first.amountOrZero() > 0 ? StrictMath.log(first.amountOrZero()) : Double.NaN;
        return row;
    }
}
