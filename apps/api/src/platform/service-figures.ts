import type { Platform } from './platform.ts'

export const figureTopics = ['CARD', 'QUESTION', 'REPORT', 'HOTLINE', 'WORK', 'ENFORCEMENT'] as const
type FigureTopic = (typeof figureTopics)[number]
/** HOUR: of the clock, in the office's day. */
export const figureUnits = ['DAYS', 'WORKING_DAYS', 'MONTHS', 'HOUR', 'TIMES', 'CASES'] as const
type FigureUnit = (typeof figureUnits)[number]

interface Figure {
  readonly topic: FigureTopic
  readonly unit: FigureUnit
  /** Where regions choose from a few. */
  readonly choices?: readonly number[]
  readonly least: number
  readonly most: number
  /** What holds until an office publishes its own; none of it is verified against a document. */
  readonly shipped: number
}

/**
 * What an office decides for its own services and no law says to the day: each holds from a day on. Ranges are the domain's
 * (section 8: losses 5, 7 or 10 days; cards 7 or 15 working days; passwords 3 to 6 tries), others [PD].
 */
export const serviceFigures = {
  /** That a loss reported by phone or web runs. */
  CARD_LOSS_DAYS: { topic: 'CARD', unit: 'DAYS', choices: [5, 7, 10], least: 5, most: 10, shipped: 7 },
  /** Until a card that was applied for is made. */
  CARD_READY_DAYS: { topic: 'CARD', unit: 'WORKING_DAYS', choices: [7, 15], least: 7, most: 15, shipped: 15 },
  /** At a time, of a temporary card; six months in all. */
  CARD_TEMPORARY_DAYS: { topic: 'CARD', unit: 'DAYS', least: 15, most: 180, shipped: 60 },
  /** Wrong passwords of a card that lock it. */
  CARD_PIN_TRIES: { topic: 'CARD', unit: 'TIMES', least: 3, most: 6, shipped: 3 },
  QUESTION_ANSWER_DAYS: { topic: 'QUESTION', unit: 'WORKING_DAYS', least: 1, most: 60, shipped: 10 },
  /** In which the person may say that it is not answered. */
  QUESTION_REOPEN_DAYS: { topic: 'QUESTION', unit: 'DAYS', least: 5, most: 90, shipped: 15 },
  /** Of one person, open at once. */
  QUESTION_MOST_OPEN: { topic: 'QUESTION', unit: 'CASES', least: 1, most: 20, shipped: 5 },
  /** Of one person. */
  REPORT_MOST_A_DAY: { topic: 'REPORT', unit: 'CASES', least: 1, most: 20, shipped: 5 },
  /** Wrong details from one telephone number within an hour. */
  HOTLINE_CALLER_TRIES: { topic: 'HOTLINE', unit: 'TIMES', least: 3, most: 20, shipped: 6 },
  /** Wrong details about one person or one card within a day. */
  HOTLINE_PERSON_TRIES: { topic: 'HOTLINE', unit: 'TIMES', least: 3, most: 20, shipped: 5 },
  /** That a case may lie with whoever took it, before anybody who can take its next step may take it over. */
  WORK_STALE_DAYS: { topic: 'WORK', unit: 'WORKING_DAYS', least: 1, most: 30, shipped: 3 },
  /** Wrong details within one call: to the keys, and then again to the agent. */
  HOTLINE_CALL_CHECKS: { topic: 'HOTLINE', unit: 'TIMES', least: 1, most: 6, shipped: 3 },
  /** ACL 43 forbids execution at night and does not say when that is [PD]. */
  EXECUTION_FIRST_HOUR: { topic: 'ENFORCEMENT', unit: 'HOUR', least: 5, most: 9, shipped: 6 },
  /** Before which it ends. */
  EXECUTION_LAST_HOUR: { topic: 'ENFORCEMENT', unit: 'HOUR', least: 17, most: 23, shipped: 22 },
  /** From the signing of an agreement on later payment to its last instalment; M13 says a year as a rule. */
  DEFERRAL_MOST_MONTHS: { topic: 'ENFORCEMENT', unit: 'MONTHS', least: 1, most: 24, shipped: 12 },
} as const satisfies Readonly<Record<string, Figure>>

export type ServiceFigureName = keyof typeof serviceFigures
export const serviceFigureNames = [
  'CARD_LOSS_DAYS',
  'CARD_READY_DAYS',
  'CARD_TEMPORARY_DAYS',
  'CARD_PIN_TRIES',
  'QUESTION_ANSWER_DAYS',
  'QUESTION_REOPEN_DAYS',
  'QUESTION_MOST_OPEN',
  'REPORT_MOST_A_DAY',
  'HOTLINE_CALLER_TRIES',
  'HOTLINE_PERSON_TRIES',
  'WORK_STALE_DAYS',
  'HOTLINE_CALL_CHECKS',
  'EXECUTION_FIRST_HOUR',
  'EXECUTION_LAST_HOUR',
  'DEFERRAL_MOST_MONTHS',
] as const satisfies readonly ServiceFigureName[]

export const figureNamed = (name: ServiceFigureName): Figure => serviceFigures[name]

/** Whether an office may set it so. */
export function isAllowed(name: ServiceFigureName, value: number): boolean {
  const { choices, least, most } = figureNamed(name)
  return choices?.includes(value) ?? (Number.isInteger(value) && value >= least && value <= most)
}

/** What holds on a day, and on what it rests; without a first day it came with the release and rests on nothing. */
export interface HeldFigure {
  readonly value: number
  readonly validFrom: string | null
  readonly documentNo: string | null
}

/** Which rows hold of a figure on a day, the one that counts first; both are places of the statement's values. */
const publishedOn = (name: string, day: string) =>
  `FROM figure_change WHERE name = ${name} AND status = 'PUBLISHED' AND valid_from <= ${day} ORDER BY valid_from DESC, decided_at DESC LIMIT 1`

/** The same within a statement that needs the figure for something else; null where nothing was published. */
export const figureWithin = (name: string, day: string): string => `(SELECT value ${publishedOn(name, day)})`

/** Of those that were published for a day or an earlier one the latest day, and of one day what was decided last. */
export async function heldFigureOn({ database }: Platform, name: ServiceFigureName, day: string): Promise<HeldFigure> {
  const [published] = await database.query<HeldFigure>(
    {
      name: 'service-figure-on',
      text: `SELECT value, valid_from AS "validFrom", document_no AS "documentNo" ${publishedOn('$1', '$2')}`,
    },
    [name, day],
  )
  return published ?? { value: serviceFigures[name].shipped, validFrom: null, documentNo: null }
}

export const figureOn = async (
  platform: Platform,
  name: ServiceFigureName,
  day: string = platform.clock.today(),
): Promise<number> => (await heldFigureOn(platform, name, day)).value

/** The same of several at once, for what asks more than one. */
export async function figuresOn<Name extends ServiceFigureName>(
  { database }: Platform,
  names: readonly Name[],
  day: string,
): Promise<Record<Name, number>> {
  const published = await database.query<{ name: string; value: number }>(
    {
      name: 'service-figures-on',
      text: `SELECT DISTINCT ON (name) name, value FROM figure_change
        WHERE name = ANY($1::text[]) AND status = 'PUBLISHED' AND valid_from <= $2 ORDER BY name, valid_from DESC, decided_at DESC`,
    },
    [names, day],
  )
  const known = new Map(published.map(({ name, value }) => [name, value]))
  return Object.fromEntries(names.map((name) => [name, known.get(name) ?? serviceFigures[name].shipped])) as Record<
    Name,
    number
  >
}
