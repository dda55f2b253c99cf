-- Which scripts the portal served since when; each is a public leaf of the log, too.

create table build (
  leaf bigint primary key,
  hash text not null,
  event text not null,
  at timestamptz not null default now()
);
grant select, insert on build to passerelle_app;
