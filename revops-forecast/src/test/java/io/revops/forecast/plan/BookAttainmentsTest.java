package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.DealType;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attainments of a book: whose deal, of which day, against which quota. */
class BookAttainmentsTest {
    private static final Span HALF =
            Span.of(Span.quarter(2026, 1).from(), Span.quarter(2026, 2).to());

    private final RevenueBook.Builder book = RevenueBook.builder();

    private BookAttainmentsTest rep(String id, String name, String manager) {
        Rep.Builder rep = Rep.builder(id).name(name);
        book.add(
                manager.isEmpty()
                        ? rep.build()
                        : rep.manager(new RepId(manager)).build());
        return this;
    }

    private BookAttainmentsTest quota(String rep, Span span, String amount) {
        book.add(Quota.builder("q " + rep + " " + span, span, Money.of(amount, "USD"))
                .rep(new RepId(rep))
                .build());
        return this;
    }

    private BookAttainmentsTest won(String id, String owner, String day, String amount, String currency) {
        book.add(Opportunity.builder(id, Moment.parse("2025-11-01"))
                .changes(OpportunityChange.builder("close", Moment.parse(day))
                        .stage("Won")
                        .outcome(Outcome.WON)
                        .owner(new RepId(owner))
                        .amount(Money.of(amount, currency))
                        .build())
                .build());
        return this;
    }

    private RevenueView view() {
        return RevenueView.of(book.build(), RevenuePolicy.standard(), HALF);
    }

    @Test
    void dealCountsForItsOwnerInTheQuotaOfItsDay() {
        rep("boss", "Boss", "").rep("a", "Ana", "boss").rep("b", "Ben", "boss");
        quota("boss", Span.quarter(2026, 1), "200").quota("a", Span.quarter(2026, 1), "100");
        quota("a", Span.quarter(2026, 2), "100").quota("b", Span.quarter(2026, 1), "50");
        quota("b", Span.year(2026), "900");
        won("before", "a", "2025-12-31", "1", "USD").won("first", "a", "2026-01-01", "30", "USD");
        won("last", "a", "2026-03-31", "40", "USD").won("next", "a", "2026-04-01", "120", "USD");
        won("b's", "b", "2026-02-02", "50", "USD").won("nobody's", "boss", "2026-02-02", "9", "USD");
        Attainments attainments = Attainments.of(view()).orElseThrow();
        assertThat(attainments.rows())
                .extracting(Attainment::toString)
                .containsExactly(
                        "Ana, 2026-Q1: USD 70.00 of USD 100.00, 70.0 %",
                        "Ana, 2026-Q2: USD 120.00 of USD 100.00, 120.0 %",
                        "Ben, 2026-Q1: USD 50.00 of USD 50.00, 100.0 %");
        assertThat(attainments.rows()).extracting(Attainment::team).containsOnly("Boss");
        assertThat(attainments.notes())
                .containsExactly(
                        "Quota q b 2026 covers 2026, more than " + HALF + ", and is left out.",
                        "1 won deal has no owner with a quota on the day of the win, and is in no attainment.");
    }

    @Test
    void twoOfOneNameAreTwo() {
        rep("a", "Ana", "").rep("b", "Ana", "");
        quota("a", HALF, "100").quota("b", HALF, "100");
        won("d", "a", "2026-01-01", "30", "USD");
        assertThat(Attainments.of(view()).orElseThrow().byRep().keySet()).containsExactly("Ana (a)", "Ana (b)");
    }

    @Test
    void onlyTheTypesThatAreAskedForCount() {
        rep("a", "Ana", "").quota("a", HALF, "100").won("untyped", "a", "2026-01-01", "30", "USD");
        book.add(Opportunity.builder("renewal", Moment.parse("2025-11-01"))
                .type(DealType.RENEWAL)
                .changes(OpportunityChange.builder("close", Moment.parse("2026-02-01"))
                        .outcome(Outcome.WON)
                        .owner(new RepId("a"))
                        .amount(Money.of(50, "USD"))
                        .build())
                .build());
        assertThat(Attainments.of(view()).orElseThrow().ofAll().orElseThrow().value())
                .isEqualTo(.8);
        assertThat(Attainments.of(view(), DealType.NEW, DealType.EXPANSION)
                        .orElseThrow()
                        .ofAll()
                        .orElseThrow()
                        .value())
                .isEqualTo(.3);
    }

    @Test
    void winsByMonthAreLinearOrNot() {
        rep("a", "Ana", "").won("d", "a", "2026-01-31", "20", "USD").won("e", "a", "2026-06-30", "80", "USD");
        Linearity months = Linearity.of(view()).orElseThrow();
        assertThat(months.months()).extracting(m -> m.amount().intValue()).containsExactly(20, 0, 0, 0, 0, 80);
        assertThat(months.cumulative().orElseThrow().get(4).value()).isEqualTo(.2);
    }

    @Test
    void plansQuotasMayBeMeasuredLikeAnyOthers() {
        rep("a", "Ana", "").won("d", "a", "2026-01-31", "50", "USD");
        Plan plan = QuotaPlanner.of(Money.of(400, "USD"), Span.year(2026))
                .plan(
                        PlanUnit.territory("North").withPotential(1).withPerson("a"),
                        PlanUnit.rep("none").withPotential(0))
                .orElseThrow();
        assertThat(plan.facts(Cadence.MONTH)).hasSize(12);
        assertThat(plan.facts(Cadence.YEAR))
                .singleElement()
                .extracting(Quota::amount)
                .isEqualTo(Money.of(400, "USD"));
        book.add(plan.facts(Cadence.QUARTER));
        assertThat(Attainments.of(view()).orElseThrow().rows())
                .extracting(Attainment::toString)
                .containsExactly(
                        "Ana, 2026-Q1: USD 50.00 of USD 100.00, 50.0 %", "Ana, 2026-Q2: USD 0.00 of USD 100.00, 0.0 %");
        assertThatThrownBy(() -> plan.facts(Cadence.WEEK)).hasMessageContaining("Maybe Cadence.QUARTER");
    }

    @Test
    void whatCannotBeToldIsUndefined() {
        assertThat(Linearity.of(view()).value()).isEmpty();
        assertThat(Attainments.of(view()))
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.NO_BOOK));
        rep("a", "Ana", "");
        assertThat(Attainments.of(view()))
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.NO_QUOTA));
        quota("a", HALF, "100").won("d", "a", "2026-01-01", "30", "EUR");
        won("e", "a", "2026-02-01", "30", "USD");
        assertThat(List.of(Attainments.of(view()), Linearity.of(view())))
                .allSatisfy(r -> assertThat(r)
                        .isInstanceOfSatisfying(
                                Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.MIXED_CURRENCY)));
    }
}
