-- Write model of the registry. Everything that leaves the house is derived from these tables; a confidential address lives
-- here and nowhere else.
create extension if not exists pg_trgm;

create table organisation (
    id      text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
    fr      text not null,
    nl      text not null,
    en      text,
    de      text,
    ar      text,
    sector  text not null,
    commune text not null check (commune ~ '^[0-9]{5}$'),
    phone   text not null,
    -- Demonstration data says so everywhere: nobody should walk to a door that does not exist.
    fictitious boolean not null,
    folded     text not null
);
create index organisation_folded on organisation using gin (folded gin_trgm_ops);

create table place (
    id           text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
    fr           text not null,
    nl           text not null,
    en           text,
    de           text,
    ar           text,
    street_fr    text not null,
    street_nl    text not null,
    number       text not null,
    postcode     text not null check (postcode ~ '^[0-9]{4}$'),
    commune      text not null check (commune ~ '^[0-9]{5}$'),
    step_free    boolean not null,
    confidential boolean not null
);

create table service (
    id           text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
    organisation text not null references organisation,
    type         text not null,
    fr           text not null,
    nl           text not null,
    en           text,
    de           text,
    ar           text,
    summary_fr   text not null,
    summary_nl   text not null,
    summary_en   text,
    summary_de   text,
    summary_ar   text,
    needs        text[] not null check (cardinality(needs) > 0),
    targets      text[] not null check (cardinality(targets) > 0),
    evidence     text[] not null
);
create index service_organisation on service (organisation, id);

-- An offer happens at one place, or, for teams that come to people, in some communes.
create table offer (
    id        text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
    service   text not null references service,
    place     text references place,
    communes  text[] not null,
    languages text[] not null,
    admission text not null,
    phone     text not null,
    check ((place is null) = (cardinality(communes) > 0))
);
create index offer_service on offer (service, id);
create index offer_place on offer (place, id);

create table opening (
    offer  text not null references offer on delete cascade,
    day    smallint not null check (day between 1 and 7),
    opens  time not null,
    closes time not null,
    primary key (offer, day, opens),
    check (opens <> closes)
);

-- Read model of the search: folded words only, never anything of a confidential place but its commune.
create table listing (
    offer    text primary key references offer on delete cascade,
    title    text collate "C" not null,
    body     text not null,
    needs    text[] not null,
    targets  text[] not null,
    communes text[] not null
);
create index listing_order on listing (title, offer);
create index listing_body on listing using gin (body gin_trgm_ops);
create index listing_needs on listing using gin (needs);
create index listing_communes on listing using gin (communes);

-- Public keys of an organisation, as signed statements; the registry stores what it verified, and owns no private key.
create table agency_keys (
    organisation text primary key references organisation,
    root         text not null,
    document     text not null,
    published    timestamptz not null
);

-- What changed, in order of commit: the writer holds an advisory lock from here to its commit.
create table outbox (
    seq   bigint generated always as identity primary key,
    kind  text not null check (kind in ('service', 'offer', 'organisation', 'place')),
    entry text not null,
    at    timestamptz not null default now()
);

grant usage on schema public to registry_app;
grant select, insert, update, delete on organisation, place, service, offer, opening, listing, agency_keys to registry_app;
grant select, insert on outbox to registry_app;
