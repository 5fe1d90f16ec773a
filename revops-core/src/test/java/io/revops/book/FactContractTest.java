package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fact, every dated entry and every line does, whatever it is about. */
class FactContractTest {
    static Stream<Class<?>> all() {
        return Stream.concat(Filled.FACTS.stream(), Filled.PARTS.stream());
    }

    static Stream<Class<?>> facts() {
        return Stream.concat(Filled.FACTS.stream(), Stream.of());
    }

    private static Object set(Class<?> type, Method setter, Object value) {
        Object builder = Filled.builder(type, 1);
        if (builder instanceof Discount.Builder discount && setter.getName().equals("amountOff")) {
            discount.percent(null);
        }
        return Filled.build(Filled.call(setter, builder, value));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsSetIsWhatIsThere(Class<?> type) {
        List<Method> setters = Filled.setters(Filled.builder(type, 1));
        assertThat(setters).isNotEmpty();
        for (Method setter : setters) {
            Object value = Filled.argument(setter);
            Object there = Filled.call(set(type, setter, value), setter.getName());
            assertThat(there instanceof Optional<?> o ? o.orElseThrow() : there)
                    .as(type.getSimpleName() + "." + setter.getName())
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNotSetIsAbsent(Class<?> type) {
        Object minimal = Filled.minimal(type);
        for (Method setter : Filled.setters(Filled.builder(type, 1))) {
            Object there = Filled.call(minimal, setter.getName());
            if (!(minimal instanceof Discount && setter.getName().equals("percent"))) {
                assertThat(there instanceof List<?> list ? list.isEmpty() : ((Optional<?>) there).isEmpty())
                        .as(type.getSimpleName() + "." + setter.getName())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatItCannotBeWithoutIsThere(Class<?> type) {
        Method factory = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("builder"))
                .filter(m -> Filled.PARTS.contains(type)
                        || Arrays.stream(m.getParameterTypes()).anyMatch(FactId.class::isAssignableFrom))
                .findFirst()
                .orElseThrow();
        Object[] arguments = Filled.requiredArguments(factory, 1);
        Object minimal = Filled.minimal(type);
        for (int i = 0; i < arguments.length; i++) {
            String name = factory.getParameters()[i].getName();
            assertThat(Filled.call(minimal, name)).as(name).isEqualTo(arguments[i]);
            Object[] without = arguments.clone();
            without[i] = null;
            assertThatThrownBy(() -> Filled.call(factory, null, without))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(name);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCopyIsEqual(Class<?> type) {
        for (Object one : List.of(Filled.minimal(type), Filled.filled(type))) {
            Object copy = Filled.build(Filled.call(one, "toBuilder"));
            assertThat(copy).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyValueMakesADifference(Class<?> type) {
        Object minimal = Filled.minimal(type);
        assertThat(minimal).isNotEqualTo(type.getSimpleName());
        for (Method setter : Filled.setters(Filled.builder(type, 1))) {
            if (!(minimal instanceof Discount && setter.getName().equals("percent"))) {
                assertThat(set(type, setter, Filled.argument(setter)))
                        .as(type.getSimpleName() + "." + setter.getName())
                        .isNotEqualTo(minimal);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsPrintedWithItsValues(Class<?> type) {
        assertThat(Filled.minimal(type).toString())
                .startsWith(type.getSimpleName() + " ")
                .doesNotContain("null");
        String filled = Filled.filled(type).toString();
        for (Method setter : Filled.setters(Filled.builder(type, 1))) {
            if (!(Filled.filled(type) instanceof Discount && setter.getName().equals("amountOff"))) {
                assertThat(filled).contains(setter.getName() + " ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void listsAreAddedToOrReplacedAndCannotBeChanged(Class<?> type) throws ReflectiveOperationException {
        Object filled = Filled.filled(type);
        for (Method only : Arrays.stream(Filled.builder(type, 1).getClass().getMethods())
                .filter(m -> m.getName().startsWith("only"))
                .toList()) {
            String name = only.getName().substring(4, 5).toLowerCase(java.util.Locale.ROOT)
                    + only.getName().substring(5);
            List<?> there = (List<?>) Filled.call(filled, name);
            Object builder = Filled.call(filled, "toBuilder");
            Method add = builder.getClass().getMethod(name, List.class);

            Object more = Filled.build(Filled.call(add, builder, there));
            List<Object> twice = new ArrayList<>(there);
            twice.addAll(there);
            assertThat(Filled.call(more, name)).isEqualTo(twice);

            Object none = Filled.build(Filled.call(only, Filled.call(filled, "toBuilder"), List.of()));
            assertThat((List<?>) Filled.call(none, name)).isEmpty();
            assertThatThrownBy(() -> ((List<?>) Filled.call(filled, name)).remove(0))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whereItWasReadDoesNotMatter(Class<? extends Fact> type) throws ReflectiveOperationException {
        Source place = new Source("test", "a.csv", 2);
        Object builder = Filled.builder(type, 1);
        Object placed = Filled.build(Filled.call(builder.getClass().getMethod("source", Source.class), builder, place));

        assertThat(((Fact) placed).source()).isEqualTo(place);
        assertThat(placed).isEqualTo(Filled.minimal(type));
        assertThat(((Fact) Filled.minimal(type)).source()).isEqualTo(Source.NONE);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void idsMayBeGivenAsText(Class<? extends Fact> type) {
        Fact minimal = (Fact) Filled.minimal(type);
        Method text = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("builder") && Modifier.isStatic(m.getModifiers()))
                .filter(m -> m.getParameterTypes()[0] == String.class)
                .findFirst()
                .orElseThrow();
        Object[] arguments = Filled.requiredArguments(text, 1);
        for (int i = 0; i < arguments.length; i++) {
            Object typed = Filled.call(minimal, text.getParameters()[i].getName());
            arguments[i] = typed instanceof FactId id ? id.value() : typed;
        }

        assertThat(Filled.build(Filled.call(text, null, arguments))).isEqualTo(minimal);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyIdInItIsAReference(Class<? extends Fact> type) throws ReflectiveOperationException {
        Fact filled = (Fact) Filled.filled(type);
        List<FactId> named = new ArrayList<>();
        for (Method getter : type.getMethods()) {
            boolean plain = getter.getParameterCount() == 0
                    && !Modifier.isStatic(getter.getModifiers())
                    && (getter.getReturnType() == Optional.class
                            || FactId.class.isAssignableFrom(getter.getReturnType()));
            if (plain && !List.of("id", "accountId").contains(getter.getName())) {
                Object value = getter.invoke(filled);
                Object inner = value instanceof Optional<?> o ? o.orElse(null) : value;
                if (inner instanceof FactId id) {
                    named.add(id);
                }
            }
        }

        assertThat(filled.references()).containsAll(named);
        assertThat(filled.accountId().stream().toList())
                .isSubsetOf(named.stream()
                        .filter(AccountId.class::isInstance)
                        .map(AccountId.class::cast)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aBookFindsItByItsId(Class<? extends Fact> type) {
        Fact fact = (Fact) Filled.filled(type);
        RevenueBook book = RevenueBook.of(fact);

        assertThat(book.all(type)).hasSize(1).first().isEqualTo(fact);
        assertThat(book.find(type, fact.id()).map(Fact.class::cast)).contains(fact);
        assertThat(book.versions(fact.id())).containsExactly(fact);
        assertThat(book.toString()).contains(type.getSimpleName() + " 1");
        assertThat(fact.id().kind()).isNotBlank();
        assertThat(fact.id()).hasToString(fact.id().value());
    }
}
