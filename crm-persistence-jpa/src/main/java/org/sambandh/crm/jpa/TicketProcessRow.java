package org.sambandh.crm.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A stored ticket process. */
@Entity(name = "SambandhTicketProcess")
@Table(name = "crm_ticket_process")
class TicketProcessRow extends Row {}
