package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * A few cases of every law, drawn from fixed seeds: the same cases each time, and few enough to be asked of every fault that
 * mutation testing makes, where the laws themselves would take hours.
 */
class LawSampleTest {
    /** Two; mutation testing asks for more, since there what no case meets counts as a fault that nobody sees. */
    private static final int CASES = Integer.getInteger("revops.law.cases", 2);

    /** Over thousands of accounts or rows: too long to be asked of every fault. */
    private static final Set<String> LARGE =
            Set.of("blocksAreSplitAsTheyGrow", "manyAccountsOfTwoLedgersAreInOrder", "threadsDoNotMatter");

    private static final List<Class<?>> LAWS = List.of(
            ClosingLaws.class,
            MergeLaws.class,
            LedgerGrowthTest.class,
            LedgerInvarianceTest.class,
            LedgerLawTest.class,
            LedgerOracleTest.class,
            PolicyLawTest.class,
            RowLedgerLaws.class,
            SegmentLawTest.class);

    static List<String> laws() {
        List<String> names = new ArrayList<>();
        for (Class<?> each : LAWS) {
            Arrays.stream(each.getDeclaredMethods())
                    .filter(m -> m.isAnnotationPresent(Property.class))
                    .filter(m -> !LARGE.contains(m.getName()))
                    .map(m -> each.getSimpleName() + "." + m.getName())
                    .forEach(names::add);
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    @Test
    void everyClassOfLawsHasSome() {
        for (Class<?> each : LAWS) {
            assertThat(laws()).anyMatch(name -> name.startsWith(each.getSimpleName() + "."));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void holdsInAFewCases(String law) throws Throwable {
        Method method = method(law);
        method.setAccessible(true);
        var made = method.getDeclaringClass().getDeclaredConstructor();
        made.setAccessible(true);
        Object laws = made.newInstance();
        int held = 0;
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(law.hashCode() + 1_000_003L * i);
            List<Object> drawn = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                drawn.add(draw(laws, parameter, random));
            }
            held += holds(method, laws, drawn) ? 1 : 0;
        }
        assertThat(held).as("cases that the law is about").isPositive();
    }

    private static boolean holds(Method law, Object laws, List<Object> drawn) throws Throwable {
        try {
            law.invoke(laws, drawn.toArray());
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof TestAbortedException) {
                return false;
            }
            throw e.getCause();
        }
    }

    private static Method method(String law) {
        return LAWS.stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> (m.getDeclaringClass().getSimpleName() + "." + m.getName()).equals(law))
                .findFirst()
                .orElseThrow();
    }

    private static Object draw(Object laws, Parameter parameter, Random random) throws ReflectiveOperationException {
        if (parameter.getType() == Random.class) {
            return new Random(random.nextLong());
        }
        if (parameter.getType().isEnum()) {
            Object[] values = parameter.getType().getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        if (parameter.isAnnotationPresent(IntRange.class)) {
            IntRange range = parameter.getAnnotation(IntRange.class);
            return range.min() + random.nextInt(range.max() - range.min() + 1);
        }
        Method provider = laws.getClass()
                .getDeclaredMethod(parameter.getAnnotation(ForAll.class).value());
        provider.setAccessible(true);
        Object[] drawn = new Object[1];
        JqwikSession.run(() -> drawn[0] = ((Arbitrary<?>) provider.invoke(laws))
                .generator(100)
                .next(random)
                .value());
        return drawn[0];
    }
}
