package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stored product. */
@Entity(name = "SambandhProduct")
@Table(name = "crm_product")
class ProductRow extends Row {

    @Column(name = "code")
    @Nullable
    String code;

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "family")
    @Nullable
    String family;

    @Column(name = "unit")
    @Nullable
    String unit;

    @Column(name = "active")
    @Nullable
    Boolean active;

    @Column(name = "warranty_months", precision = 18)
    @Nullable
    BigDecimal warrantyMonths;

    @Column(name = "warranty_meter", precision = 18, scale = 9)
    @Nullable
    BigDecimal warrantyMeter;

    @Column(name = "warranty_meter_unit")
    @Nullable
    String warrantyMeterUnit;
}
