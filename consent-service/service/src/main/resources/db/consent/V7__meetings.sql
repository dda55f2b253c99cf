-- Two devices of people who stand next to each other find one another: an offer, and what is said back, each once and
-- for ten minutes. No account stands here, and the texts mean nothing to this service.

create table meeting (
  meeting text primary key,
  code text not null unique,
  offer text not null,
  until timestamptz not null
);
create index meeting_until on meeting (until);

create table meeting_text (
  meeting text not null references meeting (meeting) on delete cascade,
  part text not null check (part in ('answer', 'reply', 'closing')),
  body text not null,
  primary key (meeting, part)
);

grant select, insert, delete on meeting, meeting_text to passerelle_app;
