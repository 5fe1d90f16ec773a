package io.revops.forecast.churn;

import static io.revops.forecast.churn.FeatureUnit.COUNT;
import static io.revops.forecast.churn.FeatureUnit.LOG_COUNT;
import static io.revops.forecast.churn.FeatureUnit.YES_NO;

import io.revops.book.Contact;
import io.revops.time.Span;
import java.util.List;

/** Who is still there to speak for us. */
final class ContactFeatures {
    private static final String CHAMPION = "champion";

    private ContactFeatures() {}

    static List<ChurnFeature> all() {
        return List.of(
                ChurnFeature.of(
                                "contacts",
                                LOG_COUNT,
                                (w, a) -> StrictMath.log1p((double) a.facts(Contact.class).stream()
                                        .filter(c -> !hasLeft(c, a))
                                        .count()))
                        .over(1)
                        .told("{} contact(s)"),
                ChurnFeature.of(
                                "contacts_left_90d",
                                COUNT,
                                (w, a) -> a.facts(Contact.class).stream()
                                        .filter(c -> leftWithin(w, c, a))
                                        .count())
                        .over(90)
                        .told("{} contact(s) left in the last 90 days"),
                ChurnFeature.of("champion_lost_180d", YES_NO, ContactFeatures::championLost)
                        .over(180)
                        .told(Phrase.either("its champion left in the last 180 days", "its champion is there")));
    }

    private static boolean hasLeft(Contact contact, AccountAsOf account) {
        return contact.left()
                .map(account::day)
                .filter(d -> !d.isAfter(account.asOf()))
                .isPresent();
    }

    private static boolean leftWithin(Span window, Contact contact, AccountAsOf account) {
        return contact.left().map(account::day).filter(window::contains).isPresent();
    }

    /** Whether the last champion left in the window; NaN where none was there in it. */
    private static double championLost(Span window, AccountAsOf account) {
        List<Contact> champions = account.facts(Contact.class).stream()
                .filter(c -> c.role()
                        .map(String::strip)
                        .filter(CHAMPION::equalsIgnoreCase)
                        .isPresent())
                .toList();
        if (champions.stream().anyMatch(c -> !hasLeft(c, account))) {
            return 0;
        }
        return champions.stream().anyMatch(c -> leftWithin(window, c, account)) ? 1 : Double.NaN;
    }
}
