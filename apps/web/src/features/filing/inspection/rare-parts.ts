import type { UnitSection } from '@shebao/declaration-rules'
import { later } from '../../../shared/lib/later.ts'

const periods = () => import('./periods-field.tsx')
const branches = () => import('./branches-field.tsx')
const list = () => import('./list-figures.tsx')
const ledger = () => import('./ledger-figures.tsx')
const average = () => import('./unit-average.tsx')

/** What few sections of the form have: it comes with those, and after the first view of the others. */
export const PeriodsField = later(async () => (await periods()).PeriodsField)
export const BranchesField = later(async () => (await branches()).BranchesField)
export const ListFigures = later(async () => (await list()).ListFigures)
export const LedgerFigures = later(async () => (await ledger()).LedgerFigures)
export const UnitAverage = later(async () => (await average()).UnitAverage)

const partsOf: Partial<Record<UnitSection, readonly (() => Promise<unknown>)[]>> = {
  headcount: [list],
  insured: [list],
  wages: [list, average],
  payments: [ledger, periods],
  branches: [branches],
}

/** Fetches them while the form itself is still on its way. What fails is asked for again where it stands. */
export function fetchParts(section: UnitSection): void {
  for (const fetch of partsOf[section] ?? []) void fetch().catch(() => undefined)
}
