import { notFound } from '../../../access/refusal.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { applyImport, checkImportAgain, discardImport, takeBackImport } from './decide-import.ts'
import type { ImportOutcome } from './decide-import.ts'
import { importRefusals, standingKinds } from './import-codes.ts'
import type { Standing } from './import-codes.ts'
import { findImport } from './import.repository.ts'
import { ImportType } from './import.schema.ts'

const RefusalEnum = builder.enumType('ImportRefusal', {
  description:
    'HAS_ERRORS: rows that cannot be taken in, as the register is now. NOTHING_IN_IT. SAME_PERSON: brought the file. STANDS_ON_IT: see `standing`.',
  values: importRefusals,
})
const StandingEnum = builder.enumType('ImportStandingKind', { values: standingKinds })

const StandingType = builder.objectRef<Standing>('ImportStanding').implement({
  description: 'So many things stand on the rows that were brought in.',
  fields: (t) => ({
    kind: t.field({ type: StandingEnum, resolve: ({ kind }) => kind }),
    count: t.exposeInt('count'),
  }),
})

type Done = Extract<ImportOutcome, { kind: 'DONE' }>
type Refused = Extract<ImportOutcome, { kind: 'REFUSED' }>

const DoneType = builder.objectRef<Done>('ImportStepTaken').implement({
  fields: (t) => ({
    registerImport: t.field({
      type: ImportType,
      resolve: async ({ id }, _args, { platform }) =>
        (await findImport(platform, id)) ?? Promise.reject(notFound('import')),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('ImportRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: RefusalEnum }),
    standing: t.field({ type: [StandingType], resolve: ({ standing }) => [...standing] }),
  }),
})
const ResultType = builder.unionType('ImportResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

builder.mutationFields((t) => ({
  checkImportAgain: t.field({
    description: 'Looks at every row again, as the register is now.',
    type: ResultType,
    authScopes: { may: 'register-import:upload' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(checkImportAgain(platform, viewer, args, origin)),
  }),
  applyImport: t.field({
    description: 'Takes every row into the register, or none.',
    type: ResultType,
    authScopes: { may: 'register-import:apply' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(applyImport(platform, viewer, args, origin)),
  }),
  releaseImport: t.field({
    description: 'Takes in what is money or history: by somebody else than who brought the file.',
    type: ResultType,
    authScopes: { may: 'register-import:release' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(applyImport(platform, viewer, args, origin)),
  }),
  discardImport: t.field({
    description: 'Puts a file aside that was not taken in; it may be brought again.',
    type: ResultType,
    authScopes: { may: 'register-import:upload' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(discardImport(platform, viewer, args, origin)),
  }),
  takeBackImport: t.field({
    description: 'Takes everything out of the register that the file brought, as long as nothing stands on it.',
    type: ResultType,
    authScopes: { may: 'register-import:take-back' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => orStale(takeBackImport(platform, viewer, args, origin)),
  }),
}))
