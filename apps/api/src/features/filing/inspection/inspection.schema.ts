import { ANNUAL_STATES, annualLifecycle, STEP_IDS } from '@shebao/declaration-rules'
import type { Step } from '@shebao/declaration-rules'
import { civilDateAt } from '@shebao/kernel'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import { notFound } from '../../../access/refusal.ts'
import { keysetPage, decodeCursor, pageSize } from '../../../access/keyset.ts'
import { EmployerType, findEmployer } from '../../register/employer/index.ts'
import {
  DeclarationType,
  DeclarationVersionType,
  IssueType,
  DraftPartEnum,
  LastSavedType,
  VerdictEnum,
  actionsOf,
  declarationCase,
  findDeclaration,
  findFirstSubmission,
  findVersion,
  isOverdue,
  lastSaved,
  listDeclarationEvents,
  listInspections,
  listVersions,
  maskUnitForm,
  windowState,
  requireDeclaration,
  seesDeclaration,
} from '../declaration/index.ts'
import type { DeclarationEventRow } from '../declaration/index.ts'
import { findPaperCopy } from '../paper-copy/index.ts'
import { declarationInFull } from './declaration-view.ts'

export const DeclarationStatusEnum = builder.enumType('DeclarationStatus', {
  description: 'NOT_STARTED to READY are a draft; from SUBMITTED on it is with the office, until RETURNED.',
  values: ANNUAL_STATES,
})
const DeclarationActionEnum = builder.enumType('DeclarationAction', {
  values: [...new Set(annualLifecycle.steps.map(({ event }) => event))],
})
const WindowStateEnum = builder.enumType('WindowState', { values: ['NOT_OPEN', 'OPEN', 'CLOSED'] as const })
const StepIdEnum = builder.enumType('DeclarationStepId', { values: STEP_IDS })
const StepStateEnum = builder.enumType('DeclarationStepState', { values: ['TODO', 'DONE', 'BLOCKED'] as const })
const stepStates = { todo: 'TODO', done: 'DONE', blocked: 'BLOCKED' } as const

const StepType = builder.objectRef<Step>('DeclarationStep').implement({
  description: 'One task of the declaration and what is missing in it.',
  fields: (t) => ({
    id: t.field({ type: StepIdEnum, resolve: ({ id }) => id }),
    group: t.exposeString('group', { description: 'unit, people or finish.' }),
    state: t.field({ type: StepStateEnum, resolve: ({ state }) => stepStates[state] }),
    missing: t.exposeInt('missing', { description: 'Errors to clear here.' }),
    warnings: t.exposeInt('warnings'),
    blockedBy: t.string({
      nullable: true,
      description: 'A code such as PERSONNEL_FIRST, when the state is BLOCKED.',
      resolve: ({ blockedBy }) => blockedBy ?? null,
    }),
  }),
})

const DeclarationEventType = builder.objectRef<DeclarationEventRow>('DeclarationEvent').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    action: t.exposeString('action', { description: 'OPEN or an action of DeclarationAction.' }),
    status: t.field({
      type: DeclarationStatusEnum,
      resolve: ({ status }) => ANNUAL_STATES.find((state) => state === status) ?? 'CLOSED',
    }),
    actorKind: t.exposeString('actorKind', {
      description: 'EMPLOYER, STAFF or SYSTEM; employers are not told who of the staff.',
    }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
  }),
})

const mostIssues = 5_000
const pathOfPart = { UNIT_FORM: 'unit.', LIST: 'personnel' } as const

DeclarationType.implement({
  description: "A unit's annual inspection of one year (年检申报). An employer sees its own, staff see all.",
  fields: (t) => ({
    id: t.exposeID('id'),
    year: t.exposeInt('year'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, declarationCase, row),
    }),
    status: t.field({
      type: DeclarationStatusEnum,
      description: 'RETURNED stays until the next submission.',
      complexity: 20,
      resolve: async (row, _args, { platform, viewer }) =>
        row.status === 'RETURNED' ? 'RETURNED' : (await declarationInFull(platform, viewer, row)).state,
    }),
    version: t.exposeInt('version', { description: 'Last submitted version; 0 before the first.' }),
    unitRevision: t.exposeInt('unitRevision', { description: 'Counts up with every saved change of the unit form.' }),
    personnelRevision: t.exposeInt('personnelRevision', {
      description: 'Counts up with every change of the personnel list.',
    }),
    savedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
    lastSaved: t.field({
      type: LastSavedType,
      nullable: true,
      authScopes: { may: 'draft:edit' },
      complexity: 5,
      description: 'Who changed it last, for those who write in it; null where nobody has, or the account is gone.',
      args: { part: t.arg({ type: DraftPartEnum, required: true }) },
      resolve: (row, { part }, { platform, viewer }) => lastSaved(platform, viewer, row, part),
    }),
    opensOn: t.field({ type: 'Date', resolve: ({ opensOn }) => opensOn }),
    dueOn: t.field({ type: 'Date', description: 'Last day for submitting.', resolve: ({ dueOn }) => dueOn }),
    window: t.field({
      type: WindowStateEnum,
      resolve: (row, _args, { platform }) =>
        windowState({ opensOn: row.opensOn, closesOn: row.dueOn }, platform.clock.today()),
    }),
    overdue: t.boolean({
      description:
        'Its last day passed before it was first handed in (逾期). It is taken all the same until its year ends.',
      complexity: 5,
      resolve: async ({ id, dueOn, version }, _args, { platform }) => {
        const first = version === 0 ? undefined : await findFirstSubmission(platform, id)
        return isOverdue(dueOn, first && civilDateAt(first), platform.clock.today())
      },
    }),
    submittedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ submittedAt }) => submittedAt }),
    paperDueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the stamped paper is due at the office; null before it is accepted, when none is taken.',
      resolve: async ({ id, status }, _args, { platform }) =>
        status === 'RETURNED' ? null : ((await findPaperCopy(platform, id))?.dueOn ?? null),
    }),
    paperReceivedOn: t.field({ type: 'Date', nullable: true, resolve: ({ paperReceivedOn }) => paperReceivedOn }),
    employer: t.field({
      type: EmployerType,
      resolve: async (row, _args, { platform }) =>
        (await findEmployer(platform, row.employerId)) ?? raise(notFound('employer')),
    }),
    unitForm: t.field({
      personal: shown('READ_UNIT_PARTICULARS', ({ id }) => id, 'Declaration'),
      type: 'JSON',
      complexity: 20,
      description:
        'Answers by name as `UnitDraft` of @shebao/declaration-rules: the draft, or what was submitted. Money in fen. Staff see personal numbers masked.',
      resolve: async (row, _args, { platform, viewer }) => {
        const { unit } = await declarationInFull(platform, viewer, row)
        return viewer?.kind === 'EMPLOYER' ? unit : maskUnitForm(unit)
      },
    }),
    people: t.int({
      complexity: 20,
      resolve: async (row, _args, { platform, viewer }) => (await declarationInFull(platform, viewer, row)).people,
    }),
    listFigures: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 20,
      description: 'Sums of the personnel list by the names of the unit form, money in fen; null once submitted.',
      resolve: async (row, _args, { platform, viewer }) =>
        (await declarationInFull(platform, viewer, row)).figures ?? null,
    }),
    verdict: t.field({
      type: VerdictEnum,
      complexity: 20,
      resolve: async (row, _args, { platform, viewer }) => (await declarationInFull(platform, viewer, row)).verdict,
    }),
    errorCount: t.int({
      complexity: 20,
      resolve: async (row, _args, { platform, viewer }) =>
        (await declarationInFull(platform, viewer, row)).issues.filter(({ severity }) => severity === 'error').length,
    }),
    issues: t.field({
      type: [IssueType],
      complexity: 100,
      description: `What the rules say, in the order of the form; at most ${mostIssues}.`,
      args: {
        first: t.arg.int({ defaultValue: 1000 }),
        part: t.arg({ type: DraftPartEnum, description: 'Only what stands at this part: a long list has many.' }),
      },
      resolve: async (row, { first, part }, { platform, viewer }) => {
        const { issues } = await declarationInFull(platform, viewer, row)
        const wanted = part ? issues.filter(({ path }) => path.startsWith(pathOfPart[part])) : issues
        return wanted.slice(0, Math.min(Math.max(first ?? 0, 0), mostIssues))
      },
    }),
    steps: t.field({
      type: [StepType],
      complexity: 40,
      resolve: async (row, _args, { platform, viewer }) => [...(await declarationInFull(platform, viewer, row)).steps],
    }),
    events: t.field({
      type: [DeclarationEventType],
      complexity: 20,
      description: 'What happened, oldest first; at most 500.',
      resolve: (row, _args, { platform }) => listDeclarationEvents(platform, row.id),
    }),
    actions: t.field({
      type: [DeclarationActionEnum],
      complexity: 20,
      description: 'What this account may try now.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer ? [...actionsOf(viewer, (await declarationInFull(platform, viewer, row)).state)] : [],
    }),
    current: t.field({
      type: DeclarationVersionType,
      nullable: true,
      description: 'The last submitted version.',
      resolve: (row, _args, { platform }) => (row.version === 0 ? null : findVersion(platform, row.id, row.version)),
    }),
    versions: t.connection({
      type: DeclarationVersionType,
      description: 'Submitted versions, newest first.',
      resolve: async (row, args, { platform }) => {
        const [before] = decodeCursor(args, 1) ?? []
        const rows = await listVersions(platform, row.id, {
          before: typeof before === 'number' ? before : undefined,
          limit: pageSize(args) + 1,
        })
        return keysetPage(rows, args, ({ version }) => [version])
      },
    }),
  }),
})

function raise(error: Error): never {
  throw error
}

builder.queryField('declaration', (t) =>
  t.field({
    type: DeclarationType,
    description: "One declaration. Another employer's behaves as absent.",
    authScopes: { may: 'declaration:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => {
      const row = isUuid(id) ? await findDeclaration(platform, id) : null
      return requireDeclaration(viewer, row)
    },
  }),
)

builder.queryField('inspection', (t) =>
  t.field({
    type: DeclarationType,
    nullable: true,
    description: "This year's declaration of the employer who asks; null until it is opened.",
    authScopes: { may: 'employer:act-for' },
    resolve: async (_root, _args, { platform, viewer }) => {
      const rows = await listInspections(platform, requireMay(viewer, 'employer:act-for').employerId)
      const year = Number(platform.clock.today().slice(0, 4))
      return rows.find((row) => row.year === year) ?? null
    },
  }),
)

builder.objectField(EmployerType, 'declarations', (t) =>
  t.field({
    authScopes: { may: 'declaration:read' },
    type: [DeclarationType],
    description: 'Annual inspections, newest first; one a year. The office sees what has been submitted.',
    resolve: async (employer, _args, { platform, viewer }) => {
      requireMay(viewer, 'declaration:read', { employerId: employer.id }, 'employer')
      const rows = await listInspections(platform, employer.id)
      return rows.filter((row) => seesDeclaration(viewer, row))
    },
  }),
)
