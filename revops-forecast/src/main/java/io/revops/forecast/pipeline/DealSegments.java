package io.revops.forecast.pipeline;

import java.util.List;
import java.util.Objects;

/**
 * What deals are told apart by: their type, and attributes of a host's choice. How much a segment differs is learnt, and shrunk to
 * nothing where it does not; more than a dozen segments are the most frequent ones and the rest.
 *
 * @param attributes names of attributes, in order
 */
public record DealSegments(List<String> attributes) {
    public DealSegments {
        attributes = List.copyOf(attributes);
    }

    /** By their type alone. */
    public static DealSegments byType() {
        return new DealSegments(List.of());
    }

    /** By their type and attributes. */
    public static DealSegments by(String attribute, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of(attribute));
        all.addAll(List.of(more));
        return new DealSegments(all);
    }

    /** The segment of a deal: {@code NEW}, {@code NEW, region EMEA}. */
    public String of(DealPath deal) {
        Objects.requireNonNull(deal, "deal");
        StringBuilder name = new StringBuilder(deal.type().map(Enum::name).orElse("no type"));
        for (String attribute : attributes) {
            name.append(", ")
                    .append(attribute)
                    .append(' ')
                    .append(deal.attributes().getOrDefault(attribute, "none"));
        }
        return name.toString();
    }
}
