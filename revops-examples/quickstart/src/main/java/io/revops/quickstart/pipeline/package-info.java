/**
 * What will be booked in a period, from the exports of a CRM: see {@link io.revops.quickstart.pipeline.PipelineForecast}.
 *
 * <p>It reads a folder of Salesforce or HubSpot exports, of this library's own form, or of any sheets with a mapping, chooses the method
 * that missed by least from earlier days, and prints one screen.
 */
@NullMarked
package io.revops.quickstart.pipeline;

import org.jspecify.annotations.NullMarked;
