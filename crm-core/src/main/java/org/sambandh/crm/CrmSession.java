package org.sambandh.crm;

import java.util.function.Function;
import org.sambandh.crm.callcentre.Calls;
import org.sambandh.crm.campaign.Campaigns;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.Lifecycles;
import org.sambandh.crm.customer.Relationships;
import org.sambandh.crm.exchange.Imports;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.lead.Leads;
import org.sambandh.crm.overview.Overviews;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Pipelines;
import org.sambandh.crm.prediction.Predictions;
import org.sambandh.crm.product.PriceBooks;
import org.sambandh.crm.product.Products;
import org.sambandh.crm.purchase.Credits;
import org.sambandh.crm.purchase.Invoices;
import org.sambandh.crm.purchase.Purchases;
import org.sambandh.crm.scoring.Scores;
import org.sambandh.crm.segment.Segments;
import org.sambandh.crm.store.ChangeFeed;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.survey.Surveys;
import org.sambandh.crm.task.Tasks;
import org.sambandh.crm.team.Teams;
import org.sambandh.crm.ticket.Assets;
import org.sambandh.crm.ticket.ServicePolicies;
import org.sambandh.crm.ticket.Tickets;

/**
 * The services as one actor of one tenant sees them. Every call is one transaction; {@link #inTransaction} makes several
 * calls one. Safe for concurrent use, except the session handed to {@code inTransaction}.
 */
public final class CrmSession {

    private final Units units;

    CrmSession(Units units) {
        this.units = units;
    }

    /**
     * Makes several calls one unit: all of them are kept, or none.
     *
     * @param work gets the session to call; the outer one must not be called meanwhile
     * @param <R> what it returns
     * @return what it returned
     */
    public <R> R inTransaction(Function<CrmSession, R> work) {
        return units.run(unit -> work.apply(new CrmSession(Units.joining(unit))));
    }

    /**
     * Runs work on the unit underneath, for what no service offers: repositories, facts, the catalogue.
     *
     * @param work gets the unit
     * @param <R> what it returns
     * @return what it returned
     */
    public <R> R inUnit(Function<Unit, R> work) {
        return units.run(work);
    }

    /** {@return now, in the tenant's zone: what a {@link org.sambandh.crm.store.Query} is evaluated at} */
    public Moment moment() {
        return units.run(Unit::moment);
    }

    /** {@return the fields of the tenant, the host's own included: what {@code CrmJson.with(...)} needs} */
    public Catalog catalog() {
        return units.run(Unit::catalog);
    }

    /** {@return the parties} */
    public Customers customers() {
        return new Customers(units);
    }

    /** {@return how parties are related} */
    public Relationships relationships() {
        return new Relationships(units);
    }

    /** {@return the lifecycle stages of the tenant} */
    public Lifecycles lifecycles() {
        return new Lifecycles(units);
    }

    /** {@return users and teams} */
    public Teams teams() {
        return new Teams(units);
    }

    /** {@return what happened with parties} */
    public Interactions interactions() {
        return new Interactions(units);
    }

    /** {@return what is planned} */
    public Tasks tasks() {
        return new Tasks(units);
    }

    /** {@return the enquiries} */
    public Leads leads() {
        return new Leads(units);
    }

    /** {@return the deals} */
    public Opportunities opportunities() {
        return new Opportunities(units);
    }

    /** {@return the pipelines and their stages} */
    public Pipelines pipelines() {
        return new Pipelines(units);
    }

    /** {@return what is done in the market} */
    public Campaigns campaigns() {
        return new Campaigns(units);
    }

    /** {@return what is sold} */
    public Products products() {
        return new Products(units);
    }

    /** {@return what it costs, from when on} */
    public PriceBooks priceBooks() {
        return new PriceBooks(units);
    }

    /** {@return what was bought and what came back} */
    public Purchases purchases() {
        return new Purchases(units);
    }

    /** {@return what is owed and was paid} */
    public Invoices invoices() {
        return new Invoices(units);
    }

    /** {@return whose credit is on hold} */
    public Credits credits() {
        return new Credits(units);
    }

    /** {@return what customers ask of service} */
    public Tickets tickets() {
        return new Tickets(units);
    }

    /** {@return what the tenant promises to those who ask} */
    public ServicePolicies servicePolicies() {
        return new ServicePolicies(units);
    }

    /** {@return what is installed at customers} */
    public Assets assets() {
        return new Assets(units);
    }

    /** {@return who is called, by whom and with which end} */
    public Calls calls() {
        return new Calls(units);
    }

    /** {@return what parties are asked and answer} */
    public Surveys surveys() {
        return new Surveys(units);
    }

    /** {@return what is learned from the past} */
    public Predictions predictions() {
        return new Predictions(units);
    }

    /** {@return the scoring models and scores} */
    public Scores scores() {
        return new Scores(units);
    }

    /** {@return the segments and their members} */
    public Segments segments() {
        return new Segments(units);
    }

    /** {@return everything around one party} */
    public Overviews overview() {
        return new Overviews(units);
    }

    /** {@return the service that brings files in; use it outside {@link #inTransaction}} */
    public Imports imports() {
        return new Imports(units);
    }

    /** {@return what happened to the tenant's data, in order} */
    public ChangeFeed changes() {
        return new ChangeFeed(units);
    }
}
