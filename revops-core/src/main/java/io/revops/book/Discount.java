package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reduction of what a subscription costs: a percentage or an amount off each bill, from a moment on.
 *
 * <p>Discounts of an item come before those of the whole subscription; among each, percentages before amounts, then by start
 * and id. An amount off is taken from the items in proportion to what they cost, and never makes them worth less than 0.
 */
public final class Discount implements Entry {
    private final String id;
    private final Moment effective;
    private final DiscountDuration duration;
    private final @Nullable BigDecimal percent;
    private final @Nullable Money amountOff;
    private final @Nullable Integer months;
    private final @Nullable Moment end;
    private final @Nullable String item;
    private final @Nullable String coupon;
    private final @Nullable Instant recorded;

    private Discount(Builder from) {
        id = from.id;
        effective = from.effective;
        duration = from.duration;
        percent = from.percent;
        amountOff = from.amountOff;
        months = from.months;
        end = from.end;
        item = from.item == null ? null : from.item.strip();
        coupon = from.coupon;
        recorded = from.recorded;
        if ((percent == null) == (amountOff == null)) {
            throw new IllegalArgumentException("Discount " + id
                    + " needs either a percentage or an amount off. Maybe one of the two columns is empty.");
        }
        if (percent != null && (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new IllegalArgumentException("Discount " + id + " takes off " + percent.toPlainString()
                    + " percent. Maybe a number from 0 to 100.");
        }
        if (amountOff != null && amountOff.signum() < 0) {
            throw new IllegalArgumentException(
                    "Discount " + id + " takes off " + amountOff + ". Maybe write the amount off without a sign.");
        }
        if (duration == DiscountDuration.REPEATING && months == null && end == null) {
            throw new IllegalArgumentException(
                    "Discount " + id + " repeats for no number of months. Maybe set months, or its end.");
        }
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective, DiscountDuration duration) {
        return new Builder(id, effective, duration);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its subscription; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** From when it reduces the price. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** How long it lasts. */
    public DiscountDuration duration() {
        return duration;
    }

    /** Percent off, 0 to 100. */
    public Optional<BigDecimal> percent() {
        return Optional.ofNullable(percent);
    }

    /** Amount off each bill. */
    public Optional<Money> amountOff() {
        return Optional.ofNullable(amountOff);
    }

    /** How many months, of a repeating one. */
    public Optional<Integer> months() {
        return Optional.ofNullable(months);
    }

    /** When it ends or was removed, if written; otherwise its duration says. */
    public Optional<Moment> end() {
        return Optional.ofNullable(end);
    }

    /** The only item that it reduces; absent: all of them. */
    public Optional<String> item() {
        return Optional.ofNullable(item);
    }

    /** The name or id of the coupon it came from. */
    public Optional<String> coupon() {
        return Optional.ofNullable(coupon);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Discount that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Discount",
                content(),
                "id",
                "effective",
                "duration",
                "percent",
                "amountOff",
                "months",
                "end",
                "item",
                "coupon",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, duration, percent, amountOff, months, end, item, coupon, recorded);
    }

    /** Collects the parts of a Discount. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private final DiscountDuration duration;
        private @Nullable BigDecimal percent;
        private @Nullable Money amountOff;
        private @Nullable Integer months;
        private @Nullable Moment end;
        private @Nullable String item;
        private @Nullable String coupon;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective, DiscountDuration duration) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
            this.duration = Objects.requireNonNull(duration, "duration");
        }

        private Builder(Discount from) {
            id = from.id;
            effective = from.effective;
            duration = from.duration;
            percent = from.percent;
            amountOff = from.amountOff;
            months = from.months;
            end = from.end;
            item = from.item;
            coupon = from.coupon;
            recorded = from.recorded;
        }

        public Builder percent(@Nullable BigDecimal percent) {
            this.percent = percent;
            return this;
        }

        public Builder amountOff(@Nullable Money amountOff) {
            this.amountOff = amountOff;
            return this;
        }

        public Builder months(@Nullable Integer months) {
            this.months = months;
            return this;
        }

        public Builder end(@Nullable Moment end) {
            this.end = end;
            return this;
        }

        public Builder item(@Nullable String item) {
            this.item = item;
            return this;
        }

        public Builder coupon(@Nullable String coupon) {
            this.coupon = coupon;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public Discount build() {
            return new Discount(this);
        }
    }
}
