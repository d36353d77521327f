package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.product.WarrantyTerms;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.team.Ownership;

/** What another tenant has is answered like what nobody has, by every method of the three services. */
class TicketTenantsTest {

    private static final Set<Class<?>> NAMING = Set.of(
            TicketId.class, AssetId.class, CustomerId.class, ServicePolicyId.class, NewTicket.class, NewAsset.class);
    private static final ExternalRef REF = new ExternalRef("erp", "x", "1");

    private final Bench bench = new Bench();
    private final CrmSession mine = bench.as("mine");
    private final CrmSession theirs = bench.as("theirs");
    private final Names foreign = foreign();
    private final Names missing = new Names(
            new TicketId("none-t"),
            new AssetId("none-a"),
            new CustomerId("none-p"),
            new ServicePolicyId("none-s"),
            new InteractionId("none-i"));

    private record Names(
            TicketId ticket, AssetId asset, CustomerId party, ServicePolicyId policy, InteractionId interaction) {

        String hide(String text) {
            return text.replace(ticket.value(), "T")
                    .replace(asset.value(), "A")
                    .replace(party.value(), "P")
                    .replace(policy.value(), "S")
                    .replace(interaction.value(), "I");
        }
    }

    private Names foreign() {
        CustomerId asha =
                theirs.customers().register(NewCustomer.person("Asha")).id();
        ServicePolicyId policy = new ServicePolicyId("theirs-only");
        theirs.servicePolicies()
                .save(ServicePolicy.builder(policy)
                        .calendars(Map.of("c", WorkingCalendar.always(java.time.ZoneOffset.UTC)))
                        .rules(List.of(Bench.usual()))
                        .build());
        AssetId asset = theirs.assets()
                .upsert(REF, NewAsset.named("Drill").customer(asha).serialNumber("s1"))
                .entity()
                .id();
        Ticket ticket = theirs.tickets()
                .upsert(REF, NewTicket.about("x").customer(asha).asset(asset).policy(policy))
                .entity();
        InteractionId answer = theirs.interactions()
                .log(NewInteraction.email(Direction.OUTBOUND).regarding(ticket.ref()))
                .id();
        return new Names(ticket.id(), asset, asha, policy, answer);
    }

    static Stream<Method> methods() {
        return Stream.of(Tickets.class, Assets.class, ServicePolicies.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(NAMING::contains));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatIsForeignIsAnsweredLikeWhatIsMissingAndLeftAlone(Method method) throws ReflectiveOperationException {
        int before = theirs.changes().since(null, 1_000).size();
        String ofForeign = foreign.hide(answer(method, foreign));
        String ofMissing = missing.hide(answer(method, missing));

        assertThat(ofForeign).isEqualTo(ofMissing);
        if (!Page.class.isAssignableFrom(method.getReturnType())) {
            assertThat(ofForeign).startsWith(NotFound.class.getName());
        }
        assertThat(theirs.changes().since(null, 1_000)).hasSize(before);
        assertThat(mine.changes().since(null, 10)).isEmpty();
    }

    private String answer(Method method, Names names) throws ReflectiveOperationException {
        Object service = method.getDeclaringClass() == Tickets.class
                ? mine.tickets()
                : method.getDeclaringClass() == Assets.class ? mine.assets() : mine.servicePolicies();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, names))
                .toArray();
        try {
            return String.valueOf(method.invoke(service, arguments));
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getName() + " " + e.getCause().getMessage();
        }
    }

    private static Object argument(Class<?> type, Names names) {
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        return Stream.of(
                        names.ticket,
                        names.asset,
                        names.party,
                        names.policy,
                        names.interaction,
                        REF,
                        NewTicket.about("x")
                                .customer(names.party)
                                .asset(names.asset)
                                .policy(names.policy),
                        NewAsset.named("x").customer(names.party),
                        LocalDate.of(2026, 3, 1),
                        BigDecimal.ONE,
                        WarrantyTerms.ofMonths(1),
                        Ownership.of(new UserId("meera")),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Duration.ZERO,
                        "x")
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
