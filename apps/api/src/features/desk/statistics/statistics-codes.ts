import { FIVE_INSURANCES } from '@shebao/kernel'

/** By what figures stand beside each other. */
export const statisticDimensions = ['PERIOD', 'INSURANCE', 'INDUSTRY', 'DISTRICT'] as const
export type StatisticDimension = (typeof statisticDimensions)[number]

/** By what the employers behind a figure are put in order: the largest first. */
export const statisticMeasures = ['PEOPLE', 'BASE', 'CHARGED', 'SETTLED', 'OPEN'] as const
export type StatisticMeasure = (typeof statisticMeasures)[number]

/** People of whichever insurance, each once a month and employer. */
export const anyInsurance = 'ANY'
/** In place of an industry or a district: the total of all of them, kept beside its parts. */
export const allTogether = '*'

export const countedInsurances = [anyInsurance, ...FIVE_INSURANCES] as const

/** How long something is overdue, in days: the last of each. */
export const overdueAges = ['D30', 'D90', 'D365', 'OLDER'] as const
export type OverdueAge = (typeof overdueAges)[number]

/** By what people are counted one by one, which no sum that is kept can answer. */
export const peopleTraits = ['UNIT_TYPE', 'INJURY_CLASS', 'SEX'] as const
export type PeopleTrait = (typeof peopleTraits)[number]

/** Which part of the office's figures: months from and to, and what they are narrowed to. */
export interface StatisticSelection {
  from: string
  to: string
  insurance?: string | undefined
  industry?: string | undefined
  district?: string | undefined
}
