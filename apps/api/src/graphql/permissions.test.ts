import { readFileSync } from 'node:fs'
import { getNamedType, GraphQLSchema, isInputObjectType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLInputType, GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '../access/permission-table.ts'
import type { Grant } from '../access/permission-table.ts'
import { tenantOf } from '../access/tenant-of.ts'
import { staffRoles } from '../access/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import { asTenant } from '../platform/tenancy.ts'
import { placeInDistrict } from '../testing/place-in-district.ts'
import { ask, employerViewer, insuredViewer, partnerViewer, staffViewer } from '../testing/ask.ts'
import { callField } from '../testing/call-field.ts'
import { lifecycles } from '../lifecycles.ts'
import { openRefundFixture } from '../testing/money/refund/refund-fixture.ts'
import { addRowsOfEmployer } from '../testing/rows-of-an-employer.ts'
import type { RowsOfEmployer } from '../testing/rows-of-an-employer.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { bySubject, listGuardedFields, permissionOf } from './permission-of-field.ts'
import { answerOf, matrixFile, printMatrix } from './print-matrix.ts'
import type { MatrixAsker } from './print-matrix.ts'
import { permissionsFile, printPermissions } from './print-permissions.ts'
import { schema } from './schema.ts'

type Field = GraphQLField<unknown, unknown>
type Held = ReturnType<typeof permissionOf>

const fieldsOf = (type: GraphQLObjectType | null | undefined): Field[] => Object.values(type?.getFields() ?? {})
/** All but the one whose permission is that of its subject: derivation.test.ts asks for each of those. */
const roots = (['query', 'mutation'] as const).flatMap((kind) =>
  fieldsOf(kind === 'query' ? schema.getQueryType() : schema.getMutationType())
    .filter(({ name }) => name !== bySubject)
    .map((field) => ({ kind, field, name: field.name, held: permissionOf(field) })),
)
const rootTypes = ['Query', 'Mutation']
const narrower = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !rootTypes.includes(name))
  .flatMap((type) => fieldsOf(type).map((field) => ({ type, field, held: permissionOf(field) })))
  .flatMap(({ held, ...one }) =>
    held && held !== 'public' ? [{ ...one, held, name: `${one.type.name}.${one.field.name}` }] : [],
  )

let platform: TestPlatform
let own: RowsOfEmployer
let foreign: RowsOfEmployer
beforeAll(async () => {
  platform = (await openRefundFixture()).platform
  own = await addRowsOfEmployer(platform)
  foreign = await addRowsOfEmployer(platform)
}, 60_000)
afterAll(() => platform.close())

const halfway = { stage: 'MUST_CHANGE_PASSWORD' } as const
const clerkOf = ({ employerId }: RowsOfEmployer) => employerViewer(employerId)
/** Everyone there is: of each kind one, staff in each role, and each kind before the initial password was changed. */
const people = (): Record<string, Viewer | undefined> => ({
  anonymous: undefined,
  clerk: clerkOf(own),
  'clerk who only reads': employerViewer(own.employerId, { duties: [] }),
  insured: insuredViewer(own.individualId),
  'operator of a bank': partnerViewer('BANK'),
  'operator of a hospital': partnerViewer('HOSPITAL'),
  'operator of the department': partnerViewer('DEPARTMENT'),
  'operator of the court': partnerViewer('COURT'),
  'operator with the initial password': partnerViewer('BANK', halfway),
  ...Object.fromEntries(staffRoles.map((role) => [role, staffViewer([role])])),
  'clerk with the initial password': employerViewer(own.employerId, halfway),
  'insured with the initial password': insuredViewer(own.individualId, halfway),
  'staff with the initial password': staffViewer(staffRoles, halfway),
  'staff with the password alone': staffViewer(staffRoles, { stage: 'MUST_PROVE_SECOND_FACTOR' }),
  'staff without a second factor': staffViewer(staffRoles, { stage: 'MUST_ENROL_SECOND_FACTOR' }),
})

/** As the table says, read a second time and without its functions. */
function expected(viewer: Viewer | undefined, held: Held): string {
  if (held === 'public') return 'allowed'
  if (!viewer) return 'UNAUTHENTICATED'
  const grant: Grant = held ? permissions[held] : {}
  if (viewer.stage !== 'FULL' && !grant.during?.includes(viewer.stage)) return 'FORBIDDEN'
  if (viewer.kind === 'EMPLOYER')
    return grant.clerk && (!grant.duty || viewer.duties.includes(grant.duty)) ? 'allowed' : 'FORBIDDEN'
  if (viewer.kind === 'PARTNER') return grant.partner?.[viewer.partnerKind] ? 'allowed' : 'FORBIDDEN'
  if (viewer.kind === 'INSURED') return grant.insured ? 'allowed' : 'FORBIDDEN'
  return viewer.roles.some((role) => grant.staff?.[role]) ? 'allowed' : 'FORBIDDEN'
}

const refusals = ['UNAUTHENTICATED', 'FORBIDDEN']
const outcomeOf = (errors: readonly string[]) => errors.find((code) => refusals.includes(code)) ?? 'allowed'

describe('the printed table', () => {
  it('is committed as it is', () => {
    const hint = 'run: node apps/api/src/graphql/print-permissions.ts'
    expect(readFileSync(permissionsFile, 'utf8'), hint).toBe(printPermissions())
    expect(readFileSync(matrixFile, 'utf8') === printMatrix(), hint).toBe(true)
  })

  it('holds no permission that nobody needs', () => {
    const byFields = listGuardedFields(schema).map(({ held }) => held)
    const bySteps = lifecycles.flatMap(({ table }) => [...table.openings, ...table.steps]).map(({ who }) => who)
    // What comes and goes as bytes: POST /attachments, the letters to employers, the calendar of deadlines, the hotline’s dialogue, figures, the court file; and the fine, which is there within its case for whoever may read it.
    const byRoutes = [
      'attachment:hand-in',
      'employer-account:letter',
      'deadline:read',
      'hotline:rehearse',
      'waiver:export',
      'statistics:export',
      'hotline:export',
      'enforcement:package',
      'fine:read',
    ]
    const atTerminal = ['payee:change', 'payee:confirm']
    const needed = new Set<string>([...byFields, ...bySteps, ...byRoutes, ...atTerminal])
    expect(Object.keys(permissions).filter((name) => !needed.has(name))).toEqual([])
  })
})

describe('every root field', () => {
  // Staff may ask only for money set aside, which is a rule of refunds and not of who asks.
  const setAside = {
    input: {
      source: 'SUSPENSE',
      reason: 'DUPLICATE',
      explanation: 'some text',
      paymentId: crypto.randomUUID(),
    },
  }
  const given: Record<string, Record<string, unknown>> = { applyForRefund: setAside, plannedRefund: setAside }

  it.each(roots)('$name names a permission of the table, or public', ({ held }) => expect(held).toBeDefined())

  it.each(roots)('$name lets in whom the table names, and nobody else', async ({ kind, field, name, held }) => {
    const { source, variables } = callField(kind, field, given[name])
    for (const [who, viewer] of Object.entries(people())) {
      const { errors } = await ask(platform, viewer, source, variables)
      expect(outcomeOf(errors), `${who}: ${errors.join()}`).toBe(expected(viewer, held))
    }
    // The printed matrix says the same of everybody in it.
    const inMatrix = (asker: MatrixAsker) => (answerOf(held, asker, 'own') === 'no' ? 'FORBIDDEN' : 'allowed')
    const said = Object.fromEntries(staffRoles.map((role) => [role, inMatrix(`staff ${role}`)]))
    expect({ ...said, clerk: inMatrix('clerk'), insured: inMatrix('insured'), bank: inMatrix('partner BANK') }).toEqual(
      {
        ...Object.fromEntries(staffRoles.map((role) => [role, expected(staffViewer([role]), held)])),
        clerk: expected(clerkOf(own), held),
        insured: expected(insuredViewer(own.individualId), held),
        bank: expected(partnerViewer('BANK'), held),
      },
    )
  })
})

/** How each root field that names a row is asked about the rows of an employer. */
const row: Record<string, (of: RowsOfEmployer) => Record<string, unknown>> = {
  employerById: ({ employerId }) => ({ id: employerId }),
  clerks: ({ employerId }) => ({ employerId }),
  changeClerkDuties: ({ clerkId }) => ({ accountId: clerkId }),
  issueClerkLink: ({ clerkId }) => ({ accountId: clerkId }),
  cancellation: ({ cancellationId }) => ({ id: cancellationId }),
  cancellations: ({ employerId }) => ({ employerId }),
  cancellationObstacles: ({ employerId }) => ({ employerId, lastDay: '2026-10-31' }),
  withdrawCancellation: ({ cancellationId }) => ({ id: cancellationId }),
  onlineFiling: ({ onlineFilingId }) => ({ id: onlineFilingId }),
  waiver: ({ waiverId }) => ({ id: waiverId }),
  employerLock: ({ employerLockId }) => ({ id: employerLockId }),
  exceptions: ({ employerId }) => ({ employerId }),
  particularsChanges: ({ employerId }) => ({ employerId }),
  particularsChange: ({ particularsChangeId }) => ({ id: particularsChangeId }),
  withdrawParticularsChange: ({ particularsChangeId }) => ({ id: particularsChangeId }),
  mandates: ({ employerId }) => ({ employerId }),
  acceptMandate: ({ receivedMandateId }) => ({ id: receivedMandateId }),
  declineMandate: ({ receivedMandateId }) => ({ id: receivedMandateId }),
  endMandate: ({ mandateId }) => ({ id: mandateId }),
  removeClerk: ({ clerkId }) => ({ accountId: clerkId }),
  declaration: ({ declarationId }) => ({ id: declarationId }),
  saveUnitForm: ({ declarationId }) => ({ input: { declarationId, expectedRevision: 0, changes: {} } }),
  submitDeclaration: ({ declarationId }) => ({
    input: { declarationId, unitRevision: 0, personnelRevision: 0, signer: '王', truthDeclared: true },
  }),
  answerReviewNote: ({ declarationId }) => ({
    input: { declarationId, noteId: crypto.randomUUID(), answer: 'x', was: '' },
  }),
  answerMonthlyNote: ({ monthlyId }) => ({
    input: { declarationId: monthlyId, noteId: crypto.randomUUID(), answer: 'x', was: '' },
  }),
  withdrawDeclaration: ({ declarationId }) => ({ declarationId }),
  savePersonnel: ({ declarationId }) => ({
    input: {
      declarationId,
      uploadId: crypto.randomUUID(),
      expectedRevision: 0,
      mode: 'REPLACE',
      part: 1,
      ofParts: 1,
      rows: [],
    },
  }),
  savePersonnelRecord: ({ declarationId }) => ({ declarationId }),
  removePersonnelRecords: ({ declarationId }) => ({ declarationId }),
  takeRosterOver: ({ declarationId }) => ({ declarationId }),
  signPersonnelList: ({ declarationId }) => ({ declarationId }),
  askEmployees: ({ declarationId }) => ({ declarationId }),
  handOverConfirmationLinks: ({ declarationId }) => ({ declarationId, rowNos: [1] }),
  settleDisagreement: ({ declarationId }) => ({ declarationId, take: [], rowNo: 1, askingId: crypto.randomUUID() }),
  compareRoster: ({ declarationId }) => ({ declarationId }),
  resolveDifferences: ({ declarationId }) => ({ declarationId, ids: [crypto.randomUUID()], resolution: 'FIX' }),
  reopenDifferences: ({ declarationId }) => ({ declarationId, ids: [crypto.randomUUID()] }),
  monthlyDeclaration: ({ monthlyId }) => ({ id: monthlyId }),
  saveMonthlyChanges: ({ monthlyId }) => ({
    input: { declarationId: monthlyId, expectedRevision: 0, changes: [{ change: {} }] },
  }),
  removeMonthlyChanges: ({ monthlyId }) => ({ declarationId: monthlyId, expectedRevision: 0, rowNos: [1] }),
  uploadMonthlyChanges: ({ monthlyId }) => ({
    input: {
      declarationId: monthlyId,
      uploadId: crypto.randomUUID(),
      expectedRevision: 0,
      mode: 'ADD',
      part: 1,
      ofParts: 1,
      rows: [],
    },
  }),
  compareMonthlyList: ({ monthlyId }) => ({
    input: {
      declarationId: monthlyId,
      uploadId: crypto.randomUUID(),
      expectedRevision: 0,
      part: 1,
      ofParts: 1,
      rows: [],
    },
  }),
  moveMonthlyDeclaration: ({ monthlyId }) => ({ declarationId: monthlyId, expectedRevision: 0 }),
  submitMonthlyDeclaration: ({ monthlyId }) => ({
    input: {
      declarationId: monthlyId,
      revision: 0,
      idempotencyKey: crypto.randomUUID(),
      signer: '王',
      truthDeclared: true,
    },
  }),
  withdrawMonthlyDeclaration: ({ monthlyId }) => ({ declarationId: monthlyId }),
  cancelMonthlyDeclaration: ({ monthlyId }) => ({ declarationId: monthlyId }),
  stopOutlook: ({ individualId }) => ({ individualId, type: 'STOP_RESIGN' }),
  reportUnemployedList: ({ dutyId }) => ({ id: dutyId }),
  paymentNotice: ({ noticeId }) => ({ id: noticeId }),
  startPayment: ({ noticeId }) => ({ noticeId, idempotencyKey: crypto.randomUUID() }),
  debitNotice: ({ noticeId }) => ({ noticeId, idempotencyKey: crypto.randomUUID() }),
  payment: ({ paymentId }) => ({ id: paymentId }),
  refreshPayment: ({ paymentId }) => ({ paymentId }),
  endDebitAgreement: ({ agreementId }) => ({ id: agreementId }),
  backPayment: ({ backPaymentId }) => ({ id: backPaymentId }),
  refund: ({ refundId }) => ({ id: refundId }),
  enforcementCase: ({ enforcementId }) => ({ id: enforcementId }),
  takeEnforcementStep: ({ enforcementId }) => ({ id: enforcementId, input: { event: 'EXPIRE_ORDER' } }),
  takeFineStep: ({ fineId }) => ({
    id: fineId,
    input: { event: 'STATE_CASE', text: '已经缴清', hearing: false },
  }),
  printRun: ({ printRunId }) => ({ id: printRunId }),
  cancelPrintRun: ({ printRunId }) => ({ id: printRunId }),
  printPapers: ({ noticeId }) => ({
    papers: [{ kind: 'PAYMENT_NOTICE', subjectId: noticeId, version: 1 }],
    language: 'en',
  }),
  confirmRefundReceipt: ({ refundId }) => ({ id: refundId }),
  revokeAccessToken: ({ accessTokenId }) => ({ id: accessTokenId }),
}
/** Rows of an insured person, which nobody but that person holds. */
const rowOfPerson: Record<string, (of: RowsOfEmployer) => Record<string, unknown>> = {
  revokeRecordConsent: ({ consentId }) => ({ id: consentId }),
  myReport: ({ reportId }) => ({ id: reportId }),
  withdrawReport: ({ reportId }) => ({ id: reportId }),
}
/** These take no row of an employer: what they answer is the asker's own from the beginning. */
const ofTheAsker = [
  'accessTokens',
  'applyForTransfer',
  'askQuestion',
  'handInTransferVoucher',
  'myRelationTransfers',
  'relationTransfer',
  'withdrawTransfer',
  'closeQuestion',
  'myQuestions',
  'question',
  'rateQuestion',
  'reopenQuestion',
  'applyForBackPayment',
  'applyForCard',
  'applyForOnlineFiling',
  'applyForRefund',
  'cardBanks',
  'certificateOutlook',
  'changePassword',
  'confirmAddress',
  'deadlineFeed',
  'deadlineRehearsal',
  'employer',
  'employersActedFor',
  'enforcementCases',
  'endDeadlineFeed',
  'giveRecordConsent',
  'grantMandate',
  'inbox',
  'inspection',
  'inviteClerk',
  'makeAccessToken',
  'makeDeadlineFeed',
  'makeRightsStatement',
  'markNotificationsRead',
  'me',
  'monthlyWindow',
  'myEmployerMonths',
  'myEmployers',
  'myReports',
  'handInReport',
  'openInspection',
  'openMonthlyDeclaration',
  'ownAccessToken',
  'paperCopies',
  'paperYears',
  'papers',
  'plannedBackPayment',
  'plannedRefund',
  'printRuns',
  'readingsOfMyRecord',
  'recordConsents',
  'recordsSharedWithMe',
  'refreshDebitAgreement',
  'refundCandidates',
  'removeAddress',
  'replaceCard',
  'reportCardLoss',
  'electronicCardCode',
  'requestAddressCode',
  'requestCancellation',
  'requestParticularsChange',
  'setAsidePayments',
  'setLanguage',
  'sharedRecord',
  'signDebitAgreement',
  'signOutEverywhere',
  'stopOutlooks',
  'switchChannel',
  'switchEmployer',
  'unemployedListDuties',
  'unreadNotifications',
  'waysToBeTold',
  'withdrawCardLoss',
]

/**
 * The API takes the asker for the owner and lets everything through; the database is told who really asks. What comes then is what
 * the second wall alone keeps.
 */
const withoutOwnChecks = (asker: Viewer, takenFor: Viewer, source: string, variables: Record<string, unknown>) =>
  asTenant(tenantOf(asker), () => ask(platform, takenFor, source, variables, { schema }))

describe("another's row", () => {
  const ofOwn = roots.filter(({ held }) => held && held !== 'public' && reachesOwnOnly(permissions[held]))

  it('is asked of every root field that somebody holds for own rows only', () => {
    const asked = [...Object.keys(row), ...Object.keys(rowOfPerson), ...ofTheAsker].toSorted()
    expect(ofOwn.map(({ name }) => name).toSorted()).toEqual(asked)
  })

  it.each(ofOwn.filter(({ name }) => row[name]))('$name: does not exist', async ({ kind, field, name, held }) => {
    const errorsOf = async (viewer: Viewer, of: RowsOfEmployer) => {
      const { source, variables } = callField(kind, field, row[name]?.(of))
      return (await ask(platform, viewer, source, variables)).errors
    }
    const hidden = [...refusals, 'NOT_FOUND']
    const inMatrix = (asker: MatrixAsker) => [answerOf(held, asker, 'own'), answerOf(held, asker, 'other')]
    expect(inMatrix('clerk')).toEqual(['yes', 'hidden'])
    expect(await errorsOf(clerkOf(foreign), own)).toEqual(['NOT_FOUND'])
    expect((await errorsOf(clerkOf(own), own)).filter((code) => hidden.includes(code))).toEqual([])
    const insured = expected(insuredViewer(own.individualId), held)
    const wanted = insured === 'allowed' ? ['NOT_FOUND', ''] : ['FORBIDDEN', 'FORBIDDEN']
    const asPerson = async ({ individualId }: RowsOfEmployer) =>
      (await errorsOf(insuredViewer(individualId), own)).join()
    expect([await asPerson(foreign), await asPerson(own)]).toEqual(wanted)
    expect(inMatrix('insured')).toEqual(insured === 'allowed' ? ['yes', 'hidden'] : ['no', 'no'])
    const staff = staffRoles.map((role) => staffViewer([role])).filter((viewer) => expected(viewer, held) === 'allowed')
    expect(staffRoles.filter((role) => inMatrix(`staff ${role}`)[0] !== 'no')).toEqual(
      staff.flatMap(({ roles }) => roles),
    )
    for (const viewer of staff)
      expect((await errorsOf(viewer, own)).filter((code) => hidden.includes(code))).toEqual([])
  })

  const lists = ['cancellationObstacles', 'cancellations', 'clerks', 'mandates', 'particularsChanges']
  it.each(ofOwn.filter(({ name }) => row[name] && name !== 'exceptions'))(
    '$name: is kept by the database alone',
    async ({ kind, field, name }) => {
      const { source, variables } = callField(kind, field, row[name]?.(own))
      const { data, errors } = await withoutOwnChecks(clerkOf(foreign), clerkOf(own), source, variables)
      expect(errors.length > 0 ? errors : data[name]).toEqual(lists.includes(name) ? [] : ['NOT_FOUND'])
    },
  )

  it('of lists and of a person is kept by the database alone', async () => {
    const exceptions = `{ exceptions(employerId: "${own.employerId}", first: 5) { edges { node { id } } } }`
    const edges = async (asker: Viewer, takenFor: Viewer, source: string) =>
      JSON.stringify((await withoutOwnChecks(asker, takenFor, source, {})).data).match(/"node"/g)?.length ?? 0
    expect(await edges(clerkOf(own), clerkOf(own), exceptions)).toBeGreaterThan(0)
    expect(await edges(clerkOf(foreign), clerkOf(own), exceptions)).toBe(0)
    const [person, other] = [insuredViewer(own.individualId), insuredViewer(foreign.individualId)]
    const months = '{ me { id payments(first: 5) { edges { node { period } } } } }'
    expect(await edges(person, person, months)).toBeGreaterThan(0)
    expect(await edges(other, person, months)).toBe(0)
  })

  it.each(ofOwn.filter(({ name }) => rowOfPerson[name]))(
    '$name: is the person’s alone',
    async ({ kind, field, name }) => {
      const errorsOf = async (viewer: Viewer) => {
        const { source, variables } = callField(kind, field, rowOfPerson[name]?.(own))
        return (await ask(platform, viewer, source, variables)).errors.join()
      }
      expect(await errorsOf(insuredViewer(foreign.individualId))).toBe('NOT_FOUND')
      expect(await errorsOf(insuredViewer(own.individualId))).toBe('')
      for (const viewer of [clerkOf(own), staffViewer([...staffRoles])])
        expect(await errorsOf(viewer)).toBe('FORBIDDEN')
    },
  )
})

describe('every field that shows a masked value in clear', () => {
  const revealing = roots.filter(({ held }) => held === 'masked-value:reveal')
  it('there are three', () =>
    expect(revealing.map(({ name }) => name).toSorted()).toEqual([
      'revealAnswer',
      'revealMonthlyPerson',
      'revealPerson',
    ]))

  it.each(revealing)('$name takes no blank reason, and writes nothing then', async ({ kind, field }) => {
    const { source, variables } = callField(kind, field)
    const withReason = (reason: string) => {
      const { input } = variables as { input?: object }
      const about = field.name === 'revealPerson' ? { rowNo: 1 } : { path: 'bankAccountNumber' }
      return input ? { input: { ...input, ...about, reason } } : { ...variables, reason }
    }
    const before = await platform.database.prisma.auditEvent.count()
    const errorsOf = async (reason: string) =>
      (await ask(platform, staffViewer(['OFFICER']), source, withReason(reason))).errors
    for (const reason of ['', '      ', ' 看 ']) expect(await errorsOf(reason)).toEqual(['BAD_USER_INPUT'])
    expect(await errorsOf('核对证件')).toEqual(['NOT_FOUND'])
    expect(await platform.database.prisma.auditEvent.count()).toBe(before)
  })
})

const staffHold = ({ staff }: Grant) => Object.keys(staff ?? {}).length > 0
function reachesOwnOnly({ clerk, insured }: Grant): boolean {
  return clerk === 'own' || insured === 'own'
}

describe('every object field with a permission of its own', () => {
  /** The object such a field belongs to, as its resolver knows it. */
  const parentOf: Record<string, (of: RowsOfEmployer) => Promise<unknown>> = {
    Employer: async ({ employerId }) => ({ id: employerId }),
    Declaration: ({ declarationId }) =>
      platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: declarationId } }),
    MonthlyDeclaration: ({ monthlyId }) =>
      platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: monthlyId } }),
    PaymentNotice: ({ noticeId }) =>
      platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id: noticeId } }),
  }
  it('there are some', () => expect(narrower.map(({ name }) => name)).toContain('Employer.balance'))

  it.each(narrower)('$name', async ({ type, field, held }) => {
    // Asked as if the object were the root: however somebody came to hold it, the field asks for itself.
    const schemaOfObject = new GraphQLSchema({ query: type, types: Object.values(schema.getTypeMap()) })
    const { source, variables } = callField('query', field)
    const answer = async (viewer: Viewer | undefined, of: RowsOfEmployer) =>
      ask(platform, viewer, source, variables, { schema: schemaOfObject, rootValue: await parentOf[type.name]?.(of) })
    for (const [who, viewer] of Object.entries(people())) {
      const { errors } = await answer(viewer, own)
      const refused = errors.some((code) => [...refusals, 'NOT_FOUND'].includes(code))
      expect(refused, `${who}: ${errors.join()}`).toBe(expected(viewer, held) !== 'allowed')
    }
    expect((await answer(clerkOf(foreign), own)).errors).toEqual(['NOT_FOUND'])
  })
})

describe("another district office's employer", () => {
  /** Where money that came is booked, and what a run bills, is the agency's own: no office has the item or the run. */
  const ofTheAgency = ['resolveReconciliationItem', 'retryBillingProblems']
  const namesRow = (fields: readonly { readonly name: string; readonly type: unknown }[]): boolean =>
    fields.some(({ name, type }) => {
      const inner = getNamedType(type as GraphQLInputType)
      return (
        /^(employerIds?|noticeIds?)$/.test(name) ||
        (isInputObjectType(inner) && namesRow(Object.values(inner.getFields())))
      )
    })
  const begun = roots.filter(
    ({ kind, field, held }) =>
      kind === 'mutation' && held && held !== 'public' && staffHold(permissions[held]) && namesRow(field.args),
  )
  const asked: Record<string, (of: RowsOfEmployer) => Record<string, unknown>> = {
    giveOnlineFiling: ({ employerId }) => ({ employerId }),
    openEnforcementCases: ({ employerId }) => ({ employerIds: [employerId] }),
    proposeDeemed: ({ employerId }) => ({ employerIds: [employerId] }),
    proposeEmployerLock: ({ employerId }) => ({ employerId, ground: 'REGISTRATION_CHECK', explanation: '核查登记' }),
    proposeOfficeAmount: ({ employerId }) => ({ employerId }),
    proposeWaiver: ({ employerId }) => ({
      input: {
        employerId,
        kind: 'FILING_DEADLINE',
        ground: 'POLICY',
        documentNo: '豁 1 号',
        explanation: '政策规定',
        period: '2026-10',
        toOn: '2026-12-31',
      },
    }),
    remindUndeclared: ({ employerId }) => ({ employerIds: [employerId] }),
    requestWriteOff: ({ noticeId }) => ({
      input: {
        noticeId,
        ground: 'COURT_RULING',
        documentNo: '破 1 号',
        explanation: '破产终结',
        files: [crypto.randomUUID()],
      },
    }),
  }
  const district = crypto.randomUUID()
  beforeAll(async () => {
    const { prisma } = platform.database
    const region = '110101'
    await placeInDistrict(platform, [own.employerId], region)
    const by = { createdBy: crypto.randomUUID(), createdAt: platform.clock.now() }
    await prisma.districtOffice.create({
      data: { id: district, code: 'EE', nameZh: '东区经办处', nameEn: 'East', regions: { create: { region } }, ...by },
    })
  })

  it('is asked of everything that staff begin for an employer', () => {
    expect(begun.map(({ name }) => name).toSorted()).toEqual([...Object.keys(asked), ...ofTheAgency].toSorted())
  })

  it.each(begun.filter(({ name }) => asked[name]))('$name is its own office’s alone', async ({ kind, field, name }) => {
    const { source, variables } = callField(kind, field, asked[name]?.(own))
    const errorsOf = async (districts: string[]) =>
      (await ask(platform, staffViewer(['OFFICER', 'HEAD'], { districts }), source, variables)).errors
    expect(await errorsOf([crypto.randomUUID()])).toEqual(['FORBIDDEN'])
    expect(await errorsOf([district])).not.toContain('FORBIDDEN')
  })
})
