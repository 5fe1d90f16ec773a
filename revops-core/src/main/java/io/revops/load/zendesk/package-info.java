/**
 * Reads the tables of a Zendesk account: organisations, users, tickets and the statuses that they went through.
 *
 * <p>{@link io.revops.load.zendesk.ZendeskExport} is the way in, and its page the manual of the files. An organisation is an
 * account, which links join to that of a CRM by its external id or its domain. Nothing here calls Zendesk.
 */
@NullMarked
package io.revops.load.zendesk;

import org.jspecify.annotations.NullMarked;
