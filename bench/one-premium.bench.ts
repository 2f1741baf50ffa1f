import rules from 'modele-social'
import Engine from 'publicodes'
import { fen, period } from '@shebao/kernel'
import {
  amountOf,
  assessPeople,
  assessPerson,
  BEIJING,
  explainPerson,
  requirePolicy,
  SHIPPED_PARAMETER_ROWS,
} from '@shebao/premium'
import { compare, processorTime } from './bench.ts'
import type { Bench, Figure } from './bench.ts'

const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2024-07'), 1)
const sizes = {
  full: { inColumns: 200_000, oneByOne: 100_000, derived: 2000, payslips: 6, rounds: 7 },
  small: { inColumns: 200, oneByOne: 100, derived: 10, payslips: 1, rounds: 1 },
}
type Counts = (typeof sizes)['full']

/** Another wage for everybody, from below the floor to above the ceiling: nothing is remembered from the last one. */
const wageOf = (index: number) => fen(500_000 + ((index * 7919) % 3_300_000))

/** What is asked of the French model: the payslip's bottom line, both shares, and what the employee costs. */
const PAYSLIP = [
  'salarié . rémunération . net . à payer avant impôt',
  'salarié . cotisations . employeur',
  'salarié . cotisations . salarié',
  'salarié . coût total employeur',
] as const

const engine = new Engine(rules, { logger: { log: () => undefined, warn: () => undefined, error: () => undefined } })
let payslipsSoFar = 0

function onePayslip(): number {
  payslipsSoFar += 1
  const gross = 2000 + (payslipsSoFar % 4000)
  engine.setSituation({ 'salarié . contrat . salaire brut': `${gross} €/mois` })
  const [net, employer, personal, cost] = PAYSLIP.map((rule) => Number(engine.evaluate(rule).nodeValue))
  // Fast nonsense is not a result: the net lies below the gross, the cost above it, and there are contributions.
  const sound = net !== undefined && cost !== undefined && net > gross * 0.6 && net < gross && cost > gross
  if (!sound || !employer || !personal) throw new Error(`no payslip for ${gross}: ${net}, ${cost}`)
  return cost
}

function manyPayslips(payslips: number): number {
  let sum = 0
  for (let index = 0; index < payslips; index += 1) sum += onePayslip()
  return sum
}

function manyPeople(count: number, totalOf: (wage: ReturnType<typeof wageOf>) => number): number {
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += totalOf(wageOf(index))
  return sum
}

function unitInColumns(wages: readonly ReturnType<typeof wageOf>[]): number {
  const { employer, personal } = assessPeople(policy, wages)
  return employer.reduce((sum, amount) => sum + amount, 0) + personal.reduce((sum, amount) => sum + amount, 0)
}

export default {
  name: 'one premium against one French payslip',
  async run(size) {
    const counts = sizes[size]
    const { inColumns, oneByOne, derived } = counts
    const wages = Array.from({ length: inColumns }, (_, index) => wageOf(index))
    const columns = () => unitInColumns(wages)
    const single = () => manyPeople(oneByOne, (wage) => assessPerson(policy, { wage }).total)
    const explained = () => manyPeople(derived, (wage) => amountOf(explainPerson(policy, { wage }).total))
    const expected = manyPeople(inColumns, (wage) => assessPerson(policy, { wage }).total)
    if (columns() !== expected) throw new Error('columns and persons disagree')
    return [
      await figure('One premium in columns (assessPeople)', 10_000, inColumns, columns, counts),
      await figure('One premium by itself (assessPerson)', 10_000, oneByOne, single, counts),
      await figure('One premium with its derivation (explainPerson)', 1000, derived, explained, counts),
    ]
  },
} satisfies Bench

async function figure(
  name: string,
  aim: number,
  people: number,
  ours: () => number,
  { payslips, rounds }: Counts,
): Promise<Figure> {
  const seconds = await compare(rounds, ours, () => manyPayslips(payslips), undefined, processorTime)
  const [mine, theirs] = [(seconds.ours / people) * 1e9, (seconds.peer / payslips) * 1e9]
  return {
    name,
    unit: 'ns CPU',
    value: mine,
    peer: { name: 'modele-social, one payslip', value: theirs },
    ratio: theirs / mine,
    aim,
    better: 'higher',
    note: 'the French model covers far more law and derives every value; the ratio says what a bureau pays for one person',
  }
}
