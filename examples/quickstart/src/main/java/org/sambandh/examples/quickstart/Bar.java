package org.sambandh.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import org.sambandh.crm.exchange.RowListener;
import org.sambandh.crm.exchange.RowResult;

/** A progress bar: redrawn on a console, one finished line where the output goes to a file or a build. */
final class Bar implements RowListener {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean console;
    private final String label;
    private long done;
    private int drawn = -1;

    Bar(PrintStream out, boolean console, String label) {
        this.out = out;
        this.console = console;
        this.label = label;
    }

    @Override
    public void row(RowResult result, long total) {
        done++;
        int filled = (int) (done * WIDTH / total);
        boolean last = done == total;
        if (last || (console && filled != drawn)) {
            drawn = filled;
            String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
            String line = String.format(Locale.ROOT, "  %-8s [%s] %,6d of %,d", label, bar, done, total);
            out.print(console ? "\r" + line : line);
            if (last) {
                out.println();
            }
        }
    }
}
