import { oneOf } from '@shebao/kernel'
import type { StepRefusal } from '@shebao/case'
import { importKinds, moneyKinds } from '@shebao/intake'
import type { RowCells } from '@shebao/intake'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Trace } from '../../../case/lifecycle.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { RegisterSource } from '../../register/employer/index.ts'
import { importCase } from './import-case.ts'
import type { ImportState } from './import-case.ts'
import type { ImportRefusal, Standing } from './import-codes.ts'
import type { Examined } from './import-work.ts'
import {
  findImport,
  listCells,
  listSubjects,
  recordSubjects,
  updateImport,
  updateProblems,
} from './import.repository.ts'
import type { ImportRow } from './import.repository.ts'
import { importWorks } from './import-works.ts'
import { requireOffice } from './office-of-import.ts'
import { countsOf } from './upload-import.ts'

export type ImportOutcome =
  | { kind: 'DONE'; id: string }
  | { kind: 'REFUSED'; id: string; reason: ImportRefusal; standing: readonly Standing[] }

/** Looks at every row again, as the register is now. */
export async function checkImportAgain(
  platform: Platform,
  asker: Viewer | undefined,
  decision: Decision,
  origin: string,
): Promise<ImportOutcome> {
  const actor = requireMay(asker, 'register-import:upload')
  const outcome = await takeStep(platform, importCase, {
    ...decisionOf(decision),
    event: 'CHECK_AGAIN',
    actor,
    origin,
    facts: noFacts,
    write: async (row) => keepLook(platform, row, await examine(platform, row)),
    trace: (row) => traceOf('IMPORT_CHECKED', row),
  })
  return answer(outcome)
}

/**
 * Takes everything in, all or nothing. The rows are looked at once more under the lock: what came into the register since the
 * dry run is met here and not in the database. Money and history only by somebody else than who brought the file.
 */
export async function applyImport(
  platform: Platform,
  asker: Viewer | undefined,
  decision: Decision,
  origin: string,
): Promise<ImportOutcome> {
  const known = await findImport(platform, requireUuid(decision.id, 'import'))
  if (!known) throw notFound('import')
  const money = moneyKinds.some((kind) => kind === known.kind)
  const actor: StaffMember = money
    ? requireMay(asker, 'register-import:release')
    : requireMay(asker, 'register-import:apply')
  let look: Examined | undefined
  const outcome = await takeStep(platform, importCase, {
    ...decisionOf(decision),
    event: money ? 'RELEASE' : 'APPLY',
    actor,
    origin,
    async facts(row) {
      look = await examine(platform, row)
      const errorRows = [...look.problems.values()].filter((all) => all.some(({ level }) => level === 'ERROR')).length
      return { errorRows, rows: row.rowCount }
    },
    async write(row, status) {
      const examined = look ?? (await examine(platform, row))
      const at = platform.clock.now()
      await recordSubjects(platform, row.id, await examined.apply(sourceOf(row, actor, at)))
      return updateImport(platform, row.id, { status, appliedBy: actor.accountId, appliedAt: at })
    },
    trace: (row) => traceOf('IMPORT_APPLIED', row),
  })
  // What the look found stays for the report, although nothing was taken in.
  if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'GUARD' && look)
    await keepLook(platform, outcome.row, look)
  return answer(outcome)
}

/** A file that is not wanted: it may be brought again. */
export async function discardImport(
  platform: Platform,
  asker: Viewer | undefined,
  decision: Decision,
  origin: string,
): Promise<ImportOutcome> {
  const actor = requireMay(asker, 'register-import:upload')
  return answer(
    await takeStep(platform, importCase, {
      ...decisionOf(decision),
      event: 'DISCARD',
      actor,
      origin,
      facts: noFacts,
      write: (row, status) => updateImport(platform, row.id, { status }),
      trace: (row) => traceOf('IMPORT_DISCARDED', row),
    }),
  )
}

/** Everything the file brought goes again, as long as nothing stands on any of it. */
export async function takeBackImport(
  platform: Platform,
  asker: Viewer | undefined,
  input: Decision & { reason: string },
  origin: string,
): Promise<ImportOutcome> {
  const actor = requireMay(asker, 'register-import:take-back')
  const reason = requireText('reason', input.reason)
  let standing: readonly Standing[] = []
  const outcome = await takeStep(platform, importCase, {
    ...decisionOf(input),
    event: 'TAKE_BACK',
    actor,
    origin,
    note: reason,
    async facts(row) {
      standing = await workOf(row).standing(platform, await broughtBy(platform, row))
      return { standing }
    },
    async write(row, status) {
      const at = platform.clock.now()
      await workOf(row).takeBack(platform, await broughtBy(platform, row))
      return updateImport(platform, row.id, { status, takenBackBy: actor.accountId, takenBackAt: at })
    },
    trace: (row) => ({ ...traceOf('IMPORT_TAKEN_BACK', row), reason }),
  })
  return answer(outcome, standing)
}

const decisionOf = ({ id, decidedOn }: Decision) => ({ id: requireUuid(id, 'import'), decidedOn })

const workOf = ({ kind }: ImportRow) => importWorks[oneOf(importKinds, kind, 'kind of import')]

async function cellsOf(platform: Platform, { id, date1904 }: ImportRow) {
  const sealed = await listCells(platform, id)
  return {
    date1904,
    rows: sealed.map(({ rowNo, cells }) => ({ row: rowNo, cells: platform.vault.open<RowCells>(cells) })),
  }
}

async function examine(platform: Platform, row: ImportRow): Promise<Examined> {
  return workOf(row).examine(platform, await requireOffice(platform), await cellsOf(platform, row))
}

const broughtBy = async (platform: Platform, row: ImportRow) => ({
  importId: row.id,
  subjects: await listSubjects(platform, row.id),
  office: await requireOffice(platform),
  table: await cellsOf(platform, row),
})

async function keepLook(platform: Platform, row: ImportRow, look: Examined): Promise<ImportRow> {
  const rows = await listCells(platform, row.id)
  await updateProblems(
    platform,
    row.id,
    rows.map(({ rowNo }) => ({ rowNo, problems: look.problems.get(rowNo) ?? [] })),
  )
  const { errorRows, warningRows, amount } = countsOf({ rows: [] }, look)
  return updateImport(platform, row.id, { errorRows, warningRows, amount, checkedAt: platform.clock.now() })
}

const sourceOf = ({ id }: ImportRow, { accountId }: StaffMember, at: Date): RegisterSource => ({
  kind: 'IMPORT',
  id,
  version: null,
  by: accountId,
  at,
})

function traceOf(
  action: 'IMPORT_CHECKED' | 'IMPORT_APPLIED' | 'IMPORT_DISCARDED' | 'IMPORT_TAKEN_BACK',
  { id, kind, fileName, rowCount, amount }: ImportRow,
): Trace {
  const change = { kind, fileName, rows: rowCount, ...(amount === null ? {} : { amount: Number(amount) }) }
  return { action, recordType: 'RegisterImport', recordId: id, change }
}

type Outcome =
  | { kind: 'TAKEN' | 'ALREADY'; row: ImportRow }
  | { kind: 'REFUSED'; row: ImportRow; refusal: StepRefusal<ImportState, ImportRefusal> }

function answer(outcome: Outcome, standing: readonly Standing[] = []): ImportOutcome {
  const { id } = outcome.row
  return outcome.kind === 'REFUSED'
    ? { kind: 'REFUSED', id, reason: reasonOf(outcome.refusal), standing }
    : { kind: 'DONE', id }
}
