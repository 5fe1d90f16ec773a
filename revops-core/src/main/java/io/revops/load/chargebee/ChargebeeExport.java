package io.revops.load.chargebee;

import io.revops.book.RevenueBook;
import io.revops.load.AmountUnit;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.Loaded;
import io.revops.load.export.ExportFolder;
import io.revops.load.export.ObjectFile;
import io.revops.load.export.Sheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Reads subscriptions of Chargebee, from what its API returns or from a flat table, into customers, products and dated
 * subscriptions.
 *
 * <pre>{@code
 * RevenueBook billing = ChargebeeExport.read(folder).orElseThrow();
 * RevenueBook billing = ChargebeeExport.reader().with(AmountUnit.MAJOR).read(Path.of("subscriptions.csv")).orElseThrow();
 * }</pre>
 *
 * <p><b>Files.</b> One file, or every {@code .json}, {@code .jsonl}, {@code .ndjson} and {@code .csv} file of a folder; how
 * they are called does not matter. The order of files, objects and rows means nothing. What is there twice counts once; of
 * several contents of one id the one updated last is kept ({@code updated_at}), the others are rejected.
 *
 * <h2>JSON</h2>
 *
 * A list object of the API ({@code {"list":[{"subscription":{...},"customer":{...}}]}}), a JSON array, or an object on each
 * line. An element holds objects under the names of their kinds, and is one row; or it is an object whose field
 * {@code object} names its kind. Read are:
 *
 * <ul>
 *   <li>{@code customer}: an account, named by its company or else its person. Its domain is that of the e-mail; its attributes
 *       are {@code meta_data}, custom fields ({@code cf_region} is {@code region}), {@code country} and {@code currency}. If no
 *       customer is in the export, each that a subscription names becomes an account with nothing but its id.
 *   <li>{@code item_price} (or {@code plan}, {@code addon}): how often an item is billed, and by which pricing model: flat fee, per
 *       unit, tiered, volume, stairstep. Needed for items with tiers; the others tell their price themselves.
 *   <li>{@code item}: a product; {@code item_family_id} is its line, and metadata {@code line} and {@code tier} are taken over.
 *       Without it the product is that of the item price.
 *   <li>{@code coupon}: completes the coupons of subscriptions, which are only ids there.
 *   <li>{@code subscription}: as it stands now. All other kinds are not read, and are a note.
 * </ul>
 *
 * <h2>Tables</h2>
 *
 * One row for each subscription, or, with a column {@code item_price_id}, one for each item of one. The columns are the fields
 * below, in any case and also written {@code subscription.id}, {@code subscriptions.id}, {@code subscription[id]}; the elements of
 * a list are {@code subscription_items[item_price_id][0]} or {@code subscription_items.0.item_price_id}. Customers are the columns
 * that begin with {@code customer.}; {@code coupons} are ids with commas between. Must be there: id (or subscription_id),
 * customer_id, status, currency_code. Amounts are in the currency's smallest unit; if they are in the currency itself, say so
 * with {@link Reader#with(AmountUnit)}. Times without an offset are in UTC.
 *
 * <h2>Fields of a subscription</h2>
 *
 * <ul>
 *   <li><i>id</i>, <i>customer_id</i>, <i>currency_code</i> and <i>status</i>: future, in_trial, active, non_renewing, paused,
 *       cancelled or transferred. One with {@code deleted} is left out with a note.
 *   <li>Its start: {@code started_at}, else {@code start_date}, else {@code activated_at}, else {@code created_at}.
 *   <li>{@code subscription_items}: <i>item_price_id</i>, item_type, quantity, unit_price, amount, free_quantity, billing_period
 *       and billing_period_unit, trial_end, metered_quantity. Items of the type charge are made once, and are none here. Before
 *       there were items: {@code plan_id}, {@code plan_quantity}, {@code plan_unit_price}, {@code plan_amount},
 *       {@code plan_free_quantity} and {@code addons}. A field that ends in {@code _in_decimal} wins over the one without; of
 *       amounts it is in the currency itself. Without a quantity the price is a flat fee. {@code item_tiers} are the tiers of
 *       this subscription.
 *   <li>{@code billing_period} and {@code billing_period_unit}: how often an item is billed that does not say it itself.
 *   <li>{@code trial_start}, {@code trial_end}: a trial. {@code pause_date}, {@code resume_date}: a pause, which may be still to
 *       come; that of the past is not in an export.
 *   <li>{@code cancelled_at}: the end of a cancelled one, and the end that is agreed of any other, for which
 *       {@code current_term_end} stands in if it is non_renewing. {@code cancel_schedule_created_at}: when it was asked for. One that was
 *       cancelled within a term was paid for to {@code current_term_end}.
 *   <li>{@code cancel_reason}: not_paid, no_card, fraud_review_failed, tax_calculation_failed, non_compliant_customer,
 *       non_compliant_eu_customer and currency_incompatible_with_gateway are involuntary, and so are these as a
 *       {@code cancel_reason_code}; a cancellation without a reason, or with another code, is voluntary. The code is the reason
 *       that is kept.
 *   <li>{@code discounts}: <i>id</i>, type, percentage or amount with currency_code, <i>duration_type</i>, period and period_unit,
 *       item_price_id, created_at, apply_till. {@code coupons}: <i>coupon_id</i>, apply_till; from the start on. A coupon of items
 *       holds for those that its constraints name; criteria that only Chargebee can decide name none.
 *   <li>{@code contract_term}: contract_start and contract_end, or billing_cycle, make its months; action_at_term_end
 *       {@code cancel} ends it unless somebody renews; cancellation_cutoff_period is its notice in days.
 *   <li>{@code meta_data} and custom fields are its attributes.
 * </ul>
 *
 * <p>An export says how subscriptions stand, and not how they came to: each is taken as unchanged since its start, which is a
 * note. An item without a price or without an interval, and a coupon that is in no file, are errors, and the subscription is
 * kept without them.
 */
public final class ChargebeeExport {
    static final String SYSTEM = "chargebee";

    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson", ".csv");
    private static final List<List<String>> REQUIRED =
            List.of(List.of("id"), List.of("customer_id"), List.of("status"), List.of("currency_code"));

    private ChargebeeExport() {}

    /**
     * Reads a folder or a file and collects what is wrong.
     *
     * @throws java.io.UncheckedIOException if the path is not there or cannot be read
     */
    public static Loaded<RevenueBook> read(Path path) {
        return reader().read(path);
    }

    /** A reader with the usual options: {@link BadRows#COLLECT}, {@link AmountUnit#MINOR}. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT, AmountUnit.MINOR);
    }

    /** Reads with options. */
    public static final class Reader {
        private final BadRows badRows;
        private final AmountUnit unit;

        private Reader(BadRows badRows, AmountUnit unit) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
            this.unit = Objects.requireNonNull(unit, "unit");
        }

        /** The same with another way to treat bad rows. */
        public Reader with(BadRows other) {
            return new Reader(other, unit);
        }

        /**
         * The same for tables whose amounts are in another unit; in JSON the fields say it themselves.
         *
         * @param other {@link AmountUnit#MINOR}, as in the API, or {@link AmountUnit#MAJOR}: Chargebee writes no others
         */
        public Reader with(AmountUnit other) {
            if (other != AmountUnit.MINOR && other != AmountUnit.MAJOR) {
                throw new IllegalArgumentException("No table of Chargebee is in " + other
                        + ". Maybe AmountUnit.MAJOR, or Mapping for a sheet of one's own.");
            }
            return new Reader(badRows, other);
        }

        /**
         * Reads a folder or a file.
         *
         * @throws java.io.UncheckedIOException if the path is not there or cannot be read
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path path) {
            LoadLog log = new LoadLog(badRows);
            ChargebeeObjects objects = new ChargebeeObjects(log);
            for (Path file : ExportFolder.of(path, SYSTEM, ".json, .jsonl, .ndjson or .csv file")
                    .files(log, ChargebeeExport::isRead)) {
                if (ExportFolder.lower(file).endsWith(".csv")) {
                    Sheet.of(file, SYSTEM)
                            .named(FlatRow::name)
                            .read(log, REQUIRED, row -> objects.read(FlatRow.of(row, unit), row.source()));
                } else {
                    new ObjectFile(file, SYSTEM, "list", log, objects::read).read();
                }
            }
            return log.loaded(objects.book());
        }
    }

    private static boolean isRead(Path file) {
        String name = ExportFolder.lower(file);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
