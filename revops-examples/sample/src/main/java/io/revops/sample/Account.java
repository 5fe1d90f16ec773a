package io.revops.sample;

import java.util.List;

/** Who an account is: what does not change, or is only exported as it is at the end. */
record Account(
        int number,
        String name,
        String domain,
        Segment segment,
        Industry industry,
        Region region,
        String country,
        Currency currency,
        long employees,
        long revenue,
        int owner,
        String tier,
        Link link) {

    /** Prospects are numbered from here on, so that they keep their numbers however many customers there are. */
    static final int FIRST_PROSPECT = 100_000;

    static Account of(long seed, int number) {
        Draw draw = Draw.of(seed, Draw.Purpose.PROFILE, number);
        Segment segment = List.of(Segment.values()).get(draw.weighted(0.47, 0.33, 0.2));
        Industry industry = draw.pick(List.of(Industry.values()));
        Region region = List.of(Region.values()).get(draw.weighted(0.48, 0.26, 0.14, 0.12));
        String country = draw.pick(region.countries());
        Role role = number < FIRST_PROSPECT ? Role.of(number) : Role.BY_CHANCE;
        if (role == Role.YEN_GRADUATED_TIERS) {
            region = Region.ASIA_PACIFIC;
            country = "Japan";
        } else if (role == Role.COUPON_ONCE_AMOUNT
                || role == Role.COUPON_FOREVER_AMOUNT
                || role == Role.COUPON_ABOVE_PRICE) {
            region = Region.NORTH_AMERICA;
            country = "United States";
        }
        if (role != Role.BY_CHANCE && segment == Segment.ENTERPRISE) {
            segment = Segment.MID_MARKET;
        }
        long employees = StrictMath.round(draw.around(segment.employees(), 0.5));
        long revenue = StrictMath.round(employees * draw.around(160, 0.3)) * 1000;
        return new Account(
                number,
                Names.company(number, industry, country),
                Names.domain(number),
                segment,
                industry,
                region,
                country,
                Region.currencyOf(country),
                employees,
                revenue,
                Rep.owner(region, draw.between(0, 2)),
                draw.pick(List.of("Gold", "Silver", "Silver", "Bronze", "Bronze")),
                Link.of(number));
    }

    String customerId() {
        return Id.customer(number);
    }

    String crmId() {
        return Id.crmAccount(number);
    }

    String email() {
        return switch (link) {
            case DOMAIN -> "billing@" + domain;
            case NOTHING -> domain.substring(0, domain.indexOf('.')) + "@postbox.example";
            default ->
                number % 5 == 0
                        ? domain.substring(0, domain.indexOf('.')) + ".accounts@postbox.example"
                        : "accounts@" + domain;
        };
    }

    String website() {
        return switch (number % 3) {
            case 0 -> "https://www." + domain;
            case 1 -> "https://" + domain;
            default -> domain;
        };
    }

    /** How the billing customer and the CRM account can be known to be the same. */
    enum Link {
        METADATA,
        LINKS_FILE,
        DOMAIN,
        NOTHING;

        static Link of(int number) {
            int place = number % 200;
            if (place == 61 || place == 117 || place == 173) {
                return NOTHING;
            }
            int slot = place % 20;
            return slot == 3 ? DOMAIN : slot == 6 || slot == 11 || slot == 14 || slot == 18 ? LINKS_FILE : METADATA;
        }
    }
}
