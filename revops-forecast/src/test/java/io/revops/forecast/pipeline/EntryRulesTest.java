package io.revops.forecast.pipeline;

import static io.revops.forecast.pipeline.SmallFunnel.deal;
import static io.revops.forecast.pipeline.SmallFunnel.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 15);
    private static final Span Q1 = Span.quarter(2026, 1);
    private static final StageOrder STAGES = StageOrder.of("Demo", "Proposal", "Legal");
    private static final EntryRules RULES = EntryRules.none()
            .require(ForecastCategory.BEST_CASE, new EntryRule.StageAtLeast(STAGES, "Proposal"))
            .require(
                    ForecastCategory.COMMIT,
                    new EntryRule.ClosesInPeriod(),
                    new EntryRule.Filled("amount"),
                    new EntryRule.ActiveWithin(14));

    private static EntryRules.Check check(SmallFunnel deal) {
        return RULES.check(deal.path(), new EntryRule.Surroundings(DAY, Q1, "USD", Map.of()));
    }

    private static SmallFunnel committed() {
        return deal("d", "2026-02-10")
                .stage("Legal")
                .amount(100)
                .closes("2026-03-15")
                .category(ForecastCategory.COMMIT);
    }

    @Test
    void aDealThatMeetsAllRulesIsNotFlagged() {
        EntryRules.Check check = check(committed());
        assertThat(check.isFlagged()).isFalse();
        assertThat(check.earned()).hasValue(ForecastCategory.COMMIT);
        assertThat(check.wanting()).isEmpty();
        assertThat(check).hasToString("d commit breaks no rule");
    }

    @Test
    void everyUnmetRuleIsNamedAndSurerCategoriesAskForMore() {
        EntryRules.Check check =
                check(deal("d", "2026-01-15").stage("Demo").closes("2026-02-14").category(ForecastCategory.COMMIT));
        assertThat(check.isFlagged()).isTrue();
        assertThat(check.earned()).hasValue(ForecastCategory.PIPELINE);
        assertThat(check.broken())
                .extracting(EntryRules.Unmet::toString)
                .containsExactly(
                        "in Proposal or later: it is in (Demo), before (Proposal)",
                        "closes in the period: its close date 2026-02-14 has passed",
                        "amount filled: it has no amount",
                        "active within 14 days: nothing has happened for 31 days, since 2026-01-15");
        assertThat(check.wanting().get(ForecastCategory.BEST_CASE)).hasSize(1);
        assertThat(check.wanting().get(ForecastCategory.MOST_LIKELY)).hasSize(1);
        assertThat(check.toString()).startsWith("d commit breaks: in Proposal or later: ");
    }

    @Test
    void aDealInALessSureCategoryThanItHasEarnedIsNotFlagged() {
        EntryRules.Check check = check(committed().category(ForecastCategory.PIPELINE));
        assertThat(check.isFlagged()).isFalse();
        assertThat(check.earned()).hasValue(ForecastCategory.COMMIT);
    }

    @Test
    void anOpenDealThatIsSaidToBeClosedIsFlagged() {
        EntryRules.Check check = check(committed().category(ForecastCategory.CLOSED));
        assertThat(check.isFlagged()).isTrue();
        assertThat(check).hasToString("d closed, and it is open");
    }

    @Test
    void theLastDayIsInThePeriodAndTheNextIsNot() {
        assertThat(check(committed().closes("2026-03-31")).isFlagged()).isFalse();
        assertThat(check(committed().closes("2026-04-01")).broken().get(0).why())
                .isEqualTo("its close date 2026-04-01 is not in 2026-Q1");
        assertThat(check(committed().closes("2026-02-15")).isFlagged())
                .as("today")
                .isFalse();
        assertThat(check(deal("d", "2026-02-10").stage("Legal").amount(1).category(ForecastCategory.COMMIT))
                        .broken())
                .extracting(EntryRules.Unmet::why)
                .containsExactly("it has no close date");
    }

    @Test
    void dealsOfLaterPeriodsAreNotChecked() {
        List<EntryRules.Check> checks = RULES.check(
                pipeline(
                        DAY.toString(),
                        committed(),
                        deal("later", "2026-02-01").closes("2026-04-01").category(ForecastCategory.COMMIT),
                        deal("undated", "2026-02-01"),
                        deal("won", "2026-02-01").closes("2026-03-01").won("2026-02-03")),
                Q1,
                Map.of());
        assertThat(checks).extracting(EntryRules.Check::deal).containsExactly("d", "undated");
        assertThat(checks.get(1).said()).isEmpty();
        assertThat(checks.get(1)).hasToString("undated no category breaks no rule");
    }

    @Test
    void aNextStepHasADayThatHasNotPassed() {
        EntryRule rule = new EntryRule.NextStepDated("Next step");
        assertThat(unmet(rule, "2026-02-15")).isEmpty();
        assertThat(unmet(rule, "2026-02-20T10:00:00Z")).isEmpty();
        assertThat(unmet(rule, "2026-02-14")).isEqualTo("its next step of 2026-02-14 has passed");
        assertThat(unmet(rule, "call them")).isEqualTo("there is no day in its next step (call them)");
        assertThat(unmet(rule, " ")).isEqualTo("it has no next step in (Next step)");
        assertThat(rule).hasToString("next step dated in Next step");
    }

    private static String unmet(EntryRule rule, String nextStep) {
        DealPath deal =
                DealPath.of("d", DAY).attributes(Map.of("Next step", nextStep)).build();
        return rule.unmet(deal, new EntryRule.Surroundings(DAY, Q1, "USD", Map.of()))
                .orElse("");
    }

    @Test
    void fieldsAreThoseOfTheDealAndAnyOtherByName() {
        DealPath full = DealPath.of("d", DAY)
                .account("a")
                .type(DealType.NEW)
                .attributes(Map.of("Champion", "Kim", "Budget", " "))
                .step(DealStep.on(DAY)
                        .stage("Demo")
                        .amount(1)
                        .owner("anna")
                        .closeDate(DAY)
                        .build())
                .build();
        DealPath empty = DealPath.of("e", DAY).build();
        EntryRule.Surroundings around = new EntryRule.Surroundings(DAY, Q1, "USD", Map.of());
        for (String field : List.of("amount", "Close date", "owner", "stage", "account", "type", "Champion")) {
            assertThat(new EntryRule.Filled(field).unmet(full, around))
                    .as(field)
                    .isEmpty();
            assertThat(new EntryRule.Filled(field).unmet(empty, around)).hasValue("it has no " + field);
        }
        assertThat(new EntryRule.Filled("Budget").unmet(full, around)).hasValue("it has no Budget");
    }

    @Test
    void amountsAndActivitiesHaveTheirLimits() {
        DealPath deal = DealPath.of("d", DAY.minusDays(20))
                .step(DealStep.on(DAY.minusDays(20)).amount(1000).build())
                .build();
        EntryRule.Surroundings called = new EntryRule.Surroundings(DAY, Q1, "USD", Map.of("d", DAY.minusDays(3)));
        assertThat(new EntryRule.AmountAtLeast(1000).unmet(deal, called)).isEmpty();
        assertThat(new EntryRule.AmountAtLeast(1000.01).unmet(deal, called))
                .hasValue("its amount USD 1,000.00 is below USD 1,000.01");
        assertThat(new EntryRule.AmountAtLeast(1).unmet(DealPath.of("e", DAY).build(), called))
                .hasValue("it has no amount");
        assertThat(new EntryRule.AmountAtLeast(1000)).hasToString("amount of 1,000 or more");
        assertThat(new EntryRule.ActiveWithin(3).unmet(deal, called)).isEmpty();
        assertThat(new EntryRule.ActiveWithin(2).unmet(deal, called)).isPresent();
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new EntryRule.StageAtLeast(STAGES, "Won")).hasMessageContaining("Maybe one of [Demo");
        assertThatThrownBy(() -> EntryRules.none().require(ForecastCategory.CLOSED))
                .hasMessageContaining("into closed");
        assertThatThrownBy(() -> new EntryRule.ActiveWithin(-1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new EntryRule.AmountAtLeast(Double.NaN)).hasMessageContaining("Maybe a number");
        assertThatThrownBy(() -> check(committed().won("2026-02-12"))).hasMessageContaining("is closed");
    }
}
