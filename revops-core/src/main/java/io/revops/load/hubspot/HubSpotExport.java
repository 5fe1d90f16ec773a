package io.revops.load.hubspot;

import io.revops.book.RevenueBook;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.Loaded;
import io.revops.load.export.ExportFolder;
import io.revops.load.export.Sheet;
import io.revops.load.export.SheetRow;
import io.revops.money.Money;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder with the tables of a HubSpot portal, one CSV file each.
 *
 * <pre>{@code
 * RevenueBook crm = HubSpotExport.read(folder).orElseThrow();
 * RevenueBook crm = HubSpotExport.reader()
 *         .in("USD").with(HubSpotStages.standard().won("98765")).withAttributes("tier").read(folder).orElseThrow();
 * }</pre>
 *
 * <h2>Files</h2>
 *
 * They are found by name, in any case, in singular or plural; none has to be there. Of the CRM's own export, whose files are
 * called like {@code hubspot-crm-exports-all-deals-2025-03-01.csv}, the word deals, companies or contacts tells the kind.
 * Other files are named in a note and not read.
 *
 * <table>
 * <caption>What is read of each; columns in italics must be there and have a value</caption>
 * <tr><th>File</th><th>Columns</th><th>Becomes</th></tr>
 * <tr><td>company</td><td><i>id</i>, name, domain or website, createdate, numberofemployees, annualrevenue, industry, country,
 * type, lifecyclestage, hubspot_owner_id, hs_parent_company_id</td><td>an account; the attributes industry, country, type,
 * lifecycle and owner</td></tr>
 * <tr><td>contact</td><td><i>id</i>, associatedcompanyid, firstname, lastname, email, jobtitle, createdate</td>
 * <td>a contact, if its company is known</td></tr>
 * <tr><td>contact_company</td><td><i>contact_id</i>, <i>company_id</i></td><td>the company of a contact</td></tr>
 * <tr><td>owner</td><td><i>owner_id</i>, first_name, last_name, email, team</td><td>a representative</td></tr>
 * <tr><td>deal</td><td><i>deal_id</i>, <i>createdate</i>, deal_pipeline_stage_id or dealstage (the column must be there),
 * deal_pipeline_id or pipeline, dealname, amount, deal_currency_code, closedate, owner_id or hubspot_owner_id, dealtype,
 * hs_manual_forecast_category, hs_deal_stage_probability, hs_is_closed, hs_is_closed_won, hs_analytics_source,
 * hs_primary_associated_company or associatedcompanyid, hs_lastmodifieddate, hs_v2_date_entered_&lt;stage&gt; or
 * hs_date_entered_&lt;stage&gt;</td><td>a deal</td></tr>
 * <tr><td>deal_company</td><td><i>deal_id</i>, <i>company_id</i>, type_id, category</td><td>the account of a deal: the company of
 * the type 5, which is HubSpot's for the primary one, or else the first by id</td></tr>
 * <tr><td>deal_pipeline</td><td><i>pipeline_id</i>, label</td><td>the attribute pipeline of deals</td></tr>
 * <tr><td>deal_pipeline_stage</td><td><i>stage_id</i>, pipeline_id, label, probability (0 to 1), closed_won, is_closed</td>
 * <td>what a stage is called and means</td></tr>
 * <tr><td>deal_property_history</td><td><i>deal_id</i>, <i>name</i>, value, <i>timestamp</i></td><td>changes of a deal, of the
 * properties dealstage, amount, closedate, hubspot_owner_id, hs_deal_stage_probability and hs_manual_forecast_category;
 * others say nothing here</td></tr>
 * <tr><td>deal_stage</td><td><i>deal_id</i>, <i>value</i>, <i>date_entered</i> or _fivetran_start</td><td>stages that a deal entered</td></tr>
 * </table>
 *
 * <p>Two layouts are read, and may be mixed: a warehouse's copy ({@code property_dealname}) and the properties' internal names
 * as the CRM exports them ({@code dealname}); in any case, with blanks for underscores, so that {@code Record ID} and
 * {@code Deal Name} are found, too. A row whose is_deleted or _fivetran_deleted is true, and what belongs to it, is left out with
 * a note. Further columns are ignored, unless {@link Reader#withAttributes} names them.
 *
 * <p>Times are {@code 2019-12-04 12:48:22}, in UTC, or ISO; in a history also milliseconds since 1970. Amounts are in
 * deal_currency_code, or else in the currency of {@link Reader#in}; an amount without any rejects its row.
 *
 * <h2>Rows</h2>
 *
 * The same row twice counts once. Of different rows with one id the one with the later hs_lastmodifieddate is kept, and the
 * others are rejected. A row of a history or an association whose deal is in no file is rejected. The order of rows and files
 * means nothing. If there is no file of companies, those that deals name become accounts with nothing but an id.
 *
 * <h2>Deals over time</h2>
 *
 * <ul>
 * <li><b>Stages</b> are those of deal_property_history, or else of deal_stage, or else of the columns hs_v2_date_entered_...,
 * which know only the last time that a stage was entered. They are named by their labels.
 * <li><b>Outcome.</b> closed_won makes a stage won; another that is_closed is lost. Where the table has no is_closed, a stage of
 * probability 0 is lost. Of a stage that is in no table, the {@link HubSpotStages} says what it means, or else the deals in it by
 * hs_is_closed and hs_is_closed_won; otherwise it is open, and a note counts such deals. A deal that leaves a closed stage is
 * open again.
 * <li><b>Probability</b> is that of the stage, unless the history has it. The category is hs_manual_forecast_category: OMIT, PIPELINE,
 * BEST_CASE, MOST_LIKELY, COMMIT, CLOSED.
 * <li><b>What has no history</b> is taken as it is since the deal was created; a note counts deals without a history of
 * stages. A closed one of these is in no stage until its closedate, on which it closes.
 * <li><b>The row and its history differ.</b> The row holds, with a last change (named {@code current}): on the closedate if it
 * closes the deal, or else at hs_lastmodifieddate, if that is after the last change; otherwise the last change takes its
 * values. A note names the properties.
 * <li><b>Type.</b> newbusiness is new, existingbusiness an expansion, renewal a renewal. Another text is kept as the attribute
 * {@code type}, and counted in a note.
 * </ul>
 */
public final class HubSpotExport {
    static final String SYSTEM = "hubspot";

    private HubSpotExport() {}

    /**
     * Reads a folder, or a single file, as {@link #reader()} does.
     *
     * @throws java.io.UncheckedIOException if the path is not there or cannot be read
     */
    public static Loaded<RevenueBook> read(Path path) {
        return reader().read(path);
    }

    /** A reader that collects bad rows, knows the standard stages, and expects every amount to have its currency. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT, HubSpotStages.standard(), null, List.of());
    }

    /** Reads folders, in a way that can be chosen; immutable. */
    public static final class Reader {
        private final BadRows badRows;
        private final HubSpotStages stages;
        private final @Nullable Currency currency;
        private final List<String> attributes;

        private Reader(BadRows badRows, HubSpotStages stages, @Nullable Currency currency, List<String> attributes) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
            this.stages = Objects.requireNonNull(stages, "stages");
            this.currency = currency;
            this.attributes = List.copyOf(attributes);
        }

        /** What to do about rows that cannot be read. */
        public Reader with(BadRows other) {
            return new Reader(other, stages, currency, attributes);
        }

        /** What stages mean that no file of pipelines tells. */
        public Reader with(HubSpotStages other) {
            return new Reader(badRows, other, currency, attributes);
        }

        /**
         * The currency of amounts that do not name one: that of the portal.
         *
         * @param code an ISO 4217 code
         */
        public Reader in(String code) {
            return new Reader(badRows, stages, Money.currency(code), attributes);
        }

        /**
         * Further properties of companies and deals that become attributes, named as they are.
         *
         * @param properties internal names, without property_
         */
        public Reader withAttributes(String... properties) {
            List<String> names = Arrays.stream(properties)
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList();
            return new Reader(badRows, stages, currency, names);
        }

        /**
         * Reads every file of the folder that is known, or the only file.
         *
         * @throws java.io.UncheckedIOException if the path is not there or cannot be read
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path path) {
            Context context = new Context(new LoadLog(badRows), currency, attributes);
            return new Load(context, new Stages(stages)).read(path);
        }
    }

    /** One reading of a folder. */
    private static final class Load {
        private final Context context;
        private final Stages stages;
        private final People people;
        private final Deals deals;

        Load(Context context, Stages stages) {
            this.context = context;
            this.stages = stages;
            people = new People(context);
            deals = new Deals(context, stages);
        }

        Loaded<RevenueBook> read(Path path) {
            String expected = "file that is known (" + String.join(", ", HubFile.names()) + ")";
            for (Path file : ExportFolder.of(path, SYSTEM, expected)
                    .files(context.log(), file -> HubFile.of(file).isPresent())) {
                HubFile kind = HubFile.of(file).orElse(HubFile.DEAL);
                Sheet.of(file, SYSTEM)
                        .named(name -> name.startsWith("property_") ? name.substring("property_".length()) : name)
                        .read(context.log(), kind.required(), row -> read(kind, row));
            }
            stages.settle(context.log());
            RevenueBook.Builder book = RevenueBook.builder();
            deals.addTo(book, people);
            people.addTo(book);
            context.writeNotes();
            return context.log().loaded(book);
        }

        private Verdict read(HubFile kind, SheetRow row) {
            if (kind != HubFile.DEAL && row.isDeleted()) {
                context.count(row.source(), Note.DELETED);
                return Verdict.ACCEPTED;
            }
            return switch (kind) {
                case COMPANY -> people.company(row);
                case CONTACT -> people.contact(row);
                case CONTACT_COMPANY -> people.contactCompany(row);
                case OWNER -> people.owner(row);
                case DEAL -> deals.row(row);
                case DEAL_COMPANY -> deals.company(row);
                case DEAL_PIPELINE -> stages.pipeline(row);
                case DEAL_PIPELINE_STAGE -> stages.stage(row);
                case DEAL_PROPERTY_HISTORY -> deals.event(DealEvent.ofProperty(row), row.source());
                case DEAL_STAGE -> deals.event(DealEvent.ofStage(row), row.source());
            };
        }
    }
}
