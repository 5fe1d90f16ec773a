package io.revops.load;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Facts: a row for each, or, if it was recorded several times, for each of its versions. */
record FactKind<F extends Fact>(String name, Class<F> type, Form<?, F> form) implements Kind {
    @Override
    public List<Form.Column> columns() {
        return form.columns();
    }

    @Override
    public boolean hasAttributes() {
        return form.hasAttributes();
    }

    @Override
    public Function<Row, LoadLog.Verdict> reader(NativeRows into) {
        return row -> into.add(form.read(row));
    }

    @Override
    public void write(RevenueBook book, Consumer<Consumer<Form.Out>> row) {
        for (F fact : book.all(type)) {
            book.versions(fact.id()).forEach(version -> row.accept(out -> form.write(type.cast(version), out)));
        }
    }
}
