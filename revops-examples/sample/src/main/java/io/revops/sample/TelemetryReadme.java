package io.revops.sample;

/** The page that tells what is planted in the telemetry; it lies beside the truth, for a folder of facts holds nothing else. */
final class TelemetryReadme {
    private TelemetryReadme() {}

    static String text(long seed, int accounts, Window window) {
        return """
                # What a success team knows of the sample company

                `../success`, written by `SampleCompany.writeTelemetryTo`, seed %d, %d customers, up to %s, in the library's own form
                (docs/native-format.md). The account ids are those of billing, which are linked to the CRM by the same links.

                The customers' lives are told in the exports. What is seen of them in `../success` is drawn given what is to
                come: whether a customer stops being worth anything within 90 days of the end of the month. Where the two
                likelihoods are of one family, the log-odds of leaving rise by a known number with each unit of what was seen:

                | what is seen in a month | if it stays | if it leaves within 90 days | log-odds per unit |
                |---|---|---|---|
                | uses | Poisson, mean 3.2 x level | Poisson, mean 3.2 x level x exp(-0.7) | -0.7 |
                | tickets | Poisson, mean 0.3 | Poisson, mean 0.3 exp(0.7) | +0.7 |
                | the champion leaves | odds 1 to 99 | odds exp(1.4) to 99 | +1.4 |
                | answer to the survey (0 to 10), every six months | mean 7.6, deviation 1.6 | mean 6.1, within 180 days | about -0.59 |
                | a payment fails by chance | 2 of 100 months | the same | 0 |

                `level` is the customer's own: log-normal, deviation 0.3. Months are independent given what is to come. Of the uses of the
                product one of many is kept: a few a month, which say how often and not by how many. While a subscription is past due
                a payment fails every seven days.

                `leaving.csv` says which customers leave when, those among them that do so in the 180 days after %s:
                nobody knows them on that day, unless a cancellation was asked for. The chance of each is that of the end of a billing
                period as in the window, of customers without a role.
                """.formatted(
                seed, accounts, window.end().minusDays(1), window.end().minusDays(1)).stripTrailing();
    }
}
