-- When an account last signed a new sign-in secret: the next one must be later, so that none can be replaced by an old one.

create table sign_in_secret (
  account text primary key,
  at timestamptz not null
);
grant select, insert, update, delete on sign_in_secret to passerelle_app;
alter table sign_in_secret enable row level security;
alter table sign_in_secret force row level security;
create policy own on sign_in_secret using (account = wall_account()) with check (account = wall_account());
