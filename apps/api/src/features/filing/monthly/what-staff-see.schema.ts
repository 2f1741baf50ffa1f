import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { notedInClear } from '../../../graphql/personal.ts'
import { EmployerType } from '../../register/employer/index.ts'
import { IssueType, listEarlierNotes } from '../declaration/index.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'
import { NoteType, WindowType } from './monthly-parts.schema.ts'
import { monthlyWindow } from './monthly-window.ts'
import { settledNote } from './note-tasks.ts'
import { revealChange } from './reveal-change.ts'
import type { RevealedChange } from './reveal-change.ts'
import { standsAgainst } from './stands-against.ts'

const RevealedType = builder.objectRef<RevealedChange>('RevealedMonthlyChange').implement({
  personal: notedInClear({ to: 'masked-value:reveal', reason: 'ASKED' }, 'REVEAL_PERSON'),
  description: 'Whom one change is about, in clear. Never cached by clients.',
  fields: (t) => ({
    name: t.string({ nullable: true, resolve: ({ name }) => name ?? null }),
    idNumber: t.string({ nullable: true, resolve: ({ idNumber }) => idNumber ?? null }),
    mobile: t.string({ nullable: true, resolve: ({ mobile }) => mobile ?? null }),
    infoValue: t.string({ nullable: true, resolve: ({ infoValue }) => infoValue ?? null }),
  }),
})

builder.objectField(MonthlyDeclarationType, 'earlierNotes', (t) =>
  t.field({
    type: [NoteType],
    complexity: 20,
    description: 'On versions before the last one that was handed in, newest version first; at most 200.',
    resolve: async ({ id, version }, _args, { platform }) =>
      (await listEarlierNotes(platform, id, version)).map(settledNote),
  }),
)

builder.objectField(MonthlyDeclarationType, 'standsAgainst', (t) =>
  t.field({
    type: [IssueType],
    authScopes: { may: 'declaration:read' },
    complexity: 200,
    description:
      'For staff, for everybody else nothing: the rows for which accepting it now would be refused; at most 200.',
    resolve: async (row, _args, { platform, viewer }) => {
      const { kind } = requireMay(viewer, 'declaration:read', row, 'declaration')
      return kind === 'STAFF' ? (await standsAgainst(platform, row)).slice(0, 200) : []
    },
  }),
)

builder.objectField(EmployerType, 'monthlyWindow', (t) =>
  t.field({
    type: WindowType,
    authScopes: { may: 'declaration:read' },
    description: 'Which month the employer declares now, and whether every month has to be declared by itself.',
    resolve: ({ id }, _args, { platform, viewer }) => {
      requireMay(viewer, 'declaration:read', { employerId: id }, 'employer')
      return monthlyWindow(platform, id)
    },
  }),
)

builder.mutationField('revealMonthlyPerson', (t) =>
  t.field({
    type: RevealedType,
    authScopes: { may: 'masked-value:reveal' },
    description: 'Shows in clear whom one change is about. That it was shown, and why, goes into the audit trail.',
    args: {
      declarationId: t.arg.id({ required: true }),
      rowNo: t.arg.int({ required: true, description: 'Of the version that was handed in last.' }),
      reason: t.arg.string({
        required: true,
        description: 'Why it is needed, 4 to 200 characters; kept in the audit trail.',
      }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => revealChange(platform, viewer, { ...args, origin }),
  }),
)
