package org.sambandh.crm.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.interaction.Channel;

/**
 * A campaign to be planned: {@code NewCampaign.of("diwali-26", "Diwali 2026", Channel.EMAIL).budget(Money.of(50_000, "INR"))}.
 * Immutable; every method returns a changed copy.
 */
public final class NewCampaign {

    private static final CampaignId DRAFT = new CampaignId("draft");

    private final Campaign draft;

    private NewCampaign(Campaign draft) {
        this.draft = draft;
    }

    /**
     * Returns a campaign to describe further.
     *
     * @param code its short name, at most 60 characters
     * @param name what it is called, at most 200 characters
     * @param channel the way by which it reaches its members
     * @return the campaign
     */
    public static NewCampaign of(String code, String name, Channel channel) {
        return new NewCampaign(
                Campaign.builder(DRAFT).code(code).name(name).channel(channel).build());
    }

    /**
     * Sets under which name of ours it runs.
     *
     * @param brand the brand, or null
     * @return a changed copy
     */
    public NewCampaign brand(@Nullable Brand brand) {
        return new NewCampaign(draft.toBuilder().brand(brand).build());
    }

    /**
     * Sets what it may cost.
     *
     * @param allowed the budget, or null
     * @return a changed copy
     */
    public NewCampaign budget(@Nullable Money allowed) {
        return new NewCampaign(draft.changeBudget(allowed));
    }

    /**
     * Sets its days.
     *
     * @param first the first, or null if unknown
     * @param last the last, or null if unknown
     * @return a changed copy
     * @throws org.sambandh.crm.common.Invalid if it would end before it starts
     */
    public NewCampaign during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new NewCampaign(draft.schedule(first, last));
    }

    /**
     * Adds how another system names it.
     *
     * @param ref system, type and value
     * @return a changed copy
     */
    public NewCampaign externalRef(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(draft.externalRefs());
        refs.add(ref);
        return new NewCampaign(draft.toBuilder().externalRefs(refs).build());
    }

    Campaign draft() {
        return draft;
    }

    /** {@return the code} */
    @Override
    public String toString() {
        return "NewCampaign[" + draft.code() + "]";
    }
}
