package io.revops.health;

import io.revops.metric.Reading;
import io.revops.money.RunRate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How many customers are in each band at the end of a day, and what they are worth.
 *
 * @param bands red, yellow, green, unknown; always all four
 */
public record HealthMix(LocalDate day, List<Share> bands) {
    /**
     * The customers of one band.
     *
     * @param arr what they are worth a year; undefined if nobody is in it, or there is no common currency
     */
    public record Share(HealthBand band, int customers, Reading<RunRate> arr) {
        /** {@code RED 3 (USD 36,000.00 a year)}. */
        @Override
        public String toString() {
            return band + " " + customers + (customers == 0 ? "" : " (" + RunRates.print(arr) + ")");
        }
    }

    public HealthMix {
        bands = List.copyOf(bands);
    }

    static HealthMix of(LocalDate day, List<HealthScore> scores) {
        return new HealthMix(
                day,
                Arrays.stream(HealthBand.values())
                        .map(band -> {
                            List<HealthScore> in = scores.stream()
                                    .filter(score -> score.band() == band)
                                    .toList();
                            return new Share(
                                    band,
                                    in.size(),
                                    RunRates.sum(
                                            in.stream().map(HealthScore::arr).toList()));
                        })
                        .toList());
    }

    /** The customers of a band. */
    public Share of(HealthBand band) {
        return bands.stream().filter(each -> each.band() == band).findFirst().orElseThrow();
    }

    /** How many customers there are. */
    public int customers() {
        return bands.stream().mapToInt(Share::customers).sum();
    }

    /** {@code 2025-06-30: RED 3 (USD 36,000.00 a year), YELLOW 5 (…), GREEN 20 (…), UNKNOWN 0}. */
    @Override
    public String toString() {
        return day + ": "
                + String.join(", ", bands.stream().map(Share::toString).toList());
    }
}
