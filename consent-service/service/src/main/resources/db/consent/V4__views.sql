-- Views: which of an account's things are shown. Every account reads through its root view (number 0) or through a mask, so
-- that a wallet under a mask and a small wallet run the same queries.

create function wall_view() returns int language sql stable as
  $$ select coalesce(nullif(current_setting('passerelle.view', true), '')::int, -1) $$;
-- Keeping the books of views, of any account: on only inside the functions below.
create function wall_keeper() returns boolean language sql stable as
  $$ select coalesce(current_setting('passerelle.keeper', true), '') = 'on' $$;
-- Everything of one's own account, shown or not: on only where the wall says so (Wall.whole).
create function wall_whole() returns boolean language sql stable as
  $$ select coalesce(current_setting('passerelle.whole', true), '') = 'on' $$;

create table view (
  account text not null,
  number int not null check (number >= 0),
  view text not null,
  parent text,
  share text not null,
  sealed text not null,
  keys text not null,
  lifters text not null,
  made timestamptz not null,
  until timestamptz,
  ended timestamptz,
  primary key (account, number),
  unique (account, view),
  check ((number = 0) = (until is null)),
  check ((number = 0) = (parent is null))
);
create index view_due on view (until) where ended is null;

create table view_member (
  account text not null,
  view int not null,
  object text not null,
  primary key (account, view, object)
);
create table log_shown (
  account text not null,
  view int not null,
  leaf bigint not null,
  primary key (account, view, leaf)
);

-- Tokens of before this moment are worth nothing. Not called account: it outlives an erasure by the life of a token.
create table closed_session (
  subject text primary key,
  at timestamptz not null
);

create table slot (
  account text not null,
  slot text not null,
  place int not null,
  kind text not null,
  created timestamptz not null,
  used timestamptz,
  primary key (account, slot)
);

-- An id belongs to whoever used it first, on the whole node: one that a mask hides answers like one of somebody else.
create table paper_id (
  paper text primary key
);

-- What is there already belongs to the root view.
alter table keyset no force row level security;
alter table manifest no force row level security;
alter table paper no force row level security;
alter table loan no force row level security;
alter table log_event no force row level security;

insert into view (account, number, view, share, sealed, keys, lifters, made)
  select account, 0, body::json #>> '{view,view}', body::json #>> '{view,share}', '{"sealed":' || (body::json #>> '{view,sealed}') || '}',
    body::json #>> '{view,keys}', '{"doors":[]}', changed from keyset;
insert into slot (account, slot, place, kind, created)
  select account, one.value ->> 'slot', one.place - 1, one.value ->> 'kind', (one.value ->> 'created')::timestamptz
  from keyset cross join lateral (select translate(split_part(body::json ->> 'slots', '.', 2), '-_', '+/')) p (text)
    cross join lateral json_array_elements(convert_from(
      decode(p.text || repeat('=', (4 - length(p.text) % 4) % 4), 'base64'), 'UTF8')::json -> 'slots')
    with ordinality one (value, place);
update keyset set body = (body::jsonb - 'view')::text;
-- The newest slot list accepted; older ones are refused from now on.
alter table keyset add column listed int not null default 0;
alter table manifest add column view int not null default 0;
alter table manifest drop constraint manifest_pkey, add primary key (account, view);
alter table manifest alter column view drop default;
alter table log_event add column subjects text[] not null default '{}';
update log_event set subjects = array_remove(array[event::json ->> 'loan', event::json ->> 'paper'], null)
  where event::json ->> 'type' <> 'openingRefused';
insert into view_member select account, 0, view from view union select account, 0, paper from paper
  union select account, 0, loan from loan;
insert into log_shown select account, 0, leaf from log_event;
insert into paper_id select distinct paper from paper;

alter table keyset force row level security;
alter table manifest force row level security;
alter table paper force row level security;
alter table loan force row level security;
alter table log_event force row level security;

grant select, insert, update, delete on view, view_member, log_shown, closed_session, slot, paper_id to passerelle_app;

do $$
declare t text;
begin
  foreach t in array array['view', 'view_member', 'log_shown', 'closed_session', 'slot'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- What the current view shows, one id a row, for queries to start from: their time then depends on what is shown.
create view shown with (security_invoker = true) as
  select object from view_member where account = wall_account() and view = wall_view();
create view shown_event with (security_invoker = true) as
  select leaf from log_shown where account = wall_account() and view = wall_view();
grant select on shown, shown_event to passerelle_app;

create function wall_shows(what text) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from view_member m
    where m.account = wall_account() and m.view = wall_view() and m.object = what);
end $$;

-- Turns the keeper on or off; returns how it was.
create function view_keeper(wanted text) returns text language plpgsql as $$
declare was text := coalesce(current_setting('passerelle.keeper', true), '');
begin
  perform set_config('passerelle.keeper', wanted, true);
  return was;
end $$;

-- Names the view this transaction reads; -1 when the token, issued at this moment, is of a session that was closed: by
-- an act, or by the hour of the mask that was current then.
create function wall_enter(who text, issued timestamptz) returns int language plpgsql as $$
declare
  was text := view_keeper('on');
  current int;
  closed timestamptz;
begin
  select coalesce(max(number), 0) into current from view
    where account = who and number > 0 and ended is null and until > now();
  select greatest((select at from closed_session where subject = who), (
    select max(m.until) from view m where m.account = who and m.until <= now() and (m.ended is null or m.ended >= m.until)
      and not exists (select 1 from view n where n.account = who and n.number > m.number and n.made <= m.until
        and n.until > m.until and (n.ended is null or n.ended > m.until)))) into closed;
  perform view_keeper(was);
  perform set_config('passerelle.view', current::text, true);
  return case when issued <= closed then -1 else current end;
end $$;

-- A new thing shows in every view that is alive; who waits here for a mask being set is shown in it.
create function view_show(who text, what text) returns void language plpgsql as $$
declare was text := view_keeper('on');
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(who, 5));
  insert into view_member values (who, 0, what) on conflict do nothing;
  insert into view_member select who, v.number, what from view v
    where v.account = who and v.number > 0 and v.ended is null and v.until > now() on conflict do nothing;
  perform view_keeper(was);
end $$;

create function view_forget(who text, what text) returns void language plpgsql as $$
declare was text := view_keeper('on');
begin
  delete from view_member where account = who and object = what;
  perform view_keeper(was);
end $$;

create function session_close(who text, moment timestamptz) returns void language plpgsql as $$
declare was text := view_keeper('on');
begin
  insert into closed_session as c values (who, moment)
    on conflict (subject) do update set at = greatest(c.at, excluded.at);
  perform view_keeper(was);
end $$;

-- Writes an event; the root view shows every one, a mask those of which it shows every subject.
create function log_write(who text, bytes bytea, opening bytea, said text, about text[], moment timestamptz)
  returns void language plpgsql as $$
declare
  was text;
  placed bigint;
begin
  insert into log_leaf (data) values (bytes) returning log_leaf.leaf into placed;
  insert into log_queue values (placed);
  insert into log_event (leaf, account, salt, event, at, subjects) values (placed, who, opening, said, moment, about);
  was := view_keeper('on');
  perform pg_advisory_xact_lock_shared(hashtextextended(who, 5));
  insert into log_shown values (who, 0, placed);
  insert into log_shown select who, v.number, placed from view v
    where v.account = who and v.number > 0 and v.ended is null and v.until > now()
      and not exists (select 1 from unnest(about) s where not exists (
        select 1 from view_member m where m.account = who and m.view = v.number and m.object = s));
  perform view_keeper(was);
end $$;

create policy own on view using (account = wall_account() and number = wall_view())
  with check (account = wall_account() and number = wall_view());
create policy whole on view using (account = wall_account() and wall_whole())
  with check (account = wall_account() and wall_whole());
create policy keeper on view for select using (wall_keeper());
create policy clock on view for select using (wall_clock() and until <= now());
create policy clock_end on view for update using (wall_clock() and until <= now()) with check (wall_clock() and ended = until);

create policy own on view_member for select using (account = wall_account() and view = wall_view());
create policy whole on view_member using (account = wall_account() and wall_whole())
  with check (account = wall_account() and wall_whole());
create policy keeper on view_member using (wall_keeper()) with check (wall_keeper());

create policy own on log_shown for select using (account = wall_account() and view = wall_view());
create policy whole on log_shown using (account = wall_account() and wall_whole())
  with check (account = wall_account() and wall_whole());
create policy keeper on log_shown using (wall_keeper()) with check (wall_keeper());

create policy own on closed_session for select using (subject = wall_account());
create policy keeper on closed_session using (wall_keeper()) with check (wall_keeper());
create policy own on slot using (account = wall_account()) with check (account = wall_account());

drop policy own on manifest;
create policy own on manifest using (account = wall_account() and view = wall_view())
  with check (account = wall_account() and view = wall_view());
create policy whole on manifest using (account = wall_account() and wall_whole())
  with check (account = wall_account() and wall_whole());

drop policy own on paper;
create policy own on paper using (account = wall_account() and wall_shows(paper)) with check (account = wall_account());
drop policy own on loan;
create policy own on loan using (account = wall_account() and wall_shows(loan)) with check (account = wall_account());
drop policy own on loan_item;
create policy own on loan_item using (account = wall_account() and wall_shows(loan)) with check (account = wall_account());
-- Deleting a paper ends its loans, also those that the view does not show.
create policy whole on loan using (account = wall_account() and wall_whole()) with check (account = wall_account());
create policy whole on loan_item using (account = wall_account() and wall_whole()) with check (account = wall_account());

drop policy own on opening;
create policy own on opening for select using (account = wall_account() and wall_shows(loan));

drop policy own on log_event;
create policy own on log_event for select using (account = wall_account() and exists (
  select 1 from log_shown s where s.account = log_event.account and s.view = wall_view() and s.leaf = log_event.leaf));
create policy whole on log_event for select using (account = wall_account() and wall_whole());
create policy masks on log_event for insert with check (wall_clock() and exists (
  select 1 from view v where v.account = log_event.account and v.until <= now()));
