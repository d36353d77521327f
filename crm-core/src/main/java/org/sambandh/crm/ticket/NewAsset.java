package org.sambandh.crm.ticket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.product.WarrantyTerms;

/**
 * An asset to be installed: {@code NewAsset.named("Drill").serialNumber("D-77").customer(asha).installedOn(today)}.
 * Immutable; every method returns a changed copy.
 */
public final class NewAsset {

    private static final AssetId DRAFT = new AssetId("draft");

    private final Asset draft;

    private NewAsset(Asset draft) {
        this.draft = draft;
    }

    /**
     * Returns an asset to describe further. Its serial number is exclusive.
     *
     * @param name what it is called, at most 200 characters
     * @return the asset
     */
    public static NewAsset named(String name) {
        return new NewAsset(Asset.builder(DRAFT).name(name).build());
    }

    /**
     * Sets which product it is.
     *
     * @param product the product
     * @return a changed copy
     */
    public NewAsset product(ProductId product) {
        return with(draft.toBuilder().product(product));
    }

    /**
     * Sets a serial number that no other asset of the tenant may have.
     *
     * @param serialNumber at most 100 characters
     * @return a changed copy
     */
    public NewAsset serialNumber(String serialNumber) {
        return with(draft.toBuilder().serialNumber(serialNumber).serialExclusive(true));
    }

    /**
     * Sets a serial number that other assets may have too, those of other makers for example.
     *
     * @param serialNumber at most 100 characters
     * @return a changed copy
     */
    public NewAsset sharedSerialNumber(String serialNumber) {
        return with(draft.toBuilder().serialNumber(serialNumber).serialExclusive(false));
    }

    /**
     * Sets whose it is.
     *
     * @param customer the party
     * @return a changed copy
     */
    public NewAsset customer(CustomerId customer) {
        return with(draft.toBuilder().customer(customer));
    }

    /**
     * Sets the day from which it is in use.
     *
     * @param day the day
     * @return a changed copy
     */
    public NewAsset installedOn(LocalDate day) {
        return with(draft.toBuilder().installedOn(day));
    }

    /**
     * Sets the terms of its warranty; those of its product otherwise.
     *
     * @param terms the terms
     * @return a changed copy
     */
    public NewAsset warranty(WarrantyTerms terms) {
        return with(draft.toBuilder().warranty(terms));
    }

    /**
     * Adds how another system names it.
     *
     * @param ref system, type and value
     * @return a changed copy
     */
    public NewAsset externalRef(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(draft.externalRefs());
        refs.add(ref);
        return with(draft.toBuilder().externalRefs(refs));
    }

    /**
     * Sets a property of the host's.
     *
     * @param field the property
     * @param value its value, or null
     * @param <V> its class
     * @return a changed copy
     */
    public <V> NewAsset attribute(Field.One<Asset, V> field, @Nullable V value) {
        return with(draft.toBuilder().attributes(draft.attributes().with(field, value)));
    }

    Asset draft() {
        return draft;
    }

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "NewAsset";
    }

    private static NewAsset with(Asset.Builder changed) {
        return new NewAsset(changed.build());
    }
}
