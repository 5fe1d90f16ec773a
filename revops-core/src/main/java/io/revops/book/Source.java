package io.revops.book;

/**
 * Where a fact was read.
 *
 * @param system the kind of system: {@code stripe}, {@code salesforce}, {@code native} ...; empty if it was built by hand
 * @param file the file or table, without its folder; empty if there is none
 * @param line the line it begins on, from 1; 0 if there is none
 */
public record Source(String system, String file, long line) {
    /** Built by hand. */
    public static final Source NONE = new Source("", "", 0);

    /** {@code file:line}, as compilers print it. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return system.isEmpty() ? "built by hand" : system;
        }
        return line == 0 ? file : file + ":" + line;
    }
}
