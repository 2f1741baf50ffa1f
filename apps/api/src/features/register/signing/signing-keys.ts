import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { signedText, tokenOf } from '@shebao/signed-paper'
import type { SignedFacts } from '@shebao/signed-paper'
import type { Platform } from '../../../platform/platform.ts'
import { findKeyInUse, insertKey, listOfficesWithoutKey, retireKey } from './signing-key.repository.ts'
import type { SigningKeyRow } from './signing-key.repository.ts'

/** 48 bits of a SHA-256: what names a key cannot be chosen to look like another's [PD]. */
const idLength = 12

/** The key an office signs with, made where it has none. */
async function keyInUse(platform: Platform, officeId: string): Promise<SigningKeyRow> {
  const known = await findKeyInUse(platform, officeId)
  if (known) return known
  await makeKey(platform, officeId, 'first-signature')
  const made = await findKeyInUse(platform, officeId)
  if (!made) throw new Error('A signing key that was just made is gone.')
  return made
}

async function makeKey(platform: Platform, officeId: string, origin: string): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x: raw } = publicKey.export({ format: 'jwk' })
  if (raw === undefined) throw new Error('This Node makes no Ed25519 keys.')
  const id = createHash('sha256').update(Buffer.from(raw, 'base64url')).digest('hex').slice(0, idLength)
  await platform.database.transaction(async () => {
    const inserted = await insertKey(platform, {
      id,
      officeId,
      publicKey: raw,
      privateKey: platform.vault.sealBytes(privateKey.export({ format: 'der', type: 'pkcs8' })),
      madeAt: platform.clock.now(),
    })
    if (inserted) await note(platform, 'SIGNING_KEY_MADE', id, origin)
  })
}

/** Every office of the installation has a key from its first start on, so that keys are published before the first paper. */
export async function ensureSigningKeys(platform: Platform, origin: string): Promise<void> {
  for (const officeId of await listOfficesWithoutKey(platform)) await makeKey(platform, officeId, origin)
}

/**
 * Another key from now on; the one before goes on being published and signs no more. Returns both ids. Papers on hand stay valid.
 */
export async function replaceSigningKey(
  platform: Platform,
  officeId: string,
  origin: string,
): Promise<{ before: string; now: string }> {
  return platform.database.transaction(async () => {
    const before = await keyInUse(platform, officeId)
    await retireKey(platform, before.id)
    await note(platform, 'SIGNING_KEY_REPLACED', before.id, origin)
    await makeKey(platform, officeId, origin)
    const now = await keyInUse(platform, officeId)
    return { before: before.id, now: now.id }
  })
}

const note = (platform: Platform, action: 'SIGNING_KEY_MADE' | 'SIGNING_KEY_REPLACED', id: string, origin: string) =>
  platform.audit.record({ actorKind: 'SYSTEM', origin, action, recordType: 'SigningKey', recordId: id })

/** The token of a paper that the office issues: what it says, signed. Belongs inside the transaction that issues it. */
export async function signPaper(
  platform: Platform,
  office: { id: string; region: string },
  facts: Omit<SignedFacts, 'keyId' | 'office'>,
): Promise<string> {
  const signs = await paperSigner(platform, office)
  return signs(facts)
}

/** The same for many papers: the key is looked up and opened once. */
export async function paperSigner(
  platform: Platform,
  office: { id: string; region: string },
): Promise<(facts: Omit<SignedFacts, 'keyId' | 'office'>) => string> {
  const key = await keyInUse(platform, office.id)
  if (!key.privateKey) throw new Error('A signing key in use has no private half.')
  const privateKey = createPrivateKey({
    key: Buffer.from(platform.vault.openBytes(key.privateKey)),
    format: 'der',
    type: 'pkcs8',
  })
  return (facts) => {
    const text = signedText({ ...facts, keyId: key.id, office: office.region })
    return tokenOf(text, sign(null, Buffer.from(text), privateKey))
  }
}
