/**
 * Where each release ended. Its last migration is what tells a database of that release from a later one; the upgrade test begins at the
 * newest line (CONTRIBUTING, "A release").
 */
export interface Release {
  version: string
  lastMigration: string
}

/** The oldest first. 0.1.0 was never tagged: it is what stood on 2026-11-26, before the second wave of work. */
export const releases: readonly [Release, ...Release[]] = [
  { version: '0.1.0', lastMigration: '20261126140000_ledger_statement_guards' },
]

/** The release that made a database with these migrations; with `+`, so many migrations past it. */
export function releaseOf(migrations: readonly string[]): string {
  const ended = releases.findLast(({ lastMigration }) => migrations.includes(lastMigration))
  const further = migrations.filter((name) => name > (ended?.lastMigration ?? '')).length
  return `${ended?.version ?? '0.0.0'}${further > 0 ? `+${further}` : ''}`
}
