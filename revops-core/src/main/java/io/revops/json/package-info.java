/**
 * Results as JSON, with stable, documented keys.
 *
 * <p>{@link io.revops.json.ReportJson} writes a report with its exact numbers beside the printed ones;
 * {@link io.revops.json.PresetJson} reads and writes presets of a policy,
 * {@link io.revops.json.HealthScorecardJson} scorecards. The only user of Jackson beside the readers of
 * {@code io.revops.load}.
 */
@NullMarked
package io.revops.json;

import org.jspecify.annotations.NullMarked;
