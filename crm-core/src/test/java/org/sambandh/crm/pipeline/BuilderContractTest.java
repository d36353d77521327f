package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.team.Ownership;

/** What stores and JSON rely on: for every setter of a builder an accessor of that name, and a copy that is equal. */
class BuilderContractTest {

    private static final Opportunity FULL = TestDeals.lostReopenedWon("d").toBuilder()
            .revision(new Revision(7))
            .probabilityByHand(BigDecimal.ZERO)
            .lines(List.of(Line.unpriced(new ProductId("mill"), INR)))
            .expectedClose(LocalDate.parse("2026-06-30"))
            .owner(Ownership.of(new UserId("asha")))
            .stakeholders(List.of(Stakeholder.of(new CustomerId("buyer"), "payer")))
            .brand(new Brand("home"))
            .lead(new LeadId("l"))
            .externalRefs(List.of(new ExternalRef("erp", "quote", "Q-1")))
            .attributes(Attributes.of(Map.of("tier", "gold")))
            .build();

    private static Map<String, Object> state(Object entity, Class<?> builder) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        for (Method setter : builder.getDeclaredMethods()) {
            if (Modifier.isPublic(setter.getModifiers()) && setter.getParameterCount() == 1) {
                Object value = entity.getClass().getMethod(setter.getName()).invoke(entity);
                values.put(setter.getName(), value instanceof Optional<?> some ? some.orElseThrow() : value);
            }
        }
        return values;
    }

    private static void rebuilds(Object entity, Object blankBuilder) throws ReflectiveOperationException {
        Map<String, Object> values = state(entity, blankBuilder.getClass());
        for (Method setter : blankBuilder.getClass().getDeclaredMethods()) {
            if (values.containsKey(setter.getName()) && setter.getParameterCount() == 1) {
                setter.invoke(blankBuilder, values.get(setter.getName()));
            }
        }
        Object rebuilt = blankBuilder.getClass().getMethod("build").invoke(blankBuilder);
        assertThat(state(rebuilt, blankBuilder.getClass())).isEqualTo(values);
    }

    @Test
    void everyPartOfADealAPipelineAndASnapshotSurvivesItsBuilder() throws ReflectiveOperationException {
        rebuilds(FULL, Opportunity.builder(FULL.id()));
        Pipeline pipeline = Pipeline.standard().toBuilder()
                .revision(new Revision(7))
                .externalRefs(List.of(new ExternalRef("erp", "funnel", "1")))
                .build();
        rebuilds(pipeline, Pipeline.builder(pipeline.id()));
        PipelineSnapshot snapshot = PipelineSnapshot.builder(new SnapshotId("s"))
                .revision(new Revision(7))
                .date(LocalDate.parse("2026-04-01"))
                .recordedAt(TestDeals.instant("2026-04-01"))
                .rows(List.of(SnapshotRow.of(TestDeals.aDeal("d"))))
                .build();
        rebuilds(snapshot, PipelineSnapshot.builder(snapshot.id()));
    }

    @Test
    void aDealThatDiffersInAnyPartButTheRevisionIsNotTheSame() throws ReflectiveOperationException {
        Opportunity other = TestDeals.aDeal("d").toBuilder()
                .name("other")
                .customer(new CustomerId("other"))
                .pipeline(new PipelineId("other"))
                .amount(inr("1"))
                .stageProbability(new BigDecimal("0.01"))
                .build();
        assertThat(DealRules.same(
                        FULL, FULL.toBuilder().revision(new Revision(8)).build()))
                .isTrue();
        for (Method setter : Opportunity.Builder.class.getDeclaredMethods()) {
            boolean isState = Modifier.isPublic(setter.getModifiers()) && setter.getParameterCount() == 1;
            if (isState && !List.of("revision", "customer").contains(setter.getName())) {
                Object value = Opportunity.class.getMethod(setter.getName()).invoke(other);
                Opportunity.Builder builder = FULL.toBuilder();
                setter.invoke(builder, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
                assertThat(DealRules.same(FULL, builder.build()))
                        .as(setter.getName())
                        .isFalse();
            }
        }
        assertThat(Arrays.stream(Opportunity.Builder.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() == 1))
                .hasSize(17);
        assertThat(DealRules.same(
                        FULL, FULL.toBuilder().customer(new CustomerId("other")).build()))
                .isFalse();
    }
}
