package io.revops.book;

/** Which question a survey asked. */
public enum SurveyKind {
    /** Would you recommend us, 0 to 10. */
    NPS,
    /** How satisfied are you. */
    CSAT,
    /** How easy was it. */
    CES
}
