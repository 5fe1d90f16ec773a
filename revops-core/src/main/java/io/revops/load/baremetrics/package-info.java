/**
 * Reads the sheet by which subscriptions are imported into Baremetrics.
 *
 * <p>{@link io.revops.load.baremetrics.BaremetricsTemplate} is the reader and its class comment the manual of the sheet.
 * Whoever has filled in the template has the data for this library. Nothing here calls Baremetrics.
 */
@NullMarked
package io.revops.load.baremetrics;

import org.jspecify.annotations.NullMarked;
