package org.sambandh.crm.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A stored lead process. */
@Entity(name = "SambandhLeadProcess")
@Table(name = "crm_lead_process")
class LeadProcessRow extends Row {}
