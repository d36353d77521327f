package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.PersonName;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.segment.SegmentRefresh;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.task.NewTask;

/** Calls every method of every service, found by reflection, with what it should refuse. */
class HostileCallsTest {

    private static final String MARK = "Zaphodmark";
    private static final int TRIES = 10;
    private static final int FEWEST_CALLS = 1_500;

    /** What takes a query, field or plan of one subject: that of another subject would break in the caller's hands. */
    private static final Set<String> TYPED = Set.of(
            "customers.find",
            "customers.set",
            "imports.run",
            "leads.commit",
            "leads.confirm",
            "leads.dismiss",
            "leads.find",
            "leads.preview",
            "leads.revertConversion",
            "leads.set",
            "opportunities.addLine",
            "opportunities.change",
            "opportunities.changeLine",
            "opportunities.find",
            "opportunities.set",
            "predictions.count",
            "predictions.train",
            "predictions.upsert",
            "products.find",
            "scores.define",
            "scores.upsert",
            "surveys.provenance");

    private final Crm library = Crm.inMemory(
            TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")),
            InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    private final CrmSession owner = library.as(new TenantId("owner"), Actor.user("u1"));
    private final CrmSession stranger = library.as(new TenantId("stranger"), Actor.user("u1"));
    private final Random random = new Random(20261123);
    private final List<Object> values = new ArrayList<>();
    private final List<Object> ids = new ArrayList<>();
    private final Set<String> uncalled = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();
    private EntityRef party = new EntityRef("customer", "none");

    private void fill() {
        Customer asha = owner.customers()
                .register(NewCustomer.person(MARK + " Rao")
                        .email(MARK + "@example.in")
                        .phone("+919812345678")
                        .externalRef(new ExternalRef("erp", "debtor", MARK)));
        Customer firm = owner.customers().register(NewCustomer.organization(MARK + " Ltd"));
        party = EntityRef.of(asha.id());
        ids.add(asha.id());
        ids.add(firm.id());
        ids.add(owner.customers()
                .relate(asha.id(), RelationshipType.of("employee_of"), firm.id())
                .id());
        ids.add(owner.interactions().log(mail(asha)).id());
        ids.add(owner.opportunities()
                .open(NewOpportunity.named(MARK).customer(asha.id()))
                .id());
        ids.add(owner.tasks().plan(NewTask.of(MARK).regarding(party)).id());
        HostileStock stock = new HostileStock(owner, asha.id(), MARK);
        ids.addAll(stock.naming);
        values.addAll(stock.plain);
        values.addAll(ids);
        values.addAll(
                List.of(asha, firm, mail(asha), party, new UserId("u1"), PersonName.of(MARK), MARK, "x", "", 5, -1));
        values.addAll(
                List.of(NewCustomer.person(MARK), NewOpportunity.named(MARK).customer(asha.id()), Customer.class));
        values.addAll(List.of(NewTask.of(MARK).regarding(party), Money.of(-1, "INR"), new Cursor("AQ"), Instant.MAX));
        values.addAll(List.of(Duration.ofDays(-1), Duration.ofDays(3), LocalDate.MAX, Conditions.always()));
        values.addAll(List.of(ContactPoint.email(MARK + "@example.in"), new ExternalRef("erp", "debtor", MARK)));
    }

    private static NewInteraction mail(Customer party) {
        return NewInteraction.email(Direction.INBOUND).with(party.id());
    }

    private interface Seen {
        void call(String name, Object[] arguments, @Nullable Object result, @Nullable Throwable refusal);
    }

    private int drive(CrmSession session, Seen seen) throws IllegalAccessException, InvocationTargetException {
        int calls = 0;
        for (Method service : CrmSession.class.getMethods()) {
            if (!isService(service.getReturnType()) || service.getParameterCount() > 0) {
                continue;
            }
            Object called = service.invoke(session);
            for (Method method : called.getClass().getMethods()) {
                boolean ours =
                        method.getDeclaringClass() == called.getClass() && !Modifier.isStatic(method.getModifiers());
                for (int i = 0; ours && i < TRIES; i++) {
                    Object[] arguments = arguments(method);
                    if (arguments == null) {
                        uncalled.add(service.getName() + "." + method.getName());
                        break;
                    }
                    calls++;
                    String name = service.getName() + "." + method.getName();
                    try {
                        seen.call(name, arguments, method.invoke(called, arguments), null);
                    } catch (InvocationTargetException e) {
                        seen.call(name, arguments, null, e.getCause());
                    }
                }
            }
        }
        return calls;
    }

    /** The session also hands out the moment and the catalogue, which are no services. */
    private static boolean isService(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .anyMatch(c -> List.of(c.getParameterTypes()).equals(List.of(Units.class)));
    }

    private Object @Nullable [] arguments(Method method) {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            Object chosen = fixed(type);
            if (chosen == null) {
                List<Object> fitting = values.stream().filter(type::isInstance).toList();
                chosen = fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
            }
            if (chosen == null && !mayBeNull(method.getParameters()[i])) {
                return null;
            }
            arguments[i] = chosen;
        }
        return arguments;
    }

    private static boolean mayBeNull(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable Object fixed(Class<?> type) {
        if (type == int.class) {
            return random.nextInt(4) * 5 - 1;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == UnaryOperator.class) {
            return UnaryOperator.identity();
        } else if (type == EntityRef[].class) {
            return new EntityRef[] {party};
        } else if (type == Condition.class) {
            return Conditions.always();
        } else if (type == List.class || type == Collection.class) {
            return List.of();
        }
        return type.isEnum() ? type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)] : null;
    }

    private static void tellsNothing(String name, @Nullable Object text) {
        String folded = String.valueOf(text).toLowerCase(Locale.ROOT);
        assertThat(folded).as(name).doesNotContain("812345678").doesNotContain("@example");
        assertThat(folded.contains(MARK.toLowerCase(Locale.ROOT)))
                .as("%s tells a name", name)
                .isFalse();
    }

    @Test
    void everyRefusalIsTypedAndTellsNothingPersonal() throws ReflectiveOperationException {
        fill();

        int calls = drive(owner, (name, arguments, result, refusal) -> {
            for (Throwable e = refusal; e != null; e = e.getCause()) {
                assertThat(e).as(name).isInstanceOf(CrmException.class);
                tellsNothing(name, e.getMessage());
            }
            // The name of a segment is the tenant's word, not a person's.
            if (!name.startsWith("segments") && !name.startsWith("overview")) {
                tellsNothing(name, result);
            }
        });

        assertThat(calls).isGreaterThan(FEWEST_CALLS);
    }

    @Test
    void anotherTenantsIdsFindNothingAndChangeNothing() throws ReflectiveOperationException {
        fill();
        int before = owner.changes().since(null, 10_000).size();

        int calls = drive(stranger, (name, arguments, result, refusal) -> {
            boolean codes = name.startsWith("campaigns") || name.startsWith("surveys");
            boolean foreign =
                    Arrays.stream(arguments).anyMatch(a -> ids.contains(a) && (codes || !(a instanceof String)));
            boolean nothing = result == null
                    || Boolean.FALSE.equals(result)
                    || Integer.valueOf(0).equals(result)
                    || (result instanceof Optional<?> maybe && maybe.isEmpty())
                    || (result instanceof Page<?> page && page.items().isEmpty())
                    || (result instanceof Collection<?> found
                            && found.stream().allMatch(SegmentRefresh.class::isInstance));
            assertThat(nothing || !foreign).as(name).isTrue();
            if (foreign) {
                asked.add(name.substring(0, name.indexOf('.')));
            }
        });

        assertThat(calls).isGreaterThan(FEWEST_CALLS);
        assertThat(owner.changes().since(null, 10_000)).hasSize(before);
        assertThat(uncalled).isSubsetOf(TYPED);
        assertThat(asked)
                .contains("products", "priceBooks", "purchases", "invoices", "credits", "tickets", "servicePolicies")
                .contains("assets", "campaigns", "calls", "surveys", "leads", "scores", "segments", "teams")
                .contains("predictions");
    }
}
