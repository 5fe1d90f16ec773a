/**
 * Every metric by name: constants for a notebook to import statically, and a list to look one up in.
 *
 * <p>{@link io.revops.catalog.Metrics} holds the constants, {@link io.revops.catalog.MetricCatalog} finds them by id. It sits
 * above the families, which do not see each other, and defines no metric itself.
 */
@NullMarked
package io.revops.catalog;

import org.jspecify.annotations.NullMarked;
