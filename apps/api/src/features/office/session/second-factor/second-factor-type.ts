import { builder } from '../../../../graphql/builder.ts'
import { ViewerType } from '../session-type.ts'
import { authenticatorKinds } from '../session-codes.ts'
import type { ListedAuthenticator } from './authenticator.repository.ts'
import { passwordChecks } from './change-second-factor.ts'
import type { BegunTotp } from './enrol-second-factor.ts'
import type { Proved } from './prove-second-factor.ts'
import { secondFactorRefusals } from './second-factor-outcome.ts'
import type { Enrolled, Refused } from './second-factor-outcome.ts'

const AuthenticatorKind = builder.enumType('AuthenticatorKind', {
  description: 'TOTP: an app that shows six digits. PASSKEY: WebAuthn.',
  values: authenticatorKinds,
})
export const PasswordCheckEnum = builder.enumType('PasswordCheck', { values: passwordChecks })

export const AuthenticatorType = builder.objectRef<ListedAuthenticator>('Authenticator').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: AuthenticatorKind }),
    name: t.exposeString('name', { description: 'As the person named the device.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
  }),
})

export const SecondFactorProof = builder.inputType('SecondFactorProof', {
  description: 'Exactly one of the three.',
  fields: (t) => ({
    code: t.string({ required: false, description: 'Six digits of the authenticator app; each is taken once.' }),
    recoveryCode: t.string({ required: false }),
    passkey: t.field({ type: 'JSON', required: false, description: 'What the browser answered, as it is.' }),
  }),
})

const RefusalReason = builder.enumType('SecondFactorRefusalReason', {
  description:
    'WRONG: the code, the recovery code or the passkey. LOCKED: too many of those. NOT_FRESH: confirmPassword first. LAST_ONE: the only second factor, where one is required. TOO_MANY: no more of them. NO_LONGER_OPEN: what was begun, or should be removed, is gone.',
  values: secondFactorRefusals,
})

interface Begun extends BegunTotp {
  qrSvg: string
}
interface PasskeyShape {
  outcome: 'PASSKEY'
  options: object
}
interface CodesShape {
  outcome: 'CODES'
  codes: readonly string[]
}
interface RemovedShape {
  outcome: 'REMOVED'
}
export type SecondFactorShape = Begun | PasskeyShape | CodesShape | Proved | RemovedShape | Enrolled | Refused

const RefusedType = builder.objectRef<Refused>('SecondFactorRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: RefusalReason }),
    retryAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ retryAt }) => retryAt ?? null }),
  }),
})
const TotpType = builder.objectRef<Begun>('TotpEnrolment').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    secret: t.exposeString('secret', { description: 'For typing, in base 32.' }),
    uri: t.exposeString('uri', { description: 'otpauth: address, for a device that opens it.' }),
    qrSvg: t.exposeString('qrSvg', { description: 'The same as a QR code, SVG.' }),
  }),
})
const PasskeyType = builder.objectRef<PasskeyShape>('PasskeyOptions').implement({
  fields: (t) => ({ options: t.field({ type: 'JSON', resolve: ({ options }) => options }) }),
})
const CodesType = builder.objectRef<CodesShape>('RecoveryCodes').implement({
  fields: (t) => ({ codes: t.stringList({ resolve: ({ codes }) => [...codes] }) }),
})
const EnrolledType = builder.objectRef<Enrolled>('SecondFactorEnrolled').implement({
  fields: (t) => ({
    recoveryCodes: t.stringList({
      description: 'Shown this once, with the first second factor; each opens a session once.',
      resolve: ({ recoveryCodes }) => [...recoveryCodes],
    }),
    completed: t.field({
      type: ViewerType,
      nullable: true,
      description: 'Of a sign-in that waited for it and is now complete.',
      resolve: ({ session }) => session?.viewer ?? null,
    }),
  }),
})
const ProvedType = builder.objectRef<Proved>('SecondFactorProved').implement({
  fields: (t) => ({ viewer: t.field({ type: ViewerType, resolve: ({ viewer }) => viewer }) }),
})
const RemovedType = builder.objectRef<RemovedShape>('SecondFactorRemoved').implement({
  fields: (t) => ({ removed: t.boolean({ resolve: () => true }) }),
})

const typeOf = {
  TOTP: TotpType,
  PASSKEY: PasskeyType,
  CODES: CodesType,
  ENROLLED: EnrolledType,
  SIGNED_IN: ProvedType,
  REMOVED: RemovedType,
  REFUSED: RefusedType,
} as const

export const SecondFactorResult = builder.unionType('SecondFactorResult', {
  types: Object.values(typeOf),
  resolveType: ({ outcome }) => typeOf[outcome],
})
