package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;

/** Equal and different Indian names. Candidates and unrelated names are a matter of blocking keys, which come later. */
class IndicNamesFactsTest {

    private static final Set<String> RELATIONS = Set.of("SAME", "DIFFERENT", "CANDIDATE", "UNRELATED");

    static List<FactFiles.Case> cases() {
        return FactFiles.cases("indic_names");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nameKeysTellEqualFromDifferentNames(FactFiles.Case fact) {
        String relation = fact.text("relation");
        assertThat(RELATIONS).contains(relation);
        NameKey a = NameKey.of(fromCodePoints(fact.text("aCodePoints")));
        NameKey b = NameKey.of(fromCodePoints(fact.text("bCodePoints")));
        if (relation.equals("SAME")) {
            assertThat(a).isEqualTo(b);
        } else {
            assertThat(a.isEmpty()).isFalse();
        }
        if (relation.equals("DIFFERENT") || relation.equals("UNRELATED")) {
            assertThat(a).isNotEqualTo(b);
        }
        PersonName stored = PersonName.of(fact.text("a"));
        assertThat(stored.key()).isEqualTo(NameKey.of(fact.text("a")));
    }

    private static String fromCodePoints(String list) {
        StringBuilder text = new StringBuilder();
        for (String point : list.split(" ", -1)) {
            text.appendCodePoint(Integer.parseInt(point.substring(2), 16));
        }
        return text.toString();
    }
}
