package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.Account;
import org.sambandh.crm.inmemory.Bank;

class KeysTest {

    @Test
    void equalNumbersShareAKeyWhateverTheirDecimals() {
        FieldType<BigDecimal> two = FieldType.number(2);
        assertThat(Keys.of(two, new BigDecimal("2.50"))).isEqualTo(Keys.of(two, new BigDecimal("2.5")));
        assertThat(Keys.of(two, new BigDecimal("0.00"))).isEqualTo(Keys.of(two, BigDecimal.ZERO));
        assertThat(Keys.of(two, new BigDecimal("100"))).isEqualTo("100");
        assertThat(Keys.of(two, new BigDecimal("2.51"))).isNotEqualTo(Keys.of(two, new BigDecimal("2.5")));
    }

    @Test
    void aMissingValueHasNoKeyAndEachElementHasOne() {
        assertThat(Keys.of(Bank.HOLDER, Account.of("a", null, 1))).isEmpty();
        assertThat(Keys.of(Bank.HOLDER, Account.of("a", "asha", 1))).containsExactly("asha");
        assertThat(Keys.of(Bank.LABELS, Account.of("a", null, 1).labelled("x", " ", "y")))
                .containsExactly("x", "y");
    }

    @Test
    void aPathHasNoKeysOfItsOwn() {
        Field<Account, String> path = Bank.HOLDER.to(Bank.CITY);
        assertThatThrownBy(() -> Keys.of(path, Account.of("a", "asha", 1))).isInstanceOf(Invalid.class);
        assertThat(List.of(path.name())).containsExactly("holder.city");
    }
}
