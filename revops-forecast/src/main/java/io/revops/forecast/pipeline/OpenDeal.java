package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An open deal as plain numbers.
 *
 * @param id names the deal
 * @param name what it is called
 * @param opened the day on which it was opened
 * @param segment its place among the segments
 * @param stage its place among the stages, 0 if it is in none
 * @param closeDate when it is expected to close
 * @param category how sure its seller says that it is
 * @param amount what it states, or its list price; 0 if there is none
 * @param amountSource where the amount comes from
 * @param value what it brings if it is won: the amount times what won deals brought of theirs, or the mean of won deals
 * @param stageRate the share of closed deals that were won once they had been in its stage; 0 if there are no stages
 */
public record OpenDeal(
        String id,
        Optional<String> name,
        LocalDate opened,
        int segment,
        int stage,
        Optional<LocalDate> closeDate,
        Optional<ForecastCategory> category,
        double amount,
        AmountSource amountSource,
        double value,
        double stageRate) {
    public OpenDeal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(closeDate, "closeDate");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(amountSource, "amountSource");
    }

    TimeModel.Open state() {
        return new TimeModel.Open(
                (int) opened.toEpochDay(),
                segment,
                stage,
                closeDate.map(d -> (int) d.toEpochDay()).orElse(Integer.MIN_VALUE),
                HazardLevels.amount(amount),
                HazardLevels.category(category));
    }
}
