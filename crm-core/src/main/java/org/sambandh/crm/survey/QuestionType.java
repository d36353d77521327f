package org.sambandh.crm.survey;

import org.sambandh.crm.field.FieldType;

/** What kind of answer a question takes. */
public enum QuestionType {
    /** How likely somebody is to recommend us: a whole number from 0 to 10. */
    NPS,
    /** How satisfied somebody is: a whole number from 1 to 5. */
    CSAT,
    /** One of the choices. */
    CHOICE,
    /** Any of the choices, at least one. */
    MULTI_CHOICE,
    /** Words, at most 10,000 characters. */
    TEXT,
    /** A number of at most 18 digits. */
    NUMBER,
    /** A day. */
    DATE;

    FieldType.Kind kind() {
        return switch (this) {
            case NPS, CSAT, NUMBER -> FieldType.Kind.NUMBER;
            case CHOICE, MULTI_CHOICE, TEXT -> FieldType.Kind.TEXT;
            case DATE -> FieldType.Kind.DATE;
        };
    }

    boolean isChoice() {
        return this == CHOICE || this == MULTI_CHOICE;
    }
}
