package io.revops.load.stripe;

import static io.revops.load.stripe.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.Issue;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.load.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeEndTest {
    @TempDir
    Path folder;

    private Loaded<RevenueBook> loaded() {
        return StripeExport.read(folder);
    }

    private Subscription read(Life life) throws IOException {
        life.write(folder);
        return loaded().value().subscriptions().get(0);
    }

    private static Instant instant(String time) {
        return Instant.ofEpochSecond(Life.seconds(time));
    }

    @Test
    void scheduledCancellationAgreesOnTheEndOfThePeriod() throws IOException {
        Subscription sub = read(scheduled());

        assertThat(sub.cancellations())
                .containsExactly(Cancellation.builder("cancel/evt_2", at("2025-01-20"), at("2025-02-10"))
                        .cause(ChurnCause.VOLUNTARY)
                        .reason("too_expensive")
                        .recorded(instant("2025-01-20"))
                        .build());
        assertThat(sub.ends()).contains(at("2025-02-10"));
        assertThat(sub.endings()).isEmpty();
    }

    @Test
    void scheduledCancellationThatHappensKeepsItsRequest() throws IOException {
        Subscription sub = read(scheduled()
                .event(
                        "evt_3",
                        "deleted",
                        "2025-02-10",
                        s -> s.put("status", "canceled").put("ended_at", Life.seconds("2025-02-10"))));

        assertThat(sub.cancellations()).hasSize(1);
        assertThat(sub.endings())
                .containsExactly(Ending.builder("end", at("2025-02-10"))
                        .cause(ChurnCause.VOLUNTARY)
                        .reason("too_expensive")
                        .recorded(instant("2025-02-10"))
                        .build());
    }

    @Test
    void withdrawnCancellationSaysWhen() throws IOException {
        Subscription sub = read(scheduled().updated("evt_3", "2025-01-30", s -> {
            s.put("cancel_at_period_end", false).putNull("canceled_at");
            Life.why(s, null, null);
        }));

        Cancellation held = Entries.current(sub.cancellations()).get(0);
        assertThat(held.withdrawn()).contains(at("2025-01-30"));
        assertThat(held.effective()).isEqualTo(at("2025-01-20"));
        assertThat(sub.ends()).isEmpty();
    }

    @Test
    void secondRequestAfterAWithdrawalIsAnother() throws IOException {
        Subscription sub = read(scheduled()
                .updated(
                        "evt_3",
                        "2025-01-30",
                        s -> s.put("cancel_at_period_end", false).putNull("canceled_at"))
                .updated("evt_4", "2025-02-01", s -> s.put("cancel_at", Life.seconds("2025-06-30"))));

        assertThat(Entries.current(sub.cancellations()).stream().map(Cancellation::id))
                .containsExactly("cancel/evt_2", "cancel/evt_4");
        assertThat(sub.ends()).contains(at("2025-06-30"));
    }

    @Test
    void movedEndIsALaterRecordingOfTheSameRequest() throws IOException {
        Subscription sub = read(scheduled()
                .updated(
                        "evt_3",
                        "2025-01-30",
                        s -> s.put("cancel_at", Life.seconds("2025-03-31")).put("cancel_at_period_end", false)));

        assertThat(Entries.current(sub.cancellations())).hasSize(1);
        assertThat(Entries.current(sub.cancellations()).get(0).ends()).isEqualTo(at("2025-03-31"));
        assertThat(Entries.current(sub.cancellations()).get(0).effective()).isEqualTo(at("2025-01-20"));
    }

    @Test
    void scheduleWithoutAnyPeriodIsAnIssue() throws IOException {
        Life.from("2025-01-10")
                .set(s -> ((ObjectNode) s.at("/items/data/0"))
                        .remove(List.of("current_period_start", "current_period_end")))
                .created("evt_1")
                .updated("evt_2", "2025-01-20", s -> s.put("cancel_at_period_end", true))
                .write(folder);

        assertThat(loaded().value().subscriptions().get(0).cancellations()).isEmpty();
        assertThat(loaded().issues()).extracting(Issue::column).containsExactly("cancel_at");
    }

    @Test
    void cancellationAtOnceWasPaidThroughThePeriod() throws IOException {
        Subscription sub = read(Life.from("2025-01-10").created("evt_1").event("evt_2", "deleted", "2025-01-25", s -> {
            Life.ended(s, "2025-01-25");
            Life.why(s, "cancellation_requested", "other");
        }));

        assertThat(sub.cancellations())
                .containsExactly(Cancellation.builder("cancel/evt_2", at("2025-01-25"), at("2025-01-25"))
                        .paidThrough(at("2025-02-10"))
                        .cause(ChurnCause.VOLUNTARY)
                        .reason("other")
                        .recorded(instant("2025-01-25"))
                        .build());
    }

    @Test
    void cancellationAtOnceAfterAScheduleMovesItsEnd() throws IOException {
        Subscription sub = read(scheduled()
                .event(
                        "evt_3",
                        "deleted",
                        "2025-01-25",
                        s -> s.put("status", "canceled").put("ended_at", Life.seconds("2025-01-25"))));

        Cancellation held = Entries.current(sub.cancellations()).get(0);
        assertThat(held.effective()).isEqualTo(at("2025-01-20"));
        assertThat(held.ends()).isEqualTo(at("2025-01-25"));
        assertThat(held.paidThrough()).contains(at("2025-02-10"));
    }

    @Test
    void endWithoutAReasonAfterALateBillWasNotAskedFor() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-01-12", s -> s.put("status", "past_due"))
                .event("evt_3", "deleted", "2025-01-25", s -> Life.ended(s, "2025-01-25")));

        assertThat(sub.cancellations()).isEmpty();
        assertThat(sub.endings().get(0).cause()).isEmpty();
    }

    @Test
    void deletionWithoutAnEndIsTheEnd() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .event(
                        "evt_2",
                        "deleted",
                        "2025-01-25",
                        s -> s.put("status", "canceled").put("cancel_at_period_end", true)));

        assertThat(sub.endings().get(0).effective()).isEqualTo(at("2025-01-25"));
    }

    private static Life scheduled() {
        return Life.from("2025-01-10").created("evt_1").updated("evt_2", "2025-01-20", s -> {
            s.put("cancel_at_period_end", true).put("canceled_at", Life.seconds("2025-01-20"));
            Life.why(s, "cancellation_requested", "too_expensive");
        });
    }
}
