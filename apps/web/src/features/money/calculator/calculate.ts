import { INSURANCES, subtractFen, sumFen } from '@shebao/kernel'
import { assessPerson, explainPerson, explainSum, findPart, preparePolicy, readParameterFile } from '@shebao/premium'
import type { Fen, Insurance } from '@shebao/kernel'
import type { Explanation, Policy, PolicyProblem } from '@shebao/premium'
import type { Question } from './inputs.ts'

/** One side's part of one insurance. */
export interface Share {
  ratePpm: number
  fixed: Fen
  amount: Fen
  explanation: Explanation
}

export interface InsuranceRow {
  insurance: Insurance
  base: Fen
  employer?: Share
  personal?: Share
  sum: Fen
  explained: { base: Explanation; sum: Explanation }
}

export interface Calculation {
  wage: Fen
  policy: Policy
  rows: InsuranceRow[]
  employer: Fen
  personal: Fen
  total: Fen
  /** The wage less the personal share, before income tax; below zero when the floor asks for more than was earned. */
  takeHome: Fen
  explained: { employer: Explanation; personal: Explanation; total: Explanation }
}

/** The premium by a published parameter file: the same functions that the office assesses with. */
export function calculate(file: unknown, question: Question): Calculation | { problem: PolicyProblem } {
  const { region, period, injuryClass, wage } = question
  const reading = readParameterFile(file)
  if (!reading.ok) throw new Error('The published parameters cannot be read.')
  const prepared = preparePolicy(reading.rows, region, period, injuryClass)
  if (!prepared.ok) return { problem: prepared.problem }
  const { policy } = prepared
  const person = { average: wage }
  const { lines, employer, personal, total } = assessPerson(policy, person)
  const { lines: explanations, ...explained } = explainPerson(policy, person)

  const rows = INSURANCES.flatMap((insurance): InsuranceRow[] => {
    const own = lines.flatMap((line, index) => {
      const explanation = explanations[index]
      return line.insurance === insurance && explanation !== undefined ? [{ ...line, explanation }] : []
    })
    const [first] = own
    const base = first && findPart(first.explanation, { label: 'BASE' })
    if (first === undefined || base === undefined) return []
    const employerShare = own.find(({ side }) => side === 'EMPLOYER')
    const personalShare = own.find(({ side }) => side === 'PERSONAL')
    return [
      {
        insurance,
        base: first.base,
        sum: sumFen(own.map(({ amount }) => amount)),
        explained: {
          base,
          sum: explainSum(
            'NOTICE_LINE',
            own.map(({ explanation }) => explanation),
            { params: { insurance } },
          ),
        },
        ...(employerShare && { employer: employerShare }),
        ...(personalShare && { personal: personalShare }),
      },
    ]
  })
  return { wage, policy, rows, employer, personal, total, takeHome: subtractFen(wage, personal), explained }
}

/** Weak rows that the amounts rest on; the minimum wage is only used for warnings elsewhere. */
export function weakParameters({ unverified }: Policy) {
  return unverified.filter(({ name }) => name !== 'MINIMUM_WAGE')
}

export interface LimitNote {
  kind: 'raised' | 'lowered'
  base: Fen
  insurances: Insurance[]
}

/** Where a floor or ceiling decided, one note for each figure: regions may limit each insurance differently. */
export function limitNotes({ policy, wage }: Pick<Calculation, 'policy' | 'wage'>): LimitNote[] {
  const notes: LimitNote[] = []
  for (const { insurance, floor, ceiling } of policy.limits) {
    const kind = wage < floor ? 'raised' : wage > ceiling ? 'lowered' : undefined
    if (kind === undefined) continue
    const base = kind === 'raised' ? floor : ceiling
    const known = notes.find((note) => note.base === base)
    if (known) known.insurances.push(insurance)
    else notes.push({ kind, base, insurances: [insurance] })
  }
  return notes
}
