package org.sambandh.crm.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.inmemory.Bank.NOW;
import static org.sambandh.crm.inmemory.Bank.TENANT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Query;

/** The rules of save, delete and look-up by id. */
class InMemoryRepositoryTest {

    private final InMemoryCrmStore store = Bank.store();

    private <R> R with(Function<HolderRepository, R> work) {
        return store.inTransaction(TENANT, r -> work.apply(r.get(HolderRepository.class)));
    }

    private Holder given(String id, String... refs) {
        return with(h -> h.save(List.of(Holder.of(id, id, null).knownAs(refs)))).get(0);
    }

    private List<String> stored() {
        return with(h -> h.find(Query.all(NOW)).items().stream()
                .map(holder -> holder.id() + "=" + holder.name())
                .toList());
    }

    @Test
    void saveInsertsAndReplacesAndReturnsWhatWasStoredInTheOrderGiven() {
        Holder b = given("b");
        List<Holder> saved =
                with(h -> h.save(List.of(Holder.of("c", "c", null), b.named("b2"), Holder.of("a", "a", null))));
        assertThat(saved).extracting(Holder::name).containsExactly("c", "b2", "a");
        assertThat(saved)
                .extracting(Holder::revision)
                .doesNotHaveDuplicates()
                .doesNotContain(b.revision(), Revision.NEW);
        assertThat(with(h -> h.findById(b.id())).orElseThrow().revision())
                .isEqualTo(saved.get(1).revision());
        assertThat(stored()).containsExactly("a=a", "b=b2", "c=c");
    }

    @Test
    void savingNothingStoresNothing() {
        assertThat(this.<List<Holder>>with(h -> h.save(List.of()))).isEmpty();
    }

    @Test
    void theSameIdTwiceInOneCallIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> with(h -> h.save(List.of(Holder.of("a", "1", null), Holder.of("a", "2", null)))))
                .withMessageContaining("twice");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aStaleSaveListsEveryStaleIdAndWritesNothing() {
        Holder a = given("a");
        Holder b = given("b");
        Holder c = given("c");
        with(h -> h.save(List.of(a.named("a2"))));
        with(h -> {
            h.delete(c.id(), c.revision());
            return 0;
        });
        assertThatExceptionOfType(StaleRevision.class)
                .isThrownBy(() -> with(
                        h -> h.save(List.of(Holder.of("d", "d", null), a.named("a3"), b.named("b3"), c.named("c3")))))
                .satisfies(e -> assertThat(e.stale())
                        .containsExactly(new EntityRef("holder", "a"), new EntityRef("holder", "c")));
        assertThat(stored()).containsExactly("a=a2", "b=b");
    }

    @Test
    void insertingAnIdThatIsTakenIsADuplicateKey() {
        given("a");
        assertThatExceptionOfType(DuplicateKey.class)
                .isThrownBy(() -> with(h -> h.save(List.of(Holder.of("b", "b", null), Holder.of("a", "a2", null)))))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("id");
                    assertThat(e.ref()).isEqualTo(new EntityRef("holder", "a"));
                });
        assertThat(stored()).containsExactly("a=a");
    }

    @Test
    void anElementOfAUniqueFieldBelongsToOneEntityOnly() {
        given("a", "1", "2");
        assertThatExceptionOfType(DuplicateKey.class)
                .isThrownBy(() ->
                        with(h -> h.save(List.of(Holder.of("b", "b", null).knownAs("3", "2")))))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("externalRefs");
                    assertThat(e.ref()).isEqualTo(new EntityRef("holder", "b"));
                });
        assertThat(stored()).containsExactly("a=a");
    }

    @Test
    void twoEntitiesOfOneCallCannotShareAnElementEither() {
        assertThatThrownBy(() -> with(h -> h.save(List.of(
                        Holder.of("a", "a", null).knownAs("1"),
                        Holder.of("b", "b", null).knownAs("1")))))
                .isInstanceOf(DuplicateKey.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void twoEntitiesMaySwapTheirKeysInOneCall() {
        Holder a = given("a", "1");
        Holder b = given("b", "2");
        with(h -> h.save(List.of(a.knownAs("2"), b.knownAs("1"))));
        assertThatThrownBy(() -> given("c", "2")).isInstanceOf(DuplicateKey.class);
    }

    @Test
    void anEntityKeepsItsOwnKeyAndMayNameItTwice() {
        Holder a = given("a", "1", "1");
        assertThat(this.<List<Holder>>with(h -> h.save(List.of(a.named("a2"))))).hasSize(1);
    }

    @Test
    void aKeyIsFreeWhenItsOwnerGaveItUpOrIsGone() {
        Holder a = given("a", "1");
        Holder b = given("b", "2");
        with(h -> h.save(List.of(a.knownAs())));
        with(h -> {
            h.delete(b.id(), b.revision());
            return 0;
        });
        assertThat(given("c", "1", "2")).isNotNull();
    }

    @Test
    void deleteAsksForTheStoredRevision() {
        Holder a = given("a");
        Holder a2 = with(h -> h.save(List.of(a.named("a2")))).get(0);
        assertThatThrownBy(() -> with(h -> {
                    h.delete(a.id(), a.revision());
                    return 0;
                }))
                .isInstanceOf(StaleRevision.class);
        assertThat(stored()).containsExactly("a=a2");
        with(h -> {
            h.delete(a.id(), a2.revision());
            return 0;
        });
        assertThat(stored()).isEmpty();
        assertThatThrownBy(() -> with(h -> {
                    h.delete(a.id(), a2.revision());
                    return 0;
                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void findAllByIdKeepsTheOrderAskedForAndLeavesOutWhatIsMissing() {
        given("a");
        given("b");
        List<CustomerId> ids = new ArrayList<>();
        for (String id : List.of("b", "x", "a", "b")) {
            ids.add(new CustomerId(id));
        }
        assertThat(this.<List<Holder>>with(h -> h.findAllById(ids)))
                .extracting(Holder::name)
                .containsExactly("b", "a");
        assertThat(this.<List<Holder>>with(h -> h.findAllById(List.of()))).isEmpty();
    }

    @Test
    void countOfEverythingIsTheNumberOfRows() {
        assertThat(this.<Long>with(h -> h.count(Conditions.always(), NOW))).isZero();
        given("a");
        given("b");
        assertThat(this.<Long>with(h -> h.count(Conditions.always(), NOW))).isEqualTo(2);
    }
}
