package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ForecastCategory;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final Currency USD = Money.currency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final Hierarchy TEAM = Hierarchy.of("Acme")
            .put("maria", "EMEA")
            .put("anna", "maria")
            .put("bert", "maria")
            .titled("anna", "Anna")
            .build();

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static CalledDeal deal(String id, String owner, ForecastCategory category, long amount) {
        return new CalledDeal(id, owner, category, usd(amount));
    }

    /** Anna's deals are the worked case of six categories. */
    private static RollUp.Builder worked() {
        return RollUp.of(TEAM, USD)
                .deals(List.of(
                        deal("p", "anna", ForecastCategory.PIPELINE, 100),
                        deal("b", "anna", ForecastCategory.BEST_CASE, 80),
                        deal("m", "anna", ForecastCategory.MOST_LIKELY, 50),
                        deal("c", "anna", ForecastCategory.COMMIT, 60),
                        deal("w", "anna", ForecastCategory.CLOSED, 40),
                        deal("o", "anna", ForecastCategory.OMITTED, 10),
                        deal("x", "bert", ForecastCategory.COMMIT, 7)));
    }

    private static final Adjustment.Said MARIA = Adjustment.Said.byManager("maria", DAY, "the board has approved");

    @Test
    void whatIsBelowAddsUpToWhatIsAbove() {
        RollUp rollUp = worked().build();
        assertThat(rollUp.lines())
                .extracting(RollUpLine::node)
                .containsExactly("Acme", "EMEA", "maria", "anna", "bert");
        assertThat(rollUp.line("anna").base()).isEqualTo(usd(100));
        assertThat(rollUp.line("maria").base()).isEqualTo(usd(107));
        assertThat(rollUp.company().base()).isEqualTo(usd(107));
        assertThat(rollUp.company().stretch()).isEqualTo(usd(237));
        assertThat(rollUp.company().shown(ForecastCategory.PIPELINE)).isEqualTo(usd(297));
        assertThat(rollUp.company().shown(ForecastCategory.CLOSED)).isEqualTo(usd(40));
        assertThat(rollUp).hasToString("Acme: base USD 107.00, stretch USD 237.00, open USD 297.00");
    }

    @Test
    void aManagersNumberIsShownAllTheWayUpAndTheCalculatedOneIsKept() {
        RollUp adjusted = worked().build().adjust("anna", ForecastCategory.COMMIT, usd(120), MARIA);
        RollUpLine.Called anna = adjusted.line("anna").called(ForecastCategory.COMMIT);
        assertThat(anna.shown()).isEqualTo(usd(120));
        assertThat(anna.calculated()).isEqualTo(usd(100));
        assertThat(adjusted.line("maria").base()).isEqualTo(usd(127));
        assertThat(adjusted.company().base()).isEqualTo(usd(127));
        assertThat(adjusted.company().called(ForecastCategory.COMMIT).calculated())
                .isEqualTo(usd(107));
        assertThat(adjusted.audit())
                .containsExactly(new Adjustment("anna", ForecastCategory.COMMIT, usd(100), usd(120), MARIA));
        assertThat(adjusted.audit().get(0))
                .hasToString("2026-02-01 maria (manager): anna's commit USD 100.00 to USD 120.00, because the board has"
                        + " approved");
    }

    @Test
    void theManagersNumberHoldsOverTheOwnersAndTheLastOverThoseBefore() {
        Adjustment.Said anna = Adjustment.Said.byOwner("anna", DAY.plusDays(2), "the customer has called");
        RollUp rollUp = worked().build()
                .adjust("anna", ForecastCategory.COMMIT, usd(90), anna)
                .adjust("anna", ForecastCategory.COMMIT, usd(120), MARIA)
                .adjust("anna", ForecastCategory.COMMIT, usd(95), anna)
                .adjust("anna", ForecastCategory.COMMIT, usd(110), MARIA);
        RollUpLine.Called called = rollUp.line("anna").called(ForecastCategory.COMMIT);
        assertThat(called.shown()).isEqualTo(usd(110));
        assertThat(called.byOwner().orElseThrow().to()).isEqualTo(usd(95));
        assertThat(called.byManager().orElseThrow().to()).isEqualTo(usd(110));
        assertThat(rollUp.audit()).extracting(Adjustment::from).containsExactly(usd(100), usd(90), usd(120), usd(120));
    }

    @Test
    void adjustmentsThatWereKeptAreShownAgain() {
        RollUp adjusted = worked().build().adjust("maria", ForecastCategory.BEST_CASE, usd(300), MARIA);
        RollUp again = worked().adjustments(adjusted.audit()).build();
        assertThat(again).isEqualTo(adjusted);
        assertThat(again.company().stretch()).isEqualTo(usd(300));
        assertThat(again.company().base()).isEqualTo(usd(107));
    }

    @Test
    void quotasRollUpUnlessANodeHasItsOwn() {
        RollUp rollUp = worked().quota("anna", usd(200))
                .quota("bert", usd(100))
                .quota("EMEA", usd(250))
                .build();
        assertThat(rollUp.line("maria").quota()).hasValue(usd(300));
        assertThat(rollUp.line("EMEA").quota()).hasValue(usd(250));
        assertThat(rollUp.line("EMEA").overAssigned()).hasValue(usd(50));
        assertThat(rollUp.company().quota()).hasValue(usd(250));
        assertThat(rollUp.line("anna").attained().orElseThrow()).isEqualTo(new Ratio(0.2));
        assertThat(rollUp.line("anna").missing(ForecastCategory.COMMIT)).hasValue(usd(100));
        assertThat(rollUp.line("anna").coverage().orElseThrow().ofRemaining().orElseThrow())
                .isEqualTo(Ratio.of(usd(290), usd(160)));
        assertThat(worked().build().company().attained())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("no quota"));
    }

    @Test
    void quotasOfABookAreThoseOfThePeriod() {
        Span q1 = Span.quarter(2026, 1);
        RollUp rollUp = worked().quotas(
                        List.of(
                                quota("1", Span.month(2026, 1), "anna", 50),
                                quota("2", Span.month(2026, 2), "anna", 60),
                                quota("3", Span.month(2026, 4), "anna", 70),
                                quota("4", Span.year(2026), "bert", 900),
                                quota("5", q1, "nobody", 30)),
                        q1)
                .build();
        assertThat(rollUp.company().quota()).hasValue(usd(110));
        assertThat(rollUp.leftOut())
                .containsExactly(
                        "The quota 4 covers 2026 and not 2026-Q1.",
                        "The quota 5 is that of (nobody), who is not in the hierarchy.");
    }

    private static Quota quota(String id, Span span, String rep, long amount) {
        return Quota.builder(id, span, usd(amount)).rep(new RepId(rep)).build();
    }

    @Test
    void sharesAddUpToTheDealAndOverlaysAreInNoTotal() {
        Credits credits = Credits.none()
                .share("d", "anna", 33.3333)
                .share("d", "bert", 66.6667)
                .overlay("d", "anna", 50);
        RollUp rollUp = RollUp.of(TEAM, USD)
                .deals(List.of(new CalledDeal("d", "anna", ForecastCategory.COMMIT, Money.of("100.01", "USD"))))
                .with(credits)
                .build();
        assertThat(rollUp.company().base()).isEqualTo(Money.of("100.01", "USD"));
        assertThat(rollUp.line("anna").base()).isEqualTo(Money.of("33.34", "USD"));
        assertThat(rollUp.line("bert").base()).isEqualTo(Money.of("66.67", "USD"));
        assertThat(rollUp.line("anna").overlay().base()).isEqualTo(Money.of("50.00", "USD"));
        assertThat(rollUp.company().overlay().base()).isEqualTo(Money.of("50.00", "USD"));
        assertThat(credits).hasToString("1 deal is shared, 1 has overlays");
    }

    @Test
    void sharesThatDoNotAddUpAreNamed() {
        CalledDeal deal = deal("d", "anna", ForecastCategory.COMMIT, 100);
        assertThatThrownBy(() -> Credits.none().share("d", "anna", 60).shares(deal))
                .hasMessageContaining("(d) add up to 60.0 % and not to 100. Maybe an overlay");
        assertThatThrownBy(() -> Credits.none().share("d", "anna", 60).share("d", "anna", 40))
                .hasMessageContaining("told twice");
        assertThatThrownBy(() -> Credits.none().share("d", "anna", 0)).hasMessageContaining("above 0");
        assertThat(Credits.none().shares(deal)).containsExactly(deal);
        assertThat(Credits.none().overlays(deal)).isEmpty();
    }

    @Test
    void dealsOfStrangersCountAtTheTopAndAreListed() {
        RollUp rollUp = RollUp.of(TEAM, USD)
                .deals(List.of(deal("d", "zoe", ForecastCategory.CLOSED, 5), deal("e", "", ForecastCategory.CLOSED, 6)))
                .build();
        assertThat(rollUp.company().shown(ForecastCategory.CLOSED)).isEqualTo(usd(11));
        assertThat(rollUp.company().own().base()).isEqualTo(usd(11));
        assertThat(rollUp.unplaced()).containsExactly("d", "e");
    }

    @Test
    void peopleOfABookAreBelowTheirManagersAndRegions() {
        Hierarchy people = Hierarchy.of(
                "Acme",
                List.of(
                        Rep.builder("maria").name("Maria").region("EMEA").build(),
                        Rep.builder("anna")
                                .manager(new RepId("maria"))
                                .region("EMEA")
                                .build(),
                        Rep.builder("bert").manager(new RepId("gone")).build(),
                        Rep.builder("u").manager(new RepId("v")).build(),
                        Rep.builder("v").manager(new RepId("u")).build()));
        assertThat(people.nodes()).containsExactly("Acme", "bert", "region EMEA", "maria", "anna", "v", "u");
        assertThat(people.title("maria")).isEqualTo("Maria");
        assertThat(people.depth("anna")).isEqualTo(3);
        assertThat(people.problems())
                .containsExactly("bert reports to gone, who is nobody.", "v reports to u, who is below v.");
        assertThat(people).hasToString("Acme with 6 nodes below");
    }

    @Test
    void aNodeThatIsBelowItselfIsNamed() {
        assertThatThrownBy(() -> Hierarchy.of("Acme").put("a", "b").put("b", "a"))
                .hasMessageContaining("(a) is below (b), and cannot be above it");
        assertThatThrownBy(() -> Hierarchy.of("Acme").put("a", "b").put("a", "c"))
                .hasMessageContaining("cannot be below (c)");
        assertThatThrownBy(() -> Hierarchy.of("Acme").put("Acme", "b")).hasMessageContaining("it is the company");
        assertThatThrownBy(() -> Hierarchy.of("Acme").put("a", "a")).hasMessageContaining("cannot be above it");
    }

    @Test
    void bothRatesAreToldAndWhatTheyHaveDone() {
        TwoRates rates = new TwoRates(
                ExchangeRates.of(List.of(ExchangeRate.of(LocalDate.of(2026, 1, 1), "EUR", "USD", "1.10"))),
                ExchangeRates.of(List.of(ExchangeRate.of(DAY, "EUR", "USD", "1.05"))),
                USD);
        TwoRates.Told told = rates.tell(Money.of(100_000, "EUR"), DAY);
        assertThat(told.atPlan()).isEqualTo(usd(110_000));
        assertThat(told.atDated()).isEqualTo(usd(105_000));
        assertThat(told.fxEffect()).isEqualTo(usd(-5_000));
        List<CalledDeal> deals = List.of(
                new CalledDeal("e", "anna", ForecastCategory.COMMIT, Money.of(100_000, "EUR")),
                deal("d", "anna", ForecastCategory.COMMIT, 1_000));
        RollUp plan = RollUp.of(TEAM, USD).deals(rates.atPlan(deals, DAY)).build();
        RollUp dated = RollUp.of(TEAM, USD).deals(rates.atDated(deals, DAY)).build();
        assertThat(plan.company().base()).isEqualTo(usd(111_000));
        assertThat(dated.fxEffect(plan, "maria", ForecastCategory.COMMIT)).isEqualTo(usd(-5_000));
        assertThatThrownBy(() -> rates.tell(Money.of(1, "EUR"), DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no dated rate from EUR to USD on 2026-01-31");
        assertThatThrownBy(() -> RollUp.of(TEAM, USD).deals(deals).build()).hasMessageContaining("[EUR, USD]");
    }

    @Test
    void misuseIsNamed() {
        RollUp rollUp = worked().build();
        assertThatThrownBy(() -> rollUp.line("zoe"))
                .hasMessageContaining("Maybe one of [Acme, EMEA, maria, anna, bert]");
        assertThatThrownBy(() -> rollUp.adjust("anna", ForecastCategory.CLOSED, usd(1), MARIA))
                .hasMessageContaining("closed is not adjusted");
        assertThatThrownBy(() -> rollUp.adjust("anna", ForecastCategory.OMITTED, usd(1), MARIA))
                .hasMessageContaining("omitted is not adjusted");
        assertThatThrownBy(() -> rollUp.adjust("zoe", ForecastCategory.COMMIT, usd(1), MARIA))
                .hasMessageContaining("no node (zoe)");
        assertThatThrownBy(() -> Adjustment.Said.byOwner("anna", DAY, " ")).hasMessageContaining("gives no reason");
        assertThatThrownBy(() -> rollUp.line("anna").called(ForecastCategory.OMITTED))
                .hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> worked().deals(rollUp.deals()).build()).hasMessageContaining("told twice");
        assertThatThrownBy(() -> worked().quota("zoe", usd(1))).hasMessageContaining("no node (zoe)");
        assertThatThrownBy(() -> worked().adjustments(
                                List.of(new Adjustment("zoe", ForecastCategory.COMMIT, usd(1), usd(2), MARIA)))
                        .build())
                .hasMessageContaining("(zoe) to adjust");
    }
}
