package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountMergeTest {
    private static final Moment JUNE = Moment.of(2025, 6, 15);

    private static AccountMerge merge(String id, String from, String into, Moment effective) {
        return AccountMerge.builder(id, from, into, effective).build();
    }

    private static RevenueBook book(AccountMerge... merges) {
        RevenueBook.Builder book = RevenueBook.builder().add(List.of(merges));
        List.of("a", "b", "c").forEach(id -> book.add(Account.builder(id).build()));
        return book.build();
    }

    private static Issue only(RevenueBook book) {
        assertThat(book.issues()).hasSize(1);
        return book.issues().get(0);
    }

    @Test
    void mergesHoldInTheOrderInWhichTheyTookEffect() {
        AccountMerge first = merge("z", "a", "b", Moment.of(2025, 1, 1));
        AccountMerge second = merge("y", "b", "c", JUNE);

        assertThat(book(second, first).merges()).containsExactly(first, second);
        assertThat(book(second, first).issues()).isEmpty();
        assertThat(book(first).of(new AccountId("a"), AccountMerge.class)).containsExactly(first);
    }

    @Test
    void anAccountIsNotMergedIntoItself() {
        assertThat(book(merge("m", "a", "a", JUNE)).merges()).isEmpty();
        assertThat(only(book(merge("m", "a", "a", JUNE)))).satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.BAD_MERGE);
            assertThat(i.toString()).contains("m").contains("into itself").contains("Maybe ");
        });
    }

    @Test
    void norTwoIdsThatLinksMadeOne() {
        RevenueBook linked = RevenueBook.merge(
                Links.of(Map.of(new AccountId("cus"), new AccountId("b"))),
                RevenueBook.of(Account.builder("cus").build()),
                book(merge("m", "cus", "b", JUNE)));

        assertThat(linked.canonical(new AccountId("cus"))).isEqualTo(new AccountId("b"));
        assertThat(linked.merges()).isEmpty();
    }

    @Test
    void anAccountMergesOnceAndTheEarlierHolds() {
        AccountMerge early = merge("y", "a", "b", JUNE);
        AccountMerge late = merge("x", "a", "c", Moment.of(2025, 6, 16));

        assertThat(book(late, early).merges()).containsExactly(early);
        assertThat(only(book(late, early)).toString()).contains("x").contains("merged before, by y into b");
        assertThat(book(merge("x", "a", "c", JUNE), early).merges())
                .extracting(m -> m.id().value())
                .containsExactly("x");
    }

    @Test
    void whatClosesACircleDoesNotCount() {
        AccountMerge one = merge("1", "a", "b", Moment.of(2025, 1, 1));
        AccountMerge two = merge("2", "b", "c", Moment.of(2025, 2, 1));
        AccountMerge three = merge("3", "c", "a", Moment.of(2025, 3, 1));

        assertThat(book(three, one, two).merges()).containsExactly(one, two);
        assertThat(only(book(three, one, two)).toString()).contains("3").contains("circle");
    }

    @Test
    void anAccountThatIsNotInTheBookIsNamed() {
        assertThat(only(book(merge("m", "a", "nobody", JUNE)))).satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.DANGLING_REFERENCE);
            assertThat(i.toString()).contains("nobody").contains("m");
        });
    }

    @Test
    void aLaterRecordingOfTheSameMergeReplacesIt() {
        AccountMerge first = merge("m", "a", "b", JUNE).toBuilder()
                .recorded(Instant.parse("2025-06-15T00:00:00Z"))
                .build();
        AccountMerge mended = merge("m", "a", "c", JUNE).toBuilder()
                .recorded(Instant.parse("2025-07-01T00:00:00Z"))
                .build();

        assertThat(book(mended, first).merges()).containsExactly(mended);
        assertThat(book(mended, first)
                        .asKnownAt(Instant.parse("2025-06-20T00:00:00Z"))
                        .merges())
                .containsExactly(first);
        assertThat(book(mended, first)
                        .asOf(LocalDate.of(2025, 6, 14), ZoneOffset.UTC)
                        .merges())
                .isEmpty();
    }
}
