package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.sambandh.crm.settings.CalendarOverride;
import org.sambandh.crm.settings.WeeklyWindow;
import org.sambandh.crm.settings.WorkingCalendar;

/** A working calendar: its zone, and whatever it has of windows, holidays and overrides. Nothing may stand there twice. */
final class WorkingCalendarCodec implements Codec {

    private final Codec zone;
    private final Containers.Several windows;
    private final Containers.Several holidays;
    private final Containers.Several overrides;

    WorkingCalendarCodec(Codecs codecs) {
        zone = codecs.of(ZoneId.class);
        windows = new Containers.Several(LinkedHashSet.class, codecs.of(WeeklyWindow.class));
        holidays = new Containers.Several(LinkedHashSet.class, codecs.of(LocalDate.class));
        overrides = new Containers.Several(LinkedHashSet.class, codecs.of(CalendarOverride.class));
    }

    @Override
    public JsonNode write(Object value) {
        WorkingCalendar calendar = (WorkingCalendar) value;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("zone", zone.write(calendar.zone()));
        write(node, "windows", windows, calendar.windows());
        write(node, "holidays", holidays, calendar.holidays());
        write(node, "overrides", overrides, calendar.overrides());
        return node;
    }

    private static void write(ObjectNode node, String name, Codec codec, Collection<?> parts) {
        if (!parts.isEmpty()) {
            node.set(name, codec.write(parts));
        }
    }

    @Override
    public Object read(JsonNode node, At at) {
        Properties properties = new Properties(node, at);
        ZoneId read = (ZoneId) zone.read(properties.require("zone"), properties.at("zone"));
        WorkingCalendar.Builder builder = WorkingCalendar.builder(read);
        parts(properties, "windows", windows).forEach(window -> builder.window((WeeklyWindow) window));
        parts(properties, "holidays", holidays).forEach(day -> builder.holiday((LocalDate) day));
        parts(properties, "overrides", overrides).forEach(change -> builder.override((CalendarOverride) change));
        properties.done();
        return Scalars.refusals(at, builder::build);
    }

    private static Collection<?> parts(Properties properties, String name, Containers.Several codec) {
        JsonNode body = properties.takeValue(name);
        return body == null ? codec.absent() : (Collection<?>) codec.read(body, properties.at(name));
    }
}
