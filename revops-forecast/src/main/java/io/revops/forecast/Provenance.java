package io.revops.forecast;

import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Where a model comes from: enough to make it again, and to tell whether another one is the same.
 *
 * @param library the version of this library
 * @param method what was trained, with its options
 * @param asOf the last day that was seen
 * @param seed what it drew from; empty where nothing was drawn
 * @param data the fingerprint of the data that were read, see {@link Fingerprint}
 * @param zoneRules the version of the time-zone data of the Java runtime, which decides on what day an instant falls
 * @param policy the conventions that gave the data their meaning
 */
public record Provenance(
        String library,
        String method,
        LocalDate asOf,
        OptionalLong seed,
        String data,
        String zoneRules,
        List<String> policy) {
    /** The version of this library. */
    public static final String LIBRARY = "0.1.0-SNAPSHOT";

    public Provenance {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(zoneRules, "zoneRules");
        policy = List.copyOf(policy);
    }

    /** Of a method trained now, with this library on this runtime. */
    public static Provenance of(String method, History history, OptionalLong seed, String data) {
        return new Provenance(
                LIBRARY,
                method,
                history.asOf(),
                seed,
                data,
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                history.view().map(v -> v.policy().conventions()).orElse(List.of()));
    }
}
