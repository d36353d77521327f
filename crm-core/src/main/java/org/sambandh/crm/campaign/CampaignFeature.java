package org.sambandh.crm.campaign;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Campaigns and their members, described to stores and catalogue. */
public final class CampaignFeature implements Feature {

    private static final EntityType<Campaign, CampaignId, CampaignRepository> CAMPAIGN = new EntityType<>(
            Campaign.class,
            "campaign",
            CampaignFields.ID,
            CampaignRepository.class,
            StoredCampaigns::new,
            (campaign, revision) -> campaign.toBuilder().revision(revision).build(),
            List.of(CampaignFields.EXTERNAL_REFS, CampaignFields.CODE));

    private static final EntityType<CampaignMember, CampaignMemberId, CampaignMemberRepository> MEMBER =
            new EntityType<>(
                    CampaignMember.class,
                    "campaignMember",
                    CampaignMemberFields.ID,
                    CampaignMemberRepository.class,
                    StoredMembers::new,
                    (member, revision) -> member.toBuilder().revision(revision).build(),
                    List.of(
                            CampaignMemberFields.EXTERNAL_REFS,
                            CampaignMemberFields.KEY,
                            CampaignMemberFields.TRACKING_CODES));

    /** Makes the feature. */
    public CampaignFeature() {}

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(CAMPAIGN, MEMBER);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Campaign.class, "campaign", CampaignFields.ID, CampaignFields.ALL)
                .entity(CampaignMember.class, "campaignMember", CampaignMemberFields.ID, CampaignMemberFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(CampaignMemberFields.CAMPAIGN_MEMBERSHIPS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new CampaignCustomerData());
    }

    private static final class StoredCampaigns extends ForwardingRepository<Campaign, CampaignId>
            implements CampaignRepository {
        StoredCampaigns(Repository<Campaign, CampaignId> inner) {
            super(inner);
        }
    }

    private static final class StoredMembers extends ForwardingRepository<CampaignMember, CampaignMemberId>
            implements CampaignMemberRepository {
        StoredMembers(Repository<CampaignMember, CampaignMemberId> inner) {
            super(inner);
        }
    }
}
