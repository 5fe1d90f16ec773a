package io.revops.load.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.Loaded;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final Registry<String> registry = new Registry<>(Comparator.comparing(String::length));
    private final LoadLog log = new LoadLog(BadRows.COLLECT);

    private static Source line(long number) {
        return new Source("test", "t.csv", number);
    }

    private LoadLog.Verdict add(String value, long line) {
        LoadLog.Verdict[] verdict = new LoadLog.Verdict[1];
        log.read(line(line), () -> verdict[0] = registry.add("id", value, line(line)));
        return verdict[0];
    }

    private Loaded<List<String>> settled() {
        registry.settle(log);
        return log.loaded(issues -> registry.ids().stream().map(registry::get).toList());
    }

    @Test
    void theSameContentIsADuplicateAndTheLaterOneIsKept() {
        assertThat(add("long", 1)).isEqualTo(LoadLog.Verdict.ACCEPTED);
        assertThat(add("x", 2)).isEqualTo(LoadLog.Verdict.ACCEPTED);
        assertThat(add("long", 3)).isEqualTo(LoadLog.Verdict.DUPLICATE);
        Loaded<List<String>> loaded = settled();
        assertThat(loaded.value()).containsExactly("long");
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.issues().get(0).source().line()).isEqualTo(2);
    }

    @Test
    void ofContentsThatOnlyTheirTextOrdersTheLastIsKept() {
        add("b", 1);
        add("a", 2);
        assertThat(settled().value()).containsExactly("b");
    }

    /** A part of a row has no row of its own to reject. */
    @Test
    void whatIsOnlyMentionedIsAWarningAndNoRow() {
        registry.mention("id", "x", line(1));
        registry.mention("id", "x", line(2));
        assertThat(add("long", 3)).isEqualTo(LoadLog.Verdict.ACCEPTED);
        Loaded<List<String>> loaded = settled();
        assertThat(loaded.value()).containsExactly("long");
        assertThat(loaded.read()).isOne();
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void aRowOfWhatWasMentionedIsAccepted() {
        registry.mention("id", "x", line(1));
        assertThat(add("x", 2)).isEqualTo(LoadLog.Verdict.ACCEPTED);
        assertThat(add("x", 3)).isEqualTo(LoadLog.Verdict.DUPLICATE);
        registry.mention("id", "x", line(4));
        assertThat(settled().accepted()).isOne();
        assertThat(registry.place("id").line()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(registry.isEmpty()).isTrue();
        assertThat(registry.find("id")).isNull();
        assertThatIllegalStateException().isThrownBy(() -> registry.get("id")).withMessageContaining("Maybe");
    }
}
