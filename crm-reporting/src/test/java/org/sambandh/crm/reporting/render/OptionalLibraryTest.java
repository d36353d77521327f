package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A host that writes no spreadsheets does not need the library for them. */
class OptionalLibraryTest {

    @Test
    void pagesTablesAndJsonAreWrittenWithoutTheSpreadsheetLibrary() throws Exception {
        try (URLClassLoader host = new URLClassLoader(withoutSpreadsheets(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> host.loadClass("org.dhatim.fastexcel.Workbook"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> sample = host.loadClass(SampleResults.class.getName());
            var dashboard = sample.getDeclaredMethod("dashboard");
            dashboard.setAccessible(true);
            Object results = dashboard.invoke(null);

            Object html = host.loadClass(HtmlRenderer.class.getName())
                    .getMethod("of", Locale.class)
                    .invoke(null, Locale.ENGLISH);
            Object page =
                    html.getClass().getMethod("render", results.getClass()).invoke(html, results);
            assertThat(page.toString()).contains("</html>");

            Object json = host.loadClass(JsonRenderer.class.getName())
                    .getConstructor()
                    .newInstance();
            assertThat(json.getClass().getMethod("render", results.getClass()).invoke(json, results))
                    .asString()
                    .startsWith("{");
        }
    }

    private static URL[] withoutSpreadsheets() throws Exception {
        String[] entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("fastexcel"))
                .toArray(String[]::new);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            urls[i] = Path.of(entries[i]).toUri().toURL();
        }
        return urls;
    }
}
