import { personMonthsQuery } from '@shebao/api/src/features/money/month/premium-payment.repository.ts'
import { createSession } from '@shebao/api/src/features/office/session/session.repository.ts'
import type { Bench, Figure } from './bench.ts'
import { fillerOf, insertMonths, monthAt, registerPeople } from './months.office.ts'
import { openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'

const sizes = {
  full: { rows: [100_000, 1_000_000, 10_000_000], embeddedRows: [10_000, 100_000], months: 36, people: 400 },
  small: { rows: [120, 240], embeddedRows: [120, 240], months: 3, people: 2 },
}
/** Other sizes than these, smallest first, where time and disk are there for them: `100000,60000000`, say. */
const wanted = process.env['SHEBAO_LOOKUP_ROWS']?.split(',').map(Number)
const rowsOf = (size: 'full' | 'small') => wanted ?? sizes[size].rows
/** A year of five insurances, and one month more that says whether there are older ones, as the product asks. */
const page = 12
const allMonths = { from: '0000-00', to: '9999-12' }

/** An office with so many rows, and some of its people. */
export interface Filled {
  office: Pick<BenchOffice, 'databaseKind' | 'platform' | 'url'>
  rows: number
  people: { id: string; token: string }[]
  pageSize: number
}

/** What a look-up took of each of them, in the order of `people`. */
interface Taken {
  statement: number[]
  request: number[]
  buffers: number[]
}

export default {
  name: "one person's look-up in ever more rows",
  async run(size) {
    const filled: (Filled & { office: BenchOffice })[] = []
    try {
      for (let next = 0; next < rowsOf(size).length; next += 1) {
        // oxlint-disable-next-line no-await-in-loop -- an office after the other
        const office = await openOffice()
        filled.push({ office, rows: 0, people: [], pageSize: Math.min(page, sizes[size].months) })
      }
      for (const [index, one] of filled.entries())
        // oxlint-disable-next-line no-await-in-loop -- filled one after the other, on the same server
        await fill(one, size, index)
      return await takeLookUps(filled, sizes[size].people)
    } finally {
      await Promise.all(filled.map(({ office }) => office.close()))
    }
  },
} satisfies Bench

/** Of offices that are filled: writing ten million rows takes longer than looking anybody up in them. */
export async function takeLookUps(filled: readonly Filled[], people: number): Promise<Figure[]> {
  const taken = filled.map((): Taken => ({ statement: [], request: [], buffers: [] }))
  for (let turn = 0; turn < people; turn += 1)
    for (let place = 0; place < filled.length; place += 1) {
      // In turns, so that a busy moment of the machine hits all of them; and none of them always first, which takes longest.
      const index = (turn + place) % filled.length
      // oxlint-disable-next-line no-await-in-loop -- one question at a time
      await lookUp(filled[index], turn, taken[index])
    }
  return figuresOf(filled, taken)
}

export async function fill(one: Filled, size: 'full' | 'small', index: number): Promise<void> {
  const { embeddedRows, months, people } = sizes[size]
  const { platform, databaseKind } = one.office
  one.rows = (databaseKind.startsWith('embedded') ? embeddedRows[index] : rowsOf(size)[index]) ?? 0
  const run = fillerOf(platform.database)
  const everybody = Math.ceil(one.rows / months)
  await registerPeople(run, everybody)
  for (let month = 0; month < months; month += 1)
    // oxlint-disable-next-line no-await-in-loop -- a month after the other, as they are billed: nobody's lie together
    await insertMonths(run, monthAt(month), everybody)
  await run('VACUUM ANALYZE premium_payment')
  await run('VACUUM ANALYZE employer')
  await choose(one, people)
}

/** Some of its people, with a session each. */
export async function choose({ office: { platform }, people: chosen }: Filled, people: number): Promise<void> {
  const some = await platform.database.query<{ id: string }>(
    { text: 'SELECT id FROM individual ORDER BY random() LIMIT $1::int' },
    [people],
  )
  for (const { id } of some) {
    // oxlint-disable-next-line no-await-in-loop -- a few hundred
    const account = await platform.database.prisma.account.create({
      data: { kind: 'INSURED', individualId: id, displayName: '-', passwordHash: '-' },
    })
    // oxlint-disable-next-line no-await-in-loop -- a few hundred
    const { token } = await createSession(platform, account, { acting: undefined, userAgent: 'bench', stage: 'FULL' })
    chosen.push({ id, token })
  }
}

async function lookUp(one: Filled | undefined, turn: number, taken: Taken | undefined): Promise<void> {
  const person = one?.people[turn]
  if (!person || !taken) throw new Error('nobody to look up')
  // Who is asked about first finds the pages not read yet: half of them are read by the one way, half by the other.
  const both = [() => askDatabase(one, person.id, taken), () => askApi(one, person.token, taken)]
  for (const ask of turn % 2 === 0 ? both : both.toReversed())
    // oxlint-disable-next-line no-await-in-loop -- one question at a time
    await ask()
}

/** The product's own statement, prepared under its own name and planned as it is after many people; then the same once more, explained. */
async function askDatabase({ office, pageSize }: Filled, id: string, taken: Taken): Promise<void> {
  const { statement, values } = personMonthsQuery(id, allMonths, undefined, pageSize + 1)
  const { database } = office.platform
  await database.transaction(async () => {
    // The driver has to have seen the statement on this connection, and the planner to have chosen.
    for (let time = 0; time < 6; time += 1)
      // oxlint-disable-next-line no-await-in-loop -- as one person's questions come
      await database.query(statement, personMonthsQuery(noOne, allMonths, undefined, pageSize + 1).values)
    const started = performance.now()
    const months = await database.query(statement, values)
    taken.statement.push(performance.now() - started)
    if (months.length < pageSize) throw new Error(`${months.length} months instead of ${pageSize}`)
    const literals = values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')
    const [explained] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>({
      text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE "${statement.name}"(${literals})`,
    })
    const plan = explained?.['QUERY PLAN'][0].Plan
    if (!plan) throw new Error('no plan')
    taken.buffers.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks'])
  })
}

const noOne = '00000000-0000-0000-0000-000000000000'
interface Plan {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** The same months through session, policy and GraphQL, over a socket. */
async function askApi({ office, pageSize }: Filled, token: string, taken: Taken): Promise<void> {
  const started = performance.now()
  const response = await fetch(`${office.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `shebao_session=${token}` },
    body: JSON.stringify({
      query: `query LookUp { me { payments(first: ${pageSize}) { edges { node { period status postedOn employerName averageWage
        pensionBase pensionEmployer pensionPersonal medicalBase medicalEmployer medicalPersonal unemploymentBase unemploymentEmployer
        unemploymentPersonal workInjuryBase workInjuryEmployer maternityBase maternityEmployer } } } } }`,
    }),
  })
  const answer = (await response.json()) as { data?: { me: { payments: { edges: unknown[] } } } }
  taken.request.push(performance.now() - started)
  const months = answer.data?.me.payments.edges.length
  if (months !== pageSize) throw new Error(`the API answered ${response.status} with ${months} months`)
}

function figuresOf(filled: readonly Filled[], taken: readonly Taken[]): Figure[] {
  const [smallest, first] = [filled[0], taken[0]]
  if (!smallest || !first) return []
  const note = `${first.statement.length} people, ${smallest.office.databaseKind}, ${smallest.pageSize} months of five insurances, in turns`
  return filled.flatMap((one, index) => {
    const { statement, request, buffers } = taken[index] ?? first
    const looked = `Look-up in ${one.rows.toLocaleString('en')} rows`
    const least = `the least ${Math.min(...buffers)}, the most ${Math.max(...buffers)}`
    const figures: Figure[] = [
      {
        name: `${looked}: buffers`,
        unit: 'buffers',
        value: median(buffers),
        aim: 10,
        better: 'lower',
        note: `${note}; ${least}`,
      },
    ]
    if (one !== smallest)
      figures.push(
        growth(`${looked}: the statement`, statement, first.statement, smallest, note),
        growth(`${looked}: through the API`, request, first.request, smallest, note),
      )
    return figures
  })
}

function growth(
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  { rows }: Filled,
  note: string,
): Figure {
  const [value, peer] = [median(ours), median(theirs)]
  return {
    name,
    unit: 'ms',
    value,
    peer: { name: `in ${rows.toLocaleString('en')} rows`, value: peer },
    ratio: value / peer,
    aim: 1.5,
    better: 'lower',
    note,
  }
}

/** A look-up that met a busy moment counts as one, whatever it took. */
function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN
}
