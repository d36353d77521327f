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
create index crm_user_manager on crm_user (tenant, manager, id);

create table crm_team (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    active boolean,
    primary key (tenant, id)
);
create index crm_team_name on crm_team (tenant, name, id);

create table crm_customer (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    kind varchar collate "C",
    standing varchar collate "C",
    lifecycle_stage varchar collate "C",
    lifecycle_since timestamp(6),
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
    registered_at timestamp(6),
    archived boolean,
    primary key (tenant, id)
);
create index crm_customer_name on crm_customer (tenant, name, id);
create index crm_customer_web_domain on crm_customer (tenant, web_domain, id);
create index crm_customer_owner_user on crm_customer (tenant, owner_user, id);
create index crm_customer_owner_team on crm_customer (tenant, owner_team, id);

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
create index crm_relationship_from on crm_relationship (tenant, from_, id);
create index crm_relationship_to on crm_relationship (tenant, to_, id);

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
    occurred_at timestamp(6),
    recorded_at timestamp(6),
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
create index crm_interaction_occurred_at on crm_interaction (tenant, occurred_at, id);
create index crm_interaction_thread on crm_interaction (tenant, thread, id);
create index crm_interaction_original on crm_interaction (tenant, original, id);

create table crm_opportunity (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    name varchar collate "C",
    customer varchar(36) collate "C",
    pipeline varchar(36) collate "C",
    stage varchar collate "C",
    stage_entered_at timestamp(6),
    outcome varchar collate "C",
    open boolean,
    amount numeric(22, 4),
    amount_currency varchar collate "C",
    amount_value numeric(18, 3),
    currency varchar collate "C",
    probability numeric(18, 4),
    expected_close date,
    closed_on date,
    opened_at timestamp(6),
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
create index crm_opportunity_customer on crm_opportunity (tenant, customer, opened_at, id);
create index crm_opportunity_pipeline on crm_opportunity (tenant, pipeline, id);
create index crm_opportunity_stage on crm_opportunity (tenant, stage, id);
create index crm_opportunity_outcome on crm_opportunity (tenant, outcome, id);
create index crm_opportunity_expected_close on crm_opportunity (tenant, expected_close, id);
create index crm_opportunity_closed_on on crm_opportunity (tenant, closed_on, id);
create index crm_opportunity_owner_user on crm_opportunity (tenant, owner_user, id);
create index crm_opportunity_owner_team on crm_opportunity (tenant, owner_team, id);
create index crm_opportunity_lead on crm_opportunity (tenant, lead, id);

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
create index crm_pipeline_snapshot_date on crm_pipeline_snapshot (tenant, date, id);

create table crm_task (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    title varchar collate "C",
    note varchar collate "C",
    due_at timestamp(6),
    due_on date,
    reminder timestamp(6),
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    priority varchar collate "C",
    status varchar collate "C",
    open boolean,
    planned_at timestamp(6),
    closed_at timestamp(6),
    outcome varchar collate "C",
    primary key (tenant, id)
);
create index crm_task_due_at on crm_task (tenant, due_at, id);
create index crm_task_owner_user on crm_task (tenant, owner_user, id);
create index crm_task_owner_team on crm_task (tenant, owner_team, id);
create index crm_task_open on crm_task (tenant, open, id);

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
    product_of_interest varchar(36) collate "C",
    product_text varchar collate "C",
    brand varchar collate "C",
    received_at timestamp(6),
    last_touch_at timestamp(6),
    owner_user varchar(36) collate "C",
    owner_team varchar(36) collate "C",
    primary key (tenant, id)
);
create index crm_lead_person on crm_lead (tenant, person, id);
create index crm_lead_organization on crm_lead (tenant, organization, id);
create index crm_lead_introduced_by on crm_lead (tenant, introduced_by, id);
create index crm_lead_status on crm_lead (tenant, status, id);
create index crm_lead_phase on crm_lead (tenant, phase, id);
create index crm_lead_product_of_interest on crm_lead (tenant, product_of_interest, id);
create index crm_lead_received_at on crm_lead (tenant, received_at, id);
create index crm_lead_owner_user on crm_lead (tenant, owner_user, id);
create index crm_lead_owner_team on crm_lead (tenant, owner_team, id);

create table crm_duplicate_candidate (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    status varchar collate "C",
    found_at timestamp(6),
    primary key (tenant, id)
);
create index crm_duplicate_candidate_status on crm_duplicate_candidate (tenant, status, id);

create table crm_conversion (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    lead varchar(36) collate "C",
    opportunity varchar(36) collate "C",
    committed_at timestamp(6),
    reverted_at timestamp(6),
    primary key (tenant, id)
);
create index crm_conversion_lead on crm_conversion (tenant, lead, id);
create index crm_conversion_opportunity on crm_conversion (tenant, opportunity, id);

create table crm_discarded_lead (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    reason varchar collate "C",
    origin_source varchar collate "C",
    received_at timestamp(6),
    discarded_at timestamp(6),
    primary key (tenant, id)
);

create table crm_lead_process (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    primary key (tenant, id)
);

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
    at timestamp(6),
    primary key (tenant, id)
);
create index crm_score_snapshot_model on crm_score_snapshot (tenant, model, id);
create index crm_score_snapshot_subject_id on crm_score_snapshot (tenant, subject_id, at, id);

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
create index crm_segment_name on crm_segment (tenant, name, id);
create index crm_segment_subject on crm_segment (tenant, subject, id);

create table crm_segment_membership (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    segment varchar(36) collate "C",
    kind varchar collate "C",
    subject_id varchar collate "C",
    since timestamp(6),
    until timestamp(6),
    primary key (tenant, id)
);
create index crm_segment_membership_segment on crm_segment_membership (tenant, segment, id);
create index crm_segment_membership_subject_id on crm_segment_membership (tenant, subject_id, since, id);

create table crm_event (
    tenant varchar(36) collate "C" not null,
    id varchar(36) collate "C" not null,
    revision bigint not null,
    body text not null,
    position bigint not null,
    type varchar collate "C",
    subject varchar collate "C",
    at timestamp(6),
    primary key (tenant, id)
);
create unique index crm_event_position on crm_event (tenant, position);
create index crm_event_type on crm_event (tenant, type, id);
create index crm_event_subject on crm_event (tenant, subject, id);
create index crm_event_at on crm_event (tenant, at, id);

-- Elements of the fields that hold several, and the host's own attributes.
create table crm_value (
    tenant varchar(36) collate "C" not null,
    kind varchar(60) collate "C" not null,
    owner varchar(36) collate "C" not null,
    field varchar(80) collate "C" not null,
    item_key varchar(200) collate "C" not null,
    text_value varchar collate "C",
    number_value numeric(28, 9),
    happened_at timestamp(6),
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
