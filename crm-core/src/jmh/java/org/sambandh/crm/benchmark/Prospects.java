package org.sambandh.crm.benchmark;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

/** Deterministic data, and what the library is told about it. */
final class Prospects {

    static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    static final Moment MOMENT = new Moment(AT, ZoneOffset.UTC);

    /** Its number as text: opaque and of one length, as ids of a host are. */
    record ProspectId(String value) implements Id {}

    private static final FieldType<ProspectId> ID_TYPE = FieldType.id(ProspectId.class, ProspectId::new);

    static final Field.One<Prospect, ProspectId> ID = Field.one(
            Prospect.class, "id", ID_TYPE, p -> new ProspectId(Integer.toString(1_000_000_000 + p.getNumber())));
    static final Field.One<Prospect, String> INDUSTRY =
            Field.one(Prospect.class, "industry", FieldType.TEXT, Prospect::getIndustry);
    static final Field.One<Prospect, String> COUNTRY =
            Field.one(Prospect.class, "country", FieldType.TEXT, Prospect::getCountry);
    static final Field.One<Prospect, String> SOURCE =
            Field.one(Prospect.class, "source", FieldType.TEXT, Prospect::getSource);
    static final Field.One<Prospect, String> SENIORITY =
            Field.one(Prospect.class, "seniority", FieldType.TEXT, Prospect::getSeniority);
    static final Field.One<Prospect, BigDecimal> EMPLOYEES =
            Field.ofLong(Prospect.class, "employees", FieldType.INTEGER, Prospect::getEmployees);
    static final Field.One<Prospect, Boolean> OPT_IN =
            Field.one(Prospect.class, "optIn", FieldType.BOOLEAN, Prospect::isOptIn);
    static final Field.One<Prospect, Instant> CREATED =
            Field.one(Prospect.class, "created", FieldType.INSTANT, Prospect::getCreated);

    static final Field.One<Touch, String> KIND = Field.one(Touch.class, "kind", FieldType.TEXT, Touch::kind);
    static final Field.One<Touch, Instant> TOUCHED = Field.one(Touch.class, "at", FieldType.INSTANT, Touch::at);
    static final Relation<Prospect, Touch> TOUCHES = Relation.<Prospect, Touch>parts(
                    "touches", Prospect.class, Touch.class, Prospect::touches)
            .at(TOUCHED);

    static final List<String> INDUSTRIES = List.of(
            "steel",
            "textiles",
            "chemicals",
            "software",
            "logistics",
            "retail",
            "health",
            "education",
            "banking",
            "energy",
            "food",
            "media");
    static final List<String> COUNTRIES = List.of("IN", "DE", "US", "GB", "FR", "SG", "AE", "JP");
    static final List<String> SOURCES = List.of("web", "fair", "referral", "call", "partner", "mailing");
    static final List<String> SENIORITIES = List.of("owner", "director", "manager", "clerk", "student");
    static final List<String> KINDS = List.of("open", "click", "visit", "download", "demo", "call");

    private static final Instant WEEK = AT.minus(Duration.ofDays(7));
    private static final Instant MONTH = AT.minus(Duration.ofDays(30));
    private static final Instant QUARTER = AT.minus(Duration.ofDays(90));

    private Prospects() {}

    /** The first instant of one of three windows that end at {@link #AT}, so that nobody measures a subtraction. */
    static Instant from(int days) {
        return switch (days) {
            case 7 -> WEEK;
            case 30 -> MONTH;
            case 90 -> QUARTER;
            default -> throw new IllegalArgumentException("7, 30 or 90 days, found " + days);
        };
    }

    static Catalog catalog() {
        return Catalog.builder(FiscalCalendar.calendarYear())
                .entity(
                        Prospect.class,
                        "prospect",
                        ID,
                        List.of(INDUSTRY, COUNTRY, SOURCE, SENIORITY, EMPLOYEES, OPT_IN, CREATED))
                .part(Touch.class, "touch", List.of(KIND, TOUCHED))
                .relation(TOUCHES)
                .build();
    }

    /** Some prospects, always the same for the same number: a tenth without an industry, up to 24 touches in half a year. */
    static List<Prospect> some(int count) {
        SplittableRandom random = new SplittableRandom(20261123);
        List<Prospect> prospects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prospects.add(new Prospect(
                    i,
                    random.nextInt(10) == 0 ? null : skewed(INDUSTRIES, random),
                    skewed(COUNTRIES, random),
                    random.nextInt(5) == 0 ? null : skewed(SOURCES, random),
                    skewed(SENIORITIES, random),
                    (long) Math.exp(random.nextDouble() * 10),
                    random.nextInt(3) > 0,
                    before(random, Duration.ofDays(1_500)),
                    touches(random)));
        }
        return prospects;
    }

    private static List<Touch> touches(SplittableRandom random) {
        int count = random.nextInt(25);
        List<Touch> touches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            touches.add(new Touch(skewed(KINDS, random), before(random, Duration.ofDays(180))));
        }
        touches.sort(Comparator.comparing(Touch::at).reversed());
        return List.copyOf(touches);
    }

    private static Instant before(SplittableRandom random, Duration longest) {
        return AT.minusSeconds(random.nextLong(longest.toSeconds()));
    }

    /** The first values are the most frequent ones. */
    private static String skewed(List<String> values, SplittableRandom random) {
        return values.get((int) (values.size() * random.nextDouble() * random.nextDouble()));
    }
}
