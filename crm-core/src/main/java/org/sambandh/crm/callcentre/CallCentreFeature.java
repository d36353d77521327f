package org.sambandh.crm.callcentre;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Lists of calls, entries, attempts and agents, described to stores and catalogue. */
public final class CallCentreFeature implements Feature {

    private static final EntityType<CallList, CallListId, CallListRepository> LIST = new EntityType<>(
            CallList.class,
            "callList",
            CallListFields.ID,
            CallListRepository.class,
            StoredCallLists::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(CallListFields.EXTERNAL_REFS));

    private static final EntityType<CallEntry, CallEntryId, CallEntryRepository> ENTRY = new EntityType<>(
            CallEntry.class,
            "callEntry",
            CallEntryFields.ID,
            CallEntryRepository.class,
            StoredCallEntrys::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(CallEntryFields.EXTERNAL_REFS, CallEntryFields.KEY));

    private static final EntityType<CallAttempt, CallAttemptId, CallAttemptRepository> ATTEMPT = new EntityType<>(
            CallAttempt.class,
            "callAttempt",
            CallAttemptFields.ID,
            CallAttemptRepository.class,
            StoredCallAttempts::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(CallAttemptFields.EXTERNAL_REFS));

    private static final EntityType<CallAgent, UserId, CallAgentRepository> AGENT = new EntityType<>(
            CallAgent.class,
            "callAgent",
            CallAgentFields.ID,
            CallAgentRepository.class,
            StoredCallAgents::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(CallAgentFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public CallCentreFeature() {}

    @Override
    public String name() {
        return "callcentre";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(LIST, ENTRY, ATTEMPT, AGENT);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(CallList.class, "callList", CallListFields.ID, CallListFields.ALL)
                .entity(CallEntry.class, "callEntry", CallEntryFields.ID, CallEntryFields.ALL)
                .entity(CallAttempt.class, "callAttempt", CallAttemptFields.ID, CallAttemptFields.ALL)
                .entity(CallAgent.class, "callAgent", CallAgentFields.ID, CallAgentFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(CallEntryFields.CALL_ENTRIES).relation(CallAttemptFields.CALL_ATTEMPTS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new CallCustomerData());
    }

    private static final class StoredCallLists extends ForwardingRepository<CallList, CallListId>
            implements CallListRepository {
        StoredCallLists(Repository<CallList, CallListId> inner) {
            super(inner);
        }
    }

    private static final class StoredCallEntrys extends ForwardingRepository<CallEntry, CallEntryId>
            implements CallEntryRepository {
        StoredCallEntrys(Repository<CallEntry, CallEntryId> inner) {
            super(inner);
        }
    }

    private static final class StoredCallAttempts extends ForwardingRepository<CallAttempt, CallAttemptId>
            implements CallAttemptRepository {
        StoredCallAttempts(Repository<CallAttempt, CallAttemptId> inner) {
            super(inner);
        }
    }

    private static final class StoredCallAgents extends ForwardingRepository<CallAgent, UserId>
            implements CallAgentRepository {
        StoredCallAgents(Repository<CallAgent, UserId> inner) {
            super(inner);
        }
    }
}
