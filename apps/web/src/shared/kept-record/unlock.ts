import { keyOfPassword, keyOfSecret, randomBytes, type Bytes } from './seal-record.ts'

/** How the kept record opens: by what unlocks the device, or by a password of its own. */
export type Lock = { way: 'DEVICE'; salt: Bytes; credential: Bytes } | { way: 'PASSWORD'; salt: Bytes }

export interface Locking {
  lock: Lock
  key: CryptoKey
}

/** A kept record can be tried without end by whoever has the device, so six digits, and above all the card's own, are no password for it. */
export const shortestPassword = 10
export const isPasswordWeak = (password: string) => [...password].length < shortestPassword || /^\d*$/.test(password)

export async function canUnlockDevice(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)
}

/** A new key of the device's authenticator; nothing where it gives out no secret (WebAuthn level 3, `prf`) or the person turned away. */
export async function lockByDevice(name: string): Promise<Locking | undefined> {
  const salt = randomBytes(32)
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name },
        user: { id: randomBytes(16), name, displayName: name },
        challenge: randomBytes(32),
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    if (!(made instanceof PublicKeyCredential)) return undefined
    const { prf } = made.getClientExtensionResults()
    if (prf?.enabled !== true) return undefined
    const credential = new Uint8Array(made.rawId)
    const secret = prf.results?.first ?? (await askDevice(credential, salt))
    if (!secret) return undefined
    return { lock: { way: 'DEVICE', salt, credential }, key: await keyOfSecret(secret, salt) }
  } catch {
    return undefined
  }
}

export async function lockByPassword(password: string): Promise<Locking> {
  const salt = randomBytes(16)
  return { lock: { way: 'PASSWORD', salt }, key: await keyOfPassword(password, salt) }
}

/** Nothing when the device was not unlocked. */
export async function keyOf(lock: Lock, password: string): Promise<CryptoKey | undefined> {
  if (lock.way === 'PASSWORD') return keyOfPassword(password, lock.salt)
  const secret = await askDevice(lock.credential, lock.salt).catch(() => undefined)
  return secret && keyOfSecret(secret, lock.salt)
}

async function askDevice(id: Bytes, salt: Bytes): Promise<BufferSource | undefined> {
  const got = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      allowCredentials: [{ type: 'public-key', id }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: salt } } },
    },
  })
  return got instanceof PublicKeyCredential ? got.getClientExtensionResults().prf?.results?.first : undefined
}
