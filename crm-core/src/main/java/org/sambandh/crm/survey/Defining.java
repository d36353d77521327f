package org.sambandh.crm.survey;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Upserted;

/** Keeps questionnaires and their versions. */
final class Defining {

    private final Unit unit;
    private final SurveyRecords records;

    Defining(Unit unit) {
        this.unit = unit;
        this.records = new SurveyRecords(unit);
    }

    Questionnaire define(NewQuestionnaire said) {
        new PartyAttributes(unit).check(said.questions());
        Optional<Questionnaire> latest = records.latest(said.code());
        return latest.isPresent() && !latest.get().closed() && says(latest.get(), said)
                ? latest.get()
                : next(latest, said, latest.map(Questionnaire::externalRefs).orElse(List.of()));
    }

    Upserted<Questionnaire> upsert(ExternalRef ref, NewQuestionnaire said) {
        new PartyAttributes(unit).check(said.questions());
        known(ref).filter(known -> !known.code().equals(said.code())).ifPresent(known -> {
            throw new RuleViolation(
                    "questionnaire-code",
                    known.ref(),
                    "Cannot change the code of questionnaire " + known.id() + ": it joins all versions. Use another"
                            + " reference for another questionnaire.");
        });
        Optional<Questionnaire> latest = records.latest(said.code());
        List<ExternalRef> refs =
                new ArrayList<>(latest.map(Questionnaire::externalRefs).orElse(List.of()));
        boolean named = refs.contains(ref);
        if (!named) {
            refs.add(ref);
        }
        if (latest.isEmpty()) {
            return new Upserted.Created<>(next(latest, said, refs));
        }
        if (!says(latest.get(), said)) {
            return new Upserted.Updated<>(next(latest, said, refs));
        }
        return named
                ? new Upserted.Unchanged<>(latest.get())
                : new Upserted.Updated<>(save(
                        SurveyEvents.DEFINED,
                        latest.get(),
                        latest.get().toBuilder().externalRefs(refs).build()));
    }

    private Optional<Questionnaire> known(ExternalRef ref) {
        return records.all(QuestionnaireRepository.class, where(SurveyFields.EXTERNAL_REFS, is(ref.key()))).stream()
                .findFirst();
    }

    private static boolean says(Questionnaire known, NewQuestionnaire said) {
        return known.name().equals(said.name())
                && known.brand().equals(Optional.ofNullable(said.brand()))
                && known.questions().equals(said.questions());
    }

    /** How other systems name it goes with the latest version. */
    private Questionnaire next(Optional<Questionnaire> latest, NewQuestionnaire said, List<ExternalRef> refs) {
        Questionnaire next = Questionnaire.builder(unit.newId(QuestionnaireId.class, QuestionnaireId::new))
                .code(said.code())
                .version(latest.map(it -> it.version() + 1).orElse(1))
                .name(said.name())
                .brand(said.brand())
                .questions(said.questions())
                .externalRefs(refs)
                .build();
        latest.filter(it -> !it.externalRefs().isEmpty())
                .ifPresent(it -> unit.get(QuestionnaireRepository.class)
                        .save(List.of(it.toBuilder().externalRefs(List.of()).build())));
        return save(SurveyEvents.DEFINED, null, next);
    }

    Questionnaire close(QuestionnaireId id) {
        Questionnaire before = records.questionnaire(id);
        return before.closed()
                ? before
                : save(
                        SurveyEvents.CLOSED,
                        before,
                        before.toBuilder().closed(true).build());
    }

    private Questionnaire save(String event, @Nullable Questionnaire before, Questionnaire after) {
        Questionnaire stored =
                unit.get(QuestionnaireRepository.class).save(List.of(after)).get(0);
        unit.record(event, Questionnaire.class, before, stored, List.of(), Map.of());
        return stored;
    }
}
