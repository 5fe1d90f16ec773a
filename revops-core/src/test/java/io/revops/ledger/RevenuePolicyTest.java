package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.Account;
import io.revops.book.AccountMerge;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.Opportunity;
import io.revops.book.Payment;
import io.revops.book.Product;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevenuePolicyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    /** Every choice of every convention that lists its choices, and some of those that count. */
    static List<PolicyOption> choices() {
        List<PolicyOption> all = new ArrayList<>();
        Stream.of(
                        Basis.values(),
                        Trial.values(),
                        DiscountRule.values(),
                        Tax.values(),
                        Unpaid.values(),
                        Pause.values(),
                        ChurnTiming.values(),
                        SamePeriod.values(),
                        FreeAccount.values(),
                        Refund.values(),
                        Grain.values(),
                        MonthValue.values(),
                        SourceBasis.values(),
                        ProratedLines.values(),
                        StateRounding.values())
                .flatMap(Arrays::stream)
                .forEach(all::add);
        all.addAll(List.of(
                PastDue.INCLUDE_UNTIL_TERMINAL,
                PastDue.EXCLUDE,
                PastDue.autoChurn(30),
                Usage.EXCLUDE,
                Usage.COMMITTED,
                Usage.ACTUAL,
                Usage.trailingAverage(3),
                Reactivation.ANY,
                Reactivation.NEVER,
                Reactivation.within(90),
                Reactivation.atLeast(31),
                WeekFactor.EXACT,
                WeekFactor.FOUR,
                WeekFactor.NONE,
                WeekFactor.perMonth("4.33"),
                DayFactor.EXACT,
                DayFactor.THIRTY,
                DayFactor.NONE,
                DayFactor.perMonth("30.44"),
                GapTolerance.NONE,
                Closing.RESTATE,
                Closing.postToOpen(LocalDate.of(2025, 2, 28)),
                Closing.monthly(Span.parse("2025-Q1"), 5),
                GapTolerance.days(3),
                Grouping.NONE,
                Grouping.minutes(60),
                FxMethod.CLOSE_RATE,
                FxMethod.EVENT_RATE,
                FxMethod.START_LOCKED,
                FxMethod.constant(Map.of(EUR, new BigDecimal("1.10"))),
                FxMethod.constant(Map.of()),
                FxMethod.current(LocalDate.of(2025, 12, 31)),
                ReportingZone.of("America/New_York"),
                ReportingZone.UTC,
                ReportingCurrency.of("USD")));
        return all;
    }

    @Test
    void everyChoiceIsReadAsItIsWritten() {
        assertThat(choices())
                .allSatisfy(choice -> assertThat(PolicyOption.parse(choice.option(), choice.code()))
                        .isEqualTo(choice)
                        .hasSameHashCodeAs(choice));
    }

    @Test
    void twoChoicesOfAConventionAreToldApartInWords() {
        assertThat(choices()).allSatisfy(choice -> assertThat(choice.says()).isNotBlank());
        assertThat(choices())
                .extracting(choice -> choice.option() + ": " + choice.says())
                .doesNotHaveDuplicates();
        assertThat(DayFactor.NONE.says()).isEqualTo("what is billed by the day does not count");
        assertThat(DayFactor.THIRTY.says()).isEqualTo("a year has 360 days");
    }

    @Test
    void aCountGoesFromItsLeastToAHundredThousand() {
        assertThat(GapTolerance.days(100_000).code()).isEqualTo("100000");
        assertThat(PastDue.autoChurn(1).days()).isEqualTo(1);
        assertThat(PastDue.autoChurn(100_000).days()).isEqualTo(100_000);
        assertThat(Reactivation.within(1)).isNotEqualTo(Reactivation.within(100_000));
        assertThat(Grouping.minutes(1)).isNotEqualTo(Grouping.minutes(100_000));
        for (int count : new int[] {-1, 100_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GapTolerance.days(count))
                    .withMessageContaining("Maybe ");
            assertThatIllegalArgumentException().isThrownBy(() -> PastDue.autoChurn(count));
            assertThatIllegalArgumentException().isThrownBy(() -> Reactivation.atLeast(count));
            assertThatIllegalArgumentException().isThrownBy(() -> Grouping.minutes(count));
            assertThatIllegalArgumentException().isThrownBy(() -> Usage.trailingAverage(count));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PastDue.autoChurn(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Reactivation.within(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayFactor.perMonth("-0.01"))
                .withMessageContaining("Maybe DayFactor.EXACT.");
        assertThatIllegalArgumentException().isThrownBy(() -> new DayFactor(new BigDecimal("1000.01")));
        assertThat(new DayFactor(new BigDecimal("1000.0"))).isEqualTo(new DayFactor(BigDecimal.valueOf(1000)));
        assertThat(new DayFactor(new BigDecimal("1E+3")).code()).isEqualTo("1000");
    }

    @Test
    void everyTypeOfOptionIsAmongTheChoicesAndTheConventions() {
        List<Class<?>> types =
                choices().stream().map(Object::getClass).distinct().collect(java.util.stream.Collectors.toList());
        assertThat(types).containsExactlyInAnyOrder(PolicyOption.class.getPermittedSubclasses());
        List<String> conventions = RevenuePolicy.standard().conventions();
        assertThat(choices())
                .allSatisfy(choice -> assertThat(conventions)
                        .anySatisfy(line -> assertThat(line).startsWith(choice.option() + ": ")));
    }

    @Test
    void whatIsChosenIsWhatThePolicySays() {
        RevenuePolicy policy = RevenuePolicy.standard()
                .with(Trial.EXCLUDE_EVERY)
                .with(PastDue.autoChurn(30), Pause.ZERO_ACTIVE)
                .with(Basis.EVENT, Grouping.minutes(60));
        assertThat(policy.trial()).isEqualTo(Trial.EXCLUDE_EVERY);
        assertThat(policy.pastDue().days()).isEqualTo(30);
        assertThat(policy.pause()).isEqualTo(Pause.ZERO_ACTIVE);
        assertThat(policy.samePeriod()).isEqualTo(SamePeriod.COUNT_BOTH);
        assertThat(policy)
                .hasToString(
                        "RevenuePolicy: standard with basis EVENT, trial EXCLUDE_EVERY, past due AUTO_CHURN 30, pause ZERO_ACTIVE, grouping 60");
        assertThat(policy.conventions()).contains("past due: churns after 30 days");
    }

    @Test
    void choosingTheStandardChangesNothing() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(standard.with(standard.options().stream()
                        .filter(o -> !(o instanceof SamePeriod))
                        .toArray(PolicyOption[]::new)))
                .isEqualTo(standard)
                .hasToString("RevenuePolicy: standard");
        assertThat(standard.with(Pause.CHURN)).isNotEqualTo(standard);
        assertThat(standard.with(Pause.CHURN).with(Pause.KEEP)).isEqualTo(standard);
    }

    private static void refused(PolicyOption one, PolicyOption other) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenuePolicy.standard().with(one, other))
                .withMessageContaining(one.option() + " " + one.code())
                .withMessageContaining(other.option() + " " + other.code())
                .withMessageContaining(". Maybe ");
    }

    @Test
    void whatContradictsIsRefusedByBothNames() {
        refused(Basis.NET, SamePeriod.COUNT_BOTH);
        refused(Basis.NET, Grouping.minutes(60));
        refused(Basis.EVENT, MonthValue.AVERAGE);
        refused(Basis.EVENT, MonthValue.START);
        refused(SourceBasis.INVOICE_LINE, DiscountRule.FOREVER_ONLY);
        refused(SourceBasis.INVOICE_LINE, DiscountRule.RECURRING_ONLY);
        refused(SourceBasis.INVOICE_LINE, Usage.COMMITTED);
        refused(SourceBasis.INVOICE_LINE, Usage.trailingAverage(3));
        refused(SourceBasis.SUBSCRIPTION_STATE, Tax.INCLUDE);
        refused(SourceBasis.CATALOG, Tax.INCLUDE);
        refused(SourceBasis.SUBSCRIPTION_STATE, ProratedLines.SKIP);
        refused(SourceBasis.CATALOG, ProratedLines.AS_BILLED);
    }

    @Test
    void aContradictionIsRefusedHoweverLateItComes() {
        RevenuePolicy grouped = RevenuePolicy.standard().with(Basis.EVENT, Grouping.minutes(60));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grouped.with(Basis.NET))
                .withMessageContaining("grouping 60");
        assertThat(grouped.with(Basis.NET, Grouping.NONE)).isEqualTo(RevenuePolicy.standard());
    }

    @Test
    void whatCannotBeReadNamesWhatCan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("pauze", "KEEP"))
                .withMessageContaining("(pauze)")
                .withMessageContaining("pause");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("pause", "STOP"))
                .withMessageContaining("(STOP)")
                .withMessageContaining("ZERO_ACTIVE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("past due", "AUTO_CHURN"))
                .withMessageContaining("Maybe 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("past due", "EXCLUDE 3"))
                .withMessageContaining("Maybe none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("gap tolerance", "-1"))
                .withMessageContaining("0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("gap tolerance", "three"))
                .withMessageContaining("(three)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("week factor", "-1"))
                .withMessageContaining("-1 weeks");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("exchange rates", "CURRENT soon"))
                .withMessageContaining("(soon)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyOption.parse("exchange rates", "CONSTANT EUR=0"))
                .withMessageContaining("EUR");
    }

    @Test
    void aPolicyReadsTheFactsThatCanChangeWhatItMakes() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(read(standard)).containsExactly(AccountMerge.class, Subscription.class);
        assertThat(read(standard.with(Grain.PARENT)))
                .containsExactly(Account.class, AccountMerge.class, Subscription.class);
        assertThat(read(standard.with(Refund.CREDIT_REDUCES)))
                .containsExactly(AccountMerge.class, Invoice.class, Payment.class, Subscription.class);
        assertThat(read(standard.with(SourceBasis.INVOICE_LINE)))
                .containsExactly(AccountMerge.class, Invoice.class, Payment.class, Subscription.class);
        assertThat(read(standard.with(SourceBasis.CATALOG)))
                .containsExactly(AccountMerge.class, Product.class, Subscription.class);
        assertThat(read(standard.with(Usage.COMMITTED))).containsExactly(AccountMerge.class, Subscription.class);
        for (Usage metered : List.of(Usage.ACTUAL, Usage.trailingAverage(3))) {
            assertThat(read(standard.with(metered)))
                    .containsExactly(AccountMerge.class, Subscription.class, UsageEvent.class);
        }
    }

    private static List<Class<? extends Fact>> read(RevenuePolicy policy) {
        List<Class<? extends Fact>> kinds = List.of(
                Account.class,
                AccountMerge.class,
                Invoice.class,
                Opportunity.class,
                Payment.class,
                Product.class,
                Subscription.class,
                UsageEvent.class);
        return kinds.stream().filter(policy::reads).toList();
    }

    @Test
    void policiesOfTheSameConventionsAreOne() {
        RevenuePolicy one = RevenuePolicy.standard().with(Pause.KEEP, Grain.SUBSCRIPTION);
        RevenuePolicy other = RevenuePolicy.standard().with(Grain.SUBSCRIPTION).with(Pause.KEEP);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(RevenuePolicy.standard());
        assertThat(Stream.of(one, other, RevenuePolicy.standard(), one.with(Basis.NET))
                        .map(RevenuePolicy::hashCode)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatIsNotWrittenIsSaidInTheConventions() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(standard.options()).noneMatch(o -> o instanceof ReportingCurrency);
        assertThat(standard.conventions())
                .contains("reporting currency: the only one there is", "one-time charges: do not count");
        RevenuePolicy dollars = standard.with(ReportingCurrency.of("USD"));
        assertThat(dollars.options())
                .contains(ReportingCurrency.of("USD"))
                .hasSize(standard.options().size() + 1);
        assertThat(dollars.conventions())
                .doesNotContain("reporting currency: the only one there is")
                .contains("one-time charges: do not count")
                .hasSameSizeAs(standard.conventions());
    }

    @Test
    void aConflictIsToldWithoutBeingThrown() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(standard.conflict(Pause.KEEP)).isEmpty();
        for (PolicyOption one : choices()) {
            assertThat(standard.conflict(one).map(PolicyConflict::toString)).isEqualTo(refusal(standard, one));
        }
        assertThat(choices()).anyMatch(one -> standard.conflict(one).isPresent());
    }

    private static Optional<String> refusal(RevenuePolicy policy, PolicyOption option) {
        try {
            policy.with(option);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void exchangeRatesOfADayOrOfOnesOwnAreToldAndReadAgain() {
        LocalDate day = LocalDate.of(2025, 6, 30);
        FxMethod current = FxMethod.current(day);
        assertThat(current.day()).contains(day);
        assertThat(FxMethod.CLOSE_RATE.day()).isEmpty();
        assertThat(current).hasToString("CURRENT 2025-06-30").isEqualTo(FxMethod.parse("CURRENT 2025-06-30"));
        assertThat(current.says()).isEqualTo("all of history at the rates of 2025-06-30");
        FxMethod constant =
                FxMethod.constant(Map.of(EUR, new BigDecimal("1.10"), Currency.getInstance("GBP"), BigDecimal.TEN));
        assertThat(constant)
                .hasToString("CONSTANT EUR=1.1 GBP=10")
                .isEqualTo(FxMethod.parse("CONSTANT GBP=10, EUR=1.1"));
        assertThat(constant.says()).isEqualTo("constant, EUR=1.1, GBP=10");
        assertThat(FxMethod.constant(Map.of()).says()).isEqualTo("constant");
        assertThat(FxMethod.constant(Map.of())).hasToString("CONSTANT");
        assertThat(Stream.of(current, constant, FxMethod.CLOSE_RATE, FxMethod.START_LOCKED)
                        .map(FxMethod::hashCode)
                        .distinct())
                .hasSize(4);
        assertThat(FxMethod.parse("START_LOCKED")).isSameAs(FxMethod.START_LOCKED);
        assertThat(FxMethod.parse("EVENT_RATE")).isSameAs(FxMethod.EVENT_RATE);
    }
}
