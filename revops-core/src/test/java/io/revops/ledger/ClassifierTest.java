package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private record Situation(boolean paid, boolean was, boolean is, long difference, Classifier.Cause cause) {
        Optional<MovementKind> kind() {
            return Classifier.kind(paid, was, is, difference, cause);
        }
    }

    private static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (boolean paid : new boolean[] {false, true}) {
            for (boolean was : new boolean[] {false, true}) {
                for (boolean is : new boolean[] {false, true}) {
                    for (long difference : new long[] {-7, 0, 7}) {
                        for (Classifier.Cause cause : Classifier.Cause.values()) {
                            all.add(new Situation(paid, was, is, difference, cause));
                        }
                    }
                }
            }
        }
        return all;
    }

    @Test
    void everySituationHasTheKindThatItsEndsAndItsCauseSay() {
        assertThat(all()).hasSize(2 * 2 * 2 * 3 * 5).allSatisfy(s -> {
            String came = s.was() == s.is() ? "stays" : s.is() ? "comes" : "goes";
            String expected = switch (s.cause() + " " + came) {
                case "RATE stays", "RATE comes", "RATE goes" -> s.difference() == 0 ? "nothing" : "FX";
                case "OWN comes" -> s.paid() ? "REACTIVATION" : "NEW";
                case "OWN goes" -> "CHURN";
                case "SEGMENT comes" -> "SEGMENT_IN";
                case "SEGMENT goes" -> "SEGMENT_OUT";
                case "TAKEN comes", "TAKEN goes" -> "MERGE_IN";
                case "GIVEN comes", "GIVEN goes" -> "MERGE_OUT";
                case "TAKEN stays" -> s.difference() == 0 ? "nothing" : "MERGE_IN";
                case "GIVEN stays" -> s.difference() == 0 ? "nothing" : "MERGE_OUT";
                default -> s.difference() == 0 ? "nothing" : s.difference() > 0 ? "EXPANSION" : "CONTRACTION";
            };
            assertThat(s.kind().map(MovementKind::name).orElse("nothing")).isEqualTo(expected);
        });
    }

    @Test
    void everyKindIsReached() {
        Set<MovementKind> reached = EnumSet.noneOf(MovementKind.class);
        all().forEach(s -> s.kind().ifPresent(reached::add));
        assertThat(reached).containsExactlyInAnyOrder(MovementKind.values());
    }

    @Test
    void onlyComingAndGoingNeedNoDifference() {
        assertThat(all())
                .filteredOn(s -> s.difference() == 0)
                .allSatisfy(s -> assertThat(s.kind().isPresent())
                        .isEqualTo(s.was() != s.is() && s.cause() != Classifier.Cause.RATE));
    }
}
