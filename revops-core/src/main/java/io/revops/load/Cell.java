package io.revops.load;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.CampaignId;
import io.revops.book.ContactId;
import io.revops.book.FactId;
import io.revops.book.InvoiceId;
import io.revops.book.IssueCode;
import io.revops.book.LeadId;
import io.revops.book.OpportunityId;
import io.revops.book.ProductId;
import io.revops.book.RepId;
import io.revops.book.SubscriptionId;
import io.revops.book.TicketId;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How one kind of value is written in a cell of the native form, and read again. */
final class Cell<V> {
    static final Cell<String> TEXT = new Cell<>(CellType.TEXT, text -> text, text -> text);
    static final Cell<Moment> MOMENT = new Cell<>(CellType.MOMENT, Moment::parse, Moment::toString);
    static final Cell<LocalDate> DATE = new Cell<>(CellType.DAY, Cell::date, LocalDate::toString);
    static final Cell<Instant> INSTANT = new Cell<>(CellType.INSTANT, Cell::instant, Instant::toString);
    static final Cell<BigDecimal> DECIMAL = new Cell<>(CellType.NUMBER, Money::decimal, Cell::plain);
    static final Cell<Integer> INTEGER =
            new Cell<>(CellType.NUMBER, written -> Math.toIntExact(whole(written)), String::valueOf);
    static final Cell<Long> LONG = new Cell<>(CellType.NUMBER, Cell::whole, String::valueOf);
    static final Cell<Currency> CURRENCY = new Cell<>(CellType.CURRENCY, Money::currency, Currency::getCurrencyCode);
    static final Cell<BillingInterval> INTERVAL =
            new Cell<>(CellType.CHOICE, BillingInterval::parse, BillingInterval::toString);

    static final Cell<AccountId> ACCOUNT = id(AccountId::new);
    static final Cell<CampaignId> CAMPAIGN = id(CampaignId::new);
    static final Cell<ContactId> CONTACT = id(ContactId::new);
    static final Cell<InvoiceId> INVOICE = id(InvoiceId::new);
    static final Cell<LeadId> LEAD = id(LeadId::new);
    static final Cell<OpportunityId> OPPORTUNITY = id(OpportunityId::new);
    static final Cell<ProductId> PRODUCT = id(ProductId::new);
    static final Cell<RepId> REP = id(RepId::new);
    static final Cell<SubscriptionId> SUBSCRIPTION = id(SubscriptionId::new);
    static final Cell<TicketId> TICKET = id(TicketId::new);

    private final CellType type;
    private final Function<String, V> parser;
    private final Function<V, String> writer;

    private Cell(CellType type, Function<String, V> parser, Function<V, String> writer) {
        this.type = type;
        this.parser = parser;
        this.writer = writer;
    }

    static <I extends FactId> Cell<I> id(Function<String, I> of) {
        return new Cell<>(CellType.TEXT, of, FactId::value);
    }

    /** One of the constants of an enum: written in lower case, read in any, with blanks or hyphens for underscores. */
    static <E extends Enum<E>> Cell<E> oneOf(Class<E> type) {
        return new Cell<>(CellType.CHOICE, written -> constant(type, written), Cell::name);
    }

    CellType type() {
        return type;
    }

    String write(V value) {
        return writer.apply(value);
    }

    /** The value of a cell; empty if it is blank or there is no such column. */
    Optional<V> read(Row row, String column) {
        return row.raw(column).map(raw -> {
            String written = type == CellType.TEXT ? CellText.read(raw) : raw.strip();
            try {
                return parser.apply(written);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new BadRow(IssueCode.BAD_VALUE, column, written, String.valueOf(e.getMessage()));
            }
        });
    }

    V required(Row row, String column) {
        return read(row, column).orElseThrow(() -> missing(column));
    }

    static BadRow missing(String column) {
        return new BadRow(
                IssueCode.MISSING_VALUE, column, "", "The row has no " + column + ". Maybe it was lost in the export.");
    }

    private static LocalDate date(String written) {
        Moment moment = Moment.parse(written);
        if (!moment.isDate()) {
            throw new IllegalArgumentException("A day is asked for, and there is a time. Maybe write 2025-03-01.");
        }
        return moment.date(ZoneOffset.UTC);
    }

    private static Instant instant(String written) {
        Moment moment = Moment.parse(written);
        if (moment.isDate()) {
            throw new IllegalArgumentException(
                    "A time is asked for, and there is a day. Maybe write 2025-03-01T00:00:00Z.");
        }
        return moment.instant(ZoneOffset.UTC);
    }

    private static Long whole(String written) {
        try {
            return Money.decimal(written).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("It is no whole number. Maybe the column holds something else.", e);
        }
    }

    /** Keeps the scale, and so the equality, of the number. */
    private static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.toString() : number.toPlainString();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String written) {
        String name = written.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It is not known. Maybe one of "
                        + all.stream().map(Cell::name).toList() + "."));
    }
}
