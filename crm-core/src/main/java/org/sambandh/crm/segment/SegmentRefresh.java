package org.sambandh.crm.segment;

import org.sambandh.crm.common.SegmentId;

/** What became of the memberships of one segment when it was evaluated. */
public sealed interface SegmentRefresh permits SegmentRefresh.Done, SegmentRefresh.Broken {

    /** {@return which segment} */
    SegmentId segment();

    /**
     * It was evaluated, and its memberships are what its rule and lists say.
     *
     * @param segment which segment
     * @param entered how many became members
     * @param left how many are members no longer
     */
    record Done(SegmentId segment, int entered, int left) implements SegmentRefresh {

        /** {@return whether anybody entered or left} */
        public boolean isChange() {
            return entered > 0 || left > 0;
        }
    }

    /**
     * Its rule no longer fits the catalogue. Its memberships were left alone.
     *
     * @param segment which segment
     * @param path where in the rule
     * @param why what is wrong there
     */
    record Broken(SegmentId segment, String path, String why) implements SegmentRefresh {}
}
