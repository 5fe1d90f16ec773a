package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyPresetTest {
    @Test
    void everyVendorIsThereByName() {
        assertThat(PolicyPreset.all())
                .extracting(PolicyPreset::id)
                .containsExactly(
                        "standard",
                        "chartmogul",
                        "stripe",
                        "profitwell",
                        "recurly",
                        "chargebee",
                        "maxio",
                        "baremetrics",
                        "firstofficer",
                        "kill-bill",
                        "fivetran-dbt",
                        "dbt-playbook",
                        "saas-metrics-standards-board");
        assertThat(PolicyPreset.all())
                .allSatisfy(p -> assertThat(PolicyPreset.of(p.id())).isSameAs(p));
    }

    @Test
    void everyChoiceHasItsSourceAndEveryVendorItsLimits() {
        assertThat(PolicyPreset.all())
                .filteredOn(p -> !p.id().equals("standard"))
                .allSatisfy(preset -> {
                    assertThat(preset.choices())
                            .isNotEmpty()
                            .allSatisfy(choice -> assertThat(choice.source()).isNotBlank());
                    assertThat(preset.choices())
                            .anySatisfy(c -> assertThat(c.source()).startsWith("http"));
                    assertThat(preset.limits()).isNotEmpty();
                    assertThat(preset.toString()).contains(preset.title(), "\n  but: ");
                });
    }

    @Test
    void aPresetIsItsChoicesAndTheStandard() {
        assertThat(PolicyPreset.of("standard").policy()).isEqualTo(RevenuePolicy.standard());
        assertThat(PolicyPreset.all())
                .allSatisfy(preset -> assertThat(preset.policy().options()).allSatisfy(option -> {
                    List<PolicyOption> chosen = preset.choices().stream()
                            .map(PolicyPreset.Choice::option)
                            .filter(o -> o.option().equals(option.option()))
                            .toList();
                    PolicyOption expected = chosen.isEmpty() ? inStandard(option) : chosen.get(0);
                    assertThat(option)
                            .as(preset.id())
                            .isEqualTo(
                                    option instanceof SamePeriod
                                            ? preset.policy().samePeriod()
                                            : expected);
                }));
    }

    private static PolicyOption inStandard(PolicyOption option) {
        return RevenuePolicy.standard().options().stream()
                .filter(o -> o.option().equals(option.option()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theVendorsDifferWhereTheySayTheyDo() {
        assertThat(PolicyPreset.of("maxio").policy().reactivation()).isEqualTo(Reactivation.within(90));
        assertThat(PolicyPreset.of("profitwell").policy().pause()).isEqualTo(Pause.ZERO_ACTIVE);
        assertThat(PolicyPreset.of("stripe").policy().discount()).isEqualTo(DiscountRule.FOREVER_ONLY);
        assertThat(PolicyPreset.of("chartmogul").policy().grouping()).isEqualTo(Grouping.minutes(60));
        assertThat(PolicyPreset.of("kill-bill").policy().weekFactor()).isEqualTo(WeekFactor.NONE);
        assertThat(PolicyPreset.of("firstofficer").policy().tax()).isEqualTo(Tax.INCLUDE);
        assertThat(PolicyPreset.all().stream().map(PolicyPreset::policy).distinct())
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void onesOwnPresetIsRefusedWhereItContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyPreset.builder("Ours", "Ours"))
                .withMessageContaining("(Ours)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyPreset.builder("ours", "Ours").choose("", Pause.KEEP, Pause.CHURN))
                .withMessageContaining("pause KEEP and CHURN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyPreset.builder("ours", "Ours")
                        .choose("", Basis.NET, Grouping.minutes(5))
                        .build())
                .withMessageContaining("grouping 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyPreset.of("chartmogull"))
                .withMessageContaining("(chartmogull)")
                .withMessageContaining("chartmogul, stripe");
    }

    private static PolicyPreset own(String id, String title, PolicyOption option, String limit) {
        return PolicyPreset.builder(id, title)
                .choose("our handbook", option)
                .limit(limit)
                .build();
    }

    @Test
    void presetsOfTheSameWordsAreOne() {
        PolicyPreset preset = own("ours", "Ours", Pause.KEEP, "no usage");
        assertThat(preset)
                .isEqualTo(own("ours", "Ours", Pause.KEEP, "no usage"))
                .hasSameHashCodeAs(own("ours", "Ours", Pause.KEEP, "no usage"))
                .isNotEqualTo(own("other", "Ours", Pause.KEEP, "no usage"))
                .isNotEqualTo(own("ours", "Other", Pause.KEEP, "no usage"))
                .isNotEqualTo(own("ours", "Ours", Pause.CHURN, "no usage"))
                .isNotEqualTo(own("ours", "Ours", Pause.KEEP, "no trials"))
                .isNotEqualTo("ours");
        assertThat(preset.hashCode())
                .isNotEqualTo(own("ours", "Ours", Pause.KEEP, "no trials").hashCode());
        assertThat(preset.toString().lines())
                .hasSize(3)
                .startsWith("Ours (ours)")
                .endsWith("  but: no usage");
    }
}
