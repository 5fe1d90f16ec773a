package io.revops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.revops.forecast.Forecast;
import io.revops.money.Money;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house for the room of forecasts: what it may use, what it hides, and what no room may do. */
class ForecastArchitectureTest {
    private static final String COMMONS_MATH = "org.apache.commons.math3";

    /** The siblings of the room. They meet only through {@code io.revops.forecast}; report and json see them all. */
    private static final List<String> METHODS =
            List.of("pipeline", "revenue", "series", "churn", "plan", "territory", "lead", "decide");

    /** Statistics that know no revenue: any method may use them. */
    private static final List<String> STATISTICS = List.of("learn", "survival");

    /** What notebooks import whole. */
    private static final List<String> IMPORTED = List.of(
            "java.io",
            "java.lang",
            "java.math",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private static final ArchRule COMMONS_MATH_IS_HIDDEN = ArchRuleDefinition.classes()
            .should(hide(COMMONS_MATH))
            .because("a host compiles against our signatures, and the library behind them may be exchanged");

    private static JavaClasses forecast;

    @BeforeAll
    static void readTheClassesOfForecast() throws URISyntaxException, IOException {
        forecast = classesBeside(Forecast.class);
        assertThat(forecast).isNotEmpty();
    }

    /** A folder of classes or, in a build of all modules, the jar of one that came before. */
    private static JavaClasses classesBeside(Class<?> type) throws URISyntaxException, IOException {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return new ClassFileImporter().importPath(place);
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return new ClassFileImporter().importJar(jar);
        }
    }

    /** In a notebook that imports both rooms whole, neither could be written. */
    @Test
    void noTwoPublicTypesHaveOneName() throws URISyntaxException, IOException {
        Map<String, List<String>> packages = new TreeMap<>();
        for (JavaClasses module : List.of(classesBeside(Money.class), forecast)) {
            module.stream()
                    .filter(c -> c.isTopLevelClass() && c.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(c -> packages.computeIfAbsent(c.getSimpleName(), n -> new ArrayList<>())
                            .add(c.getPackageName()));
        }
        assertThat(packages.keySet()).contains("Money", "MrrLedger", "Forecast", "Plan");
        packages.values().removeIf(p -> p.size() == 1);
        assertThat(packages).isEmpty();
    }

    /** Beside {@code import java.util.*} and its like, a name of theirs could not be written either. */
    @Test
    void noPublicTypeIsCalledAsOneThatEverybodyImports() throws URISyntaxException, IOException {
        assertThat(namesInTheJdk("Map")).containsExactly("java.util.Map");
        List<String> taken = new ArrayList<>();
        for (JavaClasses module : List.of(classesBeside(Money.class), forecast)) {
            module.stream()
                    .filter(c -> c.isTopLevelClass() && c.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(c -> taken.addAll(namesInTheJdk(c.getSimpleName())));
        }
        assertThat(taken).isEmpty();
    }

    private static List<String> namesInTheJdk(String name) {
        return IMPORTED.stream()
                .map(room -> room + "." + name)
                .filter(type -> Object.class.getResource("/" + type.replace('.', '/') + ".class") != null)
                .toList();
    }

    @Test
    void everyPackageIsBelowForecast() {
        assertThat(forecast)
                .extracting(JavaClass::getPackageName)
                .allMatch(name -> name.equals("io.revops.forecast") || name.startsWith("io.revops.forecast."));
    }

    @Test
    void itLooksDownToMetricAndOnlyItsReportAtReports() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.revops.forecast.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.revops.load..", "io.revops.catalog..", "io.revops.report..", "io.revops.json..")
                .check(forecast);
        noClasses()
                .that()
                .resideInAPackage("io.revops.forecast.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.revops.load..", "io.revops.json..")
                .check(forecast);
    }

    @Test
    void methodsMeetOnlyThroughTheInterfacesOfForecast() {
        for (String method : METHODS) {
            String[] others = Stream.concat(METHODS.stream(), Stream.of("report", "json"))
                    .filter(m -> !m.equals(method))
                    .map(m -> "io.revops.forecast." + m + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.revops.forecast." + method + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(forecast);
        }
    }

    @Test
    void statisticsKnowNoMethodAndNotEachOther() {
        for (String room : STATISTICS) {
            noClasses()
                    .that()
                    .resideInAPackage("io.revops.forecast." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.of(METHODS.stream(), STATISTICS.stream(), Stream.of("report", "json"))
                            .flatMap(names -> names)
                            .filter(name -> !name.equals(room))
                            .map(name -> "io.revops.forecast." + name + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(forecast);
        }
    }

    @Test
    void arithmeticKnowsNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("io.revops.forecast.arithmetic..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(METHODS.stream(), STATISTICS.stream(), Stream.of("report", "json"))
                        .flatMap(names -> names)
                        .map(name -> "io.revops.forecast." + name + "..")
                        .toArray(String[]::new))
                .check(forecast);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.revops.(**)").should().beFreeOfCycles().check(forecast);
    }

    @Test
    void onlyJsonKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.revops.forecast.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(forecast);
    }

    @Test
    void commonsMathStaysOutOfPublicSignatures() {
        COMMONS_MATH_IS_HIDDEN.check(forecast);
    }

    @Test
    void aPublicSignatureWithCommonsMathIsFound() {
        var leaking = new ClassFileImporter().importClasses(Leaking.class);

        assertThatThrownBy(() -> COMMONS_MATH_IS_HIDDEN.check(leaking))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Leaking.solve")
                .hasMessageContaining("Leaking.all")
                .hasMessageContaining("Leaking.field")
                .hasMessageNotContaining("Leaking.inside");
    }

    /** What the rule must find, and one thing that it must leave alone. */
    public static class Leaking {
        public List<RealMatrix> field = List.of();

        public double solve(RealMatrix matrix) {
            return inside(matrix);
        }

        protected List<? extends RealMatrix> all() {
            return field;
        }

        double inside(RealMatrix matrix) {
            return matrix.getTrace();
        }
    }

    @Test
    void nothingReadsTheClock() {
        noClasses().should(Banned.access("read the clock", Banned::clock)).check(forecast);
    }

    @Test
    void nothingIsRandomWithoutASeed() {
        noClasses()
                .should(Banned.access("draw without a seed", Banned::unseeded))
                .check(forecast);
    }

    @Test
    void arithmeticIsTheSameOnEveryMachine() {
        noClasses()
                .should(Banned.access("use arithmetic that differs between machines", Banned::inexact))
                .check(forecast);
    }

    @Test
    void localeCharsetZoneAndLineEndAreExplicit() {
        noClasses()
                .should(Banned.access("take a default of the machine", Banned::machineDefault))
                .check(forecast);
    }

    @Test
    void everyPackageIntroducesItselfAndSaysWhatMayBeNull() {
        assertThat(forecast.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room -> assertThat(room.tryGetPackageInfo())
                        .as("package-info of " + room.getName())
                        .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class))
                                .isTrue()));
    }

    private static ArchCondition<JavaClass> hide(String hidden) {
        return new ArchCondition<>("keep " + hidden + " out of what a host can see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean seen = isSeen(type.getModifiers());
                for (JavaMember member : type.getMembers()) {
                    boolean leaks = seen
                            && isSeen(member.getModifiers())
                            && types(member).anyMatch(t -> t.getPackageName().startsWith(hidden));
                    events.add(new SimpleConditionEvent(member, !leaks, member.getFullName()));
                }
                boolean inherits = seen
                        && type.getAllRawSuperclasses().stream()
                                .anyMatch(t -> t.getPackageName().startsWith(hidden));
                events.add(new SimpleConditionEvent(type, !inherits, type.getFullName()));
            }
        };
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        var unit = (JavaCodeUnit) member;
        return Stream.concat(
                Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream()
                                .map(JavaType::getAllInvolvedRawTypes)
                                .flatMap(Set::stream)),
                unit.getExceptionTypes().stream());
    }
}
