package org.sambandh.crm.lead;

import java.util.List;
import org.sambandh.crm.common.Text;

/**
 * A status of a tenant's list, and what it means.
 *
 * @param code the tenant's code, at most 60 characters: {@code called-twice}
 * @param phase what it means
 */
public record LeadStatus(String code, LeadPhase phase) {

    /** The status of an enquiry that has just arrived, where the tenant declared nothing. */
    public static final LeadStatus NEW = new LeadStatus("new", LeadPhase.NEW);

    /** One status for each phase: the list of a tenant that declared none. */
    public static final List<LeadStatus> STANDARD = List.of(
            NEW,
            new LeadStatus("working", LeadPhase.WORKING),
            new LeadStatus("nurture", LeadPhase.NURTURE),
            new LeadStatus("qualified", LeadPhase.QUALIFIED),
            new LeadStatus("disqualified", LeadPhase.DISQUALIFIED),
            new LeadStatus("converted", LeadPhase.CONVERTED));

    /**
     * Checks and copies what it is given.
     *
     * @param code the tenant's code, at most 60 characters: {@code called-twice}
     * @param phase what it means
     */
    public LeadStatus {
        code = Text.required("lead.status", code, 60);
    }
}
