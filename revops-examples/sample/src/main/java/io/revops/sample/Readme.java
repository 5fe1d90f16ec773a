package io.revops.sample;

import io.revops.sample.Flaws.Flaw;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page that lies beside the files: what each is, who plays which role, and which rows are wrong. */
final class Readme {
    private Readme() {}

    static String text(long seed, int accounts, int prospects, Window window, List<Flaw> flaws) {
        StringBuilder page = new StringBuilder(
                """
                # The sample company

                Quillmere is an invented software company; so are all names in its files, and every domain ends in `.example`.
                The files are written by `io.revops.sample.SampleCompany` and are the same bytes each time:

                    java -cp ... io.revops.sample.WriteSample --seed %d --accounts %d --months %d --out data

                They are the exports as known at the end of %s: %d customers, %d prospects that only the CRM knows.

                | file | what it is |
                |---|---|
                | stripe/customers.json, subscriptions.json, prices.json | list objects as the API returns them; subscriptions as they stand at the end |
                | stripe/products.json, coupons.json | bare JSON arrays |
                | stripe/events.jsonl | one subscription event per line, in order of time; renewals that change nothing are left out (but see RENEWALS_LOGGED) |
                | salesforce/*.csv | the CRM's tables, API names as headers, times in UTC |
                | links.csv | billing customers whose metadata lacks `crm_account_id`; some have neither and can be linked by the domain of e-mail and website; three by nothing |
                | finance/exchange_rates.csv | month-end rates: 1 base = rate quote |
                | finance/quotas.csv | each seller's quota for new and expansion business per quarter; the end date is exclusive |
                | truth/arr_states.csv | the right answer: what each subscription was worth per year from each instant on |
                | truth/mrr_by_month.csv | the same, added up: active accounts, ARR by currency, MRR in US dollars at the month-end rate |

                The truth counts price × quantity less the discount of that time; trials, unpaid, paused (status) and ended
                subscriptions and usage billed afterwards are worth 0; past due ones and those whose collection is paused keep
                their worth. It does not count the wrong rows below.

                Amounts are in minor units in stripe/ (yen have none) and in whole units elsewhere. Subscriptions of every tenth
                customer (47, 57, ... counted from 0) have no events: they are older than the log and
                unchanged since their start. The log of LOG_BEGINS_LATE starts with an update: what was before stands in its
                `previous_attributes`. A `once` coupon counts for one billing period.

                ## Roles

                The first customers play one role each, with dates written out in `RoleLife` and `EdgeLife`; the others live by
                chance.

                | customer | role |
                |---|---|
                """.formatted(seed, accounts, window.months(), window.end().minusDays(1), accounts, prospects));
        for (Role role : Role.values()) {
            if (role != Role.BY_CHANCE && role.account() < accounts) {
                page.append("| ")
                        .append(Id.customer(role.account()))
                        .append(" | ")
                        .append(role)
                        .append(" |\n");
            }
        }
        page.append("\n## Rows that are wrong on purpose\n\n");
        page.append("A reader should report each of these and read everything else.\n\n");
        page.append("| file | line | what is wrong | how such a row comes about |\n|---|---|---|---|\n");
        flaws.stream()
                .sorted(Comparator.comparing(Flaw::file).thenComparing(Flaw::line))
                .forEach(flaw -> page.append(String.format(
                                Locale.ROOT,
                                "| %s | %d | %s | %s |%n",
                                flaw.file(),
                                flaw.line(),
                                flaw.what(),
                                flaw.why())
                        .replace("\r\n", "\n")));
        return page.toString().stripTrailing();
    }
}
