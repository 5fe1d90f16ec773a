package io.revops.load.export;

import io.revops.time.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and instants as CRMs, helpdesks, billing systems and the warehouses that copy them write them. */
public final class Times {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

    private Times() {}

    /** A date, or an instant with its offset; a time without an offset is one in UTC. */
    public static Moment moment(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches()
                ? Moment.parse(time.group(1) + "T" + twoDigits(time.group(2)) + offset(time.group(3)))
                : Moment.parse(text);
    }

    /** A date; of an instant the date that is written, whatever the offset. */
    public static LocalDate day(String text) {
        Moment moment = moment(text);
        return moment.isDate() ? moment.date(ZoneOffset.UTC) : LocalDate.parse(text.substring(0, 10));
    }

    private static String twoDigits(String time) {
        return time.charAt(1) == ':' ? "0" + time : time;
    }

    private static String offset(@Nullable String written) {
        if (written == null || written.equals("UTC")) {
            return "Z";
        }
        return written.length() == 5 && written.charAt(3) != ':'
                ? written.substring(0, 3) + ":" + written.substring(3)
                : written;
    }
}
