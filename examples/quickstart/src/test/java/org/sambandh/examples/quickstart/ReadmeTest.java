package org.sambandh.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;

class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/org/sambandh/examples/quickstart/TenLines.java",
                "src/main/java/org/sambandh/examples/quickstart/Embedding.java",
                "src/main/java/org/sambandh/examples/quickstart/Operations.java",
                "src/main/java/org/sambandh/examples/quickstart/Columns.java",
                "src/main/java/org/sambandh/examples/quickstart/Learning.java",
                "src/main/java/org/sambandh/examples/quickstart/DatabaseLines.java",
                "../../crm-core/tck/src/test/java/org/sambandh/example/erp/ErpCustomersTest.java"
            })
    void theCodeOfTheReadmeIsACompiledExampleWordForWord(String example) throws IOException {
        String code = Files.readString(Path.of(example), StandardCharsets.UTF_8);
        int begin = code.indexOf('\n', code.indexOf("// README: begin")) + 1;
        int end = code.lastIndexOf('\n', code.indexOf("// README: end"));
        String region = code.substring(begin, end).stripIndent();

        assertThat(Files.readString(README, StandardCharsets.UTF_8)).contains("```java\n" + region + "\n```");
    }

    @Test
    void everyCodeOfTheReadmeIsComparedAndItsPictureIsThereAndSmall() throws IOException {
        String readme = Files.readString(README, StandardCharsets.UTF_8);
        assertThat(readme.split("```java", -1)).hasSize(1 + 7);
        assertThat(readme).contains("(examples/quickstart/dashboard.png)");
        assertThat(Files.size(Path.of("dashboard.png"))).isBetween(10_000L, 120_000L);
    }

    @Test
    void theDatabaseOfTheReadmeKeepsWhatIsRegistered() throws Exception {
        try (Connections database = Connections.open(new Options(false, "jdbc:h2:mem:readme", "sa", null))) {
            TenantSettings settings = TenantSettings.of(ZoneOffset.UTC, Quickstart.USD);
            CrmStore store = DatabaseLines.store(database, Crm.schema(settings));
            Crm library = Crm.builder(store).build();
            Customer asha = library.as(Actor.user("meera")).customers().register(NewCustomer.person("Asha Rao"));

            assertThat(library.as(Actor.user("ravi")).customers().get(asha.id()).displayName())
                    .isEqualTo("Asha Rao");
        }
    }

    @Test
    void theStartOfTheReadmePrintsTheMemberAndTheScore() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TenLines.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("Asha Rao")
                .contains("20", "Writes to us");
    }

    @Test
    void theTableOfTheReadmeGroupsWhoIsSelected() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CrmSession crm = Crm.inMemory().as(Actor.user("meera"));
        crm.customers().register(NewCustomer.person("Asha Rao").country("IN"));
        crm.customers().register(NewCustomer.person("Jan Visser").country("NL"));
        crm.customers().register(NewCustomer.organization("Rao Steel").country("IN"));
        crm.customers().register(NewCustomer.organization("Rao Tools").country("IN"));
        Columns.run(
                crm,
                Conditions.where(CustomerFields.COUNTRY, Tests.is("IN")),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder("[PERSON] 1", "[ORGANIZATION] 2");
    }

    @Test
    void theModelOfTheReadmeLearnsFromClosedDeals() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CrmSession crm = Crm.inMemory().as(Actor.user("meera"));
        CustomerId asha =
                crm.customers().register(NewCustomer.person("Asha Rao")).id();
        for (int i = 0; i < 300; i++) {
            boolean won = i % 3 == 0;
            OpportunityId deal = crm.opportunities()
                    .open(NewOpportunity.named("Mill").customer(asha).amount(Money.of(won ? 900 : i, "USD")))
                    .id();
            if (won) {
                crm.opportunities().win(deal);
            } else {
                crm.opportunities().lose(deal, "price");
            }
        }
        OpportunityId open = crm.opportunities()
                .open(NewOpportunity.named("Press").amount(Money.of(900, "USD")))
                .id();
        Learning.run(crm, new ModelId("win"), EntityRef.of(open), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("Probability")
                .contains("points more");
    }

    @Test
    void theEmbeddingOfTheReadmeTellsOfTheCustomerAndFindsHerByTheHostsField() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> told = new ArrayList<>();
        Embedding.run(
                InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
                event -> told.add(event.type()),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(told).containsExactly("customer.registered");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Asha Rao", "+919812345678", "gold");
    }

    @Test
    void theOperationsOfTheReadmeSellServeAndCampaign() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CrmSession crm = Crm.inMemory(
                        TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")),
                        InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")))
                .as(Actor.user("meera"));
        CustomerId asha =
                crm.customers().register(NewCustomer.person("Asha Rao")).id();
        SegmentId buyers = crm.segments().defineStatic("Buyers", Customer.class).id();
        crm.segments().add(buyers, EntityRef.of(asha));
        List<String> codes = new ArrayList<>();
        Operations.run(
                crm,
                asha,
                buyers,
                (to, code) -> codes.add(code),
                codes,
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(codes).hasSize(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("T-000001 2026-11-23T10:00:00Z", "INR 700.00");
        assertThat(crm.purchases().summaryOf(asha).revenue().get(0).net()).isEqualTo(Money.of(4_500, "INR"));
        assertThat(crm.leads().of(asha)).hasSize(1);
    }

    @Test
    void theReadmeIsShortAndBeginsWithTheTwoCommands() throws IOException {
        List<String> lines = Files.readAllLines(README, StandardCharsets.UTF_8);
        int fence = lines.indexOf("```sh");

        assertThat(lines).hasSizeLessThanOrEqualTo(200);
        assertThat(lines.stream().filter(l -> l.startsWith("```")).findFirst()).contains("```sh");
        assertThat(lines.get(fence + 1)).startsWith("mvn ").contains("-Pquickstart");
        assertThat(lines.get(fence + 2)).isEqualTo("mvn -B -ntp verify");
        assertThat(lines.get(fence + 3)).isEqualTo("```");
        assertThat(Files.readString(Path.of("..", "..", ".ci", "run"), StandardCharsets.UTF_8))
                .contains(lines.get(fence + 2));
    }
}
