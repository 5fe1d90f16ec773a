package io.revops.forecast.churn;

import io.revops.book.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The uses of one account in columns, by time; whichever order they came in, the columns are the same. */
final class UsageLog {
    /** Nothing known of it. */
    static final int NONE = -1;

    private static final Comparator<UsageEvent> BY_RECORDING = Comparator.<UsageEvent, Instant>comparing(
                    e -> e.recorded().orElse(Instant.MIN))
            .thenComparing(UsageEvent::toString);

    private final long[] second;
    private final int[] day;
    private final int[] meter;
    private final int[] user;
    private final double[] quantity;
    /** From which second on it is known, and from which another version of it is; null if none was recorded. */
    private final long[][] known;

    private final Map<String, Integer> meters;
    private final int firstUser;

    private UsageLog(
            long[] second,
            int[] day,
            int[] meter,
            int[] user,
            double[] quantity,
            long[][] known,
            Map<String, Integer> meters) {
        this.second = second;
        this.day = day;
        this.meter = meter;
        this.user = user;
        this.quantity = quantity;
        this.known = known;
        this.meters = meters;
        int at = 0;
        while (at < user.length && user[at] == NONE) {
            at++;
        }
        firstUser = at;
    }

    /** One version of an event: until when it was the latest. */
    private record Version(UsageEvent event, long second, long replaced) {
        static final Comparator<Version> ORDER = Comparator.comparingLong(Version::second)
                .thenComparing(v -> v.event.id().value())
                .thenComparing(v -> v.event.recorded().orElse(Instant.MIN))
                .thenComparing(v -> v.event.toString());
    }

    /** All versions of all uses of an account, in any order: the same twice counts once. */
    static UsageLog of(List<UsageEvent> events, ZoneId zone) {
        List<Version> versions = versions(events, zone);
        versions.sort(Version.ORDER);
        int n = versions.size();
        long[] second = new long[n];
        int[] day = new int[n];
        int[] meter = new int[n];
        int[] user = new int[n];
        double[] quantity = new double[n];
        long[][] known = new long[0][];
        Map<String, Integer> meters = new HashMap<>();
        Map<String, Integer> users = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Version version = versions.get(i);
            UsageEvent event = version.event;
            second[i] = version.second;
            day[i] = i > 0 && second[i] == second[i - 1]
                    ? day[i - 1]
                    : Math.toIntExact(event.at().date(zone).toEpochDay());
            meter[i] = number(meters, event.meter());
            user[i] = event.user().map(u -> number(users, u)).orElse(NONE);
            quantity[i] = event.quantity().map(BigDecimal::doubleValue).orElse(1.0);
            boolean isWritten = event.recorded().isPresent() || version.replaced != Long.MAX_VALUE;
            if (isWritten && known.length == 0) {
                known = always(n);
            }
            if (isWritten) {
                known[0][i] = event.recorded().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
                known[1][i] = version.replaced;
            }
        }
        return new UsageLog(second, day, meter, user, quantity, known, meters);
    }

    private static List<Version> versions(List<UsageEvent> events, ZoneId zone) {
        Map<String, List<UsageEvent>> repeated = new LinkedHashMap<>();
        Map<String, UsageEvent> first = new HashMap<>(events.size() * 2);
        for (UsageEvent event : events) {
            UsageEvent before = first.putIfAbsent(event.id().value(), event);
            if (before != null) {
                repeated.computeIfAbsent(event.id().value(), id -> new ArrayList<>(List.of(before)))
                        .add(event);
            }
        }
        List<Version> versions = new ArrayList<>(first.size());
        for (UsageEvent event : first.values()) {
            if (!repeated.containsKey(event.id().value())) {
                versions.add(version(event, Long.MAX_VALUE, zone));
            }
        }
        for (List<UsageEvent> several : repeated.values()) {
            several.sort(BY_RECORDING);
            long replaced = Long.MAX_VALUE;
            for (int i = several.size() - 1; i >= 0; i--) {
                boolean isSame = i > 0 && several.get(i).equals(several.get(i - 1));
                long from =
                        several.get(i).recorded().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
                if (!isSame && from < replaced) { // of two with the same recording the last one holds
                    versions.add(version(several.get(i), replaced, zone));
                    replaced = from;
                }
            }
        }
        return versions;
    }

    private static Version version(UsageEvent event, long replaced, ZoneId zone) {
        return new Version(event, event.at().instant(zone).getEpochSecond(), replaced);
    }

    private static int number(Map<String, Integer> numbers, String word) {
        Integer number = numbers.putIfAbsent(word, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }

    private static long[][] always(int n) {
        long[][] known = new long[2][n];
        Arrays.fill(known[0], Long.MIN_VALUE);
        Arrays.fill(known[1], Long.MAX_VALUE);
        return known;
    }

    /**
     * What was known and had happened before an instant.
     *
     * @param cut the first second that is not seen any more
     */
    UsageLog before(long cut) {
        int end = Arrays.binarySearch(second, cut);
        end = end < 0 ? -end - 1 : end;
        while (end > 0 && second[end - 1] >= cut) {
            end--;
        }
        int[] kept = new int[end];
        int n = 0;
        for (int i = 0; i < end; i++) {
            if (known.length == 0 || (known[0][i] < cut && known[1][i] >= cut)) {
                kept[n++] = i;
            }
        }
        return n == second.length ? this : pick(kept, n);
    }

    private UsageLog pick(int[] kept, int n) {
        long[] seconds = new long[n];
        int[] days = new int[n];
        int[] ofMeter = new int[n];
        int[] ofUser = new int[n];
        double[] amounts = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = second[kept[i]];
            days[i] = day[kept[i]];
            ofMeter[i] = meter[kept[i]];
            ofUser[i] = user[kept[i]];
            amounts[i] = quantity[kept[i]];
        }
        return new UsageLog(seconds, days, ofMeter, ofUser, amounts, new long[0][], meters);
    }

    int size() {
        return day.length;
    }

    boolean hasUsers() {
        return firstUser < user.length;
    }

    /** The place of the first use on or after a day. */
    int from(LocalDate first) {
        long wanted = first.toEpochDay();
        int low = 0;
        int high = day.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int day(int place) {
        return day[place];
    }

    int meter(int place) {
        return meter[place];
    }

    int user(int place) {
        return user[place];
    }

    double quantity(int place) {
        return quantity[place];
    }

    /** The number of a meter, {@link #NONE} if it is not in the log. */
    int meter(String name) {
        return meters.getOrDefault(name, NONE);
    }
}
