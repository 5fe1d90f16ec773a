package io.revops.report;

import java.util.Objects;

/**
 * What a report was made with and from: enough to tell whether two reports should be the same.
 *
 * @param library this library with its version; empty if nobody said
 * @param policy the conventions in one line
 * @param data a fingerprint of the facts, or what there was instead
 */
public record Imprint(String library, String policy, String data) {
    /** Of a report whose maker did not say. */
    public static final Imprint UNKNOWN = new Imprint("", "", "");

    public Imprint {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(data, "data");
    }
}
