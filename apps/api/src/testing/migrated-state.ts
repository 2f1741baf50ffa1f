import type pg from 'pg'
import { connected } from './connected.ts'

// An embedded database takes seconds of computing to start and has no `CREATE DATABASE … TEMPLATE`. So one serves many
// test files, one after the other, and is brought back to what the migrations made of it before each.

/** What is part of the schema, as one text: a test file that leaves it changed would change the tests after it. */
const schemaNow = `SELECT md5(string_agg(part, chr(10) ORDER BY part)) AS schema FROM (
  SELECT format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) AS part
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
  UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s %s', tgenabled, pg_get_triggerdef(pg_trigger.oid))
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
  UNION ALL SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) AS parts`

const remember = `
CREATE SCHEMA as_migrated;
DO $$ DECLARE name text; filled boolean; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
    IF filled THEN EXECUTE format('CREATE TABLE as_migrated.%I AS TABLE public.%I', name, name); END IF;
  END LOOP;
END $$;`

// The role of a replica: the triggers that forbid changing what is posted do not hold for it.
const restore = `
SET session_replication_role = replica;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'as_migrated', 'information_schema') LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  FOR name IN SELECT DISTINCT tgrelid::regclass FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal LOOP
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', name);
  END LOOP;
  -- A table that nothing was ever written to has no page.
  SELECT string_agg(oid::regclass::text, ', ') INTO name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0;
  IF name IS NOT NULL THEN EXECUTE 'TRUNCATE ' || name || ' CASCADE'; END IF;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'as_migrated' LOOP
    EXECUTE format('INSERT INTO public.%I OVERRIDING SYSTEM VALUE TABLE as_migrated.%I', name, name);
  END LOOP;
  FOR name IN SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
    EXECUTE format('ALTER SEQUENCE %s RESTART', name);
  END LOOP;
END $$;`

/** Remembers what a database that was just migrated holds. Resolves with its schema, to be handed to `restoreMigrated`. */
export async function rememberMigrated(connectionString: string): Promise<string> {
  return connected(connectionString, async (client) => {
    const schema = await readSchema(client)
    await client.query(remember)
    return schema
  })
}

/** Removes everything that was put into the database since; refuses one whose schema is no longer what it was. */
export async function restoreMigrated(connectionString: string, schema: string): Promise<void> {
  await connected(connectionString, async (client) => {
    // The embedded database has one session behind every connection: what the last file left open is still there.
    for (const statement of ['ROLLBACK', 'DISCARD ALL', restore, 'DISCARD ALL']) await client.query(statement)
    if ((await readSchema(client)) !== schema) {
      throw new Error('An earlier test file left the database with another schema than the migrations made.')
    }
  })
}

async function readSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(schemaNow)
  return rows[0]?.schema ?? ''
}
