-- Lays Ajar's tables out on a distributed PostgreSQL (Citus 12 or newer). The program does not change: it speaks to the
-- coordinator as to any PostgreSQL. Run once, as the owner of the tables, after Ajar has made them and stopped:
--   psql -d ajar -v ON_ERROR_STOP=1 -f citus.sql
-- Every unique constraint and every foreign key of a distributed table holds the column it is distributed by: see
-- src/docs/decisions/0011-every-private-row-belongs-to-one-notebook.md. CitusLayoutTests keep this file and the store alike.

create extension if not exists citus;

-- What belongs to a notebook lies on one machine: a statement that carries its id goes to that machine and to no other.
select create_distributed_table('notebook', 'id');
select create_distributed_table('note', 'notebook_id', colocate_with => 'notebook');
select create_distributed_table('pass', 'notebook_id', colocate_with => 'notebook');

-- The directory from what words become to a notebook lies apart from it, by its own key.
select create_distributed_table('way_in', 'locator', colocate_with => 'none');

-- Tries at key words: counted for numbers that an address gets for a day, under a secret that is the same on every machine.
select create_distributed_table('attempt_bucket', 'number', colocate_with => 'none');
select create_reference_table('attempt_secret');

-- The guide is small, the same for everybody, and read when a program starts: each machine has all of it.
select create_reference_table('edition');
select create_reference_table('pack');
select create_reference_table('piece');
select create_reference_table('piece_idea');
select create_reference_table('piece_part');
select create_reference_table('section');
select create_reference_table('barrier');
select create_reference_table('barrier_sign');
select create_reference_table('prompt');
select create_reference_table('pitfall');
select create_reference_table('exercise');
select create_reference_table('exercise_item');
select create_reference_table('evidence_note');
select create_reference_table('piece_evidence');
select create_reference_table('barrier_prompt');
select create_reference_table('barrier_pitfall');
select create_reference_table('prompt_barrier');
select create_reference_table('pitfall_prompt');
select create_reference_table('section_barrier');
select create_reference_table('section_pitfall');
select create_reference_table('section_exercise');

-- flyway_schema_history stays on the coordinator.
