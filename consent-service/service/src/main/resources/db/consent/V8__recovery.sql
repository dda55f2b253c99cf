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
