import { monthlyLifecycle } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { markOf } from '../../../case/case-mark.ts'
import { offersFor } from '../../../case/offers.ts'
import { builder } from '../../../graphql/builder.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { EmployerType, findEmployer } from '../../register/employer/index.ts'
import {
  DeclarationVersionType,
  FilingEnum,
  filings,
  findVersion,
  lastSaved,
  LastSavedType,
  listNotes,
  listVersions,
} from '../declaration/index.ts'
import { StaffEventType, listEventRows } from '../review/index.ts'
import { ChangeFilterEnum, ChangesConnection } from './change.schema.ts'
import { countChanges } from './changes.repository.ts'
import { isEditable, monthlyCase, periodOf, requireMonthly } from './monthly-case.ts'
import {
  CountsType,
  EventEnum,
  JudgementType,
  NoteType,
  PreviewType,
  StateEnum,
  SummaryType,
  WindowType,
} from './monthly-parts.schema.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'
import './monthly-confirmation.schema.ts'
import './stop-outlook.schema.ts'
import { monthlyWindow } from './monthly-window.ts'
import { previewMonthly } from './preview-monthly.ts'
import { loadMonthlyNotes, settledNote } from './note-tasks.ts'
import { changeKey, readChanges, shownVersion } from './read-changes.ts'
import { judge, monthlyKey, readMonthlyList, stateOf } from './read-monthly.ts'

MonthlyDeclarationType.implement({
  description: "A unit's declaration of one month (月度申报). An employer sees its own, staff what was handed in.",
  fields: (t) => ({
    id: t.exposeID('id'),
    period: t.field({ type: 'Period', resolve: periodOf }),
    filing: t.field({ type: FilingEnum, resolve: ({ filing }) => oneOf(filings, filing, 'filing') }),
    sequence: t.exposeInt('sequence', { description: 'Counts the supplementary and revised ones of a month.' }),
    state: t.field({
      type: StateEnum,
      complexity: 5,
      resolve: (row, _args, { platform }) => stateOf(platform, row),
    }),
    editable: t.boolean({
      description: 'Whether the asker may write in it.',
      resolve: (row, _args, { viewer }) => isEditable(row) && may(viewer, 'draft:edit', row),
    }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, monthlyCase, row),
    }),
    revision: t.exposeInt('personnelRevision', { description: 'Counts up with every saved change.' }),
    version: t.exposeInt('version', { description: 'Last version handed in; 0 before the first.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day on which it is taken.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    savedAt: t.expose('updatedAt', { type: 'DateTime' }),
    lastSaved: t.field({
      type: LastSavedType,
      nullable: true,
      authScopes: { may: 'draft:edit' },
      complexity: 5,
      description:
        'Who changed its changes last, for those who write in it; null where nobody has, or the account is gone.',
      resolve: (row, _args, { platform, viewer }) => lastSaved(platform, viewer, row, 'LIST'),
    }),
    employerId: t.exposeID('employerId'),
    unit: t.field({
      type: SummaryType,
      resolve: async ({ employerId }, _args, { platform }) => {
        const employer = await findEmployer(platform, employerId)
        if (!employer) throw notFound('employer')
        return { unitName: employer.name, registrationNo: employer.registrationNo }
      },
    }),
    counts: t.field({
      type: CountsType,
      complexity: 10,
      resolve: (row, _args, { platform, viewer }) =>
        countChanges(platform, { declarationId: row.id, version: shownVersion(viewer, row) }),
    }),
    judgement: t.field({
      type: JudgementType,
      complexity: 200,
      resolve: (row, _args, { platform, viewer }) => judge(platform, viewer, row),
    }),
    changes: t.field({
      type: ChangesConnection,
      complexity: pageComplexity,
      description: 'Person by person beside the register, in the order of rows; who is unchanged is not in it.',
      args: {
        filter: t.arg({ type: ChangeFilterEnum, defaultValue: 'ALL' }),
        idNumber: t.arg.string({ description: 'The whole number of one person.' }),
        rowNo: t.arg.int({ description: 'One row alone.' }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async (row, args, context) =>
        keysetPage(await readChanges(context.platform, context.viewer, row, args, context), args, changeKey),
    }),
    preview: t.field({
      type: PreviewType,
      nullable: true,
      complexity: 400,
      description: 'Null while it is incomplete, and where the office has no parameters to bill by.',
      resolve: async (row, _args, { platform, viewer }) => {
        if (!viewer) return null
        const outcome = await previewMonthly(platform, viewer, row)
        return outcome.kind === 'preview' ? outcome.preview : null
      },
    }),
    actions: t.field({
      type: [EventEnum],
      complexity: 20,
      description: 'What this account may do now; what four eyes bar is not in it.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer
          ? (await offersFor(platform, monthlyCase, viewer, row))
              .filter(({ standing }) => standing === 'MAY')
              .map(({ event }) => event)
          : [],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(monthlyCase) }),
    notes: t.field({
      type: [NoteType],
      complexity: 20,
      description:
        'Of a draft that came back: those that must be mended or answered before it is handed in. Else those on the last version; at most 200.',
      resolve: async (row, _args, { platform }) => {
        if (row.version === 0) return []
        if (isEditable(row)) return loadMonthlyNotes(platform, row)
        return (await listNotes(platform, row.id, row.version)).map(settledNote)
      },
    }),
    events: t.field({
      type: [StaffEventType],
      complexity: 20,
      description: 'What happened, oldest first; names of the office’s people for staff alone.',
      resolve: async (row, _args, { platform, viewer }) => {
        const events = await listEventRows(platform, row.id, monthlyLifecycle.lifecycle)
        if (viewer?.kind === 'STAFF') return events
        return events.map((event) => (event.actorKind === 'STAFF' ? { ...event, actorName: null } : event))
      },
    }),
    receipt: t.field({
      type: DeclarationVersionType,
      nullable: true,
      description: 'The last version handed in.',
      resolve: (row, _args, { platform }) => (row.version === 0 ? null : findVersion(platform, row.id, row.version)),
    }),
    versions: t.field({
      type: [DeclarationVersionType],
      complexity: 20,
      description: 'Versions handed in, newest first; at most 50.',
      resolve: (row, _args, { platform }) => listVersions(platform, row.id, { limit: 50 }),
    }),
  }),
})

const Connection = builder.connectionObject({ type: MonthlyDeclarationType, name: 'MonthlyDeclarationsConnection' })

builder.queryFields((t) => ({
  monthlyDeclaration: t.field({
    type: MonthlyDeclarationType,
    authScopes: { may: 'declaration:read' },
    description:
      "One monthly declaration. Another employer's behaves as absent, and to staff one that was never handed in.",
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => requireMonthly(platform, viewer, requireUuid(id, 'declaration')),
  }),
  monthlyWindow: t.field({
    type: WindowType,
    authScopes: { may: 'employer:act-for' },
    description: 'Of the employer who asks.',
    resolve: (_root, _args, { platform, viewer }) =>
      monthlyWindow(platform, requireMay(viewer, 'employer:act-for').employerId),
  }),
}))

builder.objectField(EmployerType, 'monthlyDeclarations', (t) =>
  t.field({
    type: Connection,
    authScopes: { may: 'declaration:read' },
    complexity: pageComplexity,
    description: 'The latest month first. The office sees what was handed in.',
    args: { first: t.arg.int(), after: t.arg.string() },
    resolve: async ({ id }, args, { platform, viewer }) =>
      keysetPage(await readMonthlyList(platform, viewer, id, args), args, monthlyKey),
  }),
)
