package org.sambandh.crm.survey;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * What a party was asked and answered. After an erasure its scores are still counted; what it said is gone, and so is the
 * way in. How another system names a response stays, so that the same delivery brings nothing back.
 */
final class SurveyCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<SurveyInvitation> invitations = new ArrayList<>();
        for (SurveyInvitation invitation : invitations(unit, from)) {
            invitations.add(invitation.toBuilder().party(to).build());
        }
        unit.get(SurveyInvitationRepository.class).save(invitations);
        List<SurveyResponse> responses = new ArrayList<>();
        for (SurveyResponse response : responses(unit, from)) {
            responses.add(response.toBuilder().party(to).build());
        }
        unit.get(SurveyResponseRepository.class).save(responses);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        Subject<SurveyInvitation> invited = unit.catalog().subject(SurveyInvitation.class);
        invitations(unit, id).forEach(it -> items.add(new Item(invited.ref(it), values(invited, it))));
        Subject<SurveyResponse> answered = unit.catalog().subject(SurveyResponse.class);
        for (SurveyResponse response : responses(unit, id)) {
            Map<String, String> values = values(answered, response);
            response.answers().forEach(answer -> values.put("answers." + answer.question(), answer.text()));
            items.add(new Item(answered.ref(response), values));
        }
        return items;
    }

    private static <S> Map<String, String> values(Subject<S> subject, S item) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field<S, ?> field : subject.fields()) {
            String text = Changes.text(field, item);
            if (text != null) {
                values.put(field.name(), text);
            }
        }
        return values;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (SurveyInvitation invitation : invitations(unit, id)) {
            unit.get(SurveyInvitationRepository.class)
                    .save(List.of(invitation.toBuilder()
                            .code(null)
                            .externalRefs(List.of())
                            .build()));
        }
        for (SurveyResponse response : responses(unit, id)) {
            if (response.answers().isEmpty()) {
                continue;
            }
            SurveyResponse erased = response.toBuilder().answers(List.of()).build();
            unit.get(SurveyResponseRepository.class).save(List.of(erased));
            unit.record(
                    SurveyEvents.ERASED,
                    SurveyRecords.ref("surveyResponse", response.id().value()),
                    List.of(EntityRef.of(id)),
                    List.of(),
                    Map.of());
        }
    }

    private static List<SurveyInvitation> invitations(Unit unit, CustomerId party) {
        return new SurveyRecords(unit)
                .all(SurveyInvitationRepository.class, where(SurveyFields.INVITATION_PARTY, is(party)));
    }

    private static List<SurveyResponse> responses(Unit unit, CustomerId party) {
        return new SurveyRecords(unit).all(SurveyResponseRepository.class, where(SurveyFields.PARTY, is(party)));
    }
}
