/**
 * What is known of an account on a day that may tell whether it leaves, and whether it then did.
 *
 * <p>A {@link io.revops.forecast.churn.FeatureSet} is a list of named functions of an
 * {@link io.revops.forecast.churn.AccountAsOf account as of a day}; {@link io.revops.forecast.churn.ChurnFeatures#standard} is one to start
 * with. It is read from the facts of a book that were known by the end of the day and had taken effect by then, with a ledger of those
 * facts alone: nothing that is written later changes a value. {@link io.revops.forecast.churn.ChurnRows} set beside it what the ledger
 * says happened in the days after, and are learnt from with {@link io.revops.forecast.learn}. No row is resampled, none whose outcome is
 * not known yet is guessed, and who has already asked to go is left out and counted.
 *
 * <p>{@link io.revops.forecast.churn.ChurnPropensity} learns from them who leaves, or refuses, and scores accounts with reasons in words;
 * {@link io.revops.forecast.churn.ChurnHazard} learns when, and for which cause; {@link io.revops.forecast.churn.RevenueAtRisk} adds up what
 * goes with them. A reason is what a score is associated with: nothing here says why somebody left, or whom a call would keep. In JShell:
 *
 * <pre>{@code
 * import io.revops.book.*
 * import io.revops.forecast.churn.*
 * import io.revops.forecast.learn.*
 * import io.revops.ledger.*
 * import io.revops.money.*
 * import io.revops.time.*
 * import java.math.*
 * import java.time.*
 * import java.util.*
 * var facts = RevenueBook.builder()
 * var price = Price.perUnit(Money.of(BigDecimal.TEN, "USD"), BillingInterval.MONTHLY)
 * var seats = ItemChange.builder("1", Moment.of(2025, 1, 1), "seats").quantity(BigDecimal.TEN).price(price).build()
 * LocalDate end(int i) { return LocalDate.of(2025, i % 3 == 0 ? 5 + i % 7 : 12, 15); }
 * List<Ending> ending(int i) { return i % 3 == 0 ? List.of(Ending.builder("2", Moment.of(end(i))).build()) : List.of(); }
 * UsageEvent login(int i, int ago) { return UsageEvent.builder(i + "/" + ago, "a" + i, Moment.of(end(i).minusDays(ago)), "logins").build(); }
 * for (int i = 0; i < 300; i++) facts.add(Account.builder("a" + i).build(), Subscription.builder("s" + i, "a" + i).items(seats).endings(ending(i)).build())
 * for (int i = 0; i < 300; i++) for (int ago = i % 6 == 0 ? 25 : 0; ago < 300; ago += 1 + i % 5) facts.add(login(i, ago))
 * var view = RevenueView.of(facts.build(), RevenuePolicy.standard(), Span.year(2025))
 * var weekend = ChurnFeature.of("logins_2d", FeatureUnit.COUNT, (window, account) -> account.usage("logins").in(window).events()).over(2)
 * var rows = ChurnFeatures.standard().and(weekend).rows(view, ChurnLabel.within(30)).withoutConstants()
 * CrossValidation.of(Boosting.standard(), rows.data(), rows.folds(4))
 * rows.set().asOf(view, LocalDate.of(2025, 9, 30)).of("a12").told()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.churn;

import org.jspecify.annotations.NullMarked;
