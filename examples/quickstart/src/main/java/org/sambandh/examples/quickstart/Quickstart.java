package org.sambandh.examples.quickstart;

import jakarta.persistence.EntityManagerFactory;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.exchange.ImportReport;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.jpa.JpaCrmStore;
import org.sambandh.crm.pipeline.AmountRule;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.PipelineFigures;
import org.sambandh.crm.pipeline.WinLoss;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;

/** Takes in a seller's accounts, sellers and deals, and prints what they add up to. */
public final class Quickstart {

    static final Currency USD = Money.currencyOf("USD");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final FiscalCalendar FISCAL = FiscalCalendar.startingIn(Month.APRIL);
    private static final Schema SCHEMA = Crm.schema(TenantSettings.of(ZONE, USD).withFiscalCalendar(FISCAL));
    private static final Instant NOW = Instant.parse("2018-01-02T14:00:00Z");

    private final PrintStream out;
    private final boolean console;
    private final Path folder;

    Quickstart(PrintStream out, boolean console, Path folder) {
        this.out = out;
        this.console = console;
        this.folder = folder;
    }

    /**
     * Runs the example; ends with code 2 and a sentence where it cannot.
     *
     * @param args as {@link Options#USAGE} says
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path folder = Path.of(System.getProperty("quickstart.folder", "target"));
        int code = run(out, err, onTerminal(), folder, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintStream out, PrintStream err, boolean console, Path folder, String... args) {
        try {
            new Quickstart(out, console, folder).run(Options.of(args));
            return 0;
        } catch (CannotRun | StoreFailure e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** From Java 22 on there is a console even where the output goes to a file; only it can tell. */
    @SuppressWarnings("SystemConsoleNull") // null is what Java 17 to 21 answer
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    Result run(Options options) throws CannotRun {
        if (options.inMemory()) {
            CrmStore store = InMemoryCrmStore.builder(SCHEMA).build();
            return run(store);
        }
        try (Connections database = Connections.open(options);
                EntityManagerFactory factory = DatabaseLines.factory(database)) {
            // The one line that differs.
            CrmStore store = JpaCrmStore.owning(factory, SCHEMA).build();
            return run(store);
        } catch (SQLException e) {
            throw new CannotRun("The database could not be left (SQLState " + e.getSQLState() + ").");
        }
    }

    /** Everything there is to see, whatever keeps the data. */
    private Result run(CrmStore store) {
        Crm library = Crm.builder(store).clock(InstantSource.fixed(NOW)).build();
        // A tenant for each run, so that a database that is kept can be used many times.
        TenantId tenant = new TenantId(UUID.randomUUID().toString());
        CrmSession crm = library.as(tenant, Actor.importOf("quickstart"));
        Report report = new Report(out);

        report.title("1. Taking in a seller's files");
        Imported first = bringIn(crm, true);
        report.imported(first);

        report.title("2. What the deals add up to");
        SalesFigures figures = figures(crm);
        report.figures(figures);
        DashboardTables dashboard = SalesDashboard.of(crm, listPrice());

        report.title("3. A rule of the house");
        RuleViolation refusal = winWithoutCustomer(crm);
        report.refusal(refusal);

        report.title("4. The same files once more");
        long before = events(crm);
        Imported second = bringIn(crm, false);
        long caused = events(crm) - before;
        report.again(second, caused);

        report.title("5. An enquiry arrives from the web");
        WebEnquiry.Story enquiry = new WebEnquiry(crm).run();
        report.enquiry(enquiry);

        report.title("6. The deals as a page");
        List<Path> files = DashboardFiles.write(dashboard, folder);
        report.files(files);
        return new Result(first, figures, refusal, second, caused, enquiry, dashboard, files);
    }

    private Imported bringIn(CrmSession crm, boolean shown) {
        ImportReport accounts = bringIn(crm, "accounts", "accounts", shown);
        ImportReport sellers = bringIn(crm, "sales_teams", "sellers", shown);
        ImportReport deals = bringIn(crm, "sales_pipeline", "deals", shown);
        long users = crm.teams().users(Conditions.always()).items().size();
        return new Imported(accounts, sellers, users - sellers.rows().total(), deals);
    }

    private ImportReport bringIn(CrmSession crm, String file, String label, boolean shown) {
        Bar bar = new Bar(out, console, label);
        return crm.imports().run(Resources.mapping(file), Resources.data(file), shown ? bar : (row, total) -> {});
    }

    private static SalesFigures figures(CrmSession crm) {
        PipelineFigures deals = crm.opportunities().figures(Conditions.always());
        Map<String, WinLoss> offices = new TreeMap<>();
        deals.byTeam()
                .groups()
                .forEach((id, won) -> offices.put(crm.teams().team(id).name(), won));
        return new SalesFigures(
                deals.size(),
                deals.winLoss(),
                deals.closedBy(Quickstart::quarter),
                deals.closedBy(day -> FISCAL.quarterOf(day).label()),
                offices,
                deals.daysToClose(OutcomeKind.WON),
                deals.daysToClose(OutcomeKind.LOST),
                deals.weighted(),
                deals.weighted(listPrice()),
                crm.opportunities()
                        .figures(Conditions.not(Conditions.where(OpportunityFields.CUSTOMER, Tests.present())))
                        .size());
    }

    private static AmountRule listPrice() {
        Map<ProductId, Money> prices = PriceList.read();
        return AmountRule.listPrice(product -> Optional.ofNullable(prices.get(product)));
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static RuleViolation winWithoutCustomer(CrmSession crm) {
        Query<Opportunity> nobody =
                Query.of(Conditions.not(Conditions.where(OpportunityFields.CUSTOMER, Tests.present())), crm.moment());
        Opportunity deal = crm.opportunities().find(nobody.limit(1)).items().get(0);
        try {
            crm.opportunities().win(deal.id());
            throw new IllegalStateException("a deal was won with nobody");
        } catch (RuleViolation e) {
            return e;
        }
    }

    private static long events(CrmSession crm) {
        long count = 0;
        EventId last = null;
        List<Event> page = crm.changes().since(last, 1_000);
        while (!page.isEmpty()) {
            count += page.size();
            last = page.get(page.size() - 1).id();
            page = crm.changes().since(last, 1_000);
        }
        return count;
    }
}
