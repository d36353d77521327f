package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.InteractionRepository;
import org.sambandh.crm.interaction.Participant;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.store.Repositories;

/** Related facts: many subjects at once, one answer for each. */
interface FactsChapter extends OnStore {

    private static Customer party(int number) {
        return Samples.of(Customer.class, number);
    }

    private static Interaction with(int number, Customer... parties) {
        List<Participant> participants = new ArrayList<>();
        for (Customer party : parties) {
            participants.add(Participant.of(Participant.Role.TO, party.id()));
        }
        return Samples.of(Interaction.class, Samples.id("interaction", number), 0).toBuilder()
                .participants(participants)
                .build();
    }

    private static <S, R extends Entity<?>> List<List<String>> ids(
            Repositories all, Relation<S, R> relation, List<S> chunk) {
        List<List<String>> ids = new ArrayList<>();
        for (List<R> facts : all.facts().related(relation, chunk, Samples.MOMENT)) {
            ids.add(facts.stream().map(fact -> fact.id().value()).sorted().toList());
        }
        return ids;
    }

    @Test
    default void everySubjectGetsOneListInTheOrderOfTheChunkEmptyWhereThereIsNothing() {
        in(all -> {
            all.get(CustomerRepository.class).save(List.of(party(1), party(2), party(3)));
            all.get(InteractionRepository.class)
                    .save(List.of(with(1, party(1)), with(2, party(1), party(3)), with(3, party(3), party(3))));
            return true;
        });
        String first = Samples.id("interaction", 1);
        String second = Samples.id("interaction", 2);
        String third = Samples.id("interaction", 3);
        in(all -> {
            assertThat(ids(all, InteractionFields.INTERACTIONS, List.of(party(3), party(2), party(1), party(3))))
                    .containsExactly(List.of(second, third), List.of(), List.of(first, second), List.of(second, third));
            return true;
        });
    }

    @Test
    default void noSubjectsGetNoLists() {
        in(all -> {
            assertThat(all.facts().related(InteractionFields.INTERACTIONS, List.of(), Samples.MOMENT))
                    .isEmpty();
            assertThat(all.facts().related(OpportunityFields.CUSTOMER.relation(), List.of(), Samples.MOMENT))
                    .isEmpty();
            return true;
        });
    }

    @Test
    default void twoThousandSubjectsAreAnsweredAtOnce() {
        in(all -> {
            List<Interaction> interactions = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                interactions.add(with(i, party(17 * i), party(17 * i + 1)));
            }
            all.get(InteractionRepository.class).save(interactions);
            return true;
        });
        List<Customer> chunk = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            chunk.add(party(i));
        }
        in(all -> {
            List<List<String>> found = ids(all, InteractionFields.INTERACTIONS, chunk);
            assertThat(found).hasSize(2_000);
            for (int i = 0; i < 2_000; i++) {
                boolean named = i / 17 < 100 && i % 17 < 2;
                assertThat(found.get(i)).isEqualTo(named ? List.of(Samples.id("interaction", i / 17)) : List.of());
            }
            return true;
        });
    }

    @Test
    default void factsOfTheSameTransactionAreSeenAndThoseDeletedAreNot() {
        in(all -> {
            InteractionRepository interactions = all.get(InteractionRepository.class);
            Interaction stored = interactions.save(List.of(with(1, party(1)))).get(0);
            assertThat(ids(all, InteractionFields.INTERACTIONS, List.of(party(1))))
                    .containsExactly(List.of(stored.id().value()));
            Interaction moved = interactions
                    .save(List.of(stored.toBuilder()
                            .participants(List.of(Participant.of(Participant.Role.TO, party(2).id())))
                            .build()))
                    .get(0);
            assertThat(ids(all, InteractionFields.INTERACTIONS, List.of(party(1), party(2))))
                    .containsExactly(List.of(), List.of(stored.id().value()));
            interactions.delete(moved.id(), moved.revision());
            assertThat(ids(all, InteractionFields.INTERACTIONS, List.of(party(2))))
                    .containsExactly(List.of());
            return true;
        });
    }

    @Test
    default void factsOfAnotherTenantAreNotSeen() {
        store().inTransaction(
                        other(), all -> all.get(InteractionRepository.class).save(List.of(with(1, party(1)))));
        in(all -> {
            assertThat(ids(all, InteractionFields.INTERACTIONS, List.of(party(1))))
                    .containsExactly(List.of());
            return true;
        });
    }

    @Test
    default void aReferenceToAMergedPartyLeadsToItsSurvivor() {
        Opportunity ofGone = Samples.of(Opportunity.class, 1).toBuilder()
                .customer(new CustomerId("gone"))
                .build();
        Opportunity ofNobody =
                Samples.of(Opportunity.class, 0).toBuilder().customer(null).build();
        Opportunity ofUnknown = Samples.of(Opportunity.class, 5).toBuilder()
                .customer(new CustomerId("unknown"))
                .build();
        in(all -> {
            all.get(CustomerRepository.class).save(List.of(party(1)));
            all.get(OpportunityRepository.class).save(List.of(ofGone, ofNobody, ofUnknown));
            all.redirects().redirect(new CustomerId("gone"), party(1).id());
            return true;
        });
        in(all -> {
            assertThat(ids(all, OpportunityFields.CUSTOMER.relation(), List.of(ofNobody, ofGone, ofUnknown)))
                    .containsExactly(List.of(), List.of(party(1).id().value()), List.of());
            return true;
        });
    }

    @Test
    default void everyRelationOfTheCatalogueIsJoinedLikeThePlainestSearchDoes() {
        Samples.populate(store(), tenant());
        in(all -> {
            Map<Class<?>, List<?>> rows = Population.load(all);
            PlainFacts plain = new PlainFacts(rows, all.redirects()::resolve);
            Map<String, Integer> compared = new HashMap<>();
            for (Subject<?> subject : all.catalog().subjects()) {
                compareRelations(all, plain, subject, rows, compared);
            }
            assertThat(compared)
                    .containsKeys("customer.interactions", "customer.opportunities", "customer.memberships");
            assertThat(compared.values().stream().mapToInt(facts -> facts).sum())
                    .isGreaterThan(200);
            return true;
        });
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    private static <S> void compareRelations(
            Repositories all,
            PlainFacts plain,
            Subject<S> subject,
            Map<Class<?>, List<?>> rows,
            Map<String, Integer> compared) {
        List<S> chunk = (List<S>) rows.getOrDefault(subject.type(), List.of());
        for (Relation<S, ?> relation : subject.relations()) {
            if (relation instanceof Relation.Join) {
                List<? extends List<?>> found = all.facts().related(relation, chunk, Samples.MOMENT);
                List<? extends List<?>> expected = plain.related(relation, chunk, Samples.MOMENT);
                assertThat(found).hasSameSizeAs(expected);
                int facts = 0;
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(refs(found.get(i)))
                            .as(subject.name() + "." + relation.name())
                            .containsExactlyInAnyOrderElementsOf(refs(expected.get(i)));
                    facts += expected.get(i).size();
                }
                compared.put(subject.name() + "." + relation.name(), facts);
            }
        }
    }

    private static List<Object> refs(List<?> facts) {
        List<Object> refs = new ArrayList<>();
        facts.forEach(fact -> refs.add(((Entity<?>) fact).id()));
        return refs;
    }
}
