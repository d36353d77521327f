package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;

class SchemaCacheTest {

    private static final DatedSettings ALWAYS =
            DatedSettings.always(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")));

    private int asked;

    private Schema counting(List<Field<?, ?>> fields) {
        return new Schema(Crm.features(), tenant -> ALWAYS, tenant -> {
            asked++;
            return fields;
        });
    }

    @Test
    void tenantsNobodyKnowsShareOneCatalogueAndAreForgotten() {
        Schema schema = counting(List.of());
        TenantId first = new TenantId("first");
        Catalog catalog = schema.catalog(first);
        for (int i = 0; i < 2 * Recent.CAPACITY; i++) {
            assertThat(schema.catalog(new TenantId("t" + i))).isSameAs(catalog);
        }
        int before = asked;
        schema.catalog(new TenantId("t" + (2 * Recent.CAPACITY - 1)));
        assertThat(asked).as("one of the last is known").isEqualTo(before);
        schema.catalog(first);
        assertThat(asked).as("the first was forgotten").isEqualTo(before + 1);
    }

    @Test
    void aTenantWhoseFieldsChangedGetsAnotherCatalogueOnceItIsRefreshed() {
        List<Field<?, ?>> fields = new ArrayList<>();
        Schema schema = counting(fields);
        TenantId tenant = new TenantId("t1");
        schema.catalog(tenant);
        fields.add(Field.attribute(Customer.class, "tier", FieldType.TEXT));

        assertThat(schema.catalog(tenant).findField(Customer.class, "tier")).isEmpty();
        schema.refresh(tenant);
        assertThat(schema.catalog(tenant).findField(Customer.class, "tier")).isPresent();
    }
}
