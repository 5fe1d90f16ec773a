package io.revops.load.chargebee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A subscription as the API writes it, to be changed field by field. */
final class Sub {
    private final ObjectNode node;

    private Sub(ObjectNode node) {
        this.node = node;
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three seats of 10 dollars a month since 15 January 2025. */
    static Sub of(String id) {
        Sub sub =
                new Sub((ObjectNode) json("{\"object\":\"subscription\",\"customer_id\":\"acme\",\"status\":\"active\","
                        + "\"currency_code\":\"USD\",\"started_at\":1736899200,\"billing_period\":1,"
                        + "\"billing_period_unit\":\"month\"}"));
        sub.node.put("id", id);
        return sub.item("seats", 3, 1000);
    }

    Sub item(String id, int quantity, long unitPrice) {
        node.putArray("subscription_items")
                .addObject()
                .put("item_price_id", id)
                .put("item_type", "plan")
                .put("quantity", quantity)
                .put("unit_price", unitPrice);
        return this;
    }

    Sub put(String field, Object value) {
        node.set(field, new ObjectMapper().valueToTree(value));
        return this;
    }

    Sub raw(String field, String json) {
        node.set(field, json(json));
        return this;
    }

    Sub without(String field) {
        node.remove(field);
        return this;
    }

    Sub change(Consumer<ObjectNode> change) {
        change.accept(node);
        return this;
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
