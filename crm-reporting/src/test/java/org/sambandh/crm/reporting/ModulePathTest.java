package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Range;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.File;
import java.io.IOException;
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
import org.sambandh.crm.Crm;
import org.slf4j.Logger;

/** All other tests see the library on the class path; here a host with a module descriptor of its own uses it. */
class ModulePathTest {

    /** What has to be there when a host runs; the library for sheets need not be. */
    private static final List<Class<?>> AT_RUN_TIME = List.of(
            Reports.class,
            Crm.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class,
            Range.class,
            InternalFutures.class,
            Logger.class,
            NullMarked.class);

    private static final String DESCRIPTOR = "module host { requires org.sambandh.crm.reporting; exports host; }";

    /** Needs the words of both packages, the style sheet, and reading definitions back. */
    private static final String HOST = """
            package host;

            import java.util.Locale;
            import org.sambandh.crm.Crm;
            import org.sambandh.crm.common.Actor;
            import org.sambandh.crm.reporting.*;
            import org.sambandh.crm.reporting.render.*;

            public class Main {
                public static String page(String language) {
                    var crm = Crm.inMemory().as(Actor.user("meera"));
                    ReportTable table = Reports.of(crm).run(StandardReports.segmentSizes());
                    new JsonRenderer().render(table);
                    return HtmlRenderer.of(Locale.forLanguageTag(language)).render(table).html();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aHostModuleNeedsNothingButOursToMakeAPage() throws ReflectiveOperationException, IOException {
        Path[] path = Stream.concat(AT_RUN_TIME.stream().map(ModulePathTest::origin), Stream.of(compile()))
                .toArray(Path[]::new);
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("host"));
        ClassLoader loader = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer()
                .findLoader("host");

        Class<?> main = loader.loadClass("host.Main");
        assertThat(loader.loadClass(Reports.class.getName()).getModule().getName())
                .isEqualTo("org.sambandh.crm.reporting");
        assertThat(main.getMethod("page", String.class).invoke(null, "en"))
                .asString()
                .contains("<h1>Segment sizes</h1>");
        assertThat(main.getMethod("page", String.class).invoke(null, "hi"))
                .asString()
                .contains("lang=\"hi\"");
    }

    @Test
    void bothPackagesAreExportedToEverybodyAndNoneIsOpen() throws IOException {
        try (var in = Files.newInputStream(origin(Reports.class).resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
                    .containsExactlyInAnyOrder("org.sambandh.crm.reporting", "org.sambandh.crm.reporting.render");
            assertThat(module.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
            assertThat(module.opens()).isEmpty();
            assertThat(module.uses()).isEmpty();
            assertThat(module.provides()).isEmpty();
        }
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
