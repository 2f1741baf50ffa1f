import type { DeclarationVersion, ReviewNote } from '@shebao/prisma/client'
import type { FiveInsurance } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { sumPaidOfYear } from '../../money/month/index.ts'
import { listDeclarationEvents } from '../declaration/index.ts'
import type { DeclarationEventRow } from '../declaration/index.ts'

export type VersionRow = DeclarationVersion

/** At most 50 versions are shown: nobody submits more often within one year's window. */
export async function listVersionRows({ database }: Platform, declarationId: string): Promise<VersionRow[]> {
  return database.prisma.declarationVersion.findMany({
    where: { declarationId },
    orderBy: { version: 'desc' },
    take: 50,
  })
}

export interface NoteRow extends ReviewNote {
  authorName: string
  /** Row that the person it is about has in the last submitted version; nothing where there is none. */
  rowNow: number | null
}

export async function listNoteRows({ database }: Platform, declarationId: string): Promise<NoteRow[]> {
  const notes = await database.prisma.reviewNote.findMany({
    where: { declarationId },
    orderBy: [{ version: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const names = await findAccountNames(
    { database },
    notes.map(({ authorId }) => authorId),
  )
  const rows = await findRowsNow({ database }, declarationId, notes)
  return notes.map((note) => ({
    ...note,
    authorName: names.get(note.authorId) ?? '',
    rowNow: rows.get(`${note.version} ${rowOf(note) ?? ''}`) ?? null,
  }))
}

const rowOf = ({ path }: Pick<ReviewNote, 'path'>) => /^personnel\[(\d+)\]/u.exec(path)?.[1]

/** The same people by their number: another upload gives another row to whoever stands in it. */
async function findRowsNow(
  { database }: Pick<Platform, 'database'>,
  declarationId: string,
  notes: readonly ReviewNote[],
): Promise<ReadonlyMap<string, number>> {
  const noted = notes.filter((note) => rowOf(note) !== undefined)
  if (noted.length === 0) return new Map()
  const rows = await database.query<{ version: number; before: number; now: number }>(
    {
      name: 'staff-noted-rows',
      text: `SELECT old.version, old.row_no AS before, now.row_no AS now
      FROM unnest($2::int[], $3::int[]) AS noted(version, row_no)
      JOIN personnel_record old ON old.declaration_id = $1 AND old.version = noted.version AND old.row_no = noted.row_no
      JOIN personnel_record now ON now.declaration_id = $1 AND now.id_hash = old.id_hash
        AND now.version = (SELECT max(version) FROM declaration_version WHERE declaration_id = $1)`,
    },
    [declarationId, noted.map(({ version }) => version), noted.map((note) => Number(rowOf(note)))],
  )
  return new Map(rows.map(({ version, before, now }) => [`${version} ${before}`, now]))
}

export type EventRow = DeclarationEventRow & { actorName: string | null }

export async function listEventRows(
  platform: Platform,
  declarationId: string,
  lifecycle?: string,
): Promise<EventRow[]> {
  const events = await listDeclarationEvents(platform, declarationId, lifecycle)
  const names = await findAccountNames(
    platform,
    events.flatMap(({ actorId }) => actorId ?? []),
  )
  return events.map((event) => ({ ...event, actorName: event.actorId ? (names.get(event.actorId) ?? null) : null }))
}

async function findAccountNames(
  { database }: Pick<Platform, 'database'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = await asOffice('NAMES', () =>
    database.prisma.account.findMany({
      where: { id: { in: [...new Set(ids)] }, kind: { in: ['STAFF', 'EMPLOYER'] } },
      select: { id: true, displayName: true },
    }),
  )
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]))
}

/** What the register can say to the figures of a unit form, by the names of the form. */
export interface RegisterFigures {
  staffTotal: number
  staffRegular: number
  staffContract: number
  staffTemporary: number
  staffSeasonal: number
  staffLocal: number
  staffNonlocal: number
  staffUrban: number
  staffRural: number
  insuredCount: Record<FiveInsurance, number>
  paidLastYear: Record<FiveInsurance, number>
}

const codes = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
/** People enrolled now, and what was paid for the months of last year without back payments (domain 4.2). */
export async function sumRegister(platform: Platform, employerId: string, year: number): Promise<RegisterFigures> {
  const count = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`
  const [staff] = await platform.database.query<Record<string, number>>(
    {
      name: 'staff-register-people',
      text: `SELECT count(*)::int AS "staffTotal", ${count("employment_form = 'REGULAR'")} AS "staffRegular",
        ${count("employment_form = 'CONTRACT'")} AS "staffContract", ${count("employment_form = 'TEMPORARY'")} AS "staffTemporary",
        ${count("employment_form = 'SEASONAL'")} AS "staffSeasonal", ${count("household_type LIKE 'LOCAL%'")} AS "staffLocal",
        ${count("household_type NOT LIKE 'LOCAL%'")} AS "staffNonlocal", ${count("household_type NOT LIKE '%RURAL'")} AS "staffUrban",
        ${count("household_type LIKE '%RURAL'")} AS "staffRural", ${codes.map((code) => `${count(code.toLowerCase())} AS "${code}"`).join(', ')}
      FROM enrolment WHERE employer_id = $1 AND to_period IS NULL AND superseded_at IS NULL`,
    },
    [employerId],
  )
  const people = (name: string) => staff?.[name] ?? 0
  const byInsurance = (of: (code: FiveInsurance) => number) =>
    Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<FiveInsurance, number>
  return {
    staffTotal: people('staffTotal'),
    staffRegular: people('staffRegular'),
    staffContract: people('staffContract'),
    staffTemporary: people('staffTemporary'),
    staffSeasonal: people('staffSeasonal'),
    staffLocal: people('staffLocal'),
    staffNonlocal: people('staffNonlocal'),
    staffUrban: people('staffUrban'),
    staffRural: people('staffRural'),
    insuredCount: byInsurance((code) => people(code)),
    paidLastYear: await sumPaidOfYear(platform, employerId, year - 1),
  }
}

export interface ListChange {
  added: number
  removed: number
  changed: number
}

/** People of two submitted versions, by the keyed hash of their number; a sealed name counts as changed when its mask did. */
export async function countListChanges(
  { database }: Platform,
  declarationId: string,
  from: number,
  to: number,
): Promise<ListChange> {
  const [change] = await database.query<ListChange>(
    {
      name: 'staff-version-change',
      text: `SELECT (count(*) FILTER (WHERE a.row_no IS NULL))::int AS added, (count(*) FILTER (WHERE b.row_no IS NULL))::int AS removed,
        (count(*) FILTER (WHERE a.row_no IS NOT NULL AND b.row_no IS NOT NULL
          AND (a.content <> b.content OR a.name_masked <> b.name_masked)))::int AS changed
      FROM (SELECT * FROM personnel_record WHERE declaration_id = $1 AND version = $2) a
      FULL JOIN (SELECT * FROM personnel_record WHERE declaration_id = $1 AND version = $3) b ON a.id_hash = b.id_hash`,
    },
    [declarationId, from, to],
  )
  return change ?? { added: 0, removed: 0, changed: 0 }
}

export async function findEmployerIdByNumber({ database }: Platform, number: string): Promise<string | undefined> {
  const employer = await database.prisma.employer.findFirst({
    where: { OR: [{ registrationNo: number }, { creditCode: number }] },
    select: { id: true },
  })
  return employer?.id
}

/** What a person is called is sealed; the register may not know them yet. */
export interface SealedPerson {
  personal: Uint8Array
  idMasked: string
  individualId: string | undefined
}

export async function findSealedPerson(
  { database }: Platform,
  declarationId: string,
  version: number,
  rowNo: number,
): Promise<SealedPerson | null> {
  const row = await database.prisma.personnelRecord.findUnique({
    where: { declarationId_version_rowNo: { declarationId, version, rowNo } },
    select: { idHash: true, personal: true, idMasked: true },
  })
  if (!row) return null
  const { idHash, personal, idMasked } = row
  const known = idHash && (await database.prisma.individual.findUnique({ where: { idHash }, select: { id: true } }))
  return { personal, idMasked, individualId: known ? known.id : undefined }
}

export async function findSealedEnrolled(
  { database }: Platform,
  employerId: string,
  enrolmentId: string,
): Promise<SealedPerson | null> {
  const enrolment = await database.prisma.enrolment.findFirst({
    where: { id: enrolmentId, employerId },
    select: { individual: { select: { id: true, personal: true, idMasked: true } } },
  })
  if (!enrolment) return null
  const { id, ...sealed } = enrolment.individual
  return { ...sealed, individualId: id }
}
