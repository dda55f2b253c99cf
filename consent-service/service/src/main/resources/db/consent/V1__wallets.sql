-- Wallets, papers, loans, openings and the log. The application's role owns nothing; every table with a column "account"
-- is behind forced row-level security, and who is calling is said once per transaction (brussels.passerelle.consent.wall).

create function wall_account() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.account', true), '') $$;
create function wall_organisation() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.organisation', true), '') $$;
create function wall_team() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.team', true), '') $$;
create function wall_role(role text) returns boolean language sql stable as
  $$ select position(',' || role || ',' in coalesce(current_setting('passerelle.roles', true), '')) > 0 $$;
-- The service's own clock, which may see what is past its end and nothing else.
create function wall_clock() returns boolean language sql stable as
  $$ select coalesce(current_setting('passerelle.clock', true), '') = 'on' $$;
create function wall_desk(agency text, function text) returns boolean language sql stable as
  $$ select agency = wall_organisation() and function = wall_team() and wall_role('worker') $$;

create table account (
  account text primary key,
  username text not null,
  organisation text,
  team text,
  card text,
  seen timestamptz not null
);
create index account_organisation on account (organisation, account) where organisation is not null;

create table keyset (
  account text primary key,
  version int not null,
  signing text not null,
  body text not null,
  changed timestamptz not null
);

create table manifest (
  account text primary key,
  version int not null,
  body text not null,
  changed timestamptz not null
);

-- How often a content is referred to, by anybody: no account here.
create table blob (
  hash text primary key,
  size bigint not null,
  uses int not null check (uses > 0)
);

create table paper (
  account text not null,
  paper text not null,
  version int not null check (version > 0),
  size bigint not null check (size > 0),
  hash text not null references blob (hash),
  stored timestamptz not null,
  primary key (account, paper, version)
);
create index paper_order on paper (account, stored, paper, version);

create table loan (
  loan text primary key,
  account text not null,
  agency text not null,
  function text not null,
  holder text not null,
  holder_key text not null,
  actions text not null check (actions in ('look', 'save')),
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  state text not null check (state in ('offered', 'given', 'paused', 'expired', 'ended')),
  given timestamptz not null,
  ended timestamptz,
  check ((ended is not null) = (state in ('ended', 'expired')))
);
create index loan_account on loan (account, given desc, loan desc);
create index loan_desk on loan (agency, function, given desc, loan desc);
create index loan_due on loan (ends) where state in ('offered', 'given', 'paused');

create table loan_item (
  loan text not null references loan (loan),
  account text not null,
  paper text not null,
  version int not null,
  place int not null,
  jwe text,
  primary key (loan, paper, version)
);
create index loan_item_paper on loan_item (account, paper);

create table opening (
  opening text primary key,
  loan text not null references loan (loan),
  account text not null,
  paper text not null,
  version int not null,
  size bigint not null,
  hash text not null,
  worker text not null,
  request text,
  at timestamptz not null,
  unique (worker, request)
);

create table handed_key (
  agency text not null,
  function text not null,
  account text not null,
  place int not null,
  use text not null check (use in ('enc', 'sig')),
  jwe text not null,
  primary key (agency, function, account, place)
);

create table root_key (
  agency text not null,
  account text not null,
  jwe text not null,
  primary key (agency, account)
);

-- Which keys of agencies the log has told everybody about.
create table agency_key (
  agency text not null,
  thumbprint text not null,
  function text not null,
  use text not null,
  seen timestamptz not null,
  primary key (agency, function, thumbprint)
);

-- The log. Leaves say nothing to anybody without the event and its salt.
create table log_leaf (
  leaf bigint generated always as identity primary key,
  data bytea not null
);
create table log_queue (
  leaf bigint primary key references log_leaf (leaf)
);
create table log_place (
  place bigint primary key,
  leaf bigint not null unique references log_leaf (leaf)
);
create table log_node (
  level int not null,
  place bigint not null,
  hash bytea not null,
  primary key (level, place)
);
create table log_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null
);
create table log_event (
  leaf bigint primary key references log_leaf (leaf),
  account text not null,
  salt bytea not null,
  event text not null,
  at timestamptz not null
);
create index log_event_account on log_event (account, leaf desc);

create function log_is_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the log is append-only'; end $$;
create trigger log_leaf_kept before update or delete or truncate on log_leaf
  for each statement execute function log_is_append_only();
create trigger log_place_kept before update or delete or truncate on log_place
  for each statement execute function log_is_append_only();
create trigger log_node_kept before update or delete or truncate on log_node
  for each statement execute function log_is_append_only();
create trigger log_checkpoint_kept before update or delete or truncate on log_checkpoint
  for each statement execute function log_is_append_only();
