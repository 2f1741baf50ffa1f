import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32

/** Uses besides sealing and look-up, each with a key of its own. A closed list: what is derived by name must be kept by name. */
export const ownKeyNames = ['shebao/audit-head/1', 'sandbox-bank', 'shebao/altcha/1'] as const
export type OwnKeyName = (typeof ownKeyNames)[number]

/** What an office's data is sealed, found and signed with (ADR 73). */
export interface VaultKeys {
  /** Number of the key that seals; the others only open. */
  readonly sealing: number
  readonly seals: ReadonlyMap<number, Buffer>
  readonly lookup: Buffer
  readonly own: Readonly<Record<OwnKeyName, Buffer>>
}

/** Encryption at rest and keyed look-up hashes for personal data (PIPL 51; domain specification, section 9). */
export interface Vault {
  /** AES-256-GCM: the number of the key in one byte, nonce, tag, ciphertext. */
  seal(value: unknown): Uint8Array<ArrayBuffer>
  /** The same for bytes as they are, such as an attached file. */
  sealBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were altered or sealed with a key that is not there. */
  open<T>(sealed: Uint8Array): T
  openBytes(sealed: Uint8Array): Uint8Array
  /** Keyed hash for exact look-up of a normalised number; `purpose` keeps the uses apart. */
  lookupHash(purpose: string, value: string): Uint8Array<ArrayBuffer>
  /** The key of another use, such as signing the sandbox bank's messages. */
  derivedKey(purpose: OwnKeyName): Buffer
  /** Of the secret keys at hand: by them a database is told from another office's. */
  readonly fingerprints: readonly Uint8Array[]
}

/** A vault whose keys are another set from one moment on, as when one was added. */
export interface RenewableVault {
  readonly vault: Vault
  renew(keys: VaultKeys): void
  /** Number of the key that seals just now. */
  sealing(): number
}

/** Sealed with a key that came after this process last read which there are. */
export class UnknownSealingKey extends Error {
  constructor(number: number | undefined) {
    super(`Sealed with key ${number ?? 'none'}, which this process does not have.`)
  }
}

/** The keys of an office that has nothing but its secret key: all derived from it by name. */
export function keysDerivedFrom(secretKey: Buffer): VaultKeys {
  if (secretKey.length !== keyBytes) throw new Error('The secret key must have 32 bytes.')
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, keyBytes))
  return {
    sealing: 1,
    seals: new Map([[1, derived('shebao/seal/1')]]),
    lookup: derived('shebao/lookup/1'),
    own: ownKeysBy(derived),
  }
}

/** Keys that are derived from nothing: whoever learns the secret key one day and not the database has none of them. */
export function drawKeys(): VaultKeys {
  return { sealing: 1, seals: new Map([[1, drawKey()]]), lookup: drawKey(), own: ownKeysBy(drawKey) }
}

export const drawKey = (): Buffer => randomBytes(keyBytes)

export const ownKeysBy = (keyOf: (name: OwnKeyName) => Buffer): Record<OwnKeyName, Buffer> => ({
  'shebao/audit-head/1': keyOf('shebao/audit-head/1'),
  'sandbox-bank': keyOf('sandbox-bank'),
  'shebao/altcha/1': keyOf('shebao/altcha/1'),
})

/** By what a secret key is told from another; nothing to find one by. */
export const fingerprintOfSecret = (secretKey: Buffer): Uint8Array =>
  hashUnder(createSecretKey(keysDerivedFrom(secretKey).lookup), 'installation-key', 'shebao')

/** The vault of a secret key alone. */
export const createVault = (secretKey: Buffer): Vault =>
  createRenewableVault(keysDerivedFrom(secretKey), [fingerprintOfSecret(secretKey)]).vault

/** `met` hears of a key that is not there, so that whoever has the keys can look again. */
export function createRenewableVault(
  first: VaultKeys,
  fingerprints: readonly Uint8Array[],
  met: () => void = () => undefined,
): RenewableVault {
  let keys = asObjects(first)
  const nextNonce = nonceSource()
  function seal(plain: string | Uint8Array): Uint8Array<ArrayBuffer> {
    const nonce = nextNonce()
    const { sealing, sealKey } = keys
    const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    cipher.final() // GCM leaves nothing over to add
    const sealed = new Uint8Array(1 + nonceBytes + tagBytes + body.length)
    sealed[0] = sealing
    sealed.set(nonce, 1)
    sealed.set(cipher.getAuthTag(), 1 + nonceBytes)
    sealed.set(body, 1 + nonceBytes + tagBytes)
    return sealed
  }
  function open(sealed: Uint8Array): Buffer {
    const key = sealed[0] === undefined ? undefined : keys.seals.get(sealed[0])
    if (!key) {
      met()
      throw new UnknownSealingKey(sealed[0])
    }
    const bodyAt = 1 + nonceBytes + tagBytes
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, bodyAt))
    const plain = decipher.update(sealed.subarray(bodyAt))
    decipher.final() // throws when the tag does not fit; GCM leaves nothing over to add
    return plain
  }
  const vault: Vault = {
    seal: (value) => seal(JSON.stringify(value)),
    sealBytes: seal,
    open: <T>(sealed: Uint8Array): T => JSON.parse(open(sealed).toString('utf8')) as T,
    openBytes: open,
    lookupHash: (purpose, value) => hashUnder(keys.lookup, purpose, value),
    derivedKey: (purpose) => keys.own[purpose],
    fingerprints,
  }
  return {
    vault,
    renew: (next) => {
      keys = asObjects(next)
    },
    sealing: () => keys.sealing,
  }
}

/** As key objects: handed bytes, Node examines and wraps them anew for every row, which takes five times as long. */
function asObjects({ sealing, seals, lookup, own }: VaultKeys) {
  const objects = new Map([...seals].map(([number, key]) => [number, createSecretKey(key)]))
  const sealKey = objects.get(sealing)
  if (!sealKey) throw new Error(`The key that seals, ${sealing}, is not there.`)
  return { sealing, sealKey, seals: objects, lookup: createSecretKey(lookup), own }
}

const hashUnder = (key: KeyObject, purpose: string, value: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(purpose).update('\0').update(value).digest())

const wrapFormat = 1
const wrapName = (name: string, number: number) => Buffer.from(`shebao/wrapped/${name}/${number}`)

/** A key under the secret key: AES-256-GCM, tied to the name and number that it stands under. */
export function wrapKey(secretKey: Buffer, { name, number }: { name: string; number: number }, key: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', wrappingKeyOf(secretKey), nonce).setAAD(wrapName(name, number))
  const body = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([Buffer.of(wrapFormat), nonce, cipher.getAuthTag(), body])
}

/** Undefined when it was wrapped with another secret key, stands under another name, or was altered. */
export function unwrapKey(
  secretKey: Buffer,
  { name, number }: { name: string; number: number },
  wrapped: Uint8Array,
): Buffer | undefined {
  if (wrapped[0] !== wrapFormat) return undefined
  const bodyAt = 1 + nonceBytes + tagBytes
  const decipher = createDecipheriv('aes-256-gcm', wrappingKeyOf(secretKey), wrapped.subarray(1, 1 + nonceBytes))
  decipher.setAAD(wrapName(name, number)).setAuthTag(wrapped.subarray(1 + nonceBytes, bodyAt))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(bodyAt)), decipher.final()])
  } catch {
    return undefined
  }
}

const wrappingKeyOf = (secretKey: Buffer) => Buffer.from(hkdfSync('sha256', secretKey, '', 'shebao/wrap/1', keyBytes))

const noncesAtOnce = 512

/** Fresh random nonces, fetched by the hundred: asking the system for each takes longer than sealing the row. None is given out twice. */
function nonceSource(): () => Buffer {
  let pool = Buffer.alloc(0)
  let at = 0
  return () => {
    if (at === pool.length) {
      pool = randomBytes(nonceBytes * noncesAtOnce)
      at = 0
    }
    at += nonceBytes
    return pool.subarray(at - nonceBytes, at)
  }
}

/** SHA-256 in hex, for content hashes of documents and versions. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
