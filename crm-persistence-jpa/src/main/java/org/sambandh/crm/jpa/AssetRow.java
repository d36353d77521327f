package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored asset. */
@Entity(name = "SambandhAsset")
@Table(name = "crm_asset")
class AssetRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "product")
    @Nullable
    String product;

    @Column(name = "serial_number")
    @Nullable
    String serialNumber;

    @Column(name = "serial_key")
    @Nullable
    String serialKey;

    @Column(name = "exclusive_serial")
    @Nullable
    String exclusiveSerial;

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "installed_on")
    @Nullable
    LocalDate installedOn;

    @Column(name = "retired_on")
    @Nullable
    LocalDate retiredOn;

    @Column(name = "warranty_until")
    @Nullable
    LocalDate warrantyUntil;
}
