import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Platform } from '../../../../platform/platform.ts'
import type { PasskeyRow } from './authenticator.repository.ts'

// WebAuthn by a kept library. The address people reach the product at is the relying party: a passkey of another address opens nothing.

const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000)
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}
/** What a browser answers, as far as it is looked at; a response of another shape is a wrong one. */
const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
})
const authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

const partyOf = ({ environment }: Platform) => {
  const { hostname, origin } = new URL(environment.publicUrl)
  return { rpID: hostname, origin }
}

export interface Challenge {
  challenge: string
  /** For the browser, as it is. */
  options: object
}

export async function passkeyToEnrol(
  platform: Platform,
  {
    officeName,
    staffNo,
    displayName,
    known,
  }: { officeName: string; staffNo: string; displayName: string; known: readonly PasskeyRow[] },
): Promise<Challenge> {
  const options = await generateRegistrationOptions({
    rpName: officeName,
    rpID: partyOf(platform).rpID,
    userName: staffNo,
    userDisplayName: displayName,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return { challenge: options.challenge, options }
}

export interface EnrolledPasskey {
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/** Nothing when the browser's answer does not fit the challenge, the address or its own signature. */
export async function readEnrolledPasskey(
  platform: Platform,
  challenge: string,
  answer: unknown,
): Promise<EnrolledPasskey | undefined> {
  const parsed = registration.safeParse(answer)
  if (!parsed.success) return undefined
  const { rpID, origin } = partyOf(platform)
  const verified = await verifyRegistrationResponse({
    response: parsed.data,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return {
    credentialId: id,
    publicKey: new Uint8Array(publicKey),
    counter,
    transports: parsed.data.response.transports,
  }
}

export async function passkeyToUse(platform: Platform, known: readonly PasskeyRow[]): Promise<Challenge> {
  const options = await generateAuthenticationOptions({
    rpID: partyOf(platform).rpID,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'preferred',
  })
  return { challenge: options.challenge, options }
}

/** Which of the account's passkeys answered, and its new counter; nothing for any other answer. */
export async function readUsedPasskey(
  platform: Platform,
  challenge: string,
  answer: unknown,
  known: readonly PasskeyRow[],
): Promise<{ id: string; counter: number } | undefined> {
  const parsed = authentication.safeParse(answer)
  if (!parsed.success) return undefined
  const passkey = known.find(({ credentialId }) => credentialId === parsed.data.id)
  if (!passkey) return undefined
  const { rpID, origin } = partyOf(platform)
  const { credentialId, publicKey, counter, transports } = passkey
  const verified = await verifyAuthenticationResponse({
    response: parsed.data,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: credentialId, publicKey, counter, transports },
    requireUserVerification: false,
  }).catch(() => undefined)
  return verified?.verified ? { id: passkey.id, counter: verified.authenticationInfo.newCounter } : undefined
}
