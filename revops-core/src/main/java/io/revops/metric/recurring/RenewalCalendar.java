package io.revops.metric.recurring;

import io.revops.book.FactId;
import io.revops.book.ItemId;
import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.Part;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The renewals of a span, month by month; months in which nothing comes up are not there.
 *
 * @param months in order
 */
public record RenewalCalendar(List<Month> months) {
    /**
     * The end of one term of one subscription.
     *
     * @param subscription which, by its id
     * @param name what its account is called
     * @param day the first day of the next term, if there is one
     * @param due what it is worth just before
     * @param automatic whether another term begins unless somebody ends it
     * @param noticeBy the last day on which it can be ended in time
     * @param knownToEnd whether it ends on that day, as far as the facts say
     */
    public record Renewal(
            String subscription,
            String name,
            LocalDate day,
            RunRate due,
            boolean automatic,
            LocalDate noticeBy,
            boolean knownToEnd) {
        /** {@code 2025-06-01 Acme (sub_1) USD 1,200.00 a year, renews by itself, notice by 2025-05-02}. */
        @Override
        public String toString() {
            return day + " " + name + (name.equals(subscription) ? "" : " (" + subscription + ")") + " "
                    + Unit.MONEY_PER_YEAR.print(due) + " a year, "
                    + (automatic ? "renews by itself, notice by " + noticeBy : "ends unless it is renewed")
                    + (knownToEnd ? ", known to end" : "");
        }
    }

    /**
     * The renewals of one month.
     *
     * @param renewals by day, then by subscription; at least one
     */
    public record Month(Span month, List<Renewal> renewals) {
        public Month {
            renewals = List.copyOf(renewals);
        }

        /** What all of them are worth. */
        public RunRate due() {
            return renewals.stream().map(Renewal::due).reduce(RunRate::plus).orElseThrow();
        }

        /** How many there are. */
        public int count() {
            return renewals.size();
        }

        /** {@code 2025-06: 2 renewals, USD 3,600.00 a year}, and a line for each. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(head());
            renewals.forEach(renewal -> text.append("\n  ").append(renewal));
            return text.toString();
        }

        private String head() {
            return month + ": " + count() + (count() == 1 ? " renewal, " : " renewals, ")
                    + Unit.MONEY_PER_YEAR.print(due()) + " a year";
        }
    }

    private record Key(LocalDate day, String subscription) {}

    public RenewalCalendar {
        months = List.copyOf(months);
    }

    static RenewalCalendar of(Evidence evidence) {
        Map<Key, Renewal> renewals =
                new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::subscription));
        evidence.lines().forEach(line -> {
            Renewal renewal = renewal(line);
            renewals.merge(new Key(renewal.day(), renewal.subscription()), renewal, RenewalCalendar::together);
        });
        Map<YearMonth, List<Renewal>> byMonth = new TreeMap<>();
        renewals.values()
                .forEach(r -> byMonth.computeIfAbsent(YearMonth.from(r.day()), m -> new ArrayList<>())
                        .add(r));
        List<Month> months = new ArrayList<>();
        byMonth.forEach((month, of) -> months.add(new Month(Span.month(month.getYear(), month.getMonthValue()), of)));
        return new RenewalCalendar(months);
    }

    private static Renewal renewal(Line line) {
        FactId subject = line.subject();
        LocalDate day = LocalDate.ofEpochDay(line.get(Part.RENEWAL_DAY));
        return new Renewal(
                subject instanceof ItemId item ? item.subscription().value() : subject.value(),
                line.name(),
                day,
                line.get(Part.DUE),
                line.get(Part.RENEWS_BY_ITSELF) > 0,
                day.minusDays(line.get(Part.NOTICE_DAYS)).minusDays(1),
                line.get(Part.KNOWN_TO_END) > 0);
    }

    private static Renewal together(Renewal one, Renewal other) {
        return new Renewal(
                one.subscription(),
                one.name(),
                one.day(),
                one.due().plus(other.due()),
                one.automatic(),
                one.noticeBy(),
                one.knownToEnd());
    }

    /** The renewals of one month; absent if nothing comes up in it. */
    public Optional<Month> of(Span month) {
        return months.stream().filter(m -> m.month().equals(month)).findFirst();
    }

    /** Every renewal, in order. */
    public List<Renewal> renewals() {
        return months.stream().flatMap(m -> m.renewals().stream()).toList();
    }

    /** A line for each month. */
    @Override
    public String toString() {
        return months.isEmpty()
                ? "nothing comes up"
                : String.join("; ", months.stream().map(Month::head).toList());
    }
}
