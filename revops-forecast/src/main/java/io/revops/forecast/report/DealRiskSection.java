package io.revops.forecast.report;

import io.revops.forecast.pipeline.DealPath;
import io.revops.forecast.pipeline.DealRisks;
import io.revops.forecast.pipeline.EntryRules;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.RepBias;
import io.revops.forecast.pipeline.RiskFlag;
import io.revops.metric.Explanation;
import io.revops.metric.Unit;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Section;
import io.revops.report.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The section {@code risks}: the open deals that may not close as their sellers say, the largest first, each with the evidence; the
 * categories that break a rule; and by how much each seller's calls miss.
 */
public final class DealRiskSection {
    private DealRiskSection() {}

    /**
     * The section of a pipeline.
     *
     * @param checks of its deals against the rules of entry; none if there are no rules
     * @param biases of its sellers; none if they were not learnt
     */
    public static Section of(
            Pipeline pipeline, DealRisks risks, List<EntryRules.Check> checks, Collection<RepBias> biases) {
        List<Table> tables = new ArrayList<>();
        tables.add(flags(pipeline, risks));
        List<EntryRules.Check> flagged =
                checks.stream().filter(EntryRules.Check::isFlagged).toList();
        List<String> text = new ArrayList<>();
        if (!checks.isEmpty()) {
            text.add(flagged.size() + " of " + checks.size() + " deals are in a category whose rules they break.");
        }
        if (!flagged.isEmpty()) {
            tables.add(broken(flagged));
        }
        if (!biases.isEmpty()) {
            tables.add(biases(biases));
        }
        return new Section("risks", "Deals at risk", text, tables, List.of(how(pipeline, risks)));
    }

    private static Table flags(Pipeline pipeline, DealRisks risks) {
        Map<String, List<RiskFlag>> byDeal = new TreeMap<>();
        risks.flags()
                .forEach(f ->
                        byDeal.computeIfAbsent(f.deal(), d -> new ArrayList<>()).add(f));
        List<DealPath> deals = byDeal.keySet().stream()
                .map(pipeline::deal)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble((DealPath d) -> -d.last().amountOrZero())
                        .thenComparing(DealPath::id))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (DealPath deal : deals) {
            for (RiskFlag flag : byDeal.getOrDefault(deal.id(), List.of())) {
                rows.add(List.of(
                        Cell.text(deal.name().map(n -> deal.id() + " " + n).orElse(deal.id())),
                        Cell.text(deal.last().owner().orElse("")),
                        deal.last().amount().isPresent() ? amount(deal.last().amountOrZero()) : Cell.text(""),
                        Cell.text(flag.kind().toString()),
                        Cell.text(flag.evidence())));
            }
        }
        List<String> notes = risks.notJudged().isEmpty()
                ? List.of()
                : List.of(risks.notJudged().size() + " questions could not be judged for lack of cases, such as "
                        + risks.notJudged().get(0));
        return new Table(
                "flags",
                "What may be wrong with open deals",
                List.of(
                        Column.words("deal", "deal"),
                        Column.words("owner", "whose"),
                        Column.numbers(
                                "amount", "amount", pipeline.currency().isEmpty() ? "money" : pipeline.currency()),
                        Column.words("flag", "flag"),
                        Column.words("evidence", "evidence")),
                rows,
                notes);
    }

    private static Cell amount(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return Cell.number(Unit.grouped(exact.setScale(0, RoundingMode.HALF_UP)), exact);
    }

    private static Table broken(List<EntryRules.Check> flagged) {
        List<List<Cell>> rows = new ArrayList<>();
        for (EntryRules.Check check : flagged) {
            rows.add(List.of(
                    Cell.text(check.deal()),
                    Cell.text(check.said().map(DealRiskSection::word).orElse("")),
                    Cell.text(check.earned().map(DealRiskSection::word).orElse("none")),
                    Cell.text(
                            check.broken().isEmpty()
                                    ? "it is open"
                                    : String.join(
                                            "; ",
                                            check.broken().stream()
                                                    .map(EntryRules.Unmet::toString)
                                                    .toList()))));
        }
        return new Table(
                "rules",
                "Categories that break a rule",
                List.of(
                        Column.words("deal", "deal"),
                        Column.words("said", "said"),
                        Column.words("earned", "earned"),
                        Column.words("broken", "rules that it breaks")),
                rows,
                List.of("The rules change no category: what a seller says is counted as it was said."));
    }

    private static String word(Enum<?> category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Table biases(Collection<RepBias> biases) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RepBias bias : biases) {
            rows.add(List.of(
                    Cell.text(bias.who()),
                    Cell.text(bias.kind() == RepBias.Kind.NONE_SEEN ? "" : word(bias.kind())),
                    Cell.count(bias.periods()),
                    Cells.share(bias.ratio()),
                    Cell.number(
                            new BigDecimal(bias.factor())
                                    .setScale(3, RoundingMode.HALF_EVEN)
                                    .toPlainString(),
                            BigDecimal.valueOf(bias.factor()))));
        }
        return new Table(
                "bias",
                "By how much calls miss",
                List.of(
                        Column.words("who", "who"),
                        Column.words("bias", "bias"),
                        Column.numbers("periods", "periods", "periods"),
                        Column.numbers("ratio", "came of what was called", "ratio"),
                        Column.numbers("factor", "factor", "ratio")),
                rows,
                List.of("The factor is drawn towards 1: a few periods say little. Above 1 less is called than comes"
                        + " (sandbagging), below 1 more (happy ears)."));
    }

    private static Explanation how(Pipeline pipeline, DealRisks risks) {
        return new Explanation(
                risks.toString(),
                "an open deal is flagged beyond what is usual of won deals in its stage, and of its seller, as of "
                        + pipeline.asOf(),
                List.of(pipeline.toString()),
                pipeline.notes(),
                risks.flags().stream().limit(3).map(RiskFlag::toString).toList(),
                List.of("too few cases to know what is usual: not judged, and said so"));
    }
}
