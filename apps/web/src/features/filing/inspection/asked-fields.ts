import { findUnitField, UNIT_FIELDS } from '@shebao/declaration-rules'
import type { UnitDraft, UnitField, UnitSection } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, isOneOf } from '@shebao/kernel'
import { pathsOfField } from './unit-values.ts'

/** A question whose condition does not hold is not shown; what was answered before is kept. */
export function isAsked(path: string, draft: UnitDraft): boolean {
  const required = findUnitField(path)?.required
  const part = path.split('.')[1]
  const insurance = isOneOf(FIVE_INSURANCES, part) ? part : 'PENSION'
  return required === undefined || required === 'always' || required(draft, insurance)
}

/** Fields of the section that are asked as the form stands. What the register knows is shown, not asked. */
export function askedFields(section: UnitSection, draft: UnitDraft): UnitField[] {
  return UNIT_FIELDS.filter(
    (field) => field.section === section && !field.readOnly && pathsOfField(field).some((path) => isAsked(path, draft)),
  )
}

/** Fields of the section that come from the register or the list; what the ledger holds has a table of its own. */
export function registerFields(section: UnitSection): UnitField[] {
  return UNIT_FIELDS.filter(
    (field) => field.section === section && field.readOnly !== undefined && field.readOnly !== 'LEDGER',
  )
}

/** Of the answers that came from another clerk's saving, those among these fields. */
export function mergedAmong(mergedPaths: readonly string[], fields: readonly UnitField[]): string[] {
  return mergedPaths
    .map((path) => path.replace(/^raw\./, ''))
    .filter((path) => fields.some((field) => pathsOfField(field).includes(path)))
}
