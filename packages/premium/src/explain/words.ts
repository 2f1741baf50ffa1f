import type { ParameterFileProblemCode } from '../parameters/parameter-file.ts'
import type { AVERAGE_ROUNDINGS, ParameterName } from '../parameters/parameter-range.ts'
import type { ParameterField } from '../parameters/parameter-row.ts'
import type { WageProblem } from '../base.ts'
import type { Law, QuantityKind } from './explanation.ts'
import type { LabelCode, RuleCode } from './explanation-codes.ts'
import type { TransferKind } from './explain-balance.ts'
import type { ReconciliationOutcome, ReconciliationParty } from './explain-reconciliation.ts'
import type { Fine } from '../claims/fine.ts'
import type { Insurance, Side, RoundingMode } from '@shebao/kernel'
import type { PolicyProblem } from '../policy.ts'
import type { AnyRefundReason } from '../claims/refund.ts'

/** One language's wording of everything this package can say; `{name}` stands for a parameter. */
export type Words = {
  readonly insurances: Readonly<Record<Insurance, string>>
  readonly sides: Readonly<Record<Side, string>>
  readonly labels: Readonly<Record<LabelCode, string>>
  readonly rules: Readonly<Record<RuleCode, string>>
  readonly transferKinds: Readonly<Record<TransferKind, string>>
  readonly refundReasons: Readonly<Record<AnyRefundReason | 'BOOKED', string>>
  readonly fineKinds: Readonly<Record<Fine['kind'], string>>
  readonly outcomes: Readonly<Record<ReconciliationOutcome, string>>
  readonly parties: Readonly<Record<ReconciliationParty, string>>
  readonly wageProblems: Readonly<Record<WageProblem, string>>
  readonly roundings: Readonly<Record<RoundingMode | `AVERAGE_${(typeof AVERAGE_ROUNDINGS)[number]}`, string>>
  readonly laws: Readonly<Record<Law, string>>
  readonly parameters: Readonly<Record<ParameterName, string>>
  readonly problems: Readonly<Record<PolicyProblem['code'], string>>
  readonly fields: Readonly<Record<ParameterField, string>>
  readonly fileProblems: Readonly<Record<ParameterFileProblemCode, string>>
  /** Where a problem of a parameter file is: in a row's field, in a row, or in a part of the file. */
  readonly places: Readonly<Record<'FIELD' | 'ROW' | 'PART' | 'FILE', string>>
  readonly units: Readonly<Record<Exclude<QuantityKind, 'PPM' | 'PERCENT'>, string>>
  /** The same for one of them, where a language tells one from many. */
  readonly oneUnit: Partial<Words['units']>
  readonly article: string
  readonly basis: string
  readonly noBasis: string
  readonly open: string
  readonly unverified: string
  readonly listSeparator: string
  /** In place of a derivation that stands further up on the page. */
  readonly asAbove: string
}

/** What figures of a derivation are called, and how they follow from those below. */
export type DerivationWords = Pick<
  Words,
  'labels' | 'rules' | 'transferKinds' | 'refundReasons' | 'fineKinds' | 'outcomes' | 'parties'
>
