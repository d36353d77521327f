-- Tables of Sambandh for PostgreSQL. Text compares by code point, whatever the locale of the database.
-- Each row holds its entity whole in body; the typed columns beside it are copies, to search and report by.

create table crm_user (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    display_name varchar collate "C",
    active boolean,
    zone varchar collate "C",
    manager varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_user_by_manager on crm_user (tenant, manager, id);

create table crm_team (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    active boolean,
    primary key (tenant, id)
);
create index crm_team_by_name on crm_team (tenant, name, id);

create table crm_customer (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    kind varchar collate "C",
    standing varchar collate "C",
    lifecycle_stage varchar collate "C",
    lifecycle_since timestamp(6) with time zone,
    sex varchar collate "C",
    birth_date date,
    income_band varchar collate "C",
    payment_method varchar collate "C",
    purpose_of_purchase varchar collate "C",
    industry varchar collate "C",
    employees numeric(18, 0),
    revenue numeric(22, 4),
    revenue_currency varchar collate "C",
    founded numeric(18, 0),
    web_domain varchar collate "C",
    main_country varchar collate "C",
    main_city varchar collate "C",
    main_email varchar collate "C",
    main_phone varchar collate "C",
    language varchar collate "C",
    zone varchar collate "C",
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    source varchar collate "C",
    registered_at timestamp(6) with time zone,
    archived boolean,
    primary key (tenant, id)
);
create index crm_customer_by_name on crm_customer (tenant, name, id);
create index crm_customer_by_web_domain on crm_customer (tenant, web_domain, id);
create index crm_customer_by_owner_user on crm_customer (tenant, owner_user, id);
create index crm_customer_by_owner_team on crm_customer (tenant, owner_team, id);

create table crm_relationship (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    type varchar collate "C",
    from_ varchar(36) collate "C",
    to_ varchar(36) collate "C",
    role_title varchar collate "C",
    valid_from date,
    valid_until date,
    primary key (tenant, id)
);
create index crm_relationship_by_from on crm_relationship (tenant, from_, id);
create index crm_relationship_by_to on crm_relationship (tenant, to_, id);

create table crm_lifecycle (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    primary key (tenant, id)
);

create table crm_interaction (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    channel varchar collate "C",
    direction varchar collate "C",
    occurred_at timestamp(6) with time zone,
    recorded_at timestamp(6) with time zone,
    on_behalf_of varchar(36) collate "C",
    performed_by varchar(36) collate "C",
    disposition varchar collate "C",
    brand varchar collate "C",
    subject_line varchar collate "C",
    duration_seconds numeric(18, 0),
    thread varchar collate "C",
    valid boolean,
    original varchar(36) collate "C",
    superseded_by varchar(36) collate "C",
    retraction_reason varchar collate "C",
    primary key (tenant, id)
);
create index crm_interaction_by_occurred_at on crm_interaction (tenant, occurred_at, id);
create index crm_interaction_by_thread on crm_interaction (tenant, thread, id);
create index crm_interaction_by_original on crm_interaction (tenant, original, id);

create table crm_opportunity (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    customer varchar(36) collate "C",
    pipeline varchar(36) collate "C",
    stage varchar collate "C",
    stage_entered_at timestamp(6) with time zone,
    outcome varchar collate "C",
    open boolean,
    amount numeric(22, 4),
    amount_currency varchar collate "C",
    amount_value numeric(18, 3),
    currency varchar collate "C",
    probability numeric(18, 4),
    expected_close date,
    closed_on date,
    opened_at timestamp(6) with time zone,
    engaged_on date,
    days_to_close numeric(18, 0),
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    lost_reason varchar collate "C",
    competitor varchar collate "C",
    void_reason varchar collate "C",
    brand varchar collate "C",
    lead varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_opportunity_by_customer on crm_opportunity (tenant, customer, opened_at, id);
create index crm_opportunity_by_pipeline on crm_opportunity (tenant, pipeline, id);
create index crm_opportunity_by_stage on crm_opportunity (tenant, stage, id);
create index crm_opportunity_by_outcome on crm_opportunity (tenant, outcome, id);
create index crm_opportunity_by_expected_close on crm_opportunity (tenant, expected_close, id);
create index crm_opportunity_by_closed_on on crm_opportunity (tenant, closed_on, id);
create index crm_opportunity_by_owner_user on crm_opportunity (tenant, owner_user, id);
create index crm_opportunity_by_owner_team on crm_opportunity (tenant, owner_team, id);
create index crm_opportunity_by_lead on crm_opportunity (tenant, lead, id);

create table crm_pipeline (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    primary key (tenant, id)
);

create table crm_pipeline_snapshot (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    date date,
    primary key (tenant, id)
);
create index crm_pipeline_snapshot_by_date on crm_pipeline_snapshot (tenant, date, id);

create table crm_task (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    title varchar collate "C",
    note varchar collate "C",
    due_at timestamp(6) with time zone,
    due_on date,
    reminder timestamp(6) with time zone,
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    priority varchar collate "C",
    status varchar collate "C",
    open boolean,
    planned_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    outcome varchar collate "C",
    primary key (tenant, id)
);
create index crm_task_by_due_at on crm_task (tenant, due_at, id);
create index crm_task_by_owner_user on crm_task (tenant, owner_user, id);
create index crm_task_by_owner_team on crm_task (tenant, owner_team, id);
create index crm_task_by_open on crm_task (tenant, open, id);

create table crm_lead (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    person varchar(36) collate "C",
    organization varchar(36) collate "C",
    introduced_by varchar(36) collate "C",
    status varchar collate "C",
    phase varchar collate "C",
    status_reason varchar collate "C",
    open boolean,
    origin_source varchar collate "C",
    origin_medium varchar collate "C",
    origin_campaign varchar(36) collate "C",
    latest_source varchar collate "C",
    latest_medium varchar collate "C",
    latest_campaign varchar(36) collate "C",
    product_of_interest varchar(36) collate "C",
    product_text varchar collate "C",
    brand varchar collate "C",
    received_at timestamp(6) with time zone,
    last_touch_at timestamp(6) with time zone,
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_lead_by_person on crm_lead (tenant, person, id);
create index crm_lead_by_organization on crm_lead (tenant, organization, id);
create index crm_lead_by_introduced_by on crm_lead (tenant, introduced_by, id);
create index crm_lead_by_status on crm_lead (tenant, status, id);
create index crm_lead_by_phase on crm_lead (tenant, phase, id);
create index crm_lead_by_origin_campaign on crm_lead (tenant, origin_campaign, id);
create index crm_lead_by_latest_campaign on crm_lead (tenant, latest_campaign, id);
create index crm_lead_by_product_of_interest on crm_lead (tenant, product_of_interest, id);
create index crm_lead_by_received_at on crm_lead (tenant, received_at, id);
create index crm_lead_by_owner_user on crm_lead (tenant, owner_user, id);
create index crm_lead_by_owner_team on crm_lead (tenant, owner_team, id);

create table crm_duplicate_candidate (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    status varchar collate "C",
    found_at timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_duplicate_candidate_by_status on crm_duplicate_candidate (tenant, status, id);

create table crm_conversion (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    lead varchar(36) collate "C",
    opportunity varchar(36) collate "C",
    committed_at timestamp(6) with time zone,
    reverted_at timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_conversion_by_lead on crm_conversion (tenant, lead, id);
create index crm_conversion_by_opportunity on crm_conversion (tenant, opportunity, id);

create table crm_discarded_lead (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    reason varchar collate "C",
    origin_source varchar collate "C",
    received_at timestamp(6) with time zone,
    discarded_at timestamp(6) with time zone,
    primary key (tenant, id)
);

create table crm_lead_process (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    primary key (tenant, id)
);

create table crm_campaign (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    code varchar collate "C",
    name varchar collate "C",
    channel varchar collate "C",
    brand varchar collate "C",
    status varchar collate "C",
    budget numeric(22, 4),
    budget_currency varchar collate "C",
    cost numeric(22, 4),
    cost_currency varchar collate "C",
    cost_entries numeric(18, 0),
    starts_on date,
    ends_on date,
    audience_frozen_at timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_campaign_by_code on crm_campaign (tenant, code, id);
create index crm_campaign_by_status on crm_campaign (tenant, status, id);

create table crm_campaign_member (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    campaign varchar(36) collate "C",
    party varchar(36) collate "C",
    key_ varchar collate "C",
    status varchar collate "C",
    targeted_at timestamp(6) with time zone,
    sent_at timestamp(6) with time zone,
    delivered_at timestamp(6) with time zone,
    opened_at timestamp(6) with time zone,
    responded_at timestamp(6) with time zone,
    bounced_at timestamp(6) with time zone,
    unsubscribed_at timestamp(6) with time zone,
    segment varchar(36) collate "C",
    lead varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_campaign_member_by_campaign on crm_campaign_member (tenant, campaign, id);
create index crm_campaign_member_by_party on crm_campaign_member (tenant, party, targeted_at, id);
create index crm_campaign_member_by_key on crm_campaign_member (tenant, key_, id);

create table crm_product (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    code varchar collate "C",
    name varchar collate "C",
    family varchar collate "C",
    unit varchar collate "C",
    active boolean,
    warranty_months numeric(18, 0),
    warranty_meter numeric(18, 9),
    warranty_meter_unit varchar collate "C",
    primary key (tenant, id)
);
create index crm_product_by_code on crm_product (tenant, code, id);
create index crm_product_by_family on crm_product (tenant, family, id);

create table crm_price_book (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    standard boolean,
    archived boolean,
    primary key (tenant, id)
);
create index crm_price_book_by_standard on crm_price_book (tenant, standard, id);

create table crm_price (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    book varchar(36) collate "C",
    product varchar(36) collate "C",
    currency varchar collate "C",
    valid_from date,
    valid_until date,
    primary key (tenant, id)
);
create index crm_price_by_book on crm_price (tenant, book, id);
create index crm_price_by_product on crm_price (tenant, product, id);

create table crm_purchase (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    customer varchar(36) collate "C",
    buyer varchar(36) collate "C",
    purchased_at timestamp(6) with time zone,
    purchased_on date,
    currency varchar collate "C",
    total numeric(22, 4),
    total_currency varchar collate "C",
    refunded numeric(22, 4),
    refunded_currency varchar collate "C",
    net_revenue numeric(22, 4),
    net_revenue_currency varchar collate "C",
    total_value numeric(18, 4),
    net_value numeric(18, 4),
    payment_method varchar collate "C",
    purpose varchar collate "C",
    valid boolean,
    recorded_at timestamp(6) with time zone,
    corrects varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_purchase_by_customer on crm_purchase (tenant, customer, id);
create index crm_purchase_by_buyer on crm_purchase (tenant, buyer, purchased_at, id);
create index crm_purchase_by_purchased_at on crm_purchase (tenant, purchased_at, id);
create index crm_purchase_by_purchased_on on crm_purchase (tenant, purchased_on, id);

create table crm_purchase_return (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    customer varchar(36) collate "C",
    buyer varchar(36) collate "C",
    purchase varchar(36) collate "C",
    returned_at timestamp(6) with time zone,
    returned_on date,
    currency varchar collate "C",
    total numeric(22, 4),
    total_currency varchar collate "C",
    total_value numeric(18, 4),
    reason varchar collate "C",
    valid boolean,
    recorded_at timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_purchase_return_by_customer on crm_purchase_return (tenant, customer, id);
create index crm_purchase_return_by_buyer on crm_purchase_return (tenant, buyer, returned_at, id);
create index crm_purchase_return_by_purchase on crm_purchase_return (tenant, purchase, returned_at, id);
create index crm_purchase_return_by_returned_at on crm_purchase_return (tenant, returned_at, id);

create table crm_invoice (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    customer varchar(36) collate "C",
    purchase varchar(36) collate "C",
    issued_at timestamp(6) with time zone,
    issued_on date,
    due_on date,
    currency varchar collate "C",
    amount numeric(22, 4),
    amount_currency varchar collate "C",
    settled numeric(22, 4),
    settled_currency varchar collate "C",
    open_amount numeric(22, 4),
    open_amount_currency varchar collate "C",
    amount_value numeric(18, 4),
    open_value numeric(18, 4),
    open boolean,
    settled_on date,
    days_to_pay numeric(18, 0),
    primary key (tenant, id)
);
create index crm_invoice_by_customer on crm_invoice (tenant, customer, issued_at, id);
create index crm_invoice_by_purchase on crm_invoice (tenant, purchase, id);
create index crm_invoice_by_due_on on crm_invoice (tenant, due_on, id);
create index crm_invoice_by_open on crm_invoice (tenant, open, id);

create table crm_credit (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    customer varchar(36) collate "C",
    on_hold boolean,
    held_since timestamp(6) with time zone,
    hold_reason varchar collate "C",
    primary key (tenant, id)
);
create index crm_credit_by_customer on crm_credit (tenant, customer, id);

create table crm_ticket (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    number varchar collate "C",
    subject_line varchar collate "C",
    description varchar collate "C",
    category varchar collate "C",
    subcategory varchar collate "C",
    impact numeric(18, 0),
    urgency numeric(18, 0),
    priority numeric(18, 0),
    status varchar collate "C",
    phase varchar collate "C",
    status_since timestamp(6) with time zone,
    open boolean,
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    customer varchar(36) collate "C",
    contact varchar(36) collate "C",
    product varchar(36) collate "C",
    asset varchar(36) collate "C",
    opened_at timestamp(6) with time zone,
    responded_at timestamp(6) with time zone,
    solved_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    response_due_at timestamp(6) with time zone,
    resolution_due_at timestamp(6) with time zone,
    next_due_at timestamp(6) with time zone,
    next_escalation_at timestamp(6) with time zone,
    response_outcome varchar collate "C",
    resolution_outcome varchar collate "C",
    service_outcome varchar collate "C",
    service_policy varchar(36) collate "C",
    service_rule varchar collate "C",
    level numeric(18, 0),
    reassignments numeric(18, 0),
    reopens numeric(18, 0),
    resolution_code varchar collate "C",
    primary key (tenant, id)
);
create index crm_ticket_by_number on crm_ticket (tenant, number, id);
create index crm_ticket_by_category on crm_ticket (tenant, category, id);
create index crm_ticket_by_phase on crm_ticket (tenant, phase, id);
create index crm_ticket_by_open on crm_ticket (tenant, open, id);
create index crm_ticket_by_owner_user on crm_ticket (tenant, owner_user, id);
create index crm_ticket_by_owner_team on crm_ticket (tenant, owner_team, id);
create index crm_ticket_by_customer on crm_ticket (tenant, customer, id);
create index crm_ticket_by_contact on crm_ticket (tenant, contact, id);
create index crm_ticket_by_product on crm_ticket (tenant, product, id);
create index crm_ticket_by_asset on crm_ticket (tenant, asset, opened_at, id);
create index crm_ticket_by_opened_at on crm_ticket (tenant, opened_at, id);
create index crm_ticket_by_next_due_at on crm_ticket (tenant, next_due_at, id);
create index crm_ticket_by_next_escalation_at on crm_ticket (tenant, next_escalation_at, id);

create table crm_asset (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    product varchar(36) collate "C",
    serial_number varchar collate "C",
    serial_key varchar collate "C",
    exclusive_serial varchar collate "C",
    customer varchar(36) collate "C",
    installed_on date,
    retired_on date,
    warranty_until date,
    primary key (tenant, id)
);
create index crm_asset_by_product on crm_asset (tenant, product, id);
create index crm_asset_by_serial_key on crm_asset (tenant, serial_key, id);
create index crm_asset_by_exclusive_serial on crm_asset (tenant, exclusive_serial, id);
create index crm_asset_by_customer on crm_asset (tenant, customer, id);

create table crm_service_policy (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    primary key (tenant, id)
);

create table crm_ticket_process (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    primary key (tenant, id)
);

create table crm_ticket_sequence (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    last numeric(18, 0),
    primary key (tenant, id)
);

create table crm_predictive_model (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    version numeric(18, 0),
    archived boolean,
    counted varchar collate "C",
    primary key (tenant, id)
);
create index crm_predictive_model_by_counted on crm_predictive_model (tenant, counted, id);

create table crm_score_model (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    version numeric(18, 0),
    archived boolean,
    primary key (tenant, id)
);

create table crm_segment (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    subject varchar collate "C",
    kind varchar collate "C",
    rule varchar collate "C",
    archived boolean,
    primary key (tenant, id)
);
create index crm_segment_by_name on crm_segment (tenant, name, id);
create index crm_segment_by_subject on crm_segment (tenant, subject, id);

create table crm_segment_membership (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    segment varchar(36) collate "C",
    kind varchar collate "C",
    subject_id varchar collate "C",
    since timestamp(6) with time zone,
    until timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_segment_membership_by_segment on crm_segment_membership (tenant, segment, id);
create index crm_segment_membership_by_subject_id on crm_segment_membership (tenant, subject_id, since, id);

create table crm_event (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    position bigint not null,
    type varchar collate "C",
    subject varchar collate "C",
    at timestamp(6) with time zone,
    primary key (tenant, id)
);
create unique index crm_event_position on crm_event (tenant, position);
create index crm_event_by_type on crm_event (tenant, type, id);
create index crm_event_by_subject on crm_event (tenant, subject, id);
create index crm_event_by_at on crm_event (tenant, at, id);

-- Elements of the fields that hold several, and the host's own attributes.
create table crm_value (
    tenant varchar(36) collate "C" not null,
    kind varchar(60) collate "C" not null,
    owner varchar(36) collate "C" not null,
    field varchar(80) collate "C" not null,
    item_key varchar(200) collate "C" not null,
    text_value varchar collate "C",
    number_value numeric(28, 9),
    happened_at timestamp(6) with time zone,
    primary key (tenant, kind, owner, field, item_key)
);
create index crm_value_item on crm_value (tenant, kind, field, item_key, happened_at, owner);

-- What no two entities of a kind may share. The primary key is the guard.
create table crm_unique_key (
    tenant varchar(36) collate "C" not null,
    kind varchar(60) collate "C" not null,
    field varchar(80) collate "C" not null,
    item_key varchar(200) collate "C" not null,
    owner varchar(36) collate "C" not null,
    primary key (tenant, kind, field, item_key)
);
create index crm_unique_key_owner on crm_unique_key (tenant, kind, owner);

-- Which party a merged one became.
create table crm_redirect (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    survivor varchar(36) collate "C" not null,
    primary key (tenant, id)
);
create index crm_redirect_survivor on crm_redirect (tenant, survivor);

-- The last position of a tenant's outbox; locked from the recording of events to the commit.
create table crm_outbox_counter (
    tenant varchar(36) collate "C" not null,
    last_position bigint not null,
    primary key (tenant)
);

create table crm_call_list (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    campaign varchar(36) collate "C",
    brand varchar collate "C",
    max_attempts numeric(18, 0),
    frozen_at timestamp(6) with time zone,
    closed boolean,
    primary key (tenant, id)
);
create index crm_call_list_by_campaign on crm_call_list (tenant, campaign, id);
create index crm_call_list_by_closed on crm_call_list (tenant, closed, id);

create table crm_call_entry (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    list varchar(36) collate "C",
    party varchar(36) collate "C",
    key_ varchar collate "C",
    number varchar collate "C",
    state varchar collate "C",
    open boolean,
    enlisted_at timestamp(6) with time zone,
    attempts numeric(18, 0),
    not_before timestamp(6) with time zone,
    call_back_at timestamp(6) with time zone,
    last_attempt_at timestamp(6) with time zone,
    claimed_by varchar(36) collate "C",
    claimed_until timestamp(6) with time zone,
    converted boolean,
    primary key (tenant, id)
);
create index crm_call_entry_by_list on crm_call_entry (tenant, list, id);
create index crm_call_entry_by_party on crm_call_entry (tenant, party, enlisted_at, id);
create index crm_call_entry_by_key on crm_call_entry (tenant, key_, id);
create index crm_call_entry_by_state on crm_call_entry (tenant, state, id);
create index crm_call_entry_by_claimed_by on crm_call_entry (tenant, claimed_by, id);

create table crm_call_attempt (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    list varchar(36) collate "C",
    entry varchar(36) collate "C",
    party varchar(36) collate "C",
    agent varchar(36) collate "C",
    at timestamp(6) with time zone,
    handle_seconds numeric(18, 6),
    disposition varchar collate "C",
    outcome varchar collate "C",
    converted boolean,
    interaction varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_call_attempt_by_list on crm_call_attempt (tenant, list, id);
create index crm_call_attempt_by_entry on crm_call_attempt (tenant, entry, id);
create index crm_call_attempt_by_party on crm_call_attempt (tenant, party, at, id);
create index crm_call_attempt_by_agent on crm_call_attempt (tenant, agent, id);
create index crm_call_attempt_by_at on crm_call_attempt (tenant, at, id);

create table crm_call_agent (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    active boolean,
    primary key (tenant, id)
);

create table crm_questionnaire (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    code varchar collate "C",
    version numeric(18, 0),
    key_ varchar collate "C",
    name varchar collate "C",
    brand varchar collate "C",
    closed boolean,
    primary key (tenant, id)
);
create index crm_questionnaire_by_code on crm_questionnaire (tenant, code, id);
create index crm_questionnaire_by_key on crm_questionnaire (tenant, key_, id);

create table crm_survey_invitation (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    questionnaire varchar(36) collate "C",
    party varchar(36) collate "C",
    code varchar collate "C",
    invited_at timestamp(6) with time zone,
    response varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_survey_invitation_by_questionnaire on crm_survey_invitation (tenant, questionnaire, id);
create index crm_survey_invitation_by_party on crm_survey_invitation (tenant, party, id);
create index crm_survey_invitation_by_code on crm_survey_invitation (tenant, code, id);

create table crm_survey_response (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    questionnaire varchar(36) collate "C",
    party varchar(36) collate "C",
    answered_at timestamp(6) with time zone,
    nps numeric(18, 0),
    csat numeric(18, 0),
    interaction varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_survey_response_by_questionnaire on crm_survey_response (tenant, questionnaire, id);
create index crm_survey_response_by_party on crm_survey_response (tenant, party, answered_at, id);

create table crm_score_model_version (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    model varchar(36) collate "C",
    version numeric(18, 0),
    from_ timestamp(6) with time zone,
    key_ varchar collate "C",
    primary key (tenant, id)
);
create index crm_score_model_version_by_model on crm_score_model_version (tenant, model, id);
create index crm_score_model_version_by_key on crm_score_model_version (tenant, key_, id);

create table crm_score_snapshot (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    model varchar(36) collate "C",
    kind varchar collate "C",
    subject_id varchar collate "C",
    value_ numeric(18, 9),
    grade varchar collate "C",
    fit numeric(18, 9),
    engagement numeric(18, 9),
    letter varchar collate "C",
    number varchar collate "C",
    combined varchar collate "C",
    at timestamp(6) with time zone,
    recorded_at timestamp(6) with time zone,
    superseded_at timestamp(6) with time zone,
    latest boolean,
    latest_of varchar collate "C",
    key_ varchar collate "C",
    primary key (tenant, id)
);
create index crm_score_snapshot_by_model on crm_score_snapshot (tenant, model, id);
create index crm_score_snapshot_by_subject_id on crm_score_snapshot (tenant, subject_id, at, id);
create index crm_score_snapshot_by_superseded_at on crm_score_snapshot (tenant, superseded_at, id);
create index crm_score_snapshot_by_latest_of on crm_score_snapshot (tenant, latest_of, recorded_at, id);
create index crm_score_snapshot_by_key on crm_score_snapshot (tenant, key_, id);

create table crm_segment_flip (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    segment varchar(36) collate "C",
    kind varchar collate "C",
    subject_id varchar collate "C",
    until timestamp(6) with time zone,
    primary key (tenant, id)
);
create index crm_segment_flip_by_segment on crm_segment_flip (tenant, segment, id);
create index crm_segment_flip_by_subject_id on crm_segment_flip (tenant, subject_id, id);
create index crm_segment_flip_by_until on crm_segment_flip (tenant, until, id);

create table crm_segment_edition (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    stamp varchar collate "C",
    next_flip timestamp(6) with time zone,
    primary key (tenant, id)
);
