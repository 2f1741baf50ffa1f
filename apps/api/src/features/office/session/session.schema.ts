import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { unauthenticated } from '../../../access/refusal.ts'
import { keepLanguage } from './account.repository.ts'
import { changePassword } from './change-password.ts'
import { requestVerificationCode } from './request-verification-code.ts'
import { listSessions } from './session.repository.ts'
import type { NewSession } from './session.repository.ts'
import {
  AccountSessionType,
  ChangePasswordInput,
  ChangePasswordResult,
  Language,
  ReadLinkResult,
  LinkPasswordResult,
  SignInInput,
  SignInResult,
  VerificationChallengeType,
  VerificationKind,
  ViewerType,
} from './session-type.ts'
import { findLinkHolder, setPasswordByLink } from './set-password-by-link.ts'
import { signIn } from './sign-in.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { signOut } from './sign-out.ts'
import './visitor-desk.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** Hands the new token to the browser; from here on only its hash exists on the server. */
function giveCookie({ cookie }: Context, { token, cookieExpiresAt, viewer }: NewSession): Viewer {
  cookie.set(token, cookieExpiresAt)
  return viewer
}

function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    authScopes: { public: true },
    description:
      'Who is signed in, or null, also to an access token. Anyone may ask; a session that must first change its password may too.',
    resolve: (_root, _arguments, { viewer }) => (viewer?.kind === 'EMPLOYER' && viewer.token ? null : (viewer ?? null)),
  }),
)

builder.objectField(ViewerType, 'sessions', (t) =>
  t.field({
    type: [AccountSessionType],
    description:
      'Every device that is signed in with this account, last used first; at most 100. None before the initial password was changed.',
    resolve: async (viewer, _arguments, { platform }) => {
      if (viewer.stage !== 'FULL') return []
      const sessions = await listSessions(platform, viewer.accountId)
      return sessions.map((session) => ({ ...session, current: session.id === viewer.sessionId }))
    },
  }),
)

builder.mutationField('requestVerificationCode', (t) =>
  t.field({
    type: VerificationChallengeType,
    authScopes: { public: true },
    description:
      'A challenge for one sign-in, good for five minutes. An address that asks for very many gets TOO_MANY_REQUESTS with retryAt. A program or a person who cannot see pictures takes PROOF_OF_WORK.',
    args: { kind: t.arg({ type: VerificationKind, required: true }) },
    resolve: (_root, { kind }, { platform, origin }) => requestVerificationCode(platform, origin, kind),
  }),
)

builder.mutationField('signIn', (t) =>
  t.field({
    type: SignInResult,
    authScopes: { public: true },
    description:
      'Signs in and sets the session cookie. Each call uses its verification challenge up, whatever the outcome.',
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const result = await signIn(context.platform, context, input)
      if (result.outcome === 'SIGNED_IN')
        return { outcome: 'SIGNED_IN' as const, viewer: giveCookie(context, result.session) }
      return result
    },
  }),
)

builder.mutationField('changePassword', (t) =>
  t.field({
    type: ChangePasswordResult,
    authScopes: { may: 'password:change' },
    description:
      'Sets a new password, ends the account’s other sessions and renews the cookie. The one change a MUST_CHANGE_PASSWORD session may make.',
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const wanted = {
        currentPassword: input.currentPassword ?? undefined,
        oneTimeCode: input.oneTimeCode ?? undefined,
        newPassword: input.newPassword,
      }
      const result = await asOffice('SIGN_IN', () =>
        changePassword(context.platform, context, viewerOf(context), wanted),
      )
      if (result.outcome === 'CHANGED')
        return { outcome: 'CHANGED' as const, viewer: giveCookie(context, result.session) }
      return result
    },
  }),
)

builder.mutationField('readOneTimeLink', (t) =>
  t.field({
    type: ReadLinkResult,
    nullable: true,
    authScopes: { public: true },
    description:
      'Whose one-time link this is, for whoever holds it. Null for a code that is nobody’s; those count against the address.',
    args: { code: t.arg.string({ required: true }) },
    resolve: async (_root, { code }, context) => (await findLinkHolder(context.platform, context, code)) ?? null,
  }),
)

builder.mutationField('setPasswordByLink', (t) =>
  t.field({
    type: LinkPasswordResult,
    authScopes: { public: true },
    description: 'Sets the password, once, and ends the account’s sessions. It opens none.',
    args: { code: t.arg.string({ required: true }), newPassword: t.arg.string({ required: true }) },
    resolve: (_root, input, context) => setPasswordByLink(context.platform, context, input),
  }),
)

builder.mutationField('signOut', (t) =>
  t.boolean({
    authScopes: { public: true },
    description: 'Ends this session and clears the cookie; true also when there was none.',
    resolve: async (_root, _arguments, { platform, origin, viewer, cookie }) => {
      await signOut(platform, origin, viewer)
      cookie.clear()
      return true
    },
  }),
)

builder.mutationField('signOutEverywhere', (t) =>
  t.int({
    authScopes: { may: 'session:end-all' },
    description: 'Ends every session of the account, this one too, and returns how many ended.',
    resolve: async (_root, _arguments, context) => {
      const ended = await signOutEverywhere(context.platform, context.origin, viewerOf(context))
      context.cookie.clear()
      return ended
    },
  }),
)

builder.mutationField('setLanguage', (t) =>
  t.field({
    type: ViewerType,
    authScopes: { may: 'language:choose' },
    description: 'The language of letters and documents for this account.',
    args: { language: t.arg({ type: Language, required: true }) },
    resolve: async (_root, { language }, context) => {
      const viewer = viewerOf(context)
      await keepLanguage(context.platform, viewer.accountId, language)
      return { ...viewer, language }
    },
  }),
)
