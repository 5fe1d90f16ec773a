package io.revops.report;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenueView;
import io.revops.money.ExchangeRate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The imprint of a view: this version, its policy, and a fingerprint of the facts in its book, whatever their order. */
final class Imprints {
    /** As in the project file; a test compares the two. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private static final int SHOWN = 16;

    private Imprints() {}

    static Imprint of(RevenueView view) {
        return new Imprint("revops " + VERSION, String.join("; ", view.policy().conventions()), data(view.book()));
    }

    private static String data(RevenueBook book) {
        if (book.isEmpty()) {
            return "no book of facts";
        }
        return book.facts().count() + " facts and " + book.rates().all().size() + " exchange rates, SHA-256 "
                + fingerprint(book).substring(0, SHOWN);
    }

    /** Of the sorted lines of all facts and rates. */
    static String fingerprint(RevenueBook book) {
        MessageDigest digest = sha256();
        Stream.concat(
                        book.facts().map(Imprints::line),
                        book.rates().all().stream().map(ExchangeRate::toString))
                .sorted()
                .forEach(line -> {
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(Fact fact) {
        return fact.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, and this one has not. Maybe another one.", e);
        }
    }
}
