package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Language;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Window;

/** Puts a score into sentences for a seller. */
final class Adviser {

    private static final int MOST_GAINS = 3;

    private final PointsModel<?> model;
    private final Language language;
    private final Map<String, Criterion<?>> criteria = new HashMap<>();

    Adviser(PointsModel<?> model, Language language) {
        this.model = model;
        this.language = language;
        model.groups().forEach(g -> g.criteria().forEach(c -> criteria.put(c.code(), c)));
    }

    /**
     * Returns the advice.
     *
     * @param then the score at the next change of the value; null if time alone changes nothing, or nobody asks
     * @param outlook until when grades hold; null where nobody asks
     */
    Advice advise(Score score, @Nullable Score then, @Nullable Outlook outlook) {
        List<Advice.Line> lines = new ArrayList<>();
        lines.add(headline(score));
        lines.addAll(earned(score));
        lines.addAll(cut(score));
        if (then != null) {
            lines.add(next(score, then));
        }
        if (outlook != null) {
            grade(score, then, outlook, lines);
            lines.addAll(gains(score));
        }
        return new Advice(score, lines);
    }

    private Advice.Line headline(Score score) {
        String mark = score.grade();
        String marks = score.combined()
                .map(both -> mark == null ? both : mark + ", " + both)
                .orElse(mark);
        String text = marks == null
                ? language.say("advice.headline", points(score.value()))
                : language.say("advice.headline.grade", points(score.value()), marks);
        return new Advice.Line(Advice.Kind.HEADLINE, null, score.value(), null, text);
    }

    /** What gave points with the most first, then what cost points with the most first. */
    private List<Advice.Line> earned(Score score) {
        List<Contribution> found = new ArrayList<>(score.contributions().stream()
                .filter(c -> c.kind() == Contribution.Kind.CRITERION)
                .toList());
        found.sort(Comparator.comparing((Contribution c) -> c.points().signum() < 0)
                .thenComparing(c -> c.points().abs(), Comparator.reverseOrder()));
        List<Advice.Line> lines = new ArrayList<>();
        for (Contribution c : found) {
            String signed = Points.signed(c.points());
            String times = Integer.toString(c.count());
            Window.Last window = window(c.criterion());
            String text;
            if (window == null) {
                text = c.count() == 1
                        ? language.say("advice.gave", c.name(), signed)
                        : language.say("advice.gave.times", c.name(), signed, times);
            } else {
                String span = language.span(window.length());
                text = c.count() == 1
                        ? language.say("advice.gave.window", c.name(), signed, span)
                        : language.say("advice.gave.times.window", c.name(), signed, times, span);
            }
            Advice.Kind kind = c.points().signum() < 0 ? Advice.Kind.COST : Advice.Kind.GAVE;
            lines.add(new Advice.Line(kind, c.criterion(), c.points(), null, text));
        }
        return lines;
    }

    private List<Advice.Line> cut(Score score) {
        List<Advice.Line> lines = new ArrayList<>();
        for (Contribution c : score.contributions()) {
            BigDecimal limit = c.limit();
            if (limit != null) {
                String what = c.kind() == Contribution.Kind.TOTAL_CAP ? language.say("advice.total") : c.name();
                String text = language.say(
                        "advice.capped",
                        what,
                        Points.shown(limit),
                        points(c.points().negate()));
                lines.add(new Advice.Line(Advice.Kind.CAPPED, c.criterion(), c.points(), null, text));
            }
        }
        return lines;
    }

    /** The next change of the value, and the criterion that has most to do with it. */
    private Advice.Line next(Score now, Score then) {
        BigDecimal change = then.value().subtract(now.value());
        CriterionScore cause = now.criteria().get(0);
        CriterionScore after = then.criteria().get(0);
        for (int i = 0; i < now.criteria().size(); i++) {
            BigDecimal best = after.capped().subtract(cause.capped());
            BigDecimal here = then.criteria()
                    .get(i)
                    .capped()
                    .subtract(now.criteria().get(i).capped());
            if (here.multiply(BigDecimal.valueOf(change.signum()))
                            .compareTo(best.multiply(BigDecimal.valueOf(change.signum())))
                    > 0) {
                cause = now.criteria().get(i);
                after = then.criteria().get(i);
            }
        }
        Criterion<?> criterion = criteria.get(cause.criterion());
        Window.Last window = window(cause.criterion());
        String why;
        if (window != null && after.count() < cause.count()) {
            why = language.say("advice.when.older", cause.name(), language.span(window.length()));
        } else if (criterion != null && criterion.decay() != null && change.signum() < 0) {
            why = language.say("advice.when.fades", cause.name());
        } else {
            why = language.say("advice.when.other", cause.name());
        }
        Instant at = then.moment().at();
        String key = change.signum() < 0 ? "advice.next.loses" : "advice.next.gains";
        String text = language.say(key, points(change.abs()), day(at, now), why);
        return new Advice.Line(Advice.Kind.NEXT, cause.criterion(), change, at, text);
    }

    /** When the grade changes together with the value, which grade it will be. */
    private void grade(Score now, @Nullable Score then, Outlook outlook, List<Advice.Line> lines) {
        boolean together =
                then != null && outlook.gradeUntil().equals(then.moment().at());
        if (then != null && together && !Objects.equals(now.grade(), then.grade())) {
            String day = day(then.moment().at(), now);
            String text = then.grade() == null
                    ? language.say("advice.next.nograde", day)
                    : language.say("advice.next.grade", then.grade(), day);
            lines.add(new Advice.Line(
                    Advice.Kind.NEXT,
                    null,
                    then.value().subtract(now.value()),
                    then.moment().at(),
                    text));
        }
    }

    /** What does not hold and would give points, after all caps; the most first. */
    private List<Advice.Line> gains(Score score) {
        List<Advice.Line> lines = new ArrayList<>();
        for (CriterionScore c : score.criteria()) {
            Criterion<?> criterion = criteria.get(c.criterion());
            if (criterion != null && c.count() == 0 && criterion.points().signum() > 0) {
                BigDecimal value = valueWith(score, c.criterion(), criterion.points());
                BigDecimal gain = value.subtract(score.value());
                if (gain.signum() > 0) {
                    String grade = model.gradeOf(value).map(Grade::name).orElse(null);
                    String text = grade == null || grade.equals(score.grade())
                            ? language.say("advice.gain", c.name(), points(gain))
                            : language.say("advice.gain.grade", c.name(), points(gain), grade);
                    lines.add(new Advice.Line(Advice.Kind.WOULD_GAIN, c.criterion(), gain, null, text));
                }
            }
        }
        lines.sort(Comparator.comparing(Advice.Line::points).reversed());
        return lines.subList(0, Math.min(MOST_GAINS, lines.size()));
    }

    private BigDecimal valueWith(Score score, String criterion, BigDecimal raw) {
        BigDecimal total = BigDecimal.ZERO;
        int position = 0;
        for (Group<?> group : model.groups()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Criterion<?> c : group.criteria()) {
                BigDecimal found = score.criteria().get(position++).raw();
                sum = sum.add(Points.capped(c.code().equals(criterion) ? raw : found, c.cap()));
            }
            total = total.add(Points.capped(sum, group.cap()));
        }
        return Points.capped(total, model.cap());
    }

    private Window.@Nullable Last window(@Nullable String code) {
        Criterion<?> criterion = code == null ? null : criteria.get(code);
        return criterion != null
                        && criterion.rule() instanceof Rule.Valid<?> valid
                        && valid.condition() instanceof Condition.RelatedTest<?, ?> related
                        && related.window() instanceof Window.Last last
                ? last
                : null;
    }

    private String points(BigDecimal points) {
        boolean one = points.compareTo(BigDecimal.ONE) == 0;
        return language.say(one ? "advice.points.one" : "advice.points.other", Points.shown(points));
    }

    private String day(Instant at, Score score) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale())
                .format(at.atZone(score.moment().zone()));
    }
}
