import { PersonnelChecker } from '@shebao/declaration-rules'
import type { PersonnelContext } from '@shebao/declaration-rules'
import { maskIdNumber, normaliseIdentifier, normalisePersonName } from '@shebao/identifiers'
import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance } from '@shebao/kernel'
import { insurances } from '@shebao/roster'
import type { IdType, Insurance, PersonnelDraft } from '@shebao/roster'
import type { Vault } from '../../../platform/crypto.ts'

/** What one person is shown of their own row, and confirms. */
export interface ConfirmedContent {
  name: string
  idType: IdType | undefined
  idMasked: string
  wagesLastYear: Fen | undefined
  monthsWorkedLastYear: number | undefined
  firstMonthWage: Fen | undefined
  insurances: { insurance: Insurance; participates: boolean | undefined; base: Fen | undefined }[]
  /** Of a monthly declaration: the person's joins and changes of base. */
  changes: ConfirmedChange[]
}

export interface ConfirmedChange {
  joins: boolean
  insurances: readonly FiveInsurance[]
  effectivePeriod: string | undefined
  hireDate: string | undefined
  monthlyWage: Fen | undefined
}

export function contentOf(draft: PersonnelDraft, context: PersonnelContext): ConfirmedContent {
  const { bases } = new PersonnelChecker(context, [{ draft }]).totals
  return {
    name: draft.name ?? '',
    idType: draft.idType,
    idMasked: maskIdNumber(draft.idNumber ?? ''),
    wagesLastYear: draft.wagesLastYear,
    monthsWorkedLastYear: draft.monthsWorkedLastYear,
    firstMonthWage: draft.firstMonthWage,
    changes: [],
    insurances: insurances.map((insurance) => {
      const participates = draft.participation?.[insurance]
      const { unknown, value } = bases[insurance]
      return { insurance, participates, base: participates === true && unknown === 0 ? fen(value) : undefined }
    }),
  }
}

/** What the bases follow from besides the row; new limits make other bases, and so another content. */
export const limitsText = ({ limits, averageRounding }: PersonnelContext): string =>
  JSON.stringify([insurances.map((insurance) => limits?.[insurance] ?? null), averageRounding ?? null])

/**
 * A keyed hash of everything the person is shown: a confirmation holds for exactly this (domain specification, section 4.3). What they
 * are not shown, such as their mobile number, may change without asking again.
 */
export function markOf(vault: Pick<Vault, 'lookupHash'>, draft: PersonnelDraft, limits: string): Uint8Array {
  const { name, idType, idNumber, wagesLastYear, monthsWorkedLastYear, firstMonthWage, participation } = draft
  return vault.lookupHash(
    'confirmed-content',
    JSON.stringify([
      normalisePersonName(name ?? ''),
      idType ?? null,
      normaliseIdentifier(idNumber ?? ''),
      wagesLastYear ?? null,
      monthsWorkedLastYear ?? null,
      firstMonthWage ?? null,
      insurances.map((insurance) => participation?.[insurance] ?? null),
      limits,
    ]),
  )
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
