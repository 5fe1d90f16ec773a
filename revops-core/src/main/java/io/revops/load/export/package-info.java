/**
 * What readers of vendors' exports are built of, beside the rows of {@link io.revops.load}.
 *
 * <p>{@link io.revops.load.export.ObjectFile} takes a JSON file apart into objects and {@link io.revops.load.export.Sheet} a
 * table into rows whose columns are found by any of their names; {@link io.revops.load.export.Registry} keeps one content of
 * each id, whatever the order. A host that reads another system's export may use them, too. Nothing here knows what a field
 * means.
 */
@NullMarked
package io.revops.load.export;

import org.jspecify.annotations.NullMarked;
