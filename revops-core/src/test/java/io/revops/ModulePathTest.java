package io.revops;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The core as a named module, as a host with a module-info sees it: the other tests see the class path. */
class ModulePathTest {

    private static final String CORE = "io.revops.core";

    @Test
    @Timeout(60)
    void aProgramComputesANumberWithTheCoreOnTheModulePath() throws IOException, InterruptedException {
        var program = OnTheModulePath.class;
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modules().stream()
                                .map(module ->
                                        Path.of(module.location().orElseThrow()).toString())
                                .collect(joining(File.pathSeparator)),
                        "--add-modules",
                        CORE,
                        "--class-path",
                        classPath()
                                .filter(path -> path.resolve(program.getName().replace('.', '/') + ".class")
                                        .toFile()
                                        .exists())
                                .map(Path::toString)
                                .collect(joining(File.pathSeparator)),
                        program.getName())
                .redirectErrorStream(true)
                .start();

        var printed = new String(java.getInputStream().readAllBytes(), US_ASCII);

        assertThat(java.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.strip()).isEqualTo(CORE + " 598.80");
        assertThat(java.exitValue()).isZero();
    }

    /** Only what the readers share among themselves stays inside, for it speaks Jackson, and the mappings, which are no classes. */
    @Test
    void everyPackageIsExportedToEveryone() {
        var core = modules().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().equals(CORE))
                .findAny()
                .orElseThrow();

        assertThat(core.exports())
                .allSatisfy(export -> assertThat(export.isQualified()).isFalse())
                .extracting(export -> export.source())
                .containsExactlyInAnyOrderElementsOf(core.packages().stream()
                        .filter(name -> !Set.of("io.revops.load.export", "io.revops.load.mappings")
                                .contains(name))
                        .toList());
    }

    /** The core and what it requires, found on the class path of this test by their module names. */
    private static List<ModuleReference> modules() {
        var all = ModuleFinder.compose(
                classPath().map(ModulePathTest::finder).flatMap(Stream::of).toArray(ModuleFinder[]::new));
        return Configuration.empty().resolve(all, ModuleFinder.ofSystem(), Set.of(CORE)).modules().stream()
                .map(ResolvedModule::reference)
                .filter(module -> module.location().orElseThrow().getScheme().equals("file"))
                .toList();
    }

    /** Not every jar of the tests can be a module, and none of those is required. */
    private static ModuleFinder finder(Path path) {
        var finder = ModuleFinder.of(path);
        try {
            return finder.findAll().isEmpty() ? ModuleFinder.of() : finder;
        } catch (FindException notAModule) {
            return ModuleFinder.of();
        }
    }

    private static Stream<Path> classPath() {
        var paths = new ArrayList<Path>();
        for (var path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            paths.add(Path.of(path));
        }
        return paths.stream();
    }
}
