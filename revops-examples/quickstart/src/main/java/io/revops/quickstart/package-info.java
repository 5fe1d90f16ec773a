/**
 * The main job in one command: from a company's exports to a revenue report.
 *
 * <p>{@link io.revops.quickstart.Quickstart} is the program; what it does is three lines of the library, in
 * {@link io.revops.quickstart.Exports} and {@link io.revops.quickstart.Quickstart}, and the rest is reading arguments.
 */
@NullMarked
package io.revops.quickstart;

import org.jspecify.annotations.NullMarked;
