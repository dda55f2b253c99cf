-- Mandates, what arrives in an inbox, and deposit addresses. A helper reaches a wallet only through a mandate that names
-- them; a depositing agency only by an address it was shown, and only to put something down.

create table mandate (
  mandate text primary key,
  account text not null,
  helper text not null,
  helper_name text not null,
  version int not null check (version > 0),
  rights text not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  jws text not null,
  -- The helper's own note of whose mandate this is.
  pin text,
  given timestamptz not null,
  ended timestamptz
);
create index mandate_account on mandate (account, given desc, mandate desc);
create index mandate_helper on mandate (helper, given desc, mandate desc);

-- What a holder lays out for a helper, in the view it was laid out in: under another view there is nothing on it.
create table shelf (
  mandate text not null references mandate (mandate),
  account text not null,
  view int not null,
  -- Of the mandate it was laid out under.
  version int not null,
  jwe text not null,
  primary key (mandate, view)
);
create table shelf_paper (
  mandate text not null,
  account text not null,
  view int not null,
  paper text not null,
  version int not null,
  primary key (mandate, view, paper, version),
  foreign key (mandate, view) references shelf (mandate, view) on delete cascade
);

create table help_opening (
  opening text primary key,
  mandate text not null references mandate (mandate),
  account text not null,
  paper text not null,
  version int not null,
  action text not null check (action in ('look', 'print')),
  size bigint not null,
  hash text not null,
  helper text not null,
  at timestamptz not null
);

create table deposit_address (
  address text primary key,
  account text not null,
  code text not null unique,
  key text not null,
  made timestamptz not null
);
create index deposit_address_account on deposit_address (account);

create table agency_block (
  block text primary key,
  account text not null,
  agency text not null,
  at timestamptz not null
);
create index agency_block_account on agency_block (account, agency);

-- Papers and proposals that wait for the holder. A paper's id is its arrival's, so that what shows the one shows the other.
create table arrival (
  arrival text primary key,
  account text not null,
  act text not null check (act in ('add', 'file', 'ask', 'deposit')),
  mandate text references mandate (mandate),
  address text,
  agency text,
  function text,
  sender text not null,
  called text not null,
  size bigint,
  hash text references blob (hash),
  jwe text,
  copy text,
  state text not null check (state in ('sending', 'pending', 'accepted', 'refused')),
  at timestamptz not null,
  check ((mandate is null) = (act = 'deposit')),
  check ((address is null) = (act <> 'deposit')),
  check ((jwe is null) = (state <> 'pending'))
);
create index arrival_account on arrival (account, at, arrival);
create index arrival_sender on arrival (sender, at, arrival);

-- The agency's side: the same line whether it arrived or not. It never names the account.
create table deposit_sent (
  agency text not null,
  function text not null,
  deposit text not null,
  address text not null,
  worker text not null,
  at timestamptz not null,
  answer text check (answer in ('accepted', 'refused')),
  primary key (agency, function, deposit)
);

grant select, insert, update, delete on mandate, shelf, shelf_paper, help_opening, deposit_address, agency_block, arrival,
  deposit_sent to passerelle_app;

do $$
declare t text;
begin
  foreach t in array array['mandate', 'shelf', 'shelf_paper', 'help_opening', 'deposit_address', 'agency_block', 'arrival',
    'deposit_sent'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- The address a depositing transaction speaks of: whoever can name it was shown the card.
create function wall_address() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.address', true), '') $$;

-- The view another account is in: a helper reaches what that view shows, and is not told which it is.
create function view_of(who text) returns int language plpgsql as $$
declare
  was text := view_keeper('on');
  current int;
begin
  select coalesce(max(number), 0) into current from view
    where account = who and number > 0 and ended is null and until > now();
  perform view_keeper(was);
  return current;
end $$;

create function view_of_shows(who text, what text) returns boolean language plpgsql as $$
declare
  was text;
  shows boolean;
  current int := view_of(who);
begin
  was := view_keeper('on');
  select exists (select 1 from view_member m where m.account = who and m.view = current and m.object = what) into shows;
  perform view_keeper(was);
  return shows;
end $$;

-- A mandate that is used under a mask shows there from then on, with what the log says of it: as in a small wallet that had
-- given it.
create policy keeper on log_event for select using (wall_keeper());
create function view_show_used(who text, what text) returns void language plpgsql as $$
declare was text;
begin
  perform view_show(who, what);
  was := view_keeper('on');
  insert into log_shown select who, v.number, e.leaf from log_event e, view v
    where e.account = who and what = any (e.subjects)
      and v.account = who and v.number > 0 and v.ended is null and v.until > now()
      and not exists (select 1 from unnest(e.subjects) s where not exists (
        select 1 from view_member m where m.account = who and m.view = v.number and m.object = s))
    on conflict do nothing;
  perform view_keeper(was);
end $$;

create policy own on mandate using (account = wall_account() and wall_shows(mandate)) with check (account = wall_account());
create policy helper on mandate for select using (helper = wall_account());
-- A helper may note whose mandate it is, give it back, and hold it still while they act under it.
create policy helper_change on mandate for update using (helper = wall_account()) with check (helper = wall_account());

create policy own on shelf using (account = wall_account() and view = wall_view())
  with check (account = wall_account() and view = wall_view());
create policy helper on shelf for select using (exists (
  select 1 from mandate m where m.mandate = shelf.mandate and m.helper = wall_account() and m.ended is null));
create policy own on shelf_paper using (account = wall_account() and view = wall_view())
  with check (account = wall_account() and view = wall_view());
create policy helper on shelf_paper for select using (exists (
  select 1 from mandate m where m.mandate = shelf_paper.mandate and m.helper = wall_account() and m.ended is null));

create policy helper on paper for select using (exists (
  select 1 from shelf_paper s join mandate m on m.mandate = s.mandate
  where s.account = paper.account and s.paper = paper.paper and s.version = paper.version
    and m.helper = wall_account() and m.ended is null));

create policy own on help_opening for select using (account = wall_account() and wall_shows(mandate));
create policy helper on help_opening using (helper = wall_account()) with check (helper = wall_account() and exists (
  select 1 from mandate m where m.mandate = help_opening.mandate and m.account = help_opening.account
    and m.helper = wall_account() and m.ended is null));

-- Part of the card, which is the same in every view.
create policy own on deposit_address using (account = wall_account()) with check (account = wall_account());
create policy shown on deposit_address for select using (address = wall_address() or code = wall_address());
create policy own on agency_block using (account = wall_account() and wall_shows(block))
  with check (account = wall_account());
create policy asked on agency_block for select using (agency = wall_organisation() and exists (
  select 1 from deposit_address d where d.account = agency_block.account and d.address = wall_address()));

create policy own on arrival using (account = wall_account() and state <> 'sending' and wall_shows(arrival))
  with check (account = wall_account());
create policy sender on arrival for select using (sender = wall_account());
create policy sending on arrival for update using (sender = wall_account() and state = 'sending')
  with check (sender = wall_account());
create policy given_up on arrival for delete using (sender = wall_account() and state = 'sending');
create policy helper on arrival for insert with check (sender = wall_account() and exists (
  select 1 from mandate m where m.mandate = arrival.mandate and m.account = arrival.account
    and m.helper = wall_account() and m.ended is null));
create policy depositor on arrival for insert with check (sender = wall_account() and wall_desk(agency, function) and exists (
  select 1 from deposit_address d where d.account = arrival.account and d.address = arrival.address
    and d.address = wall_address()));

create policy desk on deposit_sent for select using (wall_desk(agency, function));
create policy desk_send on deposit_sent for insert with check (wall_desk(agency, function) and worker = wall_account());
-- The holder, and only about what they were sent, may let the agency know.
create policy told on deposit_sent for select using (exists (select 1 from arrival a
  where a.arrival = deposit and a.account = wall_account() and a.agency = deposit_sent.agency));
create policy telling on deposit_sent for update using (exists (select 1 from arrival a
  where a.arrival = deposit and a.account = wall_account() and a.agency = deposit_sent.agency))
  with check (answer is not null);

create policy helped on log_event for insert with check (exists (
  select 1 from mandate m where m.account = log_event.account and m.helper = wall_account()));
create policy deposited on log_event for insert with check (wall_role('worker') and exists (
  select 1 from deposit_address d where d.account = log_event.account and d.address = wall_address()));
