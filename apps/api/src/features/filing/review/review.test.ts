import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'

let platform: TestPlatform
let officer: Viewer
let unit: ReviewedUnit
const [stays, gone, raised, fresh, optedOut] = [
  somebody(11, '王芳', 1_000_000),
  somebody(12, '李四', 900_000),
  somebody(13, '赵六', 800_000),
  somebody(14, '新人', 2_000_000),
  somebody(15, '钱七', 700_000),
]
const withoutUnemployment = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: false, WORK_INJURY: true, MATERNITY: true }

beforeAll(async () => {
  platform = await openTestPlatform()
  officer = await addStaff(platform, '何经办', ['OFFICER'])
  unit = await addUnit(platform, [stays, gone, raised, optedOut])
  await submitVersion(platform, unit, [stays, { ...raised, wage: 900_000 }, fresh])
  await submitVersion(
    platform,
    unit,
    [stays, { ...raised, wage: 1_000_000 }, fresh, { ...optedOut, participation: withoutUnemployment }],
    { bankName: '另一家银行' },
  )
})
afterAll(() => platform.close())

const get = async <T>(fields: string, variables: Record<string, unknown> = {}, head = '($id: ID!)'): Promise<T> => {
  const answer = await ask(platform, officer, `query ${head} { declarationReview(id: $id) { ${fields} } }`, {
    id: unit.declarationId,
    ...variables,
  })
  expect(answer.errors).toEqual([])
  return (answer.data as unknown as { declarationReview: T }).declarationReview
}

describe('the unit form beside the register', () => {
  interface Field {
    path: string
    declared: unknown
    registered: unknown
    known: boolean
    differs: boolean
    masked: boolean
  }
  it('marks what differs, leaves alone what the register does not know, and masks', async () => {
    const { fields } = await get<{ fields: Field[] }>('fields { path declared registered known differs masked }')
    const of = (path: string) => fields.find((field) => field.path === path)
    expect(of('unitName')).toMatchObject({ declared: '另一个名称', differs: true })
    expect(of('unitCode')).toMatchObject({ differs: false, known: true })
    expect(of('bankName')).toMatchObject({ declared: '另一家银行', registered: '示范银行', differs: true })
    expect(of('bankAccountNumber')).toEqual({
      path: 'bankAccountNumber',
      declared: '***************0001',
      registered: '***************0000',
      known: true,
      differs: true,
      masked: true,
    })
    expect(of('legalRepresentativePhone')).toMatchObject({ declared: '138****5678', differs: false })
    expect(of('handlerName')).toMatchObject({ declared: '赵**', known: false, differs: false })
    expect(of('staffTotal')).toMatchObject({ declared: 4, registered: 4, differs: false })
    expect(of('insuredCount.UNEMPLOYMENT')).toMatchObject({ declared: null, registered: 4, differs: true })
    expect(fields.map(({ path }) => path).slice(0, 4)).toEqual(['year', 'unitName', 'unitCode', 'creditCode'])
  })
})

describe('the people beside the register', () => {
  interface Person {
    kinds: string[]
    rowNo: number | null
    idMasked: string
    declaredName: string | null
    changePpm: number | null
  }
  const persons = (args: string, variables = {}, head = '($id: ID!)') =>
    get<{ persons: { edges: { node: Person }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
      `persons${args} { edges { node { kinds rowNo idMasked declaredName changePpm } } pageInfo { hasNextPage endCursor } }`,
      variables,
      head,
    )

  it('puts who came and who left before who changed, masked', async () => {
    const {
      persons: { edges },
    } = await persons('')
    expect(edges.map(({ node }) => [node.kinds, node.declaredName, node.changePpm])).toEqual([
      [['NEW'], '新*', null],
      [['LEFT'], null, null],
      [['PARTICIPATION'], '钱*', 0],
      [['WAGE'], '赵*', 250_000],
    ])
    expect(edges[0]?.node.idMasked).toMatch(/^110\*{13}\w\w$/)
  })

  it('counts by kind, pages without gaps, and shows everybody when asked', async () => {
    const { changeCounts } = await get<{ changeCounts: object }>(
      'changeCounts { all different new left name participation wage }',
    )
    expect(changeCounts).toEqual({ all: 5, different: 4, new: 1, left: 1, name: 0, participation: 1, wage: 1 })
    const seen: string[] = []
    let after: string | null = null
    do {
      const { persons: page }: Awaited<ReturnType<typeof persons>> = await persons(
        '(onlyDifferences: false, first: 2, after: $after)',
        { after },
        '($id: ID!, $after: String)',
      )
      seen.push(...page.edges.map(({ node }) => node.declaredName ?? '-'))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(seen).toEqual(['新*', '-', '钱*', '赵*', '王*'])
    const { persons: left } = await persons('(kind: LEFT)')
    expect(left.edges).toHaveLength(1)
  })

  it('finds one person by exact number only', async () => {
    const find = (idNumber: string) => persons('(idNumber: $n)', { n: idNumber }, '($id: ID!, $n: String)')
    expect((await find(stays.idNumber)).persons.edges.map(({ node }) => node.declaredName)).toEqual(['王*'])
    expect((await find(stays.idNumber.slice(0, 17))).persons.edges).toEqual([])
  })

  it('sums both sides on the limits in force', async () => {
    const { sums } = await get<{
      sums: {
        declared: {
          people: number
          monthlyWages: number
          insured: { insurance: string; people: number; base: number }[]
        }
        registered: { people: number; monthlyWages: number }
      }
    }>('sums { declared { people monthlyWages insured { insurance people base } } registered { people monthlyWages } }')
    expect(sums.declared).toMatchObject({ people: 4, monthlyWages: 4_700_000 })
    expect(sums.registered).toEqual({ people: 4, monthlyWages: 3_400_000 })
    // Beijing's floor of 7,162.00 lifts the lowest wage (domain 2.2).
    expect(sums.declared.insured.find(({ insurance }) => insurance === 'PENSION')).toEqual({
      insurance: 'PENSION',
      people: 4,
      base: 4_716_200,
    })
    expect(sums.declared.insured.find(({ insurance }) => insurance === 'UNEMPLOYMENT')).toEqual({
      insurance: 'UNEMPLOYMENT',
      people: 3,
      base: 4_000_000,
    })
  })
})

describe('versions', () => {
  it('say what each changed', async () => {
    const { versions } = await get<{ versions: object[] }>(
      'versions { version people fields { path before after } list { added removed changed } }',
    )
    expect(versions).toEqual([
      {
        version: 2,
        people: 4,
        list: { added: 1, removed: 0, changed: 1 },
        fields: [
          { path: 'bankName', before: '示范银行', after: '另一家银行' },
          { path: 'staffTotal', before: 3, after: 4 },
        ],
      },
      { version: 1, people: 3, list: null, fields: [] },
    ])
  })
})

describe('revealing', () => {
  const reveal = 'mutation ($input: RevealPersonInput!) { revealPerson(input: $input) { name idNumber mobile } }'
  const input = (more: object) => ({ input: { declarationId: unit.declarationId, reason: '核对证件原件', ...more } })
  const trail = () =>
    platform.database.prisma.auditEvent.findMany({
      where: { recordId: unit.declarationId, action: { startsWith: 'REVEAL' } },
    })

  it('needs a role, a reason and a person of this declaration', async () => {
    const auditor = await addStaff(platform, '沈审计', ['AUDITOR'])
    for (const other of [auditor, employerViewer(unit.employerId), insuredViewer(crypto.randomUUID())]) {
      expect((await ask(platform, other, reveal, input({ rowNo: 2 }))).errors).toEqual(['FORBIDDEN'])
    }
    expect((await ask(platform, officer, reveal, input({ rowNo: 2, reason: ' 看 ' }))).errors).toEqual([
      'BAD_USER_INPUT',
    ])
    expect((await ask(platform, officer, reveal, input({}))).errors).toEqual(['BAD_USER_INPUT'])
    expect((await ask(platform, officer, reveal, input({ rowNo: 99 }))).errors).toEqual(['NOT_FOUND'])
    const elsewhere = await addUnit(platform, [somebody(21, '外人', 1_000_000)])
    const [enrolment] = await platform.database.prisma.enrolment.findMany({
      where: { employerId: elsewhere.employerId },
    })
    expect((await ask(platform, officer, reveal, input({ enrolmentId: enrolment?.id }))).errors).toEqual(['NOT_FOUND'])
    expect(await trail()).toEqual([])
  })

  it('shows one person and leaves who, which and why in the trail, without the number', async () => {
    const { data } = await ask(platform, officer, reveal, input({ rowNo: 2 }))
    expect(data).toEqual({ revealPerson: { name: '王芳', idNumber: stays.idNumber, mobile: '13812345678' } })
    const answer = `mutation ($input: RevealAnswerInput!) { revealAnswer(input: $input) { declared registered } }`
    expect((await ask(platform, officer, answer, input({ path: 'bankAccountNumber' }))).data).toEqual({
      revealAnswer: { declared: '6228480000000000001', registered: '6228480000000000000' },
    })
    expect((await ask(platform, officer, answer, input({ path: 'bankName' }))).errors).toEqual(['BAD_USER_INPUT'])
    const entries = await trail()
    expect(entries.map(({ action, actorId, reason, role }) => [action, actorId, reason, role])).toEqual([
      ['REVEAL_PERSON', officer.accountId, '核对证件原件', 'OFFICER'],
      ['REVEAL_ANSWER', officer.accountId, '核对证件原件', 'OFFICER'],
    ])
    expect(JSON.stringify(entries.map(({ change }) => change))).not.toContain(stays.idNumber)
  })
})

describe('who may look', () => {
  it("staff only; what was never submitted is nobody else's business", async () => {
    const read = 'query ($id: ID!) { declarationReview(id: $id) { formNo } }'
    for (const other of [employerViewer(unit.employerId), insuredViewer(crypto.randomUUID())]) {
      expect((await ask(platform, other, read, { id: unit.declarationId })).errors).toEqual(['FORBIDDEN'])
      const register = 'query ($id: ID!) { registeredUnit(id: $id) { name } }'
      expect((await ask(platform, other, register, { id: unit.employerId })).errors).toEqual(['FORBIDDEN'])
    }
    const draft = await addUnit(platform, [stays])
    expect((await ask(platform, officer, read, { id: draft.declarationId })).errors).toEqual(['NOT_FOUND'])
    expect((await ask(platform, officer, read, { id: 'nonsense' })).errors).toEqual(['NOT_FOUND'])
  })

  it('finds a unit by its whole number', async () => {
    const find = 'query ($n: String!) { registeredUnit(number: $n) { id } }'
    expect((await ask(platform, officer, find, { n: unit.creditCode })).data).toEqual({
      registeredUnit: { id: unit.employerId },
    })
    expect((await ask(platform, officer, find, { n: unit.creditCode.slice(0, 10) })).data).toEqual({
      registeredUnit: null,
    })
  })
})
