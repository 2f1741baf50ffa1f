import { builder } from '../../../graphql/builder.ts'
import { draftParts } from './last-saved.ts'
import type { LastSaved } from './last-saved.ts'

export const DraftPartEnum = builder.enumType('DraftPart', {
  description: 'UNIT_FORM: the answers of the unit form. LIST: its people.',
  values: draftParts,
})

export const LastSavedType = builder.objectRef<LastSaved>('LastSaved').implement({
  description: 'Who changed a draft last, so that a clerk who was slower knows whom to ask.',
  fields: (t) => ({
    name: t.exposeString('name'),
    at: t.expose('at', { type: 'DateTime' }),
    mine: t.exposeBoolean('mine', { description: 'The asker, perhaps on another device.' }),
  }),
})
