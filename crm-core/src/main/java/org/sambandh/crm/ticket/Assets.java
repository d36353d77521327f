package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.product.ProductRepository;
import org.sambandh.crm.product.WarrantyTerms;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * Keeps what is installed at customers, its meters and its warranty. Every method that takes an id throws {@link NotFound} if
 * there is no such asset.
 */
public final class Assets {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Assets(Units units) {
        this.units = units;
    }

    /**
     * Makes an asset known.
     *
     * @param asset what is installed
     * @return the asset
     * @throws NotFound if its party does not exist
     * @throws org.sambandh.crm.common.DuplicateKey if its exclusive serial number or a name in another system is taken
     */
    public Asset install(NewAsset asset) {
        return units.run(unit -> created(unit, asset));
    }

    /**
     * Makes an asset known, or brings the one known under the reference to what is told now. What is left out stays as it
     * is.
     *
     * @param ref how another system names it
     * @param asset what is told
     * @return the asset: created, updated, or unchanged with nothing written or told
     * @throws NotFound if its party does not exist
     * @throws org.sambandh.crm.common.DuplicateKey if its exclusive serial number is taken
     */
    public Upserted<Asset> upsert(ExternalRef ref, NewAsset asset) {
        return units.run(unit -> {
            Optional<Asset> known = unit
                    .get(AssetRepository.class)
                    .find(Query.of(where(AssetFields.EXTERNAL_REFS, is(ref.key())), unit.moment()))
                    .items()
                    .stream()
                    .findFirst();
            if (known.isEmpty()) {
                return new Upserted.Created<>(created(unit, asset.externalRef(ref)));
            }
            Asset before = known.get();
            Asset now = save(unit, TicketEvents.ASSET_REVISED, before, content(unit, before, asset.draft()), Map.of());
            boolean same = now.revision().equals(before.revision());
            return same ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Returns one asset.
     *
     * @param id its id
     * @return the asset
     */
    public Asset get(AssetId id) {
        return units.run(unit -> load(unit, id));
    }

    /**
     * Returns the assets with a serial number; several only where it is not exclusive.
     *
     * @param serialNumber the number; letter case does not matter
     * @return at most 100
     */
    public List<Asset> bySerialNumber(String serialNumber) {
        String text = Text.orMissing("asset.serialNumber", serialNumber);
        return text == null
                ? List.of()
                : units.run(unit -> unit.get(AssetRepository.class)
                        .find(Query.of(where(AssetFields.SERIAL_KEY, is(Text.fold(text))), unit.moment()))
                        .items());
    }

    /**
     * Returns the assets of a party, by id.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most assets of the page, 1 to 1,000
     * @return the first page
     */
    public Page<Asset> of(CustomerId customer, int limit) {
        return units.run(unit -> unit.get(AssetRepository.class)
                .find(Query.of(
                                where(
                                        AssetFields.CUSTOMER,
                                        is(unit.repositories().redirects().resolve(customer))),
                                unit.moment())
                        .limit(Desk.limit(limit))));
    }

    /**
     * Sets what is known of an installation.
     *
     * @param id the asset
     * @param installedOn the day from which it is in use, or null if unknown
     * @param warranty the terms of its warranty, or null for those of its product
     * @return the asset
     */
    public Asset revise(AssetId id, @Nullable LocalDate installedOn, @Nullable WarrantyTerms warranty) {
        return change(
                id,
                TicketEvents.ASSET_REVISED,
                (unit, asset) -> asset.toBuilder()
                        .installedOn(installedOn)
                        .warranty(warranty)
                        .build());
    }

    /**
     * Gives an asset to another party. Its warranty goes with it.
     *
     * @param id the asset
     * @param customer whose it is now, or null if unknown
     * @return the asset
     * @throws NotFound if there is no such party
     */
    public Asset transfer(AssetId id, @Nullable CustomerId customer) {
        return change(
                id,
                TicketEvents.ASSET_TRANSFERRED,
                (unit, asset) -> asset.toBuilder()
                        .customer(customer == null ? null : party(unit, customer))
                        .build());
    }

    /**
     * Takes an asset out of use.
     *
     * @param id the asset
     * @param day the first day on which it is no longer in use
     * @return the asset
     * @throws RuleViolation {@code asset-retired} if it is out of use already
     * @throws org.sambandh.crm.common.Invalid if the day lies before its installation
     */
    public Asset retire(AssetId id, LocalDate day) {
        return change(id, TicketEvents.ASSET_RETIRED, (unit, asset) -> {
            asset.retiredOn().ifPresent(since -> {
                throw new RuleViolation("asset-retired", asset.ref(), "Out of use since " + since);
            });
            return asset.toBuilder().retiredOn(day).build();
        });
    }

    /**
     * Records what a meter showed. The same reading again is no second one.
     *
     * @param id the asset
     * @param meter which meter, at most 60 characters: {@code km}, {@code hours}
     * @param day the day it was read; may lie before other readings
     * @param value what it showed; not negative
     * @return the asset
     * @throws RuleViolation {@code meter-runs-forward} if it showed more on an earlier day, or less on a later one
     */
    public Asset read(AssetId id, String meter, LocalDate day, BigDecimal value) {
        return units.run(unit -> {
            Asset asset = load(unit, id);
            MeterReading told = new MeterReading(1, meter, day, value, null);
            boolean known = Meters.valid(asset.readings()).stream()
                    .anyMatch(r -> r.meter().equals(told.meter())
                            && r.day().equals(told.day())
                            && r.value().compareTo(told.value()) == 0);
            return known ? asset : read(unit, TicketEvents.METER_READ, asset, meter, day, value, null);
        });
    }

    /**
     * Records what a meter showed really: another reading in the place of a wrong one, which is kept.
     *
     * @param id the asset
     * @param number the number of the wrong reading
     * @param value what the meter showed on that day; may be less than what was told
     * @return the asset
     * @throws RuleViolation {@code reading-known} if there is no such reading; {@code reading-valid} if it was corrected
     *     already; {@code meter-runs-forward} if the meter would run backwards between the other readings
     */
    public Asset correctReading(AssetId id, int number, BigDecimal value) {
        return units.run(unit -> {
            Asset asset = load(unit, id);
            MeterReading wrong = Meters.correctable(asset.ref(), asset.readings(), number);
            return read(unit, TicketEvents.METER_CORRECTED, asset, wrong.meter(), wrong.day(), value, number);
        });
    }

    /**
     * Returns whether an asset is under warranty on a day, by date and by meter, and why or until when. The meter counts as
     * it stood on that day.
     *
     * @param id the asset
     * @param day the day
     * @return the answer
     */
    public WarrantyStatus isUnderWarranty(AssetId id, LocalDate day) {
        return units.run(unit -> {
            Asset asset = load(unit, id);
            WarrantyTerms terms = asset.warranty()
                    .or(() -> asset.product()
                            .flatMap(
                                    product -> unit.get(ProductRepository.class).findById(product))
                            .flatMap(found -> found.warranty()))
                    .orElse(null);
            return WarrantyStatus.of(asset, terms, day);
        });
    }

    private static Asset read(
            Unit unit,
            String event,
            Asset asset,
            String meter,
            LocalDate day,
            BigDecimal value,
            @Nullable Integer corrects) {
        List<MeterReading> readings = Meters.with(asset.ref(), asset.readings(), meter, day, value, corrects);
        Map<String, String> data = new TreeMap<>();
        data.put("reading", Integer.toString(readings.size()));
        if (corrects != null) {
            data.put("corrects", corrects.toString());
        }
        return save(unit, event, asset, asset.toBuilder().readings(readings).build(), data);
    }

    private Asset change(AssetId id, String event, BiFunction<Unit, Asset, Asset> verb) {
        return units.run(unit -> {
            Asset before = load(unit, id);
            return save(unit, event, before, verb.apply(unit, before), Map.of());
        });
    }

    private static Asset created(Unit unit, NewAsset asset) {
        Asset draft = asset.draft();
        Asset blank = Asset.builder(unit.newId(AssetId.class, AssetId::new))
                .name(draft.name())
                .externalRefs(draft.externalRefs())
                .build();
        return store(unit, TicketEvents.ASSET_INSTALLED, null, content(unit, blank, draft), Map.of());
    }

    private static Asset content(Unit unit, Asset asset, Asset draft) {
        Map<String, Object> attributes = new TreeMap<>(asset.attributes().values());
        attributes.putAll(draft.attributes().values());
        return asset.toBuilder()
                .name(draft.name())
                .product(draft.product().or(asset::product).orElse(null))
                .serialNumber(draft.serialNumber().or(asset::serialNumber).orElse(null))
                .serialExclusive(draft.serialNumber().isPresent() ? draft.serialExclusive() : asset.serialExclusive())
                .customer(draft.customer()
                        .map(id -> party(unit, id))
                        .or(asset::customer)
                        .orElse(null))
                .installedOn(draft.installedOn().or(asset::installedOn).orElse(null))
                .warranty(draft.warranty().or(asset::warranty).orElse(null))
                .attributes(Attributes.of(attributes))
                .build();
    }

    private static CustomerId party(Unit unit, CustomerId id) {
        return new CustomerId(unit.existing(EntityRef.of(id)).id());
    }

    private static Asset load(Unit unit, AssetId id) {
        return unit.get(AssetRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("asset", id.value())));
    }

    private static Asset save(Unit unit, String event, Asset before, Asset after, Map<String, String> data) {
        return after.sameAs(before) ? before : store(unit, event, before, after, data);
    }

    private static Asset store(Unit unit, String event, @Nullable Asset before, Asset after, Map<String, String> data) {
        unit.catalog().checkAttributes(after);
        Asset stored = unit.get(AssetRepository.class).save(List.of(after)).get(0);
        List<EntityRef> concerning = new ArrayList<>();
        stored.customer().ifPresent(party -> concerning.add(EntityRef.of(party)));
        if (before != null) {
            before.customer()
                    .map(EntityRef::of)
                    .filter(ref -> !concerning.contains(ref))
                    .ifPresent(concerning::add);
        }
        unit.record(event, Asset.class, before, stored, concerning, data);
        return stored;
    }
}
