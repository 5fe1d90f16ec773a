package io.revops.forecast.churn;

import static io.revops.forecast.churn.FeatureUnit.DAYS;
import static io.revops.forecast.churn.FeatureUnit.HOURS;
import static io.revops.forecast.churn.FeatureUnit.LOG_COUNT;
import static io.revops.forecast.churn.FeatureUnit.SCORE;

import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.metric.TicketHistory;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an account asks of support, and what it answers when it is asked. */
final class SupportFeatures {
    private static final Set<String> URGENT = Set.of("urgent", "high", "critical", "blocker", "p0", "p1");
    private static final int YEAR = 365;
    private static final double BEST_NPS_ANSWER = 10;

    private SupportFeatures() {}

    static List<ChurnFeature> all() {
        return List.of(
                ChurnFeature.of("tickets_opened_30d", LOG_COUNT, (w, a) -> StrictMath.log1p((double) opened(w, a)))
                        .told("{} ticket(s) opened in the last 30 days"),
                ChurnFeature.of("tickets_opened_90d", LOG_COUNT, (w, a) -> StrictMath.log1p(opened(w, a)))
                        .over(90)
                        .told("{} ticket(s) opened in the last 90 days"),
                ChurnFeature.of("tickets_open", LOG_COUNT, (w, a) -> StrictMath.log1p((double) open(a).count()))
                        .over(1)
                        .told("{} ticket(s) open"),
                ChurnFeature.of(
                                "oldest_open_ticket",
                                DAYS,
                                (w, a) -> open(a).mapToDouble(t -> a.daysSince(t.opened()))
                                        .max()
                                        .orElse(Double.NaN))
                        .over(1)
                        .told("oldest open ticket opened {} day(s) ago"),
                ChurnFeature.of("urgent_tickets_90d", LOG_COUNT, (w, a) -> StrictMath.log1p((double) urgent(w, a)))
                        .over(90)
                        .told("{} urgent ticket(s) in the last 90 days"),
                ChurnFeature.of("first_reply_90d", HOURS, SupportFeatures::firstReply)
                        .over(90)
                        .told("{} hours to the first reply, on average in the last 90 days"),
                ChurnFeature.of("nps_answer_365d", SCORE, (w, a) -> answer(w, a, SurveyKind.NPS))
                        .over(YEAR)
                        .told("would recommend us: {} of 10"),
                ChurnFeature.of("nps_answer_age", DAYS, (w, a) -> age(w, a, SurveyKind.NPS))
                        .over(YEAR)
                        .told("{} day(s) since it said whether it would recommend us"),
                ChurnFeature.of("csat_answer_365d", SCORE, (w, a) -> answer(w, a, SurveyKind.CSAT))
                        .over(YEAR)
                        .told("satisfaction {}"),
                ChurnFeature.of("csat_answer_age", DAYS, (w, a) -> age(w, a, SurveyKind.CSAT))
                        .over(YEAR)
                        .told("{} day(s) since it said how satisfied it is"));
    }

    private static int opened(Span window, AccountAsOf account) {
        return account.facts(SupportTicket.class, window).size();
    }

    private static long urgent(Span window, AccountAsOf account) {
        return account.facts(SupportTicket.class, window).stream()
                .filter(t -> t.priority()
                        .map(p -> p.strip().toLowerCase(Locale.ROOT))
                        .filter(URGENT::contains)
                        .isPresent())
                .count();
    }

    /** Those whose last status is not one of an end; without any status, a ticket is open. */
    private static Stream<SupportTicket> open(AccountAsOf account) {
        return account.facts(SupportTicket.class).stream()
                .filter(ticket -> TicketHistory.of(ticket).isOpen());
    }

    private static double firstReply(Span window, AccountAsOf account) {
        return account.facts(SupportTicket.class, window).stream()
                .filter(t -> t.firstReply().isPresent())
                .mapToDouble(t -> hours(t.opened(), t.firstReply().get(), account))
                .average()
                .orElse(Double.NaN);
    }

    private static double hours(Moment from, Moment to, AccountAsOf account) {
        return Duration.between(from.instant(account.zone()), to.instant(account.zone()))
                        .toMinutes()
                / 60.0;
    }

    /** The answers of a kind; to whether it would recommend us, only from 0 to 10: an aggregate is no answer. */
    private static List<SurveyAnswer> answers(Span window, AccountAsOf account, SurveyKind kind) {
        return account.facts(SurveyAnswer.class, window).stream()
                .filter(s -> s.kind() == kind)
                .filter(s -> kind != SurveyKind.NPS
                        || (s.score().signum() >= 0 && s.score().doubleValue() <= BEST_NPS_ANSWER))
                .sorted(Comparator.comparing((SurveyAnswer s) -> s.at().instant(account.zone()))
                        .thenComparing(s -> s.id().value()))
                .toList();
    }

    /** The mean of the latest answer of each contact. */
    private static double answer(Span window, AccountAsOf account, SurveyKind kind) {
        Map<String, Double> latest = new TreeMap<>();
        for (SurveyAnswer answer : answers(window, account, kind)) {
            latest.put(
                    answer.contact().map(Object::toString).orElse(""),
                    answer.score().doubleValue());
        }
        double sum = 0;
        for (double score : latest.values()) {
            sum += score;
        }
        return latest.isEmpty() ? Double.NaN : sum / latest.size();
    }

    private static double age(Span window, AccountAsOf account, SurveyKind kind) {
        List<SurveyAnswer> answers = answers(window, account, kind);
        return answers.isEmpty()
                ? Double.NaN
                : account.daysSince(answers.get(answers.size() - 1).at());
    }
}
