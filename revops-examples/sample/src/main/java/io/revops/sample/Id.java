package io.revops.sample;

/** Identifiers in the form that each vendor gives them, made from what they stand for and never drawn. */
final class Id {
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int ROWS_PER_DEAL = 64;
    private static final int DEALS_PER_ACCOUNT = 64;
    private static final int STEPS_PER_DEAL = 1024;

    private Id() {}

    static String customer(int account) {
        return "cus_" + billing(1, account, 14);
    }

    static String subscription(int account, int index) {
        return "sub_1" + billing(2, account * 16L + index, 18);
    }

    static String item(int account, int index, int item) {
        return "si_" + billing(3, (account * 16L + index) * 16 + item, 14);
    }

    static String discount(int account, int index, int discount) {
        return "di_1" + billing(4, (account * 16L + index) * 16 + discount, 18);
    }

    /** Later events of the same second sort after earlier ones, as text. */
    static String event(long epochSecond, int sequence, int account) {
        return "evt_1" + base62(epochSecond, 6) + base62(sequence, 2) + billing(5, account, 10);
    }

    static String crmAccount(int account) {
        return crm("001", account + 1L);
    }

    static String opportunity(int account, int deal) {
        return crm("006", (account + 1L) * DEALS_PER_ACCOUNT + deal);
    }

    static String history(int account, int deal, int row) {
        return crm("008", ((account + 1L) * DEALS_PER_ACCOUNT + deal) * ROWS_PER_DEAL + row);
    }

    /** Of a deal that is counted through the whole company. */
    static String crmDeal(int deal) {
        return crm("006", deal + 1L);
    }

    static String crmStep(int deal, int row) {
        return crm("008", (deal + 1L) * STEPS_PER_DEAL + row);
    }

    static String user(int number) {
        return crm("005", number + 1L);
    }

    private static String crm(String prefix, long number) {
        String id = prefix + "5Y0000" + base62(number, 6);
        return id + checksum(id);
    }

    /** The three letters that make a CRM id safe where upper and lower case are not told apart. */
    private static String checksum(String id) {
        StringBuilder letters = new StringBuilder();
        for (int block = 0; block < 3; block++) {
            int upper = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(id.charAt(block * 5 + i))) {
                    upper |= 1 << i;
                }
            }
            letters.append(CHECK.charAt(upper));
        }
        return letters.toString();
    }

    /** Looks random, differs for every number: the number itself is kept in the last six characters. */
    private static String billing(int kind, long number, int length) {
        long noise = Draw.mix(number * 31 + kind) >>> 1;
        return base62(noise, length - 6) + base62(number, 6);
    }

    private static String base62(long number, int length) {
        char[] text = new char[length];
        long left = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = BASE_62.charAt((int) (left % 62));
            left /= 62;
        }
        return new String(text);
    }
}
