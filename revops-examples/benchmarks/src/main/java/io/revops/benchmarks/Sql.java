package io.revops.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The movement table as SQL for DuckDB, in the two ways in which it is written. */
final class Sql {
    private static final String MONTHS =
            """
            months AS (
              SELECT unnest(generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH))::DATE AS month)""";

    private Sql() {}

    /** The usual way: every account at the end of every month since its first, compared with the month before. */
    static String spine(String periods) {
        return "WITH " + MONTHS
                + """
                , mrr AS (
                  SELECT m.month, p.customer_id, sum(p.monthly_amount) AS mrr
                  FROM months m JOIN %s p
                    ON p.start_date <= last_day(m.month) AND (p.end_date IS NULL OR p.end_date > last_day(m.month))
                  GROUP BY 1, 2),
                customers AS (SELECT customer_id, min(month) AS first_month FROM mrr GROUP BY 1),
                spine AS (
                  SELECT c.customer_id, c.first_month, m.month FROM customers c JOIN months m ON m.month >= c.first_month),
                compared AS (
                  SELECT s.month, s.first_month, coalesce(mrr.mrr, 0) AS mrr,
                    lag(coalesce(mrr.mrr, 0), 1, 0) OVER (PARTITION BY s.customer_id ORDER BY s.month) AS before
                  FROM spine s LEFT JOIN mrr ON mrr.customer_id = s.customer_id AND mrr.month = s.month)
                SELECT months.month,
                  coalesce(sum(before), 0),
                  coalesce(sum(CASE WHEN before = 0 AND compared.month = first_month THEN mrr END), 0),
                  coalesce(sum(CASE WHEN before = 0 AND compared.month > first_month THEN mrr END), 0),
                  coalesce(sum(CASE WHEN before > 0 AND mrr > before THEN mrr - before END), 0),
                  coalesce(sum(CASE WHEN before > 0 AND mrr > 0 AND mrr < before THEN mrr - before END), 0),
                  coalesce(sum(CASE WHEN before > 0 AND mrr = 0 THEN -before END), 0),
                  coalesce(sum(mrr), 0),
                  count(CASE WHEN mrr > 0 THEN 1 END),
                  count(CASE WHEN before = 0 AND mrr > 0 AND compared.month = first_month THEN 1 END),
                  count(CASE WHEN before = 0 AND mrr > 0 AND compared.month > first_month THEN 1 END),
                  count(CASE WHEN before > 0 AND mrr = 0 THEN 1 END)
                FROM months LEFT JOIN compared ON compared.month = months.month
                GROUP BY months.month ORDER BY months.month"""
                        .formatted(periods);
    }

    /** The quick way: what each period adds and takes away, added up by account and month, then run over the months. */
    static String delta(String periods) {
        return delta(periods, "customer_id", "month");
    }

    /**
     * The quick way for whoever counts otherwise.
     *
     * @param unit the column that tells who is won and lost: customers or subscriptions
     * @param step within which what comes and goes is one movement: a month, or a day where every event counts
     */
    static String delta(String periods, String unit, String step) {
        return "WITH " + MONTHS
                + """
                , changes AS (
                  SELECT %2$s, step, sum(amount) AS moved FROM (
                    SELECT %2$s, date_trunc('%3$s', start_date)::DATE AS step, monthly_amount AS amount FROM %1$s
                    UNION ALL
                    SELECT %2$s, date_trunc('%3$s', end_date)::DATE, -monthly_amount FROM %1$s
                    WHERE end_date IS NOT NULL)
                  GROUP BY 1, 2 HAVING sum(amount) <> 0),
                running AS (
                  SELECT date_trunc('month', step)::DATE AS month, moved, sum(moved) OVER units AS mrr,
                    row_number() OVER units AS nth
                  FROM changes WINDOW units AS (PARTITION BY %2$s ORDER BY step ROWS UNBOUNDED PRECEDING)),
                moves AS (
                  SELECT month,
                    sum(CASE WHEN nth = 1 THEN mrr END) AS new,
                    sum(CASE WHEN nth > 1 AND mrr = moved THEN mrr END) AS reactivation,
                    sum(CASE WHEN mrr <> moved AND moved > 0 THEN moved END) AS expansion,
                    sum(CASE WHEN mrr > 0 AND moved < 0 THEN moved END) AS contraction,
                    sum(CASE WHEN mrr = 0 THEN moved END) AS churn,
                    sum(moved) AS moved,
                    count(CASE WHEN nth = 1 THEN 1 END) AS news,
                    count(CASE WHEN nth > 1 AND mrr = moved THEN 1 END) AS returns,
                    count(CASE WHEN mrr = 0 THEN 1 END) AS losses
                  FROM running GROUP BY 1),
                dense AS (SELECT months.month, moves.* EXCLUDE (month) FROM months LEFT JOIN moves USING (month))
                SELECT month,
                  coalesce(sum(moved) OVER upto, 0) - coalesce(moved, 0),
                  coalesce(new, 0), coalesce(reactivation, 0), coalesce(expansion, 0), coalesce(contraction, 0),
                  coalesce(churn, 0), coalesce(sum(moved) OVER upto, 0),
                  coalesce(sum(news + returns - losses) OVER upto, 0),
                  coalesce(news, 0), coalesce(returns, 0), coalesce(losses, 0)
                FROM dense WINDOW upto AS (ORDER BY month ROWS UNBOUNDED PRECEDING) ORDER BY month"""
                        .formatted(periods, unit, step);
    }

    /** The rows of a file, with the types told: nothing has to be guessed. */
    static String csv(Path file) {
        return "read_csv('" + file
                + "', header = true, columns = {'subscription_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'start_date': 'DATE',"
                + " 'end_date': 'DATE', 'monthly_amount': 'DECIMAL(18, 2)', 'plan': 'VARCHAR', 'quantity': 'INTEGER',"
                + " 'currency': 'VARCHAR'})";
    }

    /** A database in memory, on one thread, that holds nothing yet. */
    static Connection open() throws SQLException {
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        run(duck, "SET threads = 1");
        run(duck, "SET preserve_insertion_order = false");
        return duck;
    }

    static void run(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }
}
