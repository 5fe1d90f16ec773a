/**
 * Reads the tables of a HubSpot portal: companies, contacts, owners, deals and the stages that they went through.
 *
 * <p>{@link io.revops.load.hubspot.HubSpotExport} is the way in, and its page the manual of the files. What a stage means is said by
 * the stages of the pipelines, by the deals, and by a {@link io.revops.load.hubspot.HubSpotStages}. Nothing here calls HubSpot.
 */
@NullMarked
package io.revops.load.hubspot;

import org.jspecify.annotations.NullMarked;
