import { useMessages } from '../../../shared/lib/language-context.tsx'
import { confirmMessages } from './confirm-messages.ts'
import type { DisputedField } from './confirm.generated.ts'

const keys = {
  NAME: 'name',
  ID_NUMBER: 'idNumber',
  WAGES: 'wages',
  MONTHS: 'months',
  FIRST_WAGE: 'firstWage',
  MONTHLY_WAGE: 'monthlyWage',
  BASES: 'BASES',
} as const satisfies Record<DisputedField, string>

/** What a field that may be wrong is called. */
export function useFieldWords(): (field: DisputedField) => string {
  const t = useMessages(confirmMessages)
  return (field) => t(keys[field])
}
