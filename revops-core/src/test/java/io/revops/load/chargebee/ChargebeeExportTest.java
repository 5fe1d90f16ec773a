package io.revops.load.chargebee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Subscription;
import io.revops.load.AmountUnit;
import io.revops.load.BadRows;
import io.revops.load.LoadException;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargebeeExportTest {
    private static final String CUSTOMER =
            "{\"id\":\"acme\",\"object\":\"customer\",\"company\":\"Acme\",\"email\":\"ada@acme.example\","
                    + "\"meta_data\":{\"crm_account_id\":\"001A\"},\"cf_region\":\"EMEA\"}";
    private static final String SUBSCRIPTION = Sub.of("s1").toString();

    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        return ChargebeeExport.read(folder);
    }

    private static List<Issue> problems(Loaded<?> loaded) {
        assertThat(Exports.addsUp(loaded)).isTrue();
        return loaded.issues().stream()
                .filter(i -> i.severity() != Severity.NOTE)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"list\":[{\"subscription\":S,\"customer\":C}],\"next_offset\":\"\"}",
                "[{\"subscription\":S,\"customer\":C}]",
                "{\"subscription\":S,\"customer\":C}",
                "[S,C]",
                "S\nC\n",
                "\uFEFFS\r\n\r\nC"
            })
    void everyShapeOfAFileIsRead(String shape) throws IOException {
        Loaded<RevenueBook> loaded =
                read("s.json", shape.replace("S", SUBSCRIPTION).replace("C", CUSTOMER));

        assertThat(problems(loaded)).isEmpty();
        assertThat(loaded.rejected()).isZero();
        Account account = loaded.value().account("acme").orElseThrow();
        assertThat(account.name()).contains("Acme");
        assertThat(account.domain()).contains("acme.example");
        assertThat(account.attributes()).containsEntry("crm_account_id", "001A").containsEntry("region", "EMEA");
        assertThat(loaded.value().subscriptions()).hasSize(1);
    }

    @Test
    void aListThatGoesOnIsAWarning() throws IOException {
        Loaded<RevenueBook> loaded =
                read("s.json", "{\"list\":[{\"subscription\":" + SUBSCRIPTION + "}],\"next_offset\":\"[1,2]\"}");
        assertThat(problems(loaded)).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
    }

    @Test
    void customersThatAreNotExportedAreKnownById() throws IOException {
        assertThat(read("s.json", SUBSCRIPTION).value().account("acme")).isPresent();
    }

    @Test
    void aCustomerThatStandsAtEachOfItsSubscriptionsIsNoDuplicate() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.json",
                "[{\"subscription\":" + SUBSCRIPTION + ",\"customer\":" + CUSTOMER + "},{\"subscription\":"
                        + Sub.of("s2") + ",\"customer\":" + CUSTOMER + "}]");
        assertThat(loaded.accepted()).isEqualTo(2);
        assertThat(loaded.duplicates()).isZero();
        assertThat(loaded.value().accounts()).hasSize(1);
    }

    /** Else two rows would be rejected for a name, though each tells of a subscription that nothing else tells of. */
    @Test
    void aCustomerThatIsWrittenDifferentlyDoesNotRejectItsSubscriptions() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.json",
                "[{\"subscription\":" + SUBSCRIPTION + ",\"customer\":" + CUSTOMER + "},{\"subscription\":"
                        + Sub.of("s2") + ",\"customer\":" + CUSTOMER.replace("Acme", "ACME") + "}]");
        assertThat(loaded.accepted()).isEqualTo(2);
        assertThat(problems(loaded)).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
        assertThat(loaded.value().subscriptions()).hasSize(2);
    }

    @Test
    void ofTwoContentsTheOneUpdatedLastIsKept() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.json",
                Sub.of("s1").put("updated_at", "2025-05-01").item("seats", 9, 1000) + "\n"
                        + Sub.of("s1").put("updated_at", "2025-04-01").item("seats", 3, 1000));
        assertThat(problems(loaded)).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.value().subscriptions().get(0).items().get(0).quantity())
                .contains(new BigDecimal("9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "customer_id", "status", "currency_code", "started_at", "subscription_items"})
    void whatMustBeThereIsNamedWhenItIsNot(String field) throws IOException {
        Loaded<RevenueBook> loaded = read("s.json", Sub.of("s1").without(field).toString());
        Issue issue = problems(loaded).get(0);
        assertThat(issue.code()).isEqualTo(IssueCode.MISSING_VALUE);
        assertThat(issue.column()).isEqualTo(field);
        assertThat(issue.source()).hasToString("s.json:1");
        assertThat(loaded.rejected()).isOne();
    }

    @Test
    void otherKindsAreANoteAndDeletedOnesAreLeftOut() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.json",
                "{\"object\":\"invoice\",\"id\":\"i\"}\n" + Sub.of("s1").put("deleted", true) + "\n" + Sub.of("s2")
                        + "\n{\"id\":1}");
        assertThat(loaded.value().subscriptions()).hasSize(1);
        assertThat(loaded.accepted()).isEqualTo(2);
        assertThat(loaded.issues())
                .anySatisfy(i -> assertThat(i.value()).isEqualTo("invoice"))
                .anySatisfy(i -> assertThat(i.reason()).startsWith("1 rows are marked as deleted"));
        assertThat(problems(loaded)).extracting(Issue::code).containsExactly(IssueCode.UNKNOWN_KIND);
    }

    @Test
    void missingEmptyAndBinaryFilesAreSaid() throws IOException {
        assertThat(problemsOf("e.json", "")).containsExactly(IssueCode.UNREADABLE);
        assertThat(problemsOf("e.csv", "")).containsExactly(IssueCode.UNREADABLE);
        assertThat(problemsOf("b.csv", "PK\0\0")).containsExactly(IssueCode.UNREADABLE);
        assertThat(problemsOf("h.csv", "a,b\n1,2\n")).containsExactly(IssueCode.MISSING_COLUMN);
        assertThatThrownBy(() -> ChargebeeExport.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe");
        assertThat(ChargebeeExport.read(Files.createDirectory(folder.resolve("sub")))
                        .issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.UNREADABLE);
    }

    private List<IssueCode> problemsOf(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return ChargebeeExport.read(file).issues().stream().map(Issue::code).toList();
    }

    @Test
    void strictStopsAtTheFirstBadRow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), Sub.of("s1").without("status").toString());
        assertThatThrownBy(() -> ChargebeeExport.reader().with(BadRows.STRICT).read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("status");
    }

    @Test
    void aTableWithARowForEachSubscription() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.csv",
                "\uFEFFsubscriptions.id;customers.id;subscription[status];Currency Code;started_at;billing_period;"
                        + "billing_period_unit;subscription_items[item_price_id][0];subscription_items[quantity][0];"
                        + "subscription_items[unit_price][0];subscription_items.1.item_price_id;subscription_items.1.item_type;"
                        + "subscription_items.1.unit_price;customer.company;cf_plan;meta_data\r\n"
                        + "s1;acme;Active;USD;2025-01-15 10:00:00;1;month;seats;3;1000;support;addon;2500;\"Acme\nHolding\";x;"
                        + "\"{\"\"team\"\":\"\"a\"\"}\"\r\n;;;;;;;;;;;;;;;\r\n");

        assertThat(problems(loaded)).isEmpty();
        Subscription subscription = loaded.value().subscriptions().get(0);
        assertThat(subscription.start().orElseThrow()).hasToString("2025-01-15T10:00:00Z");
        assertThat(subscription.items())
                .extracting(ItemChange::item)
                .extracting(Object::toString)
                .containsExactly("seats", "support");
        assertThat(subscription.items().get(0).price().orElseThrow().unitAmount())
                .isEqualTo(Money.of("10", "USD"));
        assertThat(subscription.attributes()).containsEntry("plan", "x").containsEntry("team", "a");
        assertThat(loaded.value().account("acme").orElseThrow().name()).contains("Acme\nHolding");
    }

    @Test
    void aTableWithARowForEachItem() throws IOException {
        String header =
                "subscription_id,customer_id,status,currency_code,started_at,billing_period,billing_period_unit,"
                        + "item_price_id,item_type,quantity,unit_price,updated_at\n";
        Loaded<RevenueBook> loaded = read(
                "s.csv",
                header + "s1,acme,active,USD,2025-01-15,1,month,seats,plan,3,1000,2025-02-01\n"
                        + "s1,acme,active,USD,2025-01-15,1,month,support,addon,1,2500,2025-02-01\n"
                        + "s1,acme,paused,USD,2025-01-15,1,month,old,addon,1,2500,2025-01-20\n");
        assertThat(problems(loaded)).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.value().subscriptions().get(0).items()).hasSize(2);
    }

    @Test
    void amountsOfATableAreInTheUnitThatIsSaid() throws IOException {
        String text = "id,customer_id,status,currency_code,started_at,billing_period,billing_period_unit,plan_id,"
                + "plan_quantity,plan_unit_price\ns1,acme,active,USD,2025-01-15,1,year,p,2,49.50\n";
        Issue issue = problems(read("s.csv", text)).get(0);
        assertThat(issue.column()).isEqualTo("plan_unit_price");
        assertThat(issue.reason()).contains("AmountUnit.MAJOR");
        assertThatThrownBy(() -> ChargebeeExport.reader().with(AmountUnit.THOUSANDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe AmountUnit.MAJOR");
        Loaded<RevenueBook> major =
                ChargebeeExport.reader().with(AmountUnit.MAJOR).read(folder);
        assertThat(major.orElseThrow()
                        .subscriptions()
                        .get(0)
                        .items()
                        .get(0)
                        .price()
                        .orElseThrow()
                        .unitAmount())
                .isEqualTo(Money.of("49.50", "USD"));
    }

    @Test
    void productsAreItemsWhereTheExportHasThem() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "s.json",
                SUBSCRIPTION
                        + "\n{\"object\":\"item_price\",\"id\":\"seats\",\"item_id\":\"team\",\"currency_code\":\"USD\","
                        + "\"pricing_model\":\"per_unit\",\"period\":1,\"period_unit\":\"month\"}\n"
                        + "{\"object\":\"item\",\"id\":\"team\",\"name\":\"Team\",\"type\":\"plan\",\"item_family_id\":\"suite\"}\n"
                        + "{\"object\":\"item\",\"id\":\"setup\",\"name\":\"Set-up\",\"type\":\"charge\"}");
        assertThat(problems(loaded)).isEmpty();
        assertThat(loaded.value().all(Product.class))
                .extracting(p -> p.id().value() + " " + p.kind().orElseThrow() + " "
                        + p.line().orElse("-"))
                .containsExactly("setup ONE_TIME -", "team RECURRING suite");
        assertThat(loaded.value()
                        .subscriptions()
                        .get(0)
                        .items()
                        .get(0)
                        .product()
                        .orElseThrow()
                        .value())
                .isEqualTo("team");
    }

    @Test
    void aWholeExportIsRead() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("subscriptions.json"))
                .toURI());
        Loaded<RevenueBook> loaded = ChargebeeExport.read(file);

        assertThat(loaded.read()).isEqualTo(8);
        assertThat(loaded.accepted()).isEqualTo(6);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().subscriptions()).hasSize(4);
        assertThat(loaded.value().accounts()).hasSize(3);
        assertThat(problems(loaded)).extracting(Issue::column).containsExactly("subscription.cancelled_at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addons.id.99999999999",
                "contract_term,contract_term.id",
                "contract_term.id,contract_term",
                "item_tiers,item_tiers.price.0",
                "item_tiers.price.0,item_tiers",
                "addons,addons.quantity.0"
            })
    void aColumnThatIsCalledLikeAListIsNoList(String columns) throws IOException {
        String known = "id,customer_id,status,currency_code,created_at,started_at,billing_period,billing_period_unit,"
                + "subscription_items,item_price_id,quantity,unit_price,";
        String values = columns.contains(",") ? ",text,other" : ",text";
        Loaded<RevenueBook> loaded = read(
                "subscriptions.csv",
                known + columns + "\ns1,acme,active,USD,2025-01-01,2025-01-01,1,month,text,team,1,2000" + values
                        + "\n");

        assertThat(Exports.addsUp(loaded)).isTrue();
        assertThat(loaded.accepted()).isEqualTo(1);
    }
}
