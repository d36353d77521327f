package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Revision;

/** What stores and JSON rely on, for every entity: a setter for each part of its state, and copies that lose nothing. */
class BuilderContractTest {

    static Stream<Class<?>> entities() {
        return RoundTripTest.everything().filter(type -> Entity.class.isAssignableFrom(type) && !type.isRecord());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void everyPartSurvivesTheBuilderOfAnEntityAndANewOne(Class<?> type) throws ReflectiveOperationException {
        for (int round = 0; round < 2; round++) {
            Object example = Examples.of(type, round);
            Map<String, Object> state = state(example);
            assertThat(state(built(builder(example)))).isEqualTo(state);

            Object blank = type.getMethod("builder", id(example).getClass()).invoke(null, id(example));
            for (Method setter : setters(blank.getClass())) {
                setter.invoke(blank, plain(state.get(setter.getName())));
            }
            assertThat(state(built(blank))).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @MethodSource("entities")
    void entitiesAreEqualByIdAndTellOnlyKindIdAndRevision(Class<?> type) throws ReflectiveOperationException {
        Object one = Examples.of(type, 0);
        Object builder = builder(one);
        builder.getClass().getMethod("revision", Revision.class).invoke(builder, new Revision(77));
        Object other = built(builder);

        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one).isNotEqualTo(id(one));
        assertThat(((Entity<?>) other).revision()).isEqualTo(new Revision(77));
        assertThat(other.toString()).contains(id(one).toString(), "77").hasSizeLessThan(50);
    }

    @Test
    void theEntitiesOfEveryFeatureAreAmongThem() {
        assertThat(entities().map(Class::getSimpleName))
                .contains("Lead", "LeadProcess", "Conversion", "DiscardedLead", "DuplicateCandidate")
                .contains("Customer", "Opportunity", "Interaction", "Task", "Segment");
    }

    private static Map<String, Object> state(Object entity) throws ReflectiveOperationException {
        Map<String, Object> state = new TreeMap<>();
        for (Method setter : setters(builder(entity).getClass())) {
            state.put(
                    setter.getName(),
                    entity.getClass().getMethod(setter.getName()).invoke(entity));
        }
        return state;
    }

    /** A setter of an optional part takes the part, or null. */
    private static Object plain(Object value) {
        return value instanceof Optional<?> part ? part.orElse(null) : value;
    }

    private static List<Method> setters(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(m -> m.getParameterCount() == 1 && m.getDeclaringClass() == builder)
                .toList();
    }

    private static Object builder(Object entity) throws ReflectiveOperationException {
        return entity.getClass().getMethod("toBuilder").invoke(entity);
    }

    private static Object built(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object id(Object entity) {
        return ((Entity<?>) entity).id();
    }
}
