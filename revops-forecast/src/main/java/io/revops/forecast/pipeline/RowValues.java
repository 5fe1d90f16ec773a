package io.revops.forecast.pipeline;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when on to believe what a sheet without history says of a deal: its row shows the stage, amount, close date and category of
 * the day on which it was exported, and not those that the deal had while it was open. Taken to have been known from the beginning,
 * they tell a backtest how the deal ended.
 */
public final class RowValues {
    private static final RowValues AT_CLOSING = new RowValues(false, null);
    private static final RowValues SINCE_OPENED = new RowValues(true, null);

    private final boolean opened;
    private final @Nullable LocalDate exported;

    private RowValues(boolean opened, @Nullable LocalDate exported) {
        this.opened = opened;
        this.exported = exported;
    }

    /** They are known once the deal has closed, and not while it is open: nothing else is sure. */
    public static RowValues knownAtClosing() {
        return AT_CLOSING;
    }

    /** Those of deals that are open are known from the end of the day of the export on. */
    public static RowValues exportedOn(LocalDate day) {
        return new RowValues(false, Objects.requireNonNull(day, "day"));
    }

    /** They never changed since the deal was opened: the company says so. */
    public static RowValues sinceOpened() {
        return SINCE_OPENED;
    }

    boolean areKnownFromTheBeginning() {
        return opened;
    }

    Optional<LocalDate> exported() {
        return Optional.ofNullable(exported);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RowValues that && opened == that.opened && Objects.equals(exported, that.exported);
    }

    @Override
    public int hashCode() {
        return Objects.hash(opened, exported);
    }

    /** {@code known at closing}, {@code known since the export of 2026-03-31}, {@code known since opened}. */
    @Override
    public String toString() {
        return opened
                ? "known since opened"
                : exported == null ? "known at closing" : "known since the export of " + exported;
    }
}
