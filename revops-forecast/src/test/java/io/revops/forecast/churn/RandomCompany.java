package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.AccountMergeId;
import io.revops.book.Cancellation;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.ItemChange;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.StatusChange;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.Term;
import io.revops.book.UsageEvent;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A few accounts with facts of every kind at any time of a year, some recorded earlier or later than they took effect. The same seed gives
 * the same company; what an observer cannot know yet is never put in.
 */
final class RandomCompany {
    static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    private final SplittableRandom random;
    private final Instant cut;
    private final ZoneId zone;
    private final List<Fact> facts = new ArrayList<>();

    private RandomCompany(long seed, Instant cut, ZoneId zone) {
        this.random = new SplittableRandom(seed);
        this.cut = cut;
        this.zone = zone;
    }

    /** All that is written at the end. */
    static List<Fact> whole(long seed, ZoneId zone) {
        return new RandomCompany(seed, Instant.MAX, zone).facts();
    }

    /** What was written of it by the end of a day, and had taken effect. */
    static List<Fact> until(LocalDate day, long seed, ZoneId zone) {
        return new RandomCompany(seed, day.plusDays(1).atStartOfDay(zone).toInstant(), zone).facts();
    }

    /** Something that happens, perhaps written down at another time. */
    private final class When {
        final Moment at;
        final @Nullable Instant recorded;

        When() {
            int day = random.nextInt(DAYS);
            boolean isDate = random.nextBoolean();
            Moment date = Moment.of(START.plusDays(day));
            long second = random.nextLong(24 * 3600);
            at = isDate ? date : Moment.of(date.instant(zone).plusSeconds(second));
            int delay = random.nextInt(60) - 20;
            recorded = random.nextInt(3) > 0 ? null : at.instant(zone).plusSeconds(delay * 86_400L + second);
        }

        boolean isKnown() {
            return at.instant(zone).isBefore(cut) && (recorded == null || recorded.isBefore(cut));
        }

        /** Some days on, if that has come. */
        @Nullable
        Moment later() {
            Moment then = at.plus(Period.ofDays(1 + random.nextInt(60)));
            boolean comes = random.nextInt(4) > 0;
            return comes && then.instant(zone).isBefore(cut) ? then : null;
        }
    }

    private List<Fact> facts() {
        for (String account : List.of("alpha", "beta", "gamma", "delta")) {
            about(account);
        }
        When merged = new When();
        if (random.nextInt(3) == 0 && merged.isKnown()) {
            facts.add(AccountMerge.builder(
                            new AccountMergeId("m"), new AccountId("delta"), new AccountId("alpha"), merged.at)
                    .recorded(merged.recorded)
                    .build());
        }
        return facts;
    }

    private void about(String account) {
        subscription(account, "1", account.equals("alpha") ? 0 : random.nextInt(200));
        if (random.nextBoolean()) {
            subscription(account, "2", random.nextInt(300));
        }
        for (int i = 0; i < 4; i++) {
            contact(account + i, account);
            ticket(account + i, account);
            survey(account + i, account);
            money(account + i, account);
        }
        for (int i = 0; i < 40; i++) {
            use(account + "/" + i, account);
        }
    }

    private void subscription(String account, String number, int startDay) {
        Moment start = Moment.of(START.plusDays(startDay));
        Subscription.Builder all = Subscription.builder(account + number, account)
                .start(start)
                .items(SmallBook.item("first", start.toString(), "5", 20));
        if (random.nextBoolean()) {
            all.term(new Term(1 + random.nextInt(12), Term.Renewal.AUTOMATIC, 0));
        }
        boolean begun = start.instant(zone).isBefore(cut);
        for (int i = 0; i < 3; i++) {
            When when = new When();
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(9) + 1L);
            if (when.isKnown()) {
                all.items(ItemChange.builder("c" + i, when.at, "seats")
                        .quantity(quantity)
                        .recorded(when.recorded)
                        .build());
            }
        }
        When off = new When();
        if (off.isKnown()) {
            all.discounts(Discount.builder("d", off.at, DiscountDuration.FOREVER)
                    .percent(BigDecimal.TEN)
                    .recorded(off.recorded)
                    .build());
        }
        When late = new When();
        Moment paid = late.later();
        if (late.isKnown()) {
            all.spells(Spell.builder("s", SpellKind.PAST_DUE, late.at)
                    .end(paid)
                    .recorded(late.recorded)
                    .build());
        }
        end(all);
        if (begun) {
            facts.add(all.build());
        }
    }

    private void end(Subscription.Builder all) {
        int fate = random.nextInt(4);
        When asked = new When();
        Moment withdrawn = asked.later();
        int notice = 1 + random.nextInt(60);
        boolean takesBack = random.nextBoolean();
        if (fate == 0 && asked.isKnown()) {
            all.cancellations(Cancellation.builder("x", asked.at, asked.at.plus(Period.ofDays(notice)))
                    .withdrawn(takesBack ? withdrawn : null)
                    .recorded(asked.recorded)
                    .build());
        } else if (fate == 1 && asked.isKnown()) {
            all.endings(Ending.builder("e", asked.at).recorded(asked.recorded).build());
        }
    }

    private void contact(String id, String account) {
        When met = new When();
        Moment left = met.later();
        if (met.isKnown()) {
            facts.add(Contact.builder(id, account)
                    .role("champion")
                    .created(met.at)
                    .left(left)
                    .recorded(met.recorded)
                    .build());
        }
    }

    private void ticket(String id, String account) {
        When opened = new When();
        Moment replied = opened.later();
        When solved = new When();
        SupportTicket.Builder ticket = SupportTicket.builder(id, opened.at)
                .account(new AccountId(account))
                .priority("high")
                .firstReply(replied)
                .recorded(opened.recorded);
        if (solved.isKnown()) {
            ticket.statuses(StatusChange.builder("z", solved.at, "solved")
                    .recorded(solved.recorded)
                    .build());
        }
        if (opened.isKnown()) {
            facts.add(ticket.build());
        }
        boolean moves = random.nextInt(3) == 0;
        int after = random.nextInt(90);
        if (moves && opened.isKnown() && opened.recorded != null) {
            Instant corrected = opened.recorded.plusSeconds(after * 86_400L + 1);
            if (corrected.isBefore(cut)) { // somebody found that it was of another account
                facts.add(ticket.account(new AccountId("alpha"))
                        .recorded(corrected)
                        .build());
            }
        }
    }

    private void survey(String id, String account) {
        When when = new When();
        int score = random.nextInt(11);
        if (when.isKnown()) {
            facts.add(SurveyAnswer.builder(
                            id, when.at, score % 2 == 0 ? SurveyKind.NPS : SurveyKind.CSAT, BigDecimal.valueOf(score))
                    .account(new AccountId(account))
                    .contact(new ContactId(id))
                    .recorded(when.recorded)
                    .build());
        }
    }

    private void money(String id, String account) {
        When when = new When();
        Moment paid = when.later();
        PaymentOutcome outcome = random.nextBoolean() ? PaymentOutcome.FAILED : PaymentOutcome.SUCCEEDED;
        if (when.isKnown()) {
            facts.add(Payment.builder(id, account, when.at, Money.of(BigDecimal.TEN, "USD"), outcome)
                    .recorded(when.recorded)
                    .build());
            facts.add(Invoice.builder(id, account, when.at)
                    .due(when.at.plus(Period.ofDays(14)))
                    .paid(paid)
                    .recorded(when.recorded)
                    .build());
        }
    }

    private void use(String id, String account) {
        When when = new When();
        String meter = "meter " + random.nextInt(3);
        String name = "user " + random.nextInt(4);
        @Nullable String user = random.nextInt(5) == 0 ? null : name;
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(100), 1);
        if (when.isKnown()) {
            facts.add(UsageEvent.builder(id, account, when.at, meter)
                    .user(user)
                    .quantity(quantity)
                    .recorded(when.recorded)
                    .build());
        }
    }
}
