import type { Fen, Period } from '@shebao/kernel'

/** One person of an accepted version as the register takes them; names and numbers are copied inside the database. */
export interface AcceptedPerson {
  row: number
  idType: string
  sex: string
  birthDate: string
  hireDate: string
  employmentForm: string
  householdType: string
  leaveDate: string | null
  averageWage: Fen
  /** What the average came from: last year's wages over the months worked, or the first month's wage. */
  wagesLastYear: Fen | null
  monthsWorked: number | null
  firstMonthWage: Fen | null
  pension: boolean
  medical: boolean
  unemployment: boolean
  workInjury: boolean
  maternity: boolean
}

export interface AcceptedVersion {
  declarationId: string
  version: number
  employerId: string
  /** Month of acceptance, the last that is paid for people who stop (domain 3.1). */
  period: Period
  /** First month that is not billed yet: who joins begins in it, and insurances are joined or left from it on. */
  startsIn: Period
  /** First month of the payment year the declared wages carry the bases of (domain 2.2); it may lie back or ahead. */
  basesFrom: Period
  acceptedBy: string
  acceptedAt: Date
}
