package org.sambandh.crm.json;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.sambandh.crm.callcentre.CallRules;
import org.sambandh.crm.callcentre.CallState;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Explanation;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.ContactWindow;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.EmailAddress;
import org.sambandh.crm.customer.Organization;
import org.sambandh.crm.customer.PhoneNumber;
import org.sambandh.crm.customer.PostalAddress;
import org.sambandh.crm.customer.Preference;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.lead.LeadPhase;
import org.sambandh.crm.lead.LeadStatus;
import org.sambandh.crm.pipeline.Closing;
import org.sambandh.crm.pipeline.DealHistory;
import org.sambandh.crm.pipeline.ForecastCategory;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Outcome;
import org.sambandh.crm.pipeline.Stage;
import org.sambandh.crm.pipeline.StageVisit;
import org.sambandh.crm.prediction.Encoding;
import org.sambandh.crm.prediction.Factor;
import org.sambandh.crm.prediction.Prediction;
import org.sambandh.crm.prediction.PredictionFactor;
import org.sambandh.crm.prediction.Slope;
import org.sambandh.crm.prediction.TrainingSettings;
import org.sambandh.crm.purchase.Settlement;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.settings.CalendarOverride;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.FiscalNaming;
import org.sambandh.crm.settings.FiscalPeriod;
import org.sambandh.crm.settings.FiscalUnit;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.settings.WeeklyWindow;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.task.TaskStatus;
import org.sambandh.crm.ticket.EscalationAction;
import org.sambandh.crm.ticket.EscalationPoint;
import org.sambandh.crm.ticket.EscalationStep;
import org.sambandh.crm.ticket.Hold;
import org.sambandh.crm.ticket.MeterReading;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServiceClock;
import org.sambandh.crm.ticket.ServiceGoal;
import org.sambandh.crm.ticket.ServiceOutcome;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.StatusVisit;
import org.sambandh.crm.ticket.TicketFields;
import org.sambandh.crm.ticket.TicketPhase;
import org.sambandh.crm.ticket.TicketStatus;

/** A full example of every type: everything that can be there is there, unless a type forbids it. */
final class Examples {

    static final Map<Class<?>, Object> GIVEN = new TreeMap<>(Comparator.comparing(Class::getName));

    static {
        GIVEN.put(String.class, "a1");
        GIVEN.put(Boolean.class, true);
        GIVEN.put(Integer.class, 1);
        GIVEN.put(Long.class, 1L);
        GIVEN.put(Double.class, 0.25);
        GIVEN.put(BigDecimal.class, new BigDecimal("1"));
        GIVEN.put(Instant.class, Instant.parse("2026-03-01T10:15:30.123456Z"));
        GIVEN.put(LocalDate.class, LocalDate.of(2026, 2, 28));
        GIVEN.put(LocalTime.class, LocalTime.of(9, 30));
        GIVEN.put(Duration.class, Duration.ofMinutes(90));
        GIVEN.put(Period.class, Period.ofMonths(1));
        GIVEN.put(ZoneId.class, ZoneId.of("Asia/Kolkata"));
        GIVEN.put(Locale.class, Locale.forLanguageTag("hi-IN"));
        GIVEN.put(Currency.class, Currency.getInstance("INR"));
        GIVEN.put(Class.class, Customer.class);
        GIVEN.put(Money.class, Money.of("12.50", "INR"));
        GIVEN.put(Validity.class, Validity.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        GIVEN.put(FileRef.class, new FileRef("files/1", "text/plain", 3, "0".repeat(64)));
        GIVEN.put(EntityRef.class, EntityRef.of(new CustomerId("c1")));
        GIVEN.put(EmailAddress.class, EmailAddress.of("asha@example.in"));
        GIVEN.put(PhoneNumber.class, new PhoneNumber("98765 43210", "+919876543210"));
        GIVEN.put(LocalDateTime.class, LocalDateTime.of(2026, 3, 1, 9, 30));
        GIVEN.put(
                Question.class,
                Question.of("q", "Which?", QuestionType.CHOICE, "one", "two").sets("size"));
        GIVEN.put(CallRules.class, CallRules.STANDARD);
        GIVEN.put(MonthDay.class, MonthDay.of(4, 1));
        GIVEN.put(ContactWindow.class, new ContactWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(18, 0)));
        GIVEN.put(
                WeeklyWindow.class,
                new WeeklyWindow(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(18, 0)));
        GIVEN.put(
                WorkingCalendar.class,
                WorkingCalendar.builder(ZoneId.of("Asia/Kolkata"))
                        .window(WeeklyWindow.weekdays(LocalTime.of(9, 0), LocalTime.of(13, 0)))
                        .window(WeeklyWindow.everyDay(LocalTime.of(22, 0), LocalTime.MIDNIGHT))
                        .holiday(LocalDate.of(2026, 1, 26))
                        .override(CalendarOverride.closed(
                                LocalDateTime.of(2026, 3, 2, 9, 0), LocalDateTime.of(2026, 3, 2, 11, 30)))
                        .override(CalendarOverride.open(
                                LocalDateTime.of(2026, 3, 7, 9, 0), LocalDateTime.of(2026, 3, 8, 0, 0)))
                        .build());
        GIVEN.put(
                CalendarOverride.class,
                CalendarOverride.closed(LocalDateTime.of(2026, 3, 2, 9, 0), LocalDateTime.of(2026, 3, 2, 11, 30)));
        GIVEN.put(
                TenantSettings.class,
                TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"))
                        .withLocale(Locale.forLanguageTag("hi-IN"))
                        .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL))
                        .withWorkingCalendar((WorkingCalendar) GIVEN.get(WorkingCalendar.class))
                        .withRounding(RoundingMode.HALF_EVEN)
                        .withSameLeadWithin(Duration.ofDays(14))
                        .withPublicMailDomains(Set.of())
                        .withRoleMailboxes(Set.of("info", "sales")));
        GIVEN.put(
                Preference.class,
                new Preference(Preference.Kind.ZONE, List.of("Asia/Kolkata"), "form", LocalDate.of(2026, 1, 1)));
        GIVEN.put(FiscalNaming.class, FiscalNaming.BOTH_YEARS);
        GIVEN.put(
                FiscalPeriod.class,
                new FiscalPeriod(
                        FiscalUnit.QUARTER, 2026, 1, 0, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), "Q1"));
        GIVEN.put(Organization.class, new Organization("steel", 12L, Money.of(5, "INR"), 1990, "example.in"));
        GIVEN.put(PostalAddress.class, new PostalAddress(List.of("1 Main Road"), "Pune", "MH", "411001", "IN"));
        GIVEN.put(
                Closing.class,
                new Closing(
                        Outcome.lost("price", "Acme"),
                        LocalDate.of(2026, 2, 27),
                        Instant.parse("2026-02-27T09:00:00Z"),
                        LocalDate.of(2026, 3, 1),
                        Instant.parse("2026-03-01T09:00:00Z"),
                        "they called"));
        GIVEN.put(
                DealHistory.class,
                new DealHistory(
                        LocalDate.of(2026, 2, 1),
                        Instant.parse("2026-02-01T09:00:00Z"),
                        LocalDate.of(2026, 2, 2),
                        List.of(new StageVisit(
                                "open",
                                "Open",
                                new BigDecimal("0.25"),
                                Instant.parse("2026-02-01T09:00:00Z"),
                                Instant.parse("2026-02-27T09:00:00Z"))),
                        List.of((Closing) GIVEN.get(Closing.class))));
        GIVEN.put(
                Stage.class,
                Stage.open("open", "Open", "0.25", ForecastCategory.PIPELINE)
                        .thenOnly("won", "lost")
                        .enteredWhen(Conditions.where(OpportunityFields.NAME, Tests.present())));
        GIVEN.put(
                Settlement.class,
                Settlement.payment(
                        new ExternalRef("bank", "line", "1"), LocalDate.of(2026, 3, 2), Money.of("2.50", "INR")));
        GIVEN.put(
                Explanation.class,
                new Explanation("a", true, "b", List.of(new Explanation("c", false, "d", List.of()))));
        GIVEN.put(
                Criterion.class,
                Criterion.of(
                                "clicks",
                                "Clicks",
                                8,
                                Customer.class,
                                Conditions.count(InteractionFields.INTERACTIONS, Window.ever(), Tests.atLeast(1)))
                        .eachTime()
                        .halfLife(7)
                        .cappedAt(12));
        GIVEN.put(
                ServiceRule.class,
                ServiceRule.of("gold", new PriorityTarget(1, Duration.ofHours(1), Duration.ofHours(8)))
                        .when(Conditions.where(TicketFields.CATEGORY, Tests.is("network")))
                        .by("a1")
                        .escalating(new EscalationStep(
                                "warn",
                                ServiceGoal.RESOLUTION,
                                new EscalationPoint.AtPercent(80),
                                new EscalationAction.Notify("owner"))));
        GIVEN.put(
                ServiceClock.class,
                new ServiceClock(
                        "a1",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Duration.ofHours(8),
                        List.of(new Hold(Instant.parse("2026-03-01T11:00:00Z"), Instant.parse("2026-03-01T12:00:00Z"))),
                        null,
                        Instant.parse("2026-03-01T13:00:00Z"),
                        Instant.parse("2026-03-01T19:00:00Z"),
                        ServiceOutcome.MET));
        GIVEN.put(
                MeterReading.class, new MeterReading(1, "km", LocalDate.of(2026, 2, 28), new BigDecimal("12.5"), null));
        GIVEN.put(Rule.class, Rule.of(Customer.class, Conditions.where(CustomerFields.REGISTERED_AT, Tests.present())));
        GIVEN.put(Rule.Valid.class, GIVEN.get(Rule.class));
        // What is wrong with a rule is found anew whenever it is read.
        GIVEN.put(
                Rule.Broken.class, Catalogs.JSON.readRule(Customer.class, "{\"any\":[{\"field\":\"gone\",\"is\":1}]}"));
        GIVEN.put(
                Encoding.class,
                new Encoding(
                        "employees",
                        FieldType.Kind.NUMBER,
                        false,
                        List.of(new BigDecimal("12.5"), new BigDecimal("1000")),
                        List.of()));
        GIVEN.put(
                Factor.class,
                new Factor(
                        List.of((Encoding) GIVEN.get(Encoding.class)),
                        List.of(
                                new BigDecimal("0.123456789"),
                                new BigDecimal("-1"),
                                new BigDecimal("0"),
                                new BigDecimal("2")),
                        new BigDecimal("0.5"),
                        new Slope(new BigDecimal("10"), new BigDecimal("0.5"), new BigDecimal("-3"))));
        GIVEN.put(TrainingSettings.class, TrainingSettings.USUAL);
        GIVEN.put(
                Prediction.class,
                new Prediction(
                        new BigDecimal("0.5"),
                        new BigDecimal("3"),
                        new BigDecimal("2"),
                        List.of(new PredictionFactor(List.of("a"), new BigDecimal("1"), new BigDecimal("4"), "said")),
                        "said"));
        GIVEN.put(
                Attributes.class,
                Attributes.of(Map.of(
                        "tier", "gold",
                        "vip", true,
                        "spend", new BigDecimal("12.50"),
                        "since", LocalDate.of(2026, 1, 2),
                        "seen", Instant.parse("2026-03-01T00:00:00Z"),
                        "limit", Money.of("10.00", "INR"),
                        "tags", List.of("a", "b"))));
    }

    /** Where the example of a type will not do for one property of one entity; null leaves it out. */
    private static final Map<String, IntFunction<Object>> PROPERTIES = properties();

    private static Map<String, IntFunction<Object>> properties() {
        Map<String, IntFunction<Object>> properties = new TreeMap<>();
        properties.put("DuplicateCandidate.second", round -> new CustomerId("c2"));
        properties.put("Lead.conversion", round -> round == 0 ? new ConversionId("a1") : null);
        properties.put(
                "Lead.status", round -> round == 0 ? new LeadStatus("won", LeadPhase.CONVERTED) : LeadStatus.NEW);
        properties.put("LeadProcess.statuses", round -> LeadStatus.STANDARD);
        properties.put("Relationship.to", round -> new CustomerId("c2"));
        properties.put("User.manager", round -> new UserId("u2"));
        properties.put("CallEntry.state", round -> CallState.CALL_BACK);
        properties.put("Task.closedAt", round -> round == 0 ? null : GIVEN.get(Instant.class));
        properties.put("Task.status", round -> TaskStatus.values()[round]);
        properties.put(
                "Pipeline.stages",
                round -> List.of((Stage) GIVEN.get(Stage.class), Stage.won("won", "Won"), Stage.lost("lost", "Lost")));
        properties.put("TicketProcess.statuses", round -> TicketStatus.STANDARD);
        properties.put(
                "Ticket.history",
                round -> List.of(
                        new StatusVisit(
                                "new",
                                TicketPhase.NEW,
                                (Instant) GIVEN.get(Instant.class),
                                Instant.parse("2026-03-01T11:00:00Z")),
                        new StatusVisit(
                                "open", TicketPhase.values()[round], Instant.parse("2026-03-01T11:00:00Z"), null)));
        return properties;
    }

    private Examples() {}

    static Object of(Type type, int round) {
        Class<?> raw = Types.raw(type);
        Object given = GIVEN.get(raw.isPrimitive() ? boxed(raw) : raw);
        if (given != null) {
            return given;
        } else if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return constants[round % constants.length];
        } else if (raw == Optional.class) {
            return Optional.of(of(Types.argument(type, 0), round));
        } else if (Map.class.isAssignableFrom(raw)) {
            return new TreeMap<>(Map.of(of(Types.argument(type, 0), round), of(Types.argument(type, 1), round)));
        } else if (Set.class.isAssignableFrom(raw)) {
            Object element = of(Types.argument(type, 0), round);
            return element instanceof Comparable ? new TreeSet<>(Set.of(element)) : Set.of(element);
        } else if (Collection.class.isAssignableFrom(raw)) {
            return List.of(of(Types.argument(type, 0), round));
        } else if (raw.isInterface() && raw.isSealed()) {
            return of(
                    Types.like(Types.records(raw).get(round % Types.records(raw).size()), type), round);
        } else if (raw.isRecord()) {
            return record(type, raw, round);
        } else if (Entity.class.isAssignableFrom(raw)) {
            return entity(raw, round);
        }
        throw new IllegalArgumentException("no example of " + type);
    }

    private static Object record(Type type, Class<?> raw, int round) {
        RecordComponent[] components = raw.getRecordComponents();
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(c -> of(Types.resolve(c.getGenericType(), type), round))
                .toArray();
        try {
            return raw.getConstructor(parameters).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(raw.getName() + " needs an example: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(raw.getName(), e);
        }
    }

    private static Object entity(Class<?> raw, int round) {
        try {
            Method factory = Arrays.stream(raw.getMethods())
                    .filter(m ->
                            Modifier.isStatic(m.getModifiers()) && m.getName().equals("builder"))
                    .findFirst()
                    .orElseThrow();
            Object builder = factory.invoke(null, of(factory.getParameterTypes()[0], round));
            for (Method getter : raw.getMethods()) {
                for (Method setter : builder.getClass().getMethods()) {
                    if (getter.getParameterCount() == 0
                            && getter.getDeclaringClass() != Object.class
                            && !getter.isBridge()
                            && setter.getName().equals(getter.getName())
                            && setter.getParameterCount() == 1) {
                        IntFunction<Object> special = PROPERTIES.get(raw.getSimpleName() + "." + getter.getName());
                        Object value =
                                special == null ? of(getter.getGenericReturnType(), round) : special.apply(round);
                        setter.invoke(builder, value instanceof Optional<?> o ? o.orElseThrow() : value);
                    }
                }
            }
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(raw.getName() + " needs an example: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(raw.getName(), e);
        }
    }

    private static Class<?> boxed(Class<?> primitive) {
        return Array.get(Array.newInstance(primitive, 1), 0).getClass();
    }
}
