import { oneOf } from '@shebao/kernel'
import { isUuid } from '../../../access/uuid.ts'
import { clerkDuties } from '../../../access/viewer.ts'
import type { ClerkDuty } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { mandateTable } from './mandate.lifecycle.ts'

export type MandateState = (typeof mandateTable.states)[number]

export interface MandateRow {
  id: string
  employerId: string
  employerName: string
  employerNo: string
  agencyId: string
  agencyName: string
  agencyNo: string
  duties: ClerkDuty[]
  /** First and last day. */
  validFrom: string
  validTo: string
  status: MandateState
  /** When somebody declined or ended it. */
  endedAt: Date | null
}

interface Row extends Omit<MandateRow, 'duties' | 'status'> {
  duties: string[]
  status: string
}

const mandates = `SELECT mandate.id, mandate.employer_id AS "employerId", giver.name AS "employerName",
    giver.registration_no AS "employerNo", mandate.agency_id AS "agencyId", agency.name AS "agencyName",
    agency.registration_no AS "agencyNo", mandate.duties, mandate.valid_from AS "validFrom", mandate.valid_to AS "validTo",
    mandate.status, mandate.ended_at AS "endedAt"
  FROM mandate JOIN employer giver ON giver.id = mandate.employer_id JOIN employer agency ON agency.id = mandate.agency_id`

const toMandate = ({ duties, status, ...row }: Row): MandateRow => ({
  ...row,
  duties: clerkDuties.filter((duty) => duties.includes(duty)),
  status: oneOf(mandateTable.states, status, 'mandate status'),
})

/** Given and received ones, what is open first, the latest first. */
export async function listMandates({ database }: Platform, employerId: string, limit: number): Promise<MandateRow[]> {
  const rows = await database.query<Row>(
    {
      name: 'mandates-of-employer',
      text: `${mandates} WHERE mandate.employer_id = $1::uuid OR mandate.agency_id = $1::uuid
        ORDER BY mandate.status IN ('DECLINED', 'ENDED'), mandate.id DESC LIMIT $2`,
    },
    [employerId, limit],
  )
  return rows.map(toMandate)
}

/** Held until the transaction ends. */
export async function lockMandate({ database }: Platform, id: string): Promise<MandateRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<Row>(
    { name: 'mandate-lock', text: `${mandates} WHERE mandate.id = $1::uuid FOR UPDATE OF mandate` },
    [id],
  )
  return row && toMandate(row)
}

/** An employer of this office, by registration number or credit code. */
export async function findEmployerByNumber({ database }: Platform, number: string): Promise<string | undefined> {
  const row = await asOffice('AGENCY', () =>
    database.prisma.employer.findFirst({
      where: { OR: [{ registrationNo: number }, { creditCode: number }] },
      select: { id: true },
    }),
  )
  return row?.id
}

export interface NewMandate {
  employerId: string
  agencyId: string
  duties: readonly ClerkDuty[]
  validFrom: string
  validTo: string
}

/** Nothing when one is open between the two already. */
export async function insertMandate({ database, clock }: Platform, row: NewMandate): Promise<string | undefined> {
  const [made] = await database.query<{ id: string }>(
    {
      name: 'mandate-insert',
      text: `INSERT INTO mandate (id, employer_id, agency_id, duties, valid_from, valid_to, status, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'OFFERED', $7) ON CONFLICT DO NOTHING RETURNING id`,
    },
    [crypto.randomUUID(), row.employerId, row.agencyId, [...row.duties], row.validFrom, row.validTo, clock.now()],
  )
  return made?.id
}

export async function setMandateState({ database, clock }: Platform, id: string, status: MandateState): Promise<void> {
  const endedAt = mandateTable.final.includes(status) ? { endedAt: clock.now() } : {}
  await database.prisma.mandate.update({ where: { id }, data: { status, ...endedAt } })
}

/** A mandate whose last day is over is ended when somebody gives the next one. */
export async function listRunOut(
  { database, clock }: Platform,
  { employerId, agencyId }: Pick<NewMandate, 'employerId' | 'agencyId'>,
): Promise<string[]> {
  const rows = await database.prisma.mandate.findMany({
    where: { employerId, agencyId, status: { in: ['OFFERED', 'ACCEPTED'] }, validTo: { lt: clock.today() } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Accepted ones whose last day is within these, by their id. */
export async function listMandatesThatEnd(
  { database }: Platform,
  { from, to }: { from: string; to: string },
  after: string | undefined,
  limit: number,
): Promise<MandateRow[]> {
  const rows = await database.query<Row>(
    {
      name: 'mandates-that-end',
      text: `${mandates} WHERE mandate.status = 'ACCEPTED' AND mandate.valid_to BETWEEN $1 AND $2
        AND ($3::uuid IS NULL OR mandate.id > $3::uuid) ORDER BY mandate.id LIMIT $4`,
    },
    [from, to, after ?? null, limit],
  )
  return rows.map(toMandate)
}
