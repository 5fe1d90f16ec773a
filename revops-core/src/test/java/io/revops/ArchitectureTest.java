package io.revops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.revops.money.Money;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan of the house: which room may use which, and what no room may do. */
class ArchitectureTest {

    private static final String HOUSE = "io.revops.";

    /** Each room and the rooms it may use. A new room gets a line here, and in ARCHITECTURE.md. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("money", Set.of()),
            entry("time", Set.of()),
            entry("book", Set.of("money", "time")),
            entry("load", Set.of("money", "time", "book")),
            entry("ledger", Set.of("money", "time", "book")),
            entry("metric", Set.of("money", "time", "book", "ledger")),
            entry("metric.*", Set.of("money", "time", "book", "ledger", "metric")),
            entry("catalog", Set.of("money", "time", "book", "ledger", "metric", "metric.*")),
            entry("health", Set.of("money", "time", "book", "ledger", "metric")),
            entry("reconcile", Set.of("money", "time", "book", "ledger", "metric", "metric.*", "catalog")),
            entry(
                    "report",
                    Set.of("money", "time", "book", "ledger", "metric", "metric.*", "catalog", "health", "reconcile")),
            entry(
                    "json",
                    Set.of("money", "time", "book", "ledger", "metric", "metric.*", "catalog", "health", "report")));

    /** Names that say where code was put, not what it can do. */
    private static final Set<String> NAMES_OF_NOTHING =
            Set.of("impl", "util", "utils", "common", "helper", "helpers", "service", "services");

    private static JavaClasses core;

    @BeforeAll
    static void readTheClassesOfCore() throws URISyntaxException {
        var location =
                Money.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        core = new ClassFileImporter().importPath(Path.of(location));
        assertThat(core).isNotEmpty();
    }

    @Test
    void everyPackageIsInARoomOfThePlan() {
        assertThat(packages())
                .extracting(JavaPackage::getName)
                .allSatisfy(name -> assertThat(name).startsWith(HOUSE))
                .allSatisfy(name -> assertThat(MAY_USE)
                        .as("the room of " + name + ". Maybe add it to the plan")
                        .containsKey(kind(room(name))));
    }

    @Test
    void aRoomUsesOnlyTheRoomsBelowIt() {
        classes().should(useOnlyTheRoomsBelow()).check(core);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.revops.(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    void onlyLoadAndJsonKnowJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.revops.load..", "io.revops.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(core);
    }

    @Test
    void nothingReadsTheClock() {
        noClasses().should(Banned.access("read the clock", Banned::clock)).check(core);
    }

    @Test
    void nothingIsRandomWithoutASeed() {
        noClasses()
                .should(Banned.access("draw without a seed", Banned::unseeded))
                .check(core);
    }

    @Test
    void arithmeticIsTheSameOnEveryMachine() {
        noClasses()
                .should(Banned.access("use arithmetic that differs between machines", Banned::inexact))
                .check(core);
    }

    @Test
    void localeCharsetZoneAndLineEndAreExplicit() {
        noClasses()
                .should(Banned.access("take a default of the machine", Banned::machineDefault))
                .check(core);
    }

    @Test
    void everyPackageIntroducesItselfAndSaysWhatMayBeNull() {
        assertThat(packages())
                .allSatisfy(room -> assertThat(room.tryGetPackageInfo())
                        .as("package-info of " + room.getName())
                        .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class))
                                .as("@NullMarked on " + room.getName())
                                .isTrue()));
    }

    @Test
    void noPackageIsNamedAfterNothing() {
        assertThat(packages())
                .extracting(JavaPackage::getName)
                .allSatisfy(name -> assertThat(name.split("\\.", -1)).doesNotContainAnyElementsOf(NAMES_OF_NOTHING));
    }

    /** The packages that hold a class; the module-info is in none. */
    private static List<JavaPackage> packages() {
        return core.stream()
                .filter(type -> !type.getPackageName().isEmpty())
                .map(JavaClass::getPackage)
                .distinct()
                .toList();
    }

    /** {@code money} for {@code io.revops.money}, {@code metric.cash} for {@code io.revops.metric.cash.x}. */
    private static String room(String packageName) {
        var parts = packageName.substring(HOUSE.length()).split("\\.", -1);
        return parts[0].equals("metric") && parts.length > 1 ? "metric." + parts[1] : parts[0];
    }

    private static String kind(String room) {
        return room.startsWith("metric.") ? "metric.*" : room;
    }

    private static ArchCondition<JavaClass> useOnlyTheRoomsBelow() {
        return new ArchCondition<>("use only the rooms below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (!type.getPackageName().startsWith(HOUSE)
                            || !target.getPackageName().startsWith(HOUSE)) {
                        continue;
                    }
                    var from = room(type.getPackageName());
                    var to = room(target.getPackageName());
                    boolean allowed = from.equals(to)
                            || MAY_USE.getOrDefault(kind(from), Set.of()).contains(kind(to));
                    events.add(new SimpleConditionEvent(dependency, allowed, dependency.getDescription()));
                }
            }
        };
    }
}
