/**
 * What readers of vendors' exports are built of, beside the rows of {@link io.revops.load}.
 *
 * <p>{@link io.revops.load.export.ObjectFile} takes a JSON file apart into objects and {@link io.revops.load.export.Sheet} a
 * table into rows whose columns are found by any of their names; {@link io.revops.load.export.Registry} keeps one content of
 * each id, whatever the order. Nothing here knows what a field means. The module does not export it: it speaks Jackson, and may
 * change with the readers.
 */
@NullMarked
package io.revops.load.export;

import org.jspecify.annotations.NullMarked;
