/**
 * Brings data in: rows of exports become facts of a book, or issues that name file, line, column, value and reason.
 *
 * <p>{@link io.revops.load.Loaded} is what every reader returns: the book, the issues, and counts in which rows accepted +
 * rejected + duplicates = rows read. {@link io.revops.load.NativeForm} is this library's own form; the packages below read
 * the exports of vendors. Nothing is dropped silently, and nothing here decides what a fact means for revenue.
 */
@NullMarked
package io.revops.load;

import org.jspecify.annotations.NullMarked;
