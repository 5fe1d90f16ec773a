package io.revops.sample;

import java.util.List;

/** Everything about one account: who it is, its subscriptions, and what the CRM says of it. */
record Story(Account account, List<Life> lives, List<Deal> deals) {

    /** A customer. The same seed, number and window give the same story, whoever else is told of. */
    static Story customer(long seed, int number, Window window, Catalog catalog) {
        Account account = Account.of(seed, number);
        Role role = Role.of(number);
        List<Life> lives = role == Role.BY_CHANCE
                ? new ChanceLife(account, catalog, window, Draw.of(seed, Draw.Purpose.LIFE, number)).live()
                : new RoleLife(account, catalog, window).live(role);
        List<Life> begun = lives.stream().filter(Life::hasBegun).toList();
        Draw draw = Draw.of(seed, Draw.Purpose.DEALS, number);
        return new Story(account, begun, new CustomerDeals(account, begun, window, draw).all());
    }

    /** An account that has been sold to without success so far; known to the CRM only. */
    static Story prospect(long seed, int number, Window window) {
        Account account = Account.of(seed, Account.FIRST_PROSPECT + number);
        Draw draw = Draw.of(seed, Draw.Purpose.PROSPECT, number);
        return new Story(account, List.of(), new ProspectDeals(account, window, draw).all());
    }

    boolean isInCrm() {
        return account.link() != Account.Link.NOTHING || account.number() >= Account.FIRST_PROSPECT;
    }
}
