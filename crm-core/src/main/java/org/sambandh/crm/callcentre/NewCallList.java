package org.sambandh.crm.callcentre;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.ExternalRef;

/** A list of calls to be made: {@code NewCallList.of("Renewals").rules(...)}. Immutable; every method returns a changed copy. */
public final class NewCallList {

    private static final CallListId DRAFT = new CallListId("draft");

    private final CallList draft;

    private NewCallList(CallList draft) {
        this.draft = draft;
    }

    /**
     * Returns a list to describe further: standard rules and codes.
     *
     * @param name what it is called, at most 200 characters
     * @return the list
     */
    public static NewCallList of(String name) {
        return new NewCallList(CallList.builder(DRAFT).name(name).build());
    }

    /**
     * Sets how often, how soon again and at what hours its parties are called.
     *
     * @param rules the rules
     * @return a changed copy
     */
    public NewCallList rules(CallRules rules) {
        return new NewCallList(draft.toBuilder().rules(rules).build());
    }

    /**
     * Sets the codes an attempt may end with.
     *
     * @param codes each once
     * @return a changed copy
     * @throws org.sambandh.crm.common.Invalid if there is none, or one is there twice
     */
    public NewCallList dispositions(List<CallDisposition> codes) {
        return new NewCallList(draft.toBuilder().dispositions(codes).build());
    }

    /**
     * Sets the campaign it belongs to.
     *
     * @param campaign the campaign, or null
     * @return a changed copy
     */
    public NewCallList campaign(@Nullable CampaignId campaign) {
        return new NewCallList(draft.toBuilder().campaign(campaign).build());
    }

    /**
     * Sets under which name of ours is called.
     *
     * @param brand the brand, or null
     * @return a changed copy
     */
    public NewCallList brand(@Nullable Brand brand) {
        return new NewCallList(draft.toBuilder().brand(brand).build());
    }

    /**
     * Adds how another system names it.
     *
     * @param ref system, type and value
     * @return a changed copy
     */
    public NewCallList externalRef(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(draft.externalRefs());
        refs.add(ref);
        return new NewCallList(draft.toBuilder().externalRefs(refs).build());
    }

    CallList draft() {
        return draft;
    }

    /** {@return nothing of the content} */
    @Override
    public String toString() {
        return "NewCallList";
    }
}
