-- The recovery kit and what is done with it. Somebody who is recovering has no account to show: who knows the name of a
-- recovery, 88 bits that follow from its keys, may read and write that recovery and what belongs to it, and nothing else.

create function wall_recovery() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.recovery', true), '') $$;
-- The username a recovery begins with, for that one transaction.
create function wall_recovering() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.recovering', true), '') $$;

create table kit (
  account text primary key,
  kit text not null unique,
  slot text not null,
  share text not null,
  days int not null check (days in (0, 1, 7, 14, 30)),
  first_agency text not null,
  second_agency text not null check (second_agency <> first_agency),
  -- SHA-256 of what each card proves itself with; says nothing of a share.
  first_check text not null,
  second_check text not null,
  third_check text not null,
  made timestamptz not null
);

-- Without account and kit where the name was unknown or had no kit: it looks the same, and no card ever fits.
create table recovery (
  recovery text primary key,
  account text,
  kit text,
  days int not null,
  signing text not null,
  encryption text not null,
  started timestamptz not null,
  complete timestamptz,
  opened timestamptz,
  stopped timestamptz,
  noted boolean not null default false
);
create index recovery_account on recovery (account, started desc);
create index recovery_started on recovery (started);

create table recovery_card (
  recovery text not null references recovery (recovery) on delete cascade,
  card int not null check (card between 1 and 3),
  account text not null,
  sealed text not null,
  at timestamptz not null,
  primary key (recovery, card)
);

grant select, insert, update, delete on kit, recovery, recovery_card to passerelle_app;

do $$
declare t text;
begin
  foreach t in array array['kit', 'recovery', 'recovery_card'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy own on kit using (account = wall_account()) with check (account = wall_account());
create policy own on recovery using (account = wall_account()) with check (account = wall_account());
create policy own on recovery_card for select using (account = wall_account());

create policy named on recovery using (recovery = wall_recovery()) with check (recovery = wall_recovery());
create policy named on recovery_card using (recovery = wall_recovery()) with check (recovery = wall_recovery());
create policy named on kit for select using (kit = (select r.kit from recovery r where r.recovery = wall_recovery()));
create policy recovering on account for select using (username = wall_recovering());
create policy recovering on kit for select using (account = (
  select a.account from account a where a.username = wall_recovering()));
create policy swept on recovery for select using (started < now() - interval '100 days');
create policy sweep on recovery for delete using (started < now() - interval '100 days');

create policy recovering on log_event for insert with check (exists (
  select 1 from recovery r where r.recovery = wall_recovery() and r.account = log_event.account));

-- Erasing for ever. Outside a mask everything of the account goes; under one, what the view shows, and the account answers
-- like an erased one until the hour.

create function wall_erasing() returns text language sql stable as
  $$ select nullif(current_setting('passerelle.erasing', true), '') $$;

-- Names that were somebody's: nobody gets them again. Only a hash.
create table reserved_name (
  hash text primary key
);
-- Accounts under a mask that were asked to be erased: their sign-in comes back with the hour.
create table asleep (
  subject text primary key,
  until timestamptz not null
);
-- What anybody who has a receipt may ask for; says nothing of whose it was.
create table erasure (
  receipt text primary key,
  event text not null,
  leaf bigint not null references log_leaf (leaf)
);
grant select, insert on reserved_name, erasure to passerelle_app;
grant select, insert, update, delete on asleep to passerelle_app;
grant delete on log_event to passerelle_app;

alter table asleep enable row level security;
alter table asleep force row level security;
create policy own on asleep for insert with check (subject = wall_account());
create policy clock on asleep for select using (wall_clock() and until <= now());
create policy clock_end on asleep for delete using (wall_clock() and until <= now());

do $$
declare t text;
begin
  for t in select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'account' and b.table_type = 'BASE TABLE' loop
    execute format('create policy erasing_seen on %I for select using (account = wall_erasing())', t);
    execute format('create policy erasing on %I for delete using (account = wall_erasing())', t);
    execute format('grant delete on %I to passerelle_app', t);
  end loop;
end $$;

-- Children before parents. That nothing is left out, a test asks the database itself.
create function erase_account(who text) returns void language plpgsql as $$
declare t text;
begin
  perform set_config('passerelle.erasing', who, true);
  delete from paper_id where paper in (select p.paper from paper p where p.account = who);
  foreach t in array array['recovery_card', 'recovery', 'kit', 'shelf_paper', 'shelf', 'help_opening', 'arrival', 'mandate',
    'agency_block', 'deposit_address', 'opening', 'loan_item', 'loan', 'paper', 'manifest', 'log_event', 'log_shown',
    'view_member', 'view', 'slot', 'sign_in_secret', 'keyset', 'account'] loop
    execute format('delete from %I where account = $1', t) using who;
  end loop;
  perform set_config('passerelle.erasing', '', true);
end $$;

-- Under a mask: what it shows. The empty manifest stays, so that the wallet behind learns at the merge what is gone.
create function erase_shown(who text) returns void language plpgsql as $$
declare gone text[];
begin
  select array_agg(m.object) into gone from view_member m where m.account = who and m.view = wall_view()
    and not exists (select 1 from view v where v.account = who and v.view = m.object);
  gone := coalesce(gone, '{}');
  perform set_config('passerelle.erasing', who, true);
  perform set_config('passerelle.whole', 'on', true);
  delete from recovery_card where account = who;
  delete from recovery where account = who;
  delete from kit where account = who;
  delete from deposit_address where account = who;
  delete from shelf_paper where account = who and (mandate = any (gone) or paper = any (gone));
  delete from shelf where account = who and mandate = any (gone);
  delete from help_opening where account = who and mandate = any (gone);
  delete from arrival where account = who and arrival = any (gone);
  update mandate set ended = now() where account = who and mandate = any (gone) and ended is null;
  delete from mandate m where m.account = who and m.mandate = any (gone)
    and not exists (select 1 from arrival a where a.mandate = m.mandate);
  delete from agency_block where account = who and block = any (gone);
  -- A paper that goes ends its loans, also those the view does not show.
  update loan_item i set jwe = null where i.account = who and exists (
    select 1 from loan_item j where j.loan = i.loan and j.account = who and j.paper = any (gone));
  update loan l set state = 'ended', ended = now() where l.account = who and l.ended is null and exists (
    select 1 from loan_item j where j.loan = l.loan and j.account = who and j.paper = any (gone));
  delete from opening where account = who and loan = any (gone);
  delete from loan_item where account = who and loan = any (gone);
  delete from loan where account = who and loan = any (gone);
  delete from paper_id where paper in (select p.paper from paper p where p.account = who and p.paper = any (gone));
  delete from paper where account = who and paper = any (gone);
  delete from log_event e where e.account = who and exists (
    select 1 from log_shown s where s.account = who and s.view = wall_view() and s.leaf = e.leaf);
  delete from log_shown s where s.account = who and not exists (select 1 from log_event e where e.leaf = s.leaf);
  delete from view_member where account = who and object = any (gone);
  perform set_config('passerelle.whole', '', true);
  perform set_config('passerelle.erasing', '', true);
end $$;
