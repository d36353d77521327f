package org.sambandh.crm.benchmark;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;

/** A segment of six leaves, in our words, by hand and in those of the peers. */
final class Buyers {

    static final Condition<Prospect> CONDITION = all(
            where(Prospects.INDUSTRY, in("steel", "textiles", "chemicals", "software", "banking")),
            where(Prospects.COUNTRY, is("IN")),
            where(Prospects.EMPLOYEES, between(20, 5_000)),
            where(Prospects.OPT_IN, is(true)),
            where(Prospects.CREATED, ageAtMost(Duration.ofDays(1_000))),
            count(Prospects.TOUCHES, where(Prospects.KIND, is("open")), Window.last(Duration.ofDays(30)), atLeast(1)));

    static final String SPEL = "(industry == 'steel' or industry == 'textiles' or industry == 'chemicals'"
            + " or industry == 'software' or industry == 'banking') and country == 'IN' and employees >= 20L and employees <= 5000L and optIn"
            + " and young and opens30 >= 1";

    static final String CEL = "industry in ['steel','textiles','chemicals','software','banking'] && country == 'IN'"
            + " && employees >= 20 && employees <= 5000 && optIn && young && opens30 >= 1";

    static final List<String> DRL =
            List.of("industry in (\"steel\",\"textiles\",\"chemicals\",\"software\",\"banking\"), country == \"IN\","
                    + " employees >= 20, employees <= 5000, optIn == true, young == true,"
                    + " opens30 >= 1");

    private static final Instant YOUNGEST = Prospects.AT.minus(Duration.ofDays(1_000));

    private Buyers() {}

    static boolean isYoung(Instant created) {
        return !created.isBefore(YOUNGEST) && !created.isAfter(Prospects.AT);
    }

    static boolean hand(Prospect p) {
        String industry = p.getIndustry();
        if (industry == null) {
            return false;
        }
        boolean right = switch (industry) {
            case "steel", "textiles", "chemicals", "software", "banking" -> true;
            default -> false;
        };
        return right
                && p.getCountry().equals("IN")
                && p.getEmployees() >= 20
                && p.getEmployees() <= 5_000
                && p.isOptIn()
                && isYoung(p.getCreated())
                && opened(p);
    }

    private static boolean opened(Prospect p) {
        Instant from = Prospects.from(30);
        for (Touch touch : p.touches()) {
            if (touch.kind().equals("open")
                    && !touch.at().isBefore(from)
                    && !touch.at().isAfter(Prospects.AT)) {
                return true;
            }
        }
        return false;
    }
}
