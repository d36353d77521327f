package org.sambandh.examples.contactcentre;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.settings.TenantSettings;

/** Replays a log of incidents as tickets and the orders of a shop as purchases, and prints what they add up to. */
public final class ContactCentre {

    private static final String USAGE =
            "usage: [folder of data, with tickets/incidents_dev.csv.gz in it and, for all lines of the shop,"
                    + " retail/online_retail_2010_lines.csv.gz]";
    /** After the last event of either file. */
    private static final Instant NOW = Instant.parse("2017-03-01T09:00:00Z");

    private final PrintStream out;
    private final Path folder;

    ContactCentre(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** What the run came to, for whoever wants more than the lines printed. */
    record Result(
            long ticketsWritten,
            DeskFigures desk,
            Shop.Delivery delivery,
            ShopFigures shop,
            long writtenAgain,
            DashboardTables dashboard,
            Path page) {}

    /**
     * Runs the example; ends with code 2 and a sentence where it cannot.
     *
     * @param args at most one: the folder of data; without it the system property {@code crm.data}, and without that the
     *     sample that is shipped
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path folder = Path.of(System.getProperty("contact-centre.folder", "target"));
        int code = run(out, err, folder, System.getProperty("crm.data"), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintStream out, PrintStream err, Path folder, @Nullable String property, String... args) {
        try {
            new ContactCentre(out, folder).run(data(property, args));
            return 0;
        } catch (CannotRun e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static @Nullable Path data(@Nullable String property, String... args) throws CannotRun {
        if (args.length > 1) {
            throw new CannotRun(USAGE);
        }
        String given = args.length == 1 ? args[0] : property;
        if (given == null || given.isBlank()) {
            return null;
        }
        Path folder = Path.of(given);
        if (!Files.isReadable(DataFiles.incidentLog(folder))) {
            throw new CannotRun("There is no log " + DataFiles.incidentLog(folder) + " to read. " + USAGE);
        }
        return folder;
    }

    /** Runs on the log in a folder of data, or on the sample where none is given. */
    Result run(@Nullable Path data) {
        TenantSettings settings = TenantSettings.of(ZoneId.of("UTC"), Money.currencyOf("GBP"));
        CrmSession crm =
                Crm.inMemory(settings, InstantSource.fixed(NOW), Shop.MARKET).as(Actor.importOf("contact-centre"));
        List<Incident> incidents;
        List<OrderRow> orders;
        List<LineRow> lines;
        try {
            incidents = Incident.read(DataFiles.incidents(data));
            orders = OrderRow.read(DataFiles.orders());
            lines = LineRow.read(DataFiles.lines(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        Desk desk = new Desk(crm);
        title("1. A log of incidents, replayed as tickets" + (data == null ? " (sample)" : ""));
        long tickets = desk.replay(incidents);
        DeskFigures service = DeskFigures.of(crm);
        print(service);

        title("2. The orders of a shop");
        Shop.Delivery delivery = new Shop(crm).deliver(orders, lines);
        ShopFigures shop = ShopFigures.of(crm);
        print(delivery, shop);

        title("3. The same files once more");
        Shop.Delivery second = new Shop(crm).deliver(orders, lines);
        long again = desk.replay(incidents) + second.written() + second.returns();
        line("%d tickets, orders and returns written: nothing is taken in twice", again);

        title("4. The figures as a page");
        DashboardTables dashboard = ServiceDashboard.of(crm, Morning.openTickets(settings, incidents));
        Path page = ServiceDashboard.write(dashboard, folder);
        line("%s", page.toAbsolutePath().normalize());
        return new Result(tickets, service, delivery, shop, again, dashboard, page);
    }

    private void print(DeskFigures desk) {
        line("%,d tickets, %s %% of them solved in the time promised", desk.tickets(), desk.share());
        line(
                "reopened %,d, reassigned %,d, closed without a solution %,d",
                desk.reopened(), desk.reassigned(), desk.neverSolved());
        desk.priorities()
                .forEach((priority, some) -> line(
                        "  priority %d: %,6d tickets   in time %7.2f %%   half solved within %7.3f hours, closed within %7.3f",
                        priority, some.tickets(), some.share(), some.medianToSolve(), some.medianToClose()));
    }

    private void print(Shop.Delivery delivery, ShopFigures shop) {
        line(
                "%,d buyers, %,d orders, %,.2f GBP",
                shop.buyers(), shop.orders(), shop.revenue().amount());
        line(
                "left out: %,d from 2010-12-01 on, %,d of nobody known, %,d that came to nothing",
                rows(delivery, OrderRow.Kind.LATER),
                rows(delivery, OrderRow.Kind.NOBODY),
                rows(delivery, OrderRow.Kind.NOTHING));
        line(
                "%,d cancellations, of which none says what order it is of; those of known buyers, %,d, come to %,.2f GBP",
                rows(delivery, OrderRow.Kind.CANCELLATION),
                delivery.cancellations(),
                delivery.cancelled().amount());
        print(delivery.back(), delivery.lines(), shop);
    }

    private void print(Takebacks back, long lines, ShopFigures shop) {
        line("%,d lines of orders are known, and %,d lines taken back:", lines, total(back));
        back.amounts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            int some = back.lines().getOrDefault(entry.getKey(), 0);
            line("  %,6d, %,12.2f GBP: %s", some, entry.getValue().amount(), words(entry.getKey()));
        });
        line(
                "returned: %,.2f GBP; what stays is %,.2f GBP",
                shop.refunded().amount(), shop.revenue().minus(shop.refunded()).amount());
    }

    private static int total(Takebacks back) {
        return back.lines().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String words(Takebacks.Fate fate) {
        return switch (fate) {
            case LATER -> "from 2010-12-01 on";
            case NOBODY -> "of nobody known";
            case NEVER_BOUGHT -> "the buyer bought none of it before, as far as the file goes back";
            case OTHER_PRICE -> "bought before, but not at that price";
            case TOO_MUCH -> "bought before at that price, but no line has as much left";
            case MATCHED -> "returns of the latest line of that buyer, product and price";
        };
    }

    private static int rows(Shop.Delivery delivery, OrderRow.Kind kind) {
        return delivery.rows().getOrDefault(kind, 0);
    }

    private void title(String text) {
        out.println();
        out.println(text);
        out.println("-".repeat(text.length()));
    }

    private void line(String format, Object... values) {
        out.println("  " + String.format(Locale.ROOT, format, values));
    }
}
