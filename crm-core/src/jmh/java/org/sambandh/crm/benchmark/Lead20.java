package org.sambandh.crm.benchmark;

import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;

/** A points model of twenty criteria, in our words, by hand and in those of the peers. */
final class Lead20 {

    /**
     * One criterion.
     *
     * @param points what it gives
     * @param condition in our words
     * @param text in those of the peers
     * @param drl in those of Drools
     */
    private record Line(int points, Condition<Prospect> condition, String text, String drl) {

        /** Compiled SpEL compares longs with longs only. */
        String spel() {
            return text.startsWith("employees") ? text + "L" : text;
        }
    }

    private static final List<Line> LINES = List.of(
            text(15, Prospects.INDUSTRY, "steel"),
            text(12, Prospects.INDUSTRY, "textiles"),
            text(10, Prospects.INDUSTRY, "chemicals"),
            text(8, Prospects.INDUSTRY, "software"),
            text(6, Prospects.INDUSTRY, "logistics"),
            text(-5, Prospects.INDUSTRY, "media"),
            text(10, Prospects.COUNTRY, "IN"),
            text(8, Prospects.COUNTRY, "DE"),
            text(5, Prospects.COUNTRY, "US"),
            text(4, Prospects.COUNTRY, "AE"),
            text(15, Prospects.SENIORITY, "owner"),
            text(10, Prospects.SENIORITY, "director"),
            text(-10, Prospects.SENIORITY, "student"),
            employees(5, 50),
            employees(10, 250),
            employees(10, 1_000),
            new Line(5, where(Prospects.OPT_IN, is(true)), "optIn", "optIn == true"),
            touched(10, "open", 30, 3),
            touched(8, "visit", 7, 1),
            touched(20, "demo", 90, 1));

    private Lead20() {}

    static PointsModel<Prospect> model() {
        @SuppressWarnings("unchecked")
        Criterion<Prospect>[] criteria = new Criterion[LINES.size()];
        for (int i = 0; i < criteria.length; i++) {
            Line line = LINES.get(i);
            criteria[i] = Criterion.of("c" + i, "criterion " + i, line.points, Prospect.class, line.condition);
        }
        return PointsModel.of(new ModelId("lead20"), "Lead", Prospect.class, Group.fit("fit", "Fit", criteria));
    }

    static String spel() {
        return sum(Line::spel);
    }

    static String cel() {
        return sum(Line::text);
    }

    private static String sum(Function<Line, String> words) {
        return LINES.stream()
                .map(line -> "(" + words.apply(line) + " ? " + line.points + " : 0)")
                .collect(Collectors.joining(" + "));
    }

    /** One rule a criterion, for Drools. */
    static List<String> drl() {
        return LINES.stream().map(Line::drl).toList();
    }

    static int points(int criterion) {
        return LINES.get(criterion).points;
    }

    static int hand(Prospect p) {
        int points = 0;
        if (p.getIndustry() != null) {
            points += switch (p.getIndustry()) {
                case "steel" -> 15;
                case "textiles" -> 12;
                case "chemicals" -> 10;
                case "software" -> 8;
                case "logistics" -> 6;
                case "media" -> -5;
                default -> 0;
            };
        }
        points += switch (p.getCountry()) {
            case "IN" -> 10;
            case "DE" -> 8;
            case "US" -> 5;
            case "AE" -> 4;
            default -> 0;
        };
        points += switch (p.getSeniority()) {
            case "owner" -> 15;
            case "director" -> 10;
            case "student" -> -10;
            default -> 0;
        };
        long employees = p.getEmployees();
        points += employees >= 50 ? 5 : 0;
        points += employees >= 250 ? 10 : 0;
        points += employees >= 1_000 ? 10 : 0;
        points += p.isOptIn() ? 5 : 0;
        return points + touches(p);
    }

    /** One walk over the facts. */
    private static int touches(Prospect p) {
        int opens = 0;
        boolean visited = false;
        boolean shown = false;
        for (Touch touch : p.touches()) {
            Instant at = touch.at();
            if (!at.isAfter(Prospects.AT)) {
                switch (touch.kind()) {
                    case "open" -> opens += at.isBefore(Prospects.from(30)) ? 0 : 1;
                    case "visit" -> visited |= !at.isBefore(Prospects.from(7));
                    case "demo" -> shown |= !at.isBefore(Prospects.from(90));
                    default -> {}
                }
            }
        }
        return (opens >= 3 ? 10 : 0) + (visited ? 8 : 0) + (shown ? 20 : 0);
    }

    private static Line text(int points, Field<Prospect, String> field, String value) {
        return new Line(
                points,
                where(field, is(value)),
                field.name() + " == '" + value + "'",
                field.name() + " == \"" + value + "\"");
    }

    private static Line employees(int points, long least) {
        String text = "employees >= " + least;
        return new Line(points, where(Prospects.EMPLOYEES, atLeast(least)), text, text);
    }

    private static Line touched(int points, String kind, int days, long least) {
        String text = kind + "s" + days + " >= " + least;
        return new Line(
                points,
                count(
                        Prospects.TOUCHES,
                        where(Prospects.KIND, is(kind)),
                        Window.last(Duration.ofDays(days)),
                        atLeast(least)),
                text,
                text);
    }
}
