package org.sambandh.crm;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sambandh.crm.callcentre.CallCentreFeature;
import org.sambandh.crm.campaign.CampaignFeature;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.CustomerFeature;
import org.sambandh.crm.event.EventListener;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.InteractionFeature;
import org.sambandh.crm.lead.LeadFeature;
import org.sambandh.crm.pipeline.PipelineFeature;
import org.sambandh.crm.prediction.PredictionFeature;
import org.sambandh.crm.product.ProductFeature;
import org.sambandh.crm.purchase.PurchaseFeature;
import org.sambandh.crm.scoring.ScoringFeature;
import org.sambandh.crm.segment.SegmentFeature;
import org.sambandh.crm.segment.SegmentReaction;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.survey.SurveyFeature;
import org.sambandh.crm.task.TaskFeature;
import org.sambandh.crm.team.TeamFeature;
import org.sambandh.crm.ticket.TicketFeature;

/**
 * The library, set up for a host: a store, a clock, generators of ids, and who is told of events. Immutable and safe for
 * concurrent use; a host makes one and keeps it.
 *
 * <p>{@link #inMemory()} needs nothing. A host with a store of its own begins at {@link #builder(CrmStore)}.
 */
public final class Crm {

    private final CrmStore store;
    private final InstantSource clock;
    private final IdGenerator defaultIds;
    private final Map<Class<? extends Id>, IdGenerator> ids;
    private final List<EventListener> listeners;
    private final List<CustomerData> customerData;
    private final List<Reaction> reactions;

    private Crm(Builder builder) {
        this.store = builder.store;
        this.clock = builder.clock;
        this.defaultIds = IdGenerator.uuidV7(builder.clock);
        this.ids = Map.copyOf(builder.ids);
        this.listeners = List.copyOf(builder.listeners);
        this.customerData = List.copyOf(builder.customerData);
        this.reactions = List.copyOf(builder.reactions);
    }

    /**
     * Returns the features of this library, in the order in which a schema must hold them. A host's own features go
     * before the last two, which look at every subject.
     *
     * @return a new list, to be changed at will
     */
    public static List<Feature> features() {
        return new ArrayList<>(List.of(
                new TeamFeature(),
                new CustomerFeature(),
                new InteractionFeature(),
                new PipelineFeature(),
                new TaskFeature(),
                new LeadFeature(),
                new CampaignFeature(),
                new ProductFeature(),
                new PurchaseFeature(),
                new TicketFeature(),
                new CallCentreFeature(),
                new SurveyFeature(),
                new PredictionFeature(),
                new ScoringFeature(),
                new SegmentFeature()));
    }

    /**
     * Returns what a store must keep for this library, when all tenants have the same settings and fields.
     *
     * @param settings the settings
     * @param hostFields the host's own fields ({@link Field#attribute})
     * @return the schema, to build a store with
     */
    public static Schema schema(TenantSettings settings, Field<?, ?>... hostFields) {
        List<Field<?, ?>> fields = List.of(hostFields);
        DatedSettings always = DatedSettings.always(settings);
        return new Schema(features(), tenant -> always, tenant -> fields);
    }

    /**
     * Returns the library over a store in memory: zone UTC, base currency USD, the system's clock. Nothing is kept when
     * the process ends.
     *
     * @return the library
     */
    public static Crm inMemory() {
        return inMemory(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("USD")), InstantSource.system());
    }

    /**
     * Returns the library over a store in memory.
     *
     * @param settings the settings of all tenants
     * @param clock where instants come from
     * @param hostFields the host's own fields of all tenants
     * @return the library
     */
    public static Crm inMemory(TenantSettings settings, InstantSource clock, Field<?, ?>... hostFields) {
        return builder(InMemoryCrmStore.builder(schema(settings, hostFields)).build())
                .clock(clock)
                .build();
    }

    /**
     * Returns the library over a store, to be set up.
     *
     * @param store any store
     * @return the builder
     */
    public static Builder builder(CrmStore store) {
        return new Builder(store);
    }

    /**
     * Returns the services for somebody who acts, in a host with one tenant.
     *
     * @param actor who acts
     * @return the services of {@link TenantId#DEFAULT}
     */
    public CrmSession as(Actor actor) {
        return as(TenantId.DEFAULT, actor);
    }

    /**
     * Returns the services for somebody who acts. Cheap: make one for each request.
     *
     * @param tenant whose data
     * @param actor who acts
     * @return the services
     */
    public CrmSession as(TenantId tenant, Actor actor) {
        return new CrmSession(new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return store.inTransaction(tenant, repositories -> {
                    Unit unit = new Unit(
                            tenant,
                            actor,
                            clock.instant(),
                            repositories,
                            type -> ids.getOrDefault(type, defaultIds),
                            customerData,
                            reactions);
                    R result = work.apply(unit);
                    unit.end(listeners);
                    return result;
                });
            }
        });
    }

    /** Sets up the library. Not safe for concurrent use. */
    public static final class Builder {

        private final CrmStore store;
        private InstantSource clock = InstantSource.system();
        private final Map<Class<? extends Id>, IdGenerator> ids = new HashMap<>();
        private final List<EventListener> listeners = new ArrayList<>();
        private final List<CustomerData> customerData = new ArrayList<>();
        private final List<Reaction> reactions = new ArrayList<>();

        private Builder(CrmStore store) {
            this.store = store;
            for (Feature feature : features()) {
                feature.customerData().ifPresent(customerData::add);
                feature.reaction().ifPresent(reactions::add);
            }
        }

        /**
         * Sets where instants come from; the system's clock unless set.
         *
         * @param source the clock
         * @return this
         */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /**
         * Sets who makes the ids of one kind of entity; UUIDs of version 7 unless set.
         *
         * @param type the id type, for example {@code CustomerId.class}
         * @param generator makes the texts
         * @return this
         */
        public Builder ids(Class<? extends Id> type, IdGenerator generator) {
            ids.put(type, generator);
            return this;
        }

        /**
         * Adds somebody who is told of events after the commit.
         *
         * @param listener is told of each event, in order
         * @return this
         */
        public Builder listener(EventListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Adds what a host keeps about parties in its own tables, so that merge, export and erasure reach it.
         *
         * @param hostData the host's share
         * @return this
         */
        public Builder customerData(CustomerData hostData) {
            customerData.add(hostData);
            return this;
        }

        /**
         * Adds what a host, or a feature of its own, keeps true whenever anything is written, in the same transaction.
         *
         * @param reaction answers to what a unit wrote
         * @return this
         */
        public Builder reaction(Reaction reaction) {
            reactions.add(reaction);
            return this;
        }

        /**
         * Leaves the members of segments as they are until a segment is refreshed, for hosts that evaluate at night. Unless
         * this is said, every change is answered at once, and {@code segments().advanceTo(...)} answers to time.
         *
         * @return this
         */
        public Builder segmentsOnRequest() {
            reactions.removeIf(reaction -> reaction instanceof SegmentReaction);
            return this;
        }

        /** {@return the library} */
        public Crm build() {
            return new Crm(this);
        }
    }
}
