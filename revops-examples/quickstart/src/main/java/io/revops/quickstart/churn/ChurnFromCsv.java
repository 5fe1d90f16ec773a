package io.revops.quickstart.churn;

import io.revops.forecast.Refused;
import io.revops.forecast.Threads;
import io.revops.forecast.Training;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.CombinationModel;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.Schema;
import io.revops.quickstart.Program;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns who churns from any flat table, and prints how well, on rows that were not learnt from.
 *
 * <p>What the columns hold is told from their cells and printed; where there is too little data for a model it says so, and measures
 * the base rate instead.
 */
public final class ChurnFromCsv {
    private ChurnFromCsv() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the table cannot be read. */
    public static void main(String[] args) {
        Program.main(ChurnFromCsv::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, Asked.USAGE, () -> print(out, err, Asked.parse(args)), args);
    }

    private static void print(PrintStream out, PrintStream err, Asked asked) {
        ModelChoice choice = asked.model();
        Format format = asked.format();
        asked.folds();
        String label = asked.label();
        Sheet sheet = Sheet.read(asked.data());
        Schema schema = Schema.detect(sheet.table(), label, asked.id());
        (format == Format.TABLE ? out : err).print(schema + "\n\n");
        DataSet data = schema.encode(sheet.table());
        List<String> warnings = new ArrayList<>(sheet.warnings());
        data.findings().stream().map(Finding::toString).forEach(warnings::add);
        Results results = results(data, choice, asked, warnings);
        if (format == Format.JSON) {
            results.json(out);
        } else {
            results.table(out);
        }
    }

    private static Results results(DataSet data, ModelChoice choice, Asked asked, List<String> warnings) {
        Threads workers = Threads.of(Runtime.getRuntime().availableProcessors());
        List<CrossValidation> models = new ArrayList<>();
        for (Learner<? extends Explained> learner : choice.learners()) {
            CrossValidation model = CrossValidation.of(learner, data, asked.folds(), workers);
            if (!model.refusals().isEmpty()) {
                Refused<?> first = model.refusals().get(0);
                warnings.add(learner.name() + " was refused in "
                        + model.refusals().size() + " folds: " + first.why() + " Maybe " + first.fallback() + ".");
            }
            if (!model.folds().isEmpty()) {
                models.add(model);
            }
        }
        if (models.isEmpty()) {
            CrossValidation base = CrossValidation.of(BaseRate.standard(), data, asked.folds(), workers);
            if (!base.folds().isEmpty()) {
                models.add(base);
            }
        }
        return new Results(
                data.size(), data.events(), asked.foldsName(), models, chosen(models, choice, data), warnings);
    }

    /** The name of the model to use: what was asked for, or what it comes down to on all rows. */
    private static String chosen(List<CrossValidation> models, ModelChoice choice, DataSet data) {
        if (models.isEmpty()) {
            return "none";
        }
        String last = models.get(models.size() - 1).name();
        if (choice != ModelChoice.AUTO || !last.equals("auto")) {
            return last;
        }
        Training<? extends Explained> all =
                choice.learners().get(choice.learners().size() - 1).learn(data);
        return all.model()
                .filter(m -> !(m instanceof CombinationModel))
                .map(Explained::name)
                .orElse(last);
    }
}
