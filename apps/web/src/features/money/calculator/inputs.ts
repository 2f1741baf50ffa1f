import { formatYuan, LARGEST_MONTHLY_AMOUNT, parseInjuryClass, parsePeriod, parseYuan } from '@shebao/kernel'
import type { Fen, InjuryClass, Period } from '@shebao/kernel'

/** What was typed and chosen, as text: it stands in the address, so a link, a reload and the back button keep all of it. */
export interface CalculatorInputs {
  region: string
  period: string
  wage: string
  class: string
}

export interface Question {
  region: string
  period: Period
  wage: Fen
  injuryClass: InjuryClass
}

export type WageProblem = 'BLANK' | 'FORMAT' | 'TOO_MANY_DECIMALS' | 'NEGATIVE' | 'ABSURD'

export type InputProblems = {
  region?: 'REGION'
  period?: 'PERIOD'
  wage?: WageProblem
  class?: 'CLASS'
}

const names = ['region', 'period', 'wage', 'class'] as const
/** Longer than any amount; a link can be given anything. */
export const longestInput = 40

/** The inputs of an address, in part or whole; undefined when it carries none. */
export function inputsOf(query: URLSearchParams): Partial<CalculatorInputs> | undefined {
  const given = names.flatMap((name) => {
    const value = query.get(name)
    return value === null ? [] : [[name, value.trim().slice(0, longestInput)] as const]
  })
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** `region=110000&period=2024-07&wage=10000.00&class=1`: always in this order, a good wage always with two decimals. */
export function queryOf(inputs: CalculatorInputs): string {
  const wage = readWage(inputs.wage)
  const written = { ...inputs, wage: 'fen' in wage ? formatYuan(wage.fen) : inputs.wage.trim() }
  return new URLSearchParams(names.map((name) => [name, written[name]])).toString()
}

/** The question the inputs ask, or what is wrong with each of them. */
export function readInputs(inputs: CalculatorInputs): { question: Question } | { problems: InputProblems } {
  const problems: InputProblems = {}
  const region = /^\d{6}$/.test(inputs.region) ? inputs.region : undefined
  if (region === undefined) problems.region = 'REGION'
  const period = parsePeriod(inputs.period)
  if (period === undefined) problems.period = 'PERIOD'
  const wage = readWage(inputs.wage)
  if ('problem' in wage) problems.wage = wage.problem
  const injuryClass = parseInjuryClass(inputs.class)
  if (injuryClass === undefined) problems.class = 'CLASS'
  if (region === undefined || period === undefined || injuryClass === undefined || 'problem' in wage) {
    return { problems }
  }
  return { question: { region, period, wage: wage.fen, injuryClass } }
}

/** Zero is a wage: the premium is then paid on the floor. */
function readWage(text: string): { fen: Fen } | { problem: WageProblem } {
  const parsed = parseYuan(text)
  if (!parsed.ok) return { problem: parsed.code === 'OUT_OF_RANGE' ? 'ABSURD' : parsed.code }
  if (parsed.fen < 0) return { problem: 'NEGATIVE' }
  return parsed.fen > LARGEST_MONTHLY_AMOUNT ? { problem: 'ABSURD' } : { fen: parsed.fen }
}
