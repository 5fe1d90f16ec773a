package io.revops.load;

import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Dated entries and lines, which are parts of a fact: a row for each, which names the fact, and, if the fact was recorded
 * several times, which recording it belongs to.
 *
 * @param parentColumn the column with the fact's id
 * @param parentId how that is written
 * @param type the kind of fact
 * @param get the parts of a fact
 * @param plus a fact with more parts
 * @param key what may be there only once in a fact: the id of a part, and its recording
 */
record PartKind<F extends Fact, E>(
        String name,
        String parentColumn,
        Cell<? extends FactId> parentId,
        Class<F> type,
        Form<?, E> form,
        Function<F, List<E>> get,
        BiFunction<F, List<E>, F> plus,
        Function<E, String> key)
        implements Kind {
    /** The column that names a recording of the fact. */
    static final String RECORDING = "fact_recorded";

    /** The recording of a fact of which no recording was written. */
    static final String NONE = "none";

    @Override
    public List<Form.Column> columns() {
        List<Form.Column> all = new ArrayList<>();
        all.add(new Form.Column(parentColumn, true, CellType.TEXT));
        all.add(new Form.Column(RECORDING, false, CellType.INSTANT));
        all.addAll(form.columns());
        return all;
    }

    @Override
    public boolean hasAttributes() {
        return form.hasAttributes();
    }

    @Override
    public Function<Row, LoadLog.Verdict> reader(NativeRows into) {
        return into.parts(this)::read;
    }

    @Override
    public void write(RevenueBook book, Consumer<Consumer<Form.Out>> row) {
        for (F fact : book.all(type)) {
            List<Fact> versions = book.versions(fact.id());
            for (Fact version : versions) {
                Optional<String> recording =
                        versions.size() == 1 ? Optional.empty() : Optional.of(recording(version.recorded()));
                for (E part : get.apply(type.cast(version))) {
                    row.accept(out -> {
                        out.cell(parentColumn, fact.id().value());
                        recording.ifPresent(r -> out.cell(RECORDING, r));
                        form.write(part, out);
                    });
                }
            }
        }
    }

    static String recording(Optional<Instant> recorded) {
        return recorded.map(Cell.INSTANT::write).orElse(NONE);
    }
}
