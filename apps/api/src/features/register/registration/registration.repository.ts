import type { Registration } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { registrationTable } from './registration.lifecycle.ts'

export type RegistrationRow = Registration
export type RegistrationState = (typeof registrationTable.states)[number]

export async function insertRegistration(
  { database, clock }: Platform,
  row: Pick<RegistrationRow, 'secretHash' | 'originHash'>,
): Promise<RegistrationRow> {
  const [next] = await database.query<{ value: bigint }>({
    name: 'registration-next-number',
    text: "SELECT nextval('registration_number') AS value",
  })
  return database.prisma.registration.create({
    data: { ...row, number: `DJ${String(next?.value).padStart(8, '0')}`, openedAt: clock.now() },
  })
}

/** Two applications begun at once from one address are counted one after the other. Belongs inside a transaction. */
export async function holdOrigin({ database }: Platform, originHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await database.query(
    {
      name: 'registration-hold-origin',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended(encode($1::bytea, $2), 4))',
    },
    [originHash, 'hex'],
  )
}

/** How many applications were begun from one address since a moment. */
export async function countOpenedFrom(
  { database }: Platform,
  originHash: Uint8Array<ArrayBuffer>,
  since: Date,
): Promise<number> {
  return database.prisma.registration.count({ where: { originHash, openedAt: { gte: since } } })
}

export async function findRegistration({ database }: Platform, id: string): Promise<RegistrationRow | null> {
  return isUuid(id) ? database.prisma.registration.findUnique({ where: { id } }) : null
}

export async function findRegistrationByNumber(
  { database }: Platform,
  number: string,
): Promise<RegistrationRow | null> {
  return database.prisma.registration.findUnique({ where: { number } })
}

/** Held until the transaction ends. */
export async function lockRegistration(platform: Platform, id: string): Promise<RegistrationRow | null> {
  if (!isUuid(id)) return null
  await platform.database.query(
    { name: 'registration-lock', text: 'SELECT 1 FROM registration WHERE id = $1::uuid FOR UPDATE' },
    [id],
  )
  return findRegistration(platform, id)
}

type Changes = Partial<Omit<RegistrationRow, 'id' | 'number' | 'secretHash' | 'originHash' | 'openedAt' | 'fieldNotes'>>

export async function setRegistration({ database }: Platform, id: string, data: Changes): Promise<void> {
  await database.prisma.registration.update({ where: { id }, data })
}

export interface FieldNote {
  field: string
  note: string
}

/** What was sent stays as it was sent, whatever is corrected later. */
export async function insertVersion(
  { database, clock }: Platform,
  row: { registrationId: string; version: number; form: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await database.prisma.registrationVersion.create({ data: { ...row, submittedAt: clock.now() } })
}

/** Why a version was refused. */
export async function noteVersion(
  { database }: Platform,
  { id, version }: { id: string; version: number },
  refusal: { note: string; fieldNotes: readonly FieldNote[] },
): Promise<void> {
  await database.prisma.registrationVersion.update({
    where: { registrationId_version: { registrationId: id, version } },
    data: { note: refusal.note, fieldNotes: refusal.fieldNotes.map((one) => ({ ...one })) },
  })
}

export interface VersionRow {
  version: number
  submittedAt: Date
  note: string | null
  fieldNotes: FieldNote[]
}

const mostVersions = 50

/** The latest first. */
export async function listVersions({ database }: Platform, registrationId: string): Promise<VersionRow[]> {
  const rows = await database.prisma.registrationVersion.findMany({
    where: { registrationId },
    orderBy: { version: 'desc' },
    take: mostVersions,
  })
  return rows.map(({ version, submittedAt, note, fieldNotes }) => ({
    version,
    submittedAt,
    note,
    fieldNotes: Array.isArray(fieldNotes) ? fieldNotes.flatMap(readNote) : [],
  }))
}

function readNote(stored: unknown): FieldNote[] {
  if (typeof stored !== 'object' || stored === null || !('field' in stored) || !('note' in stored)) return []
  return [{ field: String(stored.field), note: String(stored.note) }]
}

/** Others that wait for a decision on the same unit. */
export async function countRivals({ database }: Platform, { id, creditCode }: RegistrationRow): Promise<number> {
  if (creditCode === null) return 0
  return database.prisma.registration.count({ where: { creditCode, status: 'SUBMITTED', id: { not: id } } })
}

/** Begun and never sent. */
export async function listAbandoned({ database }: Platform, before: Date, limit: number): Promise<string[]> {
  const rows = await database.prisma.registration.findMany({
    where: { status: 'OPENED', openedAt: { lt: before } },
    select: { id: true },
    take: limit,
  })
  return rows.map(({ id }) => id)
}
