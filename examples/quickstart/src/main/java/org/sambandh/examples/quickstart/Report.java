package org.sambandh.examples.quickstart;

import static org.sambandh.examples.quickstart.Quickstart.USD;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.exchange.AliasUse;
import org.sambandh.crm.exchange.ImportReport;
import org.sambandh.crm.exchange.RowIssue;
import org.sambandh.crm.pipeline.DayStatistics;
import org.sambandh.crm.pipeline.WinLoss;

/** Prints what was found out, for somebody who sells. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }

    void line(String format, Object... values) {
        out.println("  " + String.format(Locale.ROOT, format, values));
    }

    void imported(Imported files) {
        line(
                "%,d accounts, %d of them part of another one; %d sellers and %d managers in %d offices; %,d deals",
                files.accounts().rows().created(),
                files.accounts().linked().created(),
                files.sellers().rows().created(),
                files.managers(),
                files.sellers().linked().created(),
                files.deals().rows().created());
        for (ImportReport report : new ImportReport[] {files.accounts(), files.sellers(), files.deals()}) {
            for (AliasUse alias : report.aliasUses()) {
                line("corrected %,5d times in %s: %s -> %s", alias.uses(), alias.column(), alias.from(), alias.to());
            }
            for (RowIssue issue : report.rejected()) {
                line("not taken in: %s", issue);
            }
            for (RowIssue issue : report.unlinked()) {
                line("not related: %s", issue);
            }
        }
        int rejected = files.accounts().rejected().size()
                + files.sellers().rejected().size()
                + files.deals().rejected().size();
        line("rows left out: %d", rejected);
    }

    void figures(SalesFigures figures) {
        WinLoss all = figures.all();
        line("won %,d, lost %,d: win rate %s %%", all.won(), all.lost(), percent(all));
        line("won value %,.0f USD", all.wonAmount(USD).amount());
        line("days from first work to close: won %s, lost %s", days(figures.daysToWin()), days(figures.daysToLose()));
        table("by quarter of the year", figures.quarters());
        table("by fiscal quarter (the year starts on 1 April)", figures.fiscalQuarters());
        table("by office", figures.offices());
        line(
                "open deals: %,d, of which %,d name no account yet",
                figures.weighted().deals(), figures.withoutCustomer());
        line(
                "open deals, weighted by the chance of their stage: %,.2f USD (without amount: %,d)",
                figures.weighted().weighted(USD), figures.weighted().withoutAmount());
        line(
                "the same with the rule \"no amount: list price of the product\": %,.2f USD (rule used %,d times)",
                figures.weightedAtListPrice().weighted(USD),
                figures.weightedAtListPrice().ruleUses());
    }

    private void table(String title, Map<String, WinLoss> groups) {
        line("%s", title);
        groups.forEach((name, group) -> line(
                "  %-16s won %,5d   lost %,5d   win rate %6.2f %%   %,10.0f USD",
                name,
                group.won(),
                group.lost(),
                percent(group),
                group.wonAmount(USD).amount()));
    }

    void refusal(RuleViolation refused) {
        line("Marking an open deal without an account as won is refused; the seller reads:");
        line("\"%s\"", refused.sentence());
        line("and the program gets: rule %s, %s", refused.rule(), refused.subject());
    }

    void again(Imported files, long events) {
        line("%d inserts, %d updates, %d events: nothing is taken in twice", files.inserts(), files.updates(), events);
    }

    void enquiry(WebEnquiry.Story story) {
        line("Priya Nair of Cancity asks: \"Could you call me about 20 GTX Pro for our new office?\"");
        line("whose enquiry is it?");
        story.intake().reasons().forEach(reason -> line("  - %s", reason));
        line("the form is logged in her timeline, on behalf of Cancity");
        line("how interested is she?");
        story.score().text().lines().forEach(text -> line("  %s", text));
        line("segments entered: %s", String.join(", ", story.entered()));
        line("converting the enquiry would:");
        story.steps().forEach(step -> line("  - %s", step));
        story.preview().obstacles().forEach(obstacle -> line("  ! %s", obstacle));
        line(
                "committed: %d steps; committed again: the same conversion, nothing written twice",
                story.conversion().steps().size());
    }

    void files(List<Path> files) {
        line("the figures of part 2, to look at, to calculate with and for programs:");
        files.forEach(file -> line("  %s", file.toAbsolutePath().normalize()));
    }

    static BigDecimal percent(WinLoss group) {
        return group.winRate().orElse(BigDecimal.ZERO).movePointRight(2).setScale(4, RoundingMode.HALF_UP);
    }

    private static String days(DayStatistics days) {
        return String.format(
                Locale.ROOT,
                "mean %.1f, half within %s",
                days.mean().orElse(BigDecimal.ZERO),
                days.median().orElse(BigDecimal.ZERO).toPlainString());
    }
}
