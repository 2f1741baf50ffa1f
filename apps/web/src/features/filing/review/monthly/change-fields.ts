import { isAdd, isStop } from '@shebao/declaration-rules'
import type { ChangeType } from '@shebao/declaration-rules'

export type ChangeKind = 'join' | 'stop' | 'base' | 'info'

export function changeKind(type: ChangeType | null): ChangeKind {
  if (type === null || isAdd(type)) return 'join'
  if (isStop(type)) return 'stop'
  return type === 'BASE_CHANGE' ? 'base' : 'info'
}

const person = ['name', 'idNumber', 'insurances'] as const
const fields = {
  join: [...person, 'hireDate', 'effectivePeriod', 'monthlyWage', 'householdType', 'employmentForm', 'mobile'],
  stop: [...person, 'changeType', 'lastPayablePeriod', 'leaveDate', 'reason'],
  base: [...person, 'monthlyWage', 'effectivePeriod', 'reason'],
  info: [...person, 'infoField', 'infoValue', 'reason'],
} as const satisfies Record<ChangeKind, readonly string[]>

/** What a change of a kind says, and a note can be about. */
export const fieldsOf = (kind: ChangeKind): readonly string[] => fields[kind]
