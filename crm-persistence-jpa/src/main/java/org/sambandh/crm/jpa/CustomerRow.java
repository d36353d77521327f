package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored customer. */
@Entity(name = "SambandhCustomer")
@Table(name = "crm_customer")
class CustomerRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "kind")
    @Nullable
    String kind;

    @Column(name = "standing")
    @Nullable
    String standing;

    @Column(name = "lifecycle_stage")
    @Nullable
    String lifecycleStage;

    @Column(name = "lifecycle_since")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant lifecycleSince;

    @Column(name = "sex")
    @Nullable
    String sex;

    @Column(name = "birth_date")
    @Nullable
    LocalDate birthDate;

    @Column(name = "income_band")
    @Nullable
    String incomeBand;

    @Column(name = "payment_method")
    @Nullable
    String paymentMethod;

    @Column(name = "purpose_of_purchase")
    @Nullable
    String purposeOfPurchase;

    @Column(name = "industry")
    @Nullable
    String industry;

    @Column(name = "employees", precision = 18)
    @Nullable
    BigDecimal employees;

    @Column(name = "revenue", precision = 22, scale = 4)
    @Nullable
    BigDecimal revenue;

    @Column(name = "revenue_currency")
    @Nullable
    String revenueCurrency;

    @Column(name = "founded", precision = 18)
    @Nullable
    BigDecimal founded;

    @Column(name = "web_domain")
    @Nullable
    String webDomain;

    @Column(name = "main_country")
    @Nullable
    String mainCountry;

    @Column(name = "main_city")
    @Nullable
    String mainCity;

    @Column(name = "main_email")
    @Nullable
    String mainEmail;

    @Column(name = "main_phone")
    @Nullable
    String mainPhone;

    @Column(name = "language")
    @Nullable
    String language;

    @Column(name = "zone")
    @Nullable
    String zone;

    @Column(name = "owner_user")
    @Nullable
    String ownerUser;

    @Column(name = "owner_team")
    @Nullable
    String ownerTeam;

    @Column(name = "source")
    @Nullable
    String source;

    @Column(name = "registered_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant registeredAt;

    @Column(name = "archived")
    @Nullable
    Boolean archived;
}
