import type { PersonnelContext } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import type { Clerk } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { annualInspection, editRefusalOf } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import {
  DRAFT_VERSION,
  findPersonnelRow,
  loadDraftRows,
  loadPersonnelContext,
  loadRowsAt,
  openRow,
  personIdHash,
  savePersonnelRecord,
} from '../personnel/index.ts'
import type { NumberedRow } from '../personnel/index.ts'
import { addAskedList } from './asked-list.ts'
import type { AskedList, ListedPerson, Taking } from './asked-list.ts'
import { findRowOf } from './confirmation-list.repository.ts'
import type { DisputedField } from './confirmation-codes.ts'
import { contentOf, hexOf, limitsText, markOf } from './confirmed-content.ts'
import type { Disagreement } from './said.ts'

const limitsOf = async (platform: Platform, declaration: DeclarationRow) =>
  limitsText(await loadPersonnelContext(platform, declaration))

function listed({ vault }: Platform, { row, draft }: NumberedRow, limits: string): ListedPerson {
  const { name = '', idNumber = '', mobile } = draft
  const mark = () => markOf(vault, draft, limits)
  return { row, name, idNumber, mobile, idHash: personIdHash(vault, idNumber), mark }
}

async function openAt(platform: Platform, declarationId: string, rowNo: number): Promise<NumberedRow | undefined> {
  const stored = await findPersonnelRow(platform, declarationId, DRAFT_VERSION, rowNo)
  return stored ? openRow(platform.vault, stored) : undefined
}

/** The personnel list of an annual inspection. */
const annualList: AskedList = {
  disputable: ['NAME', 'ID_NUMBER', 'WAGES', 'MONTHS', 'FIRST_WAGE', 'BASES'],
  editRefusal: ({ status }) => editRefusalOf(status),
  async stateOf(platform, declaration) {
    const digest = platform.vault.lookupHash('confirmation-limits', await limitsOf(platform, declaration))
    return `${declaration.personnelRevision}:${hexOf(digest).slice(0, 16)}`
  },
  async people(platform, declaration, rowNos) {
    const rows = rowNos
      ? await loadRowsAt(platform, declaration.id, DRAFT_VERSION, rowNos)
      : await loadDraftRows(platform, declaration.id)
    const limits = await limitsOf(platform, declaration)
    return rows.map((row) => listed(platform, row, limits))
  },
  async person(platform, declaration, idHash) {
    const rowNo = await findRowOf(platform, declaration.id, idHash)
    const row = rowNo === undefined ? undefined : await openAt(platform, declaration.id, rowNo)
    if (!row) return undefined
    const context: PersonnelContext = await loadPersonnelContext(platform, declaration)
    return { ...listed(platform, row, limitsText(context)), content: contentOf(row.draft, context) }
  },
  show(platform, row) {
    const { name, idNumber, wagesLastYear, firstMonthWage, monthsWorkedLastYear } = openRow(platform.vault, row).draft
    const amounts = { WAGES: wagesLastYear, FIRST_WAGE: firstMonthWage, MONTHS: monthsWorkedLastYear }
    return { name: name ?? '', ours: { NAME: name, ID_NUMBER: idNumber, ...amounts } }
  },
  async take(platform, viewer, declaration, taking) {
    const row = await openAt(platform, declaration.id, taking.rowNo)
    if (!row) throw new Error('a held row is gone')
    const draft = withTaken(row.draft, taking.disagreements, taking.take)
    if (taking.take.length > 0) await saveRow(platform, viewer, declaration, taking, draft)
    return listed(platform, { ...row, draft }, await limitsOf(platform, declaration))
  },
}

function withTaken(
  draft: PersonnelDraft,
  disagreements: readonly Disagreement[],
  take: readonly DisputedField[],
): PersonnelDraft {
  const settled = { ...draft, ...(draft.raw ? { raw: { ...draft.raw } } : {}) }
  for (const { field, text, amount, months } of disagreements) {
    if (!take.includes(field)) continue
    if (field === 'NAME' && text !== undefined) settled.name = text
    if (field === 'ID_NUMBER' && text !== undefined) settled.idNumber = text
    if (field === 'WAGES' && amount !== undefined) settled.wagesLastYear = amount
    if (field === 'FIRST_WAGE' && amount !== undefined) settled.firstMonthWage = amount
    if (field === 'MONTHS' && months !== undefined) settled.monthsWorkedLastYear = months
    const name = fieldNames[field]
    if (name) delete settled.raw?.[name]
  }
  // An average that a file stated belongs to the wages and months it stood beside.
  if (take.includes('WAGES') || take.includes('MONTHS')) delete settled.statedMonthlyAverage
  return settled
}

const fieldNames = {
  NAME: 'name',
  ID_NUMBER: 'idNumber',
  WAGES: 'wagesLastYear',
  FIRST_WAGE: 'firstMonthWage',
  MONTHS: 'monthsWorkedLastYear',
  BASES: undefined,
  MONTHLY_WAGE: undefined,
} as const satisfies Record<DisputedField, keyof PersonnelDraft | undefined>

/** As the declaration window would: whatever the rules then say of it stands at the row. */
async function saveRow(
  platform: Platform,
  viewer: Clerk,
  { id: declarationId, personnelRevision: expectedRevision }: DeclarationRow,
  { rowNo, origin }: Taking,
  draft: PersonnelDraft,
): Promise<void> {
  const input = { declarationId, expectedRevision, rowNo, draft, confirm: false, origin }
  const saved = await savePersonnelRecord(platform, viewer, input)
  if (saved.kind !== 'RECORD_SAVED') throw new Error(`a held row was not saved: ${saved.kind}`)
}

addAskedList(annualInspection, annualList)
