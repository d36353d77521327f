package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored price book. */
@Entity(name = "SambandhPriceBook")
@Table(name = "crm_price_book")
class PriceBookRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "standard")
    @Nullable
    Boolean standard;

    @Column(name = "archived")
    @Nullable
    Boolean archived;
}
