package io.revops.load.salesforce;

import io.revops.book.OpportunityId;
import io.revops.book.OpportunityLine;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.salesforce.Rows.Written;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The products, and how many of them deals sell. */
final class DealLines {
    private record Line(
            OpportunityId deal,
            String id,
            BigDecimal total,
            @Nullable Currency currency,
            @Nullable ProductId product,
            @Nullable BigDecimal quantity,
            @Nullable ProductKind kind) {}

    private static final List<String> CHARGE_TYPE = List.of("sbqqchargetype", "chargetype");

    private final Context context;
    private final @Nullable ProductKind otherwise;
    private final Rows<Product> products = new Rows<>();
    private final Rows<Line> lines = new Rows<>();
    private final Map<String, Product> known = new TreeMap<>();

    /**
     * @param otherwise what a product is that does not say it
     */
    DealLines(Context context, @Nullable ProductKind otherwise) {
        this.context = context;
        this.otherwise = otherwise;
    }

    Verdict product(CrmRow row) {
        Product product = Product.builder(row.required("Id"))
                .name(row.textOrNull("Name"))
                .line(row.textOrNull("Family"))
                .kind(kind(row))
                .source(row.source())
                .build();
        return products.add(product.id().value(), product, row);
    }

    Verdict line(CrmRow row) {
        row.required("TotalPrice");
        Line line = new Line(
                new OpportunityId(row.required("OpportunityId")),
                row.required("Id"),
                row.decimal("TotalPrice").orElseThrow(),
                row.currency().orElse(null),
                row.text("Product2Id").map(ProductId::new).orElse(null),
                row.decimal("Quantity").orElse(null),
                kind(row));
        return lines.add(line.id(), line, row);
    }

    /** Settles the products, before any deal asks for its lines. */
    void addTo(RevenueBook.Builder book) {
        products.settled(context).forEach((id, w) -> known.put(id, w.value()));
        book.add(known.values());
    }

    /** The lines of each deal, by their ids. */
    Map<OpportunityId, List<OpportunityLine>> byDeal(Records<OpportunityRow> deals) {
        Map<OpportunityId, List<OpportunityLine>> byDeal = new HashMap<>();
        for (Written<Line> written : lines.settled(context).values()) {
            Line line = written.value();
            Written<OpportunityRow> deal = deals.find(line.deal().value());
            if (deal == null) {
                Deals.orphan(context, deals, line.deal(), written.source());
                continue;
            }
            Currency currency =
                    line.currency() != null ? line.currency() : deal.value().currency();
            Optional<ProductKind> kind = kind(line);
            if (currency == null) {
                Deals.noCurrency(context, "TotalPrice", written.source());
            } else if (kind.isEmpty()) {
                context.notes().count(written.source(), Note.LINE_KIND);
            } else {
                byDeal.computeIfAbsent(line.deal(), d -> new ArrayList<>())
                        .add(OpportunityLine.builder(line.id(), Money.of(line.total(), currency), kind.get())
                                .product(line.product())
                                .quantity(line.quantity())
                                .build());
            }
        }
        return byDeal;
    }

    private Optional<ProductKind> kind(Line line) {
        Optional<ProductKind> ofProduct = Optional.ofNullable(line.product())
                .map(p -> known.get(p.value()))
                .flatMap(Product::kind);
        return Optional.ofNullable(line.kind()).or(() -> ofProduct).or(() -> Optional.ofNullable(otherwise));
    }

    private static @Nullable ProductKind kind(CrmRow row) {
        return row.custom(CHARGE_TYPE).flatMap(Values::productKind).orElse(null);
    }
}
