package org.sambandh.crm.common;

/**
 * A rule of the domain refused. {@link #rule()} is a stable code to branch on ({@code won-needs-customer}); the message
 * is for people.
 */
public final class RuleViolation extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String subject;

    /**
     * Says which rule refused what.
     *
     * @param rule a stable code in lower case with hyphens
     * @param subject what it was about: usually {@code kind id}
     * @param message what was found against what is expected, and what to do
     */
    public RuleViolation(String rule, String subject, String message) {
        super(message + " [rule " + rule + ", " + subject + "]");
        this.rule = rule;
        this.subject = subject;
    }

    /**
     * Says which rule refused which entity.
     *
     * @param rule a stable code in lower case with hyphens
     * @param subject the entity
     * @param message what was found against what is expected, and what to do
     */
    public RuleViolation(String rule, EntityRef subject, String message) {
        this(rule, subject.toString(), message);
    }

    /** {@return the code of the rule} */
    public String rule() {
        return rule;
    }

    /** {@return what it was about} */
    public String subject() {
        return subject;
    }
}
