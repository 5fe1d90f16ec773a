package io.revops.metric.engagement;

import java.util.ArrayList;
import java.util.List;

/**
 * Into which bands users fall by how many features they use.
 *
 * @param from the least number of features of each band, rising, the first 1: everybody who uses anything is in one
 */
public record DepthBands(List<Integer> from) {
    /** One feature, 2 to 3, and 4 and more. */
    public static final DepthBands STANDARD = of(1, 2, 4);

    public DepthBands {
        from = List.copyOf(from);
        if (from.isEmpty() || from.get(0) != 1) {
            throw new IllegalArgumentException(
                    "Bands from " + from + " leave users out. Maybe begin with 1: DepthBands.of(1, 3, 6).");
        }
        for (int i = 1; i < from.size(); i++) {
            if (from.get(i) <= from.get(i - 1)) {
                throw new IllegalArgumentException(
                        "Bands from " + from + " do not rise. Maybe DepthBands.of(1, 3, 6).");
            }
        }
    }

    /** Bands by the least number of features of each. */
    public static DepthBands of(int first, int... further) {
        List<Integer> from = new ArrayList<>();
        from.add(first);
        for (int next : further) {
            from.add(next);
        }
        return new DepthBands(from);
    }

    /** What each is called, in order: {@code 1 to 2}, {@code 3 to 5}, {@code 6 or more}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            int least = from.get(i);
            if (i + 1 == from.size()) {
                names.add(least + " or more");
            } else {
                int most = from.get(i + 1) - 1;
                names.add(least == most ? String.valueOf(least) : least + " to " + most);
            }
        }
        return List.copyOf(names);
    }

    /** The name of the band of so many features, at least 1. */
    String name(int features) {
        int band = 0;
        while (band + 1 < from.size() && features >= from.get(band + 1)) {
            band++;
        }
        return names().get(band);
    }

    /** {@code 1 to 2, 3 to 5, 6 or more}. */
    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
