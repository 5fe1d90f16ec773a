package io.revops.health;

/**
 * Why a customer is on the list of those at risk.
 *
 * @param kind what it is
 * @param text in words, with the figures
 */
public record AtRiskReason(Kind kind, String text) {
    /** What endangers a customer. */
    public enum Kind {
        /** A subscription is known to end. */
        ENDING,
        /** Its health is red. */
        HEALTH,
        /** A model says that it may well leave. */
        PROBABLE,
        /** It pays and is not live, and a renewal is near. */
        NOT_LIVE,
        /** It has not paid what was due. */
        OVERDUE,
        /** A renewal is near, and its health is not green. */
        RENEWAL
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
