package org.sambandh.crm.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleViolationTest {

    private static final EntityRef DEAL = EntityRef.of(new OpportunityId("0192-7c1f"));

    @Test
    void theSentenceIsForPeopleAndTheMessageNamesRuleAndSubjectToo() {
        RuleViolation refused = new RuleViolation("won-needs-customer", DEAL, "It has no customer. Link one first.");
        assertThat(refused.sentence()).isEqualTo("It has no customer. Link one first.");
        assertThat(refused)
                .hasMessage("It has no customer. Link one first. [won-needs-customer, opportunity 0192-7c1f]");
    }

    @Test
    void aSentenceThatNamesTheSubjectIsNotToldItTwice() {
        RuleViolation refused = new RuleViolation("deal-closed", DEAL, "Cannot move opportunity 0192-7c1f.");
        assertThat(refused).hasMessage("Cannot move opportunity 0192-7c1f. [deal-closed]");
    }
}
