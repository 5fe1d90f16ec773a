package io.revops.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an account of one system is recognised in another: by a list of pairs, by a key that one system keeps of the other, or
 * by an internet domain that fits exactly. The first way that names an account holds; a later one that names another is an
 * issue.
 */
public final class Links {
    /** Domains of public mail services, which say nothing about where a person works. */
    private static final Set<String> PUBLIC_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "163.com",
            "mail.ru",
            "yandex.ru");

    private static final Links NONE = new Links(List.of());

    private final List<Way> ways;

    private Links(List<Way> ways) {
        this.ways = List.copyOf(ways);
    }

    /** No links: accounts are the same only where their ids are. */
    public static Links none() {
        return NONE;
    }

    /** The pairs of a list: the account of the first id is the account of the second. */
    public static Links of(Map<AccountId, AccountId> pairs) {
        Objects.requireNonNull(pairs, "pairs");
        return new Links(
                List.of(new Way("the links list", Collections.unmodifiableMap(new TreeMap<>(asText(pairs))), "")));
    }

    /** A key in the account's attributes that holds the other system's id, {@code crm_account_id} of a Stripe customer. */
    public static Links byMetadata(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("The metadata key has no name. Maybe crm_account_id.");
        }
        return new Links(List.of(new Way("the metadata key " + key, Map.of(), FactId.checked(key))));
    }

    /** The same internet domain, if one account of the other system has it and it is not one of a public mail service. */
    public static Links byDomain() {
        return new Links(List.of(new Way("the domain", Map.of(), "")));
    }

    /** These links first, and others where these name nothing. */
    public Links or(Links others) {
        List<Way> both = new ArrayList<>(ways);
        both.addAll(others.ways);
        return new Links(both);
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    List<Way> ways() {
        return ways;
    }

    /** The ways in their order. */
    @Override
    public String toString() {
        return ways.isEmpty()
                ? "no links"
                : "links by "
                        + String.join(", then by ", ways.stream().map(Way::name).toList());
    }

    private static Map<String, String> asText(Map<AccountId, AccountId> pairs) {
        Map<String, String> text = new TreeMap<>();
        pairs.forEach((from, to) -> text.put(from.value(), to.value()));
        return text;
    }

    /** One way to recognise an account. */
    record Way(String name, Map<String, String> pairs, String key) {
        /** What it says of an account: the id of the other, or, of a domain, the domain. */
        Optional<String> names(Account account) {
            if (!key.isEmpty()) {
                return Optional.ofNullable(account.attributes().get(key));
            }
            if (isDomain()) {
                return account.domain().filter(d -> !PUBLIC_MAIL.contains(d));
            }
            return Optional.ofNullable(pairs.get(account.id().value()));
        }

        boolean isDomain() {
            return key.isEmpty() && name.equals("the domain");
        }
    }
}
