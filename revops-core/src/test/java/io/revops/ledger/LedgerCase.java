package io.revops.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A worked case, from a file: facts in the native form, and what each of the policy's branches makes of them. An amount is monthly, a
 * whole number or a fraction ({@code 500/3}); a period that is not listed has no movement.
 */
record LedgerCase(String file, String says, Path facts, List<Branch> branches) {

    /** One way to look at the facts, and what is to be seen. */
    record Branch(
            RevenuePolicy policy,
            Span span,
            Cadence cadence,
            Optional<Instant> known,
            Optional<String> problem,
            Optional<String> by,
            long open,
            int activeAtOpening,
            List<Expected> expect,
            List<ItemWorth> items) {
        @Override
        public String toString() {
            return policy.basis() + " " + policy + " " + cadence
                    + by.map(b -> " by " + b).orElse("")
                    + known.map(k -> " known at " + k).orElse("") + " " + span;
        }
    }

    /**
     * What happened in a period: to an account, or, without one, to all.
     *
     * @param activeAtOpening where that is not how many were active at the close before it: the parties of a merge count once
     */
    record Expected(
            String account,
            String segment,
            Span period,
            Map<MovementKind, Long> amounts,
            Map<MovementKind, Integer> counts,
            Optional<Integer> activeAtOpening,
            long close,
            int active) {}

    /** What an item is worth just before a day. */
    record ItemWorth(String account, String item, Span before, long micros) {}

    private static final Map<String, String> SHORT = Map.of("zone", "reporting zone", "currency", "reporting currency");
    private static final String FOLDER = "cases";

    /** The names of all cases, in order. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One case; its facts are written into a folder, as a document of the native form. */
    static LedgerCase read(String name, Path scratch) {
        try {
            JsonNode root = new ObjectMapper()
                    .readTree(Files.readString(folder().resolve(name + ".json"), StandardCharsets.UTF_8));
            Path facts = scratch.resolve(name + ".json");
            Files.writeString(facts, root.get("facts").toString(), StandardCharsets.UTF_8);
            List<Branch> branches = new ArrayList<>();
            for (JsonNode branch : root.get("branches")) {
                for (JsonNode basis : branch.get("policy").get("basis")) {
                    branches.add(branch(
                            branch,
                            Basis.valueOf(basis.asText()),
                            root.get("span").asText()));
                }
            }
            return new LedgerCase(name, root.get("says").asText(), facts, branches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(LedgerCase.class.getResource(FOLDER).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Branch branch(JsonNode node, Basis basis, String span) {
        JsonNode options = node.get("policy");
        List<PolicyOption> chosen = new ArrayList<>(List.of(basis));
        options.fieldNames().forEachRemaining(option -> {
            if (!option.equals("basis")) {
                String name = SHORT.getOrDefault(option, option);
                chosen.add(PolicyOption.parse(name, options.get(option).asText()));
            }
        });
        RevenuePolicy policy = RevenuePolicy.standard().with(chosen.toArray(new PolicyOption[0]));
        List<Expected> expect = new ArrayList<>();
        node.get("expect").forEach(row -> expect.add(expected(row)));
        List<ItemWorth> items = new ArrayList<>();
        node.path("items")
                .forEach(row -> items.add(new ItemWorth(
                        row.get("account").asText(),
                        row.get("item").asText(),
                        Span.parse(row.get("before").asText()),
                        micros(row.get("perMonth").asText()))));
        return new Branch(
                policy,
                Span.parse(node.path("span").asText(span)),
                Cadence.valueOf(node.path("cadence").asText("MONTH")),
                Optional.ofNullable(node.get("known")).map(JsonNode::asText).map(Instant::parse),
                Optional.ofNullable(node.get("problem")).map(JsonNode::asText),
                Optional.ofNullable(node.get("by")).map(JsonNode::asText),
                micros(node.path("open").asText("0")),
                node.path("activeAtOpening").asInt(0),
                expect,
                items);
    }

    private static Expected expected(JsonNode row) {
        Map<MovementKind, Long> amounts = new TreeMap<>();
        Map<MovementKind, Integer> counts = new TreeMap<>();
        for (MovementKind kind : MovementKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (row.has(name)) {
                amounts.put(kind, micros(row.get(name).asText()));
            }
            if (row.path("count").has(name)) {
                counts.put(kind, row.get("count").get(name).asInt());
            }
        }
        return new Expected(
                row.path("account").asText(""),
                row.path("segment").asText(""),
                Span.parse(row.get("period").asText()),
                amounts,
                counts,
                Optional.ofNullable(row.get("activeAtOpening")).map(JsonNode::asInt),
                micros(row.get("close").asText()),
                row.get("active").asInt());
    }

    /** A monthly amount in micro-units per year, rounded half-even. */
    static long micros(String monthly) {
        String[] parts = monthly.split("/", -1);
        BigDecimal perYear = new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(12_000_000));
        BigDecimal under = parts.length == 1 ? BigDecimal.ONE : new BigDecimal(new BigInteger(parts[1]));
        return perYear.divide(under, 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** The facts as a branch knows them; a fact that could not be read is an error. */
    RevenueBook book(Branch branch) {
        Loaded<RevenueBook> loaded = NativeForm.read(facts);
        List<Issue> wrong = loaded.issues().stream()
                .filter(i ->
                        i.code() != IssueCode.DANGLING_REFERENCE) // the cases name accounts without describing them
                .toList();
        if (!wrong.isEmpty() || loaded.accepted() == 0) {
            throw new IllegalStateException(file + ": " + wrong);
        }
        RevenueBook book = loaded.orElseThrow();
        return branch.known().map(book::asKnownAt).orElse(book);
    }
}
