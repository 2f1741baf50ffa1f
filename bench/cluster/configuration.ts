import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// The rehearsal runs what an office would install: the files of deploy/cluster, with the machines' addresses on this one's loopback,
// folders of its own and passwords that nobody knows.

const folderOfFiles = join(import.meta.dirname, '../../deploy/cluster')
const written = '10.0.0.'
const here = '127.0.11.'

/** The machines of the files, under the last number of their address. */
export const machines = { proxy: 10, databases: [11, 12, 13], apis: [21, 22, 23] } as const
export const addressOf = (machine: number) => `${here}${machine}`
export const databaseName = (machine: number) => `db${machine - 10}`
export const superuserPassword = randomBytes(16).toString('hex')
export const productPassword = randomBytes(16).toString('hex')
export const ports = {
  office: 8443,
  primary: 5000,
  replicas: 5001,
  api: 4000,
  patroni: 8008,
  etcd: 2379,
  postgres: 5432,
}

/** Everybody who shows a certificate, or comes by one. */
export const certifiedAddresses = [machines.proxy, ...machines.databases, ...machines.apis].map(addressOf)

/** Throws when the file no longer says what is to be put in its place: the rehearsal would be of something else. */
function replaced(text: string, changes: Readonly<Record<string, string>>): string {
  let changed = text
  for (const [from, to] of Object.entries(changes)) {
    if (!changed.includes(from)) throw new Error(`deploy/cluster no longer holds ${JSON.stringify(from)}.`)
    changed = changed.replaceAll(from, to)
  }
  return changed
}

const read = (file: string) => readFileSync(join(folderOfFiles, file), 'utf8')
export const patroniPassword = randomBytes(16).toString('hex')

/** The file is the first machine's: its own addresses stand alone, those of all three in one line or list. */
function ofMachine(text: string, machine: number, lists: RegExp): string {
  return text
    .split('\n')
    .map((line) => (lists.test(line) ? line : line.replaceAll(addressOf(11), addressOf(machine))))
    .join('\n')
}

const certificates = '/etc/shebao/tls'

export function etcdSettings(machine: number, folder: string, tls: string): Record<string, string> {
  const changes = { [written]: here, [certificates]: tls }
  const text = ofMachine(replaced(read('etcd.env'), changes), machine, /INITIAL_CLUSTER=/)
  const own = replaced(text, {
    'ETCD_NAME=db1': `ETCD_NAME=${databaseName(machine)}`,
    'ETCD_DATA_DIR=/var/lib/etcd/shebao': `ETCD_DATA_DIR=${folder}`,
  })
  const lines = own.split('\n').filter((line) => line.startsWith('ETCD_'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

/** On one machine everybody comes from the loopback's first address. */
const everyAddress = /\b127\.0\.11\.\d+\/32/g

export function patroniSettings(machine: number, folder: string, tls: string, programs: string): string {
  const text = ofMachine(replaced(read('patroni.yml'), { [written]: here }), machine, /^ {4}- /)
  return replaced(text, {
    [certificates]: tls,
    'name: db1': `name: ${databaseName(machine)}`,
    '/usr/lib/postgresql/15/bin': programs,
    '/var/lib/postgresql/15/shebao': join(folder, 'data'),
    '/var/lib/postgresql/patroni.pgpass': join(folder, 'pgpass'),
    '/var/run/postgresql': folder,
    'CHANGE-THIS-SUPERUSER-PASSWORD': superuserPassword,
    'CHANGE-THIS-REST-PASSWORD': patroniPassword,
    'CHANGE-THIS-REPLICATION-PASSWORD': patroniPassword,
    'CHANGE-THIS-REWIND-PASSWORD': patroniPassword,
  }).replaceAll(everyAddress, '127.0.0.0/8')
}

export const proxySettings = (tls: string) =>
  replaced(read('haproxy.cfg'), { ':443 ': `:${ports.office} `, [written]: here, [certificates]: tls })

export function databaseUrl(user: 'postgres' | 'shebao', port: number, database: string, tls: string): string {
  const password = user === 'postgres' ? superuserPassword : productPassword
  const server = `${addressOf(machines.proxy)}:${port}`
  return `postgresql://${user}:${password}@${server}/${database}?sslmode=verify-full&sslrootcert=${tls}/authority.crt`
}
