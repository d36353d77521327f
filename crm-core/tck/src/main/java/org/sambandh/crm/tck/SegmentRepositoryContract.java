package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.segment.Segment;

/** The contract of {@link org.sambandh.crm.segment.SegmentRepository}. */
public abstract class SegmentRepositoryContract extends RepositoryContract<Segment, SegmentId> {

    /** Begins the contract. */
    protected SegmentRepositoryContract() {
        super(Segment.class);
    }

    @Override
    protected Segment changed(Segment entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Segment claiming(Segment entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }

    @Test
    void thousandsOfIncludesComeBack() {
        Set<String> includes = new TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            includes.add(Samples.id("customer", i));
        }
        Segment saved = bench().save(
                        bench().sample("s-1", 0).toBuilder().includes(includes).build());
        assertThat(bench().load(saved).includes()).isEqualTo(includes);
    }

    @Test
    void aRuleThatIsBrokenComesBackAsItWasWritten() {
        String written = "{\"field\": \"nobodyKnows\",\n \"is\": 1}";
        Segment given = bench().sample("s-1", 0).toBuilder()
                .rule(new Rule.Broken<>(Customer.class, "$.field", "no such field", written))
                .build();
        Segment saved = bench().save(given);
        assertThat(bench().load(saved).rule())
                .hasValueSatisfying(
                        rule -> assertThat(((Rule.Broken<?>) rule).source()).isEqualTo(written));
    }
}
