package org.sambandh.crm.ticket;

import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** What stores return for the repository types of this package. */
final class Forwarding {

    private Forwarding() {}

    static final class Tickets extends ForwardingRepository<Ticket, TicketId> implements TicketRepository {
        Tickets(Repository<Ticket, TicketId> inner) {
            super(inner);
        }
    }

    static final class Processes extends ForwardingRepository<TicketProcess, TicketProcessId>
            implements TicketProcessRepository {
        Processes(Repository<TicketProcess, TicketProcessId> inner) {
            super(inner);
        }
    }

    static final class Sequences extends ForwardingRepository<TicketSequence, TicketSequenceId>
            implements TicketSequenceRepository {
        Sequences(Repository<TicketSequence, TicketSequenceId> inner) {
            super(inner);
        }
    }

    static final class Policies extends ForwardingRepository<ServicePolicy, ServicePolicyId>
            implements ServicePolicyRepository {
        Policies(Repository<ServicePolicy, ServicePolicyId> inner) {
            super(inner);
        }
    }

    static final class Assets extends ForwardingRepository<Asset, AssetId> implements AssetRepository {
        Assets(Repository<Asset, AssetId> inner) {
            super(inner);
        }
    }
}
