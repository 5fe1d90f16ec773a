package io.revops.load.stripe;

import io.revops.book.RevenueBook;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.Loaded;
import io.revops.load.export.ExportFolder;
import io.revops.load.export.ObjectFile;
import io.revops.load.export.Sheet;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads objects of Stripe's API from a folder of JSON files, or from one file, into customers, products, dated
 * subscriptions, invoices and payments.
 *
 * <p><b>Files.</b> Every {@code .json}, {@code .jsonl} and {@code .ndjson} file of the folder, not of folders in it, by name;
 * how they are called does not matter. A file holds a JSON array, a list object ({@code {"object":"list","data":[...]}}), a
 * single object, or an object on each line. A line that is cut off is one rejected row; an array that is cut off is read up
 * to there. The {@code object} field tells the kind. The order of files and of objects does not matter. An object that is
 * there twice is a duplicate; the same id with another content is a conflict, of which the later (by billed period or by
 * creation) is kept. Nesting ends at 100 levels and a text at 1,000,000 characters.
 *
 * <ul>
 *   <li>{@code customer}: an account. Its domain is that of the e-mail; its attributes are the metadata, and
 *       {@code country} and {@code currency}. A discount of the customer is not applied, and is an issue.
 *   <li>{@code product}: a product. Metadata {@code line} (or {@code product_line}) and {@code tier} are taken over; its kind
 *       is that of its prices, if they agree.
 *   <li>{@code price}, {@code plan}: completes items that name it by id, or without tiers: the API leaves
 *       {@code tiers} out, unless asked with {@code expand[]=data.tiers}. An item whose price is nowhere in full is kept
 *       without a price, and is an error.
 *   <li>{@code coupon}, {@code discount}: complete discounts that are only an id.
 *   <li>{@code subscription}: as it stands now.
 *   <li>{@code event}, of the types {@code customer.subscription.created}, {@code updated}, {@code deleted}, {@code paused} and
 *       {@code resumed}: what happened to it, with the whole subscription as it was just after.
 *   <li>{@code invoice} with its lines, {@code line_item}, {@code credit_note}, {@code charge}, {@code refund}, {@code dispute},
 *       {@code invoice_payment}: see below.
 *   <li>All others (payment intents, invoice items, other events) are not read, do not count as rows, and are one note for each
 *       file and kind.
 * </ul>
 *
 * <p><b>Layouts.</b> The current one, with {@code current_period_*} on items and {@code discounts[].source.coupon}; the one
 * before 2025, with {@code current_period_*} on the subscription and {@code discounts[].coupon} or a single {@code discount};
 * and older ones, with {@code plan} instead of {@code price}, and {@code start} instead of {@code start_date}.
 *
 * <p><b>Amounts</b> are in Stripe's minor units: {@code unit_amount_decimal} wins over {@code unit_amount}. Most currencies
 * have two decimals, ISK and UGX among them; JPY and fourteen others have none; BHD, JOD, KWD, OMR and TND have three
 * (<a href="https://docs.stripe.com/currencies">docs.stripe.com/currencies</a>). {@code transform_quantity} makes packages.
 *
 * <p><b>History.</b> The events of a subscription are put in order of {@code created}; of one second, by what they changed,
 * then by id. Each snapshot is compared with the one before:
 *
 * <ul>
 *   <li>Items begin at {@code start_date} and change when the event was created: only what changed of quantity, price and
 *       product, and a quantity of 0 for an item that is gone. Charges made once are no items.
 *   <li>Discounts begin at their {@code start}. One that is gone before its time ends with the event. A coupon for one bill
 *       goes when the bill has used it, which is no end: it ends early only if it goes within the period it came in.
 *   <li>A trial is from {@code trial_start} to {@code trial_end}, the last that is written, and goes on while the status is
 *       {@code paused}: then it ended without a way to pay, and nothing is billed. A pause is while {@code pause_collection} is
 *       set (until {@code resumes_at}, if known), or the status of one without a trial is {@code paused}; past due and unpaid are
 *       while the status is.
 *   <li>A cancellation is asked for at {@code canceled_at} while {@code cancel_at_period_end} or {@code cancel_at} is set, and
 *       withdrawn when neither is any more. One at once is asked for when it ends, and was paid for to the end of the period
 *       if the subscription was active and out of trial; one for a payment that failed was not asked for.
 *   <li>It ends at {@code ended_at}: {@code payment_failed} and {@code payment_disputed} are involuntary,
 *       {@code cancellation_requested} is voluntary; the reason is the {@code feedback}.
 * </ul>
 *
 * <p>Entries are recorded when their event was created, and named by its id.
 *
 * <p><b>Invoices.</b> In the current layout ({@code parent.subscription_details}, {@code parent.subscription_item_details},
 * {@code pricing}, {@code taxes}) and the one before ({@code subscription}, {@code proration}, {@code price} or {@code plan},
 * {@code tax_amounts}).
 *
 * <ul>
 *   <li>An invoice is issued at {@code effective_at}, else when it was finalized, else {@code date}, {@code created} or
 *       {@code period_end}; paid when {@code status_transitions} says, else with its last charge. A draft is left out with a
 *       note; an open or uncollectible one is not paid; a void one is voided.
 *   <li>A line charges its {@code amount} less its {@code discount_amounts} and the taxes that it includes; its tax is all of
 *       them. Where no line says, those of the whole invoice are shared by amount; an invoice that does not say its
 *       discount took off what its total lacks of subtotal and tax. Lines that do not add up to the {@code subtotal} are a
 *       warning: the API puts ten lines into an invoice, and the others are {@code line_item} objects.
 *   <li>A line is one-time or usage as its price says; otherwise recurring if it bills an item of a subscription or prorates
 *       one, and one-time if not. Its service is its {@code period}.
 *   <li>A credit note is an invoice whose lines are negative, of the kind and the subscription of the lines that they take back.
 *   <li>A charge is a payment that succeeded or failed, a refund one that was given back, a dispute one that was disputed, unless
 *       it was won or is an inquiry. What is pending, not captured or failed to be given back is left out with a note. Its
 *       invoice is that of the charge, or of an {@code invoice_payment} or the invoice itself; its account that of the charge,
 *       or of the invoice.
 * </ul>
 *
 * <p><b>Tables.</b> Beside the JSON files, those of a warehouse are read, if they are called {@code customer.csv},
 * {@code product.csv}, {@code price.csv}, {@code plan.csv}, {@code invoice.csv}, {@code invoice_line_item.csv},
 * {@code credit_note.csv}, {@code credit_note_line_item.csv}, {@code charge.csv}, {@code refund.csv} or {@code dispute.csv}: a column is
 * a field, one that ends in {@code _id} the object of that id, and {@code status_transitions_paid_at} the field of an object
 * within. Times without an offset are in UTC. Rows that are marked as deleted are left out with a note. Subscriptions are
 * not read from tables, which keep no history of their items.
 *
 * <p><b>What is not known.</b> Each of these is an issue of the code NO_HISTORY.
 *
 * <ul>
 *   <li>A subscription without events was unchanged since its start. If the first event is not the creation, what the event
 *       changed is taken back, and what was before it was unchanged since the start. A pause or a late bill that is found in
 *       the beginning is dated at the period billed last.
 *   <li>The subscription object is right about how things stand. Where it differs from the last event, the change is dated at
 *       the start of the period billed last, if that is after the last event, or else a second after the event. It is
 *       older than the events, and not followed, if its period is an earlier one or the events have ended it.
 *   <li>Events without a subscription object make one if their customer is known, or if no customers are there at all;
 *       otherwise they are rejected.
 *   <li>A subscription whose first bill was never paid ({@code incomplete}, {@code incomplete_expired}) did not start.
 * </ul>
 */
public final class StripeExport {
    static final String SYSTEM = "stripe";

    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

    private StripeExport() {}

    /**
     * Reads a folder or a file and collects what is wrong.
     *
     * @throws UncheckedIOException if the path is not there or cannot be read
     */
    public static Loaded<RevenueBook> read(Path path) {
        return reader().read(path);
    }

    /** A reader with the usual options: {@link BadRows#COLLECT}. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT);
    }

    /** Reads with options. */
    public static final class Reader {
        private final BadRows badRows;

        private Reader(BadRows badRows) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
        }

        /** The same with another way to treat bad rows. */
        public Reader with(BadRows other) {
            return new Reader(other);
        }

        /**
         * Reads a folder or a file.
         *
         * @throws UncheckedIOException if the path is not there or cannot be read
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path path) {
            LoadLog log = new LoadLog(badRows);
            StripeObjects objects = new StripeObjects(log);
            String expected = ".json, .jsonl or .ndjson file or known table of a warehouse";
            for (Path file : ExportFolder.of(path, SYSTEM, expected).files(log, StripeExport::isRead)) {
                Optional<StripeTable> table = StripeTable.of(file);
                if (table.isPresent()) {
                    StripeTable known = table.get();
                    Sheet.of(file, SYSTEM).read(log, known.required(), row -> objects.read(known, row));
                } else {
                    new ObjectFile(file, SYSTEM, "data", log, objects::read).read();
                }
            }
            return log.loaded(objects.book());
        }
    }

    private static boolean isRead(Path file) {
        String name = ExportFolder.lower(file);
        return ENDINGS.stream().anyMatch(name::endsWith) || StripeTable.of(file).isPresent();
    }
}
