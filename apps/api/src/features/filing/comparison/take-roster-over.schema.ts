import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { SavePersonnelResult } from '../personnel/index.ts'
import { takeRosterOver } from './take-roster-over.ts'

builder.mutationField('takeRosterOver', (t) =>
  t.field({
    type: SavePersonnelResult,
    authScopes: { may: 'draft:edit' },
    description:
      'An empty list begins with everybody on the bureau’s roster; months and wages of last year remain to be filled in. A list with people in it is answered with PersonnelConflict.',
    args: { declarationId: t.arg.id({ required: true }), expectedRevision: t.arg.int({ required: true }) },
    resolve: (_root, { declarationId, expectedRevision }, { platform, viewer, origin }) =>
      takeRosterOver(platform, requireMay(viewer, 'draft:edit'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        expectedRevision,
        origin,
      }),
  }),
)
