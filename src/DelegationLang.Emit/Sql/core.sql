-- What all schemes of a database share: tables, the functions that answer, and the function that loads a scheme. Loading it again changes nothing.
create schema if not exists delegation_v1;

create table if not exists delegation_v1.scheme (
  id int generated always as identity primary key,
  name text not null unique,            -- the schema of the scheme
  organisation text not null,
  title text not null,
  version text not null,
  fingerprint text not null,            -- SHA-256 of the sentences that it was built from
  content_hash text not null,
  not_in_force text not null,
  in_force daterange not null
);
alter table delegation_v1.scheme add column if not exists organisation text not null default '';
create table if not exists delegation_v1.thing (
  scheme int not null references delegation_v1.scheme on delete cascade,
  kind text not null,                   -- party, subject, place, condition, measure
  name text not null,
  id int not null,
  is_alias boolean not null,            -- whether answers give another name
  about text not null,                  -- of a subject: function, matter or budget; of a measure: its unit
  normally boolean,                     -- of a condition: what is taken to be so
  stands_for int,                       -- of a budget: the function as which it is asked about
  place int,                            -- of a budget: where it is
  path int[],                           -- of a place: itself and what it lies within
  life daterange,                       -- of what bears a name after or before another: the days on which it does
  primary key (scheme, kind, name, id)
);
alter table delegation_v1.thing add column if not exists life daterange;
create index if not exists thing_by_id on delegation_v1.thing (scheme, kind, id) where not is_alias;
create index if not exists thing_by_name on delegation_v1.thing (kind, name, scheme);
create table if not exists delegation_v1.line (
  scheme int not null references delegation_v1.scheme on delete cascade,
  id int not null,
  kind text not null,                   -- amount, measure, ratio
  currency text not null, basis text not null, vat smallint not null,  -- of an amount; 1 excluding, 2 including, 0 as given
  measure int,                          -- the measure, or that which is divided; none for an amount
  by_measure int,                       -- of a ratio: the measure that divides
  primary key (scheme, id)
);
create table if not exists delegation_v1.decision (
  scheme int not null references delegation_v1.scheme on delete cascade,
  subject int not null,
  about int not null,                   -- of a matter: the function that it is decided for; -1 for none in particular
  row_id int not null,
  primary key (scheme, subject, about)
);
create table if not exists delegation_v1.day_tree (
  scheme int not null references delegation_v1.scheme on delete cascade,
  row_id int not null,
  days daterange not null,
  vat smallint,                         -- what the question says of tax; none where it makes no difference
  tree int not null
);
create index if not exists day_tree_by_row on delegation_v1.day_tree (scheme, row_id);
create index if not exists day_tree_by_day on delegation_v1.day_tree using gist (days);
create table if not exists delegation_v1.tree (
  scheme int not null references delegation_v1.scheme on delete cascade,
  id int not null,
  nobody text,                          -- why nobody holds it
  is_cut_short boolean not null,        -- whether there are more cases than stand here
  bases text[] not null,
  only_vat smallint not null,
  is_vat_tried boolean not null,        -- whether an amount of which nothing is said of tax is tried in both ways
  primary key (scheme, id)
);
create table if not exists delegation_v1.cell (
  scheme int not null references delegation_v1.scheme on delete cascade,
  tree int not null,
  vat smallint,                         -- how the amount counts tax, where that makes a difference and is not said
  places int[],                         -- none: anywhere; otherwise at one of these
  yes int[] not null, no int[] not null, -- conditions that are so, and that are not
  amount numrange,                      -- of the first line, if that is an amount
  lines int[] not null, ranges numrange[] not null,
  has_ratio boolean not null,
  answer int not null
);
create index if not exists cell_by_tree on delegation_v1.cell (scheme, tree);
create index if not exists cell_by_amount on delegation_v1.cell using gist (amount);
create table if not exists delegation_v1.first_part (
  scheme int not null references delegation_v1.scheme on delete cascade,
  tree int not null,
  line int not null,                    -- a ratio
  figure numeric not null,              -- the least that a limit of this tree names
  primary key (scheme, tree, line)
);
create table if not exists delegation_v1.answer (
  scheme int not null references delegation_v1.scheme on delete cascade,
  id int not null,
  key text not null,                    -- equal for answers that count as one
  outcome text not null,                -- decided, reserved, nobody
  alternatives jsonb not null,          -- the groups that may each act without the others
  steps text[] not null, duties text[] not null, exceptional text[] not null, keep_authority text[] not null, reasons text[] not null,
  under_contract boolean not null,
  chain jsonb not null,
  primary key (scheme, id)
);
create table if not exists delegation_v1.standing (
  scheme int not null references delegation_v1.scheme on delete cascade,
  answer int not null,
  party int not null,
  may boolean not null,                 -- alone; otherwise only with others
  steps text[] not null,
  alternatives jsonb not null,
  chain jsonb not null,
  primary key (scheme, answer, party)
);

do $$ begin
  create type delegation_v1.who_answer as (
    outcome text,                       -- decided, reserved, depends, nobody; error where the cases are not in the database
    deciders text[], jointly boolean, alternatives jsonb, steps text[], duties text[], exceptional text[], keep_authority text[], under_contract boolean, chain jsonb);
exception when duplicate_object then null; end $$;
do $$ begin
  create type delegation_v1.may_answer as (
    outcome text,                       -- yes, no, depends; error where the cases are not in the database
    steps text[],                       -- what must come first
    alternatives jsonb,                 -- of a no: with whom it may
    chain jsonb);
exception when duplicate_object then null; end $$;

-- The number of a thing by its name or any other name that the scheme gives it; of what bears one name after another, of what does on the day.
drop function if exists delegation_v1.id_of(int, text, text);
create or replace function delegation_v1.id_of(of_scheme int, of_kind text, called text, day date default null) returns int language plpgsql stable as $$
#variable_conflict use_variable
declare found_ids int[]; there int[];
begin
  select array_agg(distinct id) into found_ids from delegation_v1.thing where scheme = of_scheme and kind = of_kind and name = called and not is_alias;
  if found_ids is null then
    select array_agg(distinct id) into found_ids from delegation_v1.thing where scheme = of_scheme and kind = of_kind and name = called;
  end if;
  if found_ids is null then raise exception 'This scheme has no % called “%”.', of_kind, called using errcode = 'no_data_found'; end if;
  if cardinality(found_ids) > 1 then
    select array_agg(t.id) into there from delegation_v1.thing t where t.scheme = of_scheme and t.kind = of_kind and t.id = any (found_ids) and not t.is_alias and t.life @> day;
    if cardinality(there) = 1 then return there[1]; end if;
    raise exception 'Several things of this scheme are called “%”.', called using errcode = 'too_many_rows';
  end if;
  return found_ids[1];
end $$;

-- Whether the ends of a range are in it, as ranges are made.
create or replace function delegation_v1.ends(r numrange) returns text language sql immutable as $$
  select case when lower_inc(r) then '[' else '(' end || case when upper_inc(r) then ']' else ')' end
$$;

-- Of a cell with ratios: whether numbers can lie in all of its ranges at once. An amount or a measure that is said is a number; the other of the two then has a range.
-- An amount that is said counting tax one way bounds what it is the other way.
create or replace function delegation_v1.has_numbers(
  of_scheme int, of_tree int, lines int[], ranges numrange[], amount numeric, asked_currency text, asked_basis text, asked_vat int, is_tried boolean, measures int[], figures numeric[])
returns boolean language plpgsql stable as $$
#variable_conflict use_variable
declare
  one record; top numeric; whole numeric; least numeric; scaled numrange; target text; at int;
  targets text[] := '{}'; common numrange[] := '{}'; number numrange; divisor numrange; most numeric;
begin
  if amount is not null and asked_vat > 0 and not is_tried then
    targets := array[concat_ws('/', 'a', asked_currency, asked_basis, 3 - asked_vat)];
    common := array[case when asked_vat = 1 then numrange(amount, null, '[)') else numrange(0, amount, '[]') end];
  end if;
  for one in
    select l.*, x.r from unnest(lines, ranges) x(line, r) join delegation_v1.line l on l.scheme = of_scheme and l.id = x.line
  loop
    top := case when one.measure is not null then figures[array_position(measures, one.measure)]
      when one.currency = asked_currency and one.basis = asked_basis and one.vat in (0, asked_vat) then amount end;
    target := case when one.measure is not null then 'm' || one.measure else concat_ws('/', 'a', one.currency, one.basis, one.vat) end;
    if one.kind <> 'ratio' then
      continue when top is not null;
      scaled := one.r;
    else
      whole := figures[array_position(measures, one.by_measure)];
      continue when top is null and whole is null;
      select figure into least from delegation_v1.first_part f where f.scheme = of_scheme and f.tree = of_tree and f.line = one.id;
      if top is not null and whole is not null then
        if whole = 0 then
          if not ((top = 0 and one.r @> least) or (top > 0 and upper_inf(one.r))) then return false; end if;
        elsif not numrange(lower(one.r) * whole, upper(one.r) * whole, delegation_v1.ends(one.r)) @> top then
          return false;
        end if;
        continue;
      elsif top is null then
        scaled := case
          when whole = 0 then case when one.r @> least and upper_inf(one.r) then numrange(0, null, '[)') when one.r @> least then numrange(0, 0, '[]') when upper_inf(one.r) then numrange(0, null, '()') else 'empty' end
          else numrange(lower(one.r) * whole, upper(one.r) * whole, delegation_v1.ends(one.r)) end;
      else
        target := 'm' || one.by_measure;
        scaled := case
          when top = 0 then case when one.r @> least and one.r @> 0::numeric then numrange(0, null, '[)') when one.r @> least then numrange(0, 0, '[]') when one.r @> 0::numeric then numrange(0, null, '()') else 'empty' end
          else numrange(case when upper_inf(one.r) then 0 else top / nullif(upper(one.r), 0) end, top / nullif(lower(one.r), 0),
            case when upper_inf(one.r) or upper_inc(one.r) then '[' else '(' end || case when lower(one.r) > 0 and lower_inc(one.r) then ']' else ')' end) end;
        continue when figures[array_position(measures, one.by_measure)] is not null;
      end if;
    end if;
    at := array_position(targets, target);
    if at is null then
      targets := targets || target; common := common || scaled;
    else
      common[at] := common[at] * scaled;
    end if;
  end loop;
  if exists (select from unnest(common) r where isempty(r)) then return false; end if;

  -- Where neither is said, whether some number and some measure have such a ratio.
  for one in
    select l.*, x.r from unnest(lines, ranges) x(line, r) join delegation_v1.line l on l.scheme = of_scheme and l.id = x.line where l.kind = 'ratio'
  loop
    continue when one.measure is not null or figures[array_position(measures, one.by_measure)] is not null
      or (one.currency = asked_currency and one.basis = asked_basis and one.vat in (0, asked_vat) and amount is not null);
    number := coalesce(common[array_position(targets, concat_ws('/', 'a', one.currency, one.basis, one.vat))], numrange(0, null, '[)'));
    divisor := coalesce(common[array_position(targets, 'm' || one.by_measure)], numrange(0, null, '[)'));
    if upper(number) = 0 then
      if not one.r @> 0::numeric then return false; end if;
      continue;
    end if;
    least := lower(divisor) * lower(one.r);
    most := case when upper(one.r) = 0 then 0 else upper(divisor) * upper(one.r) end;
    if upper(number) < least or (upper(number) = least and not (upper_inc(number) and lower_inc(divisor) and lower_inc(one.r)))
      or lower(number) > most or (lower(number) = most and not (lower_inc(number) and (most = 0 or (upper_inc(divisor) and upper_inc(one.r))))) then
      return false;
    end if;
  end loop;
  return true;
end $$;

-- The answers in all cases that a question leaves open; -1 for nobody, since it is not in force or not held that day, and -2 where the cases are not here.
create or replace function delegation_v1.matching(
  of_scheme int, of_subject int, of_about int, at_place int, amount numeric, asked_currency text, asked_basis text, asked_vat int, on_day date, yes int[], no int[], measures int[], figures numeric[])
returns setof int language plpgsql stable as $$
#variable_conflict use_variable
declare
  of_row int; own delegation_v1.tree; asked_bases text[]; is_tried boolean;
begin
  select row_id into of_row from delegation_v1.decision d where d.scheme = of_scheme and d.subject = of_subject and d.about = of_about;
  if not found then return next -2; return; end if;
  select t.* into own from delegation_v1.day_tree d join delegation_v1.tree t on t.scheme = d.scheme and t.id = d.tree
    where d.scheme = of_scheme and d.row_id = of_row and d.days @> on_day and (d.vat is null or d.vat = case when amount is null then 0 else asked_vat end);
  if not found or own.nobody is not null then return next -1; return; end if;
  if own.is_cut_short then return next -2; return; end if;
  asked_bases := case when amount is null then array[null]::text[] when asked_basis is not null then array[asked_basis] when cardinality(own.bases) > 0 then own.bases else array['decision'] end;
  is_tried := asked_basis is null and cardinality(own.bases) > 1;
  return query
  with known as (
    select l.id as line, v.vat, b.basis, case when l.vat in (0, v.vat) then numrange(amount, amount, '[]') when v.vat = 1 then numrange(amount, null, '[)') else numrange(0, amount, '[]') end as r
    from delegation_v1.line l cross join (values (0), (1), (2)) v(vat) cross join unnest(asked_bases) b(basis)
    where l.scheme = of_scheme and l.kind = 'amount' and amount is not null and l.currency = asked_currency and l.basis = b.basis
      and (l.vat in (0, v.vat) or (v.vat > 0 and not is_tried))
    union all
    select l.id, v.vat, b.basis, numrange(m.figure, m.figure, '[]')
    from delegation_v1.line l join unnest(measures, figures) m(id, figure) on m.id = l.measure cross join (values (0), (1), (2)) v(vat) cross join unnest(asked_bases) b(basis)
    where l.scheme = of_scheme and l.kind = 'measure')
  select distinct c.answer
  from delegation_v1.cell c cross join unnest(asked_bases) b(basis)
    cross join lateral (
      select case when asked_vat > 0 and amount is not null then asked_vat else coalesce(c.vat, own.only_vat) end as vat
        where asked_vat > 0 or amount is null or c.vat is not null or not own.is_vat_tried
      union all select tried from (values (1), (2)) t(tried) where not (asked_vat > 0 or amount is null or c.vat is not null or not own.is_vat_tried)) v
  where c.scheme = of_scheme and c.tree = own.id
    and (at_place is null or c.places is null or at_place = any (c.places))
    and not c.yes && matching.no and not c.no && matching.yes
    and not exists (
      select from unnest(c.lines, c.ranges) x(line, r) join known k on k.line = x.line and k.vat = v.vat and k.basis is not distinct from b.basis
      where not x.r && k.r)
    and (not c.has_ratio or delegation_v1.has_numbers(of_scheme, own.id, c.lines, c.ranges, amount, asked_currency, b.basis, v.vat, is_tried, matching.measures, matching.figures));
end $$;

-- The numbers of the answers to a question by names.
create or replace function delegation_v1.answers_to(
  of_scheme int, subject text, matter text, place text, amount numeric, currency text, basis text, vat text, day date, facts jsonb)
returns setof int language plpgsql stable as $$
#variable_conflict use_variable
declare
  one record; of_matter int; of_about int; at_place int; asked_vat int := case nullif(vat, '') when 'excluding' then 1 when 'including' then 2 else 0 end;
  yes int[]; no int[]; measures int[]; figures numeric[]; called text;
begin
  if day is null then raise exception 'A question says its day.' using errcode = 'null_value_not_allowed'; end if;
  if amount < 0 or amount in ('NaN', 'Infinity') then raise exception 'An amount is a figure, and never negative.' using errcode = 'numeric_value_out_of_range'; end if;
  if nullif(vat, '') is not null and asked_vat = 0 then raise exception 'Value added tax is “excluding”, “including”, or left out.' using errcode = 'invalid_parameter_value'; end if;
  foreach called in array array_remove(array[subject, matter], null) loop
    select * into one from delegation_v1.thing t where t.scheme = of_scheme and t.kind = 'subject' and t.id = delegation_v1.id_of(of_scheme, 'subject', called, day) and not t.is_alias;
    if one.about = 'matter' then
      if of_matter is not null then raise exception 'A question is about one matter, and beside it about a function.'; end if;
      of_matter := one.id;
    else
      if of_about is not null then raise exception 'A question is about one function, and beside it about a matter.'; end if;
      if one.about = 'budget' and one.stands_for is null then raise exception '“%” covers several functions: ask about one of them.', called; end if;
      of_about := coalesce(one.stands_for, one.id);
      at_place := one.place;
    end if;
  end loop;
  if of_matter is null and of_about is null then raise exception 'A question says what it is about: a subject, a matter, or a matter for a subject.'; end if;
  if place is not null then at_place := delegation_v1.id_of(of_scheme, 'place', place); end if;
  if facts is not null and facts <> '{}' then
    -- A name that is no condition and no measure is refused here.
    select array_agg(delegation_v1.id_of(of_scheme, 'measure', f.key)), array_agg((f.value #>> '{}')::numeric) into measures, figures
      from jsonb_each(facts) f where jsonb_typeof(f.value) <> 'boolean';
    if exists (select from unnest(figures) f(figure) where figure < 0 or figure in ('NaN', 'Infinity')) then
      raise exception 'A measure is a figure, and never negative.' using errcode = 'numeric_value_out_of_range';
    end if;
  end if;
  with said as (
    select delegation_v1.id_of(of_scheme, 'condition', f.key) as id, (f.value #>> '{}')::boolean as value
    from jsonb_each(coalesce(facts, '{}')) f where jsonb_typeof(f.value) = 'boolean')
  select coalesce(array_agg(x.id) filter (where x.value), '{}'), coalesce(array_agg(x.id) filter (where not x.value), '{}') into yes, no
  from (select t.id, coalesce(s.value, t.normally) as value from delegation_v1.thing t left join said s on s.id = t.id
        where t.scheme = of_scheme and t.kind = 'condition' and not t.is_alias) x;
  return query select delegation_v1.matching(
    of_scheme, coalesce(of_matter, of_about), case when of_matter is null then -1 else coalesce(of_about, -1) end, at_place, amount, currency,
    regexp_replace(regexp_replace(nullif(basis, ''), '^per ', ''), '^in total$', 'total'), asked_vat, day, yes, no, coalesce(measures, '{}'), coalesce(figures, '{}'));
end $$;

-- A list of what stands in all of some lists, and after it, marked so, what stands in some of them only; of those who keep authority above, who do in all.
create or replace function delegation_v1.united(of_scheme int, answers int[], field text) returns text[] language sql stable as $$
  select coalesce(array_agg(case when x.count = cardinality(answers) then x.item else x.item || ', in some cases' end order by x.first, x.item), '{}')
  from (select i.item, count(*) as count, min(a.id * 1000 + i.at) as first
        from delegation_v1.answer a cross join lateral unnest(case field when 'steps' then a.steps when 'duties' then a.duties else a.keep_authority end) with ordinality i(item, at)
        where a.scheme = of_scheme and a.id = any (answers) group by i.item) x
  where field <> 'keep_authority' or x.count = cardinality(answers)
$$;

-- One plan for all questions: to plan anew for each takes longer than to answer it.
create or replace function delegation_v1.who_decides(
  of_scheme int, subject text, matter text, place text, amount numeric, currency text, basis text, vat text, day date, facts jsonb)
returns delegation_v1.who_answer language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare found_answers int[]; made delegation_v1.who_answer; one delegation_v1.answer; keys int;
begin
  found_answers := array(select delegation_v1.answers_to(of_scheme, subject, matter, place, amount, currency, basis, vat, day, facts));
  if cardinality(found_answers) = 0 or found_answers[1] < 0 then
    made := (case when found_answers[1] = -1 then 'nobody' else 'error' end, '{}', false, '[]', '{}', '{}', '{}', '{}', false, '[]');
    return made;
  end if;
  select count(distinct a.key) into keys from delegation_v1.answer a where a.scheme = of_scheme and a.id = any (found_answers);
  select * into one from delegation_v1.answer a where a.scheme = of_scheme and a.id = found_answers[1];
  if keys > 1 then
    made.outcome := 'depends'; made.jointly := false; made.alternatives := '[]'; made.steps := '{}'; made.duties := '{}'; made.keep_authority := '{}';
    select bool_or(a.under_contract) into made.under_contract from delegation_v1.answer a where a.scheme = of_scheme and a.id = any (found_answers);
    made.exceptional := array(select e from (select distinct e from delegation_v1.answer a cross join unnest(a.exceptional) e where a.scheme = of_scheme and a.id = any (found_answers)) x order by e collate "C");
  else
    made.outcome := one.outcome; made.alternatives := one.alternatives; made.exceptional := one.exceptional; made.under_contract := one.under_contract;
    made.jointly := jsonb_array_length(one.alternatives) = 1 and jsonb_array_length(one.alternatives -> 0) > 1;
    if cardinality(found_answers) = 1 then
      made.steps := one.steps; made.duties := one.duties; made.keep_authority := one.keep_authority;
    else
      made.steps := delegation_v1.united(of_scheme, found_answers, 'steps');
      made.duties := delegation_v1.united(of_scheme, found_answers, 'duties');
      made.keep_authority := delegation_v1.united(of_scheme, found_answers, 'keep_authority');
    end if;
  end if;
  if cardinality(found_answers) = 1 then
    made.chain := one.chain;
  else
    select coalesce(jsonb_agg(distinct link), '[]') into made.chain from delegation_v1.answer a cross join jsonb_array_elements(a.chain) link where a.scheme = of_scheme and a.id = any (found_answers);
  end if;
  made.deciders := array(
    select name from (
      select distinct name from delegation_v1.answer a cross join jsonb_array_elements(a.alternatives) g cross join jsonb_array_elements_text(g) name
      where a.scheme = of_scheme and a.id = any (found_answers)) x
    order by name collate "C");
  return made;
end $$;

create or replace function delegation_v1.may(
  of_scheme int, party text, subject text, matter text, place text, amount numeric, currency text, basis text, vat text, day date, facts jsonb)
returns delegation_v1.may_answer language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare of_party int := delegation_v1.id_of(of_scheme, 'party', party, day); found_answers int[]; made delegation_v1.may_answer; allowed int;
begin
  found_answers := array(select delegation_v1.answers_to(of_scheme, subject, matter, place, amount, currency, basis, vat, day, facts));
  made.steps := '{}'; made.alternatives := '[]'; made.chain := '[]';
  if cardinality(found_answers) = 0 or found_answers[1] < 0 then
    made.outcome := case when found_answers[1] = -1 then 'no' else 'error' end;
    return made;
  end if;
  select count(*) filter (where s.may) into allowed from delegation_v1.standing s where s.scheme = of_scheme and s.party = of_party and s.answer = any (found_answers);
  made.outcome := case allowed when 0 then 'no' when cardinality(found_answers) then 'yes' else 'depends' end;
  if made.outcome <> 'depends' then
    select coalesce(jsonb_agg(distinct g) filter (where g is not null), '[]') into made.alternatives
      from delegation_v1.standing s left join lateral jsonb_array_elements(s.alternatives) g on true where s.scheme = of_scheme and s.party = of_party and s.answer = any (found_answers);
    select coalesce(jsonb_agg(distinct l), '[]') into made.chain
      from delegation_v1.standing s cross join jsonb_array_elements(s.chain) l where s.scheme = of_scheme and s.party = of_party and s.answer = any (found_answers) and cardinality(found_answers) > 1;
    if cardinality(found_answers) = 1 then
      select s.chain into made.chain from delegation_v1.standing s where s.scheme = of_scheme and s.party = of_party and s.answer = found_answers[1];
      made.chain := coalesce(made.chain, '[]');
    end if;
    made.steps := array(
      select case when count(*) = cardinality(found_answers) then step else step || ', in some cases' end
      from delegation_v1.standing s cross join unnest(s.steps) with ordinality x(step, at) where s.scheme = of_scheme and s.party = of_party and s.may and s.answer = any (found_answers)
      group by step order by min(at), step);
  end if;
  return made;
end $$;

-- Who decides in every scheme of the database that has a subject of that name, and is in force that day.
create or replace function delegation_v1.who_decides_everywhere(
  subject text, day date, place text default null, amount numeric default null, basis text default null, vat text default null, currency text default 'GBP', facts jsonb default '{}', matter text default null)
returns table (scheme text, answer delegation_v1.who_answer) language sql stable as $$
  select s.name, delegation_v1.who_decides(s.id, subject, matter,
    case when exists (select from delegation_v1.thing t where t.scheme = s.id and t.kind = 'place' and t.name = who_decides_everywhere.place) then who_decides_everywhere.place end, amount, currency, basis, vat, day, facts)
  from delegation_v1.scheme s
  where s.in_force @> day
    and (subject is null or exists (select from delegation_v1.thing t where t.scheme = s.id and t.kind = 'subject' and t.name = subject))
    and (matter is null or exists (select from delegation_v1.thing t where t.scheme = s.id and t.kind = 'subject' and t.name = matter))
$$;

create or replace function delegation_v1.texts(numbers jsonb, strings jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(strings ->> n::int order by at), '{}') from jsonb_array_elements_text(coalesce(numbers, '[]')) with ordinality x(n, at)
$$;
create or replace function delegation_v1.groups(numbers jsonb, strings jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(to_jsonb(delegation_v1.texts(g, strings)) order by at), '[]') from jsonb_array_elements(coalesce(numbers, '[]')) with ordinality x(g, at)
$$;
create or replace function delegation_v1.chain(numbers jsonb, links jsonb, strings jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(jsonb_build_object('party', strings ->> (l ->> 0)::int, 'via', strings ->> (l ->> 1)::int, 'source', strings ->> (l ->> 2)::int, 'reference', strings ->> (l ->> 3)::int) order by at), '[]')
  from jsonb_array_elements_text(coalesce(numbers, '[]')) with ordinality x(n, at) cross join lateral (select links -> n::int as l) y
$$;

-- Takes a decisions.json in, in the place of what the scheme of that name had before, and makes the functions and views of its schema.
create or replace procedure delegation_v1.load(schema_name text, file jsonb) language plpgsql as $$
declare
  s int; other delegation_v1.scheme; strings jsonb := file -> 'strings'; links jsonb := file -> 'links'; standings jsonb := file -> 'standings'; life jsonb := file -> 'scheme' -> 'inForce';
begin
  if file ->> 'format' <> 'delegation-decisions' or file ->> 'formatVersion' <> '1' then raise exception 'This is no decisions.json of version 1.'; end if;
  perform pg_advisory_xact_lock(hashtext('delegation_v1'));
  select * into other from delegation_v1.scheme where name = schema_name;
  if (other.organisation, other.title, other.version) <> (coalesce(file -> 'scheme' ->> 'organisation', ''), coalesce(file -> 'scheme' ->> 'title', ''), coalesce(file -> 'scheme' ->> 'version', '')) then
    raise exception 'The schema “%” holds another scheme: “%”, version “%”, of “%”.', schema_name, other.title, other.version, other.organisation using errcode = 'unique_violation';
  end if;
  delete from delegation_v1.scheme where name = schema_name;
  insert into delegation_v1.scheme (name, organisation, title, version, fingerprint, content_hash, not_in_force, in_force)
    values (schema_name, coalesce(file -> 'scheme' ->> 'organisation', ''), coalesce(file -> 'scheme' ->> 'title', ''), coalesce(file -> 'scheme' ->> 'version', ''), file ->> 'fingerprint', file ->> 'contentHash', file ->> 'notInForce',
      daterange((life ->> 'from')::date, (life ->> 'until')::date, '[]')) returning id into s;

  insert into delegation_v1.thing (scheme, kind, name, id, is_alias, about, normally, stands_for, place, path, life)
  with recursive named as (
    select kind.one, x.value, x.ordinality::int - 1 as id
    from (values ('party', 'parties'), ('subject', 'subjects'), ('place', 'places'), ('condition', 'conditions'), ('measure', 'measures')) kind(one, list)
      cross join jsonb_array_elements(file -> kind.list) with ordinality x),
  above as (
    select id as of_place, id as within from named where one = 'place'
    union all
    select a.of_place, (n.value ->> 'within')::int from above a join named n on n.one = 'place' and n.id = a.within where n.value ? 'within'),
  paths as (select of_place, array_agg(within) as path from above group by of_place)
  select s, n.one, called.name, n.id, called.is_alias, coalesce(n.value ->> 'kind', n.value ->> 'unit', ''), (n.value ->> 'normally')::boolean,
    case when n.value ->> 'kind' <> 'budget' or not n.value ? 'covers' then n.id when jsonb_array_length(n.value -> 'covers') = 1 then (n.value -> 'covers' ->> 0)::int end,
    (n.value ->> 'at')::int, p.path,
    case when n.value ? 'life' then daterange(nullif(n.value -> 'life' ->> 0, '')::date, nullif(n.value -> 'life' ->> 1, '')::date, '[]') end
  from named n left join paths p on n.one = 'place' and p.of_place = n.id
    cross join lateral (select n.value ->> 'name' as name, false as is_alias
      union all select a, true from jsonb_array_elements_text(coalesce(n.value -> 'aliases', '[]')) a where a <> n.value ->> 'name') called
  on conflict do nothing;

  insert into delegation_v1.answer (scheme, id, key, outcome, alternatives, steps, duties, exceptional, keep_authority, reasons, under_contract, chain)
  select s, x.ordinality - 1, strings ->> (a ->> 'key')::int, lower(strings ->> (a ->> 'outcome')::int), delegation_v1.groups(a -> 'alternatives', strings),
    delegation_v1.texts(a -> 'steps', strings), delegation_v1.texts(a -> 'duties', strings), delegation_v1.texts(a -> 'exceptional', strings),
    delegation_v1.texts(a -> 'keepAuthority', strings), delegation_v1.texts(a -> 'reasons', strings), a ? 'underContract', delegation_v1.chain(a -> 'chain', links, strings)
  from jsonb_array_elements(file -> 'answers') with ordinality x(a, ordinality);

  insert into delegation_v1.standing (scheme, answer, party, may, steps, alternatives, chain)
  with told as materialized (
    select x.ordinality - 1 as number, st ->> 'may' = '1' as may, st -> 'parties' as parties, delegation_v1.texts(st -> 'steps', strings) as steps,
      delegation_v1.groups(st -> 'alternatives', strings) as alternatives, delegation_v1.chain(st -> 'chain', links, strings) as chain
    from jsonb_array_elements(standings) with ordinality x(st, ordinality))
  select s, x.ordinality - 1, p.party::int, t.may, t.steps, t.alternatives, t.chain
  from jsonb_array_elements(file -> 'answers') with ordinality x(a, ordinality)
    cross join jsonb_array_elements_text(coalesce(a -> 'standings', '[]')) n(number) join told t on t.number = n.number::int
    cross join jsonb_array_elements_text(t.parties) p(party);

  insert into delegation_v1.decision (scheme, subject, about, row_id)
  select s, x.ordinality - 1, r.about, r.row_id
  from jsonb_array_elements(file -> 'decisions') with ordinality x(d, ordinality)
    cross join lateral (select -1 as about, (d ->> 'row')::int as row_id where d ? 'row'
      union all select f.key::int, f.value::int from jsonb_each_text(coalesce(d -> 'for', '{}')) f) r;

  -- Neighbouring runs of days with the same trees are one.
  insert into delegation_v1.day_tree (scheme, row_id, days, vat, tree)
  with said as (
    select r.ordinality::int - 1 as row_id, d.ordinality as run, case when jsonb_array_length(d.trees) > 1 then t.ordinality::int - 1 end as vat, t.tree::int as tree
    from jsonb_array_elements(file -> 'rows') with ordinality r(days, ordinality) cross join jsonb_array_elements(r.days) with ordinality d(trees, ordinality)
      cross join jsonb_array_elements_text(d.trees) with ordinality t(tree, ordinality)),
  joined as (select *, run - row_number() over (partition by row_id, vat, tree order by run) as island from said),
  runs as (select x.ordinality as run, (r ->> 0)::date as first_day, (r ->> 1)::date as last_day from jsonb_array_elements(file -> 'runs') with ordinality x(r, ordinality))
  select s, j.row_id, daterange(nullif(min(r.first_day), '0001-01-01'), nullif(max(r.last_day), '9999-12-31'), '[]'), j.vat, j.tree
  from joined j join runs r using (run) group by j.row_id, j.vat, j.tree, j.island;

  insert into delegation_v1.tree (scheme, id, nobody, is_cut_short, bases, only_vat, is_vat_tried)
  select s, x.ordinality - 1, strings ->> (t ->> 'nobody')::int, coalesce(t ->> 'isCutShort' = '1', false), delegation_v1.texts(t -> 'bases', strings), coalesce((t ->> 'onlyVat')::int, 0),
    exists (select from jsonb_array_elements(coalesce(t -> 'variables', '[]')) v where v ->> 'kind' = '0')
  from jsonb_array_elements(file -> 'trees') with ordinality x(t, ordinality);

  -- What decisions turn on.
  create temp table said_variable on commit drop as
  select x.ordinality::int - 1 as tree, v.ordinality::int - 1 as number, (v.v ->> 'kind')::int as kind, (v.v ->> 'measure')::int as measure, (v.v ->> 'index')::int as index,
    coalesce(strings ->> (v.v ->> 'currency')::int, '') as currency, coalesce(strings ->> (v.v ->> 'basis')::int, '') as basis, coalesce((v.v ->> 'vat')::int, 0) as vat,
    array(select f::numeric from jsonb_array_elements_text(coalesce(v.v -> 'figures', '[]')) f) as figures,
    array(select p::int from jsonb_array_elements_text(coalesce(v.v -> 'places', '[]')) p) as places,
    array(select p::int from jsonb_array_elements_text(coalesce(v.v -> 'vats', '[]')) p) as vats, null::int as line
  from jsonb_array_elements(file -> 'trees') with ordinality x(t, ordinality) cross join jsonb_array_elements(coalesce(t -> 'variables', '[]')) with ordinality v(v, ordinality);
  insert into delegation_v1.line (scheme, id, kind, currency, basis, vat, measure, by_measure)
  select s, row_number() over (order by kind, currency, basis, vat, measure, index), case kind when 3 then 'amount' when 4 then 'measure' else 'ratio' end, currency, basis, vat, measure, index
  from (select distinct kind, currency, basis, vat, measure, case when kind = 5 then index end as index from said_variable where kind in (3, 4, 5)) x;
  update said_variable v set line = l.id from delegation_v1.line l
    where l.scheme = s and v.kind in (3, 4, 5) and l.kind = case v.kind when 3 then 'amount' when 4 then 'measure' else 'ratio' end
      and (l.currency, l.basis, l.vat) = (v.currency, v.basis, v.vat) and l.measure is not distinct from v.measure and l.by_measure is not distinct from case when v.kind = 5 then v.index end;
  insert into delegation_v1.first_part (scheme, tree, line, figure) select s, tree, line, figures[1] from said_variable where kind = 5;

  -- From each split to what follows; neighbouring cells that lead to the same are one.
  create temp table said_edge on commit drop as
  with splits as (
    select x.ordinality::int - 1 as tree, n.ordinality::int - 1 as node, (n.split ->> 0)::int as number, c.ordinality::int - 1 as cell, c.child::int as child
    from jsonb_array_elements(file -> 'trees') with ordinality x(t, ordinality) cross join jsonb_array_elements(coalesce(t -> 'splits', '[]')) with ordinality n(split, ordinality)
      cross join jsonb_array_elements_text(n.split -> 1) with ordinality c(child, ordinality)
    where c.child is not null),
  cells as (
    select p.*, v.kind, v.line, v.index, v.figures, v.places, v.vats,
      case when v.kind in (3, 4, 5) then p.cell - row_number() over (partition by p.tree, p.node, p.child order by p.cell) when v.kind = 2 then 0 else p.cell end as island
    from splits p join said_variable v on v.tree = p.tree and v.number = p.number)
  select tree, node, child, kind, line, index, case when kind = 0 then vats[min(cell) + 1] end as vat,
    case when kind = 2 then array_agg(places[cell + 1]) end as named, places as all_named,
    case when kind = 6 then min(cell) = 0 end as value,
    case when kind in (3, 4, 5) then numrange(
      case when min(cell) = 0 then 0 else figures[(min(cell) + 1) / 2] end, case when max(cell) / 2 < cardinality(figures) then figures[max(cell) / 2 + 1] end,
      case when min(cell) = 0 or min(cell) % 2 = 1 then '[' else '(' end || case when max(cell) % 2 = 1 then ']' else ')' end) end as r,
    null::int[] as places
  from cells group by tree, node, child, kind, line, index, island, figures, places, vats;
  -- A place that no sentence names is like the nearest that it lies within.
  update said_edge e set places = array(
    select t.id from delegation_v1.thing t
    where t.scheme = s and t.kind = 'place' and not t.is_alias
      and coalesce((select w from unnest(t.path) with ordinality u(w, at) where w = any (e.all_named) order by at limit 1), -1) = any (e.named))
  where e.kind = 2;
  create index on said_edge (tree, node);
  analyze said_edge;

  insert into delegation_v1.cell (scheme, tree, vat, places, yes, no, amount, lines, ranges, has_ratio, answer)
  with recursive walk as (
    select x.ordinality::int - 1 as tree, (t ->> 'root')::int as node, null::int as vat, null::int[] as places, '{}'::int[] as yes, '{}'::int[] as no, '{}'::int[] as lines, '{}'::numrange[] as ranges, null::numrange as amount, false as has_ratio
    from jsonb_array_elements(file -> 'trees') with ordinality x(t, ordinality) where t ->> 'root' is not null
    union all
    select w.tree, e.child, coalesce(e.vat, w.vat), coalesce(e.places, w.places), case when e.value then w.yes || e.index else w.yes end, case when not e.value then w.no || e.index else w.no end,
      case when e.line is null then w.lines else w.lines || e.line end, case when e.line is null then w.ranges else w.ranges || e.r end, coalesce(w.amount, case when e.kind = 3 then e.r end), w.has_ratio or e.kind = 5
    from walk w join said_edge e on e.tree = w.tree and e.node = w.node)
  select s, w.tree, w.vat, w.places, w.yes, w.no, w.amount, w.lines, w.ranges, w.has_ratio, (l.leaf)::int
  from walk w join lateral (select file -> 'trees' -> w.tree -> 'leaves' ->> (-1 - w.node) as leaf) l on true
  where w.node < 0;
  drop table said_edge;
  drop table said_variable;
  -- Until the database does it itself, so that what was loaded just now is found as quickly.
  if (select reltuples < 0 from pg_class where oid = 'delegation_v1.standing'::regclass) then
    analyze delegation_v1.thing, delegation_v1.line, delegation_v1.decision, delegation_v1.day_tree, delegation_v1.tree, delegation_v1.cell, delegation_v1.answer, delegation_v1.standing;
  end if;
  call delegation_v1.make_schema(schema_name, s);
end $$;

create or replace procedure delegation_v1.make_schema(schema_name text, s int) language plpgsql as $$
declare
  asked text := 'subject text default null, day date default null, place text default null, amount numeric default null, basis text default null, vat text default null, currency text default ''GBP'', facts jsonb default ''{}'', matter text default null';
begin
  execute format('create schema if not exists %I', schema_name);
  execute format('comment on schema %I is %L', schema_name, (select concat_ws(': ', nullif(organisation, ''), title || case when version = '' then '' else ', version ' || version end) from delegation_v1.scheme where id = s));
  execute format('create or replace function %I.who_decides(%s) returns delegation_v1.who_answer language sql stable as $f$ select delegation_v1.who_decides(s.id, subject, matter, place, amount, currency, basis, vat, day, facts) from delegation_v1.scheme s where s.name = %L $f$', schema_name, asked, schema_name);
  execute format('create or replace function %I.may(party text, %s) returns delegation_v1.may_answer language sql stable as $f$ select delegation_v1.may(s.id, party, subject, matter, place, amount, currency, basis, vat, day, facts) from delegation_v1.scheme s where s.name = %L $f$', schema_name, asked, schema_name);
  execute format('create or replace view %I.things as select kind, name, is_alias, about, normally from delegation_v1.thing where scheme = (select id from delegation_v1.scheme where name = %L)', schema_name, schema_name);
  execute format($f$create or replace view %I.decisions as
    select subject.name as subject, about.name as for_function, t.days, t.vat, c.amount, c.lines, c.ranges,
      (select array_agg(p.name order by p.id) from delegation_v1.thing p where p.scheme = d.scheme and p.kind = 'place' and not p.is_alias and p.id = any (c.places)) as places,
      (select array_agg(p.name order by p.id) from delegation_v1.thing p where p.scheme = d.scheme and p.kind = 'condition' and not p.is_alias and p.id = any (c.yes)) as when_so,
      (select array_agg(p.name order by p.id) from delegation_v1.thing p where p.scheme = d.scheme and p.kind = 'condition' and not p.is_alias and p.id = any (c.no)) as unless_so,
      a.outcome, a.alternatives, a.steps, a.duties, a.keep_authority, a.chain
    from delegation_v1.decision d
      join delegation_v1.thing subject on subject.scheme = d.scheme and subject.kind = 'subject' and subject.id = d.subject and not subject.is_alias
      left join delegation_v1.thing about on about.scheme = d.scheme and about.kind = 'subject' and about.id = d.about and not about.is_alias
      join delegation_v1.day_tree t on t.scheme = d.scheme and t.row_id = d.row_id
      join delegation_v1.cell c on c.scheme = d.scheme and c.tree = t.tree
      join delegation_v1.answer a on a.scheme = d.scheme and a.id = c.answer
    where d.scheme = (select id from delegation_v1.scheme where name = %L)$f$, schema_name, schema_name);
end $$;
