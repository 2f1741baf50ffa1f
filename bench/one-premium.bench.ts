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
const [inColumns, oneByOne, derived, payslips] = [200_000, 100_000, 2000, 6]

/** Another wage for everybody, from below the floor to above the ceiling: nothing is remembered from the last one. */
const wageOf = (index: number) => fen(500_000 + ((index * 7919) % 3_300_000))
const wages = Array.from({ length: inColumns }, (_, index) => wageOf(index))

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

function manyPayslips(): number {
  let sum = 0
  for (let index = 0; index < payslips; index += 1) sum += onePayslip()
  return sum
}

function manyPeople(count: number, totalOf: (wage: ReturnType<typeof wageOf>) => number): number {
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += totalOf(wageOf(index))
  return sum
}

function unitInColumns(): number {
  const { employer, personal } = assessPeople(policy, wages)
  return employer.reduce((sum, amount) => sum + amount, 0) + personal.reduce((sum, amount) => sum + amount, 0)
}

export default {
  name: 'one premium against one French payslip',
  async run() {
    const single = () => manyPeople(oneByOne, (wage) => assessPerson(policy, { wage }).total)
    const explained = () => manyPeople(derived, (wage) => amountOf(explainPerson(policy, { wage }).total))
    const expected = manyPeople(inColumns, (wage) => assessPerson(policy, { wage }).total)
    if (unitInColumns() !== expected) throw new Error('columns and persons disagree')
    return [
      await figure('One premium in columns (assessPeople)', 10_000, inColumns, unitInColumns),
      await figure('One premium by itself (assessPerson)', 10_000, oneByOne, single),
      await figure('One premium with its derivation (explainPerson)', 1000, derived, explained),
    ]
  },
} satisfies Bench

async function figure(name: string, aim: number, people: number, ours: () => number): Promise<Figure> {
  const seconds = await compare(7, ours, manyPayslips, undefined, processorTime)
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
