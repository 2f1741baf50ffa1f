import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { offersFor } from '../../../case/offers.ts'
import { declarationCase } from '../../filing/declaration/index.ts'
import { backPaymentCase } from '../../money/back-payment/index.ts'
import { proposalCase } from '../../money/policy/index.ts'
import { dayCase } from '../../money/reconciliation/index.ts'
import { refundCase } from '../../money/refund/index.ts'
import { runCase } from '../../money/run/index.ts'
import { writeOffCase } from '../../money/write-off/index.ts'
import { cardPasswordCase } from '../../office/session/index.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addOffice } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
let officer: Viewer
let reviewer: Viewer
let head: Viewer
let auditor: Viewer
let unit: ReviewedUnit
const ids: Record<string, string> = {}
const people = [somebody(1, '张三', 1_000_000)]
const at = (instant: string) => platform.clock.set(instant)

/** One case of every lifecycle, a day apart, the declaration first. */
beforeAll(async () => {
  platform = await openTestPlatform()
  const { prisma } = platform.database
  officer = await addStaff(platform, '何经办', ['OFFICER'])
  reviewer = await addStaff(platform, '周复核', ['REVIEWER'])
  head = await addStaff(platform, '钱主任', ['HEAD'])
  auditor = await addStaff(platform, '孙审计', ['AUDITOR'])
  unit = await addUnit(platform, people, '2026-11-15')
  at('2026-11-10T10:00:00+08:00')
  await submitVersion(platform, unit, people)
  const { employerId } = unit
  const person = await prisma.individual.findFirstOrThrow()
  const common = { employerId, appliedBy: officer.accountId }
  const refund = await prisma.refund.create({
    data: {
      ...common,
      number: 'TF1',
      source: 'MONTH',
      individualId: person.id,
      period: '2026-08',
      monthKind: 'NORMAL',
      monthSequence: 0,
      reason: 'DUPLICATE',
      explanation: '重复',
      amount: 37_030n,
      appliedAt: new Date('2026-11-11T02:00:00Z'),
    },
  })
  const backPayment = await prisma.backPayment.create({
    data: {
      ...common,
      number: 'BJ1',
      reason: '漏缴',
      evidence: [],
      route: 'STAFF_REVIEW',
      people: 3,
      premium: 90_000n,
      lateFee: 10_000n,
      status: 'CHECKED',
      checkedBy: reviewer.accountId,
      appliedAt: new Date('2026-11-11T03:00:00Z'),
      checkedAt: new Date('2026-11-12T02:00:00Z'),
    },
  })
  const notice = await prisma.paymentNotice.create({
    data: {
      number: 'JF1',
      employerId,
      period: '2026-10',
      people: 1,
      employerTotal: 1n,
      personalTotal: 1n,
      total: 2n,
      issuedOn: '2026-10-02',
      dueOn: '2026-10-25',
    },
  })
  const writeOff = await prisma.writeOff.create({
    data: {
      noticeId: notice.id,
      amount: 2n,
      ground: 'DEBTOR_ENDED',
      documentNo: '1',
      explanation: '注销',
      requestedBy: head.accountId,
      requestedAt: new Date('2026-11-13T02:00:00Z'),
    },
  })
  const day = new Date('2026-11-14T02:00:00Z')
  const proposal = await prisma.policyProposal.create({
    data: {
      region: '110000',
      title: '上下限调整',
      rows: [],
      rowsHash: '',
      status: 'SIMULATED',
      editors: [reviewer.accountId],
      createdBy: officer.accountId,
      createdAt: day,
      updatedAt: day,
    },
  })
  const run = await prisma.billingRun.create({
    data: {
      kind: 'MONTHLY',
      period: '2026-11',
      region: '110000',
      status: 'PAUSED',
      startedAt: new Date('2026-11-15T02:00:00Z'),
      heartbeatAt: new Date('2026-11-15T02:00:00Z'),
    },
  })
  await prisma.reconciliationDay.create({ data: { day: '2026-11-16', comparedAt: new Date('2026-11-17T02:00:00Z') } })
  for (const [reference, resolution, resolvedBy] of [
    ['a', null, null],
    ['b', 'MATCHED', officer.accountId],
  ] as const) {
    await prisma.reconciliationItem.create({
      data: { day: '2026-11-16', outcome: 'BANK_ONLY', reference, bankAmount: 700n, resolution, resolvedBy },
    })
  }
  const reset = await prisma.cardPasswordReset.create({
    data: {
      individualId: person.id,
      reason: '忘记密码',
      requestedBy: officer.accountId,
      requestedAt: new Date('2026-11-23T01:30:00Z'),
    },
  })
  const ended = { individualId: person.id, reason: '忘记密码', requestedBy: officer.accountId }
  await prisma.cardPasswordReset.create({ data: { ...ended, requestedAt: new Date('2026-11-22T01:30:00Z') } })
  Object.assign(ids, {
    ANNUAL_DECLARATION: unit.declarationId,
    REFUND: refund.id,
    BACK_PAYMENT: backPayment.id,
    WRITE_OFF: writeOff.id,
    POLICY_PROPOSAL: proposal.id,
    BILLING_RUN: run.id,
    RECONCILIATION_DAY: '2026-11-16',
    CARD_PASSWORD_RESET: reset.id,
  })
  at('2026-11-23T10:00:00+08:00')
})
afterAll(() => platform.close())

interface Item {
  id: string
  lifecycle: string
  caseId: string
  step: string
  standing: string
  amount: number | null
  waitingDays: number
  ownerName: string | null
  mine: boolean
}
const fields = 'id lifecycle caseId state step standing employerName subject amount waitingDays ownerName mine'
const query = `query ($lifecycle: WorkLifecycle, $standing: WorkStanding, $owner: WorkOwner, $sort: WorkSort, $first: Int, $after: String) {
  work(lifecycle: $lifecycle, standing: $standing, owner: $owner, sort: $sort, first: $first, after: $after) {
    edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`
async function read(viewer: Viewer, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(platform, viewer, query, variables)
  expect(errors).toEqual([])
  const { work } = data as unknown as {
    work: { edges: { node: Item }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }
  const items = work.edges.map(({ node }) => node)
  return { items, names: items.map(({ lifecycle }) => lifecycle), ...work.pageInfo }
}

describe('what waits', () => {
  it('stands in one list, with the step that this person can take next', async () => {
    const { items, names } = await read(reviewer)
    expect(names).toEqual(Object.keys(ids))
    expect(items.map(({ caseId }) => caseId)).toEqual(Object.values(ids))
    expect(items.map(({ step, standing }) => `${step} ${standing}`)).toEqual([
      'ANNUAL_DECLARATION_START_REVIEW MAY',
      'REFUND_VERIFY MAY',
      'BACK_PAYMENT_APPROVE SAME_PERSON',
      'WRITE_OFF_CONFIRM NOT_PERMITTED',
      'POLICY_PROPOSAL_PUBLISH SAME_PERSON',
      'BILLING_RUN_RESUME NOT_PERMITTED',
      'RECONCILIATION_DAY_SETTLE_ITEM MAY',
      'CARD_PASSWORD_RESET_CONFIRM MAY',
    ])
    expect(items[1]).toMatchObject({ amount: 37_030, waitingDays: 12, subject: '张*' })
    expect(items[2]).toMatchObject({ amount: 100_000 })
    expect(items[6]).toMatchObject({ amount: 700 })
  })

  it('says of every case what the case itself would say to this person', async () => {
    const rows = {
      ANNUAL_DECLARATION: [declarationCase, unit.declarationId],
      REFUND: [refundCase, ids['REFUND']],
      BACK_PAYMENT: [backPaymentCase, ids['BACK_PAYMENT']],
      WRITE_OFF: [writeOffCase, ids['WRITE_OFF']],
      POLICY_PROPOSAL: [proposalCase, ids['POLICY_PROPOSAL']],
      BILLING_RUN: [runCase, ids['BILLING_RUN']],
      RECONCILIATION_DAY: [dayCase, ids['RECONCILIATION_DAY']],
      CARD_PASSWORD_RESET: [cardPasswordCase, ids['CARD_PASSWORD_RESET']],
    } as unknown as Record<string, [typeof refundCase, string]>
    for (const viewer of [officer, reviewer, head, auditor]) {
      for (const { lifecycle, step, standing } of (await read(viewer)).items) {
        const [one, id] = rows[lifecycle] ?? [refundCase, '']
        const row = await platform.database.transaction(() => one.lock(platform, id))
        const offers = row ? await offersFor(platform, one, viewer, row) : []
        const offer = offers.find(({ event }) => `${lifecycle}_${event}` === step)
        expect(standing, `${viewer.displayName} ${step}`).toBe(offer?.standing)
      }
    }
  })

  it('follows the review of a declaration: who reviewed it is told that another decides', async () => {
    const { prisma } = platform.database
    const other = await addUnit(platform, people, '2026-12-31')
    await submitVersion(platform, other, people)
    const step = async (name: string, type: string) => {
      const decidedOn = await markNow(platform, declarationCase, other.declarationId)
      const input = { declarationId: other.declarationId, version: 1, decidedOn }
      const { errors } = await ask(
        platform,
        reviewer,
        `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
        { input },
      )
      expect(errors).toEqual([])
    }
    await step('startReview', 'ReviewDeclarationInput')
    const stepOf = async (viewer: Viewer) => {
      const { items } = await read(viewer, { lifecycle: 'ANNUAL_DECLARATION' })
      const item = items.find(({ caseId }) => caseId === other.declarationId)
      return `${item?.step} ${item?.standing}`
    }
    expect(await stepOf(reviewer)).toBe('ANNUAL_DECLARATION_RECOMMEND MAY')
    expect(await stepOf(officer)).toBe('ANNUAL_DECLARATION_RECOMMEND MAY')
    expect(await stepOf(head)).toBe('ANNUAL_DECLARATION_APPROVE MAY')
    await step('recommendAcceptance', 'DeclarationVersionInput')
    expect(await stepOf(reviewer)).toBe('ANNUAL_DECLARATION_APPROVE SAME_PERSON')
    expect(await stepOf(officer)).toBe('ANNUAL_DECLARATION_APPROVE NOT_PERMITTED')
    await prisma.declaration.update({ where: { id: other.declarationId }, data: { status: 'APPROVED' } })
    expect(await stepOf(head)).toBe('undefined undefined')
  })

  it('is chosen and sorted, and a page goes on where the last one ended', async () => {
    expect((await read(reviewer, { standing: 'SAME_PERSON' })).names).toEqual(['BACK_PAYMENT', 'POLICY_PROPOSAL'])
    expect((await read(reviewer, { lifecycle: 'REFUND' })).names).toEqual(['REFUND'])
    expect((await read(reviewer, { sort: 'AMOUNT' })).names.slice(0, 2)).toEqual(['BACK_PAYMENT', 'REFUND'])
    expect((await read(reviewer, { sort: 'DUE' })).names[0]).toBe('ANNUAL_DECLARATION')
    for (const sort of ['LONGEST', 'NEWEST', 'DUE', 'AMOUNT']) {
      const whole = (await read(reviewer, { sort })).names
      const walked: string[] = []
      for (let after: string | undefined; ;) {
        const page = await read(reviewer, { sort, first: 3, after })
        walked.push(...page.names)
        if (!page.hasNextPage) break
        after = page.endCursor
      }
      expect(walked, sort).toEqual(whole)
    }
    for (const variables of [{ after: 'x' }, { first: 0 }])
      expect((await ask(platform, reviewer, query, variables)).errors).toEqual(['BAD_USER_INPUT'])
  })

  it('needs one statement for whatever waits, and shows nobody more than they may see', async () => {
    // The calendar, the figure of what is stale, and all that waits.
    expect(await countStatements(() => read(reviewer, { first: 1 }))).toBe(3)
    expect(await countStatements(() => read(reviewer, { first: 100 }))).toBe(3)
    const { names, items } = await read(auditor)
    expect(names).not.toContain('CARD_PASSWORD_RESET')
    expect(new Set(items.map(({ standing }) => standing))).toEqual(new Set(['NOT_PERMITTED']))
    expect((await ask(platform, employerViewer(unit.employerId), query)).errors).toEqual(['FORBIDDEN'])
  })

  it('counts itself by lifecycle', async () => {
    const { data } = await ask(platform, reviewer, '{ workCounts { lifecycle mine taken barred others } }')
    const { workCounts } = data as unknown as { workCounts: { lifecycle: string; mine: number; barred: number }[] }
    const of = (name: string) => workCounts.find(({ lifecycle }) => lifecycle === name)
    expect(of('REFUND')).toMatchObject({ mine: 1, barred: 0, others: 0, taken: 0 })
    expect(of('BACK_PAYMENT')).toMatchObject({ mine: 0, barred: 1, others: 0 })
    expect(of('WRITE_OFF')).toMatchObject({ mine: 0, barred: 0, others: 1 })
  })
})

describe('whose work it is', () => {
  const order = (name: string, state = 'APPLIED') =>
    `mutation ($id: ID!) { ${name}(lifecycle: REFUND, caseId: $id, state: "${state}") { outcome item { ownerName mine } } }`
  const change = (viewer: Viewer, name: string, state?: string) =>
    ask(platform, viewer, order(name, state), { id: ids['REFUND'] })
  const outcomeOf = async (...asked: Parameters<typeof change>) => {
    const { data, errors } = await change(...asked)
    const [result] = Object.values(data) as unknown as { outcome: string; item: { ownerName: string | null } | null }[]
    return errors[0] ?? `${result?.outcome} ${result?.item?.ownerName}`
  }

  it('is taken once, seen by everybody and given back, with an entry each time', async () => {
    expect(await outcomeOf(officer, 'takeWork')).toBe('DONE 何经办')
    expect(await outcomeOf(officer, 'takeWork')).toBe('DONE 何经办')
    expect(await outcomeOf(reviewer, 'takeWork')).toBe('OWNED 何经办')
    expect(await outcomeOf(reviewer, 'releaseWork')).toBe('OWNED 何经办')
    expect((await read(officer, { owner: 'ME' })).items).toMatchObject([{ lifecycle: 'REFUND', mine: true }])
    expect((await read(reviewer, { owner: 'NOBODY' })).names).not.toContain('REFUND')
    expect((await read(reviewer, { lifecycle: 'REFUND' })).items).toMatchObject([{ ownerName: '何经办', mine: false }])
    expect(await outcomeOf(head, 'releaseWork')).toBe('DONE null')
    expect(await outcomeOf(officer, 'releaseWork')).toBe('DONE null')
    const entries = await platform.database.prisma.auditEvent.findMany({
      where: { recordType: 'Work' },
      orderBy: { seq: 'asc' },
    })
    expect(entries.map(({ action, actorId, change: kept }) => ({ action, actorId, kept }))).toEqual([
      { action: 'TAKE_WORK', actorId: officer.accountId, kept: { lifecycle: 'refund', status: 'APPLIED' } },
      {
        action: 'RELEASE_WORK',
        actorId: head.accountId,
        kept: { lifecycle: 'refund', status: 'APPLIED', owner: '何经办' },
      },
    ])
  })

  it('ends with the state it was taken in, and a stale screen is told', async () => {
    expect(await outcomeOf(officer, 'takeWork')).toBe('DONE 何经办')
    await platform.database.prisma.refund.update({
      where: { id: ids['REFUND'] ?? '' },
      data: {
        status: 'VERIFIED',
        verifiedBy: reviewer.accountId,
        verifiedAt: platform.clock.now(),
        benefitDrawn: false,
      },
    })
    expect((await read(officer, { lifecycle: 'REFUND' })).items).toMatchObject([{ ownerName: null }])
    expect(await outcomeOf(reviewer, 'takeWork')).toBe('MOVED_ON null')
    expect(await outcomeOf(reviewer, 'takeWork', 'VERIFIED')).toBe('DONE 周复核')
    const rejected = {
      status: 'REJECTED',
      rejectedBy: head.accountId,
      rejectedAt: platform.clock.now(),
      rejectionReason: '材料不符',
    }
    await platform.database.prisma.refund.update({ where: { id: ids['REFUND'] ?? '' }, data: rejected })
    expect(await outcomeOf(reviewer, 'releaseWork', 'VERIFIED')).toBe('MOVED_ON undefined')
  })

  it('is refused to those who handle no cases', async () => {
    expect(await outcomeOf(auditor, 'takeWork')).toBe('FORBIDDEN')
    expect(await outcomeOf(employerViewer(unit.employerId), 'releaseWork')).toBe('FORBIDDEN')
  })
})

describe('work that is given, and work that is left lying', () => {
  const given = 'ownerName mine stale givenBecause'
  const assign = (viewer: Viewer, lifecycle: string, state: string, more: Record<string, unknown>) =>
    ask(
      platform,
      viewer,
      `mutation ($lifecycle: WorkLifecycle!, $caseId: ID!, $state: String!, $accountId: ID!, $owner: ID, $reason: String!) {
        assignWork(lifecycle: $lifecycle, caseId: $caseId, state: $state, accountId: $accountId, owner: $owner, reason: $reason) { outcome item { ${given} } } }`,
      { lifecycle, state, caseId: ids[lifecycle], reason: '出差交接', ...more },
    )
  const takeOver = (viewer: Viewer, owner: string, state = 'CHECKED', lifecycle = 'BACK_PAYMENT') =>
    ask(
      platform,
      viewer,
      `mutation ($lifecycle: WorkLifecycle!, $caseId: ID!, $state: String!, $owner: ID!) {
        takeOverWork(lifecycle: $lifecycle, caseId: $caseId, state: $state, owner: $owner) { outcome item { ${given} } } }`,
      { lifecycle, caseId: ids[lifecycle], state, owner },
    )
  const said = async (answer: ReturnType<typeof ask>) => {
    const { data, errors } = await answer
    const [result] = Object.values(data) as unknown as { outcome: string; item: { ownerName: string | null } | null }[]
    return errors[0] ?? `${result?.outcome} ${result?.item?.ownerName}`
  }
  const inbox = async ({ accountId }: { accountId: string }) =>
    (await platform.database.prisma.notification.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind }) => kind,
    )
  const account = (viewer: Viewer) => ({ accountId: viewer.accountId })
  let officeId = ''
  const join = async (viewers: readonly Viewer[]) =>
    platform.database.prisma.membership.createMany({
      data: viewers.flatMap((viewer) =>
        viewer.kind === 'STAFF'
          ? viewer.roles.map((role) => ({
              ...account(viewer),
              role,
              scopeKind: 'OFFICE',
              scopeId: officeId,
              validFrom: '2026-01-01',
            }))
          : [],
      ),
    })

  beforeAll(async () => {
    officeId = await addOffice(platform)
    await join([officer, reviewer, head, auditor])
  })

  it('says of every colleague what the list would say to them', async () => {
    for (const viewer of [officer, reviewer, head]) {
      for (const { lifecycle, caseId, standing } of (await read(viewer)).items) {
        const { data } = await ask(
          platform,
          head,
          'query ($lifecycle: WorkLifecycle!, $caseId: ID!) { workColleagues(lifecycle: $lifecycle, caseId: $caseId) { accountId standing inHand } }',
          { lifecycle, caseId },
        )
        const { workColleagues } = data as unknown as { workColleagues: { accountId: string; standing: string }[] }
        const one = workColleagues.find(({ accountId }) => accountId === viewer.accountId)
        expect(one?.standing, `${viewer.displayName} ${lifecycle}`).toBe(standing)
        expect(workColleagues.some(({ accountId }) => accountId === auditor.accountId)).toBe(false)
      }
    }
  })

  it('is given to a colleague who may take the step, who is told, and to nobody else', async () => {
    const to = (viewer: Viewer, owner?: Viewer) => ({ ...account(viewer), owner: owner?.accountId ?? null })
    expect(await said(assign(head, 'BACK_PAYMENT', 'CHECKED', to(reviewer)))).toBe('MAY_NOT null')
    expect(await said(assign(head, 'BACK_PAYMENT', 'CHECKED', to(officer)))).toBe('MAY_NOT null')
    expect(await said(assign(head, 'BACK_PAYMENT', 'APPLIED', to(head)))).toBe('MOVED_ON null')
    expect(await said(assign(head, 'BACK_PAYMENT', 'CHECKED', { ...to(head), reason: '  短 ' }))).toBe('BAD_USER_INPUT')
    expect(await said(assign(officer, 'BACK_PAYMENT', 'CHECKED', to(head)))).toBe('FORBIDDEN')
    expect(await said(assign(reviewer, 'BACK_PAYMENT', 'CHECKED', to(head)))).toBe('DONE 钱主任')
    expect(await inbox(head)).toEqual(['WORK_ASSIGNED'])
    expect((await read(head, { owner: 'ME' })).items).toMatchObject([{ lifecycle: 'BACK_PAYMENT', mine: true }])
    // A screen that still shows nobody's is told whose it is.
    const other = await addStaff(platform, '吴主任', ['HEAD'])
    await join([other])
    expect(await said(assign(reviewer, 'BACK_PAYMENT', 'CHECKED', to(other)))).toBe('OWNED 钱主任')
    expect(await said(assign(reviewer, 'BACK_PAYMENT', 'CHECKED', to(other, head)))).toBe('DONE 吴主任')
    expect([await inbox(head), await inbox(other)]).toEqual([['WORK_ASSIGNED', 'WORK_TAKEN_OVER'], ['WORK_ASSIGNED']])
    const [entry] = await platform.database.prisma.auditEvent.findMany({ where: { action: 'ASSIGN_WORK' } })
    expect(entry).toMatchObject({
      actorId: reviewer.accountId,
      reason: '出差交接',
      change: { lifecycle: 'back-payment', status: 'CHECKED', owner: '钱主任' },
    })
  })

  it('is left lying after three working days, counted, and taken over by whoever may take the step', async () => {
    const held = await platform.database.prisma.workAssignment.findFirstOrThrow({
      where: { lifecycle: 'back-payment' },
    })
    const stale = async () => {
      const { data } = await ask(platform, head, '{ workCounts { lifecycle stale overdue } }')
      const { workCounts } = data as unknown as { workCounts: { stale: number }[] }
      return workCounts.reduce((sum, one) => sum + one.stale, 0)
    }
    // Taken on a Monday: Tuesday to Thursday have gone by on Friday.
    at('2026-11-26T10:00:00+08:00')
    expect(await stale()).toBe(0)
    expect(await said(takeOver(head, held.accountId))).toBe('OWNED 吴主任')
    at('2026-11-27T09:00:00+08:00')
    expect(await stale()).toBe(1)
    expect((await read(reviewer, { owner: 'STALE' })).names).toEqual(['BACK_PAYMENT'])
    expect(await said(takeOver(reviewer, held.accountId))).toBe('MAY_NOT 吴主任')
    expect(await said(takeOver(auditor, held.accountId))).toBe('FORBIDDEN')
    expect(await said(takeOver(head, reviewer.accountId))).toBe('OWNED 吴主任')
    expect(await said(takeOver(head, held.accountId, 'APPLIED'))).toBe('MOVED_ON 吴主任')
    expect(await said(takeOver(head, held.accountId))).toBe('DONE 钱主任')
    expect(await inbox({ accountId: held.accountId })).toEqual(['WORK_ASSIGNED', 'WORK_TAKEN_OVER'])
    expect(await stale()).toBe(0)
    // Whoever is no longer of the staff has left at once what they had.
    await platform.database.prisma.membership.updateMany({
      where: { accountId: head.accountId },
      data: { endedAt: platform.clock.now() },
    })
    expect((await read(reviewer, { owner: 'STALE' })).names).toEqual(['BACK_PAYMENT'])
    expect(await said(assign(reviewer, 'BACK_PAYMENT', 'CHECKED', { ...account(head), owner: null }))).toBe(
      'DONE 钱主任',
    )
  })
})
