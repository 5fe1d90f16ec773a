package io.revops.health;

import io.revops.book.Subscription;
import java.math.BigDecimal;
import java.util.Optional;

/** How much of a meter a customer's plan includes. */
@FunctionalInterface
public interface PlanAllowance {
    /** What is included in 30 days; absent if nothing is agreed. */
    Optional<BigDecimal> included(Customer customer, String meter);

    /**
     * As the attribute {@code included_<meter>} of its subscriptions says, those of several added up; what is no number is not
     * agreed.
     */
    static PlanAllowance ofAttributes() {
        return (customer, meter) -> customer.subscriptions().stream()
                .map(Subscription::attributes)
                .flatMap(attributes -> Optional.ofNullable(attributes.get("included_" + meter)).stream())
                .filter(text -> text.strip().matches("\\d{1,15}(\\.\\d{1,6})?"))
                .map(text -> new BigDecimal(text.strip()))
                .reduce(BigDecimal::add);
    }
}
