package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;

class ElapsedWorkingTimeFactsTest {

    static List<Case> rows() {
        return FactFiles.rows("elapsed_working_time");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void elapsedTimeIsTheOverlapWithTheWindows(Case row) {
        Duration expected = Duration.ofSeconds(Long.parseLong(row.text("workingSeconds")));
        WorkingCalendar calendar = calendar();
        ZoneId zone = calendar.zone();
        assertThat(calendar.measure(FactTimes.instant(row.text("from"), zone), FactTimes.instant(row.text("to"), zone)))
                .isEqualTo(expected);
    }

    /** Reads "calendar: Monday to Friday 10:00-18:00, no holidays; zone: ... UTC" from the head of the file. */
    private static WorkingCalendar calendar() {
        String line = FactFiles.comments("elapsed_working_time")
                .lines()
                .filter(comment -> comment.startsWith("calendar:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line says the calendar"));
        String[] words = line.substring("calendar:".length())
                .replace(',', ' ')
                .replace(';', ' ')
                .strip()
                .split(" +");
        assertThat(words[1]).as(line).isEqualTo("to");
        WorkingCalendar.Builder calendar = WorkingCalendar.builder(ZoneId.of(words[words.length - 1]));
        DayOfWeek first = FactTimes.day(words[0]);
        DayOfWeek last = FactTimes.day(words[2]);
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        boolean opens = false;
        for (int i = 3; i < words.length; i++) {
            String[] parts = words[i].split("-");
            if (parts.length == 2 && words[i].indexOf(':') > 0) {
                calendar.window(new WeeklyWindow(days, FactTimes.time(parts[0]), FactTimes.time(parts[1])));
                opens = true;
            } else if (parts.length == 3) {
                calendar.holiday(LocalDate.parse(words[i]));
            }
        }
        assertThat(opens).as(line).isTrue();
        return calendar.build();
    }
}
