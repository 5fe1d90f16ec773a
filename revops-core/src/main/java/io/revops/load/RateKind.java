package io.revops.load;

import io.revops.book.RevenueBook;
import io.revops.money.ExchangeRate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Exchange rates. */
record RateKind(String name, Form<?, ExchangeRate> form) implements Kind {
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
        book.rates().all().forEach(rate -> row.accept(out -> form.write(rate, out)));
    }
}
