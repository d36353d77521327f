package org.sambandh.crm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.team.Ownership;

class TaskTest {

    private static final Instant THEN = Instant.parse("2026-11-23T04:30:00.123456Z");

    @Test
    void aCopyKeepsEverythingAndEveryStatePropertyHasABuilderMethod() throws ReflectiveOperationException {
        Task full = empty().revision(new Revision(7))
                .note("note")
                .due(Due.at(THEN))
                .reminder(THEN)
                .owner(Ownership.of(new UserId("dev")))
                .priority(Priority.HIGH)
                .regarding(List.of(new EntityRef("ticket", "t1")))
                .externalRefs(List.of(new ExternalRef("calendar", "event", "1")))
                .attributes(Attributes.of(Map.of("room", "4")))
                .build()
                .done("sold", THEN, Actor.user("dev"));
        Task copy = full.toBuilder().build();
        int properties = 0;

        for (Method setter : Task.Builder.class.getMethods()) {
            if (setter.getReturnType() == Task.Builder.class) {
                Method accessor = Task.class.getMethod(setter.getName());
                assertThat(accessor.invoke(copy)).as(setter.getName()).isEqualTo(accessor.invoke(full));
                assertThat(accessor.invoke(full)).as("filled").isNotEqualTo(Optional.empty());
                properties++;
            }
        }
        assertThat(properties).isEqualTo(16);
    }

    @Test
    void aClosedTaskSaysWhenAndAnOpenOneDoesNot() {
        assertThatThrownBy(() -> empty().status(TaskStatus.DONE).build()).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> empty().closedAt(THEN).build()).isInstanceOf(Invalid.class);
    }

    @Test
    void aDayEndsWhereTheNextBeginsAlsoWhenTheClocksChange() {
        Due due = Due.on(LocalDate.of(2026, 10, 25), ZoneId.of("Europe/Berlin"));

        assertThat(due.at()).isEqualTo(Instant.parse("2026-10-25T22:59:59.999999Z"));
        assertThatThrownBy(() -> Due.on(LocalDate.MAX, ZoneId.of("UTC"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Due.at(Instant.MAX)).isInstanceOf(Invalid.class);
    }

    @Test
    void writableFieldsWriteWhatTheyRead() {
        Task written = TaskFields.PRIORITY.set(TaskFields.NOTE.set(empty().build(), "note"), Priority.LOW);

        assertThat(written.note()).contains("note");
        assertThat(written.priority()).isEqualTo(Priority.LOW);
        assertThat(TaskFields.PRIORITY.set(written, null).priority()).isEqualTo(Priority.NORMAL);
        assertThatThrownBy(() -> TaskFields.TITLE.set(written, null)).isInstanceOf(Invalid.class);
    }

    private static Task.Builder empty() {
        return Task.builder(new TaskId("t1")).title("Call back").plannedAt(THEN).plannedBy(Actor.SYSTEM);
    }
}
