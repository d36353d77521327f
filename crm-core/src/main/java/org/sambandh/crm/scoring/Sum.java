package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Verdict;

/** Adds up one subject, cap after cap. */
final class Sum {

    private final List<Contribution> contributions = new ArrayList<>();
    private final List<CriterionScore> criteria = new ArrayList<>();
    private final List<GroupScore> groups = new ArrayList<>();
    private final EnumMap<Group.Kind, BigDecimal> byKind = new EnumMap<>(Group.Kind.class);
    private BigDecimal total = BigDecimal.ZERO;
    private Instant until = Verdict.FOREVER;

    <S> void add(Group<S> group, List<Tally> tallies) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c < tallies.size(); c++) {
            sum = sum.add(add(group, group.criteria().get(c), tallies.get(c)));
        }
        BigDecimal capped = Points.capped(sum, group.cap());
        cut(
                Contribution.Kind.GROUP_CAP,
                group.code(),
                null,
                group.name(),
                "the cap of the group",
                capped.subtract(sum),
                group.cap());
        groups.add(new GroupScore(group.code(), group.name(), group.kind(), sum, capped));
        byKind.merge(group.kind(), capped, BigDecimal::add);
        total = total.add(capped);
    }

    private <S> BigDecimal add(Group<S> group, Criterion<S> criterion, Tally tally) {
        BigDecimal raw = tally.points();
        BigDecimal capped = Points.capped(raw, criterion.cap());
        until = until.isBefore(tally.until()) ? until : tally.until();
        criteria.add(new CriterionScore(group.code(), criterion.code(), criterion.name(), tally.count(), raw, capped));
        if (raw.signum() != 0) {
            Decay decay = criterion.decay();
            contributions.add(new Contribution(
                    Contribution.Kind.CRITERION,
                    group.code(),
                    criterion.code(),
                    criterion.name(),
                    criterion.rule().condition().describe(),
                    tally.count(),
                    raw,
                    null,
                    decay == null ? null : decay.describe()));
        }
        cut(
                Contribution.Kind.CRITERION_CAP,
                group.code(),
                criterion.code(),
                criterion.name(),
                "the cap of the criterion",
                capped.subtract(raw),
                criterion.cap());
        return capped;
    }

    private void cut(
            Contribution.Kind kind,
            @Nullable String group,
            @Nullable String criterion,
            String name,
            String because,
            BigDecimal points,
            @Nullable BigDecimal limit) {
        if (points.signum() != 0) {
            contributions.add(new Contribution(kind, group, criterion, name, because, 0, points, limit, null));
        }
    }

    <S> Score score(PointsModel<S> model, Moment moment) {
        BigDecimal value = Points.capped(total, model.cap());
        cut(
                Contribution.Kind.TOTAL_CAP,
                null,
                null,
                model.name(),
                "the cap of the total",
                value.subtract(total),
                model.cap());
        String grade = model.gradeOf(value).map(Grade::name).orElse(null);
        return new Score(
                model.id(),
                model.version(),
                moment,
                value,
                grade,
                mark(model, Group.Kind.FIT),
                mark(model, Group.Kind.ENGAGEMENT),
                contributions,
                criteria,
                groups,
                until,
                null,
                List.of());
    }

    private <S> @Nullable String mark(PointsModel<S> model, Group.Kind kind) {
        GradeMatrix matrix = model.matrix();
        BigDecimal points = byKind.getOrDefault(kind, BigDecimal.ZERO);
        return matrix == null ? null : matrix.of(kind, points).map(Grade::name).orElse(null);
    }
}
