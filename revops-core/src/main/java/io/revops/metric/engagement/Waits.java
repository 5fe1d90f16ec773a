package io.revops.metric.engagement;

import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.MedianWait;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.List;

/** The median of what lines of evidence waited: each either until it was over, or still. */
final class Waits {
    static final double MINUTES_AN_HOUR = 60;

    private Waits() {}

    /**
     * The median of a part, with the lines that are still waiting.
     *
     * @param units how many of the part's make one of the metric's
     * @param done what those did that are over, for the reader: "tickets were solved"
     */
    static Reading<MedianWait> median(Evidence evidence, Part<Long> waited, double units, String done) {
        List<MedianWait.Wait> waits = evidence.lines()
                .map(line -> new MedianWait.Wait(line.get(waited) / units, isOver(line)))
                .toList();
        long over = evidence.total(Part.REACHED);
        return MedianWait.of(waits)
                .map(Reading::known)
                .orElseGet(() -> Reading.undefined(
                        UndefinedCode.HALF_NOT_REACHED,
                        over + " of " + waits.size() + " " + done
                                + " by the close, too few for a median of all of them. Maybe a longer span, or one that "
                                + "closes later."));
    }

    private static boolean isOver(Line line) {
        return line.get(Part.REACHED) > 0;
    }
}
