package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.sambandh.crm.json.CrmJson;

/** Engines and tables agree about the subjects of any host, not only about ours. */
class GeneratedCatalogsTest {

    private static final Tally ALL = new Tally();

    private static final int CONDITIONS = 20;

    /** As many hosts at a time as the setting of the kit is longer than that of an ordinary build. */
    private static final int WORLDS = Math.max(1, Integer.getInteger("crm.kit.conditions", 200) / 200);

    @Provide
    Arbitrary<List<World>> worlds() {
        return Arbitraries.randomValue(random ->
                        World.of(random.nextInt(1_000_000_000), 1 + random.nextInt(3), 1 + random.nextInt(14)))
                .list()
                .ofSize(WORLDS);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyEngineAndATableAgreeAboutTheSubjectsOfAnyHost(@ForAll("worlds") List<World> worlds) {
        for (World world : worlds) {
            for (Class<? extends Thing> kind : world.kinds()) {
                compare(world, kind, CONDITIONS);
            }
        }
    }

    @Example
    void everyEngineAndATableAgreeAboutThousandsOfSubjects() {
        World world = World.of(5, 1, 5_000);
        compare(world, Thing.Red.class, CONDITIONS / 2);
    }

    private static <S extends Thing> void compare(World world, Class<S> kind, int count) {
        Scene<S> scene = world.scene(kind);
        List<Asked<S>> batch = world.asked(kind, count);
        CrmJson json = CrmJson.with(world.catalog());
        for (Asked<S> asked : batch) {
            assertThat(json.readCondition(kind, json.writeCondition(asked.condition())))
                    .as("%s", world)
                    .isEqualTo(asked.condition());
        }
        Parity<S> parity = new Parity<>(scene, Parity.ownWays(scene), String::valueOf);
        try {
            parity.compare(batch);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("In " + world, e);
        } finally {
            ALL.add(parity.tally());
        }
    }

    @AfterContainer
    static void print() {
        System.out.println(ALL.line("all generated catalogues of this run"));
    }
}
