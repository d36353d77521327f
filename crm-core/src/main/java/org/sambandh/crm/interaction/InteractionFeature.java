package org.sambandh.crm.interaction;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** The log of interactions, described to stores and to the catalogue. */
public final class InteractionFeature implements Feature {

    private static final EntityType<Interaction, InteractionId, InteractionRepository> INTERACTION = new EntityType<>(
            Interaction.class,
            "interaction",
            InteractionFields.ID,
            InteractionRepository.class,
            ForwardingInteractionRepository::new,
            InteractionFeature::stamped,
            List.of(InteractionFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public InteractionFeature() {}

    @Override
    public String name() {
        return "interaction";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(INTERACTION);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Interaction.class, "interaction", InteractionFields.ID, InteractionFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(InteractionFields.INTERACTIONS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new InteractionData());
    }

    private static Interaction stamped(Interaction entry, Revision revision) {
        return entry.toBuilder().revision(revision).build();
    }
}
