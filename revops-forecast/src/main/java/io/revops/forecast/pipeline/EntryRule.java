package io.revops.forecast.pipeline;

import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What has to be true of a deal before it may be called in a category: data, so that it can be read, kept and compared. */
public sealed interface EntryRule {
    /**
     * What a rule is held against.
     *
     * @param asOf the day on which it is seen
     * @param period for which deals are called
     * @param currency of the amounts
     * @param activities the day of the last activity by the id of the deal
     */
    record Surroundings(LocalDate asOf, Span period, String currency, Map<String, LocalDate> activities) {
        public Surroundings {
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(currency, "currency");
            activities = Map.copyOf(activities);
        }
    }

    /** Why a deal does not meet the rule, in a few words; empty if it does. */
    Optional<String> unmet(DealPath deal, Surroundings around);

    /** It is in a stage, or in a later one. */
    record StageAtLeast(StageOrder order, String stage) implements EntryRule {
        public StageAtLeast {
            if (order.place(stage).isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no stage (" + stage + "). Maybe one of " + order.stages() + ".");
            }
        }

        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            String now = deal.last().stage().orElse("");
            OptionalInt place = order.place(now);
            boolean met =
                    place.isPresent() && place.getAsInt() >= order.place(stage).getAsInt();
            return when(!met, now.isEmpty() ? "it is in no stage" : "it is in (" + now + "), before (" + stage + ")");
        }

        @Override
        public String toString() {
            return "in " + stage + " or later";
        }
    }

    /** A field is filled: amount, close date, owner, stage, account, type, or any other that the CRM has, by its name. */
    record Filled(String field) implements EntryRule {
        public Filled {
            Objects.requireNonNull(field, "field");
        }

        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            boolean filled = switch (field.toLowerCase(Locale.ROOT)) {
                case "amount" -> deal.last().amount().isPresent();
                case "close date" -> deal.last().closeDate().isPresent();
                case "owner" -> deal.last().owner().isPresent();
                case "stage" -> deal.last().stage().isPresent();
                case "account" -> deal.account().isPresent();
                case "type" -> deal.type().isPresent();
                default -> !deal.attributes().getOrDefault(field, "").isBlank();
            };
            return when(!filled, "it has no " + field);
        }

        @Override
        public String toString() {
            return field + " filled";
        }
    }

    /** It is expected to close in the period, and the day has not passed. */
    record ClosesInPeriod() implements EntryRule {
        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            Optional<LocalDate> day = deal.last().closeDate();
            if (day.isEmpty()) {
                return Optional.of("it has no close date");
            }
            if (day.get().isBefore(around.asOf())) {
                return Optional.of("its close date " + day.get() + " has passed");
            }
            return when(
                    !around.period().contains(day.get()),
                    "its close date " + day.get() + " is not in " + around.period());
        }

        @Override
        public String toString() {
            return "closes in the period";
        }
    }

    /** A field holds the day of the next step, and it has not passed. */
    record NextStepDated(String field) implements EntryRule {
        public NextStepDated {
            Objects.requireNonNull(field, "field");
        }

        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            String text = deal.attributes().getOrDefault(field, "");
            if (text.isBlank()) {
                return Optional.of("it has no next step in (" + field + ")");
            }
            Optional<LocalDate> day = day(text);
            if (day.isEmpty()) {
                return Optional.of("there is no day in its next step (" + text + ")");
            }
            return when(day.get().isBefore(around.asOf()), "its next step of " + day.get() + " has passed");
        }

        private static Optional<LocalDate> day(String text) {
            String start = text.strip();
            try {
                return Optional.of(LocalDate.parse(start.length() > 10 ? start.substring(0, 10) : start));
            } catch (DateTimeException e) {
                // a word where a day is asked for is what the rule is there to find
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "next step dated in " + field;
        }
    }

    /** Its amount is at least so much, in the currency of the pipeline. */
    record AmountAtLeast(double amount) implements EntryRule {
        public AmountAtLeast {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("The least amount is " + amount + ". Maybe a number.");
            }
        }

        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            if (deal.last().amount().isEmpty()) {
                return Optional.of("it has no amount");
            }
            Money found = OneCurrency.money(deal.last().amountOrZero(), around.currency());
            Money least = OneCurrency.money(amount, around.currency());
            return when(
                    found.compareTo(least) < 0,
                    "its amount " + Unit.MONEY.print(found) + " is below " + Unit.MONEY.print(least));
        }

        @Override
        public String toString() {
            return "amount of " + Unit.grouped(BigDecimal.valueOf(amount).stripTrailingZeros()) + " or more";
        }
    }

    /** Something happened in the last days: an activity, or a change of the deal. */
    record ActiveWithin(int days) implements EntryRule {
        public ActiveWithin {
            if (days < 0) {
                throw new IllegalArgumentException("There are " + days + " days. Maybe 0 or more.");
            }
        }

        @Override
        public Optional<String> unmet(DealPath deal, Surroundings around) {
            LocalDate changed = deal.last().day();
            LocalDate last = Optional.ofNullable(around.activities().get(deal.id()))
                    .filter(a -> a.isAfter(changed) && !a.isAfter(around.asOf()))
                    .orElse(changed);
            long quiet = ChronoUnit.DAYS.between(last, around.asOf());
            return when(quiet > days, "nothing has happened for " + quiet + " days, since " + last);
        }

        @Override
        public String toString() {
            return "active within " + days + " days";
        }
    }

    private static Optional<String> when(boolean unmet, String why) {
        return unmet ? Optional.of(why) : Optional.empty();
    }
}
