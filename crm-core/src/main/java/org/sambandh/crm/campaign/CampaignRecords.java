package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Reads and writes campaigns and members within one unit. */
final class CampaignRecords {

    static final int CHUNK = 1_000;

    private static final int MAX_LIMIT = 1_000;
    private static final int CODE_BYTES = 18;

    private final Unit unit;
    private final SecureRandom random = new SecureRandom();

    CampaignRecords(Unit unit) {
        this.unit = unit;
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("campaign.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return limit;
    }

    static EntityRef ref(CampaignMember member) {
        return new EntityRef("campaignMember", member.id().value());
    }

    Campaign load(CampaignId id) {
        return unit.get(CampaignRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("campaign", id.value())));
    }

    Optional<Campaign> known(ExternalRef ref) {
        return first(CampaignRepository.class, where(CampaignFields.EXTERNAL_REFS, is(ref.key())));
    }

    Optional<Campaign> byCode(String code) {
        return first(CampaignRepository.class, where(CampaignFields.CODE, is(code)));
    }

    Campaign plan(NewCampaign said) {
        Campaign campaign = copy(said, Campaign.builder(unit.newId(CampaignId.class, CampaignId::new)))
                .externalRefs(said.draft().externalRefs())
                .build();
        return store(CampaignEvents.PLANNED, null, campaign);
    }

    static Campaign.Builder copy(NewCampaign said, Campaign.Builder onto) {
        Campaign draft = said.draft();
        return onto.code(draft.code())
                .name(draft.name())
                .channel(draft.channel())
                .brand(draft.brand().orElse(null))
                .budget(draft.budget().orElse(null))
                .startsOn(draft.startsOn().orElse(null))
                .endsOn(draft.endsOn().orElse(null));
    }

    Campaign save(String event, Campaign before, Campaign after) {
        boolean same = Changes.between(unit.catalog().subject(Campaign.class), before, after)
                .isEmpty();
        return same ? before : store(event, before, after);
    }

    private Campaign store(String event, @Nullable Campaign before, Campaign after) {
        Optional<Campaign> other = byCode(after.code());
        if (other.isPresent() && !other.get().id().equals(after.id())) {
            throw new DuplicateKey(after.ref(), "code");
        }
        Campaign stored =
                unit.get(CampaignRepository.class).save(List.of(after)).get(0);
        unit.record(event, Campaign.class, before, stored, List.of(), Map.of());
        return stored;
    }

    CampaignMember load(CampaignMemberId id) {
        return unit.get(CampaignMemberRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("campaignMember", id.value())));
    }

    Optional<CampaignMember> member(CampaignId campaign, CustomerId party) {
        return first(
                CampaignMemberRepository.class,
                where(CampaignMemberFields.KEY, is(CampaignMemberFields.key(campaign, party))));
    }

    Optional<CampaignMember> byTrackingCode(String code) {
        return Text.isLinkCode(code)
                ? first(CampaignMemberRepository.class, where(CampaignMemberFields.TRACKING_CODES, is(code)))
                : Optional.empty();
    }

    CampaignMember target(Campaign campaign, CustomerId party, Instant at, @Nullable SegmentId segment) {
        byte[] code = new byte[CODE_BYTES];
        random.nextBytes(code);
        return CampaignMember.builder(unit.newId(CampaignMemberId.class, CampaignMemberId::new))
                .campaign(campaign.id())
                .party(party)
                .targetedAt(at)
                .segment(segment)
                .trackingCodes(List.of(Base64.getUrlEncoder().withoutPadding().encodeToString(code)))
                .build();
    }

    CampaignMember store(
            String event, @Nullable CampaignMember before, CampaignMember after, Map<String, String> data) {
        CampaignMember stored =
                unit.get(CampaignMemberRepository.class).save(List.of(after)).get(0);
        List<EntityRef> concerning = List.of(
                EntityRef.of(stored.party()),
                new EntityRef("campaign", stored.campaign().value()));
        unit.record(event, CampaignMember.class, before, stored, concerning, data);
        return stored;
    }

    CampaignMember advance(CampaignMember before, MemberStatus step, Instant at) {
        CampaignMember after = before.advance(step, past("campaignMember.at", at));
        return after.at(step).equals(before.at(step))
                ? before
                : store(CampaignEvents.MEMBER_ADVANCED, before, after, Map.of("step", step.name()));
    }

    Instant past(String path, Instant at) {
        if (at.isAfter(unit.now())) {
            throw new Invalid(path, "not in the future: at most " + unit.now());
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw new Invalid(path, "not before 1970");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    List<CampaignMember> all(Condition<CampaignMember> condition) {
        List<CampaignMember> all = new ArrayList<>();
        each(CampaignMemberRepository.class, condition, all::addAll);
        return all;
    }

    /** Hands over everything that matches, at most {@link #CHUNK} at a time. */
    <T> void each(Class<? extends Repository<T, ?>> type, Condition<T> condition, Consumer<List<T>> chunk) {
        Query<T> query = Query.of(condition, unit.moment()).limit(CHUNK);
        Page<T> page = unit.get(type).find(query);
        chunk.accept(page.items());
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = unit.get(type).find(query.after(next.get()));
            chunk.accept(page.items());
        }
    }

    private <T> Optional<T> first(Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        return unit.get(type).find(Query.of(condition, unit.moment()).limit(1)).items().stream()
                .findFirst();
    }
}
