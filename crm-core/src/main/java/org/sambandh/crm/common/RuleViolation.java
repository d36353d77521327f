package org.sambandh.crm.common;

/**
 * A rule of the domain refused. {@link #rule()} is a stable code to branch on ({@code won-needs-customer}), {@link
 * #sentence()} what to show to whoever asked, and the message is for the log: the sentence, the code and what it was about.
 */
public final class RuleViolation extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String sentence;
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
        super(message + (message.contains(subject) ? " [" + rule + "]" : " [" + rule + ", " + subject + "]"));
        this.sentence = message;
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

    /** {@return what was found against what is expected, and what to do, without the code; no personal data} */
    public String sentence() {
        return sentence;
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
