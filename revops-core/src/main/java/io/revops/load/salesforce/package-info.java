/**
 * Reads the tables of a Salesforce organisation: accounts, people, deals and what happened to them.
 *
 * <p>{@link io.revops.load.salesforce.SalesforceExport} is the way in, and its page the manual of the files. The stages, amounts
 * and close dates that a deal had are rebuilt from its history; what the stages mean is said by the rows themselves and by a
 * {@link io.revops.load.salesforce.StageMap}. Nothing here calls Salesforce.
 */
@NullMarked
package io.revops.load.salesforce;

import org.jspecify.annotations.NullMarked;
