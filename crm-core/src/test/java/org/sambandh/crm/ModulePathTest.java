package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Range;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** All other tests see the library on the class path; here a host with a module descriptor of its own uses it. */
class ModulePathTest {

    /** What has to be there when a host runs. CSV need not be. */
    private static final List<Class<?>> AT_RUN_TIME = List.of(
            Crm.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class,
            Range.class,
            InternalFutures.class,
            Logger.class,
            NullMarked.class);

    private static final String DESCRIPTOR = "module host { requires org.sambandh.crm; exports host; }";

    /** Needs Jackson's module in a signature, a file of sentences for each language, and reflection over our records. */
    private static final String HOST = """
            package host;

            import static org.sambandh.crm.condition.Conditions.any;
            import static org.sambandh.crm.condition.Conditions.where;
            import static org.sambandh.crm.condition.Tests.endsWith;
            import static org.sambandh.crm.condition.Tests.is;

            import com.fasterxml.jackson.databind.json.JsonMapper;
            import java.time.*;
            import java.util.*;
            import org.sambandh.crm.Crm;
            import org.sambandh.crm.common.*;
            import org.sambandh.crm.condition.*;
            import org.sambandh.crm.customer.*;
            import org.sambandh.crm.field.*;
            import org.sambandh.crm.json.CrmModule;
            import org.sambandh.crm.settings.*;

            public class Main {
                record Guest(CustomerId id, String name) {
                    static final Set<String> READERS = new HashSet<>();

                    String seen() {
                        StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES)
                                .forEach(frame -> READERS.add(frame.getClassName()));
                        return name;
                    }
                }

                public static boolean runsAsAClassOfItsOwn() {
                    var name = Field.one(Guest.class, "name", FieldType.TEXT, Guest::seen);
                    var type = FieldType.id(CustomerId.class, CustomerId::new);
                    var id = Field.one(Guest.class, "id", type, Guest::id);
                    var two = new CustomerId("2");
                    var catalog = Catalog.builder(FiscalCalendar.startingIn(Month.APRIL))
                            .entity(Guest.class, "guest", id, List.of(name))
                            .build();
                    var condition = CompiledCondition.of(
                            any(where(name, endsWith("a")), where(id, is(two))), Guest.class, catalog, Engine.HANDLES);
                    var now = new Moment(Instant.EPOCH, ZoneOffset.UTC);
                    return condition.test(new Guest(new CustomerId("1"), "Asha"), Facts.NONE, now)
                            && !condition.test(new Guest(new CustomerId("1"), "Bram"), Facts.NONE, now)
                            && Guest.READERS.stream().anyMatch(reader -> reader.contains("Knot/"));
                }

                public static String say(String language) {
                    return where(CustomerFields.COUNTRY, is("IN")).describe(Locale.forLanguageTag(language));
                }

                public static boolean comesBack() throws Exception {
                    Customer asha = Crm.inMemory().as(Actor.user("meera")).customers()
                            .register(NewCustomer.person("Asha Rao").country("IN"));
                    var catalog = Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")))
                            .catalog(new TenantId("t1"));
                    var mapper = JsonMapper.builder().addModule(new CrmModule(catalog)).build();
                    Customer back = mapper.readValue(mapper.writeValueAsString(asha), Customer.class);
                    return back.equals(asha) && back.displayName().equals("Asha Rao");
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aHostModuleNeedsNothingButOursToReadSentencesAndJson() throws ReflectiveOperationException, IOException {
        Path host = compile();
        Path[] path = Stream.concat(AT_RUN_TIME.stream().map(ModulePathTest::origin), Stream.of(host))
                .toArray(Path[]::new);
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("host"));
        ClassLoader loader = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer()
                .findLoader("host");

        Class<?> main = loader.loadClass("host.Main");
        assertThat(loader.loadClass(Crm.class.getName()).getModule().getName()).isEqualTo("org.sambandh.crm");
        assertThat(main.getMethod("say", String.class).invoke(null, "en")).isEqualTo("country is IN");
        assertThat(main.getMethod("say", String.class).invoke(null, "hi")).isEqualTo("देश IN है");
        assertThat(main.getMethod("comesBack").invoke(null)).isEqualTo(true);
        assertThat(main.getMethod("runsAsAClassOfItsOwn").invoke(null)).isEqualTo(true);
    }

    @Test
    void everyPackageIsExportedToEverybodyAndNoneIsOpen() throws IOException {
        ModuleDescriptor module = descriptor();

        assertThat(module.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
        assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrderElementsOf(packages());
        assertThat(module.opens()).isEmpty();
        assertThat(module.provides()).isEmpty();
        assertThat(module.uses()).isEmpty();
    }

    private Path compile() throws IOException {
        Path descriptor = Files.writeString(folder.resolve("module-info.java"), DESCRIPTOR);
        Path main = Files.writeString(
                Files.createDirectories(folder.resolve("host")).resolve("Main.java"), HOST);
        String path = AT_RUN_TIME.stream()
                .map(type -> origin(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        Path classes = folder.resolve("classes");
        List<String> options = List.of("--module-path", path, "-proc:none", "-d", classes.toString());
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(descriptor, main))
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
        return classes;
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream in = Files.newInputStream(origin(Crm.class).resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    private static Set<String> packages() throws IOException {
        Path classes = origin(Crm.class);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).getParent())
                    .filter(folder -> folder != null)
                    .map(folder -> folder.toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
        }
    }

    /** The folder or archive that holds a class. */
    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
