package io.revops.load.chargebee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.load.AmountUnit;
import io.revops.load.export.ObjectFile;
import io.revops.load.export.SheetRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a table, put back into the objects that the API would return.
 *
 * @param item the item it is a row of, if each item has a row; otherwise empty
 */
record FlatRow(ObjectNode subscription, ObjectNode customer, String item) {
    private static final Pattern BRACKETS = Pattern.compile("(\\w+)\\[(\\w+)](?:\\[(\\d+)])?");
    private static final Pattern INDEX_BETWEEN = Pattern.compile("(\\w+)\\.(\\d+)\\.(\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\.(\\w+)\\.(\\d{1,6})");
    private static final Set<String> LISTS =
            Set.of("subscription_items", "addons", "discounts", "coupons", "item_tiers");
    /** A text under one of these names is no list, and no object. */
    private static final Set<String> NESTED =
            Set.of("subscription_items", "addons", "discounts", "item_tiers", "contract_term");

    private static final Set<String> OF_ITEM = Set.of(
            "item_price_id",
            "item_type",
            "quantity",
            "quantity_in_decimal",
            "unit_price",
            "unit_price_in_decimal",
            "amount",
            "amount_in_decimal",
            "free_quantity",
            "metered_quantity");
    private static final Set<String> MONEY =
            Set.of("unit_price", "amount", "plan_unit_price", "plan_amount", "price", "discount_amount");

    /** One name for a column, however the export nests it: {@code field} or {@code list.field.0}. */
    static String name(String column) {
        String name = column;
        Matcher brackets = BRACKETS.matcher(name);
        if (brackets.matches()) {
            name = brackets.group(1) + "." + brackets.group(2)
                    + (brackets.group(3) == null ? "" : "." + brackets.group(3));
        }
        Matcher index = INDEX_BETWEEN.matcher(name);
        if (index.matches()) {
            name = index.group(1) + "." + index.group(3) + "." + index.group(2);
        }
        for (String prefix : List.of("subscription.", "subscriptions.")) {
            name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
        if (name.startsWith("customers.")) {
            name = "customer." + name.substring("customers.".length());
        }
        return switch (name) {
            case "subscription_id" -> "id";
            case "customer.id" -> "customer_id";
            default -> name;
        };
    }

    static FlatRow of(SheetRow row, AmountUnit unit) {
        ObjectNode subscription = JsonNodeFactory.instance.objectNode();
        ObjectNode customer = JsonNodeFactory.instance.objectNode();
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        Map<String, Map<Integer, ObjectNode>> lists = new TreeMap<>();
        for (String column : row.columns()) {
            row.text(column).ifPresent(text -> {
                Matcher element = ELEMENT.matcher(column);
                if (element.matches() && LISTS.contains(element.group(1))) {
                    put(
                            lists.computeIfAbsent(element.group(1), l -> new TreeMap<>())
                                    .computeIfAbsent(
                                            Integer.valueOf(element.group(3)),
                                            i -> JsonNodeFactory.instance.objectNode()),
                            element.group(2),
                            text,
                            unit);
                } else if (column.startsWith("customer.")) {
                    put(customer, column.substring("customer.".length()), text, unit);
                } else if (column.startsWith("contract_term.")) {
                    put(
                            subscription.withObject("/contract_term"),
                            column.substring("contract_term.".length()),
                            text,
                            unit);
                } else if (OF_ITEM.contains(column)) {
                    put(item, column, text, unit);
                } else if (column.equals("coupons") || column.equals("coupon_ids")) {
                    for (String id : text.split("[,;|]", -1)) {
                        if (!id.isBlank()) {
                            subscription.withArray("coupons").addObject().put("coupon_id", id.strip());
                        }
                    }
                } else if (!NESTED.contains(column)) {
                    put(subscription, column, text, unit);
                }
            });
        }
        lists.forEach((list, elements) -> elements.values().forEach(subscription.withArray(list)::add));
        String flat = item.path("item_price_id").asText();
        if (!flat.isEmpty()) {
            subscription.withArray("subscription_items").add(item);
        }
        customer.set("id", subscription.path("customer_id"));
        return new FlatRow(subscription, customer, flat);
    }

    private static void put(ObjectNode object, String field, String text, AmountUnit unit) {
        JsonNode nested = field.equals("meta_data") || field.equals("metadata")
                ? ObjectFile.inCell(text).map(JsonNode.class::cast).orElse(JsonNodeFactory.instance.textNode(text))
                : JsonNodeFactory.instance.textNode(text);
        boolean major = unit == AmountUnit.MAJOR && MONEY.contains(field);
        object.set(major ? field + "_in_decimal" : field, nested);
    }
}
