package io.revops.load.stripe;

import static io.revops.load.stripe.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Spell;
import io.revops.book.Subscription;
import io.revops.load.Loaded;
import io.revops.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeGapTest {
    private static final Price TEAM = Price.perUnit(Money.of(20, "USD"), BillingInterval.MONTHLY);

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
    void firstEventThatIsAnUpdateIsTakenBack() throws IOException {
        Life life = Life.from("2021-05-10").updated("evt_1", "2025-03-15", s -> Life.quantity(s, 26));
        Subscription sub = read(life);

        assertThat(sub.items())
                .containsExactly(
                        ItemChange.builder("start/si_1", at("2021-05-10"), "si_1")
                                .product(new ProductId("prod_team"))
                                .quantity(new BigDecimal("5"))
                                .price(TEAM)
                                .build(),
                        ItemChange.builder("evt_1/si_1", at("2025-03-15"), "si_1")
                                .quantity(new BigDecimal("26"))
                                .recorded(instant("2025-03-15"))
                                .build());
        assertThat(loaded().issues()).extracting(Issue::code).containsExactly(IssueCode.NO_HISTORY);
    }

    @Test
    void oldEventsTellOnlyTheChangedFieldsOfAnItem() throws IOException {
        Life life = Life.from("2016-05-10").updated("evt_1", "2017-03-15", s -> Life.quantity(s, 26));
        ObjectNode event = Life.object(life.events().get(0));
        ((ObjectNode) event.get("data"))
                .set("previous_attributes", Life.object("{\"items\":{\"data\":[{\"quantity\":3}]}}"));
        life.events().set(0, event.toString());

        assertThat(read(life).items().get(0).quantity()).contains(new BigDecimal("3"));
    }

    @Test
    void firstEventThatIsADeletionFollowsALifeWithoutChange() throws IOException {
        Subscription sub =
                read(Life.from("2025-01-10").event("evt_2", "deleted", "2025-01-25", s -> Life.ended(s, "2025-01-25")));

        assertThat(sub.items()).hasSize(1);
        assertThat(sub.endings().get(0).effective()).isEqualTo(at("2025-01-25"));
        assertThat(sub.cancellations().get(0).paidThrough()).contains(at("2025-02-10"));
    }

    @Test
    void firstEventThatPausesOrResumesTellsWhatWasBefore() throws IOException {
        Subscription paused =
                read(Life.from("2025-01-10").event("evt_2", "paused", "2025-01-25", s -> s.put("status", "paused")));
        assertThat(paused.spells().get(0).effective()).isEqualTo(at("2025-01-25"));

        Subscription resumed = read(trial().event("evt_2", "resumed", "2025-02-25", s -> s.put("status", "active")));
        Spell spell = Entries.current(resumed.spells()).get(1);
        assertThat(spell.effective()).isEqualTo(at("2025-01-24"));
        assertThat(spell.end()).contains(at("2025-02-25"));
    }

    @Test
    void updateThatTellsNoPreviousStateIsTheBeginning() throws IOException {
        Life life = Life.from("2025-01-10").updated("evt_1", "2025-03-15", s -> Life.quantity(s, 26));
        ObjectNode event = Life.object(life.events().get(0));
        ((ObjectNode) event.get("data")).remove("previous_attributes");
        life.events().set(0, event.toString());

        assertThat(read(life).items()).hasSize(1);
    }

    @Test
    void objectThatDiffersFromTheLastEventHolds() throws IOException {
        Life life = Life.from("2025-01-10").created("evt_1").set(s -> {
            Life.quantity(s, 9);
            Life.period(s, "2025-04-10", "2025-05-10");
        });
        Subscription sub = read(life);

        assertThat(sub.items().get(1))
                .isEqualTo(ItemChange.builder("current/si_1", at("2025-04-10"), "si_1")
                        .quantity(new BigDecimal("9"))
                        .recorded(instant("2025-04-10"))
                        .build());
        Issue issue = loaded().issues().get(0);
        assertThat(issue.code()).isEqualTo(IssueCode.NO_HISTORY);
        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.column()).isEqualTo("items");
        assertThat(issue.subject()).isEqualTo("subscription sub_1");
        assertThat(issue.reason()).contains("2025-04-10").contains("Maybe");
    }

    @Test
    void differenceWithinTheLastPeriodIsDatedASecondAfterTheLastEvent() throws IOException {
        Subscription sub = read(Life.from("2025-01-10").created("evt_1").set(s -> Life.quantity(s, 9)));

        assertThat(sub.items().get(1).effective()).isEqualTo(at("2025-01-10T00:00:01Z"));
    }

    @Test
    void endThatNoEventTellsIsTakenFromTheObject() throws IOException {
        Subscription sub = read(Life.from("2025-01-10").created("evt_1").set(s -> Life.ended(s, "2025-02-01")));

        assertThat(sub.endings())
                .containsExactly(Ending.builder("end", at("2025-02-01"))
                        .recorded(instant("2025-02-01"))
                        .build());
        assertThat(loaded().issues().get(0).column()).isEqualTo("ended_at");
    }

    @Test
    void objectThatIsOlderThanTheEventsIsNotFollowed() throws IOException {
        Life life = Life.from("2025-01-10").created("evt_1");
        String old = life.current();
        life.updated("evt_2", "2025-03-10", s -> {
            Life.quantity(s, 7);
            Life.period(s, "2025-03-10", "2025-04-10");
        });
        life.write(folder);
        Files.writeString(folder.resolve("subscriptions.json"), old);

        assertThat(loaded().value().subscriptions().get(0).items()).hasSize(2);
        assertThat(loaded().issues().get(0).reason()).contains("older");

        life.event("evt_3", "deleted", "2025-03-20", s -> Life.ended(s, "2025-03-20"))
                .writeEvents(folder);
        Files.writeString(folder.resolve("subscriptions.json"), old);
        assertThat(loaded().value().subscriptions().get(0).endings()).hasSize(1);
    }

    @Test
    void eventsAloneMakeASubscriptionIfTheCustomerIsKnown() throws IOException {
        Life.from("2025-01-10")
                .created("evt_1")
                .event("evt_2", "deleted", "2025-01-25", s -> Life.ended(s, "2025-01-25"))
                .writeEvents(folder);

        assertThat(loaded().value().subscriptions()).hasSize(1);
        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void eventsOfARunningSubscriptionThatIsInNoListAreDoubtful() throws IOException {
        Life other = Life.from("2025-01-10").set(s -> s.put("id", "sub_2")).created("evt_9");
        Life.from("2025-01-10").created("evt_1").writeEvents(folder);
        Files.writeString(folder.resolve("other.jsonl"), other.events().get(0));
        Files.writeString(folder.resolve("subscriptions.json"), other.current());

        assertThat(loaded().value().subscriptions()).hasSize(2);
        assertThat(loaded().issues()).extracting(Issue::code).containsExactly(IssueCode.DANGLING_REFERENCE);
        assertThat(loaded().issues().get(0).reason()).contains("status=all");
    }

    @Test
    void eventsOfAnUnknownCustomerAreRejected() throws IOException {
        Life.from("2025-01-10")
                .set(s -> s.put("customer", "cus_other"))
                .created("evt_1")
                .updated("evt_2", "2025-02-01", s -> Life.quantity(s, 2))
                .writeEvents(folder);

        Loaded<RevenueBook> loaded = loaded();

        assertThat(loaded.value().subscriptions()).isEmpty();
        assertThat(loaded.rejected()).isEqualTo(2);
        assertThat(loaded.issues()).extracting(Issue::code).containsOnly(IssueCode.DANGLING_REFERENCE);
        assertThat(loaded.issues().get(1).source().line()).isEqualTo(2);
    }

    @Test
    void eventsAloneAreEnoughWhereNoCustomersWereExported() throws IOException {
        Life life = Life.from("2025-01-10").created("evt_1");
        Files.writeString(folder.resolve("events.jsonl"), life.events().get(0));

        assertThat(loaded().value().subscriptions()).hasSize(1);
        assertThat(loaded().rejected()).isZero();
    }

    @Test
    void subscriptionWithoutEventsWasUnchangedSinceItsStart() throws IOException {
        Life other = Life.from("2025-01-10").set(s -> s.put("id", "sub_2")).created("evt_9");
        Life quiet = trial().set(s -> s.put("status", "active"));
        other.write(folder);
        Files.writeString(folder.resolve("more.json"), quiet.current());

        Subscription sub = loaded().value().subscriptions().get(0);

        assertThat(sub.items().get(0).id()).isEqualTo("start/si_1");
        assertThat(sub.items().get(0).recorded()).isEmpty();
        assertThat(sub.spells().get(0).end()).contains(at("2025-01-24"));
        assertThat(loaded().issues()).extracting(Issue::code).containsExactly(IssueCode.NO_HISTORY);
        assertThat(loaded().issues().get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(loaded().issues().get(0).subject()).isEqualTo("subscription sub_1");
    }

    @Test
    void exportWithoutAnyEventsIsOneNote() throws IOException {
        Life life = Life.from("2025-01-10");
        life.write(folder);
        Files.delete(folder.resolve("events.jsonl"));
        Files.writeString(
                folder.resolve("more.json"), life.set(s -> s.put("id", "sub_2")).current());

        assertThat(loaded().value().subscriptions()).hasSize(2);
        assertThat(loaded().issues()).hasSize(1);
        assertThat(loaded().issues().get(0).reason()).contains("customer.subscription");
    }

    @Test
    void endedSubscriptionWithoutEventsEndsAndWasAskedTo() throws IOException {
        Life life = Life.from("2025-01-10").set(s -> {
            Life.ended(s, "2025-01-25");
            Life.why(s, "cancellation_requested", "unused");
        });
        Files.writeString(folder.resolve("s.json"), life.current());

        Subscription sub = loaded().value().subscriptions().get(0);

        assertThat(sub.endings())
                .containsExactly(Ending.builder("end", at("2025-01-25"))
                        .cause(ChurnCause.VOLUNTARY)
                        .reason("unused")
                        .build());
        assertThat(sub.cancellations().get(0).paidThrough()).contains(at("2025-02-10"));
    }

    @Test
    void endedSubscriptionWithoutAnEndEndsWhenItWasCanceled() throws IOException {
        Life life = Life.from("2025-01-10")
                .set(s -> s.put("status", "canceled").put("canceled_at", Life.seconds("2025-01-22")));
        Files.writeString(folder.resolve("s.json"), life.current());

        assertThat(loaded().value().subscriptions().get(0).ends()).contains(at("2025-01-22"));
    }

    @Test
    void pauseWithoutEventsIsDatedAtThePeriodBilledLast() throws IOException {
        Life life = Life.from("2025-01-10").set(s -> {
            s.putObject("pause_collection").put("behavior", "void");
            Life.period(s, "2025-06-10", "2025-07-10");
        });
        Files.writeString(folder.resolve("s.json"), life.current());

        assertThat(loaded().value().subscriptions().get(0).spells().get(0).effective())
                .isEqualTo(at("2025-06-10"));
    }

    @Test
    void lateBillWithoutAPeriodIsDatedAtTheStart() throws IOException {
        Life life = Life.from("2025-01-10").set(s -> {
            s.put("status", "past_due");
            Life.period(s, "2024-06-10", "2024-07-10");
        });
        Files.writeString(folder.resolve("s.json"), life.current());

        assertThat(loaded().value().subscriptions().get(0).spells().get(0).effective())
                .isEqualTo(at("2025-01-10"));
    }

    @Test
    void subscriptionWhoseFirstBillWasNeverPaidDidNotStart() throws IOException {
        Life.from("2025-01-10")
                .set(s -> s.put("status", "incomplete"))
                .created("evt_1")
                .updated("evt_2", "2025-01-11", s -> s.put("status", "incomplete_expired"))
                .write(folder);
        Files.writeString(
                folder.resolve("more.json"),
                Life.from("2025-01-10")
                        .set(s -> s.put("id", "sub_2").put("status", "incomplete_expired"))
                        .current());

        assertThat(loaded().value().subscriptions()).isEmpty();
        assertThat(loaded().rejected()).isZero();
        assertThat(loaded().issues()).extracting(Issue::severity).containsOnly(Severity.NOTE);
        assertThat(loaded().issues()).extracting(Issue::column).containsExactly("status", "status");
    }

    @Test
    void firstBillThatWasPaidLaterStartsIt() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .set(s -> s.put("status", "incomplete"))
                .created("evt_1")
                .updated("evt_2", "2025-01-11", s -> s.put("status", "active")));

        assertThat(sub.begins()).contains(at("2025-01-10"));
    }

    @Test
    void endBeforeTheStartIsAnIssueOfTheBook() throws IOException {
        Life life = Life.from("2025-01-10").set(s -> Life.ended(s, "2024-12-10"));
        Files.writeString(folder.resolve("s.json"), life.current());

        assertThat(loaded().value().issues()).extracting(Issue::code).contains(IssueCode.END_BEFORE_START);
        assertThat(loaded().accepted()).isEqualTo(1);
    }

    @Test
    void missingCustomerIsAnIssueOfTheBook() throws IOException {
        Life life = Life.from("2025-01-10").set(s -> s.put("customer", "cus_gone"));
        life.write(folder);

        assertThat(loaded().value().issues()).extracting(Issue::code).contains(IssueCode.DANGLING_REFERENCE);
        assertThat(loaded().value().subscriptions()).hasSize(1);
    }

    @Test
    void latestMetadataOfASubscriptionAreItsAttributes() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-02-01",
                        s -> s.putObject("metadata").put("region", " EMEA ").put("empty", "")));

        assertThat(sub.attributes()).isEqualTo(java.util.Map.of("region", "EMEA"));
        assertThat(sub.account().value()).isEqualTo("cus_1");
        assertThat(loaded().value().accounts()).extracting(Account::id).hasSize(1);
        assertThat(Optional.of(sub.source().file())).contains("subscriptions.json");
    }

    private static Life trial() {
        return Life.from("2025-01-10")
                .set(s -> s.put("status", "trialing")
                        .put("trial_start", Life.seconds("2025-01-10"))
                        .put("trial_end", Life.seconds("2025-01-24")));
    }
}
