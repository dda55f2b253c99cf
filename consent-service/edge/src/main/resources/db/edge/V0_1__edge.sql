-- What the doors remember for a moment, shared by every server of a node. Nothing here names a person: subjects and
-- keys are hashes, and rows are dropped when their time is over.

create table edge_proof (
  proof text primary key,
  until timestamptz not null
);
create index edge_proof_until on edge_proof (until);

create table edge_answer (
  scope text primary key,
  fingerprint text not null,
  status int,
  etag text,
  location text,
  type text,
  body text,
  at timestamptz not null
);
create index edge_answer_at on edge_answer (at);

create table edge_count (
  subject text primary key,
  used bigint not null,
  until timestamptz not null
);
create index edge_count_until on edge_count (until);
