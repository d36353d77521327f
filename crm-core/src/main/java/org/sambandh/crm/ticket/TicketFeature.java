package org.sambandh.crm.ticket;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** Tickets, installed assets and what is promised, described to stores and to the catalogue. */
public final class TicketFeature implements Feature {

    private static final EntityType<Ticket, TicketId, TicketRepository> TICKET = new EntityType<>(
            Ticket.class,
            "ticket",
            TicketFields.ID,
            TicketRepository.class,
            Forwarding.Tickets::new,
            (ticket, revision) -> ticket.toBuilder().revision(revision).build(),
            List.of(TicketFields.EXTERNAL_REFS, TicketFields.NUMBER));

    private static final EntityType<Asset, AssetId, AssetRepository> ASSET = new EntityType<>(
            Asset.class,
            "asset",
            AssetFields.ID,
            AssetRepository.class,
            Forwarding.Assets::new,
            (asset, revision) -> asset.toBuilder().revision(revision).build(),
            List.of(AssetFields.EXTERNAL_REFS, AssetFields.EXCLUSIVE_SERIAL));

    private static final EntityType<ServicePolicy, ServicePolicyId, ServicePolicyRepository> POLICY = new EntityType<>(
            ServicePolicy.class,
            "servicePolicy",
            ServiceFields.POLICY_ID,
            ServicePolicyRepository.class,
            Forwarding.Policies::new,
            (policy, revision) -> policy.toBuilder().revision(revision).build(),
            List.of(ServiceFields.POLICY_EXTERNAL_REFS));

    private static final EntityType<TicketProcess, TicketProcessId, TicketProcessRepository> PROCESS = new EntityType<>(
            TicketProcess.class,
            "ticketProcess",
            ServiceFields.PROCESS_ID,
            TicketProcessRepository.class,
            Forwarding.Processes::new,
            (process, revision) -> process.toBuilder().revision(revision).build(),
            List.of(ServiceFields.PROCESS_EXTERNAL_REFS));

    private static final EntityType<TicketSequence, TicketSequenceId, TicketSequenceRepository> SEQUENCE =
            new EntityType<>(
                    TicketSequence.class,
                    "ticketSequence",
                    ServiceFields.SEQUENCE_ID,
                    TicketSequenceRepository.class,
                    Forwarding.Sequences::new,
                    (sequence, revision) ->
                            sequence.toBuilder().revision(revision).build(),
                    List.of(ServiceFields.SEQUENCE_EXTERNAL_REFS));

    /** Makes the feature. */
    public TicketFeature() {}

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(TICKET, ASSET, POLICY, PROCESS, SEQUENCE);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Ticket.class, "ticket", TicketFields.ID, TicketFields.ALL)
                .entity(Asset.class, "asset", AssetFields.ID, AssetFields.ALL)
                .entity(ServicePolicy.class, "servicePolicy", ServiceFields.POLICY_ID, ServiceFields.POLICY_ALL)
                .entity(TicketProcess.class, "ticketProcess", ServiceFields.PROCESS_ID, ServiceFields.PROCESS_ALL)
                .entity(TicketSequence.class, "ticketSequence", ServiceFields.SEQUENCE_ID, ServiceFields.SEQUENCE_ALL)
                .part(StatusVisit.class, "statusVisit", TicketFields.VISIT)
                .part(MeterReading.class, "meterReading", AssetFields.READING);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(TicketFields.TICKETS)
                .relation(TicketFields.ASSET_TICKETS)
                .relation(TicketFields.VISITS)
                .relation(AssetFields.ASSETS)
                .relation(AssetFields.READINGS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new TicketCustomerData());
    }
}
