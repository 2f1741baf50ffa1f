import type { RecordConsent } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type ConsentRow = RecordConsent

/** All that were ever given, newest first; the ended ones show that they ended. */
export function listConsentsGiven({ database }: Platform, granterId: string): Promise<ConsentRow[]> {
  return database.prisma.recordConsent.findMany({ where: { granterId }, orderBy: { givenAt: 'desc' }, take: 100 })
}

/** Nobody else gives or ends one of theirs meanwhile: two presses at once come one after the other. */
export async function holdGranter({ database }: Platform, granterId: string): Promise<Uint8Array | undefined> {
  const [person] = await database.query<{ idHash: Uint8Array }>(
    { name: 'consent-granter', text: 'SELECT id_hash AS "idHash" FROM individual WHERE id = $1 FOR UPDATE' },
    [granterId],
  )
  return person?.idHash
}

export function listStanding({ database }: Platform, granterId: string): Promise<ConsentRow[]> {
  return database.prisma.recordConsent.findMany({ where: { granterId, revokedAt: null }, take: 100 })
}

export function insertConsent({ database }: Platform, row: Omit<ConsentRow, 'id' | 'revokedAt'>): Promise<ConsentRow> {
  return database.prisma.recordConsent.create({
    data: { ...row, readerHash: Buffer.from(row.readerHash), reader: Buffer.from(row.reader) },
  })
}

export function endConsents({ database }: Platform, ids: readonly string[], revokedAt: Date): Promise<unknown> {
  return database.prisma.recordConsent.updateMany({
    where: { id: { in: [...ids] }, revokedAt: null },
    data: { revokedAt },
  })
}

export async function findConsent({ database }: Platform, id: string): Promise<ConsentRow | undefined> {
  return (await database.prisma.recordConsent.findUnique({ where: { id } })) ?? undefined
}

/** A consent with whoever gave it. */
export interface HeldConsent extends ConsentRow {
  granterPersonal: Uint8Array
}

export interface ReaderRow {
  idHash: Uint8Array
  personal: Uint8Array
}

export async function findReader({ database }: Platform, individualId: string): Promise<ReaderRow | undefined> {
  const [row] = await database.query<ReaderRow>(
    { name: 'consent-reader', text: 'SELECT id_hash AS "idHash", personal FROM individual WHERE id = $1' },
    [individualId],
  )
  return row
}

/** What stands on a day for the reader with this number, newest first. */
export function listHeld({ database }: Platform, readerHash: Uint8Array, today: string): Promise<HeldConsent[]> {
  return database.query<HeldConsent>(
    {
      name: 'consents-held',
      gate: 'CONSENT',
      text: `SELECT consent.id, granter_id AS "granterId", reader_hash AS "readerHash", reader, reader_masked AS "readerMasked", relation,
        valid_to AS "validTo", given_at AS "givenAt", revoked_at AS "revokedAt", granter.personal AS "granterPersonal"
      FROM record_consent consent JOIN individual granter ON granter.id = granter_id
      WHERE reader_hash = $1 AND revoked_at IS NULL AND valid_to >= $2 ORDER BY given_at DESC LIMIT 50`,
    },
    [readerHash, today],
  )
}
