/**
 * Deals: how many are won, what is open, and whether that is enough.
 *
 * <p>A deal is read as it stood at an instant, from its dated changes. Nothing here guesses what will happen.
 */
@NullMarked
package io.revops.metric.sales;

import org.jspecify.annotations.NullMarked;
