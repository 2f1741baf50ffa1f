import { readParameterFile, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { allNodes, findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { proposalCase } from './proposal-case.ts'
import { createProposal, saveProposal } from './edit-proposal.ts'
import { importProposal } from './import-proposal.ts'
import { addParameterExports } from './parameter-exports.route.ts'
import { simulateProposal } from './simulate-proposal.ts'
import {
  draftsOf,
  nextLimits,
  openPolicyFixture,
  proposedRow,
  region,
} from '../../../testing/money/policy/policy-fixture.ts'
import type { PolicyFixture } from '../../../testing/money/policy/policy-fixture.ts'
import { explanationOf } from '../../../testing/ask-derivation.ts'

let office: PolicyFixture
beforeAll(async () => {
  office = await openPolicyFixture()
})
afterAll(() => office.close())

const someId = '00000000-0000-7000-8000-000000000000'
const fields: [operation: string, roles: readonly string[]][] = [
  ['{ policyParameters(region: "110000") { edges { node { name } } } }', ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']],
  ['{ policyRegionState(region: "110000") { revision } }', ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']],
  ['{ policyProposals { edges { node { id } } } }', ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']],
  [`{ policyProposal(id: "${someId}") { id } }`, ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']],
  ['mutation { createPolicyProposal(input: {region: "x", title: "x"}) { id } }', ['OFFICER', 'REVIEWER', 'HEAD']],
  ['mutation { importPolicyProposal(title: "x", text: "") { __typename } }', ['OFFICER', 'REVIEWER', 'HEAD']],
  [
    `mutation { savePolicyProposal(input: {id: "${someId}", expectedRevision: 0, title: "x", rows: []}) { __typename } }`,
    ['OFFICER', 'REVIEWER', 'HEAD'],
  ],
  [
    `mutation { simulatePolicyProposal(id: "${someId}", expectedRevision: 0) { __typename } }`,
    ['OFFICER', 'REVIEWER', 'HEAD'],
  ],
  [
    `mutation { withdrawPolicyProposal(id: "${someId}", decidedOn: "DRAFT.1", reason: "x") { __typename } }`,
    ['OFFICER', 'REVIEWER', 'HEAD'],
  ],
  [
    `mutation { publishPolicyProposal(id: "${someId}", decidedOn: "DRAFT.1", expectedRevision: 0) { __typename } }`,
    ['REVIEWER', 'HEAD'],
  ],
]

describe('who may call what', () => {
  it.each(fields)('%s', async (operation, roles) => {
    const refused = async (viewer: Viewer | undefined) => {
      const { errors } = await ask(office.platform, viewer, operation)
      return errors.includes('FORBIDDEN') || errors.includes('UNAUTHENTICATED')
    }
    expect(await refused(undefined)).toBe(true)
    expect(await refused(employerViewer(someId))).toBe(true)
    expect(await refused(insuredViewer(someId))).toBe(true)
    expect(await refused(staffViewer(['HEAD'], { stage: 'MUST_CHANGE_PASSWORD' }))).toBe(true)
    for (const role of ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] as const) {
      expect([role, await refused(staffViewer([role]))]).toEqual([role, !roles.includes(role)])
    }
  })

  it('use cases ask again, and an id of any shape is only unknown', async () => {
    const auditor = staffViewer(['AUDITOR'])
    const input = { region, title: 'x', origin: 'test' }
    await expect(createProposal(office.platform, auditor, input)).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    })
    await expect(createProposal(office.platform, undefined, input)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    })
    const { errors } = await ask(office.platform, auditor, `{ policyProposal(id: "' OR 1=1") { id } }`)
    expect(errors).toEqual(['NOT_FOUND'])
  })
})

describe('reading', () => {
  it('gives every row of the region in pages, with who put it in force', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data, errors } = await ask(
        office.platform,
        office.officer,
        `query Q($after: String) { policyParameters(region: "110000", first: 20, after: $after) {
          edges { node { id name value unit validFrom publishedBy source } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      expect(errors).toEqual([])
      const page = data['policyParameters'] as unknown as {
        edges: { node: { id: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
      seen.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(seen.length).toBe(await office.platform.database.prisma.policyParameter.count({ where: { region } }))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('says which months are billed', async () => {
    const { data } = await ask(
      office.platform,
      office.officer,
      '{ policyRegionState(region: "110000") { billedPeriods currentPeriod } }',
    )
    expect(data['policyRegionState']).toEqual({ billedPeriods: ['2026-09', '2026-10'], currentPeriod: '2026-11' })
  })
})

describe('files', () => {
  const yaml = (text: string) =>
    importProposal(office.platform, office.officer, { title: '导入', text, origin: 'test' })

  it('go out and come back as they were, in both forms, with a schema for anyone', async () => {
    let viewer: Viewer | undefined
    const app = await createServer(office.platform, { findViewer: async () => viewer, routes: [addParameterExports] })
    try {
      expect((await app.inject('/policy/parameters.yaml?region=110000')).statusCode).toBe(401)
      viewer = employerViewer(someId)
      expect((await app.inject('/policy/parameters.yaml?region=110000')).statusCode).toBe(403)
      viewer = staffViewer(['AUDITOR'])
      expect((await app.inject('/policy/parameters.json?region=Beijing')).statusCode).toBe(400)
      const [asYaml, asJson] = [
        await app.inject('/policy/parameters.yaml?region=110000'),
        await app.inject('/policy/parameters.json?region=110000'),
      ]
      expect(asYaml.headers['content-disposition']).toContain('shebao-parameters-110000.yaml')
      const reading = readParameterFile(parse(asYaml.body))
      expect(reading).toMatchObject({ ok: true })
      expect(readParameterFile(JSON.parse(asJson.body))).toEqual(reading)
      expect(reading.ok && reading.rows.length).toBeGreaterThanOrEqual(
        SHIPPED_PARAMETER_ROWS.filter((row) => row.region === region).length,
      )
      viewer = undefined
      const schema = await app.inject('/schemas/shebao-parameters-1.json')
      expect([schema.statusCode, JSON.parse(schema.body).title]).toEqual([
        200,
        expect.stringContaining('shebao-parameters/1'),
      ])
    } finally {
      await app.close()
    }
  })

  it('with mistakes are refused whole, each mistake with its row, field, reason and what would be right', async () => {
    const before = await office.platform.database.prisma.policyProposal.count()
    const { data } = await ask(
      office.platform,
      office.officer,
      `mutation M($text: String!) { importPolicyProposal(title: "x", text: $text) { __typename ... on PolicyImportRefused { reason problemCount problems { row field code textZh textEn } } } }`,
      {
        text: `format: shebao-parameters/1
rows:
  - {region: "110000", insurance: PENSION, side: EMPLOYER, category: ALL, name: RATE_PPM, value: 8.5, validFrom: "2027-13", validTo: null, docNo: null, publishedOn: null, source: x, verified: true}
  - {region: "110000", insurance: ALL, side: ALL, category: ALL, name: BASE_FLOOR, value: 1, validFrom: "2027-01", validTo: "2026-01", docNo: null, publishedOn: null, source: x, verified: true}`,
      },
    )
    const answer = data['importPolicyProposal'] as unknown as {
      reason: string
      problems: { row: number; field: string; textEn: string }[]
    }
    expect(answer.reason).toBe('PROBLEMS')
    expect(answer.problems.map(({ row, field }) => [row, field])).toEqual([
      [1, 'value'],
      [1, 'validFrom'],
      [2, 'validTo'],
      [2, 'insurance'],
    ])
    expect(answer.problems[1]?.textEn).toContain('2027-13')
    expect(await office.platform.database.prisma.policyProposal.count()).toBe(before)
  })

  it('that ask for monthly declarations are refused with the reason, while nobody could make one', async () => {
    const { data } = await ask(
      office.platform,
      office.officer,
      `mutation M($text: String!) { importPolicyProposal(title: "x", text: $text) { ... on PolicyImportRefused { reason problems { row field code textZh textEn } } } }`,
      {
        text: `format: shebao-parameters/1
rows:
  - {region: "110000", insurance: ALL, side: ALL, category: ALL, name: DECLARATION_MODE, value: MONTHLY_SELF, validFrom: "2027-01", validTo: null, docNo: null, publishedOn: null, source: x, verified: true}`,
      },
    )
    expect(data['importPolicyProposal']).toMatchObject({
      reason: 'PROBLEMS',
      problems: [
        {
          row: 1,
          field: 'value',
          code: 'NO_MONTHLY_FILING',
          textZh: expect.stringContaining('第六十二条'),
          textEn: expect.stringContaining('art. 62'),
        },
      ],
    })
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'PROBLEMS'],
    ['no YAML', 'rows: [', 'SYNTAX'],
    ['a tag of its own', 'format: !!js/function "x"', 'SYNTAX'],
    ['more than fits', `# ${'x'.repeat(2_000_001)}`, 'TOO_LARGE'],
    [
      'aliases that grow without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)
        .join('\n')}\nformat: *h`,
      'SYNTAX',
    ],
  ])('%s is refused', async (_name, text, reason) => {
    expect(await yaml(text)).toMatchObject({ kind: 'refused', reason })
  })
})

describe('writing', () => {
  it('copies the rows in force from a new month on, for somebody to change', async () => {
    const copy = { names: ['BASE_FLOOR', 'BASE_CEILING'], validFrom: '2027-07' }
    const { rows } = await createProposal(office.platform, office.officer, {
      region,
      title: '2027',
      copy,
      origin: 'test',
    })
    expect(rows).toHaveLength(8)
    expect(
      new Set(rows.map(({ validFrom, validTo, docNo, verified }) => `${validFrom} ${validTo} ${docNo} ${verified}`)),
    ).toEqual(new Set(['2027-07 2028-06  false']))
  })

  it('keeps what is no value yet, and tells two people who write at once', async () => {
    const proposal = await createProposal(office.platform, office.officer, { region, title: '草稿', origin: 'test' })
    const [draft] = draftsOf(proposedRow('MINIMUM_WAGE'))
    if (!draft) throw new Error('a draft')
    const typed = { ...draft, value: '二千六', validFrom: '明年' }
    const input = { id: proposal.id, expectedRevision: 0, title: '草稿', publishedAverage: null, rows: [typed] }
    expect(await saveProposal(office.platform, office.officer, input)).toMatchObject({
      kind: 'saved',
      proposal: { revision: 1, rows: [typed] },
    })
    const late = await saveProposal(office.platform, office.head, { ...input, rows: [] })
    expect(late).toMatchObject({ kind: 'conflict', proposal: { revision: 1, rows: [typed] } })
    expect(late.proposal.editors).toEqual([office.officer.accountId])
    // The same again is no change and makes nobody an editor.
    expect(await saveProposal(office.platform, office.head, { ...input, expectedRevision: 1 })).toMatchObject({
      proposal: { revision: 1, editors: [office.officer.accountId] },
    })
    expect(
      await simulateProposal(office.platform, office.head, { id: proposal.id, expectedRevision: 1, run: null }),
    ).toMatchObject({ kind: 'problems' })
  })
})

describe('a simulation on the last billed month', () => {
  it('compares what was billed with what would be, for everybody', async () => {
    const proposal = await createProposal(office.platform, office.officer, { region, title: '限额', origin: 'test' })
    await saveProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 0,
      title: '限额',
      publishedAverage: null,
      rows: nextLimits('2027-07'),
    })
    const outcome = await simulateProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 1,
      run: null,
    })
    if (outcome.kind !== 'advanced') throw new Error(outcome.kind)
    const { record } = outcome
    expect([record.done, record.month, record.total, record.tally.people]).toEqual([true, '2026-10', 6, 6])
    // At the floor 7 162 to 7 500 (two people), at the ceiling 35 811 to 37 500 (one), the others as they were.
    expect([record.tally.more, record.tally.less]).toEqual([3, 0])
    const notices = await office.platform.database.prisma.paymentNotice.aggregate({
      where: { period: '2026-10', kind: 'NORMAL' },
      _sum: { total: true },
    })
    expect(BigInt(record.tally.before)).toBe(notices._sum.total)
    expect(record.tally.employers).toHaveLength(3)
    expect(record.examples.map(({ reason }) => reason)).toEqual(['MOST_MORE', 'COMMON'])
    const [most] = record.examples
    expect([most?.explanationBefore.result.value, most?.explanationAfter.result.value]).toEqual([
      most?.before,
      most?.after,
    ])
    expect(JSON.stringify(record)).not.toContain('王小明')
    expect(outcome.proposal).toMatchObject({ status: 'SIMULATED', simulatedHash: outcome.proposal.rowsHash })
  })

  it('comes to the same in the smallest slices, and a run that somebody else began is left alone', async () => {
    const proposal = await createProposal(office.platform, office.officer, { region, title: '分批', origin: 'test' })
    const rows = nextLimits('2027-07')
    await saveProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 0,
      title: '分批',
      publishedAverage: null,
      rows,
    })
    const input = { id: proposal.id, expectedRevision: 1, run: null as string | null }
    const whole = await simulateProposal(office.platform, office.officer, input)
    for (const people of [1, 2, 3]) {
      let slices = 0
      let outcome = await simulateProposal(office.platform, office.officer, input, { people, batches: 1 })
      while (outcome.kind === 'advanced' && !outcome.record.done && slices < 40) {
        expect(outcome.proposal.status).toBe('DRAFT')
        slices += 1
        outcome = await simulateProposal(
          office.platform,
          office.officer,
          { ...input, run: outcome.record.run },
          { people, batches: 1 },
        )
      }
      if (outcome.kind !== 'advanced' || whole.kind !== 'advanced') throw new Error(outcome.kind)
      expect(slices).toBeGreaterThanOrEqual(Math.ceil(6 / people) - 1)
      expect(outcome.record.tally).toEqual(whole.record.tally)
      expect(outcome.proposal.status).toBe('SIMULATED')
    }
    expect(await simulateProposal(office.platform, office.head, { ...input, run: crypto.randomUUID() })).toMatchObject({
      kind: 'conflict',
    })
  })

  describe('derivations', () => {
    type Figure = { before: number; after: number }
    type Figures = Figure & {
      derivable: boolean
      shares: (Figure & { side: string; insurance: string })[]
      employers: (Figure & { employerId: string })[]
      bins: { amount: number }[]
    }

    async function simulateLimits(title: string) {
      const { id } = await createProposal(office.platform, office.officer, { region, title, origin: 'test' })
      const rows = nextLimits('2027-07')
      const edit = { id, expectedRevision: 0, title, publishedAverage: null, rows }
      await saveProposal(office.platform, office.officer, edit)
      await simulateProposal(office.platform, office.officer, { id, expectedRevision: 1, run: null })
      return id
    }
    async function read(id: string) {
      const { data, errors } = await ask(
        office.platform,
        staffViewer(['AUDITOR']),
        `query ($id: ID!) { policyProposal(id: $id) { id simulation { derivable before after
          shares { side insurance before after } bins { amount } employers { employerId before after } } } }`,
        { id },
      )
      expect(errors).toEqual([])
      return (data['policyProposal'] as unknown as { simulation: Figures }).simulation
    }
    const why = (subject: Record<string, unknown>) => explanationOf(office.platform, staffViewer(['AUDITOR']), subject)
    /** Each figure with what names it. */
    function subjectsOf(proposalId: string, { shares, employers, ...total }: Figures) {
      return [
        { figure: total, name: 'simulatedTotal', of: { proposalId } },
        ...shares.map(({ side, insurance, ...figure }) => ({
          figure,
          name: 'simulatedShare',
          of: { proposalId, side, insurance },
        })),
        ...employers.map(({ employerId, ...figure }) => ({
          figure,
          name: 'simulatedEmployer',
          of: { proposalId, employerId },
        })),
      ]
    }

    it('of every figure come to the figure and follow, down to the rows', async () => {
      const id = await simulateLimits('推导')
      const simulation = await read(id)
      for (const { figure, name, of } of subjectsOf(id, simulation)) {
        const before = await why({ [name]: { ...of, moment: 'BEFORE' } })
        const after = await why({ [name]: { ...of, moment: 'AFTER' } })
        expect([before?.result.value, after?.result.value]).toEqual([figure.before, figure.after])
        expect([before, after].flatMap((tree) => tree && findFalseNodes(tree))).toEqual([])
      }
      for (const [place, { amount }] of simulation.bins.entries()) {
        const change = await why({ simulatedChange: { proposalId: id, place } })
        expect([change?.result.value, change && findFalseNodes(change)]).toEqual([amount, []])
      }
      // What the engine billed follows from the published rows, person by person.
      const total = await why({ simulatedTotal: { proposalId: id, moment: 'BEFORE' } })
      const nodes = total ? allNodes(total) : []
      expect(nodes.some(({ label }) => label === 'BILLED_OTHERWISE')).toBe(false)
      expect(nodes.some(({ label, source }) => label === 'BASE_FLOOR' && source?.validFrom)).toBe(true)
      expect(simulation.employers).toHaveLength(3)
    })

    it('are asked for one by one', async () => {
      const id = await simulateLimits('逐项')
      const share = { proposalId: id, moment: 'AFTER', side: 'PERSONAL', insurance: 'PENSION' }
      expect((await why({ simulatedShare: share }))?.params).toEqual({ side: 'PERSONAL', insurance: 'PENSION' })
      expect((await why({ simulatedChange: { proposalId: id, place: 8 } }))?.result.value).toBe(0)
      // A figure the simulation has not: no such size of change, no such unit among the ten.
      expect(await why({ simulatedChange: { proposalId: id, place: 99 } })).toBeNull()
      const foreign = { proposalId: id, moment: 'AFTER', employerId: crypto.randomUUID() }
      expect(await why({ simulatedEmployer: foreign })).toBeNull()
    })

    it('of a record that an earlier program kept are none, and such a run begins anew', async () => {
      const id = await simulateLimits('旧记录')
      const { prisma, query } = office.platform.database
      await query(
        {
          name: 'test-old-record',
          text: `UPDATE policy_proposal SET simulation = simulation #- '{version}' #- '{tally,causes}' #- '{tally,lines}' WHERE id = $1`,
        },
        [id],
      )
      const old = await read(id)
      expect(old.derivable).toBe(false)
      for (const { name, of } of subjectsOf(id, old))
        for (const moment of ['BEFORE', 'AFTER']) expect(await why({ [name]: { ...of, moment } }), name).toBeNull()
      expect(await why({ simulatedChange: { proposalId: id, place: 0 } })).toBeNull()
      const { simulation } = await prisma.policyProposal.findUniqueOrThrow({ where: { id } })
      const { run } = simulation as { run: string }
      const outcome = await simulateProposal(office.platform, office.officer, { id, expectedRevision: 1, run })
      expect(outcome.kind === 'advanced' && [outcome.record.run === run, outcome.record.tally.people]).toEqual([
        false,
        6,
      ])
      const total = await why({ simulatedTotal: { proposalId: id, moment: 'AFTER' } })
      expect(total?.result.value).toBe(old.after)
    })
  })

  it('names units that could not be billed any more, and is then no simulation to publish by', async () => {
    const [unit] = office.employers
    const { prisma } = office.platform.database
    const ofUnit = { employerId: unit?.employerId ?? '', kind: 'NORMAL' }
    await prisma.paymentNotice.updateMany({ where: ofUnit, data: { injuryRatePpm: 2400 } })
    const rows = draftsOf(
      proposedRow('RATE_PPM', { insurance: 'WORK_INJURY', category: 'INJURY_CLASS_1', value: 1000 }),
    )
    const proposal = await createProposal(office.platform, office.officer, { region, title: '工伤', origin: 'test' })
    await saveProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 0,
      title: '工伤',
      publishedAverage: null,
      rows,
    })
    const outcome = await simulateProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 1,
      run: null,
    })
    expect(outcome).toMatchObject({
      proposal: { status: 'DRAFT' },
      record: { done: true, unbillableUnits: 1, unbillablePeople: 2, unbillable: [{ code: 'UNIT_RATE_OUT_OF_CLASS' }] },
    })
    await prisma.paymentNotice.updateMany({ where: ofUnit, data: { injuryRatePpm: null } })
  })

  it('says that nothing was billed where nothing was', async () => {
    const proposal = await createProposal(office.platform, office.officer, {
      region: '310000',
      title: '上海',
      origin: 'test',
    })
    const rows = draftsOf(proposedRow('MINIMUM_WAGE', { region: '310000', value: 280_000 }))
    await saveProposal(office.platform, office.officer, {
      id: proposal.id,
      expectedRevision: 0,
      title: '上海',
      publishedAverage: null,
      rows,
    })
    const publish = `mutation P($ack: Boolean, $decidedOn: CaseMark!) { publishPolicyProposal(id: "${proposal.id}", decidedOn: $decidedOn, expectedRevision: 1, acknowledgeNothingBilled: $ack) { __typename ... on PolicyProposalNotPublished { reason } } }`
    expect(
      await simulateProposal(office.platform, office.officer, { id: proposal.id, expectedRevision: 1, run: null }),
    ).toMatchObject({ record: { done: true, month: null, total: 0 } })
    const decidedOn = await markNow(office.platform, proposalCase, proposal.id)
    expect(
      (await ask(office.platform, office.reviewer, publish, { ack: false, decidedOn })).data['publishPolicyProposal'],
    ).toMatchObject({ reason: 'NOTHING_BILLED' })
    expect(
      (await ask(office.platform, office.reviewer, publish, { ack: true, decidedOn })).data['publishPolicyProposal'],
    ).toMatchObject({ __typename: 'PolicyProposalPublished' })
  })
})
