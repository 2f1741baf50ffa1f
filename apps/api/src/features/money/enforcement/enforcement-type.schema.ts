import { civilDate, fen, isOneOf, oneOf } from '@shebao/kernel'
import type { CaseHappening } from '../../../case/case-event.repository.ts'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { builder } from '../../../graphql/builder.ts'
import { CaseHappeningType } from '../../../graphql/decision.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { waitsFor } from './due-by.ts'
import { EnforcementEventEnum } from './enforcement-enums.schema.ts'
import { EvidenceType, EvidenceWantedType, evidenceWanted } from './evidence/evidence.schema.ts'
import { readEvidence } from './evidence/read-evidence.ts'
import { enforcementCase } from './enforcement-case.ts'
import { enforcementEvents, enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementStep } from './enforcement.lifecycle.ts'
import { StandingType } from './enforcement-standing.schema.ts'
import { listPapers } from './enforcement.repository.ts'
import type { EnforcementPaperRow } from './enforcement.repository.ts'
import { enforcementBodies, enforcementPapers, legalSteps, signableFrom } from './legal-steps.ts'
import { termsOfPaper } from './paper-terms.ts'
import type { PaperTerms } from './paper-terms.ts'
import { signedSteps } from './paper-draft.ts'
import { readDebts } from './read-due.ts'
import type { EnforcementRead } from './read-enforcement.ts'
import type { EnforcedDebt } from './read-due.ts'
import { markFor, seesPaper, storyFor } from './unit-view.ts'

export const EnforcementStateEnum = builder.enumType('EnforcementState', {
  description: 'Where a case of SIL 63 is; docs/lifecycles.md has the table.',
  values: enforcementTable.states,
})
export const EnforcementPaperEnum = builder.enumType('EnforcementPaperKind', { values: enforcementPapers })
const BodyEnum = builder.enumType('EnforcementBody', {
  description: 'OFFICER, REVIEWER and HEAD are the agency’s. CALENDAR: days, or money, do it by themselves.',
  values: enforcementBodies,
})

const DebtType = builder.objectRef<EnforcedDebt>('EnforcementDebt').implement({
  description: 'One bill of a case, with what is owed of it today.',
  fields: (t) => ({
    noticeId: t.exposeID('noticeId'),
    number: t.exposeString('number'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    dueOn: t.field({ type: 'Date', resolve: ({ dueOn }) => dueOn }),
    principal: t.expose('principal', { type: 'Fen' }),
    lateFee: t.expose('lateFee', { type: 'Fen' }),
    settled: t.expose('settled', { type: 'Fen', description: 'Of both.' }),
  }),
})

const PaperType = builder.objectRef<EnforcementPaperRow & { terms: PaperTerms }>('EnforcementPaper').implement({
  description: 'A paper that left with a step.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: EnforcementPaperEnum, resolve: ({ kind }) => oneOf(enforcementPapers, kind, 'paper') }),
    number: t.exposeString('number'),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(Number(amount)) }),
    issuedOn: t.field({ type: 'Date', resolve: ({ issuedOn }) => issuedOn }),
    forUnit: t.boolean({
      description: 'It is addressed to the unit, and no later one of its kind has taken its place.',
      resolve: ({ terms }) => terms.forUnit,
    }),
    servedOn: t.field({ type: 'Date', nullable: true, resolve: ({ terms }) => terms.servedOn }),
    doBy: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The last day to pay or to state a defence. Null before it is served, and where it asks for nothing.',
      resolve: ({ terms }) => terms.doBy,
    }),
    reviewBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day to apply for administrative review, counted from its service.',
      resolve: ({ terms }) => terms.reviewBy,
    }),
    path: t.string({
      description: 'Of its PDF with the service receipt; `&lang=en` prints it in English.',
      resolve: ({ id }) => `/documents/enforcement-paper.pdf?paper=${id}`,
    }),
  }),
})

/** A step of the story with what the law says of it. */
const StoryType = builder.objectRef<CaseHappening>('EnforcementHappening').implement({
  description: 'One step of the story of a case, with its article.',
  fields: (t) => ({
    step: t.int({ description: 'Counted from the opening, which is 0.', resolve: ({ seq }) => seq - 1 }),
    happening: t.field({ type: CaseHappeningType, resolve: (happening) => happening }),
    state: t.field({
      type: EnforcementStateEnum,
      description: 'Where it led.',
      resolve: ({ toState }) => oneOf(enforcementTable.states, toState, 'state'),
    }),
    law: t.string({
      nullable: true,
      resolve: ({ event }) => (isOneOf(enforcementEvents, event) ? legalSteps[event].law : null),
    }),
    paper: t.field({
      type: EnforcementPaperEnum,
      nullable: true,
      resolve: ({ event }) => (isOneOf(enforcementEvents, event) ? (legalSteps[event].paper ?? null) : null),
    }),
  }),
})

export const EnforcementCaseType = builder.objectRef<EnforcementRead>('EnforcementCase').implement({
  description: 'SIL 63 against one unit: what it owes, how far it has come, what comes next and who must act by when.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a step of it.',
      resolve: (row, _args, { platform, viewer }) => markFor(platform, viewer, row),
    }),
    asKnownOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day that was asked about: everything is as it was known at its end. Null: as it is.',
      resolve: ({ past }) => past?.on ?? null,
    }),
    procedure: t.field({
      ...procedure,
      resolve: (row, args, context) => (row.past ? [] : procedureOf(enforcementCase)(row, args, context)),
    }),
    offered: t.field({
      type: [EnforcementEventEnum],
      description:
        'Steps of its state that the asker’s body may take; what stands against one is said when it is taken.',
      resolve: (row, _args, { viewer }) => offeredTo(viewer, row),
    }),
    state: t.field({ type: EnforcementStateEnum, resolve: (row) => enforcementCase.state(row) }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    changedAt: t.expose('changedAt', { type: 'DateTime' }),
    principal: t.field({
      type: 'Fen',
      description: 'Owed on computedOn.',
      resolve: ({ principal }) => fen(Number(principal)),
    }),
    lateFee: t.field({
      type: 'Fen',
      description: 'Owed on computedOn.',
      resolve: ({ lateFee }) => fen(Number(lateFee)),
    }),
    computedOn: t.field({ type: 'Date', resolve: ({ computedOn }) => computedOn }),
    dueBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day of the limit that runs.',
      resolve: ({ dueBy }) => dueBy,
    }),
    overdue: t.boolean({
      description: 'That day is over.',
      resolve: ({ dueBy, past }, _args, { platform }) => dueBy !== null && dueBy < (past?.on ?? platform.clock.today()),
    }),
    waitsFor: t.field({
      type: BodyEnum,
      nullable: true,
      description: 'Who must act next; nobody at an end.',
      resolve: (row, _args, { platform }) =>
        waitsFor(enforcementCase.state(row), row.standing, row.past?.on ?? platform.clock.today()) ?? null,
    }),
    standing: t.field({ type: StandingType, resolve: ({ standing }) => standing }),
    debts: t.field({
      type: [DebtType],
      complexity: 30,
      description: 'Its bills as the ledger has them now, late fee of today included; of a past day as on computedOn.',
      resolve: ({ id, past }, _args, { platform }) => (past ? [...past.debts] : readDebts(platform, id)),
    }),
    papers: t.field({
      type: [PaperType],
      complexity: 10,
      resolve: async (row, _args, { platform, viewer }) => {
        const papers = await listPapers(platform, row.id, row.past && { revision: row.revision, on: row.past.on })
        const known = { standing: row.standing, today: civilDate(row.past?.on ?? platform.clock.today()) }
        return papers
          .filter((paper) => seesPaper(viewer, row, paper))
          .map((paper) => ({ ...paper, terms: termsOfPaper(paper, papers, known) }))
      },
    }),
    evidence: t.field({
      type: [EvidenceType],
      complexity: 10,
      description: 'Scans that came with its steps, as far as they are for the asker.',
      resolve: async (row, _args, { platform, viewer }) => {
        const { past } = row
        const evidence = await readEvidence(platform, viewer, row)
        return past ? evidence.filter(({ handedInAt }) => handedInAt < past.until) : evidence
      },
    }),
    evidenceWanted: t.field({
      type: [EvidenceWantedType],
      description: 'What the steps that the asker may take now need of evidence, or have room for.',
      resolve: (row, _args, { viewer }) =>
        row.past
          ? []
          : evidenceWanted(
              offeredTo(viewer, row),
              signedSteps.filter((step) => signableFrom(step).includes(enforcementCase.state(row))),
            ),
    }),
    courtFilePath: t.string({
      nullable: true,
      description: 'Of everything that the court is given, for whoever may take it out; null for others and before.',
      resolve: (row, _args, { viewer }) =>
        row.standing.court && may(viewer, 'enforcement:package', row)
          ? `/documents/court-file.zip?case=${row.id}`
          : null,
    }),
    story: t.field({
      type: [StoryType],
      complexity: 10,
      description: 'What happened, in order. To the unit nothing of an inquiry of its accounts until the demand.',
      resolve: async (row, _args, { platform, viewer }) => {
        const story = await storyFor(platform, viewer, row)
        const { past } = row
        return past ? story.filter(({ at }) => at < past.until) : story
      },
    }),
  }),
})

function offeredTo(viewer: Viewer | undefined, row: EnforcementRead): EnforcementStep[] {
  if (row.past) return [] // nothing is done in the past
  const state = enforcementCase.state(row)
  const open = enforcementTable.steps.filter(
    ({ from, who }) => from.some((at) => at === state) && may(viewer, who, row),
  )
  return enforcementEvents.filter((event) => open.some((step) => step.event === event))
}
