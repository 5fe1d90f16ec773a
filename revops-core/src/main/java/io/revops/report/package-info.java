/**
 * Lays numbers out for a reader: sections of tables, charts and text, and how each figure was concluded.
 *
 * <p>{@link io.revops.report.RevenueReport} makes a {@link io.revops.report.Report} of a view;
 * {@link io.revops.report.Report#text()} prints it for a terminal, {@code io.revops.report.page} as one HTML page or Markdown.
 * A section is data, made of public types, so that a host adds its own with {@link io.revops.report.Report#with(Section)}. Tables tie as printed. Nothing is computed here that a
 * metric could compute.
 */
@NullMarked
package io.revops.report;

import org.jspecify.annotations.NullMarked;
