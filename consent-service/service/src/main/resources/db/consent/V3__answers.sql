-- Answers kept for idempotency repeat what an account was told: only who knows (account, key) can ask for one again.
-- Old ones may be swept by anybody.

alter table edge_answer enable row level security;
alter table edge_answer force row level security;
create policy asked on edge_answer
  using (scope = current_setting('passerelle.scope', true))
  with check (scope = current_setting('passerelle.scope', true));
create policy swept on edge_answer for select using (at < now() - interval '1 day');
create policy sweep on edge_answer for delete using (at < now() - interval '1 day');
