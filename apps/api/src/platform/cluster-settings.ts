/** What several processes on one database must have from outside, because nothing of it may lie with one of them alone. */
const needed = [
  ['DATABASE_URL', 'a PostgreSQL server, the same for all'],
  ['SHEBAO_SECRET_KEY', 'the key of the office, the same for all, not a file of one'],
  ['SHEBAO_BANK_URL', 'a bank that belongs to none of them'],
  ['SHEBAO_PUBLIC_URL', 'the one address that people reach all of them at'],
] as const

/** The settings that are missing in a process that was said to be one of several; each with why. */
export function lacksOfCluster(settings: Readonly<Record<string, unknown>>): string[] {
  if (settings['SHEBAO_CLUSTER'] !== 'yes') return []
  const lacks = needed.filter(([name]) => settings[name] === undefined).map(([name, why]) => `${name}: ${why}`)
  if (settings['SHEBAO_S3_BUCKET_URL'] === undefined && settings['SHEBAO_FILES_DIR'] === undefined)
    lacks.push('SHEBAO_S3_BUCKET_URL or SHEBAO_FILES_DIR: where all of them find what was attached at one')
  return lacks
}
