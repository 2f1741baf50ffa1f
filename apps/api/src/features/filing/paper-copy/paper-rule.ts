import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { addWorkingDays, CalendarYearMissingError } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import { z } from 'zod'
import type { DeclarationKind } from '../declaration/index.ts'

/**
 * What follows when the day has gone by. REMIND_ONLY: one reminder. REMIND_DAILY: one each working day until it comes. PAUSE_FILING:
 * that, and no further declaration is filed online until it comes.
 */
export const paperConsequences = ['REMIND_ONLY', 'REMIND_DAILY', 'PAUSE_FILING'] as const
export type PaperConsequence = (typeof paperConsequences)[number]

export interface Material {
  code: string
  zh: string
  en: string
  required: boolean
}

export const materialsSchema = z.array(
  z.object({ code: z.string(), zh: z.string(), en: z.string(), required: z.boolean() }),
)

/** What an office asks of the paper copies of one kind of declaration. */
export interface PaperRule {
  workingDays: number
  /** Working days before the last one on which the employer is reminded. */
  remindDays: number
  keepYears: number
  consequence: PaperConsequence
  materials: readonly Material[]
}

const form = { code: 'FORM', zh: '申报表（签字并加盖公章）', en: 'The form, signed and sealed', required: true }

/** Until an office sets its own [PD]. How long declarations are kept was not found in the rules: the longest class. */
export const defaultPaperRules: Readonly<Record<DeclarationKind, PaperRule>> = {
  ANNUAL_INSPECTION: {
    workingDays: 15,
    remindDays: 3,
    keepYears: 100,
    consequence: 'REMIND_ONLY',
    materials: [
      form,
      { code: 'ROSTER', zh: '职工花名册（职工签字）', en: 'The list of people, signed by them', required: true },
      { code: 'WAGES', zh: '上年度工资发放凭证复印件', en: 'Copies of last year’s wage payments', required: false },
    ],
  },
  MONTHLY: {
    workingDays: 10,
    remindDays: 3,
    keepYears: 100,
    consequence: 'REMIND_ONLY',
    // A month has no form of its own to print: its cover sheet carries number and hash.
    materials: [
      { code: 'COVER', zh: '封面页（加盖公章）', en: 'The cover sheet, sealed', required: true },
      {
        code: 'EVIDENCE',
        zh: '增减变动证明（劳动合同、解除或终止证明等）',
        en: 'Evidence of the changes: contracts, notices of their end',
        required: false,
      },
    ],
  },
}

/** The last day, counted in working days from the day after acceptance; nothing while a year it falls into is not published. */
export function paperDueOn(calendar: PreparedCalendar, acceptedOn: string, rule: PaperRule): CivilDate | undefined {
  try {
    return addWorkingDays(calendar, civilDate(acceptedOn), rule.workingDays)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return undefined
    throw error
  }
}

/** The last day on which it is kept: the end of the year, so many years after. */
export const keepUntil = (acceptedOn: string, { keepYears }: PaperRule): string =>
  `${Number(acceptedOn.slice(0, 4)) + keepYears}-12-31`

/** Required, and not among what came. */
export const missingOf = ({ materials }: PaperRule, came: readonly string[]): Material[] =>
  materials.filter(({ code, required }) => required && !came.includes(code))

/** When an employer is told today: before the last day from `soon` on, once after it, or every day where the rule says so. */
export function reminderFor(
  { dueOn, today, soon }: { dueOn: string; today: string; soon: string },
  { consequence }: PaperRule,
): { kind: 'PAPER_DUE_SOON' | 'PAPER_OVERDUE'; key: string } | undefined {
  if (dueOn >= today) return dueOn <= soon ? { kind: 'PAPER_DUE_SOON', key: dueOn } : undefined
  return { kind: 'PAPER_OVERDUE', key: consequence === 'REMIND_ONLY' ? dueOn : `${dueOn}:${today}` }
}

/** The day so many working days on; without a published calendar as many days. */
export function soonOf(calendar: PreparedCalendar, today: CivilDate, { remindDays }: PaperRule): CivilDate {
  try {
    return addWorkingDays(calendar, today, remindDays)
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return addDays(today, remindDays)
    throw error
  }
}
