import { isAdd } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft, NumberedChange } from '@shebao/declaration-rules'
import { maskIdNumber, normaliseIdentifier, normalisePersonName } from '@shebao/identifiers'
import type { Vault } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addAskedList } from '../confirmation/index.ts'
import type { AskedList, ConfirmedChange, ListedPerson, Taking } from '../confirmation/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { openChange } from './change-codec.ts'
import { DRAFT_VERSION, listChanges, listChangesAt } from './changes.repository.ts'
import { loadChanges } from './evaluate-monthly.ts'
import { hex } from './load-context.ts'
import { editRefusalOf } from './monthly-case.ts'
import { saveMonthlyChanges } from './save-changes.ts'

/** A person has a change or two; more than these nobody reads on a phone. */
const mostOfOne = 100

/** Of a join or a new base the wage and the insurances are declared; a stop or a corrected address is signed by nobody. */
const isSigned = ({ draft: { changeType } }: NumberedChange) =>
  changeType !== undefined && (isAdd(changeType) || changeType === 'BASE_CHANGE')

const shownOf = ({ changeType, insurances = [], effectivePeriod, hireDate, monthlyWage }: MonthlyChangeDraft) =>
  ({
    joins: changeType !== undefined && isAdd(changeType),
    insurances: insurances.toSorted(),
    effectivePeriod,
    hireDate,
    monthlyWage,
  }) satisfies ConfirmedChange

/** Everything the person is shown, whatever the order of their rows. */
function markOf(vault: Vault, changes: readonly NumberedChange[]): Uint8Array {
  const told = changes.map(({ draft }) => {
    const { joins, insurances, effectivePeriod, hireDate, monthlyWage } = shownOf(draft)
    const who = [normalisePersonName(draft.name ?? ''), draft.idType ?? null, normaliseIdentifier(draft.idNumber ?? '')]
    return JSON.stringify([...who, joins, insurances, effectivePeriod ?? null, hireDate ?? null, monthlyWage ?? null])
  })
  return vault.lookupHash('confirmed-content', JSON.stringify(['MONTH', ...told.toSorted()]))
}

function listed({ vault }: Platform, changes: readonly NumberedChange[]): ListedPerson {
  const [first] = changes
  if (!first) throw new Error('somebody without a change')
  const { name = '', idNumber = '' } = first.draft
  return {
    row: first.row,
    name,
    idNumber,
    mobile: changes.find(({ draft: { mobile } }) => mobile !== undefined)?.draft.mobile,
    idHash: personIdHash(vault, idNumber),
    mark: () => markOf(vault, changes),
  }
}

async function changesOf(platform: Platform, { id }: DeclarationRow, idHash: Uint8Array): Promise<NumberedChange[]> {
  const of = { declarationId: id, version: DRAFT_VERSION }
  const rows = await listChanges(platform, of, { afterRow: 0, limit: mostOfOne, idHash })
  return rows.map((row) => openChange(platform.vault, row)).filter(isSigned)
}

/** The joins and new bases of a month: each person confirms name, number, wage and insurances (M20 art. 5). */
const monthList: AskedList = {
  disputable: ['NAME', 'ID_NUMBER', 'MONTHLY_WAGE', 'BASES'],
  editRefusal: editRefusalOf,
  stateOf: (_platform, { personnelRevision }) => Promise.resolve(String(personnelRevision)),
  async people(platform, declaration, rowNos) {
    const wanted = rowNos && (await keysAt(platform, declaration, rowNos))
    const people = new Map<string, NumberedChange[]>()
    for (const { row, draft, idKey } of await loadChanges(platform, declaration, DRAFT_VERSION)) {
      // Who has no number is nobody else's namesake.
      const key = idKey ?? `row ${row}`
      if (!isSigned({ row, draft }) || (wanted && !wanted.has(key))) continue
      people.set(key, [...(people.get(key) ?? []), { row, draft }])
    }
    return [...people.values()].map((changes) => listed(platform, changes))
  },
  async person(platform, declaration, idHash) {
    const changes = await changesOf(platform, declaration, idHash)
    const [first] = changes
    if (!first) return undefined
    const content = {
      name: first.draft.name ?? '',
      idType: first.draft.idType,
      idMasked: maskIdNumber(first.draft.idNumber ?? ''),
      wagesLastYear: undefined,
      monthsWorkedLastYear: undefined,
      firstMonthWage: undefined,
      insurances: [],
      changes: changes.map(({ draft }) => shownOf(draft)),
    }
    return { ...listed(platform, changes), content }
  },
  show(platform, row) {
    const { name, idNumber, monthlyWage } = openChange(platform.vault, row).draft
    return { name: name ?? '', ours: { NAME: name, ID_NUMBER: idNumber, MONTHLY_WAGE: monthlyWage } }
  },
  async take(platform, viewer, declaration, taking) {
    const before = await changesOf(platform, declaration, taking.idHash)
    const changes = before.map(({ row, draft }) => ({ row, draft: withTaken(draft, taking) }))
    if (taking.take.length > 0) {
      const { id: declarationId, personnelRevision: expectedRevision } = declaration
      const input = { declarationId, expectedRevision, changes, origin: taking.origin }
      const saved = await saveMonthlyChanges(platform, viewer, input)
      if (saved.kind !== 'saved') throw new Error(`a held change was not saved: ${saved.kind}`)
    }
    return listed(platform, changes)
  },
}

/** By which the people of these rows are known. */
async function keysAt(platform: Platform, { id }: DeclarationRow, rowNos: readonly number[]): Promise<Set<string>> {
  const of = { declarationId: id, version: DRAFT_VERSION }
  const rows = await listChangesAt(platform, of, rowNos)
  return new Set(
    rows.map((row) => {
      const idHash = personIdHash(platform.vault, openChange(platform.vault, row).draft.idNumber)
      return idHash ? hex(idHash) : `row ${row.rowNo}`
    }),
  )
}

/** In every row of the person: they said it of themselves. */
function withTaken(draft: MonthlyChangeDraft, { disagreements, take }: Taking): MonthlyChangeDraft {
  const settled = { ...draft, ...(draft.raw ? { raw: { ...draft.raw } } : {}) }
  for (const { field, text, amount } of disagreements) {
    if (!take.includes(field)) continue
    if (field === 'NAME' && text !== undefined) settled.name = text
    if (field === 'ID_NUMBER' && text !== undefined) settled.idNumber = text
    if (field === 'MONTHLY_WAGE' && amount !== undefined) {
      settled.monthlyWage = amount
      delete settled.raw?.monthlyWage
    }
  }
  return settled
}

addAskedList('MONTHLY', monthList)
