package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.table.TableView;

/**
 * A points model ready to run: checked against a catalogue once, then run on any number of subjects. A pure function of
 * subject, facts and moment. Immutable and safe for concurrent use.
 *
 * <p>Arithmetic is decimal. The sum of a criterion is rounded half up to nine decimals, once; everything after that is
 * exact, so contributions add up.
 *
 * @param <S> the subject
 */
public final class Scorer<S> {

    /** The decimals of {@link #points}: 12.5 points are 12,500,000,000. */
    public static final int POINTS_SCALE = Points.SCALE;

    /** How many changes {@link #outlook} follows before it gives up. */
    public static final int MAX_STEPS = 5_000;

    private final PointsModel<S> model;
    private final List<List<Tally.Counter<S>>> counters;
    private final Catalog catalog;
    /** Made when it is first asked for; two threads may both make it, and either will do. */
    private volatile @Nullable FastScore<S> folded;

    private Scorer(PointsModel<S> model, List<List<Tally.Counter<S>>> counters, Catalog catalog) {
        this.model = model;
        this.counters = counters;
        this.catalog = catalog;
    }

    /**
     * Prepares a model.
     *
     * @param model the model
     * @param catalog the tenant's catalogue
     * @param <S> the subject
     * @return the model, ready to run
     * @throws org.sambandh.crm.common.Invalid if a criterion is broken, or names a field or relation that the catalogue
     *     does not know
     */
    public static <S> Scorer<S> of(PointsModel<S> model, Catalog catalog) {
        List<List<Tally.Counter<S>>> counters = new ArrayList<>();
        for (Group<S> group : model.groups()) {
            counters.add(group.criteria().stream()
                    .map(c -> Tally.counter(c, model.subject(), catalog))
                    .toList());
        }
        return new Scorer<>(model, List.copyOf(counters), catalog);
    }

    /** {@return the model} */
    public PointsModel<S> model() {
        return model;
    }

    /**
     * Scores one subject.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return the score
     */
    public Score score(S subject, Facts facts, Moment moment) {
        return scoreAll(List.of(subject), facts, moment).get(0);
    }

    /**
     * Returns the value of {@link #score} and nothing else. All tests of one text are one look-up, all tests of one number
     * one search in sorted thresholds, counts over the facts of one relation one walk. Nothing is allocated for such
     * tests, for counts over parts inside the subject, and for points that fade by halves; other conditions cost what
     * {@link org.sambandh.crm.condition.CompiledCondition#test} costs, facts in a repository what the store takes, and
     * points for the newest facts only, or fading by months, what {@link #score} costs.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return the value, scaled by {@link #POINTS_SCALE}
     * @throws ArithmeticException if a sum on the way passes nine billion points
     */
    public long points(S subject, Facts facts, Moment moment) {
        return fast().points(subject, facts, moment);
    }

    /**
     * Returns the value of {@link #score} for every row of a table. All tests of one field are one look-up a row, counts
     * over the facts of one relation share walks, a criterion with points for each fact is a walk of its own.
     *
     * <p>An instant more than 292,000 years away has the age of the furthest that is nearer; what is left then of points
     * that fade is none, but for decays below 0.00003 percent a month.
     *
     * @param view a state of a table that holds what {@link #conditions} name
     * @param moment the moment; facts later than it are not seen
     * @return one value for each row, scaled by {@link #POINTS_SCALE}; 0 for those of deleted subjects
     * @throws org.sambandh.crm.common.Invalid if the table does not hold what the model names
     * @throws ArithmeticException if a sum on the way passes nine billion points
     */
    public long[] points(TableView<S> view, Moment moment) {
        return new ColumnScore<>(model).points(view, moment);
    }

    /**
     * Returns the subjects of a table with the most points.
     *
     * @param view a state of a table that holds what {@link #conditions} name
     * @param limit how many, 1 or more
     * @param moment the moment; facts later than it are not seen
     * @return at most that many, the most points first; of equal ones the lower row first
     * @throws org.sambandh.crm.common.Invalid if the table does not hold what the model names, or the limit is below 1
     * @throws ArithmeticException if a sum on the way passes nine billion points
     */
    public List<RowScore> best(TableView<S> view, int limit, Moment moment) {
        return new ColumnScore<>(model).best(view, limit, moment);
    }

    /**
     * Returns the conditions of all criteria: what a table must hold to be scored.
     *
     * <pre>{@code
     * FactTable.builder(catalog, Customer.class).needing(scorer.conditions())
     * }</pre>
     *
     * @return the conditions, in the order of the model
     */
    public List<Condition<S>> conditions() {
        return model.groups().stream()
                .flatMap(group -> group.criteria().stream())
                .map(criterion -> criterion.rule().condition())
                .toList();
    }

    /**
     * Scores one subject with its reasons as bare figures: for lists and statistics, where few scores are read in words.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return the score, which puts itself into words when it is asked
     * @throws ArithmeticException if a sum on the way passes nine billion points
     */
    public ScoreMarks<S> marks(S subject, Facts facts, Moment moment) {
        return fast().marks(subject, facts, moment);
    }

    /**
     * Scores many subjects; each relation is read once for all of them.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where related facts are read
     * @param moment the moment; facts later than it are not seen
     * @return one score for each subject, in their order
     */
    public List<Score> scoreAll(List<S> chunk, Facts facts, Moment moment) {
        return run(chunk, new RememberedFacts(facts), moment);
    }

    /**
     * Scores one subject and looks ahead: walks from change to change until value, grade, letter and number have all
     * become others.
     *
     * @param subject the subject
     * @param facts where related facts are read, once
     * @param moment the moment
     * @return the score and until when it holds
     */
    public Outlook outlook(S subject, Facts facts, Moment moment) {
        Facts remembered = new RememberedFacts(facts);
        List<S> chunk = List.of(subject);
        Score now = run(chunk, remembered, moment).get(0);
        Ahead ahead = new Ahead(model, now);
        Instant at = now.until();
        for (int step = 0; step < MAX_STEPS && !ahead.isDone() && !at.equals(Verdict.FOREVER); step++) {
            Score then = run(chunk, remembered, new Moment(at, moment.zone())).get(0);
            ahead.see(then, at);
            at = then.until();
        }
        return ahead.outlook(at);
    }

    private FastScore<S> fast() {
        FastScore<S> known = folded;
        if (known == null) {
            known = Folder.fold(model, counters, catalog);
            folded = known;
        }
        return known;
    }

    private List<Score> run(List<S> chunk, Facts facts, Moment moment) {
        List<List<List<Tally>>> tallies = new ArrayList<>();
        for (List<Tally.Counter<S>> group : counters) {
            tallies.add(group.stream().map(c -> c.count(chunk, facts, moment)).toList());
        }
        List<Score> scores = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            Sum sum = new Sum();
            for (int g = 0; g < model.groups().size(); g++) {
                int position = i;
                sum.add(
                        model.groups().get(g),
                        tallies.get(g).stream().map(all -> all.get(position)).toList());
            }
            scores.add(sum.score(model, moment));
        }
        return scores;
    }
}
