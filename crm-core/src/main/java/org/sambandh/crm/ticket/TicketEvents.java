package org.sambandh.crm.ticket;

/** What is told about tickets, assets and promises. Concerned are the parties and the asset of a ticket. */
public final class TicketEvents {

    /** A ticket was opened. */
    public static final String OPENED = "ticket.opened";

    /** A ticket with a past of its own was brought in. */
    public static final String RECORDED = "ticket.recorded";

    /** What another system tells of it changed. */
    public static final String REVISED = "ticket.revised";

    /** It belongs to another category. */
    public static final String CLASSIFIED = "ticket.classified";

    /** Its priority, or what it follows from, changed; it was planned anew. */
    public static final String PRIORITISED = "ticket.prioritised";

    /** It was planned anew by the policy of now. */
    public static final String REPLANNED = "ticket.replanned";

    /** Somebody else is to solve it. */
    public static final String REASSIGNED = "ticket.reassigned";

    /** It went to another status that does not end it. */
    public static final String STATUS_CHANGED = "ticket.statusChanged";

    /** Somebody answered for the first time. */
    public static final String RESPONDED = "ticket.responded";

    /** It was solved. */
    public static final String SOLVED = "ticket.solved";

    /** It was closed. */
    public static final String CLOSED = "ticket.closed";

    /** It was reopened; data {@code reason}. */
    public static final String REOPENED = "ticket.reopened";

    /**
     * A step is to be taken, by the host; data {@code step}, {@code goal}, {@code dueAt}, {@code action} and what the action
     * names: {@code whom}, {@code level}, {@code ownerUser}, {@code ownerTeam}.
     */
    public static final String ESCALATED = "ticket.escalated";

    /** What was personal in it was destroyed. */
    public static final String ERASED = "ticket.erased";

    /** The tenant declared how it works on tickets. */
    public static final String PROCESS_DECLARED = "ticketProcess.declared";

    /** The tenant declared what it promises. */
    public static final String POLICY_SAVED = "servicePolicy.saved";

    /** An asset was installed, or became known. */
    public static final String ASSET_INSTALLED = "asset.installed";

    /** What is known of an asset changed. */
    public static final String ASSET_REVISED = "asset.revised";

    /** An asset belongs to another party. */
    public static final String ASSET_TRANSFERRED = "asset.transferred";

    /** An asset is no longer in use. */
    public static final String ASSET_RETIRED = "asset.retired";

    /** A meter was read; data {@code reading}. */
    public static final String METER_READ = "asset.meterRead";

    /** A reading was corrected by another; data {@code reading}, {@code corrects}. */
    public static final String METER_CORRECTED = "asset.meterCorrected";

    /** What was personal in an asset was destroyed. */
    public static final String ASSET_ERASED = "asset.erased";

    private TicketEvents() {}
}
