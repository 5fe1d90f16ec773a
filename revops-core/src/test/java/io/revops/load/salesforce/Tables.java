package io.revops.load.salesforce;

import io.revops.book.Issue;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityId;
import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with small tables, written line by line. */
final class Tables {
    static final String DEALS = "Id,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate,Probability,ForecastCategory,"
            + "IsClosed,IsWon,OwnerId,CreatedDate,LastModifiedDate";
    static final String HISTORY =
            "Id,OpportunityId,StageName,Amount,CloseDate,Probability,ForecastCategory,CreatedDate";
    static final String FIELDS = "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate";

    private final Path folder;

    Tables(Path folder) {
        this.folder = folder;
    }

    Tables file(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tables deals(String... rows) {
        return file("Opportunity.csv", with(DEALS, rows));
    }

    Tables history(String... rows) {
        return file("OpportunityHistory.csv", with(HISTORY, rows));
    }

    Tables fields(String... rows) {
        return file("OpportunityFieldHistory.csv", with(FIELDS, rows));
    }

    Loaded<RevenueBook> read() {
        return read(SalesforceExport.reader());
    }

    Loaded<RevenueBook> read(SalesforceExport.Reader reader) {
        return reader.read(folder);
    }

    Opportunity deal() {
        List<Opportunity> all = read().orElseThrow().opportunities();
        if (all.size() != 1) {
            throw new AssertionError("There are " + all);
        }
        return all.get(0);
    }

    static Opportunity deal(RevenueBook book, String id) {
        return book.find(Opportunity.class, new OpportunityId(id)).orElseThrow();
    }

    static List<OpportunityChange> changes(Opportunity deal) {
        return io.revops.book.Entries.current(deal.changes());
    }

    static List<String> notes(Loaded<?> loaded) {
        return loaded.issues().stream().map(Issue::toString).toList();
    }

    private static String[] with(String header, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = header;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return lines;
    }
}
