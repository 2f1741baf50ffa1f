import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InsuredPerson, Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { ensureArticles } from './articles.ts'
import { questionCase } from './question-case.ts'
import { closeAnswered } from './question-jobs.ts'
import { printTransfer } from './transfer-paper.ts'
import { startingArticles } from './starting-articles.ts'

let platform: TestPlatform
let employerId: string
let me: InsuredPerson
let other: InsuredPerson
const officer = staffViewer(['OFFICER'], { displayName: '李经办' })
beforeAll(async () => {
  platform = (await openRefundFixture()).platform
  const unit = await addUnit(platform, [1_000_000, 700_000])
  employerId = unit.employerId
  await billMonth(platform, employerId, '2026-10')
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const [first = '', second = ''] = unit.individualIds
  me = insuredViewer(first)
  other = insuredViewer(second)
  await platform.database.prisma.account.create({
    data: { id: officer.accountId, kind: 'STAFF', staffNo: 'S77', displayName: '李经办', passwordHash: '' },
  })
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '示范社保中心',
      nameEn: 'Demonstration Office',
      phone: '12333',
      addressZh: '北京',
      addressEn: 'Beijing',
    },
  })
  await ensureArticles(platform)
})
afterAll(async () => {
  await platform.close()
})

type Fields = Record<string, unknown>
async function one(viewer: Viewer, source: string, variables: Fields = {}): Promise<Fields> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] ?? {}
}
const result = `__typename ... on Question { id number state dueOn rating entries { kind text proposed correctedIn } }
  ... on QuestionRefused { reason }`
const plain = { kind: 'QUESTION', topic: 'GAP', about: 'NOTHING', text: '为什么没有到账？', files: [] }
const asked = (viewer: Viewer, input: Fields = {}) =>
  one(viewer, `mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { ${result} } }`, {
    input: { ...plain, askingKey: crypto.randomUUID(), ...input },
  })
const mark = ({ id }: Fields) => markNow(platform, questionCase, String(id))
async function step(viewer: Viewer, name: string, of: Fields, given: Record<string, string> = {}, decidedOn?: unknown) {
  const declared = Object.keys(given).map((key) => `, $${key}: String!`)
  const passed = Object.keys(given).map((key) => `, ${key}: $${key}`)
  return one(
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!${declared.join('')}) {
      ${name}Question(id: $id, decidedOn: $decidedOn${passed.join('')}) { ${result} } }`,
    { id: of['id'], decidedOn: decidedOn ?? (await mark(of)), ...given },
  )
}
const errorsOf = async (viewer: Viewer | undefined, source: string, variables: Fields = {}) =>
  (await ask(platform, viewer, source, variables)).errors

describe('what the office explains', () => {
  const found = async (search: string) => {
    const { data, errors } = await ask(
      platform,
      me,
      'query ($search: String) { articles(search: $search) { titleZh } }',
      {
        search,
      },
    )
    expect(errors).toEqual([])
    return (data as unknown as { articles: { titleZh: string }[] }).articles.map(({ titleZh }) => titleZh)
  }

  it('is found in Chinese without a dictionary, in English by the beginning of a word, and whatever is typed', async () => {
    expect((await found('断缴了怎么办'))[0]).toBe('断缴几个月有什么影响')
    expect((await found('滞纳金谁付'))[0]).toBe('单位欠缴的滞纳金由谁承担')
    expect((await found('foreig'))[0]).toBe('外国人在中国工作要参保吗')
    expect(await found('zzzz')).toEqual([])
    expect(await found(`'; \\ & | !(:* ?`)).toHaveLength(startingArticles.length)
    await ensureArticles(platform)
    expect(await found('')).toHaveLength(startingArticles.length)
  })

  it('is written anew by who decides, as a version, not over a colleague’s', async () => {
    const head = staffViewer(['HEAD'])
    const [first] = (await one(me, '{ articles(search: "延迟退休") { id version titleZh } }')) as unknown as Fields[]
    const input = {
      id: first?.['id'],
      version: 1,
      topic: 'RETIREMENT',
      titleZh: '什么时候可以办理退休',
      titleEn: 'When may I retire?',
      bodyZh: '按照国务院的渐进式延迟退休办法执行，具体月份请看首页。',
      bodyEn: 'By the rules on raising the retirement age; your month stands on Home.',
      sourceZh: '2024年决定',
      sourceEn: 'Decision of 2024',
      reviewDueOn: '2026-12-01',
    }
    const save =
      'mutation ($input: SaveArticleInput!) { saveArticle(input: $input) { __typename ... on Article { version } } }'
    expect(await one(head, save, { input })).toEqual({ __typename: 'Article', version: 2 })
    expect(await one(head, save, { input })).toEqual({ __typename: 'ArticleChanged' })
    expect(await errorsOf(officer, save, { input })).toEqual(['FORBIDDEN'])
    expect(await errorsOf(head, save, { input: { ...input, reviewDueOn: '2026-11-23' } })).toEqual(['BAD_USER_INPUT'])
    expect(await found('办理退休')).toContain('什么时候可以办理退休')
    expect(await one(officer, '{ articleReviewsOverdue }')).toBe(0)
    platform.clock.set('2026-12-02T10:00:00+08:00')
    expect(await one(officer, '{ articleReviewsOverdue }')).toBe(1)
    platform.clock.set('2026-11-23T10:00:00+08:00')
  })
})

describe('a question', () => {
  it('is asked once however often it is pressed, answered, told, rated, opened again and closed by time', async () => {
    const askingKey = crypto.randomUUID()
    const presses = await Promise.all([asked(me, { askingKey }), asked(me, { askingKey })])
    expect(new Set(presses.map(({ id }) => id)).size).toBe(1)
    const [question] = presses
    expect(question).toMatchObject({ state: 'OPEN', dueOn: '2026-12-07', number: expect.stringMatching(/^ZW\d{8}$/) })

    const before = await mark(question)
    const text = '单位的款项昨天才到账，请再查看。'
    expect(await step(officer, 'answer', question, { text })).toMatchObject({ state: 'ANSWERED' })
    expect(await step(staffViewer(['REVIEWER']), 'answer', question, { text }, before)).toEqual({
      __typename: 'StaleDecision',
    })
    expect(await step(officer, 'answer', question, { text })).toMatchObject({ reason: 'ENDED' })
    expect(
      await platform.database.prisma.notification.count({
        where: { individualId: me.individualId, kind: 'QUESTION_ANSWERED' },
      }),
    ).toBe(1)
    const rate = `mutation ($id: ID!) { rateQuestion(id: $id, rating: 4, word: "很快") { ${result} } }`
    expect(await one(me, rate, question)).toMatchObject({ rating: 4 })

    const again = await step(me, 'reopen', question, { text: '还是没有看到' })
    expect(again).toMatchObject({ state: 'OPEN', rating: null })
    expect(again['entries']).toMatchObject(['ASKED', 'ANSWERED', 'RATED', 'REOPENED'].map((kind) => ({ kind })))
    await step(officer, 'answer', question, { text })
    platform.clock.set('2026-12-09T10:00:00+08:00')
    expect(await step(me, 'reopen', question, { text: '太晚了吗？' })).toMatchObject({ reason: 'TOO_LATE' })
    // A shorter figure since then: the answered one keeps the day it was told.
    const figure = {
      name: 'QUESTION_REOPEN_DAYS',
      heldValue: 15,
      documentNo: null,
      reason: '缩短',
      status: 'PUBLISHED',
    }
    const decided = { requestedBy: crypto.randomUUID(), requestedAt: new Date(), decidedAt: new Date() }
    await platform.database.prisma.figureChange.create({
      data: { ...figure, ...decided, value: 5, validFrom: '2026-11-24', decidedBy: crypto.randomUUID() },
    })
    platform.clock.set('2026-12-08T10:00:00+08:00')
    expect(await closeAnswered(platform)).toBe(0)
    const second = await asked(me)
    await step(officer, 'answer', second, { text })
    platform.clock.set('2026-12-14T10:00:00+08:00')
    expect(await closeAnswered(platform, 1)).toBe(2)
    const closed = { lifecycle: 'question', event: 'CLOSE', fromState: 'ANSWERED', toState: 'CLOSED', accountId: null }
    expect(await platform.database.prisma.caseEvent.findMany({ where: { event: 'CLOSE' } })).toMatchObject([
      { ...closed, caseId: question['id'], seq: 5 },
      { ...closed, caseId: second['id'], seq: 3 },
    ])
    const entries = await platform.database.prisma.auditEvent.findMany({ where: { action: 'QUESTION_CLOSED' } })
    expect(entries).toMatchObject([
      {
        recordId: question['id'],
        actorKind: 'SYSTEM',
        origin: 'close-questions',
        change: { number: question['number'] },
      },
      { recordId: second['id'] },
    ])
    platform.clock.set('2026-11-23T10:00:00+08:00')
    expect(await one(me, 'query ($id: ID!) { question(id: $id) { state } }', question)).toEqual({ state: 'CLOSED' })
  })

  it('is the person’s alone; of the office the month it is about shows to whose work it is, and that they looked is told', async () => {
    const question = await asked(me, { about: 'MONTH', period: '2026-10', insurance: 'PENSION' })
    const { id } = question
    const read =
      'query ($id: ID!) { question(id: $id) { asker { nameMasked } month { pensionBase } entries { text } } }'
    for (const viewer of [other, employerViewer(employerId)])
      expect([['NOT_FOUND'], ['FORBIDDEN']]).toContainEqual(await errorsOf(viewer, read, { id }))
    for (const name of ['reopen', 'close'])
      expect(
        await errorsOf(
          other,
          `mutation ($id: ID!, $m: CaseMark!) { ${name}Question(id: $id, decidedOn: $m${name === 'reopen' ? ', text: "一个理由"' : ''}) { __typename } }`,
          { id, m: 'OPEN.1' },
        ),
      ).toEqual(['NOT_FOUND'])
    expect(
      await errorsOf(other, 'mutation ($id: ID!) { rateQuestion(id: $id, rating: 1) { __typename } }', { id }),
    ).toEqual(['NOT_FOUND'])
    expect(await one(officer, read, { id })).toMatchObject({ month: null, asker: { nameMasked: expect.any(String) } })
    expect(
      await one(
        officer,
        'mutation ($id: ID!) { takeWork(lifecycle: QUESTION, caseId: $id, state: "OPEN") { outcome } }',
        { id },
      ),
    ).toEqual({ outcome: 'DONE' })
    expect(await one(officer, read, { id })).toMatchObject({ month: [{ pensionBase: expect.any(Number) }] })
    expect(await one(staffViewer(['HEAD']), read, { id })).toMatchObject({ month: null })
    expect(await one(me, '{ readingsOfMyRecord { edges { node { action staffNumber } } } }')).toMatchObject({
      edges: expect.arrayContaining([
        { node: { action: 'READ_QUESTION_MONTH', staffNumber: 'S77' } },
        { node: { action: 'READ_QUESTION', staffNumber: 'S77' } },
      ]),
    })
    const desk = await one(officer, '{ questions(state: OPEN) { edges { node { id mine holderName } } } }')
    expect(desk['edges']).toContainEqual({ node: { id, mine: true, holderName: '李经办' } })
  })

  it('may be about a message of the person’s own inbox, which staff read as it was told', async () => {
    const told = await platform.database.prisma.notification.findFirstOrThrow({
      where: { individualId: me.individualId, kind: 'QUESTION_ANSWERED' },
    })
    const about = { about: 'NOTICE', noticeId: told.id }
    const source = 'mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { __typename } }'
    const refused = (viewer: Viewer, given: Fields) =>
      errorsOf(viewer, source, { input: { ...plain, askingKey: crypto.randomUUID(), ...given } })
    expect(await refused(other, about)).toEqual(['NOT_FOUND'])
    for (const wrong of [{ about: 'NOTICE' }, { noticeId: told.id }, { ...about, period: '2026-10' }])
      expect(await refused(me, wrong)).toEqual(['BAD_USER_INPUT'])
    const question = await asked(me, about)
    const read = 'query ($id: ID!) { question(id: $id) { about notice { title(language: EN) } } }'
    expect(await one(officer, read, question)).toEqual({
      about: 'NOTICE',
      notice: { title: expect.stringMatching(/^Your question ZW\d+ was answered$/) },
    })
    await platform.database.prisma.notification.delete({ where: { id: told.id } })
    expect(await one(officer, read, question)).toEqual({ about: 'NOTICE', notice: null })
  })

  it('for a correction needs a paper and what would be right; accepted, the answer says where', async () => {
    const correction = { kind: 'CORRECTION', proposed: '月平均工资 12000 元' }
    expect(await asked(other, correction)).toMatchObject({ reason: 'EVIDENCE_MISSING' })
    const input = { ...plain, ...correction, askingKey: crypto.randomUUID(), proposed: ' ' }
    const source = 'mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { __typename } }'
    expect(await errorsOf(other, source, { input })).toEqual(['BAD_USER_INPUT'])
    const question = await asked(other, { ...correction, files: [await handInFile(platform, other)] })
    expect(question['entries']).toMatchObject([{ kind: 'ASKED', proposed: '月平均工资 12000 元' }])
    expect(
      await step(officer, 'answer', question, { text: '核实无误。', correctedIn: '2026年10月差额' }),
    ).toMatchObject({ state: 'ANSWERED', entries: [{}, { kind: 'ANSWERED', correctedIn: '2026年10月差额' }] })
    const noCorrection = await asked(other)
    expect(
      await errorsOf(
        officer,
        'mutation ($id: ID!, $m: CaseMark!) { answerQuestion(id: $id, decidedOn: $m, text: "一个答复", correctedIn: "某处") { __typename } }',
        { id: noCorrection['id'], m: await mark(noCorrection) },
      ),
    ).toEqual(['BAD_USER_INPUT'])
  })

  it('of another office’s is handed over in writing; nobody has more than five open at once', async () => {
    const question = await asked(other)
    const to = { office: '示例区劳动保障监察大队', address: '示例路 8 号', reason: '不属于本机构职责。' }
    expect(await step(officer, 'handOver', question, to)).toMatchObject({ state: 'HANDED_OVER' })
    expect(await one(other, 'query ($id: ID!) { question(id: $id) { handedTo handedToAddress } }', question)).toEqual({
      handedTo: to.office,
      handedToAddress: to.address,
    })
    // The letter is one entry of the register, signed, for the person and the office alone.
    const letters = () => platform.database.prisma.document.findMany({ where: { kind: 'QUESTION_TRANSFER' } })
    expect(await letters()).toHaveLength(1)
    const id = String(question['id'])
    const print = (viewer: Viewer, language: 'zh-CN' | 'en') =>
      printTransfer(platform, viewer, { id, language, origin: 'test' })
    const papers = [await print(other, 'zh-CN'), await print(officer, 'en')]
    const number = `YS${String(question['number'])}`
    expect(papers.map((paper) => paper.number)).toEqual([number, number])
    for (const { pdf } of papers) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    await expect(print(me, 'en')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const [document, ...more] = await letters()
    expect(more).toEqual([])
    expect(await verifyDocument(platform, document?.verifyCode ?? '')).toMatchObject({
      status: 'CURRENT',
      signature: { state: 'SIGNED' },
      summary: { concerning: '2026-11-23' },
    })
    const outcomes = []
    for (let time = 0; time < 6; time += 1) outcomes.push((await asked(other))['reason'])
    expect(outcomes.filter((reason) => reason === 'TOO_MANY_OPEN').length).toBeGreaterThan(0)
    expect(
      await platform.database.prisma.question.count({ where: { individualId: other.individualId, status: 'OPEN' } }),
    ).toBe(5)
  })
})
