package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.team.Ownership;

/** What another tenant has is answered like what nobody has, by every method of the service. */
class LeadTenantsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");
    private static final Set<Class<?>> NAMING = Set.of(
            LeadId.class,
            CustomerId.class,
            DuplicateCandidateId.class,
            ConversionId.class,
            ConversionPlan.class,
            ConversionPreview.class,
            ExternalRef.class,
            Enquiry.class,
            Query.class);

    private final Crm crm =
            Crm.inMemory(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> NOW);
    private final CrmSession mine = crm.as(new TenantId("mine"), Actor.user("meera"));
    private final CrmSession theirs = crm.as(new TenantId("theirs"), Actor.user("dev"));
    private final Names foreign = foreign();
    private final Names missing = new Names(
            new LeadId("none-l"),
            new CustomerId("none-p"),
            new DuplicateCandidateId("none-d"),
            new ConversionId("none-c"),
            new OpportunityId("none-o"),
            new ExternalRef("web", "form", "none"));

    /** One of each that a caller can name. */
    private record Names(
            LeadId lead,
            CustomerId party,
            DuplicateCandidateId candidate,
            ConversionId conversion,
            OpportunityId deal,
            ExternalRef ref) {

        String hide(String text) {
            return text.replace(lead.value(), "L")
                    .replace(party.value(), "P")
                    .replace(candidate.value(), "D")
                    .replace(conversion.value(), "C")
                    .replace(deal.value(), "O");
        }
    }

    private Names foreign() {
        CustomerId known = theirs.customers()
                .register(NewCustomer.person("Asha").phone("+919812345678"))
                .id();
        ExternalRef ref = new ExternalRef("web", "form", "1");
        LeadId open = theirs.leads()
                .upsert(ref, Enquiry.from("Rohan").phone("+919812345678"))
                .entity()
                .id();
        LeadId other = ((IntakeResult.Taken) theirs.leads().receive(Enquiry.from("Other"))).lead();
        Conversion done = theirs.leads()
                .commit(theirs.leads()
                        .preview(theirs.leads().planConversion(other).open(NewOpportunity.named("Drills"))));
        return new Names(
                open,
                known,
                theirs.leads().duplicateCandidates(known).get(0).id(),
                done.id(),
                done.opportunity().orElseThrow(),
                ref);
    }

    static Stream<Method> methods() {
        return Arrays.stream(Leads.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(NAMING::contains));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatIsForeignIsAnsweredLikeWhatIsMissingAndLeftAlone(Method method) throws ReflectiveOperationException {
        List<?> before = theirState();
        String ofForeign = foreign.hide(answer(method, foreign));
        String ofMissing = missing.hide(answer(method, missing));

        assertThat(ofForeign).isEqualTo(ofMissing);
        assertThat(theirState()).isEqualTo(before);
        assertThat(mine.changes().since(null, 10)).isEmpty();
        if (Arrays.asList(method.getParameterTypes()).contains(LeadId.class)) {
            assertThat(ofForeign).startsWith(NotFound.class.getName());
        }
    }

    @Test
    void methodsThatNameNothingAreTheOnlyOnesLeftOut() {
        assertThat(Arrays.stream(Leads.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                        .filter(m -> methods().noneMatch(m::equals))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("process", "declareProcess");
    }

    @Test
    void foreignPartiesAndDealsAreMissingForAnEnquiryOfOnesOwn() throws ReflectiveOperationException {
        LeadId own = ((IntakeResult.Taken) mine.leads().receive(Enquiry.from("Mine"))).lead();
        for (String call : List.of("reattach", "preview", "commit")) {
            Method method =
                    methods().filter(m -> m.getName().equals(call)).findFirst().orElseThrow();
            Names theirOnes = withLead(foreign, own);
            Names nobodys = withLead(missing, own);
            assertThat(theirOnes.hide(answer(method, theirOnes)))
                    .as(call)
                    .isEqualTo(nobodys.hide(answer(method, nobodys)));
        }
        assertThat(mine.leads().get(own).isOpen()).isTrue();
    }

    private static Names withLead(Names names, LeadId lead) {
        return new Names(lead, names.party, names.candidate, names.conversion, names.deal, names.ref);
    }

    private List<?> theirState() {
        return List.of(
                theirs.changes().since(null, 1_000),
                theirs.leads().get(foreign.lead).revision(),
                theirs.leads().duplicateCandidates(foreign.party).get(0).status());
    }

    /** What a caller sees: the answer, or the refusal with its words. */
    private String answer(Method method, Names names) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, names))
                .toArray();
        try {
            Object answer = method.invoke(mine.leads(), arguments);
            return answer instanceof ConversionPreview preview
                    ? preview.steps() + " " + preview.obstacles()
                    : String.valueOf(answer);
        } catch (InvocationTargetException e) {
            return e.getCause().getClass().getName() + " " + e.getCause().getMessage();
        }
    }

    private Object argument(Class<?> type, Names names) {
        ConversionPlan plan = new ConversionPlan(
                names.conversion,
                names.lead,
                PartyTarget.existing(names.party),
                PartyTarget.none(),
                new DealTarget.Existing(names.deal));
        Query<Lead> query = Query.of(where(LeadFields.ID, is(names.lead)), mine.inUnit(Unit::moment));
        Enquiry enquiry = Enquiry.from("Rohan").introducedBy(names.party);
        EntityRef seen = EntityRef.of(names.lead);
        ConversionPreview preview = new ConversionPreview(plan, List.of(), List.of(), Map.of(seen, new Revision(1)));
        List<Object> known = List.of(
                names.lead,
                names.party,
                names.candidate,
                names.conversion,
                names.ref,
                plan,
                preview,
                query,
                enquiry,
                DiscardReason.SPAM,
                Ownership.of(new UserId("meera")));
        if (Field.One.class.isAssignableFrom(type)) {
            return LeadFields.PRODUCT_TEXT;
        }
        return known.stream()
                .filter(type::isInstance)
                .filter(o -> type != Object.class)
                .findFirst()
                .orElse("working");
    }
}
