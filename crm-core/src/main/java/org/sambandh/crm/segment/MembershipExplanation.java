package org.sambandh.crm.segment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Explanation;

/**
 * Why a subject is a member of a segment or is not. Holds values of the subject, personal ones too: show it to whoever
 * may see the subject, and do not log it.
 *
 * @param segment which segment
 * @param subject who
 * @param member whether the subject is a stored member, as of the last evaluation
 * @param included whether it was included by hand
 * @param excluded whether it was excluded by hand, which wins
 * @param ruleFound what the rule finds now; null for a list kept by hand and for a broken rule
 * @param broken what is wrong with the rule; null where nothing is
 */
public record MembershipExplanation(
        SegmentId segment,
        EntityRef subject,
        boolean member,
        boolean included,
        boolean excluded,
        @Nullable Explanation ruleFound,
        @Nullable String broken) {

    /** {@return what the rule finds now; nothing for a list kept by hand and for a broken rule} */
    public Optional<Explanation> rule() {
        return Optional.ofNullable(ruleFound);
    }

    /** {@return whether the subject would be a member if the segment were evaluated now; as stored if its rule is broken} */
    public boolean belongs() {
        if (broken != null) {
            return member;
        }
        return !excluded && (included || (ruleFound != null && ruleFound.matches()));
    }

    /** {@return the reasons in words, one line each} */
    public String text() {
        StringBuilder text = new StringBuilder(member ? "Is a member" : "Is not a member");
        if (member != belongs()) {
            text.append(belongs() ? "; will enter at the next refresh" : "; will leave at the next refresh");
        }
        if (excluded) {
            text.append("\nExcluded by hand, which wins");
        }
        if (included) {
            text.append("\nIncluded by hand");
        }
        if (broken != null) {
            text.append("\nThe rule is broken: ").append(broken);
        }
        if (ruleFound != null) {
            text.append('\n').append(ruleFound.text());
        }
        return text.toString();
    }

    /** {@return segment, subject and answer only: what was found may be personal} */
    @Override
    public String toString() {
        return "MembershipExplanation[" + segment + ", " + subject + ", member=" + member + "]";
    }
}
