package org.sambandh.crm.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.settings.TenantSettings;

/** A clock that a test sets, and a session of a seller in Kolkata that runs on it. */
final class Watch implements InstantSource {

    private Instant now;

    Watch(String now) {
        this.now = Instant.parse(now);
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public Instant instant() {
        return now;
    }

    CrmSession session(Field<?, ?>... fields) {
        TenantSettings settings = TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"));
        return Crm.inMemory(settings, this, fields).as(Actor.user("asha"));
    }
}
