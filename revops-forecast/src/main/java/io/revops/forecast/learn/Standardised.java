package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A data set as rows for a logistic regression: a one, then each column that varies with mean 0 and standard deviation 1.
 *
 * <p>A missing value stands at the mean of its column; where {@value #LEAST_OF_EACH} rows or more miss it, and as many do not, that
 * it is missing is a column of its own.
 */
final class Standardised {
    /** So many rows on either side before "missing" becomes a column. */
    static final int LEAST_OF_EACH = 20;

    private final List<Column> columns;
    private final double[][] rows;

    private Standardised(List<Column> columns, double[][] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * One column.
     *
     * @param place which of the data
     * @param tellsMissing whether it says that the value is missing, and not the value
     * @param mean of the present values, or the share of rows that miss it
     * @param deviation of all rows, missing ones at the mean
     */
    record Column(int place, boolean tellsMissing, double mean, double deviation) {
        double of(double value) {
            if (tellsMissing) {
                return ((Double.isNaN(value) ? 1 : 0) - mean) / deviation;
            }
            return Double.isNaN(value) ? 0 : (value - mean) / deviation;
        }
    }

    static Standardised of(DataSet data) {
        List<Column> columns = new ArrayList<>();
        for (int f = 0; f < data.features().size(); f++) {
            columns.addAll(of(data, f));
        }
        double[][] rows = new double[data.size()][columns.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                rows[i][c + 1] = column.of(data.value(i, column.place()));
            }
        }
        return new Standardised(List.copyOf(columns), rows);
    }

    /** The columns of one feature: none if it is constant, two if it is missing often. */
    private static List<Column> of(DataSet data, int place) {
        double[] values = data.raw(place);
        double[] weights = data.rawWeights();
        double all = 0;
        double present = 0;
        double largest = 0;
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            all += weights[i];
            if (Double.isNaN(values[i])) {
                missing++;
            } else {
                present += weights[i];
                largest = Math.max(largest, Math.abs(values[i]));
            }
        }
        List<Column> columns = new ArrayList<>();
        double scale = largest == 0 ? 1 : Math.max(largest, Double.MIN_NORMAL); // so that a square does not overflow
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Double.isNaN(values[i]) ? 0 : weights[i] * (values[i] / scale);
        }
        double mean = present == 0 ? 0 : sum / present;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double apart = Double.isNaN(values[i]) ? 0 : values[i] / scale - mean;
            squares += weights[i] * apart * apart;
        }
        double deviation = StrictMath.sqrt(squares / all);
        if (deviation > 1e-13) {
            columns.add(new Column(place, false, mean * scale, deviation * scale));
        }
        if (missing >= LEAST_OF_EACH && values.length - missing >= LEAST_OF_EACH) {
            double share = (all - present) / all;
            columns.add(new Column(place, true, share, StrictMath.sqrt(share * (1 - share))));
        }
        return columns;
    }

    List<Column> columns() {
        return columns;
    }

    double[][] rows() {
        return rows;
    }
}
