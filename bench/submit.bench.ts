import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withdrawDeclaration } from '@shebao/api/src/features/filing/inspection/withdraw-declaration.ts'
import { signPersonnelList } from '@shebao/api/src/features/filing/personnel/sign-personnel-list.ts'
import { saveUnitForm } from '@shebao/api/src/features/filing/inspection/save-unit-form.ts'
import {
  declarationNow,
  givenOffice,
  givenUnit,
  openDraft,
  settleComparison,
} from '@shebao/api/src/testing/inspection-scenario.ts'
import type { GivenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import { compare } from './bench.ts'
import type { Bench, Figure, Size } from './bench.ts'
import { openOffice } from './office.ts'
import type { BenchOffice, Clerk } from './office.ts'

const parts = 4
const sizes = { full: { people: 10_000, rounds: 7 }, small: { people: 40, rounds: 1 } }
const origin = 'bench'

const saveOperation = `mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { __typename
  ... on PersonnelSaved { revision finished } } }`
const submitOperation = `mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { __typename
  ... on DeclarationSubmitted { receipt { formNo contentHash people } } ... on DeclarationIncomplete { issues { path code } } } }`

interface Filing {
  office: BenchOffice
  unit: GivenUnit
  clerk: Clerk
  declarationId: string
  rounds: number
}

/** Sends the whole list in parts, as the browser does; the bodies of the requests are made beforehand. */
async function saveList({ clerk, unit }: Filing, bodies: readonly string[]): Promise<number> {
  let finished = false
  for (const body of bodies) {
    const { savePersonnel } = await clerk.post<{ savePersonnel: { __typename: string; finished?: boolean } }>(body)
    if (savePersonnel.__typename !== 'PersonnelSaved') throw new Error(`not saved: ${savePersonnel.__typename}`)
    finished = savePersonnel.finished === true
  }
  if (!finished) throw new Error('the list is not whole')
  return unit.people.length
}

async function bodiesOfList({ office, unit, declarationId }: Filing): Promise<string[]> {
  const { personnelRevision } = await declarationNow(office.platform, declarationId)
  const uploadId = crypto.randomUUID()
  const rowsInPart = unit.people.length / parts
  return Array.from({ length: parts }, (_, part) => {
    const rows = unit.people
      .slice(part * rowsInPart, (part + 1) * rowsInPart)
      .map(({ row, draft }) => ({ rowNo: row, draft }))
    const list = { declarationId, expectedRevision: personnelRevision, uploadId, mode: 'REPLACE', ofParts: parts }
    return JSON.stringify({ query: saveOperation, variables: { input: { ...list, part: part + 1, rows } } })
  })
}

/** Presses "submit": everything the clerk waits for until the receipt is on the screen. */
async function submit({ clerk, unit }: Filing, body: string): Promise<number> {
  const { submitDeclaration } = await clerk.post<{
    submitDeclaration: { __typename: string; receipt?: { people: number }; issues?: unknown[] }
  }>(body)
  if (submitDeclaration.receipt?.people !== unit.people.length) {
    throw new Error(`not submitted: ${JSON.stringify(submitDeclaration).slice(0, 300)}`)
  }
  return unit.people.length
}

async function bodyOfSubmission({ office, declarationId }: Filing): Promise<string> {
  const { unitRevision, personnelRevision } = await declarationNow(office.platform, declarationId)
  const input = { declarationId, unitRevision, personnelRevision, truthDeclared: true, signer: '王建国' }
  return JSON.stringify({ query: submitOperation, variables: { input } })
}

/** Takes the submission of the round before back, so that the same draft may be submitted again. */
async function takeBack({ office, unit, declarationId }: Filing): Promise<void> {
  const { status } = await declarationNow(office.platform, declarationId)
  if (status === 'SUBMITTED') await withdrawDeclaration(office.platform, unit.clerk, { declarationId, origin })
  await office.platform.database.query({ text: 'VACUUM ANALYZE personnel_record' })
}

/**
 * The bare limit: the same rows, already written out, streamed into an identical table. Its foreign key costs the database
 * as much as the rows themselves; `withoutForeignKey` is the table that an importer who trusts its file would make.
 */
async function openCopy({ office, unit }: Filing, { withoutForeignKey = false } = {}) {
  const client = new pg.Client({ connectionString: office.connectionString })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS copied')
  await client.query('CREATE TABLE copied (LIKE personnel_record INCLUDING ALL)')
  if (!withoutForeignKey)
    await client.query('ALTER TABLE copied ADD FOREIGN KEY (declaration_id) REFERENCES declaration')
  const chunks: Buffer[] = []
  const reading = client.query(copyTo('COPY (SELECT * FROM personnel_record WHERE version = 0) TO STDOUT'))
  for await (const chunk of reading) chunks.push(chunk)
  return {
    empty: () => client.query('TRUNCATE copied'),
    async run() {
      const copying = client.query(copyFrom('COPY copied FROM STDIN'))
      await pipeline(Readable.from(chunks), copying)
      if (copying.rowCount !== unit.people.length) throw new Error(`copied ${copying.rowCount} rows`)
      return copying.rowCount
    },
    close: () => client.end(),
  }
}
type Copy = Awaited<ReturnType<typeof openCopy>>

/** An enterprise of 10,000 with a complete form; the register has everybody with another unit too, for work injury alone, as is lawful (domain 3.1). */
async function openFiling(office: BenchOffice, size: Size): Promise<Filing> {
  const { platform } = office
  const { people, rounds } = sizes[size]
  await givenOffice(platform)
  const unit = await givenUnit(platform, { people })
  const filing = {
    office,
    unit,
    clerk: await office.signIn(unit.employerId),
    declarationId: await openDraft(platform, unit),
    rounds,
  }
  await saveUnitForm(platform, unit.clerk, {
    declarationId: filing.declarationId,
    expectedRevision: 0,
    changes: unit.answers,
  })
  await saveList(filing, await bodiesOfList(filing))
  return filing
}

async function enterInRegister({ office, unit }: Filing): Promise<void> {
  const { database } = office.platform
  const { id } = await database.prisma.employer.create({
    data: {
      onlineFilings: {
        create: { validFrom: '2020-01-01', source: 'REGISTER', recordedAt: new Date('2020-01-01T00:00:00Z') },
      },
      ...(await database.prisma.employer.findUniqueOrThrow({ where: { id: unit.employerId }, omit: { id: true } })),
      registrationNo: '1101089999',
      creditCode: '',
    },
  })
  await database.query({
    text: `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
      SELECT gen_random_uuid(), 'RESIDENT_ID', id_hash, id_masked, name_masked, personal, 'MALE', '1990-01-01' FROM personnel_record WHERE version = 0`,
  })
  await database.query(
    {
      text: `INSERT INTO enrolment (id, employer_id, individual_id, employment_form, household_type, hire_date, from_period, average_wage, pension, medical)
      SELECT gen_random_uuid(), $1, id, 'CONTRACT', 'LOCAL_URBAN', '2018-01-01', '2018-01', 1000000, false, false FROM individual`,
    },
    [id],
  )
  await database.query({ text: 'ANALYZE' })
}

export default {
  name: 'filing 10,000 people against COPY of the same rows',
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
  const { platform, databaseKind } = office
  const filing = await openFiling(office, size)
  await enterInRegister(filing)
  const identical = await openCopy(filing)
  const saving = await compareSaving(filing, identical)
  await signPersonnelList(platform, filing.unit.clerk, { declarationId: filing.declarationId, signed: true, origin })
  await settleComparison(platform, filing.unit, filing.declarationId)
  const submitting = await compareSubmitting(filing, identical)
  await identical.close()
  const bare = await openCopy(filing, { withoutForeignKey: true })
  const againstBare = await compareSubmitting(filing, bare)
  await bare.close()
  const count = filing.unit.people.length.toLocaleString('en')
  const submitted = `${databaseKind}; unsealing, every rule, freezing, hash and audit included`
  return [
    figure(`Submitting ${count} people`, 'COPY, identical table', submitting, 3, submitted),
    figure(`Submitting ${count} people`, 'COPY, no foreign key', againstBare, 3, submitted),
    figure(
      `Saving ${count} people`,
      'COPY, identical table',
      saving,
      4,
      `${databaseKind}; ${parts} requests, sealing included`,
    ),
  ]
}

async function compareSaving(filing: Filing, copy: Copy) {
  let bodies: string[] = []
  const prepare = async () => {
    bodies = await bodiesOfList(filing)
    await copy.empty()
  }
  return compare(filing.rounds, () => saveList(filing, bodies), copy.run, prepare)
}

async function compareSubmitting(filing: Filing, copy: Copy) {
  let body = ''
  const prepare = async () => {
    await takeBack(filing)
    body = await bodyOfSubmission(filing)
    await copy.empty()
  }
  return compare(filing.rounds, () => submit(filing, body), copy.run, prepare)
}

function figure(
  name: string,
  peer: string,
  seconds: { ours: number; peer: number },
  aim: number,
  note: string,
): Figure {
  return {
    name,
    note,
    aim,
    unit: 'ms',
    better: 'lower',
    value: seconds.ours * 1000,
    peer: { name: peer, value: seconds.peer * 1000 },
    ratio: seconds.ours / seconds.peer,
  }
}
