package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.RuleViolation;

/** Which party a merged one became. */
interface RedirectsChapter extends OnStore {

    private static CustomerId party(String id) {
        return new CustomerId(id);
    }

    private CustomerId resolve(String id) {
        return in(all -> all.redirects().resolve(party(id)));
    }

    private List<CustomerId> leadingTo(String id) {
        return in(all -> all.redirects().leadingTo(party(id)));
    }

    private void redirect(String from, String to) {
        in(all -> {
            all.redirects().redirect(party(from), party(to));
            return true;
        });
    }

    @Test
    default void aPartyThatWasNeverMergedLeadsToItself() {
        assertThat(resolve("a")).isEqualTo(party("a"));
        assertThat(leadingTo("a")).isEmpty();
    }

    @Test
    default void whateverLedToAMergedPartyLeadsToItsSurvivorInOneStep() {
        redirect("a", "b");
        redirect("x", "b");
        redirect("b", "c");
        redirect("c", "d");
        for (String id : List.of("a", "b", "c", "d", "x")) {
            assertThat(resolve(id)).isEqualTo(party("d"));
        }
        assertThat(leadingTo("d")).containsExactly(party("a"), party("b"), party("c"), party("x"));
        assertThat(leadingTo("b")).isEmpty();
        assertThat(leadingTo("c")).isEmpty();
    }

    @Test
    default void theSurvivorIsItselfResolvedFirst() {
        redirect("b", "c");
        redirect("a", "b");
        assertThat(resolve("a")).isEqualTo(party("c"));
        assertThat(leadingTo("c")).containsExactly(party("a"), party("b"));
        assertThat(leadingTo("b")).isEmpty();
    }

    @Test
    default void redirectsOfOneTransactionSeeEachOther() {
        in(all -> {
            all.redirects().redirect(party("a"), party("b"));
            all.redirects().redirect(party("b"), party("c"));
            assertThat(all.redirects().resolve(party("a"))).isEqualTo(party("c"));
            assertThat(all.redirects().leadingTo(party("c"))).containsExactly(party("a"), party("b"));
            return true;
        });
        assertThat(resolve("a")).isEqualTo(party("c"));
    }

    @Test
    default void aPartyThatWouldLeadToItselfInTheEndIsRefused() {
        redirect("a", "b");
        for (String from : List.of("b", "x")) {
            assertThatThrownBy(() -> redirect(from, from.equals("b") ? "a" : "x"))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("redirect-to-itself"));
        }
        assertThat(resolve("a")).isEqualTo(party("b"));
        assertThat(resolve("b")).isEqualTo(party("b"));
    }

    @Test
    default void aRedirectOfATransactionThatFailedLeadsNowhere() {
        redirect("a", "b");
        assertThatThrownBy(() -> in(all -> {
                    all.redirects().redirect(party("b"), party("c"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(resolve("a")).isEqualTo(party("b"));
        assertThat(resolve("b")).isEqualTo(party("b"));
        assertThat(leadingTo("b")).containsExactly(party("a"));
        assertThat(leadingTo("c")).isEmpty();
    }

    @Test
    default void aRedirectOfAnotherTenantIsNotSeen() {
        redirect("a", "b");
        store().inTransaction(other(), all -> {
            assertThat(all.redirects().resolve(party("a"))).isEqualTo(party("a"));
            assertThat(all.redirects().leadingTo(party("b"))).isEmpty();
            all.redirects().redirect(party("a"), party("z"));
            return true;
        });
        assertThat(resolve("a")).isEqualTo(party("b"));
    }
}
