package io.revops.load.stripe;

import static io.revops.load.stripe.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.load.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeSpellTest {
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
    void convertedTrialIsASpell() throws IOException {
        Subscription sub =
                read(trial().created("evt_1").updated("evt_2", "2025-01-24", s -> s.put("status", "active")));

        assertThat(sub.spells())
                .containsExactly(Spell.builder("trial/" + Life.seconds("2025-01-10"), SpellKind.TRIAL, at("2025-01-10"))
                        .end(at("2025-01-24"))
                        .recorded(instant("2025-01-10"))
                        .build());
    }

    @Test
    void trialCutShortEndsWhereItsLastSnapshotSays() throws IOException {
        Subscription sub = read(trial().created("evt_1")
                .updated(
                        "evt_2",
                        "2025-01-15",
                        s -> s.put("status", "active").put("trial_end", Life.seconds("2025-01-15"))));

        Spell trial = Entries.current(sub.spells()).get(0);
        assertThat(Entries.current(sub.spells())).hasSize(1);
        assertThat(trial.end()).contains(at("2025-01-15"));
        assertThat(trial.recorded()).contains(instant("2025-01-15"));
    }

    @Test
    void asKnownBeforeATrialWasCutItStillRunsItsLength() throws IOException {
        trial().created("evt_1")
                .updated(
                        "evt_2",
                        "2025-01-15",
                        s -> s.put("status", "active").put("trial_end", Life.seconds("2025-01-15")))
                .write(folder);

        RevenueBook then = loaded().value().asKnownAt(instant("2025-01-12"));

        assertThat(then.subscriptions().get(0).spells().get(0).end()).contains(at("2025-01-24"));
    }

    @Test
    void trialThatFailedWasNeverPaidFor() throws IOException {
        Subscription sub = read(trial().created("evt_1").event("evt_2", "deleted", "2025-01-24", s -> {
            Life.ended(s, "2025-01-24");
            Life.why(s, "cancellation_requested", "unused");
        }));

        assertThat(sub.endings()).hasSize(1);
        assertThat(sub.cancellations().get(0).paidThrough()).isEmpty();
    }

    @Test
    void trialWithoutAWrittenStartBeginsWithTheSubscription() throws IOException {
        Subscription sub = read(trial().set(s -> s.putNull("trial_start")).created("evt_1"));

        assertThat(sub.spells().get(0).effective()).isEqualTo(at("2025-01-10"));
    }

    @Test
    void pausedCollectionIsASpellFromSetToCleared() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-03-05",
                        s -> s.putObject("pause_collection").put("behavior", "void"))
                .updated("evt_3", "2025-05-06", s -> s.putNull("pause_collection")));

        assertThat(Entries.current(sub.spells()))
                .containsExactly(Spell.builder("pause_collection/evt_2", SpellKind.PAUSED, at("2025-03-05"))
                        .end(at("2025-05-06"))
                        .recorded(instant("2025-05-06"))
                        .build());
    }

    @Test
    void pauseEndsWhenItIsToResumeUntilThatIsMoved() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-03-05",
                        s -> s.putObject("pause_collection").put("resumes_at", Life.seconds("2025-04-01")))
                .updated(
                        "evt_3",
                        "2025-03-10",
                        s -> s.putObject("pause_collection").put("resumes_at", Life.seconds("2025-06-01")))
                .updated("evt_4", "2025-03-11", s -> Life.quantity(s, 4)));

        assertThat(sub.spells()).hasSize(2);
        assertThat(sub.spells().get(0).end()).contains(at("2025-04-01"));
        assertThat(Entries.current(sub.spells()).get(0).end()).contains(at("2025-06-01"));
        assertThat(Entries.current(sub.spells()).get(0).effective()).isEqualTo(at("2025-03-05"));
    }

    @Test
    void trialGoesOnWhileTheStatusIsPaused() throws IOException {
        Subscription sub = read(trial().created("evt_1")
                .event("evt_2", "paused", "2025-01-24", s -> s.put("status", "paused"))
                .event("evt_3", "resumed", "2025-02-20", s -> s.put("status", "active")));

        Spell paused = Entries.current(sub.spells()).get(1);
        assertThat(paused.kind()).isEqualTo(SpellKind.TRIAL);
        assertThat(paused.effective()).isEqualTo(at("2025-01-24"));
        assertThat(paused.end()).contains(at("2025-02-20"));
    }

    @Test
    void recoveredPastDueIsASpellThatEnded() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-03-10", s -> s.put("status", "past_due"))
                .updated("evt_3", "2025-03-18", s -> s.put("status", "active")));

        assertThat(Entries.current(sub.spells()))
                .containsExactly(Spell.builder("past_due/evt_2", SpellKind.PAST_DUE, at("2025-03-10"))
                        .end(at("2025-03-18"))
                        .recorded(instant("2025-03-18"))
                        .build());
    }

    @Test
    void pastDueThenUnpaidThenCanceledIsTwoSpellsAndAnInvoluntaryEnd() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-03-10", s -> s.put("status", "past_due"))
                .updated("evt_3", "2025-03-31", s -> s.put("status", "unpaid"))
                .event("evt_4", "deleted", "2025-04-30", s -> {
                    Life.ended(s, "2025-04-30");
                    Life.why(s, "payment_failed", null);
                }));

        List<Spell> spells = Entries.current(sub.spells());
        assertThat(spells.stream().map(Spell::kind)).containsExactly(SpellKind.PAST_DUE, SpellKind.UNPAID);
        assertThat(spells.get(0).end()).contains(at("2025-03-31"));
        assertThat(spells.get(1).end()).contains(at("2025-04-30"));
        assertThat(sub.endings())
                .containsExactly(Ending.builder("end", at("2025-04-30"))
                        .cause(ChurnCause.INVOLUNTARY)
                        .recorded(instant("2025-04-30"))
                        .build());
        assertThat(sub.cancellations()).isEmpty();
    }

    private static Life trial() {
        return Life.from("2025-01-10")
                .set(s -> s.put("status", "trialing")
                        .put("trial_start", Life.seconds("2025-01-10"))
                        .put("trial_end", Life.seconds("2025-01-24")));
    }
}
