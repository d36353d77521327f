package org.sambandh.crm.survey;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Reads what surveys keep, within one unit. */
final class SurveyRecords {

    private static final int CHUNK = 1_000;

    private final Unit unit;

    SurveyRecords(Unit unit) {
        this.unit = unit;
    }

    static EntityRef ref(String kind, String id) {
        return new EntityRef(kind, id);
    }

    Questionnaire questionnaire(QuestionnaireId id) {
        return unit.get(QuestionnaireRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(ref("questionnaire", id.value())));
    }

    Optional<Questionnaire> latest(String code) {
        return unit
                .get(QuestionnaireRepository.class)
                .find(Query.of(where(SurveyFields.CODE, is(code)), unit.moment())
                        .orderBy(Order.descending(SurveyFields.VERSION))
                        .limit(1))
                .items()
                .stream()
                .findFirst();
    }

    SurveyResponse response(SurveyResponseId id) {
        return unit.get(SurveyResponseRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(ref("surveyResponse", id.value())));
    }

    Optional<SurveyResponse> known(ExternalRef ref) {
        return all(SurveyResponseRepository.class, where(SurveyFields.RESPONSE_REFS, is(ref.key()))).stream()
                .findFirst();
    }

    Optional<SurveyInvitation> invitation(String code) {
        return Text.isLinkCode(code)
                ? all(SurveyInvitationRepository.class, where(SurveyFields.INVITATION_CODE, is(code))).stream()
                        .findFirst()
                : Optional.empty();
    }

    CustomerId party(CustomerId id) {
        CustomerId now = unit.repositories().redirects().resolve(id);
        if (unit.get(CustomerRepository.class).findById(now).isEmpty()) {
            throw new NotFound(EntityRef.of(id));
        }
        return now;
    }

    Instant past(Instant at) {
        if (at.isAfter(unit.now()) || at.isBefore(Instant.EPOCH)) {
            throw new Invalid("response.at", "between 1970 and now, " + unit.now());
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    <T> List<T> all(Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        Query<T> query = Query.of(condition, unit.moment()).limit(CHUNK);
        Page<T> page = unit.get(type).find(query);
        List<T> all = new ArrayList<>(page.items());
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = unit.get(type).find(query.after(next.get()));
            all.addAll(page.items());
        }
        return all;
    }
}
