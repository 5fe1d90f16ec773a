package io.revops.forecast.territory;

/** An account and a rep of whom something is wished. */
record AccountRep(String account, String rep) {}
