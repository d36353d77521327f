package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored ticket. */
@Entity(name = "SambandhTicket")
@Table(name = "crm_ticket")
class TicketRow extends Row {

    @Column(name = "number")
    @Nullable
    String number;

    @Column(name = "subject_line")
    @Nullable
    String subjectLine;

    @Column(name = "description")
    @Nullable
    String description;

    @Column(name = "category")
    @Nullable
    String category;

    @Column(name = "subcategory")
    @Nullable
    String subcategory;

    @Column(name = "impact", precision = 18)
    @Nullable
    BigDecimal impact;

    @Column(name = "urgency", precision = 18)
    @Nullable
    BigDecimal urgency;

    @Column(name = "priority", precision = 18)
    @Nullable
    BigDecimal priority;

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "phase")
    @Nullable
    String phase;

    @Column(name = "status_since")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant statusSince;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "owner_user")
    @Nullable
    String ownerUser;

    @Column(name = "owner_team")
    @Nullable
    String ownerTeam;

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "contact")
    @Nullable
    String contact;

    @Column(name = "product")
    @Nullable
    String product;

    @Column(name = "asset")
    @Nullable
    String asset;

    @Column(name = "opened_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant openedAt;

    @Column(name = "responded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant respondedAt;

    @Column(name = "solved_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant solvedAt;

    @Column(name = "closed_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant closedAt;

    @Column(name = "response_due_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant responseDueAt;

    @Column(name = "resolution_due_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant resolutionDueAt;

    @Column(name = "next_due_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant nextDueAt;

    @Column(name = "next_escalation_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant nextEscalationAt;

    @Column(name = "response_outcome")
    @Nullable
    String responseOutcome;

    @Column(name = "resolution_outcome")
    @Nullable
    String resolutionOutcome;

    @Column(name = "service_outcome")
    @Nullable
    String serviceOutcome;

    @Column(name = "service_policy")
    @Nullable
    String servicePolicy;

    @Column(name = "service_rule")
    @Nullable
    String serviceRule;

    @Column(name = "level", precision = 18)
    @Nullable
    BigDecimal level;

    @Column(name = "reassignments", precision = 18)
    @Nullable
    BigDecimal reassignments;

    @Column(name = "reopens", precision = 18)
    @Nullable
    BigDecimal reopens;

    @Column(name = "resolution_code")
    @Nullable
    String resolutionCode;
}
