package io.revops.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * An invented software company and its exports, the same bytes for the same options.
 *
 * <p>{@code writeTo} streams: the memory needed does not grow with the accounts, apart from the events of one month.
 */
public final class SampleCompany {
    /** The largest number of accounts; further names would repeat. */
    public static final int MOST_ACCOUNTS = 100_000;

    static final long STANDARD_SEED = 123;

    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final int MOST_MONTHS = 120;
    private static final double PROSPECTS_PER_ACCOUNT = 0.85;

    private final long seed;
    private final int accounts;
    private final Window window;

    private SampleCompany(long seed, int accounts, int months) {
        this.seed = seed;
        this.accounts = accounts;
        window = new Window(START, months);
    }

    /** The company of the checked-in files: 200 accounts, January 2023 to December 2025. */
    public static SampleCompany standard() {
        return of(STANDARD_SEED, 200, 36);
    }

    /**
     * Another company. The first 44 accounts of each 200 play the roles listed in the README, whose dates lie in the 36 months
     * from January 2023; a shorter company shows only the roles that have begun.
     */
    public static SampleCompany of(long seed, int accounts, int months) {
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("The number of accounts (" + accounts + ") is not in 1 to "
                    + MOST_ACCOUNTS + ". Maybe write several companies with different seeds.");
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("The number of months (" + months + ") is not in 1 to " + MOST_MONTHS
                    + ". Maybe 36, as the standard company.");
        }
        return new SampleCompany(seed, accounts, months);
    }

    /**
     * Writes the exports of billing, CRM and finance and the truth into the folder, which is made if needed; files of the same
     * names are replaced.
     */
    public void writeTo(Path folder) {
        Catalog catalog = Catalog.standard();
        Flaws flaws = new Flaws(catalog, window);
        Rates rates = new Rates(seed, window);
        MonthTotals totals = new MonthTotals(rates);
        try {
            writeCatalog(folder, catalog);
            try (Export export = new Export(folder, window, flaws, totals)) {
                for (int number = 0; number < accounts; number++) {
                    export.customer(customer(number));
                }
                for (int number = 0; number < prospects(); number++) {
                    export.prospect(Story.prospect(seed, number, window));
                }
                export.finish();
            }
            try (TextFile months = new TextFile(folder.resolve("truth/mrr_by_month.csv"))) {
                totals.writeTo(months);
            }
            writeFinance(folder, rates);
            try (TextFile readme = new TextFile(folder.resolve("README.md"))) {
                readme.line(Readme.text(seed, accounts, prospects(), window, flaws.noted()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample company could not be written to " + folder, e);
        }
    }

    /**
     * Writes what a success team knows of the same customers into {@code success}, in the library's own form, and {@code
     * truth/leaving.csv}: which customers leave when, also in the half-year after the window. What is planted in it is told in {@code
     * truth/telemetry.md}. No other file is touched.
     */
    public void writeTelemetryTo(Path folder) {
        try (TelemetryFiles files = new TelemetryFiles(folder);
                TextFile readme = new TextFile(folder.resolve("truth/telemetry.md"))) {
            for (int number = 0; number < accounts; number++) {
                Telemetry.write(customer(number), seed, window, files);
            }
            readme.line(TelemetryReadme.text(seed, accounts, window));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample company's telemetry could not be written to " + folder, e);
        }
    }

    Story customer(int number) {
        return Story.customer(seed, number, window, Catalog.standard());
    }

    private int prospects() {
        return (int) (accounts * PROSPECTS_PER_ACCOUNT);
    }

    private static void writeCatalog(Path folder, Catalog catalog) throws IOException {
        try (JsonList products = JsonList.array(folder.resolve("stripe/products.json"));
                JsonList prices = JsonList.listObject(folder.resolve("stripe/prices.json"), "/v1/prices");
                JsonList coupons = JsonList.array(folder.resolve("stripe/coupons.json"))) {
            for (Product product : Product.values()) {
                products.add(Json.write(PriceJson.product(product)));
            }
            for (Price price : catalog.prices()) {
                prices.add(Json.write(PriceJson.price(price)));
            }
            for (Coupon coupon : Coupon.all()) {
                coupons.add(Json.write(PriceJson.coupon(coupon)));
            }
        }
    }

    private void writeFinance(Path folder, Rates rates) throws IOException {
        try (TextFile users = new TextFile(folder.resolve("salesforce/User.csv"));
                TextFile exchange = new TextFile(folder.resolve("finance/exchange_rates.csv"));
                TextFile quotas = new TextFile(folder.resolve("finance/quotas.csv"))) {
            users.line(CrmRows.USER_HEADER);
            for (Rep rep : Rep.all()) {
                users.line(CrmRows.user(rep));
            }
            Finance.rates(rates, exchange);
            Finance.quotas(window, accounts, quotas);
        }
    }
}
