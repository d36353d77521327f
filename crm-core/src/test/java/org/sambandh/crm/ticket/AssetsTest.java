package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.product.WarrantyTerms;
import org.sambandh.crm.store.Upserted;

class AssetsTest {

    private static final LocalDate INSTALLED = LocalDate.of(2026, 1, 15);
    private static final WarrantyTerms YEAR_OR_100000_KM =
            WarrantyTerms.ofMonths(12).upTo(Quantity.of(100_000, "km"));

    private final Bench bench = new Bench();
    private final Assets assets = bench.assets;

    private AssetId truck() {
        return assets.install(NewAsset.named("Truck").installedOn(INSTALLED).warranty(YEAR_OR_100000_KM))
                .id();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void anExclusiveSerialNumberIsTakenOnceWhateverItsLetterCase() {
        AssetId first =
                assets.install(NewAsset.named("a").serialNumber("ab-77")).id();
        int before = bench.events().size();

        assertThatThrownBy(() -> assets.install(NewAsset.named("b").serialNumber(" AB-77 ")))
                .isInstanceOf(DuplicateKey.class);
        assertThat(bench.events()).hasSize(before);
        AssetId shared =
                assets.install(NewAsset.named("c").sharedSerialNumber("AB-77")).id();
        assets.install(NewAsset.named("d").sharedSerialNumber("x"));
        assertThat(assets.bySerialNumber("Ab-77")).extracting(Asset::id).containsExactlyInAnyOrder(first, shared);
        assertThat(assets.bySerialNumber("y")).isEmpty();
        assertThat(bench.as("other")
                        .assets()
                        .install(NewAsset.named("a").serialNumber("ab-77"))
                        .serialNumber())
                .contains("ab-77");
    }

    @Test
    void theWarrantyIsOfTheAssetOrElseOfItsProduct() {
        ProductId drill = bench.crm
                .products()
                .add(NewProduct.of("D-1", "Drill").warranty(WarrantyTerms.ofMonths(24)))
                .id();
        AssetId own = assets.install(NewAsset.named("a")
                        .product(drill)
                        .installedOn(INSTALLED)
                        .warranty(WarrantyTerms.ofMonths(6)))
                .id();
        AssetId products = assets.install(NewAsset.named("b").product(drill).installedOn(INSTALLED))
                .id();
        AssetId unknown = assets.install(
                        NewAsset.named("c").product(new ProductId("gone")).installedOn(INSTALLED))
                .id();
        AssetId lying = assets.install(NewAsset.named("d").product(drill)).id();

        assertThat(assets.isUnderWarranty(own, INSTALLED))
                .isEqualTo(new WarrantyStatus.Covered(LocalDate.of(2026, 7, 14), null));
        assertThat(assets.isUnderWarranty(products, LocalDate.of(2028, 1, 14)).isUnderWarranty())
                .isTrue();
        assertThat(assets.isUnderWarranty(products, LocalDate.of(2028, 1, 15)))
                .isEqualTo(new WarrantyStatus.TimeOver(LocalDate.of(2028, 1, 14)));
        assertThat(assets.isUnderWarranty(products, INSTALLED.minusDays(1)))
                .isEqualTo(new WarrantyStatus.NotYet(INSTALLED));
        assertThat(assets.isUnderWarranty(unknown, INSTALLED))
                .isEqualTo(new WarrantyStatus.Unknown(WarrantyStatus.Missing.TERMS));
        assertThat(assets.isUnderWarranty(lying, INSTALLED))
                .isEqualTo(new WarrantyStatus.Unknown(WarrantyStatus.Missing.INSTALLED_ON));
    }

    @Test
    void theMeterEndsTheWarrantyBehindItsLimitAsItStoodOnTheDay() {
        AssetId truck = truck();
        assertThat(assets.isUnderWarranty(truck, INSTALLED))
                .isEqualTo(new WarrantyStatus.Covered(LocalDate.of(2027, 1, 14), Quantity.of(100_000, "km")));
        assets.read(truck, "km", LocalDate.of(2026, 5, 1), number("100000"));
        assets.read(truck, "hours", LocalDate.of(2026, 5, 2), number("999999"));
        assets.read(truck, "km", LocalDate.of(2026, 6, 1), number("100000.1"));

        assertThat(assets.isUnderWarranty(truck, LocalDate.of(2026, 5, 31)))
                .isEqualTo(new WarrantyStatus.Covered(LocalDate.of(2027, 1, 14), Quantity.of(0, "km")));
        assertThat(assets.isUnderWarranty(truck, LocalDate.of(2026, 6, 1)))
                .isInstanceOfSatisfying(WarrantyStatus.MeterOver.class, over -> {
                    assertThat(over.limit()).isEqualTo(Quantity.of(100_000, "km"));
                    assertThat(over.reading().number()).isEqualTo(3);
                });
        assets.correctReading(truck, 3, number("100000"));
        assertThat(assets.isUnderWarranty(truck, LocalDate.of(2026, 6, 1)).isUnderWarranty())
                .isTrue();
    }

    @Test
    void aMeterRunsForwardUnlessAReadingIsCorrectedAndNothingIsEverTakenAway() {
        AssetId truck = truck();
        assets.read(truck, "km", LocalDate.of(2026, 2, 1), number("100"));
        assets.read(truck, "km", LocalDate.of(2026, 4, 1), number("30000"));
        bench.refused(
                "meter-runs-forward",
                assets.get(truck),
                () -> assets.read(truck, "km", LocalDate.of(2026, 5, 1), number("29999")));
        bench.refused(
                "meter-runs-forward",
                assets.get(truck),
                () -> assets.read(truck, "km", LocalDate.of(2026, 3, 1), number("30001")));
        bench.refused(
                "meter-runs-forward",
                assets.get(truck),
                () -> assets.read(truck, "km", LocalDate.of(2026, 4, 1), number("29000")));
        assets.read(truck, "km", LocalDate.of(2026, 3, 1), number("200"));
        bench.refused("meter-runs-forward", assets.get(truck), () -> assets.correctReading(truck, 2, number("199")));
        assets.correctReading(truck, 2, number("300"));
        bench.refused("reading-valid", assets.get(truck), () -> assets.correctReading(truck, 2, number("400")));
        bench.refused("reading-known", assets.get(truck), () -> assets.correctReading(truck, 9, number("400")));
        Asset read = assets.read(truck, "km", LocalDate.of(2026, 5, 1), number("301"));

        assertThat(read.readings()).hasSize(5).extracting(MeterReading::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(read.readings().get(1).value()).isEqualByComparingTo("30000");
        assertThat(read.readings().get(3).corrects()).isEqualTo(2);
        assertThat(read.latestReading("km", LocalDate.of(2026, 4, 2))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("300");
        assertThat(assets.read(truck, "km", LocalDate.of(2026, 5, 1), number("301.0"))
                        .readings())
                .hasSize(5);
        assertThatThrownBy(() -> assets.read(truck, "km", LocalDate.MAX, number("1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> assets.read(truck, "km", INSTALLED, number("-1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> assets.read(truck, "km", INSTALLED, number("1e999999999")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void anAssetChangesHandsAndIsRetiredOnce() {
        CustomerId asha = bench.person("Asha");
        CustomerId dev = bench.person("Dev");
        AssetId id = assets.install(NewAsset.named("a").customer(asha).installedOn(INSTALLED))
                .id();
        assets.transfer(id, dev);
        var last = bench.events().get(bench.events().size() - 1);
        assertThat(last.concerning()).containsExactly(EntityRef.of(dev), EntityRef.of(asha));
        assertThat(assets.of(asha, 10).items()).isEmpty();
        assertThat(assets.of(dev, 10).items()).hasSize(1);
        assertThatThrownBy(() -> assets.transfer(id, new CustomerId("nobody"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assets.retire(id, INSTALLED.minusDays(1))).isInstanceOf(Invalid.class);
        assets.retire(id, LocalDate.of(2026, 3, 1));
        bench.refused("asset-retired", assets.get(id), () -> assets.retire(id, LocalDate.of(2026, 3, 2)));
    }

    @Test
    void theSameDeliveryTwiceWritesOnceAndWhatIsLeftOutStays() {
        ExternalRef ref = new ExternalRef("erp", "equipment", "7");
        NewAsset told = NewAsset.named("Drill").serialNumber("s").installedOn(INSTALLED);
        Asset first = assets.upsert(ref, told).entity();
        assets.read(first.id(), "hours", INSTALLED, number("1"));

        assertThat(assets.upsert(ref, told)).isInstanceOf(Upserted.Unchanged.class);
        Asset renamed = assets.upsert(ref, NewAsset.named("Big drill")).entity();
        assertThat(renamed.serialNumber()).contains("s");
        assertThat(renamed.readings()).hasSize(1);
        assertThat(bench.eventTypes())
                .isEqualTo(List.of(TicketEvents.ASSET_INSTALLED, TicketEvents.METER_READ, TicketEvents.ASSET_REVISED));
    }
}
