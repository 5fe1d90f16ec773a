package io.revops.sample;

import java.util.ArrayList;
import java.util.List;

/** The people in the CRM: a sales leader, a manager for each region, three sellers for each, one of whom has left. */
record Rep(int number, Title title, int manager, Employment employment) {
    private static final int SELLERS_PER_REGION = 3;
    private static final int FIRST_SELLER = 1 + Region.values().length;
    private static final int LEFT = FIRST_SELLER + 7;

    static List<Rep> all() {
        List<Rep> all = new ArrayList<>();
        all.add(new Rep(0, Title.SALES_LEADER, -1, Employment.ACTIVE));
        for (Region region : Region.values()) {
            all.add(new Rep(manager(region), Title.MANAGER, 0, Employment.ACTIVE));
        }
        for (Region region : Region.values()) {
            for (int i = 0; i < SELLERS_PER_REGION; i++) {
                int number = owner(region, i);
                Employment employment = number == LEFT ? Employment.LEFT : Employment.ACTIVE;
                all.add(new Rep(number, Title.SELLER, manager(region), employment));
            }
        }
        return all;
    }

    static int owner(Region region, int place) {
        return FIRST_SELLER + (manager(region) - 1) * SELLERS_PER_REGION + place;
    }

    private static int manager(Region region) {
        return 1 + List.of(Region.values()).indexOf(region);
    }

    String id() {
        return Id.user(number);
    }

    String name() {
        return Names.person(number);
    }

    /** What somebody does in sales; a label as the CRM shows it. */
    enum Title {
        SALES_LEADER("VP Sales"),
        MANAGER("Regional Manager"),
        SELLER("Account Executive");

        private final String label;

        Title(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Whether the user can still log in. */
    enum Employment {
        ACTIVE,
        LEFT
    }
}
