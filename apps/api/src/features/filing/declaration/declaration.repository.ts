import { declarationKinds } from './declaration-codes.ts'
import type { CompleteDeclaration } from '@shebao/declaration-rules'
import type { Declaration, DeclarationVersion, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'
import type { StoredUnitForm } from './unit-form-store.ts'
import { sealUnitForm } from './unit-form-store.ts'

export type DeclarationRow = Declaration
export type DeclarationVersionRow = DeclarationVersion

export const [annualInspection] = declarationKinds

/** The employer's inspection of that id: a declaration of another kind is none. */
export async function findDeclaration({ database }: Platform, id: string): Promise<DeclarationRow | null> {
  return database.prisma.declaration.findUnique({ where: { id, kind: annualInspection } })
}

/** Whatever its kind. */
export async function findAnyDeclaration({ database }: Platform, id: string): Promise<DeclarationRow | null> {
  return database.prisma.declaration.findUnique({ where: { id } })
}

/** Reads the row and keeps it for this transaction: whoever else wants to change it waits. */
export async function lockDeclaration(platform: Platform, id: string): Promise<DeclarationRow | null> {
  await platform.database.query(
    { name: 'declaration-lock', text: 'SELECT 1 FROM declaration WHERE id = $1 FOR UPDATE' },
    [id],
  )
  return findDeclaration(platform, id)
}

/** The same, whatever its kind. */
export async function lockAnyDeclaration(platform: Platform, id: string): Promise<DeclarationRow | null> {
  await lockDeclaration(platform, id)
  return findAnyDeclaration(platform, id)
}

export async function findInspection(
  { database }: Platform,
  employerId: string,
  year: number,
): Promise<DeclarationRow | null> {
  return database.prisma.declaration.findFirst({ where: { employerId, kind: annualInspection, year } })
}

export async function listInspections({ database }: Platform, employerId: string): Promise<DeclarationRow[]> {
  // One live declaration a year (domain 4.1), so this list is as long as the unit is old.
  return database.prisma.declaration.findMany({
    where: { employerId, kind: annualInspection },
    orderBy: { year: 'desc' },
    take: 50,
  })
}

/** One live declaration per unit and year: when it is there already, that one is given. */
export async function insertDeclaration(
  platform: Platform,
  declaration: { employerId: string; year: number; opensOn: string; dueOn: string } & StoredUnitForm,
): Promise<{ row: DeclarationRow; created: boolean }> {
  const { unitForm, unitPersonal, ...rest } = declaration
  const { count } = await platform.database.prisma.declaration.createMany({
    data: { ...rest, kind: annualInspection, unitForm: unitForm, unitPersonal },
    skipDuplicates: true,
  })
  const row = await findInspection(platform, declaration.employerId, declaration.year)
  if (!row) throw new Error('A declaration that was just opened is gone.')
  return { row, created: count === 1 }
}

export async function updateUnitForm(
  platform: Platform,
  id: string,
  form: StoredUnitForm,
  accountId: string,
): Promise<DeclarationRow> {
  return platform.database.prisma.declaration.update({
    where: { id },
    data: {
      unitForm: form.unitForm,
      unitPersonal: form.unitPersonal,
      unitRevision: { increment: 1 },
      unitSavedBy: accountId,
      unitSavedAt: platform.clock.now(),
    },
  })
}

/** Every row of the draft was judged by these rules. */
export async function noteJudged({ database }: Platform, id: string, judgedBy: string): Promise<void> {
  await database.prisma.declaration.update({ where: { id }, data: { judgedBy } })
}

/** Counts the list's revision up, so that who holds an older one is told. */
export async function bumpPersonnelRevision(platform: Platform, id: string, accountId: string): Promise<number> {
  const { personnelRevision } = await platform.database.prisma.declaration.update({
    where: { id },
    data: {
      personnelRevision: { increment: 1 },
      personnelSavedBy: accountId,
      personnelSavedAt: platform.clock.now(),
    },
    select: { personnelRevision: true },
  })
  return personnelRevision
}

export async function updateStatus(
  { database }: Platform,
  id: string,
  change: Pick<Prisma.DeclarationUpdateInput, 'status' | 'version' | 'submittedAt'> & Partial<StoredUnitForm>,
): Promise<DeclarationRow> {
  const { unitForm, unitPersonal, ...rest } = change
  return database.prisma.declaration.update({
    where: { id },
    data: {
      ...rest,
      ...(unitForm ? { unitForm: unitForm } : {}),
      ...(unitPersonal ? { unitPersonal } : {}),
    },
  })
}

/** Paper that came in, with what staff found on it. */
export async function writePaper(
  { database }: Platform,
  id: string,
  paper: { status: string; receivedOn: string; pages: number; sealOk: boolean; hash: string },
): Promise<DeclarationRow> {
  return database.prisma.declaration.update({
    where: { id },
    data: {
      status: paper.status,
      paperReceivedOn: paper.receivedOn,
      paperPages: paper.pages,
      paperSealed: paper.sealOk,
      paperHash: paper.hash,
    },
  })
}

type FrozenColumn = 'people' | 'verdict' | 'warnings'

/** Freezes what is complete, and nothing else can be handed in. */
export async function insertVersion(
  { database, vault }: Platform,
  complete: CompleteDeclaration,
  receipt: Omit<Prisma.DeclarationVersionUncheckedCreateInput, 'unitForm' | 'unitPersonal' | FrozenColumn>,
): Promise<DeclarationVersionRow> {
  const form = sealUnitForm(vault, { draft: complete.unit.draft, changedIn: {} })
  return database.prisma.declarationVersion.create({
    data: {
      ...receipt,
      ...form,
      people: complete.people.length,
      verdict: complete.verdict,
      warnings: complete.warnings.map((issue) => ({ ...issue, params: { ...issue.params } })),
    },
  })
}

export async function findVersion(
  { database }: Platform,
  declarationId: string,
  version: number,
): Promise<DeclarationVersionRow | null> {
  return database.prisma.declarationVersion.findUnique({ where: { declarationId_version: { declarationId, version } } })
}

/** When the first version of it came in; nothing while none has. */
export async function findFirstSubmission({ database }: Platform, declarationId: string): Promise<Date | undefined> {
  const first = await database.prisma.declarationVersion.findFirst({
    where: { declarationId },
    orderBy: { version: 'asc' },
    select: { submittedAt: true },
  })
  return first?.submittedAt
}

export async function listVersions(
  { database }: Platform,
  declarationId: string,
  page: { before?: number | undefined; limit: number },
): Promise<DeclarationVersionRow[]> {
  return database.prisma.declarationVersion.findMany({
    where: { declarationId, ...(page.before === undefined ? {} : { version: { lt: page.before } }) },
    orderBy: { version: 'desc' },
    take: page.limit,
  })
}
