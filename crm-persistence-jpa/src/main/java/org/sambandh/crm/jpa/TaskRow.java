package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored task. */
@Entity(name = "SambandhTask")
@Table(name = "crm_task")
class TaskRow extends Row {

    @Column(name = "title")
    @Nullable
    String title;

    @Column(name = "note")
    @Nullable
    String note;

    @Column(name = "due_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant dueAt;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "reminder")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant reminder;

    @Column(name = "owner_user")
    @Nullable
    String ownerUser;

    @Column(name = "owner_team")
    @Nullable
    String ownerTeam;

    @Column(name = "priority")
    @Nullable
    String priority;

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "planned_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant plannedAt;

    @Column(name = "closed_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant closedAt;

    @Column(name = "outcome")
    @Nullable
    String outcome;
}
