package org.sambandh.crm.json;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.TenantSettings;

/** The catalogue of all features, with host fields of every type an attribute can have. */
final class Catalogs {

    static final Field.One<Customer, String> TIER = Field.attribute(Customer.class, "tier", FieldType.TEXT);
    static final Field.One<Customer, Boolean> VIP = Field.attribute(Customer.class, "vip", FieldType.BOOLEAN);
    static final Field.One<Customer, BigDecimal> SPEND = Field.attribute(Customer.class, "spend", FieldType.number(2));
    static final Field.One<Customer, Money> LIMIT = Field.attribute(Customer.class, "limit", FieldType.MONEY);

    static final Catalog ALL = Crm.schema(
                    TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")), TIER, VIP, SPEND, LIMIT)
            .catalog(new TenantId("t1"));

    static final CrmJson JSON = CrmJson.with(ALL);

    private Catalogs() {}
}
