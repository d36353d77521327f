package org.sambandh.crm.interaction;

/** What is told about interactions. Subject is the entry; concerned are all parties and things it names. */
public final class InteractionEvents {

    /** An entry was added to the log; after a correction too. */
    public static final String LOGGED = "interaction.logged";

    /** An entry gave way to another: {@code data.supersededBy} is its id. The other one was {@link #LOGGED} before. */
    public static final String CORRECTED = "interaction.corrected";

    /** An entry was taken back: {@code data.supersededBy} is the id of the retraction. */
    public static final String RETRACTED = "interaction.retracted";

    /** A party in an entry became another one: after a merge, or because it had been matched wrongly. */
    public static final String REASSIGNED = "interaction.reassigned";

    /** What was personal in an entry was destroyed. */
    public static final String ERASED = "interaction.erased";

    private InteractionEvents() {}
}
