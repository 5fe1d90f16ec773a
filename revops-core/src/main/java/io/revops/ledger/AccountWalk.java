package io.revops.ledger;

/** Walks accounts one by one, and tells what happened to each in each of its periods. */
interface AccountWalk {
    /**
     * Some accounts of a block.
     *
     * @param from the first of them
     * @param to behind the last
     * @param firstAccount the index in the ledger of the block's own first account
     */
    void walk(LedgerBlock block, int from, int to, int firstAccount, MovementWalk.Sink sink);
}
