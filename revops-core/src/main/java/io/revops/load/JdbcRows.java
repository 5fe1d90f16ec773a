package io.revops.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, for {@link NativeForm.Reader#read(String, RowSource)}, {@link PeriodsCsv#read(RowSource)} or a
 * {@link MappedSheet}.
 *
 * <pre>{@code
 * var book = NativeForm.reader().read(Map.of(
 *         "accounts", JdbcRows.query(connection, "select account_id, name, industry from accounts"),
 *         "subscriptions", JdbcRows.query(connection, "select * from subscriptions"),
 *         "subscription_items", JdbcRows.query(connection, "select * from items"))).orElseThrow();
 * }</pre>
 *
 * <ul>
 *   <li>A column is called by its label. One in capitals only, as databases write them that fold names up, is read in lower
 *       case: {@code ACCOUNT_ID} is {@code account_id}.
 *   <li>{@code DATE} is a day. {@code TIMESTAMP WITH TIME ZONE} is an instant; a {@code TIMESTAMP} without one is none, and is
 *       an issue unless a mapping says which zone it is in. {@code DECIMAL} and the whole numbers are exact; of a
 *       {@code DOUBLE} or a {@code REAL} the shortest number counts that stands for it. {@code NULL} is an empty cell.
 *   <li>A value of another type, or one that does not fit its column, rejects its row; the issue names the query, the number
 *       of the row, from 1, and the column.
 * </ul>
 *
 * <p>Nothing is closed that the host opened: a result set is read from where it stands to its end and stays open.
 */
public final class JdbcRows implements RowSource {
    /** Where the rows come from. */
    private interface Query {
        void run(Rows rows) throws SQLException;
    }

    private final String name;
    private final Query query;

    private JdbcRows(String name, Query query) {
        this.name = Objects.requireNonNull(name, "name");
        this.query = query;
    }

    /** The rows of a result set, which can be read once; issues call it {@code result set}. */
    public static JdbcRows of(ResultSet results) {
        Objects.requireNonNull(results, "results");
        return new JdbcRows("result set", rows -> give(results, rows));
    }

    /** The rows of a query, which is run when they are read; issues call it by its text, cut after 60 characters. */
    public static JdbcRows query(Connection connection, String sql) {
        Objects.requireNonNull(connection, "connection");
        String text = sql.strip().replaceAll("\\s+", " ");
        return new JdbcRows(text.length() <= 60 ? text : text.substring(0, 60) + "...", rows -> {
            try (Statement statement = connection.createStatement();
                    ResultSet results = statement.executeQuery(sql)) {
                give(results, rows);
            }
        });
    }

    /** The same rows, under another name in issues. */
    public JdbcRows named(String other) {
        return new JdbcRows(other, query);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Gives every row.
     *
     * @throws UncheckedIOException if the database refuses, with its {@link SQLException} as the cause of the cause
     */
    @Override
    public void read(Rows rows) {
        try {
            query.run(rows);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(
                    "The rows of (" + name + ") could not be fetched. Maybe the cause says why: " + e.getMessage(), e));
        }
    }

    private static void give(ResultSet results, Rows rows) throws SQLException {
        ResultSetMetaData about = results.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(name(about.getColumnLabel(i)));
        }
        if (!rows.columns(columns)) {
            return;
        }
        int[] types = new int[columns.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(about.getColumnType(i + 1), String.valueOf(about.getColumnTypeName(i + 1)));
        }
        long number = 0;
        while (results.next()) {
            number++;
            @Nullable Object[] values = new @Nullable Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = value(results, i + 1, types[i]);
            }
            rows.row(number, values);
        }
    }

    private static String name(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return label.equals(label.toUpperCase(Locale.ROOT)) ? lower : label;
    }

    /** PostgreSQL and SQL Server have types of their own for an instant. */
    private static int type(int type, String name) {
        return name.equalsIgnoreCase("timestamptz") || name.equalsIgnoreCase("datetimeoffset")
                ? Types.TIMESTAMP_WITH_TIMEZONE
                : type;
    }

    private static @Nullable Object value(ResultSet results, int column, int type) throws SQLException {
        return switch (type) {
            // Drivers differ in what they give without being asked.
            case Types.TIMESTAMP_WITH_TIMEZONE -> results.getObject(column, OffsetDateTime.class);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB -> results.getString(column);
            case Types.DECIMAL, Types.NUMERIC -> results.getBigDecimal(column);
            default -> results.getObject(column);
        };
    }
}
