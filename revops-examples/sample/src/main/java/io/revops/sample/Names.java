package io.revops.sample;

import java.util.List;
import java.util.Locale;

/**
 * Invented names. A root is three syllables of which each number up to 195,839 has its own combination; no list of real
 * companies or people was looked at.
 */
final class Names {
    private static final String[] ONSETS =
            ("b bl br c cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sk sl sm sn sp st str sw t th tr tw"
                            + " v vl vr w wr x y z zh zw kn kv ph pf rh sch scr shr spl spr squ sv thr ts")
                    .split(" ");
    private static final String[] MIDDLES =
            ("ab ad al am an ar as av ax eb ed el em en er es ev ex ib id il im in ir is iv ob od ol om on or os ov ox"
                            + " ub ud ul um un ur us arn ell elm end ern ist olm ond orn und ag eg ig og ug aml erl orl")
                    .split(" ");
    private static final String[] ENDINGS =
            ("aby aden ador agen akis alor amar andel aris aro atha avel eby edan egar elin emir enda eran essa etho"
                            + " even ibar ida igan iko ilor imar inda irel iso ita ivar obar oden ogan okel olin omar"
                            + " onda oris oso otha uban udel ugar umar undo uri uso uvel")
                    .split(" ");
    private static final int ROOTS = ONSETS.length * MIDDLES.length * ENDINGS.length;
    private static final List<String> FIRST = List.of(
            "Ada", "Bruno", "Chiyo", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Liam", "Mina",
            "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Sami", "Tessa");

    private Names() {}

    /** A root word with a capital, such as {@code Kvelmara}. */
    static String root(int number) {
        int index = (int) ((number * 73_939L + 61_057L) % ROOTS);
        int ending = index % ENDINGS.length;
        int middle = index / ENDINGS.length % MIDDLES.length;
        int onset = index / ENDINGS.length / MIDDLES.length;
        String root = ONSETS[onset] + MIDDLES[middle] + ENDINGS[ending];
        return root.substring(0, 1).toUpperCase(Locale.ROOT) + root.substring(1);
    }

    static String company(int number, Industry industry, String country) {
        return root(number) + " " + industry.trade(number) + legalForm(country);
    }

    static String domain(int number) {
        return root(number).toLowerCase(Locale.ROOT) + ".example";
    }

    static String person(int number) {
        return FIRST.get(number % FIRST.size()) + " " + root(190_000 + number);
    }

    private static String legalForm(String country) {
        return switch (country) {
            case "United States" -> ", Inc.";
            case "Germany" -> " Süd GmbH";
            case "France" -> " & Associés SARL";
            case "Sweden" -> " AB";
            case "United Kingdom" -> " Ltd";
            case "Japan" -> " K.K.";
            default -> "";
        };
    }
}
