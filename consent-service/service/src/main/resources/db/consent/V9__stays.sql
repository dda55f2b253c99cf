-- A write that began before a mask was set, and waited for it, is of a session that is closed by now.

create function view_stays() returns boolean language plpgsql as $$
declare
  was text;
  current int;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(wall_account(), 5));
  was := view_keeper('on');
  select coalesce(max(number), 0) into current from view
    where account = wall_account() and number > 0 and ended is null and until > now();
  perform view_keeper(was);
  return current is not distinct from wall_view();
end $$;

-- Written so that the planner may look it up in an index before it asks the policies: with coalesce it read every member
-- of every view of the account, and its time told of what is hidden. Without a view the comparison is null: nothing.
create or replace function wall_view() returns int language sql stable as
  $$ select nullif(current_setting('passerelle.view', true), '')::int $$;
-- Dear, so that it is asked only of what was found from what is shown.
alter function wall_shows(text) cost 20000;
