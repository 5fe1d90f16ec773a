package io.revops.load;

import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import io.revops.money.ExchangeRate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that was read so far; at the end parts go to their facts, and facts into a book. */
final class NativeRows {
    private final LoadLog log;
    private final Map<FactId, List<Fact>> facts = new LinkedHashMap<>();
    private final List<PartRows<?, ?>> parts = new ArrayList<>();
    private final Set<ExchangeRate> rates = new HashSet<>();

    NativeRows(LoadLog log) {
        this.log = log;
    }

    LoadLog.Verdict add(Fact fact) {
        List<Fact> versions = facts.computeIfAbsent(fact.id(), id -> new ArrayList<>(1));
        if (versions.contains(fact)) {
            return LoadLog.Verdict.DUPLICATE;
        }
        versions.add(fact);
        return LoadLog.Verdict.ACCEPTED;
    }

    LoadLog.Verdict add(ExchangeRate rate) {
        return rates.add(rate) ? LoadLog.Verdict.ACCEPTED : LoadLog.Verdict.DUPLICATE;
    }

    <F extends Fact, E> PartRows<F, E> parts(PartKind<F, E> kind) {
        PartRows<F, E> rows = new PartRows<>(kind, log);
        parts.add(rows);
        return rows;
    }

    boolean has(FactId id) {
        return facts.containsKey(id);
    }

    Loaded<RevenueBook> loaded() {
        return loaded(book -> {});
    }

    /** A book of everything that was read, and of more. */
    Loaded<RevenueBook> loaded(Consumer<RevenueBook.Builder> more) {
        parts.forEach(p -> p.attach(facts));
        RevenueBook.Builder book = RevenueBook.builder();
        facts.values().forEach(book::add);
        rates.forEach(book::add);
        more.accept(book);
        return log.loaded(book);
    }
}
