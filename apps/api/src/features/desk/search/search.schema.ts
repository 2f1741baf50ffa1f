import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { beneath, noted } from '../../../graphql/personal.ts'
import { findNumber } from './find-number.ts'
import { findPerson } from './find-person.ts'
import type { PersonFound } from './find-person.ts'
import { hitKinds } from './search.repository.ts'
import type { HitRow, SpellOfPerson } from './search.repository.ts'

const HitKindEnum = builder.enumType('NumberKind', {
  description:
    'DOCUMENT: anything printed with a verification code. STATEMENT_LINE: a booking on the office’s account.',
  values: hitKinds,
})

const HitType = builder.objectRef<HitRow>('NumberHit').implement({
  description: 'One thing that carries the number that was looked for.',
  fields: (t) => ({
    kind: t.expose('kind', { type: HitKindEnum }),
    id: t.exposeString('id', {
      description: 'Of the thing; of a document its verification code, of a statement or its line the day.',
    }),
    number: t.exposeString('number'),
    employerId: t.exposeID('employerId', { nullable: true }),
    employerName: t.exposeString('employerName', { nullable: true }),
    concerning: t.exposeString('concerning', {
      nullable: true,
      description: 'Year, month or day it is about; of a document its kind, of a statement its source.',
    }),
    amount: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
    }),
  }),
})

const SpellType = builder.objectRef<SpellOfPerson>('SpellOfPerson').implement({
  personal: beneath,
  description: 'A time with one employer.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    fromPeriod: t.exposeString('fromPeriod'),
    toPeriod: t.exposeString('toPeriod', { nullable: true }),
  }),
})

const PersonType = builder.objectRef<PersonFound>('PersonFound').implement({
  personal: noted('FIND_PERSON'),
  description: 'An insured person, masked, with whom they are and were insured.',
  fields: (t) => ({
    id: t.exposeID('id'),
    idMasked: t.exposeString('idMasked'),
    nameMasked: t.exposeString('nameMasked'),
    spells: t.field({
      type: [SpellType],
      description: 'Newest first; at most 50.',
      resolve: ({ spells }) => [...spells],
    }),
  }),
})

builder.queryField('findNumber', (t) =>
  t.field({
    type: [HitType],
    complexity: 50,
    authScopes: { may: 'number:find' },
    description: 'Whatever the office prints a number on, by the whole number. At most 20.',
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, { number }, { platform, viewer }) => findNumber(platform, viewer, number),
  }),
)

builder.mutationField('findPerson', (t) =>
  t.field({
    type: PersonType,
    nullable: true,
    authScopes: { may: 'person:find' },
    description:
      'A person by the whole number of an identity document or card. Every look, also one in vain, goes into the audit trail.',
    args: {
      number: t.arg.string({ required: true }),
      asKnownOn: t.arg({
        type: 'Date',
        description:
          'With whom the office took them to be insured at the end of this day; as it knows now when left out.',
      }),
    },
    resolve: async (_root, args, { platform, viewer, origin }) =>
      (await findPerson(platform, viewer, { ...args, origin })) ?? null,
  }),
)
