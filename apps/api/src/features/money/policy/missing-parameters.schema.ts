import { builder } from '../../../graphql/builder.ts'
import { findMonthWithoutParameters } from './missing-parameters.ts'

builder.queryFields((t) => ({
  monthWithoutParameters: t.field({
    description:
      'This month, when nothing is published for the office’s region by which it could be billed. An office that has just been made is open like that.',
    type: 'Period',
    nullable: true,
    authScopes: { may: 'parameter:read' },
    resolve: (_root, _args, { platform, viewer }) => findMonthWithoutParameters(platform, viewer),
  }),
}))
