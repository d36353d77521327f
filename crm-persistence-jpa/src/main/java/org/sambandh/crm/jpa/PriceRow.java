package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored price. */
@Entity(name = "SambandhPrice")
@Table(name = "crm_price")
class PriceRow extends Row {

    @Column(name = "book")
    @Nullable
    String book;

    @Column(name = "product")
    @Nullable
    String product;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_until")
    @Nullable
    LocalDate validUntil;
}
