import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { DeclarationType } from '../declaration/index.ts'
import { readLastYear, readRegistered, SOURCE_AT_MOST } from './read-sources.ts'
import type { PersonOfSource } from './read-sources.ts'

const PersonOfSourceType = builder.objectRef<PersonOfSource>('PersonOfSource').implement({
  personal: beneath,
  description: 'One person of a list that the draft is set against, in bulk form.',
  fields: (t) => ({
    ref: t.exposeString('ref', { description: 'Send the last one back as `after` for those behind.' }),
    draft: t.field({
      type: 'JSON',
      description: 'Shaped as PersonnelDraftInput, without nulls.',
      resolve: ({ draft }) => draft,
    }),
  }),
})

builder.objectFields(DeclarationType, (t) => ({
  registeredPeople: t.field({
    personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
    authScopes: { may: 'draft:read' },
    unauthorizedError: () => notFound('declaration'),
    type: [PersonOfSourceType],
    complexity: { field: 20, multiplier: 20 },
    description: `Everybody whom the register has with the unit now, ${SOURCE_AT_MOST} at a time at most. For the employer alone; it is no download of the roster.`,
    args: {
      after: t.arg.string(),
      limit: t.arg.int({ required: true, defaultValue: SOURCE_AT_MOST }),
    },
    resolve: (declaration, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readRegistered(platform, viewer, declaration, args)
    },
  }),
  lastYearPeople: t.field({
    personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
    authScopes: { may: 'draft:read' },
    unauthorizedError: () => notFound('declaration'),
    type: [PersonOfSourceType],
    nullable: true,
    complexity: { field: 20, multiplier: 20 },
    description: `Everybody of last year’s declaration as the office accepted it, ${SOURCE_AT_MOST} at a time at most; null where none was accepted. For the employer alone.`,
    args: {
      after: t.arg.string(),
      limit: t.arg.int({ required: true, defaultValue: SOURCE_AT_MOST }),
    },
    resolve: (declaration, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readLastYear(platform, viewer, declaration, args)
    },
  }),
}))
