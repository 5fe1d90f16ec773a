package io.revops.sample;

import java.util.List;

/**
 * What an account is in the sample for. The first accounts of each 200 play one role each, with fixed dates, so that every
 * phenomenon is present at least once; all others live by chance.
 */
enum Role {
    TRIAL_CONVERTED,
    TRIAL_FAILED,
    COUPON_ONCE_PERCENT,
    COUPON_ONCE_AMOUNT,
    COUPON_REPEATING,
    COUPON_FOREVER_PERCENT,
    COUPON_FOREVER_AMOUNT,
    COUPON_ADDED_LATER,
    COUPON_ABOVE_PRICE,
    COLLECTION_PAUSED,
    STATUS_PAUSED,
    PAST_DUE_RECOVERED,
    PAST_DUE_CANCELED,
    PAST_DUE_UNPAID,
    UPGRADE,
    DOWNGRADE,
    SEAT_CHANGES,
    PRODUCT_SWITCH,
    SCHEDULED_CANCELLATION,
    WITHDRAWN_CANCELLATION,
    IMMEDIATE_CANCELLATION,
    REACTIVATED,
    TWO_SUBSCRIPTIONS,
    FREE_THEN_PAID,
    PAID_THEN_FREE,
    PRICE_RISE,
    SAME_MONTH,
    SAME_SECOND,
    LEAP_DAY,
    THIRTY_FIRST,
    MONTH_END,
    YEN_GRADUATED_TIERS,
    VOLUME_TIERS,
    METERED_OVERAGE,
    TWO_YEARS,
    THREE_YEARS,
    QUARTERLY,
    END_STILL_TO_COME,
    RENEWALS_LOGGED,
    LOG_BEGINS_LATE,
    OLD_LAYOUT,
    OLD_LAYOUT_DISCOUNT,
    PACKS,
    FREE_ONLY,
    BY_CHANCE;

    private static final int CYCLE = 200;

    /** The first account that plays it. */
    int account() {
        return List.of(values()).indexOf(this);
    }

    static Role of(int account) {
        int place = account % CYCLE;
        List<Role> roles = List.of(values());
        return place < roles.size() ? roles.get(place) : BY_CHANCE;
    }
}
