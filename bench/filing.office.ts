import { withdrawDeclaration } from '@shebao/api/src/features/filing/inspection/withdraw-declaration.ts'
import { saveUnitForm } from '@shebao/api/src/features/filing/inspection/save-unit-form.ts'
import { declarationNow, givenUnit, openDraft } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { GivenUnit } from '@shebao/api/src/testing/inspection-scenario.ts'
import type { BenchOffice, Clerk } from './office.ts'

/** Most rows that a request may bring. */
const rowsInPart = 2_500
export const origin = 'bench'

const saveOperation = `mutation ($input: SavePersonnelInput!) { savePersonnel(input: $input) { __typename
  ... on PersonnelSaved { revision finished } } }`
const submitOperation = `mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { __typename
  ... on DeclarationSubmitted { receipt { formNo contentHash people } } ... on DeclarationIncomplete { issues { path code } } } }`

/** An enterprise's annual inspection with its whole list, and whoever hands it in. */
export interface Filing {
  office: BenchOffice
  unit: GivenUnit
  clerk: Clerk
  declarationId: string
}

/** Sends the whole list in parts, as the browser does; the bodies of the requests are made beforehand. */
export async function saveList({ clerk, unit }: Filing, bodies: readonly string[]): Promise<number> {
  let finished = false
  for (const body of bodies) {
    const { savePersonnel } = await clerk.post<{ savePersonnel: { __typename: string; finished?: boolean } }>(body)
    if (savePersonnel.__typename !== 'PersonnelSaved') throw new Error(`not saved: ${savePersonnel.__typename}`)
    finished = savePersonnel.finished === true
  }
  if (!finished) throw new Error('the list is not whole')
  return unit.people.length
}

export async function bodiesOfList({ office, unit, declarationId }: Filing): Promise<string[]> {
  const { personnelRevision } = await declarationNow(office.platform, declarationId)
  const uploadId = crypto.randomUUID()
  // At least four, so that a small list goes in parts too.
  const parts = Math.max(4, Math.ceil(unit.people.length / rowsInPart))
  const inPart = Math.ceil(unit.people.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const rows = unit.people.slice(part * inPart, (part + 1) * inPart).map(({ row, draft }) => ({ rowNo: row, draft }))
    const list = { declarationId, expectedRevision: personnelRevision, uploadId, mode: 'REPLACE', ofParts: parts }
    return JSON.stringify({ query: saveOperation, variables: { input: { ...list, part: part + 1, rows } } })
  })
}

/** Presses "submit": everything the clerk waits for until the receipt is on the screen. */
export async function submit({ clerk, unit }: Filing, body: string): Promise<number> {
  const { submitDeclaration } = await clerk.post<{
    submitDeclaration: { __typename: string; receipt?: { people: number }; issues?: unknown[] }
  }>(body)
  if (submitDeclaration.receipt?.people !== unit.people.length) {
    throw new Error(`not submitted: ${JSON.stringify(submitDeclaration).slice(0, 300)}`)
  }
  return unit.people.length
}

export async function bodyOfSubmission({ office, declarationId }: Filing): Promise<string> {
  const { unitRevision, personnelRevision } = await declarationNow(office.platform, declarationId)
  const input = { declarationId, unitRevision, personnelRevision, truthDeclared: true, signer: '王建国' }
  return JSON.stringify({ query: submitOperation, variables: { input } })
}

/** Takes the submission of the round before back, so that the same draft may be submitted again. */
export async function takeBack({ office, unit, declarationId }: Filing): Promise<void> {
  const { status } = await declarationNow(office.platform, declarationId)
  if (status === 'SUBMITTED') await withdrawDeclaration(office.platform, unit.clerk, { declarationId, origin })
  await office.platform.database.query({ text: 'VACUUM ANALYZE personnel_record' })
}

/** An enterprise with a complete form; the register has everybody with another unit too, for work injury alone, as is lawful (domain 3.1). */
export async function openFiling(office: BenchOffice, people: number): Promise<Filing> {
  const { platform } = office
  const unit = await givenUnit(platform, { people })
  const filing = {
    office,
    unit,
    clerk: await office.signIn(unit.employerId),
    declarationId: await openDraft(platform, unit),
  }
  await saveUnitForm(platform, unit.clerk, {
    declarationId: filing.declarationId,
    expectedRevision: 0,
    changes: unit.answers,
  })
  await saveList(filing, await bodiesOfList(filing))
  return filing
}

export async function enterInRegister({ office, unit }: Filing): Promise<void> {
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
