-- The list of loans follows an index of the account in the order it is asked for, past hidden rows: asked of each by a
-- function, that took long enough to tell a masked wallet. The planner sees through this form, and answers it from a hash
-- of what the view shows.

drop policy own on loan;
create policy own on loan using (account = wall_account() and exists (select 1 from shown s where s.object = loan.loan))
  with check (account = wall_account());
drop policy own on loan_item;
create policy own on loan_item
  using (account = wall_account() and exists (select 1 from shown s where s.object = loan_item.loan))
  with check (account = wall_account());
