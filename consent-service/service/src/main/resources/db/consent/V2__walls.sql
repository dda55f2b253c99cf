-- The second wall: whoever forgets a condition in a query gets nothing, not somebody else's wallet.

revoke all on all tables in schema public from passerelle_app;
grant select, insert, update, delete on account, keyset, manifest, blob, paper, loan, loan_item, opening, handed_key,
  root_key, agency_key, log_queue, edge_proof, edge_answer, edge_count to passerelle_app;
grant select, insert on log_leaf, log_place, log_node, log_checkpoint, log_event to passerelle_app;

do $$
declare t text;
begin
  for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'account' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy own on account using (account = wall_account()) with check (account = wall_account());
create policy staff on account for select using (organisation = wall_organisation() and wall_role('agency-admin'));

create policy own on keyset using (account = wall_account()) with check (account = wall_account());
create policy own on manifest using (account = wall_account()) with check (account = wall_account());

create policy own on loan using (account = wall_account()) with check (account = wall_account());
create policy desk on loan for select using (wall_desk(agency, function));
-- A desk may hold a loan still while it opens a paper; it may change nothing.
create policy desk_lock on loan for update using (wall_desk(agency, function)) with check (false);
create policy clock on loan for select using (wall_clock() and ends <= now());
create policy clock_end on loan for update using (wall_clock() and ends <= now()) with check (wall_clock() and state = 'expired');

create policy own on loan_item using (account = wall_account()) with check (account = wall_account());
create policy desk on loan_item for select using (exists (
  select 1 from loan l where l.loan = loan_item.loan and wall_desk(l.agency, l.function)));
create policy clock on loan_item for select
  using (wall_clock() and exists (select 1 from loan l where l.loan = loan_item.loan and l.ends <= now()));
create policy clock_end on loan_item for update
  using (wall_clock() and exists (select 1 from loan l where l.loan = loan_item.loan and l.ends <= now()))
  with check (wall_clock() and jwe is null);

create policy own on paper using (account = wall_account()) with check (account = wall_account());
create policy desk on paper for select using (exists (
  select 1 from loan_item i join loan l on l.loan = i.loan
  where i.account = paper.account and i.paper = paper.paper and i.version = paper.version and i.jwe is not null
    and wall_desk(l.agency, l.function)));

create policy own on opening for select using (account = wall_account());
create policy desk on opening using (worker = wall_account()) with check (worker = wall_account() and exists (
  select 1 from loan l where l.loan = opening.loan and l.account = opening.account and wall_desk(l.agency, l.function)));

create policy member on handed_key for select using (account = wall_account() and agency = wall_organisation());
create policy administrator on handed_key
  using (agency = wall_organisation() and wall_role('agency-admin'))
  with check (agency = wall_organisation() and wall_role('agency-admin'));
create policy own on root_key
  using (account = wall_account() and agency = wall_organisation())
  with check (account = wall_account() and agency = wall_organisation() and wall_role('agency-admin'));

create policy own on log_event for select using (account = wall_account());
create policy written on log_event for insert with check (
  account = wall_account()
  or exists (select 1 from loan l where l.account = log_event.account and wall_desk(l.agency, l.function))
  or (wall_clock() and exists (select 1 from loan l where l.account = log_event.account and l.ends <= now())));
