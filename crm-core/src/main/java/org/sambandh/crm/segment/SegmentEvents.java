package org.sambandh.crm.segment;

/** The types of events about segments. */
public final class SegmentEvents {

    /** A segment was defined. */
    public static final String DEFINED = "segment.defined";

    /** The rule, the name, the includes or the excludes of a segment changed. */
    public static final String CHANGED = "segment.changed";

    /** A segment was archived. */
    public static final String ARCHIVED = "segment.archived";

    /** A subject became a member; the event is about the segment and concerns the subject. */
    public static final String ENTERED = "segment.entered";

    /** A subject is no longer a member; the event is about the segment and concerns the subject. */
    public static final String LEFT = "segment.left";

    private SegmentEvents() {}
}
