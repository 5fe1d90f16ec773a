package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts, entries and lines of every kind with a value in every field, made by looking at their builders: a field that is added
 * tomorrow is filled tomorrow.
 */
public final class Filled {
    public static final List<Class<? extends Fact>> FACTS = List.of(
            Account.class,
            Contact.class,
            Product.class,
            Subscription.class,
            Opportunity.class,
            Lead.class,
            Campaign.class,
            Touch.class,
            Activity.class,
            Spend.class,
            Invoice.class,
            Payment.class,
            UsageEvent.class,
            SupportTicket.class,
            SurveyAnswer.class,
            Rep.class,
            Quota.class,
            AccountMerge.class);

    public static final List<Class<?>> PARTS = List.of(
            AttributeChange.class,
            ItemChange.class,
            Discount.class,
            Spell.class,
            Cancellation.class,
            Ending.class,
            OpportunityChange.class,
            StatusChange.class,
            OpportunityLine.class,
            InvoiceLine.class);

    private Filled() {}

    /** One of every kind, with every field. */
    public static List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        FACTS.forEach(type -> all.add((Fact) build(fill(builder(type, 1)))));
        return all;
    }

    /** Only with what a thing of the kind cannot be without. */
    static Object minimal(Class<?> type) {
        return build(builder(type, 1));
    }

    static Object filled(Class<?> type) {
        return build(fill(builder(type, 1)));
    }

    static Object builder(Class<?> type, int n) {
        Method factory = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("builder") && Modifier.isStatic(m.getModifiers()))
                .min(Comparator.comparing(m -> Arrays.stream(m.getParameterTypes())
                        .filter(String.class::equals)
                        .count()))
                .orElseThrow();
        Object builder = call(factory, null, requiredArguments(factory, n));
        return builder instanceof Discount.Builder d ? d.percent(new BigDecimal("12.5")) : builder;
    }

    static Object[] requiredArguments(Method factory, int n) {
        return Arrays.stream(factory.getParameters())
                .map(p -> value(p.getType(), p.getName(), n))
                .toArray();
    }

    /** The setters of a builder that take one value, without the source. */
    static List<Method> setters(Object builder) {
        return Arrays.stream(builder.getClass().getMethods())
                .filter(m -> m.getReturnType().equals(builder.getClass()) && m.getParameterCount() == 1)
                .filter(m -> !m.isVarArgs()
                        && !m.getName().startsWith("only")
                        && !m.getName().equals("source"))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    static Object fill(Object builder) {
        for (Method setter : setters(builder)) {
            if (!(builder instanceof Discount.Builder && setter.getName().equals("amountOff"))) {
                call(setter, builder, argument(setter));
            }
        }
        for (Method m : builder.getClass().getMethods()) {
            if (m.getName().equals("attribute")) {
                call(m, builder, "industry", "Retail, \"big\"");
                call(m, builder, "Größe", "=SUM(A1)");
            }
        }
        return builder;
    }

    static Object argument(Method setter) {
        if (setter.getParameterTypes()[0] == List.class) {
            var element =
                    (Class<?>) ((ParameterizedType) setter.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
            return List.of(build(fill(builder(element, 1))), build(builder(element, 2)));
        }
        return value(setter.getParameterTypes()[0], setter.getName(), 1);
    }

    private static Object value(Class<?> type, String name, int n) {
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (FactId.class.isAssignableFrom(type)) {
            try {
                return type.getConstructor(String.class).newInstance("-" + type.getSimpleName() + " " + n);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        Map<Class<?>, Object> values = Map.of(
                String.class,
                name + " " + n,
                Integer.class,
                3,
                BigDecimal.class,
                new BigDecimal("2.50"),
                LocalDate.class,
                LocalDate.of(2025, 3, 31),
                Instant.class,
                Instant.parse("2025-04-01T10:00:00.5Z"),
                Money.class,
                Money.of("12.345", "EUR"),
                Span.class,
                Span.quarter(2025, 2),
                Term.class,
                new Term(12, Term.Renewal.ON_REQUEST, 30),
                Price.class,
                price(),
                Moment.class,
                name.length() % 2 == 0 ? Moment.of(2025, 3, n) : Moment.parse("2025-03-0" + n + "T23:30:00Z"));
        Object value = values.get(type);
        if (value == null) {
            throw new AssertionError("No value of " + type + ". Maybe add one above.");
        }
        return value;
    }

    static Price price() {
        List<Tier> tiers = List.of(
                new Tier(new BigDecimal("10"), new BigDecimal("5.00"), BigDecimal.ZERO),
                new Tier(null, new BigDecimal("4.125"), new BigDecimal("20")));
        return Price.tiered(Price.Model.GRADUATED, Money.currency("EUR"), tiers, BillingInterval.QUARTERLY)
                .metered()
                .inPackagesOf(100, RoundingMode.DOWN);
    }

    static Object build(Object builder) {
        return call(builder, "build");
    }

    static Object call(Object on, String method) {
        try {
            return call(on.getClass().getMethod(method), on);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    static Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
