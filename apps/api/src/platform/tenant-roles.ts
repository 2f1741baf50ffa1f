import type { Database } from './database.ts'
import { tenantRoles } from './tenancy.ts'

const roles = Object.values(tenantRoles)
const listed = roles.map((role) => `'${role}'`).join()

/**
 * The roles that tenants' statements are asked as belong to the whole server: they are in no dump, and a user who may not make roles
 * cannot make them. False where somebody who may has to (docs/operations.md).
 */
export async function prepareTenantRoles({ query }: Pick<Database, 'query'>): Promise<boolean> {
  try {
    await query({
      text: `DO $$ DECLARE name text; BEGIN FOREACH name IN ARRAY ARRAY[${listed}] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
        IF NOT pg_has_role(current_user, name, 'MEMBER') THEN EXECUTE format('GRANT %I TO %I', name, current_user); END IF;
      END LOOP; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    })
    return true
  } catch (error) {
    if (isMissingPrivilege(error)) return false
    throw error
  }
}

/** Whether tenants can be asked for: their roles are there, are lent to this user, and may do what the policies say. */
export async function hasTenantRoles({ query }: Pick<Database, 'query'>): Promise<boolean> {
  const [row] = await query<{ ready: boolean }>({
    text: `SELECT count(*) FILTER (WHERE pg_has_role(current_user, oid, 'MEMBER') AND has_table_privilege(oid, 'declaration', 'SELECT'))
      = ${roles.length} AS ready FROM pg_roles WHERE rolname IN (${listed})`,
  })
  return row?.ready === true
}

/** What the policies let tenants do is granted again: a dump holds no privileges. Nothing to do in a release without them. */
export async function letTenantsIn({ query }: Pick<Database, 'query'>): Promise<void> {
  await query({
    text: `DO $$ BEGIN IF to_regprocedure('let_tenants_in()') IS NOT NULL THEN PERFORM let_tenants_in(); END IF; END $$`,
  })
}

const isMissingPrivilege = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '42501'
