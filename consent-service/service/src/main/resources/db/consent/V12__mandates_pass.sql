-- That a mandate's time passed is the node's to write down, once, as for loans. Whether it is over never depends on that.

alter table mandate add column expired timestamptz;
create index mandate_due on mandate (ends) where ended is null and expired is null;

create policy clock on mandate for select using (wall_clock() and ends <= now());
create policy clock_end on mandate for update using (wall_clock() and ends <= now())
  with check (wall_clock() and expired = ends);
create policy mandates on log_event for insert with check (wall_clock() and exists (
  select 1 from mandate m where m.account = log_event.account and m.ends <= now()));
