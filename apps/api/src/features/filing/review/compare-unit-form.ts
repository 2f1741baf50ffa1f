import { findUnitField, listAnswers, UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { maskBankAccount, maskIdNumber, maskMobile, maskName, permitNumberOnRecord } from '@shebao/identifiers'
import { FIVE_INSURANCES } from '@shebao/kernel'
import type { RegisteredEmployer } from '../../register/employer/index.ts'
import type { RegisterFigures } from './review.repository.ts'

/** One answer of the unit form beside what the office knows. Values are masked where the domain says so. */
export interface ComparedField {
  /** `bankName`, `insuredCount.PENSION`. */
  path: string
  section: string
  declared: unknown
  registered: unknown
  /** The register knows this answer at all. */
  known: boolean
  differs: boolean
}

/** The legal representative's name is in the public register of enterprises; the handler's and signer's are not. */
const masks: Readonly<Record<string, (text: string) => string>> = {
  legalRepresentativeIdNumber: maskIdNumber,
  legalRepresentativePhone: maskMobile,
  handlerPhone: maskMobile,
  bankAccountNumber: maskBankAccount,
  handlerName: maskName,
  signer: maskName,
}

/** Fields in which spaces, hyphens and case say nothing. */
const numbers: ReadonlySet<string> = new Set([
  'legalRepresentativeIdNumber',
  'legalRepresentativePhone',
  'bankAccountNumber',
  'creditCode',
  'unitCode',
])

export function compareUnitForm(declared: UnitDraft, registered: UnitDraft): ComparedField[] {
  const [ours, theirs] = [listAnswers(registered), listAnswers(declared)]
  const paths = [...new Set([...theirs.keys(), ...ours.keys()])].filter(isCompared)
  return paths
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((path) => {
      const [mine, said] = [ours.get(path), theirs.get(path)]
      return {
        path,
        section: findUnitField(path)?.section ?? '',
        declared: maskAnswer(path, said),
        registered: maskAnswer(path, mine),
        known: mine !== undefined,
        differs: mine !== undefined && !sameAnswer(path, mine, said),
      }
    })
}

/** The ledger's own figure stands on the register's side already. */
function isCompared(path: string): boolean {
  const field = findUnitField(path)
  return field !== undefined && field.readOnly !== 'LEDGER'
}

function placeOf(path: string): number {
  const [name, part] = path.split('.')
  const insurance = FIVE_INSURANCES.findIndex((code) => code === part)
  return UNIT_FIELDS.findIndex((field) => field.name === name) * (FIVE_INSURANCES.length + 1) + insurance + 1
}

export function sameAnswer(path: string, a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    return numbers.has(path) ? permitNumberOnRecord(a) === permitNumberOnRecord(b) : plain(a) === plain(b)
  }
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Width of brackets and spaces make no other name or address. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}

export function maskAnswer(path: string, value: unknown): unknown {
  if (path === 'branches' && Array.isArray(value)) return value.map(maskBranch)
  const mask = masks[path]
  return mask && typeof value === 'string' ? mask(value) : (value ?? null)
}

function maskBranch(branch: { name?: string; head?: string; phone?: string; address?: string }) {
  const { head, phone } = branch
  return { ...branch, ...(head ? { head: maskName(head) } : {}), ...(phone ? { phone: maskMobile(phone) } : {}) }
}

/** Paths whose value is masked and may be revealed with a reason. */
export const maskedPaths = Object.keys(masks)

/** The answers the register itself can give. */
export function registeredAnswers(
  { row, legalRepIdNumber, legalRepPhone, bankAccountNumber }: RegisteredEmployer,
  year: number,
  figures: RegisterFigures,
): UnitDraft {
  const draft: Record<string, unknown> = {
    year,
    unitName: row.name,
    unitCode: row.registrationNo,
    creditCode: row.creditCode,
    unitType: row.unitType,
    industry: row.industry,
    injuryClass: row.injuryClass,
    registeredAddress: row.registeredAddress,
    legalRepresentativeName: row.legalRepName,
    legalRepresentativeIdType: row.legalRepIdType,
    legalRepresentativeIdNumber: legalRepIdNumber,
    legalRepresentativePhone: legalRepPhone,
    bankName: row.bankName,
    bankAccountName: row.bankAccountName,
    bankAccountNumber,
    ...figures,
  }
  return draft as UnitDraft
}
