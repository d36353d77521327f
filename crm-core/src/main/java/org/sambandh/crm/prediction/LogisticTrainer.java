package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Subject;

/**
 * Learns a {@link LogisticModel} from subjects whose outcome is known. They are given in chunks and are not kept: some 8
 * bytes for each value are. The same rows with the same settings give the same model, digit by digit; another order of
 * the rows gives the same up to the rounding of sums, if they are held out by id.
 *
 * <p>What a model may know is the caller's to decide: a field that is only known once the outcome is, or that was changed
 * because of it, makes the report look good and the model useless.
 *
 * <p>Needs Hipparchus ({@code org.hipparchus:hipparchus-core}) when {@link #train} is called; nothing else here does. Not
 * safe for concurrent use.
 *
 * @param <S> the subject
 */
public final class LogisticTrainer<S> {

    /** The most rows. */
    public static final int MOST_ROWS = 1_000_000;

    private static final int MOST_FIELDS = 100;
    private static final int MOST_CELLS = 2_000;
    private static final int FIFTHS = 5;

    private final Subject<S> subject;
    private final TrainingSettings settings;
    private final List<Column<S>> columns = new ArrayList<>();
    private byte[] parts = new byte[64];
    private boolean[] outcomes = new boolean[64];
    private int rows;

    private LogisticTrainer(Subject<S> subject, TrainingSettings settings) {
        this.subject = subject;
        this.settings = settings;
    }

    /**
     * Begins a training.
     *
     * @param type the class of the subject
     * @param fields the names of the fields to look at, paths too; 1 to 100, each once. Money is no number: name the field
     *     of its amount
     * @param catalog the tenant's catalogue
     * @param settings how it is learned
     * @param <S> the subject
     * @return a trainer without rows
     * @throws Invalid if the catalogue does not know a field, a field is money, or the subject has no id to be held out by
     */
    public static <S> LogisticTrainer<S> of(
            Class<S> type, List<String> fields, Catalog catalog, TrainingSettings settings) {
        Subject<S> subject = catalog.subject(type);
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new Invalid("prediction.fields", "1 to " + MOST_FIELDS + ", found " + fields.size());
        }
        if (settings.split() == TrainingSettings.Split.BY_ID && subject.id().isEmpty()) {
            throw new Invalid("prediction.settings.split", "a " + subject.name() + " has no id: hold out by row");
        }
        LogisticTrainer<S> trainer = new LogisticTrainer<>(subject, settings);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Field<S, ?> field = field(catalog, type, fields.get(i), "prediction.fields[" + i + "]");
            if (!seen.add(field.name())) {
                throw new Invalid("prediction.fields[" + i + "]", "there twice: " + field.name());
            }
            if (field.type().kind() == FieldType.Kind.MONEY) {
                throw new Invalid(
                        "prediction.fields[" + i + "]",
                        field.name() + " is money, of any currency: name a field of its amount as a number");
            }
            trainer.columns.add(new Column<>(field));
        }
        return trainer;
    }

    static <S> Field<S, ?> field(Catalog catalog, Class<S> type, String name, String path) {
        try {
            return catalog.field(type, name);
        } catch (Invalid e) {
            throw new Invalid(path, e.why());
        }
    }

    /**
     * Adds rows.
     *
     * @param chunk the subjects, at most some thousand
     * @param positive which of them, by position, are positive
     * @param facts where references are followed
     * @param moment as of which ages are counted
     * @throws Invalid if there are more than a million rows
     */
    public void add(List<S> chunk, BitSet positive, Facts facts, Moment moment) {
        add(chunk, positive, facts, moment, Collections.nCopies(chunk.size(), moment));
    }

    /**
     * Adds rows, each with a moment of its own.
     *
     * @param chunk the subjects, at most some thousand
     * @param positive which of them, by position, are positive
     * @param facts where references are followed
     * @param now when this is
     * @param moments as of which ages are counted, one for each subject
     * @throws Invalid if there are more than a million rows
     */
    public void add(List<S> chunk, BitSet positive, Facts facts, Moment now, List<Moment> moments) {
        if (rows + chunk.size() > MOST_ROWS) {
            throw new Invalid("prediction.rows", "at most " + MOST_ROWS + ": narrow the population");
        }
        columns.forEach(column -> column.add(chunk, facts, moments, now));
        for (int i = 0; i < chunk.size(); i++) {
            if (rows == parts.length) {
                parts = Arrays.copyOf(parts, rows * 2);
                outcomes = Arrays.copyOf(outcomes, rows * 2);
            }
            boolean byRow = settings.split() == TrainingSettings.Split.BY_ROW;
            long key = byRow ? rows : hash(subject.ref(chunk.get(i)).id());
            parts[rows] = (byte) Math.floorMod(key, (long) FIFTHS);
            outcomes[rows++] = positive.get(i);
        }
    }

    /** FNV-1a over the characters, with the high bits mixed into the low ones. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 32);
    }

    /**
     * Learns from the rows given so far.
     *
     * @param at when this is
     * @return the model, or why there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code training-needs-hipparchus} if the library is not there
     */
    public Training<LogisticModel> train(Instant at) {
        parts = Arrays.copyOf(parts, rows);
        outcomes = Arrays.copyOf(outcomes, rows);
        Training.Reason reason = whyNot();
        if (reason != null) {
            return notEnough(reason);
        }
        LogisticModel model = Hipparchus.needed(() -> learn(at));
        return model.factors().isEmpty()
                ? notEnough(Training.Reason.NOTHING_TELLS_THEM_APART)
                : new Training.Trained<>(model);
    }

    private Training<LogisticModel> notEnough(Training.Reason reason) {
        long positives = count(0, FIFTHS, true);
        return new Training.NotEnoughData<>(
                reason, rows, positives, rows - positives, settings.minimumRows(), settings.minimumEach());
    }

    private Training.@Nullable Reason whyNot() {
        if (rows < settings.minimumRows()) {
            return Training.Reason.TOO_FEW_ROWS;
        } else if (count(0, FIFTHS, true) < settings.minimumEach()) {
            return Training.Reason.TOO_FEW_POSITIVES;
        } else if (count(0, FIFTHS, false) < settings.minimumEach()) {
            return Training.Reason.TOO_FEW_NEGATIVES;
        }
        for (int part = 0; part < FIFTHS; part++) {
            if (count(part, part + 1, true) == 0 || count(part, part + 1, false) == 0) {
                return Training.Reason.ONE_KIND_IN_A_FIFTH;
            }
        }
        return null;
    }

    private long count(int from, int to, boolean positive) {
        long count = 0;
        for (int row = 0; row < rows; row++) {
            count += parts[row] >= from && parts[row] < to && outcomes[row] == positive ? 1 : 0;
        }
        return count;
    }

    private LogisticModel learn(Instant at) {
        Learner learner = new Learner(parts, outcomes);
        Encoder encoder = new Encoder(learner.training(), columns.size());
        Assembly assembly = new Assembly(learner, rows);
        List<LeftOut> leftOut = new ArrayList<>();
        List<Pairs.Candidate> candidates = new ArrayList<>();
        for (Column<S> column : columns) {
            if (column.isTooVaried()) {
                leftOut.add(new LeftOut(column.field().name(), LeftOut.Why.TOO_MANY_VALUES));
            } else if (!assembly.add(column, encoder, settings.ranges())) {
                leftOut.add(new LeftOut(column.field().name(), LeftOut.Why.THE_SAME_EVERYWHERE));
            } else if (!column.field().isMany()) {
                Encoding inPairs = encoder.inPairs(column, encoder.main(column, settings.ranges()));
                candidates.add(new Pairs.Candidate(inPairs, Coded.of(column, inPairs, rows)));
            }
        }
        if (!assembly.isEmpty()) {
            Pairs pairs = new Pairs(candidates, parts, outcomes, learner.training(), learner.choose());
            int left = settings.mostPairs();
            while (left > 0) {
                List<Pairs.Found> found = pairs.best(left, MOST_CELLS - learner.columns());
                found.forEach(assembly::add);
                left = found.isEmpty() ? 0 : left - found.size();
                if (left > 0) {
                    // Fitted together, fields and pairs leave less to explain, and more of it can be seen.
                    pairs.lookAgain(learner.unseen());
                }
            }
            assembly.fit();
        }
        int[] heldOut = learner.rows(part -> part == 0);
        boolean[] happened = new boolean[heldOut.length];
        for (int i = 0; i < heldOut.length; i++) {
            happened[i] = outcomes[heldOut[i]];
        }
        Judge judge = new Judge(assembly.logOdds(heldOut), happened);
        TrainingReport report = new TrainingReport(
                settings.split(),
                rows - heldOut.length,
                count(1, FIFTHS, true),
                heldOut.length,
                judge.positives(),
                judge.auc(),
                judge.logLoss(),
                judge.brier(),
                judge.calibrationError(),
                judge.bandError(),
                judge.deciles(),
                Decimals.plain(BigDecimal.valueOf(learner.strength())),
                leftOut);
        return new LogisticModel(subject.name(), assembly.average(), assembly.factors(), at, report);
    }
}
