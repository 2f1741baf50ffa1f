import { builder } from '../../../graphql/builder.ts'
import type { IssuedLink } from './link-code.ts'
import { linkPurposes } from './one-time-code-codes.ts'
import type { LinkPurpose } from './one-time-code-codes.ts'

export interface GivenLink extends IssuedLink {
  purpose: LinkPurpose
  /** It went to the person's own e-mail address as well. */
  emailed: boolean
}

export const LinkPurposeEnum = builder.enumType('LinkPurpose', {
  description: 'What a one-time link is for: to begin, or because the password was lost.',
  values: linkPurposes,
})

export const OneTimeLinkType = builder.objectRef<GivenLink>('OneTimeLink').implement({
  description: 'By which somebody sets a password, once. It is told this once and kept as a hash.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: LinkPurposeEnum }),
    code: t.exposeString('code'),
    url: t.exposeString('url'),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    emailed: t.exposeBoolean('emailed', {
      description:
        'It went out by e-mail as well: to the person’s own confirmed address, or to one that was given with it.',
    }),
  }),
})
