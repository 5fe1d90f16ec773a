package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.at;
import static io.revops.forecast.churn.SmallBook.row;
import static io.revops.forecast.churn.SmallBook.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Contact;
import io.revops.book.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand, as of 30 June 2025. */
class ContactFeaturesTest {
    private static Contact contact(String id, String role, String left) {
        Contact.Builder contact = Contact.builder(id, "acme").role(role).created(at("2024-01-01"));
        return (left.isEmpty() ? contact : contact.left(at(left))).build();
    }

    @Test
    void championIsLostOnTheDayOnWhichTheLastOneLeaves() {
        assertThat(value("champion_lost_180d", acme(), contact("ann", "Champion", "")))
                .hasValue(0.0);
        assertThat(value("champion_lost_180d", acme(), contact("ann", "champion", "2025-06-30")))
                .hasValue(1.0);
        assertThat(value("champion_lost_180d", acme(), contact("ann", "champion", "2025-07-01")))
                .hasValue(0.0);
        assertThat(value("champion_lost_180d", acme(), contact("ann", "champion", "2025-01-02")))
                .hasValue(1.0);
        assertThat(value("champion_lost_180d", acme(), contact("ann", "champion", "2025-01-01")))
                .isEmpty();
        assertThat(value(
                        "champion_lost_180d",
                        acme(),
                        contact("ann", "champion", "2025-06-01"),
                        contact("bob", "champion", "")))
                .hasValue(0.0);
        assertThat(value("champion_lost_180d", acme(), contact("ann", "buyer", "2025-06-01")))
                .isEmpty();
        assertThat(row("champion_lost_180d", List.of(acme(), contact("ann", "champion", "2025-06-01")))
                        .told())
                .containsExactly("its champion left in the last 180 days");
    }

    @Test
    void contactsWhoLeftAreNotThere() {
        List<Fact> facts = List.of(
                acme(),
                contact("ann", "buyer", ""),
                contact("bob", "buyer", "2025-06-15"),
                contact("cid", "buyer", "2025-07-15"),
                contact("dan", "buyer", "2025-01-15"));
        assertThat(value("contacts", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("contacts_left_90d", facts)).hasValue(1.0);
    }
}
