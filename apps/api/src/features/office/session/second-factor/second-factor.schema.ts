import qrcode from 'qrcode'
import { requireMay } from '../../../../access/permissions.ts'
import { unauthenticated } from '../../../../access/refusal.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { builder } from '../../../../graphql/builder.ts'
import type { Context } from '../../../../graphql/context.ts'
import { isSecondFactorRequired } from '../session-stage.ts'
import { ViewerType } from '../session-type.ts'
import { listAuthenticators } from './authenticator.repository.ts'
import type { ListedAuthenticator } from './authenticator.repository.ts'
import { confirmPassword, removeSecondFactor, renewCodes } from './change-second-factor.ts'
import { beginPasskey, beginTotp, confirmPasskey, confirmTotp, isFresh } from './enrol-second-factor.ts'
import { beginPasskeyProof, proveSecondFactor } from './prove-second-factor.ts'
import { countRecoveryCodes } from './recovery-code.repository.ts'
import { AuthenticatorType, PasswordCheckEnum, SecondFactorProof, SecondFactorResult } from './second-factor-type.ts'
import type { SecondFactorShape } from './second-factor-type.ts'

interface SecondFactorState {
  required: boolean
  fresh: boolean
  authenticators: ListedAuthenticator[]
  recoveryCodesLeft: number
}

const SecondFactorType = builder.objectRef<SecondFactorState>('SecondFactor').implement({
  description: 'The second factors of a member of staff.',
  fields: (t) => ({
    required: t.exposeBoolean('required', { description: 'Whether staff do nothing without one.' }),
    fresh: t.exposeBoolean('fresh', {
      description: 'The password was typed lately enough for a change; else confirmPassword comes first.',
    }),
    authenticators: t.expose('authenticators', { type: [AuthenticatorType] }),
    recoveryCodesLeft: t.exposeInt('recoveryCodesLeft'),
  }),
})

function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

builder.objectField(ViewerType, 'secondFactor', (t) =>
  t.field({
    type: SecondFactorType,
    nullable: true,
    description: 'Null for everybody but staff.',
    resolve: async (viewer, _arguments, { platform }): Promise<SecondFactorState | null> => {
      if (viewer.kind !== 'STAFF' || viewer.stage === 'MUST_CHANGE_PASSWORD') return null
      const [authenticators, recoveryCodesLeft] = await Promise.all([
        listAuthenticators(platform, viewer.accountId),
        countRecoveryCodes(platform, viewer.accountId),
      ])
      return {
        required: isSecondFactorRequired(platform),
        fresh: await isFresh(platform, viewer),
        authenticators,
        recoveryCodesLeft,
      }
    },
  }),
)

/** Hands the new token to the browser, where a sign-in became complete. */
function giveCookie({ cookie }: Context, result: SecondFactorShape): SecondFactorShape {
  if ((result.outcome === 'ENROLLED' || result.outcome === 'SIGNED_IN') && result.session)
    cookie.set(result.session.token, result.session.cookieExpiresAt)
  return result
}

const second = { type: SecondFactorResult }

builder.mutationFields((t) => ({
  confirmPassword: t.field({
    type: PasswordCheckEnum,
    authScopes: { may: 'second-factor:remove' },
    description:
      'The password once more: for ten minutes this session may change the second factors. Who has none has proved with it who they are.',
    args: { password: t.arg.string({ required: true }) },
    resolve: (_root, { password }, context) => confirmPassword(context.platform, viewerOf(context), password),
  }),
  beginTotpEnrolment: t.field({
    ...second,
    authScopes: { may: 'second-factor:enrol' },
    description: 'A secret for an authenticator app; it counts once confirmTotpEnrolment got its first code.',
    args: { name: t.arg.string({ required: true, description: 'What the device is called, 1 to 40 characters.' }) },
    resolve: async (_root, { name }, context): Promise<SecondFactorShape> => {
      const begun = await beginTotp(context.platform, viewerOf(context), name)
      if (begun.outcome === 'REFUSED') return begun
      return {
        ...begun,
        qrSvg: await qrcode.toString(begun.uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
      }
    },
  }),
  confirmTotpEnrolment: t.field({
    ...second,
    authScopes: { may: 'second-factor:enrol' },
    description:
      'The first code of the app: from here on it counts. With the first second factor come the recovery codes.',
    args: { id: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    resolve: async (_root, input, context) =>
      giveCookie(context, await confirmTotp(context.platform, context, viewerOf(context), input)),
  }),
  beginPasskeyEnrolment: t.field({
    ...second,
    authScopes: { may: 'second-factor:enrol' },
    description: 'What a browser needs to make a passkey (WebAuthn creation options).',
    resolve: (_root, _arguments, context) => beginPasskey(context.platform, viewerOf(context)),
  }),
  confirmPasskeyEnrolment: t.field({
    ...second,
    authScopes: { may: 'second-factor:enrol' },
    description: 'The passkey that the browser made. With the first second factor come the recovery codes.',
    args: {
      name: t.arg.string({ required: true }),
      answer: t.arg({ type: 'JSON', required: true, description: 'What the browser answered, as it is.' }),
    },
    resolve: async (_root, input, context) =>
      giveCookie(
        context,
        await confirmPasskey(context.platform, context, viewerOf(context), { answer: undefined, ...input }),
      ),
  }),
  beginPasskeyProof: t.field({
    ...second,
    authScopes: { may: 'second-factor:prove' },
    description: 'What a browser needs to use a passkey (WebAuthn request options).',
    resolve: (_root, _arguments, context) => beginPasskeyProof(context.platform, viewerOf(context)),
  }),
  proveSecondFactor: t.field({
    ...second,
    authScopes: { may: 'second-factor:prove' },
    description:
      'The second half of a sign-in: renews the cookie. Of who is signed in, the fresh proof that PROOF_NEEDED asks for: it holds for ten minutes. Five wrong tries lock it for a quarter of an hour.',
    args: { proof: t.arg({ type: SecondFactorProof, required: true }) },
    resolve: async (_root, { proof }, context) => {
      const { code, recoveryCode, passkey } = proof
      const given = { code: code ?? undefined, recoveryCode: recoveryCode ?? undefined, passkey: passkey ?? undefined }
      return giveCookie(context, await proveSecondFactor(context.platform, context, viewerOf(context), given))
    },
  }),
  removeSecondFactor: t.field({
    ...second,
    authScopes: { may: 'second-factor:remove' },
    description: 'One device less. The last one stays where one is required.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => {
      const viewer = requireMay(viewerOf(context), 'second-factor:remove')
      return removeSecondFactor(context.platform, context.origin, viewer, id)
    },
  }),
  renewRecoveryCodes: t.field({
    ...second,
    authScopes: { may: 'second-factor:enrol' },
    description: 'Ten new recovery codes, shown this once; those made before open nothing any more.',
    resolve: (_root, _arguments, context) => renewCodes(context.platform, context.origin, viewerOf(context)),
  }),
}))
