package io.revops.forecast.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan was asked of figures that mean nothing. Holds every fault that was found, not only the first. */
public final class InvalidPlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<PlanFault> faults;

    /**
     * Tells the faults in the order given.
     *
     * @param faults at least one
     */
    public InvalidPlanException(List<PlanFault> faults) {
        super(faults.stream().map(PlanFault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<PlanFault> faults() {
        return faults;
    }

    static InvalidPlanException of(PlanFaultCode code, String subject, String field, String text) {
        return new InvalidPlanException(List.of(new PlanFault(code, subject, field, text)));
    }
}
