import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { programEnvironment } from '../platform/environment.ts'
import type { Environment } from '../platform/environment.ts'

type Program = 'pg_dump' | 'pg_restore'
type Place = Pick<Environment, 'postgresPrograms'>

export class ProgramMissing extends Error {
  readonly program: Program
  constructor(program: Program) {
    super(`${program} was not found`)
    this.program = program
  }
}

export async function dumpDatabase(place: Place, databaseUrl: string, file: string): Promise<void> {
  const what = ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`]
  await run(place, 'pg_dump', what, connectionVariables(databaseUrl))
}

/** Into an empty database, all of it or nothing. */
export async function restoreDatabase(place: Place, databaseUrl: string, file: string): Promise<void> {
  const variables = connectionVariables(databaseUrl)
  const how = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges']
  await run(place, 'pg_restore', [...how, `--dbname=${variables['PGDATABASE']}`, file], variables)
}

/** Whether a dump can be read to its end. */
export async function listDump(place: Place, file: string): Promise<void> {
  await run(place, 'pg_restore', ['--list', file], {})
}

/** Where to connect goes in as variables: arguments are seen by every user of the machine, and a password may be among them. */
function connectionVariables(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl)
  const given = {
    PGHOST: url.searchParams.get('host') ?? url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
    PGSSLROOTCERT: url.searchParams.get('sslrootcert') ?? '',
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

function run(
  { postgresPrograms }: Place,
  program: Program,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(postgresPrograms ? join(postgresPrograms, program) : program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: programEnvironment(variables),
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', () => reject(new ProgramMissing(program)))
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${said.trim()}`))))
  })
}
