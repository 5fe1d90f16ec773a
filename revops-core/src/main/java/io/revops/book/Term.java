package io.revops.book;

/**
 * For how long a contract is agreed, and what comes after.
 *
 * @param months its length, at least 1
 * @param renewal whether it goes on by itself
 * @param noticeDays how many days before the end it has to be ended, 0 if none are agreed
 */
public record Term(int months, Renewal renewal, int noticeDays) {
    /** What happens at the end of a term. */
    public enum Renewal {
        /** Another term begins unless somebody ends it. */
        AUTOMATIC,
        /** It ends unless somebody renews it. */
        ON_REQUEST
    }

    public Term {
        if (months < 1 || noticeDays < 0) {
            throw new IllegalArgumentException("A term has " + months + " months and " + noticeDays
                    + " days of notice. Maybe at least 1 month and 0 days.");
        }
    }
}
