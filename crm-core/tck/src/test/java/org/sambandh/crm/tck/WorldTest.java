package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

/** What made-up hosts have: everything a host may have, and the same ones again. */
class WorldTest {

    @Test
    void theSameSeedMakesTheSameWorld() {
        for (int i = 0; i < 30; i++) {
            World one = World.of(i, 3, 5);
            World same = World.of(i, 3, 5);
            assertThat(same.rows().toString()).isEqualTo(one.rows().toString());
            for (Class<? extends Thing> kind : one.kinds()) {
                assertThat(List.<Object>copyOf(same.catalog().subject(kind).fields()))
                        .isEqualTo(List.copyOf(one.catalog().subject(kind).fields()));
            }
        }
    }

    @Test
    void everythingThatAHostMayHaveIsDrawn() {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            World.of(i, 1 + i % 3, 1).catalog().subjects().forEach(subject -> see(subject, seen));
        }
        for (FieldType.Kind kind : FieldType.Kind.values()) {
            assertThat(seen).contains("one " + kind, "many " + kind);
            if (kind != FieldType.Kind.CODE && kind != FieldType.Kind.REFERENCE) {
                assertThat(seen).contains("own one " + kind, "own many " + kind);
            }
        }
        for (int scale = 0; scale < 10; scale++) {
            assertThat(seen).contains("scale " + scale);
        }
        assertThat(seen).contains("reference", "Parts", "Parts with a time", "Join", "Join with a time", "memberships");
    }

    private static void see(Subject<?> subject, Set<String> seen) {
        for (Field<?, ?> field : subject.fields()) {
            FieldType<?> type = field.type();
            seen.add((field.isAttribute() ? "own " : "") + (field.isMany() ? "many " : "one ") + type.kind());
            if (type.kind() == FieldType.Kind.NUMBER) {
                seen.add("scale " + type.scale());
            }
            if (field instanceof Field.Reference) {
                seen.add("reference");
            }
        }
        for (Relation<?, ?> relation : subject.relations()) {
            seen.add(relation.getClass().getSimpleName() + (relation.time().isPresent() ? " with a time" : ""));
        }
        if (subject.memberships().isPresent()) {
            seen.add("memberships");
        }
    }
}
