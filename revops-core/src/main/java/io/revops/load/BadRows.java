package io.revops.load;

/**
 * What a reader does about rows that cannot be read: collects them as issues, or stops at the first.
 */
public final class BadRows {
    /** Stop at the first error with a {@link LoadException}. */
    public static final BadRows STRICT = new BadRows(0);

    /** Leave bad rows out and keep up to 1,000 issues; the rest are counted in one more. */
    public static final BadRows COLLECT = new BadRows(1000);

    private final int most;

    private BadRows(int most) {
        this.most = most;
    }

    /**
     * Leave bad rows out and keep so many issues.
     *
     * @param most 1 or more
     */
    public static BadRows collect(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "Cannot keep (" + most + ") issues. Maybe BadRows.STRICT, or 1 or more.");
        }
        return new BadRows(most);
    }

    boolean isStrict() {
        return most == 0;
    }

    int most() {
        return most;
    }

    @Override
    public String toString() {
        return most == 0 ? "strict" : "collect up to " + most;
    }
}
