package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.purchase.Shop.pieces;
import static org.sambandh.crm.purchase.Shop.rupees;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Units;

/** What another tenant has is answered like what nobody has, by every method of the services. */
class PurchaseTenantsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Shop theirs = new Shop();
    private final Units mine = theirs.world.units(new TenantId("mine"));
    private final Purchase purchase = theirs.bought("1", theirs.drills(2));
    private final PurchaseReturn given = theirs.returned("1", purchase, 1);
    private final Invoice invoice = theirs.invoices
            .issue(Shop.order("1"), NewInvoice.to(theirs.asha, DAY, DAY, rupees("1.00")))
            .entity();
    private final Names foreign =
            new Names(theirs.asha, purchase.id(), given.id(), invoice.id(), Shop.order("1"), Shop.back("1"));
    private final Names missing = new Names(
            new CustomerId("none-c"),
            new PurchaseId("none-p"),
            new PurchaseReturnId("none-r"),
            new InvoiceId("none-i"),
            Shop.order("none"),
            Shop.back("none"));

    private record Names(
            CustomerId party,
            PurchaseId purchase,
            PurchaseReturnId given,
            InvoiceId invoice,
            ExternalRef order,
            ExternalRef back) {

        String hide(String text) {
            return text.replace(party.value(), "C")
                    .replace(purchase.value(), "P")
                    .replace(given.value(), "R")
                    .replace(invoice.value(), "I");
        }
    }

    static Stream<Method> methods() {
        return Stream.of(Purchases.class, Invoices.class, Credits.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> !Modifier.isStatic(m.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatIsForeignIsAnsweredLikeWhatIsMissingAndLeftAlone(Method method) throws ReflectiveOperationException {
        theirs.credits.hold(theirs.asha, "late");
        int before = theirs.world.events().size();
        String ofForeign = foreign.hide(answer(method, foreign));
        String ofMissing = missing.hide(answer(method, missing));

        assertThat(ofForeign).isEqualTo(ofMissing);
        assertThat(theirs.world.events()).hasSize(before);
        List<Event> told = mine.run(unit -> unit.get(EventRepository.class)
                .find(Query.<Event>all(unit.moment()))
                .items());
        assertThat(told).isEmpty();
        boolean looksUp =
                List.of("latest", "open", "findByRef", "findReturnByRef").contains(method.getName());
        assertThat(ofForeign.startsWith(NotFound.class.getName())).isNotEqualTo(looksUp);
    }

    @Test
    void everyMethodOfTheServicesIsAsked() {
        assertThat(methods().map(Method::getName))
                .hasSize(26)
                .contains("record", "recordReturn", "correct", "withdraw", "summaryOf", "issue", "settle", "hold");
    }

    private String answer(Method method, Names names) throws ReflectiveOperationException {
        Object service = method.getDeclaringClass().getConstructor(Units.class).newInstance(mine);
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, names))
                .toArray();
        try {
            return String.valueOf(method.invoke(service, arguments));
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getName() + " " + e.getCause().getMessage();
        }
    }

    private Object argument(Class<?> type, Names names) {
        if (type == int.class) {
            return 5;
        }
        List<Object> known = List.of(
                names.party,
                names.purchase,
                names.given,
                names.invoice,
                names.order,
                NewPurchase.by(names.party, theirs.daysAgo(1)).line("1", Shop.DRILL, pieces(1), rupees("5.00")),
                NewReturn.of(names.order, theirs.daysAgo(0)).line("1", pieces(1)),
                NewInvoice.to(names.party, DAY, DAY, rupees("1.00")),
                Settlement.payment(names.back, DAY, rupees("1.00")),
                DAY,
                "why");
        return known.stream().filter(type::isInstance).findFirst().orElse(null);
    }
}
