import { openMonthly } from '@shebao/api/src/features/filing/monthly/open-monthly.ts'
import { withdrawMonthly } from '@shebao/api/src/features/filing/monthly/step-monthly.ts'
import { mostRowsInPart, uploadMonthlyChanges } from '@shebao/api/src/features/filing/monthly/upload-changes.ts'
import { personIdHash } from '@shebao/api/src/features/filing/personnel/personnel-row-codec.ts'
import { givenOffice, givenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { GivenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, fen } from '@shebao/kernel'
import { compare } from './bench.ts'
import type { Bench, Figure, Size } from './bench.ts'
import { openCopy } from './copied-rows.ts'
import { openOffice } from './office.ts'
import type { BenchOffice, Clerk } from './office.ts'

const sizes = { full: { people: 50_000, rounds: 5 }, small: { people: 40, rounds: 1 } }
const origin = 'bench'
const [month, next] = ['2026-11', '2026-12']

const submitOperation = `mutation ($input: SubmitMonthlyInput!) { submitMonthlyDeclaration(input: $input) { __typename
  ... on MonthlySubmitted { receipt { formNo contentHash people } } ... on MonthlyIncomplete { issues { path code } }
  ... on MonthlyNotSubmitted { reason } } }`

interface Filing {
  office: BenchOffice
  unit: GivenUnit
  clerk: Clerk
  declarationId: string
  people: number
  rounds: number
}

/** Of five people three get another wage, one leaves, and one is new: the month in which a large unit adjusts its wages and changes many of its people. */
function changeOf(index: number, { name, idNumber }: { name?: string; idNumber?: string }): MonthlyChangeDraft {
  const who = { name: name ?? '', idNumber: idNumber ?? '', insurances: [...FIVE_INSURANCES] }
  if (index % 5 === 0)
    return {
      ...who,
      changeType: 'ADD_NEW',
      householdType: 'LOCAL_URBAN',
      employmentForm: 'CONTRACT',
      hireDate: '2026-11-20',
      effectivePeriod: month,
      monthlyWage: fen(900_000),
    }
  if (index % 5 === 1)
    return {
      ...who,
      changeType: 'STOP_CONTRACT_END',
      leaveDate: '2026-11-20',
      lastPayablePeriod: month,
      effectivePeriod: next,
    }
  return { ...who, changeType: 'BASE_CHANGE', effectivePeriod: month, monthlyWage: fen(950_000), reason: '年度调薪' }
}

async function openFiling(office: BenchOffice, size: Size): Promise<Filing> {
  const { platform } = office
  const { people, rounds } = sizes[size]
  await givenOffice(platform)
  const unit = await givenUnit(platform, { people })
  await enterInRegister(office, unit)
  const opened = await openMonthly(platform, unit.clerk, { filing: 'REGULAR', period: undefined, origin })
  if (opened.kind !== 'opened') throw new Error(`not opened: ${opened.reason}`)
  const declarationId = opened.declaration.id
  const rows = unit.people.map(({ draft }, index) => ({ row: index + 1, draft: changeOf(index, draft) }))
  const uploadId = crypto.randomUUID()
  const ofParts = Math.ceil(rows.length / mostRowsInPart)
  for (let part = 1; part <= ofParts; part += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other, as the browser sends them
    const outcome = await uploadMonthlyChanges(platform, unit.clerk, {
      declarationId,
      expectedRevision: 0,
      uploadId,
      mode: 'REPLACE',
      part,
      ofParts,
      origin,
      rows: rows.slice((part - 1) * mostRowsInPart, part * mostRowsInPart),
    })
    if (outcome.kind !== 'saved') throw new Error(`not saved: ${outcome.kind}`)
  }
  return { office, unit, clerk: await office.signIn(unit.employerId), declarationId, people, rounds }
}

/** Whoever does not join is with the unit already. */
async function enterInRegister({ platform }: BenchOffice, unit: GivenUnit): Promise<void> {
  const { vault, database } = platform
  const staying = unit.people.map(({ draft }) => draft).filter((_, index) => index % 5 !== 0)
  await database.query(
    {
      text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
        SELECT gen_random_uuid(), 'RESIDENT_ID', hash, '', '', personal, 'MALE', '1990-01-01' FROM unnest($1::bytea[], $2::bytea[]) AS one(hash, personal)`,
    },
    [
      staying.map(({ idNumber }) => Buffer.from(personIdHash(vault, idNumber) ?? [])),
      staying.map(({ name, idNumber }) => Buffer.from(vault.seal({ name, idNumber }))),
    ],
  )
  await database.query(
    {
      text: `INSERT INTO enrolment (id, employer_id, individual_id, employment_form, household_type, hire_date, from_period, average_wage, pension, medical)
        SELECT gen_random_uuid(), $1, id, 'CONTRACT', 'LOCAL_URBAN', '2018-01-01', '2018-01', 1000000, true, true FROM individual`,
    },
    [unit.employerId],
  )
  await database.query({ text: 'ANALYZE' })
}

/** Presses "submit": everything the clerk waits for until the receipt is on the screen. */
async function submit({ clerk, people }: Filing, body: string): Promise<number> {
  const { submitMonthlyDeclaration } = await clerk.post<{
    submitMonthlyDeclaration: { receipt?: { people: number } }
  }>(body)
  if (submitMonthlyDeclaration.receipt?.people !== people)
    throw new Error(`not submitted: ${JSON.stringify(submitMonthlyDeclaration).slice(0, 300)}`)
  return people
}

const bodyOfSubmission = ({ declarationId }: Filing): string =>
  JSON.stringify({
    query: submitOperation,
    variables: {
      input: { declarationId, revision: 1, idempotencyKey: crypto.randomUUID(), truthDeclared: true, signer: '王建国' },
    },
  })

/** Takes the submission of the round before back, so that the same draft may be handed in again. */
async function takeBack({ office: { platform }, unit, declarationId }: Filing): Promise<void> {
  const { status } = await platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: declarationId } })
  if (status === 'SUBMITTED') await withdrawMonthly(platform, unit.clerk, { declarationId, origin })
  await platform.database.query({ text: 'VACUUM ANALYZE monthly_change' })
  await platform.database.query({ text: 'VACUUM ANALYZE monthly_claim' })
}

export default {
  name: 'monthly submit against COPY of the same 50,000 changes',
  async run(size) {
    const office = await openOffice()
    try {
      return await measure(office, size)
    } finally {
      await office.close()
    }
  },
} satisfies Bench

async function measure(office: BenchOffice, size: Size): Promise<Figure[]> {
  const filing = await openFiling(office, size)
  const copy = await openCopy(filing.office, { table: 'monthly_change', version: 1, rows: filing.people })
  let body = ''
  const prepare = async () => {
    await takeBack(filing)
    body = bodyOfSubmission(filing)
    await copy.empty()
  }
  const seconds = await compare(filing.rounds, () => submit(filing, body), copy.run, prepare)
  await copy.close()
  return [
    {
      name: `Submitting a month of ${filing.people.toLocaleString('en')} changes`,
      note: `${office.databaseKind}; unsealing, every rule, claims of the joins, freezing where the rows stand, hash and audit included`,
      aim: 2,
      unit: 'ms',
      better: 'lower',
      value: seconds.ours * 1000,
      peer: { name: 'COPY, identical table', value: seconds.peer * 1000 },
      ratio: seconds.ours / seconds.peer,
    },
  ]
}
