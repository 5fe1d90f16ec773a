package io.revops.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mappings that come with the library, each a JSON file among its resources. */
final class ShippedMappings {
    static final List<String> NAMES = List.of(
            "salesforce-opportunity-report",
            "hubspot-deals",
            "pipedrive-deals",
            "sales-pipeline",
            "sales-accounts",
            "sales-products",
            "sales-teams",
            "subscriptions",
            "spend-by-month",
            "quotas-by-quarter");

    private ShippedMappings() {}

    static Mapping named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no mapping that comes with the library " + Nearest.maybe(name, NAMES));
        }
        try (InputStream in = ShippedMappings.class.getResourceAsStream("mappings/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The resource of the mapping " + name
                        + " is not there. Maybe the jar was repacked without its resources.");
            }
            return Mapping.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
