package io.revops.forecast.pipeline;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.money.Money;
import io.revops.sample.CrmAccount;
import io.revops.sample.CrmCompany;
import io.revops.sample.CrmDeal;
import io.revops.sample.CrmQuota;
import io.revops.sample.CrmRep;
import io.revops.sample.CrmStep;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A simulated company as a book, without files: the same facts that the readers make of its exports, many times faster. */
public final class SimulatedCrm {
    private SimulatedCrm() {}

    /** Its people, quotas, accounts and deals. */
    public static RevenueBook book(CrmCompany company) {
        RevenueBook.Builder book = RevenueBook.builder();
        company.reps().forEach(rep -> book.add(rep(rep)));
        company.quotas().forEach(quota -> book.add(quota(quota)));
        company.accounts().forEach(account -> book.add(account(account)));
        company.deals().forEach(deal -> book.add(deal(deal)));
        return book.build();
    }

    private static Rep rep(CrmRep rep) {
        String region = rep.region();
        return Rep.builder(rep.id())
                .name(rep.name())
                .manager(rep.managerId() == null ? null : new RepId(rep.managerId()))
                .role(rep.title())
                .team(region.isEmpty() ? null : region)
                .build();
    }

    private static Quota quota(CrmQuota quota) {
        Money amount = Money.of(BigDecimal.valueOf(quota.amount()), quota.currency());
        return Quota.builder(quota.id(), Span.of(quota.start(), quota.end()), amount)
                .rep(new RepId(quota.repId()))
                .build();
    }

    private static Account account(CrmAccount account) {
        return Account.builder(account.id())
                .name(account.name())
                .created(Moment.of(account.created().atStartOfDay().toInstant(ZoneOffset.UTC)))
                .attribute("segment", account.segment())
                .attribute("region", account.region())
                .attribute("owner", account.ownerId())
                .build();
    }

    private static Opportunity deal(CrmDeal deal) {
        return Opportunity.builder(deal.id(), Moment.of(deal.steps().get(0).at()))
                .account(new AccountId(deal.accountId()))
                .name(deal.name())
                .type(type(deal.market().type()))
                .changes(changes(deal))
                .build();
    }

    /** Each names what differs from before, the first everything; a deal is open until a change says otherwise. */
    private static List<OpportunityChange> changes(CrmDeal deal) {
        List<OpportunityChange> changes = new ArrayList<>();
        for (int row = 0; row < deal.steps().size(); row++) {
            CrmStep now = deal.steps().get(row);
            CrmStep before = row == 0 ? null : deal.steps().get(row - 1);
            OpportunityChange.Builder change = OpportunityChange.builder(deal.stepId(row), Moment.of(now.at()))
                    .recorded(now.at());
            if (before == null) {
                change.owner(new RepId(deal.ownerId()));
            }
            if (before == null || !before.stage().equals(now.stage())) {
                change.stage(now.stage()).probability(BigDecimal.valueOf(now.probability()));
            }
            if (before != null && outcome(before) != outcome(now)) {
                change.outcome(outcome(now));
            }
            if (before == null || before.amount() != now.amount()) {
                change.amount(
                        Money.of(BigDecimal.valueOf(now.amount()), deal.market().currency()));
            }
            if (before == null || !before.closeDate().equals(now.closeDate())) {
                change.closeDate(now.closeDate());
            }
            if (before == null || !before.category().equals(now.category())) {
                change.category(category(now.category()));
            }
            changes.add(change.build());
        }
        return changes;
    }

    private static DealType type(String type) {
        return switch (type) {
            case "New Business" -> DealType.NEW;
            case "Expansion" -> DealType.EXPANSION;
            case "Renewal" -> DealType.RENEWAL;
            default ->
                throw new IllegalArgumentException(
                        "There is no type (" + type + "). Maybe one of [New Business, Expansion, Renewal].");
        };
    }

    private static Outcome outcome(CrmStep step) {
        return step.isWon() ? Outcome.WON : step.isLost() ? Outcome.LOST : Outcome.OPEN;
    }

    private static ForecastCategory category(String category) {
        return switch (category) {
            case "Pipeline" -> ForecastCategory.PIPELINE;
            case "BestCase" -> ForecastCategory.BEST_CASE;
            case "Commit" -> ForecastCategory.COMMIT;
            case "Closed" -> ForecastCategory.CLOSED;
            default -> ForecastCategory.OMITTED;
        };
    }
}
