package io.revops.load;

import io.revops.book.AccountId;
import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.Source;
import io.revops.book.SubscriptionPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of periods into columns: a plain file by its bytes, any other (quotes, lone carriage returns, broken bytes, a
 * header that is refused) as every table is read. Both ways accept and reject the same rows.
 */
final class PeriodStream {
    private final Path file;
    private final BadRows badRows;
    private final @Nullable Currency currency;
    private final List<String> required;
    private final Consumer<List<String>> header;
    private final String name;
    private LoadLog log;
    private PeriodRowsBuilder rows;

    PeriodStream(
            Path file,
            BadRows badRows,
            @Nullable Currency currency,
            List<String> required,
            Consumer<List<String>> header) {
        this.file = file;
        this.badRows = badRows;
        this.currency = currency;
        this.required = required;
        this.header = header;
        name = String.valueOf(file.getFileName());
        log = new LoadLog(badRows);
        rows = PeriodRows.builder(name);
    }

    Loaded<PeriodRows> read() {
        if (!readPlain()) {
            log = new LoadLog(badRows);
            rows = PeriodRows.builder(name);
            CsvTable.of(file, PeriodsCsv.SYSTEM).read(log, required, header, this::row);
        }
        PeriodRows read = rows.build();
        for (PeriodRows.Overlap overlap : read.overlaps()) {
            Periods.overlap(log, place(overlap.row()), overlap.start(), overlap.with());
        }
        return log.loaded(issues -> read);
    }

    private boolean readPlain() {
        log.file(name);
        try (PlainLines lines = PlainLines.open(file)) {
            Map<String, Integer> columns = lines.header();
            if (!columns.keySet().containsAll(required) || (currency == null && !columns.containsKey("currency"))) {
                return false;
            }
            RowIntake others = new RowIntake(log, PeriodsCsv.SYSTEM, name, required, header, this::row);
            if (!others.columns(List.copyOf(columns.keySet()))) {
                return false;
            }
            PlainPeriods periods = new PlainPeriods(columns, currency, rows);
            int customer = java.util.Objects.requireNonNull(columns.get("customer_id"));
            while (lines.next()) {
                PlainPeriods.Fate fate = periods.add(lines);
                if (fate == PlainPeriods.Fate.NOT_PLAIN) {
                    others.row(lines.number(), (Object[]) lines.cells());
                } else if (fate == PlainPeriods.Fate.OTHER_CUSTOMER) {
                    AccountId other = new AccountId(lines.cells()[customer]);
                    log.read(place(lines.number()), () -> {
                        throw Periods.conflict(other);
                    });
                }
            }
            others.finish();
            log.read(name, periods.read(), periods.duplicates());
            return lines.isPlain();
        } catch (LoadException e) {
            return false; // strict: the general reader says what comes first, also where a byte behind it is broken
        } catch (NoSuchFileException e) {
            throw TextFile.missing(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source place(long line) {
        return new Source(PeriodsCsv.SYSTEM, name, line);
    }

    private LoadLog.Verdict row(Row row) {
        Phase.Content content = Phase.Content.monthly(row, currency);
        PeriodRows.Fate fate = rows.add(
                row.source().line(),
                new SubscriptionPeriod(
                        content.subscription(),
                        content.customer(),
                        content.start(),
                        content.end(),
                        content.amount(),
                        content.plan(),
                        content.quantity()));
        return switch (fate) {
            case ACCEPTED -> LoadLog.Verdict.ACCEPTED;
            case DUPLICATE -> LoadLog.Verdict.DUPLICATE;
            case OTHER_ACCOUNT -> throw Periods.conflict(content.customer());
        };
    }
}
