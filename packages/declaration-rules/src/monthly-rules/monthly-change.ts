import type { Fen } from '@shebao/kernel'
import { FIVE_INSURANCES, isFen } from '@shebao/kernel'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { employmentForms, householdTypes, sexes } from '@shebao/roster'
import { z } from 'zod'

/** Change types of a monthly declaration (domain 3.1 [PD list]). */
export const CHANGE_TYPES = [
  'ADD_NEW',
  'ADD_RESUME',
  'ADD_TRANSFER_IN',
  'STOP_RESIGN',
  'STOP_DISMISSED',
  'STOP_CONTRACT_END',
  'STOP_RETIRED',
  'STOP_DEATH',
  'STOP_EMIGRATED',
  'STOP_TRANSFER_OUT',
  'BASE_CHANGE',
  'INFO_CHANGE',
] as const
export type ChangeType = (typeof CHANGE_TYPES)[number]

export const STOP_TYPES = [
  'STOP_RESIGN',
  'STOP_DISMISSED',
  'STOP_CONTRACT_END',
  'STOP_RETIRED',
  'STOP_DEATH',
  'STOP_EMIGRATED',
  'STOP_TRANSFER_OUT',
] as const satisfies readonly ChangeType[]
export type StopType = (typeof STOP_TYPES)[number]

/** What an INFO_CHANGE may correct. */
export const INFO_FIELDS = ['name', 'idNumber', 'householdType', 'employmentForm', 'mobile'] as const
export type InfoField = (typeof INFO_FIELDS)[number]

/** What a file may say in words that nobody can read: kept as it was written, until somebody corrects it. */
export const RAW_FIELDS = [
  'changeType',
  'insurances',
  'monthlyWage',
  'householdType',
  'employmentForm',
  'sex',
  'infoField',
] as const
export type RawField = (typeof RAW_FIELDS)[number]

/** One line of a monthly declaration as it is being written. Money in fen, periods YYYY-MM. */
export const MonthlyChangeDraft = z.object({
  changeType: z.enum(CHANGE_TYPES).optional(),
  name: z.string().optional(),
  idType: z.enum(PERSON_ID_TYPES).optional(),
  idNumber: z.string().optional(),
  insurances: z.array(z.enum(FIVE_INSURANCES)).optional(),
  sex: z.enum(sexes).optional(),
  birthDate: z.string().optional(),
  householdType: z.enum(householdTypes).optional(),
  employmentForm: z.enum(employmentForms).optional(),
  mobile: z.string().optional(),
  hireDate: z.string().optional(),
  leaveDate: z.string().optional(),
  lastPayablePeriod: z.string().optional(),
  effectivePeriod: z.string().optional(),
  monthlyWage: z.custom<Fen>(isFen).optional(),
  infoField: z.enum(INFO_FIELDS).optional(),
  infoValue: z.string().optional(),
  reason: z.string().optional(),
  raw: z.partialRecord(z.enum(RAW_FIELDS), z.string()).optional(),
})
export type MonthlyChangeDraft = z.infer<typeof MonthlyChangeDraft>

export type AddType = Extract<ChangeType, `ADD_${string}`>

export function isAdd(type: ChangeType): type is AddType {
  return type.startsWith('ADD_')
}

export function isStop(type: ChangeType): type is StopType {
  return type.startsWith('STOP_')
}

/** These start the 15-day task of reporting the unemployed list (SIL art. 50). */
export const UNEMPLOYMENT_STOPS: readonly ChangeType[] = ['STOP_RESIGN', 'STOP_DISMISSED', 'STOP_CONTRACT_END']
