import { getNamedType, isInputObjectType, isUnionType } from 'graphql'
import type { GraphQLField } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '../access/permission-table.ts'
import type { Grant } from '../access/permission-table.ts'
import type { Viewer } from '../access/viewer.ts'
import { releasedScripts } from '../features/desk/hotline-script/released-scripts.ts'
import { insertCaseEvent, listCaseEvents } from '../case/case-event.repository.ts'
import { lifecycles } from '../lifecycles.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../testing/ask.ts'
import { callField } from '../testing/call-field.ts'
import { openRefundFixture } from '../testing/money/refund/refund-fixture.ts'
import { addRowsOfEmployer } from '../testing/rows-of-an-employer.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { permissionOf } from './permission-of-field.ts'
import { schema } from './schema.ts'

type Field = GraphQLField<unknown, unknown>
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** Where the mark stands: an argument of its own, or a field of the input. */
function placeOfMark({ args }: Field): 'argument' | 'input' | undefined {
  if (args.some(({ name, type }) => name === 'decidedOn' && String(type) === 'CaseMark!')) return 'argument'
  const input = args.map(({ type }) => getNamedType(type)).find(isInputObjectType)
  return String(input?.getFields()['decidedOn']?.type) === 'CaseMark!' ? 'input' : undefined
}
/** At the card of the call in hand, which is no case of its own: hotline.test.ts asks about it. */
const atCall = 'workForHotlineCaller'
const decisions = mutations.filter((field) => placeOfMark(field) && field.name !== atCall)

/** Steps that are no decision about what somebody else may have done, or that say in another way what they were made on. */
const otherwise: Record<string, string> = {
  submitDeclaration: 'the revisions of form and list; another is a conflict',
  submitMonthlyDeclaration: 'the revision of the changes; another is a conflict',
  receivePaper: 'the hash of the version that was filed; another is refused, and so is a second receipt',
  printPapers: 'opens the case',
  cancelPrintRun: 'a printing is its asker’s own, and what has ended stays as it is',
  openMonthlyDeclaration: 'opens the case; who comes second is given the one that is open',
  savePolicyProposal: 'expectedRevision; another is a conflict',
  simulatePolicyProposal: 'expectedRevision; another is a conflict',
  createPolicyProposal: 'opens the case',
  proposeEmployerLock: 'opens the case',
  importPolicyProposal: 'opens the case',
  askEmployees: 'looks at each row anew, and asks nobody for what they were asked before',
  handOverConfirmationLinks: 'looks at each row anew: whoever answered gets no link',
  settleDisagreement: 'askingId: another asking, or a row that changed since, is refused',
  recommendDeclarations: 'names the version of each, and looks at each anew: only one without a difference is taken',
}
/** Pages of a statement: a file comes, and what it belongs to it says itself. */
const isFile = ({ name, event }: { name: string; event: string }) =>
  name === 'bank-statement' && event !== 'RELEASE' && event !== 'UNDO'
/** Whoever may press is asked for less than the step: an officer who presses is told that it is not theirs. */
const pressedWith: Record<string, string> = {
  'review:approve': 'review:accept',
  'card:activate-by-phone': 'hotline:work',
  // The desks have ways of their own; the page and the window press these.
  'card:block': 'card:report-loss',
  'card:unblock': 'card:withdraw-loss',
  'reconciliation:take-back-reversal': 'reconciliation:take-back',
  ...Object.fromEntries(['decide', 'defend'].map((step) => [`fine:${step}`, 'fine:act'])),
  // Whoever has a part in a case may press, and is told when a step is another body’s.
  ...Object.fromEntries(
    ['open', 'prepare', 'review', 'sign', 'expire', 'answer', 'decide', 'defend', 'rule', 'close'].map((step) => [
      `enforcement:${step}`,
      'enforcement:act',
    ]),
  ),
}

function grantOf(field: Field): Grant | undefined {
  const held = permissionOf(field)
  return !held || held === 'public' ? undefined : permissions[held]
}
const isHeldByClerks = (field: Field): boolean => grantOf(field)?.clerk !== undefined

describe('the contract', () => {
  const steps = lifecycles.flatMap(({ table }) =>
    table.steps.map(({ event, who }) => ({ name: table.lifecycle, event, who })),
  )
  const held = new Map<string, Grant>(Object.entries(permissions))
  const byPeople = steps.filter(({ who }) => {
    const { clerk, insured, staff } = held.get(who) ?? {}
    return clerk ?? insured ?? staff
  })

  it.each(byPeople.filter((step) => !isFile(step)).map((step) => [`${step.name} ${step.event}`, step] as const))(
    '%s says what it was decided on',
    (_name, step) => {
      const asked = pressedWith[step.who] ?? step.who
      const pressed = mutations.filter((field) => permissionOf(field) === asked && !(field.name in otherwise))
      const ways = mutations.filter((field) => permissionOf(field) === asked)
      // Printing is a route, and what it does for the case is written down whatever the state.
      expect(ways.length > 0 || step.event === 'PRINT').toBe(true)
      for (const field of pressed) {
        expect(placeOfMark(field), field.name).toBeDefined()
        const answer = getNamedType(field.type)
        expect(isUnionType(answer) && answer.getTypes().map(({ name }) => name), field.name).toContain('StaleDecision')
      }
    },
  )
})

describe('a decision on what is no longer so', () => {
  let platform: TestPlatform
  let rows: Record<string, string>
  let employerId: string
  let individualId: string
  const colleague = crypto.randomUUID()
  beforeAll(async () => {
    platform = (await openRefundFixture()).platform
    const own = await addRowsOfEmployer(platform)
    const { prisma } = platform.database
    employerId = own.employerId
    individualId = own.individualId
    await prisma.account.create({
      data: { id: colleague, kind: 'STAFF', staffNo: 'S9', displayName: '李同事', passwordHash: '' },
    })
    const now = platform.clock.now()
    const asked = { requestedBy: colleague, requestedAt: now }
    const writeOff = await prisma.writeOff.create({
      data: { ...asked, noticeId: own.noticeId, amount: 1n, ground: 'COURT_RULING', documentNo: '1', explanation: '' },
    })
    const deemed = await prisma.deemedAssessment.create({
      data: {
        employerId: own.employerId,
        period: '2026-09',
        way: 'LAST_MONTH',
        basedOn: '2026-08',
        people: 1,
        lines: [],
        total: 1n,
        grounds: '一个理由',
        proposedBy: colleague,
        proposedAt: now,
      },
    })
    const proposal = await prisma.policyProposal.create({
      data: {
        region: '110000',
        title: '',
        rows: [],
        rowsHash: '',
        createdBy: colleague,
        createdAt: now,
        updatedAt: now,
      },
    })
    const reset = await prisma.cardPasswordReset.create({
      data: { ...asked, individualId: own.individualId, reason: '' },
    })
    const run = await prisma.billingRun.create({
      data: { kind: 'MONTHLY', period: '2026-10', region: '110000', startedAt: now, heartbeatAt: now },
    })
    const { day } = await prisma.reconciliationDay.create({ data: { day: '2026-10-01' } })
    const item = await prisma.reconciliationItem.create({
      data: { day, outcome: 'BANK_ONLY', reference: 'B-1', bankAmount: 1n },
    })
    const statement = await prisma.statement.create({
      data: {
        day,
        source: 'BANK',
        format: 'CSV',
        fileName: '',
        contentHash: '',
        account: '',
        statementNo: '1',
        entryCount: 0,
        creditTotal: 0n,
        debitTotal: 0n,
        state: 'INCOMPLETE',
        stateAt: now,
        origin: 'BROUGHT',
        importedBy: colleague,
        importedAt: now,
      },
    })
    const brought = await prisma.registerImport.create({
      data: {
        kind: 'PEOPLE',
        fileName: '',
        contentHash: '',
        date1904: false,
        columns: [],
        rowCount: 0,
        errorRows: 0,
        warningRows: 0,
        uploadedBy: colleague,
        uploadedAt: now,
        checkedAt: now,
      },
    })
    const registration = await prisma.registration.create({
      data: {
        number: 'DJ1',
        secretHash: new Uint8Array(1),
        originHash: new Uint8Array(1),
        status: 'SUBMITTED',
        version: 1,
        creditCode: 'C1',
        form: platform.vault.seal({}),
        openedAt: now,
        submittedAt: now,
      },
    })
    const card = await prisma.card.create({
      data: {
        individualId: own.individualId,
        numberHash: new Uint8Array([7]),
        numberCipher: new Uint8Array(1),
        numberMasked: 'A******78',
        bankName: '',
        status: 'APPLIED',
      },
    })
    const named = { nameZh: '中心', nameEn: 'Centre', phone: '12333', addressZh: '北京', addressEn: 'Beijing' }
    const office =
      (await prisma.office.findFirst()) ?? (await prisma.office.create({ data: { region: '110000', ...named } }))
    const account = { number: '3700123456789012', name: '基金收入户', bank: '示例银行', documentNo: '1', reason: '' }
    const figure = { name: 'CARD_PIN_TRIES', value: 6, heldValue: 3, validFrom: '2027-01-01', reason: '' }
    const words = { name: 'PAYMENT_PAPER', version: 1, basedOn: 0, validFrom: '2027-01-01', reason: '' }
    const template = await prisma.paperTemplateVersion.create({
      data: { ...asked, ...words, texts: { 'zh-CN': { sum: '共计' }, en: {} } },
    })
    const script = await prisma.hotlineScriptVersion.create({
      data: {
        requestedBy: colleague,
        requestedAt: now,
        matter: 'CLOSING',
        version: 1,
        basedOn: 0,
        ...releasedScripts.CLOSING,
        reason: '',
        reviewedOn: '2026-11-01',
        reviewDueOn: '2027-11-01',
      },
    })
    const figureChange = await prisma.figureChange.create({ data: { ...asked, ...figure } })
    const workRule = await prisma.workRule.create({ data: { ...asked, accountIds: [colleague], reason: '' } })
    const payeeChange = await prisma.payeeChange.create({ data: { ...asked, ...account, officeId: office.id } })
    const question = await prisma.question.create({
      data: {
        number: 'ZW1',
        individualId: own.individualId,
        askingKey: colleague,
        kind: 'QUESTION',
        topic: 'GAP',
        about: 'NOTHING',
        askedAt: now,
        dueOn: '2026-11-30',
      },
    })
    const transfer = await prisma.relationTransfer.create({
      data: {
        number: 'ZY1',
        individualId: own.individualId,
        direction: 'OUT',
        status: 'APPLIED',
        askingKey: colleague,
        region: '440000',
        agency: '广州社保',
        appliedBy: colleague,
        appliedAt: now,
      },
    })
    rows = {
      'relation-transfer': transfer.id,
      question: question.id,
      registration: registration.id,
      'payee-change': payeeChange.id,
      'figure-change': figureChange.id,
      'paper-template': template.id,
      'hotline-script': script.id,
      'work-rule': workRule.id,
      'monthly-declaration': own.monthlyId,
      'register-import': brought.id,
      'annual-declaration': own.declarationId,
      refund: own.refundId,
      enforcement: own.enforcementId,
      fine: own.fineId,
      'back-payment': own.backPaymentId,
      'debit-agreement': own.agreementId,
      mandate: own.receivedMandateId,
      cancellation: own.cancellationId,
      'online-filing': own.onlineFilingId,
      'employer-report': own.reportId,
      'particulars-change': own.particularsChangeId,
      'write-off': writeOff.id,
      waiver: own.waiverId,
      'employer-lock': own.employerLockId,
      'deemed-assessment': deemed.id,
      'policy-proposal': proposal.id,
      'card-password-reset': reset.id,
      'social-security-card': card.id,
      'billing-run': run.id,
      'reconciliation-day': day,
      'reconciliation-item': item.id,
      'bank-statement': statement.id,
    }
  }, 60_000)
  afterAll(() => platform.close())

  const lifecycleOf = (field: Field) => {
    const permission = permissionOf(field)
    // Staff decide on declarations of every kind by the same permissions.
    const isMonthly = field.name.includes('Monthly')
    const found = lifecycles.find(
      ({ table }) =>
        (table.lifecycle === 'monthly-declaration' || !isMonthly) &&
        // What is decided of an item is an event of its day as well.
        table.steps.some(
          ({ event, who }) => event !== 'SETTLE_ITEM' && (who === permission || pressedWith[who] === permission),
        ),
    )
    if (!found) throw new Error(`${field.name} belongs to no lifecycle.`)
    return found.table
  }
  const texts = {
    reason: '一个理由',
    text: '一个答复',
    office: '示例劳动保障监察大队',
    address: '示例路一号',
    bankReference: 'B-1234',
    accountLast4: '6789',
    day: '2026-10-01',
    on: '2026-10-01',
    reference: 'B-1234',
  }

  it.each(decisions.map((field) => [field.name, field] as const))(
    '%s is refused, and changes nothing',
    async (_name, field) => {
      const { lifecycle, states, steps } = lifecycleOf(field)
      const id = rows[lifecycle] ?? ''
      const key = { lifecycle, id }
      const state = states[0] ?? ''
      // The colleague did something after the screen was drawn.
      const event = steps[0]?.event ?? ''
      const actor = staffViewer(['HEAD'], { accountId: colleague })
      const seen = (await listCaseEvents(platform, key)).length
      await insertCaseEvent(platform, { ...key, event, from: state, to: state, revision: 0, actor })

      const decidedOn = `${state}.${seen}`
      const names = { id, declarationId: id, itemId: id, decidedOn }
      const args = Object.fromEntries(
        field.args.filter(({ name }) => name in texts).map(({ name }) => [name, texts[name as keyof typeof texts]]),
      )
      const item = { resolution: 'BANK_ERROR', note: '一个理由' }
      const input = {
        ...names,
        ...item,
        version: 0,
        receivedOn: '2026-10-01',
        pages: 1,
        sealOk: true,
        documents: ['ID'],
        byProxy: false,
        hash: 'a'.repeat(12),
        on: '2026-10-01',
        reference: 'B-1234',
        account: 1,
        pooled: 1,
        principal: 1,
        interest: 1,
        files: [],
        months: [{ insurance: 'PENSION', from: '2023-01', to: '2023-02' }],
      }
      const wanted = getNamedType(field.args.find(({ name }) => name === 'input')?.type)
      const given = {
        ...args,
        ...Object.fromEntries(Object.entries(names).filter(([name]) => field.args.some((one) => one.name === name))),
        ...(isInputObjectType(wanted)
          ? { input: Object.fromEntries(Object.entries(input).filter(([name]) => name in wanted.getFields())) }
          : {}),
        ...(field.name === 'takeEnforcementStep' ? { input: { event: 'EXPIRE_ORDER' } } : {}),
        ...(field.name === 'takeFineStep' ? { input: { event: 'ANSWER_CASE', answer: '不予采纳' } } : {}),
        ...(field.name === 'decideWriteOff' || field.name === 'decideDeemedAssessment' ? { confirm: true } : {}),
        ...(field.name === 'returnDeclaration' ? { notes: [{ path: 'unit.signer', text: '请补正' }] } : {}),
        ...(field.name === 'returnMonthlyDeclaration' ? { notes: [{ path: 'unit', text: '请补正' }] } : {}),
      }
      const { source, variables } = callField('mutation', field, given)
      const before = await listCaseEvents(platform, key)
      const selection = '{ __typename ... on StaleDecision { happened { event actorName mine } } }'
      const answer = async (viewer: Viewer) => {
        const { data, errors } = await ask(platform, viewer, source.replace('{ __typename }', selection), variables)
        return { errors, answered: data?.[field.name] }
      }
      const isClerks = isHeldByClerks(field)
      const isPersons = grantOf(field)?.insured !== undefined
      const outside = isClerks ? employerViewer(employerId) : isPersons ? insuredViewer(individualId) : undefined
      const viewer = outside ?? staffViewer(['OFFICER', 'REVIEWER', 'HEAD'])
      expect(await answer(viewer)).toEqual({
        errors: [],
        answered: {
          __typename: 'StaleDecision',
          // Nobody outside is told which of the office's people it was.
          happened: [{ event, actorName: outside ? null : '李同事', mine: false }],
        },
      })
      expect(await listCaseEvents(platform, key)).toEqual(before)
    },
  )
})
