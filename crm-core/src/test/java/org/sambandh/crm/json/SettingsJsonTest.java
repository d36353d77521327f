package org.sambandh.crm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.json.Catalogs.JSON;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.settings.WeeklyWindow;
import org.sambandh.crm.settings.WorkingCalendar;

class SettingsJsonTest {

    private static final TenantSettings SETTINGS = (TenantSettings) Examples.GIVEN.get(TenantSettings.class);

    @Test
    void aWorkingCalendarIsItsZoneAndWhatItHas() {
        WorkingCalendar calendar = (WorkingCalendar) Examples.GIVEN.get(WorkingCalendar.class);
        String text = """
                {"zone":"Asia/Kolkata",
                "windows":[
                {"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"from":"09:00","to":"13:00"},
                {"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],\
                "from":"22:00","to":"00:00"}],
                "holidays":["2026-01-26"],
                "overrides":[
                {"from":"2026-03-02T09:00","to":"2026-03-02T11:30","effect":"CLOSED"},
                {"from":"2026-03-07T09:00","to":"2026-03-08T00:00","effect":"OPEN"}]}""".replace("\n", "");

        assertThat(JSON.write(calendar)).isEqualTo(text);
        assertThat(JSON.read(WorkingCalendar.class, text)).isEqualTo(calendar);

        WorkingCalendar closed = WorkingCalendar.of(ZoneOffset.UTC);
        assertThat(JSON.write(closed)).isEqualTo("{\"zone\":\"Z\"}");
        assertThat(JSON.read(WorkingCalendar.class, "{\"zone\":\"Z\"}")).isEqualTo(closed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{}|$.zone",
                "{\"zone\":\"Mars/Olympus\"}|$.zone",
                "{\"zone\":\"Z\",\"hours\":[]}|$.hours",
                "{\"zone\":\"Z\",\"windows\":{}}|$.windows",
                "{\"zone\":\"Z\",\"windows\":[{\"days\":[],\"from\":\"09:00\",\"to\":\"10:00\"}]}|$.windows[0]",
                "{\"zone\":\"Z\",\"holidays\":[\"2026-01-26\",\"2026-01-26\"]}|$.holidays[1]",
                "{\"zone\":\"Z\",\"holidays\":[\"2026-02-30\"]}|$.holidays[0]",
                "{\"zone\":\"Z\",\"holidays\":[\"1776-07-04\"]}|$",
                "{\"zone\":\"Z\",\"overrides\":[{\"from\":\"2026-03-02T09:00\",\"to\":\"2026-03-02T11:30\",\"effect\":\"HALF\"}]}|$.overrides[0].effect",
                "{\"zone\":\"Z\",\"overrides\":[{\"from\":\"2026-03-02T09:00\",\"to\":\"2026-03-02T08:00\",\"effect\":\"OPEN\"}]}|$.overrides[0]",
            })
    void whatIsNoWorkingCalendarIsRefusedWithItsPlace(String text, String path) {
        assertThatThrownBy(() -> JSON.read(WorkingCalendar.class, text))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void settingsWithListsLeftEmptyReadBackEmptyAndNotWithTheUsualEntries() {
        TenantSettings none = SETTINGS.withPublicMailDomains(Set.of()).withRoleMailboxes(Set.of());

        TenantSettings back = JSON.read(TenantSettings.class, JSON.write(none));
        assertThat(back).isEqualTo(none);
        assertThat(back.isPublicMailDomain("gmail.com")).isFalse();
        TenantSettings usual = TenantSettings.of(ZoneOffset.UTC, SETTINGS.baseCurrency());
        assertThat(JSON.read(TenantSettings.class, JSON.write(usual))).isEqualTo(usual);
    }

    @Test
    void settingsOverTimeReadBackWithEveryVersion() {
        TenantSettings later = SETTINGS.withWorkingCalendar(
                WorkingCalendar.of(ZoneOffset.UTC, WeeklyWindow.weekdays(LocalTime.of(8, 0), LocalTime.of(16, 0))));
        DatedSettings dated = DatedSettings.always(SETTINGS)
                .from(LocalDate.of(2026, 4, 1), later)
                .from(LocalDate.of(2027, 4, 1), SETTINGS);

        DatedSettings back = JSON.read(DatedSettings.class, JSON.write(dated));
        assertThat(back).isEqualTo(dated);
        assertThat(back.on(LocalDate.of(2026, 5, 1))).isEqualTo(later);
    }
}
