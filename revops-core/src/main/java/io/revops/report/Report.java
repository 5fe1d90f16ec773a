package io.revops.report;

import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sections for a reader, over a span.
 *
 * @param title what it is about
 * @param span the days it covers
 * @param sections the summary first
 * @param imprint what it was made with and from
 */
public record Report(String title, Span span, List<Section> sections, Imprint imprint) {
    public Report {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        sections = List.copyOf(sections);
        Objects.requireNonNull(imprint, "imprint");
    }

    /** A report that does not say what it was made with. */
    public Report(String title, Span span, List<Section> sections) {
        this(title, span, sections, Imprint.UNKNOWN);
    }

    /** A section by its id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The report with one more section at its end. */
    public Report with(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Report(title, span, more, imprint);
    }

    /**
     * The report with one more section before another: a forecast before the data issues.
     *
     * @throws IllegalArgumentException if there is no section of that id
     */
    public Report with(Section section, String before) {
        List<String> ids = sections.stream().map(Section::id).toList();
        if (!ids.contains(before)) {
            throw new IllegalArgumentException("There is no section (" + before + "). Maybe one of " + ids + ".");
        }
        List<Section> more = new ArrayList<>(sections);
        more.add(ids.indexOf(before), section);
        return new Report(title, span, more, imprint);
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
