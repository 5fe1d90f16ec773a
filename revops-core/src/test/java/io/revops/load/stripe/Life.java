package io.revops.load.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A subscription that lives through events, written as Stripe writes it. */
final class Life {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode now;
    private final List<String> events = new ArrayList<>();

    private Life(ObjectNode now) {
        this.now = now;
    }

    /** An active subscription of cus_1 with five seats at 20 dollars a month (item si_1, price price_team, product prod_team). */
    static Life from(String start) {
        long at = seconds(start);
        ObjectNode sub = object("""
                {"id":"sub_1","object":"subscription","customer":"cus_1","status":"active","currency":"usd","trial_start":null,
                 "trial_end":null,"cancel_at":null,"cancel_at_period_end":false,"canceled_at":null,"ended_at":null,
                 "cancellation_details":{"reason":null,"feedback":null,"comment":null},"pause_collection":null,
                 "discounts":[],"items":{"object":"list","data":[],"has_more":false}}""");
        sub.put("created", at).put("start_date", at);
        return new Life(sub)
                .set(s -> item(s, "si_1", price("price_team", "prod_team", "2000"), "5"))
                .set(s -> period(s, start, day(start).plusMonths(1).toString()));
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long seconds(String time) {
        return Moment.parse(time).instant(ZoneOffset.UTC).getEpochSecond();
    }

    /** A moment as it comes out: an instant. */
    static Moment at(String time) {
        return Moment.of(Instant.ofEpochSecond(seconds(time)));
    }

    private static LocalDate day(String time) {
        return Moment.parse(time).date(ZoneOffset.UTC);
    }

    static String price(String id, String product, String cents) {
        return """
                {"id":"%s","object":"price","product":"%s","currency":"usd","type":"recurring","billing_scheme":"per_unit",
                 "unit_amount":%s,"unit_amount_decimal":"%s",
                 "recurring":{"interval":"month","interval_count":1,"usage_type":"licensed"}}""".formatted(id, product, cents, cents);
    }

    static void item(ObjectNode sub, String id, String price, String quantity) {
        ArrayNode items = (ArrayNode) sub.at("/items/data");
        items.add(object("{\"id\":\"%s\",\"object\":\"subscription_item\",\"quantity\":%s,\"price\":%s}"
                .formatted(id, quantity, price)));
    }

    static void remove(ObjectNode sub, int item) {
        ((ArrayNode) sub.at("/items/data")).remove(item);
    }

    static void quantity(ObjectNode sub, int quantity) {
        ((ObjectNode) sub.at("/items/data/0")).put("quantity", quantity);
    }

    static void period(ObjectNode sub, String from, String to) {
        sub.at("/items/data")
                .forEach(i -> ((ObjectNode) i)
                        .put("current_period_start", seconds(from))
                        .put("current_period_end", seconds(to)));
    }

    static void discount(ObjectNode sub, String id, String start, String coupon) {
        ((ArrayNode) sub.get("discounts"))
                .add(object(
                        "{\"id\":\"%s\",\"object\":\"discount\",\"start\":%d,\"end\":null,\"source\":{\"type\":\"coupon\",\"coupon\":%s}}"
                                .formatted(id, seconds(start), coupon)));
    }

    static String coupon(String id, String terms) {
        return "{\"id\":\"%s\",\"object\":\"coupon\",%s}".formatted(id, terms);
    }

    static void why(ObjectNode sub, String reason, String feedback) {
        ((ObjectNode) sub.get("cancellation_details")).put("reason", reason).put("feedback", feedback);
    }

    static void ended(ObjectNode sub, String time) {
        sub.put("status", "canceled").put("canceled_at", seconds(time)).put("ended_at", seconds(time));
    }

    /** Changes it, and no event tells. */
    Life set(Consumer<ObjectNode> change) {
        change.accept(now);
        return this;
    }

    Life created(String id) {
        return event(
                id,
                "created",
                Instant.ofEpochSecond(now.get("created").asLong()).toString(),
                s -> {});
    }

    Life updated(String id, String time, Consumer<ObjectNode> change) {
        return event(id, "updated", time, change);
    }

    /** Changes it, and an event tells what it was before. */
    Life event(String id, String type, String time, Consumer<ObjectNode> change) {
        ObjectNode before = now.deepCopy();
        change.accept(now);
        ObjectNode event = object("{\"object\":\"event\",\"data\":{}}");
        event.put("id", id).put("created", seconds(time)).put("type", "customer.subscription." + type);
        ObjectNode data = (ObjectNode) event.get("data");
        data.set("object", now.deepCopy());
        if (type.equals("updated")) {
            ObjectNode previous = data.putObject("previous_attributes");
            now.fieldNames().forEachRemaining(field -> {
                JsonNode was = before.path(field);
                if (!now.get(field).equals(was)) {
                    previous.set(field, was);
                }
            });
        }
        events.add(event.toString());
        return this;
    }

    /** The events, one per line. */
    List<String> events() {
        return events;
    }

    /** The subscription object as it is now. */
    String current() {
        return now.toString();
    }

    /** Writes the customer, the events and the subscription, unless it is left out. */
    Life write(Path folder) throws IOException {
        writeEvents(folder);
        Files.writeString(folder.resolve("subscriptions.json"), "[" + current() + "]");
        return this;
    }

    Life writeEvents(Path folder) throws IOException {
        Files.writeString(folder.resolve("customers.json"), "[{\"id\":\"cus_1\",\"object\":\"customer\"}]");
        Files.writeString(
                folder.resolve("products.json"),
                "[{\"id\":\"prod_team\",\"object\":\"product\"},{\"id\":\"prod_pro\",\"object\":\"product\"}]");
        Files.writeString(folder.resolve("events.jsonl"), String.join("\n", events));
        return this;
    }
}
