package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BookLaws {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static Instant day(int n) {
        return START.plusSeconds(86_400L * n);
    }

    private static Arbitrary<Optional<Instant>> recordings() {
        return Arbitraries.integers().between(0, 9).map(BookLaws::day).optional();
    }

    private static Arbitrary<Moment> moments() {
        return Arbitraries.integers()
                .between(0, 9)
                .map(n -> n % 2 == 0
                        ? Moment.of(day(n))
                        : Moment.of(LocalDate.of(2025, 1, 1).plusDays(n)));
    }

    private static Arbitrary<ItemChange> items() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3"),
                        moments(),
                        Arbitraries.integers().between(0, 3),
                        recordings())
                .as((id, at, quantity, recorded) -> ItemChange.builder(id, at, "seats")
                        .quantity(BigDecimal.valueOf(quantity))
                        .recorded(recorded.orElse(null))
                        .build());
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<String> ids = Arbitraries.of("a", "b");
        Arbitrary<Fact> accounts = Combinators.combine(ids, Arbitraries.of("x", "y"), moments(), recordings())
                .as((id, name, created, recorded) -> Account.builder(id)
                        .name(name)
                        .created(created)
                        .recorded(recorded.orElse(null))
                        .build());
        Arbitrary<Fact> subscriptions = Combinators.combine(
                        ids, ids, items().list().ofMaxSize(4), recordings())
                .as((id, account, items, recorded) -> Subscription.builder(id, account)
                        .items(items)
                        .recorded(recorded.orElse(null))
                        .build());
        Arbitrary<Fact> touches = Combinators.combine(ids, moments(), recordings())
                .as((id, at, recorded) -> Touch.builder(id, at)
                        .account(new AccountId("a"))
                        .recorded(recorded.orElse(null))
                        .build());
        return Arbitraries.oneOf(accounts, subscriptions, touches).list().ofMaxSize(10);
    }

    private static RevenueBook book(List<? extends Fact> facts) {
        return RevenueBook.builder().add(facts).build();
    }

    private static Set<Fact> content(RevenueBook book) {
        return book.facts().collect(Collectors.toSet());
    }

    private static void same(RevenueBook one, RevenueBook other) {
        assertThat(content(one)).isEqualTo(content(other));
        for (Class<? extends Fact> kind : Filled.FACTS) {
            assertThat(one.all(kind)).isEqualTo(List.copyOf(other.all(kind)));
            assertThat(one.of(new AccountId("a"), kind)).isEqualTo(List.copyOf(other.of(new AccountId("a"), kind)));
        }
    }

    /** If it failed, a report would change when a vendor sorts its export in another way. */
    @Property
    void theOrderOfFactsDoesNotMatter(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        same(book(facts), book(shuffled));
        assertThat(book(facts).issues()).isEqualTo(book(shuffled).issues());
    }

    /** If it failed, loading the same export twice would count revenue twice. */
    @Property
    void theSameFactTwiceDoesNotMatter(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        List<Fact> twice = new ArrayList<>(facts);
        facts.stream().filter(f -> f.hashCode() % 2 == seed % 2).forEach(twice::add);

        RevenueBook once = book(facts);
        RevenueBook again = book(twice);
        same(once, again);
        assertThat(again.issues()).isEqualTo(once.issues());
        assertThat(again.duplicates()).isEqualTo(once.duplicates() + twice.size() - facts.size());
    }

    /** If it failed, last quarter's board report could not be made again. */
    @Property
    void whatIsRecordedLaterNeverChangesWhatWasKnown(
            @ForAll("facts") List<Fact> facts, @ForAll("facts") List<Fact> more) {
        Instant known = day(4);
        List<Fact> later = more.stream()
                .filter(f -> f.recorded().filter(r -> r.isAfter(known)).isPresent())
                .toList();
        List<Fact> both = new ArrayList<>(facts);
        both.addAll(later);

        assertThat(content(book(both).asKnownAt(known)))
                .isEqualTo(content(book(facts).asKnownAt(known)));
    }

    /** If it failed, a correction that was entered today would change a number of the past. */
    @Property
    void anEntryThatIsRecordedLaterNeverChangesWhatWasKnown(
            @ForAll("changes") List<ItemChange> changes, @ForAll("changes") List<ItemChange> more) {
        Instant known = day(4);
        List<ItemChange> both = new ArrayList<>(changes);
        more.stream()
                .filter(c -> c.recorded().filter(r -> r.isAfter(known)).isPresent())
                .forEach(both::add);

        assertThat(seen(both, known)).isEqualTo(seen(changes, known));
    }

    @Provide
    Arbitrary<List<ItemChange>> changes() {
        return items().list().ofMaxSize(5);
    }

    private static List<ItemChange> seen(List<ItemChange> items, Instant known) {
        Subscription subscription = Subscription.builder("s", "a").items(items).build();
        return book(List.of(subscription)).asKnownAt(known).subscriptions().stream()
                .flatMap(s -> Entries.current(s.items()).stream())
                .toList();
    }

    /** If it failed, knowledge would be lost as time goes by. */
    @Property
    void whatWasKnownStaysKnown(@ForAll("facts") List<Fact> facts) {
        RevenueBook book = book(facts);
        Set<FactId> before = new HashSet<>();
        for (int n = 0; n < 10; n++) {
            Set<FactId> now = book.asKnownAt(day(n)).facts().map(Fact::id).collect(Collectors.toSet());
            assertThat(now).containsAll(before);
            before = now;
        }
    }
}
