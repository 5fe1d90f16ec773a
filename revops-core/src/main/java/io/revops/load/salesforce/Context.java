package io.revops.load.salesforce;

import io.revops.load.LoadLog;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What everything that is read in one go shares. */
record Context(LoadLog log, Notes notes, @Nullable Currency currency) {}
