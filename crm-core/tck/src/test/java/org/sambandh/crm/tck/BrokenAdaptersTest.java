package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** An adapter with a mistake fails the tests that name the mistake, and no others. */
class BrokenAdaptersTest {

    private static final ThreadLocal<Function<Schema, CrmStore>> STORE = new ThreadLocal<>();

    static class Customers extends CustomerRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return STORE.get().apply(schema);
        }
    }

    /** Mistakes at the edges of windows and days show in few conditions on one kind. */
    static class ThoroughCustomers extends Customers {
        @Override
        protected int conditionsToCompare() {
            return 800;
        }
    }

    static class Itself extends StoreContract {
        @Override
        protected CrmStore store(Schema schema) {
            return STORE.get().apply(schema);
        }
    }

    static class OneTenant extends Customers {
        @Override
        protected Set<Chapter> leftOut() {
            return Set.of(Chapter.TENANCY, Chapter.UNIQUE_KEYS);
        }
    }

    private static Events run(Function<Schema, CrmStore> store, Class<?>... contracts) {
        STORE.set(store);
        try {
            EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
            for (Class<?> contract : contracts) {
                kit.selectors(selectClass(contract));
            }
            return kit.execute().testEvents();
        } finally {
            STORE.remove();
        }
    }

    private static Set<String> failed(Function<Schema, CrmStore> store) {
        return names(run(store, Customers.class, Itself.class).failed());
    }

    private static Set<String> names(Events events) {
        Set<String> names = new TreeSet<>();
        for (Event event : events.list()) {
            names.add(event.getTestDescriptor().getDisplayName().replace("()", ""));
        }
        return names;
    }

    @Test
    void aSoundAdapterFailsNothing() {
        assertThat(failed(schema -> InMemoryCrmStore.builder(schema).build())).isEmpty();
    }

    @Test
    void aChapterThatIsLeftOutIsReportedAsSkippedNotAsPassed() {
        Events events = run(Defects.ForgetsTenancy::new, OneTenant.class);
        assertThat(names(events.failed())).isEmpty();
        assertThat(names(events.aborted()))
                .hasSize(14)
                .contains("aCursorOfAnotherTenantIsInvalid", "twoEntitiesMaySwapTheirKeysInOneSave");
        assertThat(names(events.succeeded()))
                .doesNotContain("aCursorOfAnotherTenantIsInvalid", "twoEntitiesMaySwapTheirKeysInOneSave");
    }

    @Test
    void anAdapterThatForgetsTenancyShowsEveryTenantTheOthers() {
        assertThat(failed(Defects.ForgetsTenancy::new))
                .containsExactlyInAnyOrder(
                        "aCursorOfAnotherTenantIsInvalid",
                        "aRedirectOfAnotherTenantIsNotSeen",
                        "anIdOfAnotherTenantIsAnsweredLikeAMissingOneByEveryMethod",
                        "anotherTenantHasAnOutboxOfItsOwn",
                        "everyConditionFindsTheRowsThatTheInterpreterFinds",
                        "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds",
                        "everyTenantSeesItsOwnInEveryOrder",
                        "factsOfAnotherTenantAreNotSeen",
                        "theSameIdsAndKeysAreFreeInAnotherTenant",
                        "theTransactionKnowsItsTenantWithItsCatalogueAndSettings");
    }

    @Test
    void anAdapterThatLosesRollbackLeavesSomethingBehind() {
        assertThat(failed(Defects.LosesRollback::new))
                .containsExactlyInAnyOrder(
                        "aFunctionThatThrowsLeavesNothingBehind",
                        "aKeyClaimedInATransactionThatFailedIsFree",
                        "aRedirectOfATransactionThatFailedLeadsNowhere",
                        "actionsAfterTheCommitAreDroppedWhenTheTransactionFails",
                        "actionsOnRollbackRunWhenTheTransactionFailsTheLastOneFirst",
                        "anErrorRollsBackToo",
                        "whatIsSavedInSeveralRepositoriesIsKeptTogetherOrNotAtAll");
    }

    @Test
    void anAdapterThatRunsAfterCommitOnFailureTellsOfWhatNeverHappened() {
        assertThat(failed(Defects.RunsAfterCommitOnFailure::new))
                .containsExactlyInAnyOrder(
                        "actionsAfterTheCommitAreDroppedWhenTheTransactionFails",
                        "actionsAfterTheCommitAreDroppedWhenTheTransactionIsDead");
    }

    @Test
    void anAdapterThatLeavesOutSubjectsWithoutFactsMixesUpTheAnswers() {
        assertThat(failed(Defects.LeavesOutSubjectsWithoutFacts::new))
                .containsExactlyInAnyOrder(
                        "aReferenceToAMergedPartyLeadsToItsSurvivor",
                        "everyRelationOfTheCatalogueIsJoinedLikeThePlainestSearchDoes",
                        "everySubjectGetsOneListInTheOrderOfTheChunkEmptyWhereThereIsNothing",
                        "factsOfAnotherTenantAreNotSeen",
                        "factsOfTheSameTransactionAreSeenAndThoseDeletedAreNot",
                        "twoThousandSubjectsAreAnsweredAtOnce");
    }

    @Test
    void anAdapterThatOverwritesStaleStatesLosesWrites() {
        assertThat(failed(Defects.OverwritesStaleStates::new))
                .containsExactlyInAnyOrder(
                        "aStaleErrorNamesEveryEntityThatIsStaleOrGone",
                        "afterAnyExceptionOfARepositoryTheTransactionIsDead",
                        "anEntityDeletedAndMadeAnewInOneTransactionGetsANewRevision",
                        "anEntityMadeAnewNeverGetsAnOldRevisionBack",
                        "ofManyWhoReadTheSameAndTryAgainWhenStaleNobodyLosesAWrite",
                        "ofTwoWhoUpdateTheSameStateExactlyOneWins",
                        "oneStaleEntityKeepsTheWholeCallFromBeingWritten",
                        "savingAnUnchangedCopyGivesANewRevisionToo",
                        "updateWithAStaleRevisionIsRefusedAndLeavesTheRowAlone",
                        "updateWithAStaleRevisionIsRefusedWithinOneTransactionToo",
                        "whenSomeAreStaleAndAnIdIsTakenTheStaleOnesAreSaid");
    }

    @Test
    void anAdapterThatNamesOneStaleEntityHidesTheOthers() {
        assertThat(failed(Defects.NamesOneStaleEntity::new))
                .containsExactlyInAnyOrder("aStaleErrorNamesEveryEntityThatIsStaleOrGone");
    }

    @Test
    void anAdapterThatKeepsOldRevisionsAfterDeleteTakesTheOldForTheNew() {
        assertThat(failed(Defects.KeepsOldRevisionsAfterDelete::new))
                .containsExactlyInAnyOrder(
                        "anEntityDeletedAndMadeAnewInOneTransactionGetsANewRevision",
                        "anEntityMadeAnewNeverGetsAnOldRevisionBack",
                        "everyWriteGivesARevisionThatTheEntityNeverHad",
                        "savingAnUnchangedCopyGivesANewRevisionToo");
    }

    @Test
    void anAdapterThatSavesOneByOneRefusesASwap() {
        assertThat(failed(Defects.SavesOneByOne::new))
                .containsExactlyInAnyOrder(
                        "aKeyMayMoveOnToAnEntityThatIsInsertedInTheSameSave",
                        "aStaleErrorNamesEveryEntityThatIsStaleOrGone",
                        "savingOneIdTwiceInOneCallIsInvalid",
                        "twoEntitiesMaySwapTheirKeysInOneSave",
                        "whenSomeAreStaleAndAnIdIsTakenTheStaleOnesAreSaid");
    }

    @Test
    void anAdapterThatDropsTiesWhilePagingLosesRows() {
        assertThat(failed(Defects.DropsTiesWhilePaging::new))
                .containsExactlyInAnyOrder(
                        "aSortedQueryReadInPagesGivesEveryRowOnceInTheSameOrder", "severalOrdersCountFromTheFirstOn");
    }

    @Test
    void anAdapterThatTakesAShortPageForTheLastStopsTooEarly() {
        assertThat(failed(Defects.TakesAShortPageForTheLast::new))
                .containsExactlyInAnyOrder(
                        "aPageShorterThanItsLimitIsNotTheLastOneOnlyAMissingNextIs",
                        "everyConditionFindsTheRowsThatTheInterpreterFinds",
                        "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds");
    }

    @Test
    void anAdapterThatReturnsUnsortedIsNoticedForNumbersAndTexts() {
        assertThat(failed(Defects.ReturnsUnsorted::new))
                .containsExactlyInAnyOrder(
                        "aCursorBehindAnIdBeginsThereWhetherOrNotItExists",
                        "aCursorOfAnotherConditionOrOrderIsInvalid",
                        "everyFieldSortsBothWaysWithMissingValuesLastAndTiesById",
                        "severalOrdersCountFromTheFirstOn");
    }

    @Test
    void anAdapterThatSortsMissingFirstIsNoticed() {
        assertThat(failed(Defects.SortsMissingFirst::new))
                .containsExactlyInAnyOrder(
                        "aSortedQueryReadInPagesGivesEveryRowOnceInTheSameOrder",
                        "everyFieldSortsBothWaysWithMissingValuesLastAndTiesById");
    }

    @Test
    void anAdapterThatKnowsAThirdTruthValueLosesMissingValues() {
        assertThat(failed(Defects.KnowsAThirdTruthValue::new))
                .containsExactlyInAnyOrder(
                        "aMissingValuePassesNoTestAndNotIsThePlainComplement",
                        "everyConditionFindsTheRowsThatTheInterpreterFinds",
                        "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds");
    }

    @Test
    void anAdapterThatIgnoresCaseFindsTooMuch() {
        assertThat(failed(Defects.IgnoresCase::new))
                .containsExactlyInAnyOrder(
                        "aMissingValuePassesNoTestAndNotIsThePlainComplement",
                        "anEqualityFindsExactlyTheRowsThatHaveTheValueIndexedOrNot",
                        "everyConditionFindsTheRowsThatTheInterpreterFinds",
                        "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds");
    }

    private static Set<String> failedThoroughly(Function<Schema, CrmStore> store) {
        return names(run(store, ThoroughCustomers.class).failed());
    }

    @Test
    void anAdapterThatMisreadsConditionsIsFoundByComparingThem() {
        for (Rewrite rewrite : List.of(
                new Rewrite.WindowEndIsOut(),
                new Rewrite.WindowBeginIsOut(),
                new Rewrite.AllOfNothingIsFalse(),
                new Rewrite.SumOverNothingIsMissing(),
                new Rewrite.CountsTheFactsOfAnyWhere())) {
            assertThat(failedThoroughly(schema -> new MisreadingStores.Rewriting(schema, rewrite)))
                    .as("%s", rewrite.getClass().getSimpleName())
                    .containsAnyOf(
                            "everyConditionFindsTheRowsThatTheInterpreterFinds",
                            "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds");
        }
    }

    @Test
    void anAdapterThatForgetsTheZoneCountsOtherDays() {
        assertThat(failedThoroughly(MisreadingStores.ForgetsTheZone::new))
                .containsAnyOf(
                        "everyConditionFindsTheRowsThatTheInterpreterFinds",
                        "everyConditionOnAHostsOwnFieldsFindsTheRowsThatTheInterpreterFinds");
    }
}
