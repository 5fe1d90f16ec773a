package io.revops.load;

import io.revops.book.Account;
import io.revops.book.AccountMerge;
import io.revops.book.AccountMergeId;
import io.revops.book.AttributeChange;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.time.Moment;
import java.util.List;
import java.util.Optional;

/** The columns of accounts, products and subscriptions, and of everything dated about them. */
final class NativeSubscriptions {
    private static final Cell<ChurnCause> CAUSE = Cell.oneOf(ChurnCause.class);
    private static final Cell<Term.Renewal> RENEWAL = Cell.oneOf(Term.Renewal.class);
    private static final Cell<DiscountDuration> DURATION = Cell.oneOf(DiscountDuration.class);
    private static final Cell<SpellKind> SPELL_KIND = Cell.oneOf(SpellKind.class);
    private static final String END = "end";

    private NativeSubscriptions() {}

    static final Form<Account.Builder, Account> ACCOUNTS = Form.<Account.Builder, Account>of(
                    row -> Account.builder(Cell.ACCOUNT.required(row, "account_id"))
                            .source(row.source()),
                    Account.Builder::build)
            .needs("account_id", Cell.ACCOUNT, Account::id)
            .may("name", Cell.TEXT, Account::name, Account.Builder::name)
            .may("created", Cell.MOMENT, Account::created, Account.Builder::created)
            .may("parent_id", Cell.ACCOUNT, Account::parent, Account.Builder::parent)
            .may("domain", Cell.TEXT, Account::domain, Account.Builder::domain)
            .may("employees", Cell.INTEGER, Account::employees, Account.Builder::employees)
            .money("company_revenue", "currency", Account::companyRevenue, Account.Builder::companyRevenue)
            .may("live_since", Cell.MOMENT, Account::liveSince, Account.Builder::liveSince)
            .recorded(Account::recorded, Account.Builder::recorded)
            .attributes(
                    List.of("industry", "region", "country", "segment", "tier", "owner"),
                    Account::attributes,
                    Account.Builder::attribute);

    static final Form<AttributeChange.Builder, AttributeChange> ACCOUNT_CHANGES =
            Form.<AttributeChange.Builder, AttributeChange>of(
                            row -> {
                                Moment effective = Cell.MOMENT.required(row, "effective");
                                String name = Cell.TEXT.required(row, "attribute");
                                return AttributeChange.builder(
                                        Cell.TEXT.read(row, "change_id").orElse(name + "@" + effective),
                                        effective,
                                        name);
                            },
                            AttributeChange.Builder::build)
                    .defaulted("change_id", Cell.TEXT, AttributeChange::id)
                    .needs("effective", Cell.MOMENT, AttributeChange::effective)
                    .needs("attribute", Cell.TEXT, AttributeChange::name)
                    .may("value", Cell.TEXT, AttributeChange::value, AttributeChange.Builder::value)
                    .recorded(AttributeChange::recorded, AttributeChange.Builder::recorded);

    private static final Cell<AccountMergeId> MERGE = Cell.id(AccountMergeId::new);

    static final Form<AccountMerge.Builder, AccountMerge> ACCOUNT_MERGES = Form.<AccountMerge.Builder, AccountMerge>of(
                    row -> AccountMerge.builder(
                                    MERGE.required(row, "merge_id"),
                                    Cell.ACCOUNT.required(row, "account_id"),
                                    Cell.ACCOUNT.required(row, "into_id"),
                                    Cell.MOMENT.required(row, "effective"))
                            .source(row.source()),
                    AccountMerge.Builder::build)
            .needs("merge_id", MERGE, AccountMerge::id)
            .needs("account_id", Cell.ACCOUNT, AccountMerge::from)
            .needs("into_id", Cell.ACCOUNT, AccountMerge::into)
            .needs("effective", Cell.MOMENT, AccountMerge::when)
            .recorded(AccountMerge::recorded, AccountMerge.Builder::recorded);

    static final Form<Product.Builder, Product> PRODUCTS = Form.<Product.Builder, Product>of(
                    row -> Product.builder(Cell.PRODUCT.required(row, "product_id"))
                            .source(row.source()),
                    Product.Builder::build)
            .needs("product_id", Cell.PRODUCT, Product::id)
            .may("name", Cell.TEXT, Product::name, Product.Builder::name)
            .may("line", Cell.TEXT, Product::line, Product.Builder::line)
            .may("tier", Cell.TEXT, Product::tier, Product.Builder::tier)
            .may("kind", Cell.oneOf(ProductKind.class), Product::kind, Product.Builder::kind)
            .price("list_", Product::listPrice, Product.Builder::listPrice)
            .recorded(Product::recorded, Product.Builder::recorded);

    static final Form<Subscription.Builder, Subscription> SUBSCRIPTIONS = Form.<Subscription.Builder, Subscription>of(
                    row -> Subscription.builder(
                                    Cell.SUBSCRIPTION.required(row, "subscription_id"),
                                    Cell.ACCOUNT.required(row, "account_id"))
                            .source(row.source()),
                    Subscription.Builder::build)
            .needs("subscription_id", Cell.SUBSCRIPTION, Subscription::id)
            .needs("account_id", Cell.ACCOUNT, Subscription::account)
            .may("signed", Cell.MOMENT, Subscription::signed, Subscription.Builder::signed)
            .may("go_live", Cell.MOMENT, Subscription::goLive, Subscription.Builder::goLive)
            .may("start_date", Cell.MOMENT, Subscription::start, Subscription.Builder::start)
            .shorthand(
                    List.of(new Form.Column("end_date", false, CellType.MOMENT)),
                    (subscription, row) -> Cell.MOMENT
                            .read(row, "end_date")
                            .ifPresent(end -> subscription.endings(
                                    Ending.builder(END, end).build())))
            .group(
                    List.of(
                            new Form.Column("term_months", false, CellType.NUMBER),
                            new Form.Column("renewal", false, CellType.CHOICE),
                            new Form.Column("notice_days", false, CellType.NUMBER)),
                    (subscription, row) -> subscription.term(term(row).orElse(null)),
                    (subscription, out) -> subscription.term().ifPresent(term -> {
                        out.cell("term_months", Cell.INTEGER.write(term.months()));
                        out.cell("renewal", RENEWAL.write(term.renewal()));
                        out.cell("notice_days", Cell.INTEGER.write(term.noticeDays()));
                    }))
            .recorded(Subscription::recorded, Subscription.Builder::recorded)
            .attributes(List.of(), Subscription::attributes, Subscription.Builder::attribute);

    static final Form<ItemChange.Builder, ItemChange> ITEMS = Form.<ItemChange.Builder, ItemChange>of(
                    row -> {
                        Moment effective = Cell.MOMENT.required(row, "effective");
                        Optional<ProductId> product = Cell.PRODUCT.read(row, "product_id");
                        String item = Cell.TEXT
                                .read(row, "item_id")
                                .or(() -> product.map(ProductId::value))
                                .orElse("item");
                        return ItemChange.builder(changeId(row, item + "@" + effective), effective, item)
                                .product(product.orElse(null));
                    },
                    ItemChange.Builder::build)
            .defaulted("change_id", Cell.TEXT, ItemChange::id)
            .needs("effective", Cell.MOMENT, ItemChange::effective)
            .defaulted("item_id", Cell.TEXT, ItemChange::item)
            .may("product_id", Cell.PRODUCT, ItemChange::product, ItemChange.Builder::product)
            .may("quantity", Cell.DECIMAL, ItemChange::quantity, ItemChange.Builder::quantity)
            .price("", ItemChange::price, ItemChange.Builder::price)
            .recorded(ItemChange::recorded, ItemChange.Builder::recorded);

    static final Form<Discount.Builder, Discount> DISCOUNTS = Form.<Discount.Builder, Discount>of(
                    row -> {
                        Moment effective = Cell.MOMENT.required(row, "effective");
                        String what = Cell.TEXT.read(row, "coupon").orElse("discount");
                        return Discount.builder(
                                Cell.TEXT.read(row, "discount_id").orElse(what + "@" + effective),
                                effective,
                                DURATION.required(row, "duration"));
                    },
                    Discount.Builder::build)
            .defaulted("discount_id", Cell.TEXT, Discount::id)
            .needs("effective", Cell.MOMENT, Discount::effective)
            .needs("duration", DURATION, Discount::duration)
            .may("percent", Cell.DECIMAL, Discount::percent, Discount.Builder::percent)
            .money("amount_off", "currency", Discount::amountOff, Discount.Builder::amountOff)
            .may("months", Cell.INTEGER, Discount::months, Discount.Builder::months)
            .may("end_date", Cell.MOMENT, Discount::end, Discount.Builder::end)
            .may("item_id", Cell.TEXT, Discount::item, Discount.Builder::item)
            .may("coupon", Cell.TEXT, Discount::coupon, Discount.Builder::coupon)
            .recorded(Discount::recorded, Discount.Builder::recorded);

    static final Form<Spell.Builder, Spell> SPELLS = Form.<Spell.Builder, Spell>of(
                    row -> {
                        Moment effective = Cell.MOMENT.required(row, "effective");
                        SpellKind kind = SPELL_KIND.required(row, "kind");
                        String id = SPELL_KIND.write(kind) + "@" + effective;
                        return Spell.builder(Cell.TEXT.read(row, "spell_id").orElse(id), kind, effective);
                    },
                    Spell.Builder::build)
            .defaulted("spell_id", Cell.TEXT, Spell::id)
            .needs("kind", SPELL_KIND, Spell::kind)
            .needs("effective", Cell.MOMENT, Spell::effective)
            .may("end_date", Cell.MOMENT, Spell::end, Spell.Builder::end)
            .recorded(Spell::recorded, Spell.Builder::recorded);

    static final Form<Cancellation.Builder, Cancellation> CANCELLATIONS = Form.<Cancellation.Builder, Cancellation>of(
                    row -> {
                        Moment effective = Cell.MOMENT.required(row, "effective");
                        return Cancellation.builder(
                                Cell.TEXT.read(row, "cancellation_id").orElse("cancellation@" + effective),
                                effective,
                                Cell.MOMENT.required(row, "end_date"));
                    },
                    Cancellation.Builder::build)
            .defaulted("cancellation_id", Cell.TEXT, Cancellation::id)
            .needs("effective", Cell.MOMENT, Cancellation::effective)
            .needs("end_date", Cell.MOMENT, Cancellation::ends)
            .may("paid_through", Cell.MOMENT, Cancellation::paidThrough, Cancellation.Builder::paidThrough)
            .may("withdrawn", Cell.MOMENT, Cancellation::withdrawn, Cancellation.Builder::withdrawn)
            .may("cause", CAUSE, Cancellation::cause, Cancellation.Builder::cause)
            .may("reason", Cell.TEXT, Cancellation::reason, Cancellation.Builder::reason)
            .recorded(Cancellation::recorded, Cancellation.Builder::recorded);

    static final Form<Ending.Builder, Ending> ENDINGS = Form.<Ending.Builder, Ending>of(
                    row -> Ending.builder(
                            Cell.TEXT.read(row, "ending_id").orElse(END), Cell.MOMENT.required(row, "end_date")),
                    Ending.Builder::build)
            .defaulted("ending_id", Cell.TEXT, Ending::id)
            .needs("end_date", Cell.MOMENT, Ending::effective)
            .may("cause", CAUSE, Ending::cause, Ending.Builder::cause)
            .may("reason", Cell.TEXT, Ending::reason, Ending.Builder::reason)
            .recorded(Ending::recorded, Ending.Builder::recorded);

    /** The id of a change: as written, or from what it changes, when, and when that was recorded. */
    static String changeId(Row row, String what) {
        return Cell.TEXT
                .read(row, "change_id")
                .orElseGet(() -> Cell.INSTANT
                        .read(row, "recorded")
                        .map(recorded -> what + "@" + recorded)
                        .orElse(what));
    }

    private static Optional<Term> term(Row row) {
        Optional<Integer> months = Cell.INTEGER.read(row, "term_months");
        Optional<Term.Renewal> renewal = RENEWAL.read(row, "renewal");
        Optional<Integer> notice = Cell.INTEGER.read(row, "notice_days");
        if (months.isEmpty()) {
            renewal.ifPresent(r -> {
                throw Form.without("renewal", RENEWAL.write(r), "term_months");
            });
            notice.ifPresent(n -> {
                throw Form.without("notice_days", n.toString(), "term_months");
            });
            return Optional.empty();
        }
        return Optional.of(new Term(
                months.get(),
                renewal.orElseThrow(
                        () -> Form.without("term_months", months.get().toString(), "renewal")),
                notice.orElse(0)));
    }
}
