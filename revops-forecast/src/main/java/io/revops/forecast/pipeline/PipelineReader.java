package io.revops.forecast.pipeline;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.forecast.History;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the deals of a history into paths. */
final class PipelineReader {
    /** What a row states of a deal, and may have been written at any time. */
    private enum Field {
        STAGE,
        AMOUNT,
        CLOSE_DATE,
        CATEGORY
    }

    /** The ids of the changes that the reader of a row makes of it. */
    private static final String ROW = "created";

    private static final String ROW_CLOSED = "closed";

    private final History history;
    private final PipelineOptions options;
    private final LocalDate asOf;
    private final RevenueView view;
    private final ZoneId zone;
    private final List<Opportunity> opportunities;
    private final Map<Field, LocalDate> tracked = new EnumMap<>(Field.class);
    private final TreeSet<String> currencies = new TreeSet<>();
    private final List<DealRemark> remarks = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final ListPrices prices;
    private boolean rowsOnly;
    private boolean late;
    private long lateChanges;
    private long listed;

    PipelineReader(History history, PipelineOptions options) {
        this.history = history;
        this.options = options;
        asOf = history.asOf();
        view = history.view()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The history holds numbers and no deals. Maybe History.of(view), or Pipeline.builder."));
        zone = view.policy().zone();
        opportunities = view.book().opportunities();
        prices = ListPrices.of(view.book());
    }

    Pipeline read() {
        opportunities.forEach(this::look);
        @Nullable Currency currency = currency();
        List<DealPath> deals = new ArrayList<>();
        for (Opportunity deal : opportunities) {
            if (!deal.created().date(zone).isAfter(asOf)) {
                path(deal, currency).ifPresent(deals::add);
            }
        }
        boolean exact = late
                || currencies.stream().anyMatch(c -> currency == null || !c.equals(currency.getCurrencyCode()))
                || prices.currency().filter(c -> !c.equals(currency)).isPresent();
        LocalDate since = tracked.values().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        Pipeline[] whole = new Pipeline[1];
        whole[0] = new Pipeline(
                asOf,
                view.span().from().minusDays(1),
                currency == null ? "" : currency.getCurrencyCode(),
                deals,
                remarks,
                notes(),
                day -> exact || (rowsOnly && day.isBefore(since))
                        ? Pipeline.of(history.asOf(day), options)
                        : whole[0].cut(day));
        return whole[0];
    }

    /** Finds what changes tell and rows do not, and whether anything was written down later than it happened. */
    private void look(Opportunity deal) {
        late |= view.book().versions(deal.id()).size() > 1
                || deal.recorded()
                        .filter(r -> isLater(
                                deal.created().date(zone), r.atZone(zone).toLocalDate()))
                        .isPresent();
        List<OpportunityChange> changes = deal.changes();
        for (OpportunityChange change : changes) {
            LocalDate day = change.effective().date(zone);
            change.amount().ifPresent(a -> currencies.add(a.currency().getCurrencyCode()));
            if (change.recorded()
                    .filter(r -> isLater(day, r.atZone(zone).toLocalDate()))
                    .isPresent()) {
                late = true;
                lateChanges++;
            }
            boolean row = change.id().equals(ROW) || change.id().equals(ROW_CLOSED);
            if (row) {
                rowsOnly |= change.id().equals(ROW);
                continue;
            }
            if (day.isAfter(asOf)) {
                continue;
            }
            for (Field field : Field.values()) {
                if (states(change, field)) {
                    tracked.merge(field, day, (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
    }

    private static boolean isLater(LocalDate effective, LocalDate recorded) {
        return recorded.isAfter(effective);
    }

    private static boolean states(OpportunityChange change, Field field) {
        return switch (field) {
            case STAGE -> change.stage().isPresent() && change.outcome().orElse(Outcome.OPEN) == Outcome.OPEN;
            case AMOUNT -> change.amount().isPresent();
            case CLOSE_DATE -> change.closeDate().isPresent();
            case CATEGORY -> change.category().isPresent();
        };
    }

    /** The policy's, else the only one that deals are in, else that of the list prices. */
    private @Nullable Currency currency() {
        Optional<Currency> reporting = view.policy().currency();
        if (reporting.isPresent()) {
            return reporting.get();
        }
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("The deals are in several currencies " + currencies
                    + ". Maybe a policy with a ReportingCurrency, and rates in the book.");
        }
        return currencies.isEmpty() ? prices.currency().orElse(null) : Money.currency(currencies.first());
    }

    private Optional<DealPath> path(Opportunity deal, @Nullable Currency currency) {
        String id = deal.id().value();
        LocalDate opened = deal.created().date(zone);
        SeenDeal seenDeal = SeenDeal.of(view.book(), deal, zone, asOf);
        for (SeenDeal.State seen : seenDeal.states()) {
            Optional<LocalDate> closed = seen.state().closed().map(m -> m.date(zone));
            if (closed.filter(day -> day.isBefore(opened)).isPresent()) {
                remark(
                        id,
                        opened,
                        DealRemark.Code.CLOSED_BEFORE_CREATED,
                        "It was closed on " + closed.get() + " and created on " + opened
                                + ", and is left out. Maybe one of the days is wrong.");
                return Optional.empty();
            }
        }
        DealPath.Builder path = DealPath.of(id, opened)
                .seen(seenDeal.from())
                .name(deal.name().orElse(null))
                .type(deal.type().orElse(null))
                .account(deal.account()
                        .map(a -> view.book().canonical(a).value())
                        .orElse(null))
                .attributes(deal.attributes());
        DealPricing pricing = new DealPricing(view.book().rates(), currency, asOf, prices.of(deal), options.missing());
        LocalDate exported = options.rows().exported().orElse(LocalDate.MAX);
        boolean shown = options.rows().areKnownFromTheBeginning();
        OpportunityState before = null;
        LocalDate last = seenDeal.from();
        for (SeenDeal.State now : seenDeal.states()) {
            OpportunityState state = now.state();
            LocalDate day = now.day();
            if (!shown && before != null && before.outcome() == Outcome.OPEN && !exported.isAfter(day)) {
                path.step(step(id, before, exported.isBefore(last) ? last : exported, true, pricing));
                shown = true;
            }
            path.step(step(id, state, day, shown, pricing));
            before = state;
            last = day;
        }
        if (!shown && before != null && before.outcome() == Outcome.OPEN && !exported.isAfter(asOf)) {
            path.step(step(id, before, exported.isBefore(last) ? last : exported, true, pricing));
        }
        return Optional.of(path.build());
    }

    private DealStep step(String id, OpportunityState state, LocalDate day, boolean shown, DealPricing pricing) {
        boolean open = state.outcome() == Outcome.OPEN;
        DealStep.Builder step = DealStep.on(day)
                .outcome(state.outcome())
                .owner(state.owner().map(o -> o.value()).orElse(null));
        if (isSeen(Field.STAGE, open, shown)) {
            state.stage().filter(s -> isKnown(id, day, s)).ifPresent(step::stage);
        }
        if (isSeen(Field.CLOSE_DATE, open, shown)) {
            step.closeDate(state.closeDate().orElse(null));
        }
        if (isSeen(Field.CATEGORY, open, shown)) {
            step.category(state.category().orElse(null));
        }
        Optional<Money> stated = isSeen(Field.AMOUNT, open, shown) ? state.amount() : Optional.empty();
        Optional<LocalDate> closed = state.closed().map(m -> m.date(zone));
        closed.filter(c -> !open && c.isBefore(day)).ifPresent(step::closedOn);
        LocalDate converted = closed.orElse(asOf);
        listed += pricing.price(step, stated, state.outcome(), converted, (code, text) -> remark(id, day, code, text))
                        == AmountSource.LIST_PRICE
                ? 1
                : 0;
        return step.build();
    }

    private boolean isSeen(Field field, boolean open, boolean shown) {
        return shown || !open || tracked.containsKey(field);
    }

    private boolean isKnown(String id, LocalDate day, String stage) {
        boolean known = options.stages().isEmpty() || options.stages().contains(stage);
        if (!known) {
            remark(
                    id,
                    day,
                    DealRemark.Code.STAGE_UNKNOWN,
                    "The stage (" + stage + ") is none of " + options.stages()
                            + ", and the deal is taken to be in none. Maybe add it.");
        }
        return known;
    }

    private void remark(String id, LocalDate day, DealRemark.Code code, String text) {
        if (said.add(code + " " + id)) {
            remarks.add(new DealRemark(id, day, code, text));
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        long unpriced = remarks.stream()
                .filter(remark -> remark.code() == DealRemark.Code.NO_RATE)
                .count();
        if (unpriced > 0) {
            notes.add((unpriced == 1 ? "1 deal counts" : unpriced + " deals count")
                    + " for nothing in money, since there is no exchange rate for the currency. Maybe load the rates.");
        }
        if (listed > 0) {
            notes.add("A deal that states no amount is taken at the list price of its product.");
        }
        if (lateChanges > 0) {
            notes.add(lateChanges
                    + " changes of deals were written down days after they took effect; each is seen from the day on which"
                    + " it was written down, by forecasts and in backtests.");
        }
        if (rowsOnly && !options.rows().areKnownFromTheBeginning() && tracked.size() < Field.values().length) {
            List<String> fields = new ArrayList<>();
            for (Field field : Field.values()) {
                if (!tracked.containsKey(field)) {
                    fields.add(field.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                }
            }
            notes.add("No change of " + String.join(", ", fields) + " is dated: what the rows say of them is "
                    + options.rows() + ".");
        }
        return notes;
    }
}
