/**
 * A made-up software company, written as the export files that its vendors would give: billing events and objects, a CRM's
 * tables, finance's rates and quotas. The main type is {@link io.revops.sample.SampleCompany}.
 *
 * <p>Every account's story is a pure function of the seed and the account's number, so the files are the same bytes on every
 * machine. Because the story is known, so is the right answer: it is written beside the exports, under {@code truth}.
 *
 * <p>Nothing here reads the library that the files are samples for, a clock, or a real company's data.
 */
@NullMarked
package io.revops.sample;

import org.jspecify.annotations.NullMarked;
