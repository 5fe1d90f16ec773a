package io.revops.report;

import io.revops.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * Sections for a reader, over a span.
 *
 * @param title what it is about
 * @param span the days it covers
 * @param sections the summary first
 */
public record Report(String title, Span span, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /** A section by its id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The report with one more section at its end. */
    public Report with(Section section) {
        List<Section> more = new java.util.ArrayList<>(sections);
        more.add(section);
        return new Report(title, span, more);
    }

    /** The whole report for a terminal of a hundred columns. */
    public String text() {
        return TextReport.of(this);
    }

    /** The summary for a terminal: one screen. */
    public String summary() {
        return TextReport.of(new Report(title, span, sections.subList(0, Math.min(1, sections.size()))));
    }

    /** Title and sections. */
    @Override
    public String toString() {
        return title + ", " + span + ": "
                + String.join(", ", sections.stream().map(Section::title).toList());
    }
}
