package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;

/** What one page of a timeline costs does not depend on how much is logged, for this party or for others. */
class TimelineCostTest {

    private static final int MANY = 50_000;
    private static final int PAGE = 20;

    private final List<Query<Interaction>> asked = new ArrayList<>();
    private final World world = new World(store -> store.replace(
            InteractionRepository.class, repos -> new Asked(repos.get(InteractionRepository.class), asked)));
    private final Interactions log = world.interactions();
    private final CustomerId asha = world.person("Asha Rao");
    private final CustomerId other = world.person("Other");

    @Test
    void fiftyThousandEntriesOfThisPartyAndOfOthersLeaveThePageAsItWas() {
        add(asha, 1_500, 0);
        List<Interaction> items = log.timeline(asha, PAGE).items();
        long few = cost();

        add(other, MANY, 0);
        assertThat(cost()).isLessThan(3 * few);
        assertThat(log.timeline(asha, PAGE).items()).isEqualTo(items);

        add(asha, MANY, 3_000);
        assertThat(cost()).isLessThan(3 * few);
        assertThat(log.timeline(asha, PAGE).items()).isEqualTo(items);
    }

    @Test
    void aPageBehindAGapOfFiftyThousandEntriesOfOthersIsOneQueryToo() {
        add(asha, 1_500, 9_000);
        add(other, MANY, 0);
        Page<Interaction> first = log.timeline(asha, PAGE);
        asked.clear();
        Page<Interaction> second = log.timeline(asha, PAGE, first.next().orElseThrow());

        assertThat(second.items()).hasSize(PAGE).doesNotContainAnyElementsOf(first.items());
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).limit()).isEqualTo(PAGE);
    }

    /** Bytes allocated for one page: what is read and sorted shows there, and not the speed of the machine. */
    private long cost() {
        log.timeline(asha, PAGE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        asked.clear();
        Page<Interaction> page = log.timeline(asha, PAGE);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(page.items()).hasSize(PAGE);
        assertThat(asked).hasSize(1);
        return after - before;
    }

    private void add(CustomerId party, int count, int daysAgo) {
        world.units().run(unit -> {
            List<Interaction> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(Interaction.builder(unit.newId(InteractionId.class, InteractionId::new))
                        .recordedAt(unit.now())
                        .occurredAt(unit.now().minus(Duration.ofDays(daysAgo)).minusSeconds(i))
                        .channel(Channel.EMAIL)
                        .direction(OUTBOUND)
                        .participants(List.of(Participant.of(Participant.Role.TO, party)))
                        .build());
            }
            return unit.get(InteractionRepository.class).save(entries);
        });
    }

    /** Notes every query. */
    private static final class Asked extends ForwardingRepository<Interaction, InteractionId>
            implements InteractionRepository {

        private final List<Query<Interaction>> queries;

        Asked(Repository<Interaction, InteractionId> inner, List<Query<Interaction>> queries) {
            super(inner);
            this.queries = queries;
        }

        @Override
        public Page<Interaction> find(Query<Interaction> query) {
            queries.add(query);
            return super.find(query);
        }
    }
}
