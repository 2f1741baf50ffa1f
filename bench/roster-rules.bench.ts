import { checkMobile, checkPersonName, checkResidentId } from '@shebao/identifiers'
import { PersonnelChecker, personnelContextOf } from '@shebao/declaration-rules'
import type { PersonnelRow } from '@shebao/declaration-rules'
import { fen, period } from '@shebao/kernel'
import { SHIPPED_PARAMETER_ROWS, requirePolicy } from '@shebao/premium'
import { makeMobile, makePersonName, makeResidentId, pickInteger, seededRandom } from '@shebao/test-support/identifiers'
import { compare, processorTime } from './bench.ts'
import type { Bench } from './bench.ts'

const sizes = { full: { people: 50_000, rounds: 7 }, small: { people: 100, rounds: 1 } }
const today = '2026-11-23'

function makeRows(people: number): PersonnelRow[] {
  const random = seededRandom(1)
  return Array.from({ length: people }, (_, index) => {
    const average = pickInteger(random, 600_000, 3_000_000)
    const faulty = index % 20 === 0
    return {
      row: index + 2,
      draft: {
        name: makePersonName(random),
        idType: 'RESIDENT_ID',
        idNumber: makeResidentId(random, { birthDate: `19${pickInteger(random, 75, 99)}-05-1${index % 10}` }),
        householdType: 'LOCAL_URBAN',
        employmentForm: 'CONTRACT',
        hireDate: '2019-03-01',
        monthsWorkedLastYear: faulty ? 13 : 12,
        wagesLastYear: fen(average * 12),
        statedMonthlyAverage: fen(average),
        mobile: makeMobile(random),
        participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
      },
    }
  })
}

/** The same questions asked by one function written for just this list: the bare limit of a rule set. */
function checkByHand(rows: readonly PersonnelRow[]): number {
  const seen = new Set<string>()
  const faults: { row: number; field: string; code: string }[] = []
  let wages = 0
  for (const { row = 0, draft } of rows) {
    const fault = (field: string, code: string) => faults.push({ row, field, code })
    if (!draft.name) fault('name', 'REQUIRED')
    else if (!checkPersonName(draft.name).ok) fault('name', 'FORMAT')
    const id = draft.idNumber ? checkResidentId(draft.idNumber, today) : undefined
    if (!id) fault('idNumber', 'REQUIRED')
    else if (!id.ok) fault('idNumber', id.code)
    else if (seen.has(id.value)) fault('idNumber', 'DUPLICATE')
    else seen.add(id.value)
    if (!draft.householdType) fault('householdType', 'REQUIRED')
    if (!draft.employmentForm) fault('employmentForm', 'REQUIRED')
    if (!draft.hireDate) fault('hireDate', 'REQUIRED')
    else if (draft.hireDate > today) fault('hireDate', 'RANGE')
    const [months, sum] = [draft.monthsWorkedLastYear, draft.wagesLastYear]
    if (months === undefined) fault('months', 'REQUIRED')
    else if (months < 0 || months > 12) fault('months', 'RANGE')
    if (sum === undefined) fault('wages', 'REQUIRED')
    else {
      wages += sum
      if ((sum === 0) !== (months === 0)) fault('wages', 'RANGE')
      if (
        months &&
        draft.statedMonthlyAverage !== undefined &&
        Math.abs(draft.statedMonthlyAverage * months - sum) > months
      )
        fault('average', 'DERIVED_MISMATCH')
    }
    if (!draft.mobile) fault('mobile', 'REQUIRED')
    else if (!checkMobile(draft.mobile).ok) fault('mobile', 'FORMAT')
    for (const insurance of ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const) {
      if (draft.participation?.[insurance] === undefined) fault(insurance, 'REQUIRED')
      else if (!draft.participation[insurance] && !draft.exemptionReasons?.[insurance]) fault(insurance, 'REQUIRED')
    }
  }
  return faults.length + (wages > 0 ? 1 : 0)
}

export default {
  name: 'roster rules against a hand-written loop',
  async run(size) {
    const { people, rounds } = sizes[size]
    const rows = makeRows(people)
    const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, '110000', period('2026-11'), 1)
    const context = { ...personnelContextOf(policy, today, 2026), signedList: true }
    const seconds = await compare(
      rounds,
      () => new PersonnelChecker(context, rows).issues().length,
      () => checkByHand(rows),
      undefined,
      processorTime,
    )
    return [
      {
        name: `Roster rules, ${people.toLocaleString('en')} people, 5 % faulty`,
        unit: 'rows/s',
        value: people / seconds.ours,
        peer: { name: 'hand-written loop', value: people / seconds.peer },
        ratio: seconds.peer / seconds.ours,
        aim: 0.75,
        better: 'higher',
      },
    ]
  },
} satisfies Bench
