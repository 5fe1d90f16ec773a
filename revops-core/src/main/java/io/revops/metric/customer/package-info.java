/**
 * Accounts: how many are active, how many were lost, and what one is worth.
 */
@NullMarked
package io.revops.metric.customer;

import org.jspecify.annotations.NullMarked;
