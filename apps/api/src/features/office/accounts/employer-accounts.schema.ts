import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { normaliseIdentifier } from '@shebao/identifiers'
import { findEmployerAccount, listUnopenedEmployers } from './employer-account.repository.ts'
import type { EmployerAccountRow } from './employer-account.repository.ts'

const EmployerAccountType = builder.objectRef<EmployerAccountRow>('EmployerAccount').implement({
  description: 'How an employer’s clerk signs in: not yet, by a letter under way, or with a password.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The employer.' }),
    registrationNo: t.exposeString('registrationNo'),
    name: t.exposeString('name'),
    opened: t.exposeBoolean('opened', { description: 'A clerk set a password.' }),
    openUntil: t.expose('openUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when a letter that was not used opens it.',
    }),
  }),
})
const EmployerAccountConnection = builder.connectionObject({
  type: EmployerAccountType,
  name: 'EmployerAccountConnection',
})

function readerOf({ viewer }: Context) {
  if (!viewer) throw unauthenticated()
  return requireMay(viewer, 'employer-account:read')
}

builder.queryFields((t) => ({
  unopenedEmployers: t.field({
    type: EmployerAccountConnection,
    authScopes: { may: 'employer-account:read' },
    description:
      'Employers of the office, or of the districts at which the asker stands, whose clerk never set a password, by registration number, 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      withoutLetter: t.arg.boolean({ description: 'True: those with a letter under way are left out.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, context) => {
      const [after] = decodeCursor(args, 1) ?? []
      const { officeId, districts } = readerOf(context)
      const rows = await listUnopenedEmployers(context.platform, officeId, {
        districts,
        withoutLetter: args.withoutLetter ?? false,
        after: after === undefined || after === null ? undefined : String(after),
        limit: pageSize(args) + 1,
      })
      return keysetPage(rows, args, ({ registrationNo }) => [registrationNo])
    },
  }),
  employerAccount: t.field({
    type: EmployerAccountType,
    nullable: true,
    authScopes: { may: 'employer-account:read' },
    description: 'By registration number or credit code; null for a number that nobody has here.',
    args: { number: t.arg.string({ required: true }) },
    resolve: async (_root, { number }, context) =>
      (await findEmployerAccount(context.platform, readerOf(context).officeId, normaliseIdentifier(number))) ?? null,
  }),
}))
