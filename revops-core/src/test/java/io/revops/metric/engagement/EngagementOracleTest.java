package io.revops.metric.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.AccountId;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenueView;
import io.revops.metric.MedianWait;
import io.revops.metric.Metric;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A generated company against R and its survival package; oracle/engagement.json names its command and tolerance. */
class EngagementOracleTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);
    private static final JsonNode SAYS = says();
    private static final RevenueView VIEW = view();

    private static JsonNode says() {
        try (InputStream in = EngagementOracleTest.class.getResourceAsStream("oracle/engagement.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RevenueView view() {
        EngagementBook book = new EngagementBook();
        for (int i = 0; i < SAYS.get("account").size(); i++) {
            book.begins(text("account", i), text("start", i));
        }
        for (int i = 0; i < SAYS.get("use day").size(); i++) {
            book.add(UsageEvent.builder(
                            "u" + i, text("use account", i), Moment.parse(text("use day", i)), text("use meter", i))
                    .user(text("use user", i).isEmpty() ? null : text("use user", i))
                    .quantity(new BigDecimal(text("use quantity", i)))
                    .build());
        }
        for (int i = 0; i < SAYS.get("opened").size(); i++) {
            book.add(ticket(i));
        }
        return book.during("2025-01-01/2025-07-01");
    }

    private static SupportTicket ticket(int i) {
        long opened = SAYS.get("opened").get(i).longValue();
        SupportTicket.Builder ticket = SupportTicket.builder("t" + i, minute(opened))
                .account(new AccountId(text("ticket account", i)))
                .statuses(status("0", opened, "new"));
        if (is("reply", i)) {
            ticket.firstReply(minute(opened + SAYS.get("reply").get(i).longValue()));
        }
        List<String[]> further = List.of(
                new String[] {"escalated", "escalated"},
                new String[] {"solved", "solved"},
                new String[] {"again", "open"},
                new String[] {"resolved", "closed"});
        for (String[] each : further) {
            if (is(each[0], i)) {
                ticket.statuses(
                        status(each[0], opened + SAYS.get(each[0]).get(i).longValue(), each[1]));
            }
        }
        return ticket.build();
    }

    private static StatusChange status(String id, long minute, String status) {
        return StatusChange.builder(id, minute(minute), status).build();
    }

    private static Moment minute(long sinceEpoch) {
        return Moment.of(Instant.ofEpochSecond(60 * sinceEpoch));
    }

    private static boolean is(String column, int row) {
        return !SAYS.get(column).get(row).isNull();
    }

    private static String text(String column, int row) {
        return SAYS.get(column).get(row).asText();
    }

    private static double number(String name, int index) {
        return SAYS.get(name).get(index).doubleValue();
    }

    private static long count(String name, int index) {
        return SAYS.get(name).get(index).longValue();
    }

    private static void isAsRSays(MedianWait wait, JsonNode median) {
        assertThat(wait.median()).isEqualTo(median.get(0).doubleValue(), TOLERANCE);
        isAsRSays(wait.low(), median.get(1));
        isAsRSays(wait.high(), median.get(2));
    }

    private static void isAsRSays(OptionalDouble end, JsonNode says) {
        assertThat(end.isEmpty()).isEqualTo(says.isNull());
        end.ifPresent(value -> assertThat(value).isEqualTo(says.doubleValue(), TOLERANCE));
    }

    private static void waits(Metric<MedianWait> metric, String name) {
        MedianWait wait = metric.measure(VIEW).orElseThrow();
        isAsRSays(wait, SAYS.get(name));
        assertThat(wait.reached()).isEqualTo(count(name, 3));
        assertThat(wait.waiting()).isEqualTo(count(name, 4));
    }

    private static void ratio(Metric<Ratio> metric, String name) {
        assertThat(metric.measure(VIEW).orElseThrow().value()).isEqualTo(number(name, 0) / number(name, 1), TOLERANCE);
    }

    private static void share(Metric<Proportion> metric, String name) {
        assertThat(metric.measure(VIEW).orElseThrow()).isEqualTo(new Proportion(count(name, 0), count(name, 1)));
    }

    @Test
    void medianOfWaitsAndItsIntervalAreThoseOfSurvfit() {
        assertThat(SAYS.get("waits")).hasSize(7);
        for (JsonNode each : SAYS.get("waits")) {
            List<MedianWait.Wait> waits = new ArrayList<>();
            for (int i = 0; i < each.get("length").size(); i++) {
                waits.add(new MedianWait.Wait(
                        each.get("length").get(i).doubleValue(),
                        each.get("over").get(i).intValue() == 1));
            }
            if (each.get("median").get(0).isNull()) {
                assertThat(MedianWait.of(waits)).isEmpty();
            } else {
                isAsRSays(MedianWait.of(waits).orElseThrow(), each.get("median"));
            }
        }
    }

    @Test
    void timeToValue() {
        waits(TimeToValue.ofFirstUse(), "time to first use");
        waits(TimeToValue.of("reports", "exports"), "time to value");
        assertThat(SAYS.get("time to alerts").get(0).isNull()).isTrue();
        assertThat(SeatBooks.code(TimeToValue.of("alerts").measure(VIEW))).isEqualTo(UndefinedCode.HALF_NOT_REACHED);
    }

    @Test
    void onboardedInTime() {
        share(OnboardedInTime.standard(), "in time 30");
        share(OnboardedInTime.of(OnboardingPlan.of(Milestone.use(45, "reports"))), "in time 45 reports");
        assertThat(OnboardedInTime.standard().measure(VIEW).evidence().total(io.revops.metric.Part.NOT_YET_DUE))
                .isEqualTo(count("in time 30", 2));
    }

    @Test
    void activeUsersAndAccounts() {
        List<ActiveUsers> users = List.of(ActiveUsers.daily(), ActiveUsers.weekly(), ActiveUsers.monthly());
        List<ActiveAccounts> accounts =
                List.of(ActiveAccounts.daily(), ActiveAccounts.weekly(), ActiveAccounts.monthly());
        for (int i = 0; i < 3; i++) {
            assertThat(users.get(i).measure(VIEW).orElseThrow()).isEqualTo(count("users", i));
            assertThat(accounts.get(i).measure(VIEW).orElseThrow()).isEqualTo(count("accounts", i));
        }
        ratio(new ActiveDays(), "active days");
    }

    @Test
    void adoptionAndDepth() {
        ratio(FeatureAdoption.of("logins", "reports", "exports", "audit"), "adoption");
        ratio(new FeatureDepth(), "depth");
        assertThat(DepthByBand.of(DepthBands.of(1, 2, 4))
                        .measure(VIEW)
                        .orElseThrow()
                        .bands())
                .extracting(DepthMix.Band::users)
                .containsExactly(count("bands 1 2 4", 0), count("bands 1 2 4", 1), count("bands 1 2 4", 2));
    }

    @Test
    void tickets() {
        assertThat(new TicketVolume().measure(VIEW).orElseThrow()).isEqualTo(count("tickets", 0));
        assertThat(new TicketBacklog().measure(VIEW).orElseThrow()).isEqualTo(count("backlog", 0));
        waits(new ResolutionTime(), "resolution");
        waits(new FirstReplyTime(), "first reply");
        share(new ReopenRate(), "reopened");
        share(EscalationRate.standard(), "escalation");
    }
}
