package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The library's own form: a folder of CSV files, one for each kind of fact and of dated entry, or one JSON document with an array
 * for each. What is written comes back: facts in all their versions, entries, attributes and exchange rates. Which accounts a
 * merge has linked is no fact and has no place here; keep the links file, which {@link LinksFile} reads.
 *
 * <p><b>Files and columns.</b> A star marks a column that must be there; every other may be missing or empty.
 *
 * <table>
 * <caption>Facts</caption>
 * <tr><th>file</th><th>columns</th></tr>
 * <tr><td>accounts</td><td>account_id*, name, created, parent_id, domain, employees, company_revenue, currency, live_since,
 *     recorded, industry, region, country, segment, tier, owner, attr.NAME</td></tr>
 * <tr><td>contacts</td><td>contact_id*, account_id*, name, email, role, created, left, engagement_score, recorded</td></tr>
 * <tr><td>products</td><td>product_id*, name, line, tier, kind, list_unit_amount, list_currency, list_billing_interval,
 *     list_price_model, list_tiers, list_usage, list_package_size, list_package_rounding, recorded</td></tr>
 * <tr><td>subscriptions</td><td>subscription_id*, account_id*, signed, go_live, start_date, end_date, term_months, renewal,
 *     notice_days, recorded, attr.NAME</td></tr>
 * <tr><td>opportunities</td><td>opportunity_id*, created*, account_id, name, type, campaign_id, lead_source, subscription_id,
 *     stage, amount, currency, close_date, category, probability, outcome, owner_id, recorded, attr.NAME</td></tr>
 * <tr><td>leads</td><td>lead_id*, created*, email, company, lead_source, campaign_id, owner_id, account_id, contact_id,
 *     opportunity_id, recorded</td></tr>
 * <tr><td>campaigns</td><td>campaign_id*, name, channel, start_date, end_date, budget, currency, recorded</td></tr>
 * <tr><td>touches</td><td>touch_id*, at*, campaign_id, channel, lead_id, contact_id, account_id, opportunity_id,
 *     recorded</td></tr>
 * <tr><td>activities</td><td>activity_id*, at*, kind, rep_id, lead_id, contact_id, account_id, opportunity_id, minutes,
 *     recorded</td></tr>
 * <tr><td>spend</td><td>spend_id*, amount*, currency*, start_date*, end_date*, department, channel, campaign_id,
 *     recorded</td></tr>
 * <tr><td>invoices</td><td>invoice_id*, account_id*, issued*, number, due, paid, voided, subscription_id, recorded</td></tr>
 * <tr><td>payments</td><td>payment_id*, account_id*, at*, amount*, currency*, outcome*, invoice_id, reason,
 *     recorded</td></tr>
 * <tr><td>usage_events</td><td>event_id*, account_id*, at*, meter*, quantity, user, product_id, subscription_id,
 *     recorded</td></tr>
 * <tr><td>tickets</td><td>ticket_id*, opened*, account_id, contact_id, priority, channel, assignee, first_reply,
 *     recorded</td></tr>
 * <tr><td>survey_answers</td><td>answer_id*, at*, kind*, score*, account_id, contact_id, comment, recorded</td></tr>
 * <tr><td>reps</td><td>rep_id*, name, email, manager_id, role, team, region, start_date, end_date, recorded</td></tr>
 * <tr><td>quotas</td><td>quota_id*, rep_id, team, start_date*, end_date*, amount*, currency*, stretch, stretch_currency,
 *     confidence, recorded</td></tr>
 * <tr><td>exchange_rates</td><td>date*, base*, quote*, rate*: units of quote for one base, from that day on</td></tr>
 * </table>
 *
 * <table>
 * <caption>Dated entries and lines, each of the fact that the first column names</caption>
 * <tr><th>file</th><th>columns</th></tr>
 * <tr><td>account_changes</td><td>account_id*, fact_recorded, change_id, effective*, attribute*, value, recorded</td></tr>
 * <tr><td>subscription_items</td><td>subscription_id*, fact_recorded, change_id, effective*, item_id, product_id, quantity,
 *     unit_amount, currency, billing_interval, price_model, tiers, usage, package_size, package_rounding, recorded</td></tr>
 * <tr><td>subscription_discounts</td><td>subscription_id*, fact_recorded, discount_id, effective*, duration*, percent,
 *     amount_off, currency, months, end_date, item_id, coupon, recorded</td></tr>
 * <tr><td>subscription_spells</td><td>subscription_id*, fact_recorded, spell_id, kind*, effective*, end_date,
 *     recorded</td></tr>
 * <tr><td>subscription_cancellations</td><td>subscription_id*, fact_recorded, cancellation_id, effective*, end_date*,
 *     paid_through, withdrawn, cause, reason, recorded</td></tr>
 * <tr><td>subscription_endings</td><td>subscription_id*, fact_recorded, ending_id, end_date*, cause, reason,
 *     recorded</td></tr>
 * <tr><td>opportunity_changes</td><td>opportunity_id*, fact_recorded, change_id, effective*, stage, amount, currency,
 *     close_date, category, probability, outcome, owner_id, recorded</td></tr>
 * <tr><td>opportunity_lines</td><td>opportunity_id*, fact_recorded, line_id*, amount*, currency*, kind*, product_id, quantity,
 *     term_months</td></tr>
 * <tr><td>lead_statuses</td><td>lead_id*, fact_recorded, status_id, effective*, status*, recorded</td></tr>
 * <tr><td>invoice_lines</td><td>invoice_id*, fact_recorded, line_id*, amount*, currency*, kind*, subscription_id, item_id,
 *     product_id, quantity, service_from, service_to, proration, discount, discount_currency, tax, tax_currency</td></tr>
 * <tr><td>ticket_statuses</td><td>ticket_id*, fact_recorded, status_id, effective*, status*, recorded</td></tr>
 * </table>
 *
 * <p><b>Values.</b>
 *
 * <ul>
 *   <li>A moment is a day ({@code 2025-03-01}) or an instant with an offset ({@code 2025-03-01T02:00:00Z}). The first day, the
 *       last day and the date of a rate or a quota are days; {@code recorded} is an instant. An {@code end_date}, and
 *       {@code service_to}, is the first moment that is no longer part of it.
 *   <li>A number is written with a point and without other marks. An amount stands beside its currency, an ISO 4217 code.
 *   <li>A price has a {@code unit_amount} or {@code tiers}. {@code price_model} is per_unit (if it is empty), flat, volume or
 *       graduated; {@code billing_interval} is as in month, 3 months or year, and empty of what is paid once. Tiers are
 *       {@code limit:unit:flat} with semicolons between them, and no limit in the last: {@code 10:5.00:0;:4.00:0}.
 *       {@code usage} is licensed (if it is empty) or metered. {@code package_rounding} is up (if it is empty) or down.
 *   <li>A choice is written in lower case and read in any: a kind of product is recurring, one_time or usage; of a spell trial,
 *       paused, past_due or unpaid; of a survey nps, csat or ces; a type of deal new, expansion or renewal; a renewal
 *       automatic or on_request; a duration once, repeating or forever; a cause voluntary or involuntary; a category pipeline,
 *       best_case, most_likely, commit, closed or omitted; the outcome of a deal open, won or lost, of a payment succeeded,
 *       failed, refunded or disputed; a proration whole_period or prorated.
 *   <li>Text has no blanks around it, and an empty cell is absent. The writer puts an apostrophe before a text that a
 *       spreadsheet would run as a formula (it begins with {@code = + - @}, a tab or a carriage return), and before one that
 *       is empty or has blanks around it; the reader takes that apostrophe away, and no other.
 * </ul>
 *
 * <p><b>What an absent value means.</b>
 *
 * <ul>
 *   <li>{@code recorded}: when a fact or an entry became known; without it, when it took effect. Two rows of one id and
 *       different recordings are versions, and both are kept.
 *   <li>{@code fact_recorded}: which version of the fact an entry belongs to, by that version's {@code recorded}, or
 *       {@code none} for the one without; an empty one belongs to all versions.
 *   <li>{@code change_id} and its like: made of the rest, so that the same row twice is one entry. {@code item_id}: the product,
 *       else {@code item}. In an item change or a deal's change, whatever is absent stays as it was.
 *   <li>{@code end_date} in subscriptions is short for a row of subscription_endings. From {@code stage} to {@code owner_id} a
 *       row of opportunities is short for a change when the deal was created; of a deal that is won or lost and has a
 *       {@code close_date}, outcome, stage, category and probability took effect on that day. The writer never writes these.
 * </ul>
 *
 * <p><b>What is an issue.</b> A column, a key or an array that is not named here; a file of another name (a note, and a
 * warning if it is called nearly as one that is read; the links file is none); a row that cannot be read; an entry whose fact
 * is missing, which is rejected; two entries of a fact with one id and recording that differ. In JSON a value is a text, a number or null, the version of the form stands in {@code schemaVersion},
 * and a document has at most 2<sup>30</sup> characters.
 */
public final class NativeForm {
    static final String SYSTEM = "native";

    /** The most characters of a JSON document; the folder of CSV files has no such limit. */
    private static final long LONGEST = 1L << 30;

    private NativeForm() {}

    /**
     * Reads a folder of CSV files or a JSON document, and collects bad rows.
     *
     * @throws UncheckedIOException if there is no such folder or file, or it cannot be read
     */
    public static Loaded<RevenueBook> read(Path path) {
        return reader().read(path);
    }

    /** A reader that collects bad rows, and may be told otherwise. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT);
    }

    /**
     * Writes every fact in every version, and the exchange rates, as CSV files into a folder, which is made if it is not there.
     * A file of the native form that is there already is replaced; any other is left alone. Issues are not written.
     *
     * @throws IllegalArgumentException if the book was merged over links, which have no place in the form
     * @throws UncheckedIOException if it cannot be written
     */
    public static void writeCsv(RevenueBook book, Path folder) {
        check(book);
        try {
            NativeCsv.write(book, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes every fact in every version, and the exchange rates, as a JSON document. Issues are not written.
     *
     * @throws IllegalArgumentException if the book was merged over links, which have no place in the form
     * @throws UncheckedIOException if it cannot be written
     */
    public static void writeJson(RevenueBook book, Path file) {
        check(book);
        try {
            NativeJson.write(book, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(RevenueBook book) {
        if (!book.aliases().isEmpty()) {
            throw new IllegalArgumentException(
                    "The book was merged, and its " + book.aliases().size()
                            + " linked accounts would be lost. Maybe write the books before they are merged, and keep the links file.");
        }
    }

    /** How a native form is read. Immutable. */
    public static final class Reader {
        private final BadRows badRows;

        private Reader(BadRows badRows) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
        }

        /** The same reader, which does something else about bad rows. */
        public Reader with(BadRows other) {
            return new Reader(other);
        }

        /**
         * Reads a folder of CSV files or a JSON document.
         *
         * @throws UncheckedIOException if there is no such folder or file, or it cannot be read
         * @throws LoadException at the first error, if bad rows are {@link BadRows#STRICT}
         */
        public Loaded<RevenueBook> read(Path path) {
            return read(path, LONGEST);
        }

        /**
         * Reads rows from elsewhere, such as a database, with the columns of one file of the native form.
         *
         * @param kind the name of that file without its ending: {@code accounts}, {@code subscription_items} ...
         * @throws IllegalArgumentException if there is no such file
         * @throws UncheckedIOException if the rows cannot be fetched
         * @throws LoadException at the first error, if bad rows are {@link BadRows#STRICT}
         */
        public Loaded<RevenueBook> read(String kind, RowSource rows) {
            return read(Map.of(kind, rows));
        }

        /**
         * Reads rows from elsewhere into one book: facts, and the dated entries that belong to them.
         *
         * @param sources each by the kind of its rows, as in {@link #read(String, RowSource)}; they are read in the order of
         *     the native form
         */
        public Loaded<RevenueBook> read(Map<String, RowSource> sources) {
            sources.keySet().forEach(NativeKinds::required);
            LoadLog log = new LoadLog(badRows);
            NativeRows rows = new NativeRows(log);
            for (Kind kind : NativeKinds.ALL) {
                RowSource source = sources.get(kind.name());
                if (source != null) {
                    NativeCsv.read(source, kind, log, rows);
                }
            }
            return rows.loaded();
        }

        Loaded<RevenueBook> read(Path path, long longest) {
            Objects.requireNonNull(path, "path");
            LoadLog log = new LoadLog(badRows);
            NativeRows rows = new NativeRows(log);
            String name = String.valueOf(path.getFileName());
            try {
                if (Files.isDirectory(path)) {
                    NativeCsv.read(path, log, rows);
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
                    new NativeJson(path, log, rows, longest).read(path);
                } else if (Files.exists(path)) {
                    log.issue(new Issue(
                            IssueCode.UNREADABLE,
                            Severity.ERROR,
                            new Source(SYSTEM, name, 0),
                            "",
                            "",
                            "",
                            "It is neither a folder nor a .json file. Maybe name the folder that the file is in."));
                } else {
                    throw new NoSuchFileException(path.toString());
                }
            } catch (NoSuchFileException e) {
                throw TextFile.missing(path, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows.loaded();
        }
    }
}
