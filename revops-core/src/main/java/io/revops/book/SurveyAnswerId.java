package io.revops.book;

/** The id of a survey answer, as its source system writes it. */
public record SurveyAnswerId(String value) implements FactId {
    public SurveyAnswerId {
        value = FactId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
