import type { Platform } from '../../../platform/platform.ts'
import type { ConfirmationWay } from './confirmation-codes.ts'

/** Columns are timestamps without zone that hold UTC; text keeps the driver's zone out of it. */
const utc = (instant: Date) => instant.toISOString().replace('Z', '')
/** `pg` writes a Buffer inside an array as bytes; a plain Uint8Array it would write as JSON. */
const bytes = (value: Uint8Array | null) => value && Buffer.from(value.buffer, value.byteOffset, value.byteLength)

export interface ConfirmationRow {
  id: string
  declarationId: string
  employerId: string
  declarationStatus: string
  kind: string
  year: number
  /** The month of a monthly declaration. */
  period: string | null
  idHash: Uint8Array
  contentMark: Uint8Array
  status: string
  current: boolean
  stale: boolean
  way: ConfirmationWay
  failures: number
  askedBy: string
  askedAt: Date
  expiresAt: Date
  answeredAt: Date | null
  said: Uint8Array | null
  reply: Uint8Array | null
}

const columns = `c.id, c.declaration_id AS "declarationId", d.employer_id AS "employerId", d.status AS "declarationStatus", d.kind, d.year, d.period,
  c.id_hash AS "idHash", c.content_mark AS "contentMark", c.status, c.current, c.stale, c.way, c.failures, c.asked_by AS "askedBy",
  c.asked_at AS "askedAt", c.expires_at AS "expiresAt", c.answered_at AS "answeredAt", c.said, c.reply`
const from = 'FROM personnel_confirmation c JOIN declaration d ON d.id = c.declaration_id'

async function findOne(platform: Platform, name: string, where: string, values: readonly unknown[]) {
  const [row] = await platform.database.query<ConfirmationRow>(
    { name, text: `SELECT ${columns} ${from} WHERE ${where}` },
    values,
  )
  return row
}

export const lockConfirmation = (platform: Platform, id: string) =>
  findOne(platform, 'confirmation-lock', 'c.id = $1 FOR UPDATE OF c', [id])

export const findByCode = (platform: Platform, codeHash: Uint8Array) =>
  findOne(platform, 'confirmation-by-code', 'c.code_hash = $1', [bytes(codeHash)])

export const findCurrentOf = (platform: Platform, declarationId: string, idHash: Uint8Array) =>
  findOne(platform, 'confirmation-current-of', 'c.declaration_id = $1 AND c.id_hash = $2 AND c.current', [
    declarationId,
    bytes(idHash),
  ])

/** Whose declaration an asking belongs to. */
export async function findOwner(
  { database }: Platform,
  id: string,
): Promise<{ employerId: string; submittedAt: Date | null } | undefined> {
  const [row] = await database.query<{ employerId: string; submittedAt: Date | null }>(
    {
      name: 'confirmation-owner',
      text: `SELECT d.employer_id AS "employerId", d.submitted_at AS "submittedAt" ${from} WHERE c.id = $1::uuid`,
    },
    [id],
  )
  return row
}

/** The last asking of everybody who was asked. */
export type AskedPerson = Pick<
  ConfirmationRow,
  'id' | 'idHash' | 'contentMark' | 'status' | 'stale' | 'failures' | 'askedAt' | 'expiresAt' | 'reply'
> & { givenUp: boolean }

export function listAsked({ database }: Platform, declarationId: string): Promise<AskedPerson[]> {
  return database.query<AskedPerson>(
    {
      name: 'confirmation-asked',
      text: `SELECT c.id, c.id_hash AS "idHash", c.content_mark AS "contentMark", c.status, c.stale, c.failures, c.asked_at AS "askedAt",
          c.expires_at AS "expiresAt", c.reply, COALESCE(way.state = 'GIVEN_UP', false) AS "givenUp"
        FROM personnel_confirmation c LEFT JOIN notification_delivery way ON way.notification_id = c.notification_id
        WHERE c.declaration_id = $1 AND c.current`,
    },
    [declarationId],
  )
}

/** Those who confirmed, with the mark of what they confirmed. */
export function listConfirmed(
  { database }: Platform,
  declarationId: string,
): Promise<Pick<ConfirmationRow, 'idHash' | 'contentMark'>[]> {
  return database.query(
    {
      name: 'confirmation-confirmed',
      text: `SELECT id_hash AS "idHash", content_mark AS "contentMark" FROM personnel_confirmation
        WHERE declaration_id = $1 AND current AND status = 'CONFIRMED'`,
    },
    [declarationId],
  )
}

export interface NewConfirmation {
  id: string
  idHash: Uint8Array
  contentMark: Uint8Array
  status: 'ASKED' | 'UNREACHED'
  way: ConfirmationWay
  codeHash: Uint8Array | null
  notificationId: string | null
  reply: Uint8Array | null
}

/** Asks everybody given, in place of whatever they were asked before: two statements, however many they are. */
export async function insertConfirmations(
  { database, clock }: Platform,
  { declarationId, askedBy, expiresAt }: { declarationId: string; askedBy: string; expiresAt: Date },
  rows: readonly NewConfirmation[],
): Promise<void> {
  await database.query(
    {
      name: 'confirmation-replace',
      text: `UPDATE personnel_confirmation SET current = false,
          status = CASE WHEN status = 'SETTLED' THEN status ELSE 'REPLACED' END
        WHERE declaration_id = $1 AND current AND id_hash = ANY($2::bytea[])`,
    },
    [declarationId, rows.map(({ idHash }) => bytes(idHash))],
  )
  await database.query(
    {
      name: 'confirmation-insert',
      text: `INSERT INTO personnel_confirmation (declaration_id, asked_by, asked_at, expires_at, id, id_hash, content_mark, status, way,
          code_hash, notification_id, reply)
        SELECT $1, $2::uuid, $3::timestamp, $4::timestamp, given.* FROM
          unnest($5::uuid[], $6::bytea[], $7::bytea[], $8::text[], $9::text[], $10::bytea[], $11::uuid[], $12::bytea[]) given`,
    },
    [
      declarationId,
      askedBy,
      utc(clock.now()),
      utc(expiresAt),
      rows.map(({ id }) => id),
      rows.map(({ idHash }) => bytes(idHash)),
      rows.map(({ contentMark }) => bytes(contentMark)),
      rows.map(({ status }) => status),
      rows.map(({ way }) => way),
      rows.map(({ codeHash }) => bytes(codeHash)),
      rows.map(({ notificationId }) => notificationId),
      rows.map(({ reply }) => bytes(reply)),
    ],
  )
}

/** Counts a try before it is compared, in one statement, so that parallel guesses cannot pass the limit; how many it makes, or nothing when none was left. */
export async function takeNumberTry({ database }: Platform, id: string, tries: number): Promise<number | undefined> {
  const [taken] = await database.query<{ failures: number }>(
    {
      name: 'confirmation-take-try',
      text: 'UPDATE personnel_confirmation SET failures = failures + 1 WHERE id = $1::uuid AND failures < $2 RETURNING failures',
    },
    [id, tries],
  )
  return taken?.failures
}

export async function forgiveNumberTries({ database }: Platform, id: string): Promise<void> {
  await database.query(
    { name: 'confirmation-forgive', text: 'UPDATE personnel_confirmation SET failures = 0 WHERE id = $1::uuid' },
    [id],
  )
}

export async function writeAnswer(
  { database, clock }: Platform,
  id: string,
  status: string,
  said: Uint8Array,
): Promise<void> {
  await database.query(
    {
      name: 'confirmation-answer',
      text: 'UPDATE personnel_confirmation SET status = $2, said = $3, answered_at = $4::timestamp WHERE id = $1::uuid',
    },
    [id, status, bytes(said), utc(clock.now())],
  )
}

export async function writeStatus({ database }: Platform, id: string, status: string): Promise<void> {
  await database.query(
    { name: 'confirmation-status', text: 'UPDATE personnel_confirmation SET status = $2 WHERE id = $1::uuid' },
    [id, status],
  )
}

export async function findChecked({ database }: Platform, declarationId: string): Promise<string | undefined> {
  return (await database.prisma.confirmationCheck.findUnique({ where: { declarationId } }))?.checked
}

/** Which askings no longer say what the list says, and which do again; up to which state of the list that was looked at. */
export async function writeStale(
  { database }: Platform,
  declarationId: string,
  checked: string,
  { stale, fresh }: { stale: readonly string[]; fresh: readonly string[] },
): Promise<void> {
  await database.query(
    {
      name: 'confirmation-stale',
      text: `WITH marked AS (
          UPDATE personnel_confirmation SET stale = id = ANY($3::uuid[]) WHERE id = ANY($3::uuid[]) OR id = ANY($4::uuid[]))
        INSERT INTO confirmation_check (declaration_id, checked) VALUES ($1, $2)
        ON CONFLICT (declaration_id) DO UPDATE SET checked = EXCLUDED.checked`,
    },
    [declarationId, checked, stale, fresh],
  )
}
