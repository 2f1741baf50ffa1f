import { fen } from '@shebao/kernel'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import type { WaitingStatement } from './page.repository.ts'
import { statementSources } from './reading/read-statement.types.ts'
import { releaseStatement } from './release-statement.ts'
import type { StatementOutcome } from './release-statement.ts'
import { statementRefusals } from './statement-case.ts'
import { statementTable } from './statement.lifecycle.ts'
import { statementOrigins, statementStates } from './statement-codes.ts'
import type { StatementRow } from './statement.repository.ts'
import { undoStatement } from './undo-statement.ts'
import { whoMayRelease } from './who-may-next.ts'

export const SourceEnum = builder.enumType('StatementSource', { values: statementSources })
const OriginEnum = builder.enumType('StatementOrigin', {
  description: 'FETCHED: the bank handed it over. BROUGHT: a person uploaded it.',
  values: statementOrigins,
})
const StateEnum = builder.enumType('BankStatementState', {
  description:
    'INCOMPLETE: a page is still to come. HELD: its money is in suspense until a second person releases it. RELEASED: it counts. UNDONE: taken back.',
  values: statementStates,
})

const money = (amount: bigint | null) => (amount === null ? null : fen(Number(amount)))

export const StatementType = builder.objectRef<StatementRow>('BankStatement').implement({
  description: 'One file that counts for a day. Amounts in fen.',
  fields: (t) => ({
    id: t.exposeID('id'),
    source: t.field({ type: SourceEnum, resolve: ({ source }) => source }),
    format: t.exposeString('format', { description: 'CAMT053 or CSV.' }),
    statementNo: t.exposeString('statementNo'),
    fileName: t.exposeString('fileName'),
    entryCount: t.exposeInt('entryCount'),
    creditTotal: t.field({ type: 'Fen', resolve: ({ creditTotal }) => fen(Number(creditTotal)) }),
    debitTotal: t.field({ type: 'Fen', resolve: ({ debitTotal }) => fen(Number(debitTotal)) }),
    openingBalance: t.field({ type: 'Fen', nullable: true, resolve: ({ openingBalance }) => money(openingBalance) }),
    closingBalance: t.field({ type: 'Fen', nullable: true, resolve: ({ closingBalance }) => money(closingBalance) }),
    importedAt: t.expose('importedAt', { type: 'DateTime' }),
    importedByName: t.exposeString('importedByName', {
      nullable: true,
      description: 'Who brought it, or asked the bank for it; null: the morning’s job.',
    }),
    origin: t.expose('origin', { type: OriginEnum }),
    state: t.expose('state', { type: StateEnum }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) =>
        markOf(platform, { table: statementTable, id: ({ id }) => id, state: ({ state }) => state }, row),
    }),
    broughtByMe: t.boolean({
      resolve: ({ importedBy, origin }, _args, { viewer }) =>
        origin === 'BROUGHT' && importedBy !== null && importedBy === viewer?.accountId,
    }),
    whoMayRelease: t.field({
      type: ['String'],
      complexity: 20,
      description: 'Who may release it; empty where it does not wait.',
      resolve: ({ id, state }, _args, { platform }) => (state === 'HELD' ? whoMayRelease(platform, id) : []),
    }),
  }),
})

export const WaitingStatementType = builder.objectRef<WaitingStatement>('WaitingBankStatement').implement({
  description: 'A statement of which a page is still to come.',
  fields: (t) => ({
    id: t.exposeID('id'),
    statementNo: t.exposeString('statementNo'),
    fileName: t.exposeString('fileName'),
    importedAt: t.expose('importedAt', { type: 'DateTime' }),
    importedByName: t.exposeString('importedByName', { nullable: true }),
    pages: t.exposeIntList('numbers', { description: 'Pages that are here.' }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) =>
        markOf(platform, { table: statementTable, id: ({ id }) => id, state: () => 'INCOMPLETE' }, row),
    }),
    lastKnown: t.exposeBoolean('lastKnown', { description: 'Whether the last page is among them.' }),
  }),
})

const RefusalEnum = builder.enumType('BankStatementRefusal', {
  description:
    'LATER_STATEMENT: a later day stands on its closing balance. DECISION_STANDS, REFUND_STANDS, CREDIT_SPENT: money of it went on in a way that cannot be taken back with it.',
  values: statementRefusals,
})
type Done = Extract<StatementOutcome, { kind: 'DONE' }>
type Refused = Extract<StatementOutcome, { kind: 'REFUSED' }>
const StatementDone = builder.objectRef<Done>('BankStatementDone').implement({
  fields: (t) => ({ day: t.expose('day', { type: 'Date' }) }),
})
const StatementRefused = builder.objectRef<Refused>('BankStatementRefused').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Date' }),
    reason: t.expose('reason', { type: RefusalEnum }),
    names: t.exposeStringList('names', { description: 'References of the lines that stand against it.' }),
  }),
})
const StatementResult = builder.unionType('BankStatementResult', {
  types: [StatementDone, StatementRefused, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? StatementDone : StatementRefused,
})

builder.mutationFields((t) => ({
  releaseBankStatement: t.field({
    type: StatementResult,
    complexity: 200,
    description: 'Lets a statement that another person brought count. For officers, reviewers and heads.',
    authScopes: { may: 'statement:release' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(releaseStatement(platform, viewer, args, origin)),
  }),
  undoBankStatement: t.field({
    type: StatementResult,
    complexity: 200,
    description:
      'Takes an import back as a whole while its day is open: reversing entries, nothing is deleted. For officers, reviewers and heads.',
    authScopes: { may: 'statement:undo' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 300 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(undoStatement(platform, viewer, args, origin)),
  }),
}))
