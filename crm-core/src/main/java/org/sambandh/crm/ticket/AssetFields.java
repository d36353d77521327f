package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.store.EntityType;

/** What can be asked of an installed asset. */
public final class AssetFields {

    /** Its identity. */
    public static final Field.One<Asset, AssetId> ID =
            Field.one(Asset.class, "id", FieldType.id(AssetId.class, AssetId::new), Asset::id);

    /** What it is called. */
    public static final Field.One<Asset, String> NAME = Field.one(Asset.class, "name", FieldType.TEXT, Asset::name)
            .asPersonal()
            .writtenBy((a, v) -> a.toBuilder().name(v).build());

    /** Which product it is. */
    public static final Field.Reference<Asset, ProductId, Product> PRODUCT = Field.reference(
                    Asset.class,
                    "product",
                    FieldType.id(ProductId.class, ProductId::new),
                    Product.class,
                    Asset::product)
            .asIndexed();

    /** Its serial number as written. */
    public static final Field.One<Asset, String> SERIAL_NUMBER =
            Field.optional(Asset.class, "serialNumber", FieldType.TEXT, Asset::serialNumber);

    /** Its serial number ignoring case, whether exclusive or not: what it is found by. */
    public static final Field.One<Asset, String> SERIAL_KEY = Field.optional(
                    Asset.class,
                    "serialKey",
                    FieldType.TEXT,
                    a -> a.serialNumber().map(Text::fold))
            .asIndexed();

    /** Its serial number ignoring case where no other asset may have it. */
    public static final Field.One<Asset, String> EXCLUSIVE_SERIAL = Field.optional(
                    Asset.class,
                    "exclusiveSerial",
                    FieldType.TEXT,
                    a -> a.serialExclusive() ? a.serialNumber().map(Text::fold) : Optional.empty())
            .asIndexed();

    /** Whose it is. */
    public static final Field.Reference<Asset, CustomerId, Customer> CUSTOMER = Field.reference(
                    Asset.class,
                    "customer",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Customer.class,
                    Asset::customer)
            .asIndexed();

    /** The day from which it is in use. */
    public static final Field.One<Asset, LocalDate> INSTALLED_ON =
            Field.optional(Asset.class, "installedOn", FieldType.DATE, Asset::installedOn);

    /** The first day on which it is no longer in use. */
    public static final Field.One<Asset, LocalDate> RETIRED_ON =
            Field.optional(Asset.class, "retiredOn", FieldType.DATE, Asset::retiredOn);

    /** The last day under its own warranty by date, whatever its meters and its product say. */
    public static final Field.One<Asset, LocalDate> WARRANTY_UNTIL = Field.optional(
            Asset.class,
            "warrantyUntil",
            FieldType.DATE,
            a -> a.installedOn()
                    .flatMap(day ->
                            a.warranty().flatMap(terms -> terms.endsOn(day).map(end -> end.minusDays(1)))));

    /** How other systems name it. */
    public static final Field.Many<Asset, String> EXTERNAL_REFS = EntityType.externalRefs(Asset.class);

    /** All of them but the id. */
    public static final List<Field<Asset, ?>> ALL = List.of(
            NAME,
            PRODUCT,
            SERIAL_NUMBER,
            SERIAL_KEY,
            EXCLUSIVE_SERIAL,
            CUSTOMER,
            INSTALLED_ON,
            RETIRED_ON,
            WARRANTY_UNTIL,
            EXTERNAL_REFS);

    /** The assets of a party. */
    public static final Relation.Join<Customer, Asset> ASSETS = Relation.join("assets", CustomerFields.ID, CUSTOMER);

    /** The meter of a reading. */
    public static final Field.One<MeterReading, String> READING_METER =
            Field.one(MeterReading.class, "meter", FieldType.TEXT, MeterReading::meter);

    /** The day of a reading. */
    public static final Field.One<MeterReading, LocalDate> READING_DAY =
            Field.one(MeterReading.class, "day", FieldType.DATE, MeterReading::day);

    /** What a meter showed. */
    public static final Field.One<MeterReading, BigDecimal> READING_VALUE =
            Field.one(MeterReading.class, "value", FieldType.number(9), MeterReading::value);

    /** The readings of an asset that were not corrected. */
    public static final Relation.Parts<Asset, MeterReading> READINGS =
            Relation.parts("readings", Asset.class, MeterReading.class, a -> Meters.valid(a.readings()));

    static final List<Field<MeterReading, ?>> READING = List.of(READING_METER, READING_DAY, READING_VALUE);

    private AssetFields() {}
}
