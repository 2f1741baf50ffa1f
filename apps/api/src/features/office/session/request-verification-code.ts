import { randomInt } from 'node:crypto'
import { createChallenge } from 'altcha-lib/v1'
import { tooMany } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countChallenge } from './throttle.repository.ts'
import { codeAlphabet } from './verification/glyphs.ts'
import { drawCode } from './verification/draw-code.ts'
import { keepChallenge } from './verification/verification.repository.ts'
import type { VerificationKind } from './verification/verification.repository.ts'

const codeLength = 5
/** About half a second of hashing on an office machine; a guesser pays it for every try. */
const maxNumber = 200_000
const randomSteps = 2 ** 32

export interface VerificationChallenge {
  id: string
  kind: VerificationKind
  /** data: URL of a PNG, for IMAGE. */
  image: string | undefined
  proofOfWork: { algorithm: string; challenge: string; salt: string; maxNumber: number } | undefined
  expiresAt: Date
}

/** A fresh challenge: a picture to read, or work for the computer of someone who cannot see the picture. Each answers one sign-in. */
export async function requestVerificationCode(
  platform: Platform,
  origin: string,
  kind: VerificationKind,
): Promise<VerificationChallenge> {
  const blockedUntil = await countChallenge(platform, origin)
  if (blockedUntil) throw tooMany(blockedUntil)
  return kind === 'IMAGE' ? requestImage(platform) : requestProofOfWork(platform)
}

async function requestImage(platform: Platform): Promise<VerificationChallenge> {
  const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)] ?? '').join('')
  const picture = drawCode(code, () => randomInt(randomSteps) / randomSteps)
  const kept = await keepChallenge(platform, 'IMAGE', code)
  return {
    ...kept,
    kind: 'IMAGE',
    image: `data:image/png;base64,${picture.toString('base64')}`,
    proofOfWork: undefined,
  }
}

/** ALTCHA's scheme: the number below `maxNumber` whose SHA-256 after the salt is the challenge. */
async function requestProofOfWork(platform: Platform): Promise<VerificationChallenge> {
  const number = randomInt(maxNumber)
  const hmacKey = platform.vault.derivedKey('shebao/altcha/1').toString('hex')
  const { algorithm, challenge, salt } = await createChallenge({ hmacKey, number, maxNumber })
  const kept = await keepChallenge(platform, 'PROOF_OF_WORK', String(number))
  return { ...kept, kind: 'PROOF_OF_WORK', image: undefined, proofOfWork: { algorithm, challenge, salt, maxNumber } }
}
