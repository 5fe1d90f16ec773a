package io.revops.load.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Issue;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.Loaded;
import io.revops.time.Moment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    @TempDir
    Path folder;

    private <T> Loaded<List<T>> read(String text, String required, Function<SheetRow, T> row) throws IOException {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        List<T> read = new ArrayList<>();
        Sheet.of(Files.writeString(folder.resolve("t.csv"), text), "test")
                .named(name -> name.startsWith("property_") ? name.substring(9) : name)
                .read(log, Sheet.columns(required), r -> {
                    read.add(row.apply(r));
                    return LoadLog.Verdict.ACCEPTED;
                });
        return log.loaded(issues -> List.copyOf(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Record ID", "record_id", "RECORD-ID", "property_record_id", " Record Id "})
    void aColumnIsFoundHoweverItIsWritten(String header) throws IOException {
        assertThat(read(header + ",x\n7,1\n", "id|record_id", r -> r.required("id", "record_id"))
                        .value())
                .containsExactly("7");
    }

    @Test
    void theFirstOfSeveralNamesThatIsNotEmptyCounts() throws IOException {
        assertThat(read("a,b\n,2\n1,2\n", "a", r -> r.text("a", "b").orElse("-"))
                        .value())
                .containsExactly("2", "1");
    }

    @Test
    void aColumnThatMustBeThereIsNamedWithWhatThereIs() throws IOException {
        Issue issue = read("x,y\n1,2\n", "id|record_id,x", r -> r).issues().get(0);
        assertThat(issue.reason())
                .contains("lacks id or record_id")
                .contains("[x, y]")
                .contains("Maybe");
        assertThat(issue.column()).isEqualTo("id");
    }

    @Test
    void aCellIsReadAsWhatItIs() throws IOException {
        assertThat(read(
                                "t,d,n,i,f,c\n2025-01-07 6:49:18,2025-01-07 00:00:00,10.0,3,TRUE,eur\n",
                                "t",
                                r -> List.of(
                                        r.moment("t").orElseThrow(),
                                        r.day("d").orElseThrow(),
                                        r.decimal("n").orElseThrow(),
                                        r.integer("i").orElseThrow(),
                                        r.flag("f").orElseThrow(),
                                        r.currency("c").orElseThrow().getCurrencyCode()))
                        .value()
                        .get(0))
                .containsExactly(
                        Moment.parse("2025-01-07T06:49:18Z"),
                        LocalDate.of(2025, 1, 7),
                        new BigDecimal("10"),
                        3,
                        true,
                        "EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n,1.5", "n,x", "t,soon", "f,perhaps", "c,dollar", "i,"})
    void whatCannotBeReadIsRejectedWithItsColumn(String cell) throws IOException {
        String[] parts = cell.split(",", -1);
        Loaded<List<Object>> loaded =
                read(parts[0].toUpperCase(java.util.Locale.ROOT) + ",z\n" + parts[1] + ",1\n", "z", r -> {
                    r.integer("n");
                    r.moment("t");
                    r.flag("f");
                    r.currency("c");
                    return parts[1].isEmpty() ? r.requiredMoment("i") : "";
                });
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues().get(0).column()).isEqualToIgnoringCase(parts[0]);
    }

    @Test
    void aRowIsAnObjectOfItsCells() throws IOException {
        assertThat(read("b,A,c\n1,x,\n", "a", r -> r.object().toString()).value())
                .containsExactly("{\"a\":\"x\",\"b\":\"1\"}");
    }

    @Test
    void aRowMaySayThatItIsDeleted() throws IOException {
        assertThat(read("is_deleted,_fivetran_deleted\nTRUE,\n,true\nfalse,false\n", "is_deleted", SheetRow::isDeleted)
                        .value())
                .containsExactly(true, true, false);
    }
}
