package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * What a store keeps and for whom: the features with their entities, and each tenant's settings and catalogue. Safe for
 * concurrent use; a catalogue is built when a tenant is first seen, and kept for the 1,000 tenants seen last, so that
 * texts that are nobody's id cannot fill the memory. Tenants for whom the host returns the same fields share one.
 */
public final class Schema {

    private final List<Feature> features;
    private final List<EntityType<?, ?, ?>> entities;
    private final Function<TenantId, DatedSettings> settings;
    private final Function<TenantId, List<Field<?, ?>>> hostFields;
    private final Recent<TenantId, Catalog> catalogs = new Recent<>();
    private final Recent<Contents, Catalog> shared = new Recent<>();

    /** What a catalogue is made of, beside the features. Fields must be the same ones: equal ones may read differently. */
    private record Contents(FiscalCalendar calendar, List<Field<?, ?>> fields) {

        @Override
        @SuppressWarnings("ReferenceEquality") // said above
        public boolean equals(@Nullable Object other) {
            return other instanceof Contents that
                    && calendar.equals(that.calendar)
                    && fields.size() == that.fields.size()
                    && IntStream.range(0, fields.size()).allMatch(i -> fields.get(i) == that.fields.get(i));
        }

        @Override
        public int hashCode() {
            return 31 * calendar.hashCode() + fields.hashCode();
        }
    }

    /**
     * Makes a schema.
     *
     * @param features all features, a host's own behind ours; the outbox is added
     * @param settings returns the settings of a tenant
     * @param hostFields returns the host's own fields of a tenant ({@link Field#attribute})
     */
    public Schema(
            List<Feature> features,
            Function<TenantId, DatedSettings> settings,
            Function<TenantId, List<Field<?, ?>>> hostFields) {
        List<Feature> all = new ArrayList<>(features);
        all.add(new EventFeature());
        this.features = List.copyOf(all);
        this.entities = all.stream().flatMap(f -> f.entities().stream()).toList();
        this.settings = settings;
        this.hostFields = hostFields;
    }

    /** {@return all features} */
    public List<Feature> features() {
        return features;
    }

    /** {@return the entities of all features} */
    public List<EntityType<?, ?, ?>> entities() {
        return entities;
    }

    /** {@return how every feature takes part when a party is merged, exported or erased} */
    public List<CustomerData> customerData() {
        return features.stream().flatMap(f -> f.customerData().stream()).toList();
    }

    /**
     * Returns the settings of a tenant, as the host gives them now.
     *
     * @param tenant the tenant
     * @return the settings
     */
    public DatedSettings settings(TenantId tenant) {
        return settings.apply(tenant);
    }

    /**
     * Returns the catalogue of a tenant.
     *
     * @param tenant the tenant
     * @return the catalogue: one that is alike until {@link #refresh}
     */
    public Catalog catalog(TenantId tenant) {
        Catalog known = catalogs.get(tenant);
        if (known != null) {
            return known;
        }
        Contents contents =
                new Contents(settings.apply(tenant).latest().fiscalCalendar(), List.copyOf(hostFields.apply(tenant)));
        Catalog alike = shared.get(contents);
        Catalog found = alike != null ? alike : shared.putIfAbsent(contents, build(contents));
        return catalogs.putIfAbsent(tenant, found);
    }

    private Catalog build(Contents contents) {
        Catalog.Builder builder = Catalog.builder(contents.calendar);
        features.forEach(feature -> feature.declare(builder));
        contents.fields.forEach(builder::field);
        features.forEach(feature -> feature.relate(builder));
        return builder.build();
    }

    /**
     * Forgets the catalogue of a tenant, after the host changed its fields or its fiscal calendar. Units of work that
     * have begun keep the old one.
     *
     * @param tenant the tenant
     */
    public void refresh(TenantId tenant) {
        catalogs.remove(tenant);
    }
}
