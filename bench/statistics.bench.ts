import { addMonths } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { readAges, readPeople, readStatistics } from '@shebao/api/src/features/desk/statistics/read-statistics.ts'
import { rollUp } from '@shebao/api/src/features/desk/statistics/roll-up.ts'
import type { PeopleTrait, StatisticDimension } from '@shebao/api/src/features/desk/statistics/statistics-codes.ts'
import { staffViewer } from '@shebao/api/src/testing/ask.ts'
import { compare } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import { openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'
import { firstMonth } from './months.office.ts'
import { fillOffice } from './statistics.office.ts'

const sizes = {
  full: { people: 278_000, months: 36, rounds: 5 },
  small: { people: 200, months: 3, rounds: 1 },
}
const viewer = staffViewer(['HEAD'])

export default {
  name: 'statistics of an office',
  async run(size) {
    const office = await openOffice()
    try {
      const { people, months } = sizes[size]
      await fillOffice(office.platform, people, months)
      return await takeStatistics(office, sizes[size])
    } finally {
      await office.close()
    }
  },
} satisfies Bench

/** Of an office that is filled: filling ten million person-months takes longer than asking about them. */
export async function takeStatistics(
  office: Pick<BenchOffice, 'databaseKind' | 'platform'>,
  { people, months, rounds }: (typeof sizes)['full'],
): Promise<Figure[]> {
  const note = `${(people * months).toLocaleString('en')} person-months, ${office.databaseKind}`
  const measured = { office, rounds, of: { from: firstMonth, to: addMonths(firstMonth, months - 1) }, note }
  await rollUp(office.platform)
  await office.platform.database.query({ text: 'VACUUM ANALYZE statistic_cell, statistic_month, statistic_change' })
  const figures: Figure[] = []
  for (const by of ['PERIOD', 'INSURANCE', 'INDUSTRY', 'DISTRICT'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one measurement after the other
    figures.push(await measureKept(measured, by))
  for (const by of ['SEX', 'UNIT_TYPE'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one measurement after the other
    figures.push(await measurePeople(measured, by))
  figures.push(await measureAges(measured))
  return figures
}

interface Measured {
  office: Pick<BenchOffice, 'databaseKind' | 'platform'>
  rounds: number
  of: { from: Period; to: Period }
  note: string
}

const money = `sum(pension_employer + pension_personal)::bigint AS pension, sum(medical_employer + medical_personal)::bigint AS medical,
  sum(unemployment_employer + unemployment_personal)::bigint AS unemployment, sum(work_injury_employer)::bigint AS work_injury,
  sum(maternity_employer)::bigint AS maternity`
const keys: Readonly<Record<StatisticDimension, string>> = {
  PERIOD: 'month.period',
  // The insurances stand beside each other in the columns.
  INSURANCE: `'all'`,
  INDUSTRY: 'employer.industry',
  DISTRICT: 'left(employer.registration_no, 6)',
}

/** What anyone would write by hand: people and what was billed, straight from the months. */
async function bareSums({ office: { platform }, of }: Measured, by: StatisticDimension): Promise<number> {
  const join = by === 'INDUSTRY' || by === 'DISTRICT' ? 'JOIN employer ON employer.id = month.employer_id' : ''
  const rows = await platform.database.query<
    Record<'pension' | 'medical' | 'unemployment' | 'work_injury' | 'maternity', bigint>
  >({
    text: `SELECT ${keys[by]} AS key, count(*) AS people, sum(average_wage)::bigint AS base, ${money}
      FROM premium_payment month ${join} WHERE month.period BETWEEN '${of.from}' AND '${of.to}' GROUP BY 1 ORDER BY 1`,
  })
  return rows.reduce(
    (sum, row) => sum + Number(row.pension + row.medical + row.unemployment + row.work_injury + row.maternity),
    0,
  )
}

async function measureKept({ office, rounds, of, note }: Measured, by: StatisticDimension): Promise<Figure> {
  const ours = async () => {
    const { figures } = await readStatistics(office.platform, viewer, by, of)
    return figures.reduce((sum, { charged }) => sum + Number(charged), 0)
  }
  const peer = () => bareSums({ office, rounds, of, note }, by)
  if ((await ours()) !== (await peer())) throw new Error(`${by}: what is kept is not what the months say`)
  return figureOf(
    `Kept figures by ${by === 'PERIOD' ? 'month' : by.toLowerCase()}`,
    await compare(rounds, ours, peer),
    0.02,
    note,
  )
}

async function measurePeople({ office, rounds, of, note }: Measured, by: PeopleTrait): Promise<Figure> {
  const key = by === 'SEX' ? 'individual.sex' : 'employer.unit_type'
  const ours = async () => {
    const counts = await readPeople(office.platform, viewer, by, of)
    return counts.reduce((sum, { key: name, people }) => sum + (name === null ? 0 : people), 0)
  }
  const peer = async () => {
    const rows = await office.platform.database.query<{ people: number }>({
      text: `SELECT ${key} AS key, count(DISTINCT month.individual_id)::int AS people, sum(average_wage)::bigint AS base
        FROM premium_payment month JOIN employer ON employer.id = month.employer_id JOIN individual ON individual.id = month.individual_id
        WHERE month.period BETWEEN '${of.from}' AND '${of.to}' GROUP BY 1`,
    })
    return rows.reduce((sum, { people }) => sum + people, 0)
  }
  if ((await ours()) !== (await peer())) throw new Error(`${by}: other people than by hand`)
  return figureOf(
    `Different people by ${by === 'SEX' ? 'sex' : 'kind of unit'}`,
    await compare(rounds, ours, peer),
    1.3,
    note,
  )
}

async function measureAges({ office, rounds, of, note }: Measured): Promise<Figure> {
  const ours = async () =>
    (await readAges(office.platform, viewer, of)).reduce((sum, { overdue }) => sum + Number(overdue), 0)
  const peer = async () => {
    const rows = await office.platform.database.query<{ overdue: bigint }>({
      text: `SELECT notice.period, sum(entry.amount)::bigint AS overdue
        FROM ledger_entry entry JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
        JOIN payment_notice notice ON notice.id = transfer.notice_id
        WHERE entry.insurance IS NOT NULL AND notice.due_on < '${office.platform.clock.today()}' AND notice.status <> 'POSTED' GROUP BY 1`,
    })
    return rows.reduce((sum, { overdue }) => sum + Number(overdue), 0)
  }
  if ((await ours()) !== (await peer())) throw new Error('other arrears than the ledger has')
  return figureOf('Arrears by age', await compare(rounds, ours, peer), 1.3, note)
}

function figureOf(name: string, seconds: { ours: number; peer: number }, aim: number, note: string): Figure {
  const [value, peer] = [seconds.ours * 1000, seconds.peer * 1000]
  return {
    name,
    unit: 'ms',
    value,
    peer: { name: 'one bare aggregate', value: peer },
    ratio: value / peer,
    aim,
    better: 'lower',
    note,
  }
}
