package io.revops.ledger;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The time zone in which days, and so months, begin.
 *
 * @param zone UTC unless set
 */
public record ReportingZone(ZoneId zone) implements PolicyOption {
    public static final ReportingZone UTC = new ReportingZone(ZoneOffset.UTC);

    public ReportingZone {
        zone = Objects.requireNonNull(zone, "zone").normalized(); // UTC is one zone, whatever it is called
    }

    /** A zone by its name, {@code America/New_York}. */
    public static ReportingZone of(String name) {
        try {
            return new ReportingZone(ZoneId.of(name));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone (" + name + "). Maybe UTC or Europe/Berlin.", e);
        }
    }

    @Override
    public String option() {
        return "reporting zone";
    }

    @Override
    public String says() {
        return code();
    }

    @Override
    public String code() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
