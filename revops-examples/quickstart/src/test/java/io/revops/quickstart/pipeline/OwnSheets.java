package io.revops.quickstart.pipeline;

import io.revops.sample.CrmCompany;
import io.revops.sample.CrmDeal;
import io.revops.sample.CrmRep;
import io.revops.sample.CrmStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes a simulated company as sheets of nobody's format: German columns, points in thousands, times of the day apart from UTC. */
final class OwnSheets {
    private static final ZoneOffset HERE = ZoneOffset.ofHours(3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Map<String, String> CATEGORIES =
            Map.of("Pipeline", "Offen", "BestCase", "Gut", "Commit", "Zugesagt", "Closed", "Fertig", "Omitted", "Ohne");

    private OwnSheets() {}

    static void write(CrmCompany company, Path folder) throws IOException {
        StringBuilder people = new StringBuilder("Kürzel;Name;Gruppe\n");
        for (CrmRep rep : company.reps()) {
            people.append(row(rep.id(), rep.name(), rep.region()));
        }
        StringBuilder deals = new StringBuilder("Nr;Kunde;Titel;Art;Wer;Angelegt;Woher\n");
        StringBuilder changes = new StringBuilder("Nr;Zeile;Wann;Stand;Betrag;Bis;Klasse\n");
        for (CrmDeal deal : company.deals()) {
            deals.append(row(
                    deal.id(),
                    deal.accountId(),
                    deal.name(),
                    deal.market().type(),
                    deal.ownerId(),
                    time(deal.steps().get(0).at()),
                    "Messe"));
            for (int i = 0; i < deal.steps().size(); i++) {
                CrmStep step = deal.steps().get(i);
                String category = CATEGORIES.getOrDefault(step.category(), "Ohne");
                changes.append(row(
                        deal.id(),
                        deal.stepId(i),
                        time(step.at()),
                        step.stage(),
                        amount(step.amount()),
                        day(step.closeDate()),
                        category));
            }
        }
        Files.writeString(folder.resolve("leute.csv"), people);
        Files.writeString(folder.resolve("vorgaenge.csv"), deals);
        Files.writeString(folder.resolve("verlauf.csv"), changes);
        Files.writeString(folder.resolve("leute.json"), """
                {"schemaVersion": 1, "kind": "reps",
                 "columns": {"Kürzel": "rep_id", "Name": "name", "Gruppe": "team"}}
                """);
        Files.writeString(folder.resolve("vorgaenge.json"), """
                {"schemaVersion": 1, "kind": "opportunities", "dates": "dd.MM.yyyy HH:mm:ss", "zone": "+03:00",
                 "columns": {"Nr": "opportunity_id", "Titel": "name", "Art": "type", "Wer": "owner_id",
                             "Angelegt": "created"},
                 "types": {"New Business": "new", "Expansion": "expansion", "Renewal": "renewal"}}
                """);
        Files.writeString(folder.resolve("verlauf.json"), """
                {"schemaVersion": 1, "kind": "opportunity_changes", "zone": "+03:00",
                 "dates": ["dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy"],
                 "columns": {"Nr": "opportunity_id", "Zeile": "change_id", "Wann": "effective", "Stand": "stage",
                             "Betrag": "amount", "Bis": "close_date", "Klasse": "category"},
                 "decimalMark": ",", "thousandsMark": ".", "unit": "major", "currency": "USD",
                 "stages": {"Closed Won": "won", "Closed Lost": "lost", "*": "open"},
                 "values": {"category": {"Offen": "pipeline", "Gut": "best_case", "Zugesagt": "commit",
                                         "Fertig": "closed", "Ohne": "omitted"}}}
                """);
    }

    private static String row(String... cells) {
        return String.join(";", cells) + "\n";
    }

    private static String time(Instant at) {
        return TIME.format(at.atOffset(HERE));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 1.234.567,00}. */
    private static String amount(long amount) {
        return String.format(Locale.GERMANY, "%,d,00", amount);
    }
}
