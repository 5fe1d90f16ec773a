package io.revops.load;

import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one kind of part, until the facts they belong to are all read. */
final class PartRows<F extends Fact, E> {
    /** A part and the recording of the fact that it belongs to; without one it belongs to all of them. */
    private record Part<E>(Optional<String> recording, E content) {
        boolean fits(Fact fact) {
            return recording.isEmpty() || recording.get().equals(PartKind.recording(fact.recorded()));
        }
    }

    private final PartKind<F, E> kind;
    private final LoadLog log;
    private final Map<FactId, Map<Part<E>, Source>> byFact = new LinkedHashMap<>();

    PartRows(PartKind<F, E> kind, LoadLog log) {
        this.kind = kind;
        this.log = log;
    }

    LoadLog.Verdict read(Row row) {
        FactId parent = kind.parentId().required(row, kind.parentColumn());
        Optional<String> recording = row.text(PartKind.RECORDING)
                .map(text -> text.equals(PartKind.NONE)
                        ? text
                        : Cell.INSTANT.write(Cell.INSTANT.required(row, PartKind.RECORDING)));
        Part<E> part = new Part<>(recording, kind.form().read(row));
        Map<Part<E>, Source> parts = byFact.computeIfAbsent(parent, p -> new LinkedHashMap<>(4));
        return parts.putIfAbsent(part, row.source()) == null ? LoadLog.Verdict.ACCEPTED : LoadLog.Verdict.DUPLICATE;
    }

    /** Gives every part to its fact. */
    void attach(Map<FactId, List<Fact>> facts) {
        byFact.forEach((id, parts) -> {
            List<Fact> versions = facts.getOrDefault(id, List.of());
            Set<Part<E>> fitted = new HashSet<>();
            Set<Part<E>> added = new HashSet<>();
            for (int i = 0; i < versions.size(); i++) {
                versions.set(i, with(kind.type().cast(versions.get(i)), parts, fitted, added));
            }
            parts.forEach((part, place) -> {
                if (!fitted.contains(part)) {
                    dangling(id, part, place, !versions.isEmpty());
                } else if (!added.contains(part)) {
                    log.duplicate(place);
                }
            });
        });
    }

    private F with(F fact, Map<Part<E>, Source> parts, Set<Part<E>> fitted, Set<Part<E>> added) {
        List<E> there = kind.get().apply(fact);
        Map<String, E> byKey = new HashMap<>();
        there.forEach(content -> byKey.put(kind.key().apply(content), content));
        List<E> more = new ArrayList<>();
        parts.forEach((part, place) -> {
            if (!part.fits(fact)) {
                return;
            }
            fitted.add(part);
            if (there.contains(part.content())) {
                return;
            }
            added.add(part);
            more.add(part.content());
            if (byKey.put(kind.key().apply(part.content()), part.content()) != null) {
                conflict(fact, place);
            }
        });
        return kind.plus().apply(fact, more);
    }

    private void conflict(F fact, Source place) {
        log.issue(new Issue(
                IssueCode.CONFLICT,
                Severity.WARNING,
                place,
                fact.id().kind() + " " + fact.id().value(),
                "",
                "",
                "Another row has the same id and recording and another content; only one of the two will hold."
                        + " Maybe write both in one row, or give them ids, or write when each was recorded."));
    }

    private void dangling(FactId id, Part<E> part, Source place, boolean otherRecording) {
        log.rejectAccepted(
                place,
                IssueCode.DANGLING_REFERENCE,
                otherRecording ? PartKind.RECORDING : kind.parentColumn(),
                otherRecording ? part.recording().orElse("") : id.value(),
                otherRecording
                        ? "No recording of the " + id.kind() + " was at that time. Maybe leave the cell empty: it then"
                                + " belongs to all of them."
                        : "There is no such " + id.kind() + ". Maybe its row is missing, or was rejected.");
    }
}
