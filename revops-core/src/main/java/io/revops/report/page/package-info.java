/**
 * A report as one file to pass on: an HTML page with its pictures, and Markdown.
 *
 * <p>{@link io.revops.report.page.HtmlReport} writes a page that needs nothing else: no script, no network, no font; it is read
 * on a phone, on paper and aloud. {@link io.revops.report.page.MarkdownReport} writes the same for a wiki or a message. Neither
 * computes a number, and no name in the data is taken for markup.
 */
@NullMarked
package io.revops.report.page;

import org.jspecify.annotations.NullMarked;
