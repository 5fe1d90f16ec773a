package io.revops.sample;

/** How large an account is, and what follows from it: seats, sales cycle, and how readily it leaves. */
enum Segment {
    SMB("SMB", 40, 9, 0.45, 24, 0.026, 0.17),
    MID_MARKET("Mid-Market", 320, 36, 0.4, 55, 0.016, 0.14),
    ENTERPRISE("Enterprise", 2400, 97, 0.33, 105, 0.008, 0.07);

    private final String label;
    private final double employees;
    private final double seats;
    private final double spread;
    private final int salesDays;
    private final double monthlyChurn;
    private final double renewalChurn;

    Segment(
            String label,
            double employees,
            double seats,
            double spread,
            int salesDays,
            double monthlyChurn,
            double renewalChurn) {
        this.label = label;
        this.employees = employees;
        this.seats = seats;
        this.spread = spread;
        this.salesDays = salesDays;
        this.monthlyChurn = monthlyChurn;
        this.renewalChurn = renewalChurn;
    }

    String label() {
        return label;
    }

    /** Of the middle account. */
    double employees() {
        return employees;
    }

    long seats(Draw draw) {
        return StrictMath.round(StrictMath.min(1.7 * seats, StrictMath.max(2, draw.around(seats, spread))));
    }

    int salesDays() {
        return salesDays;
    }

    /** The probability of leaving at the end of a period of so many months. */
    double churnAtPeriodEnd(int months) {
        return months < 12 ? months * monthlyChurn : renewalChurn * (months > 12 ? 1.3 : 1);
    }
}
