import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const formatVersion = 1

/** Encryption at rest and keyed look-up hashes for personal data (PIPL 51; domain specification, section 9). */
export interface Vault {
  /** AES-256-GCM: one version byte, nonce, tag, ciphertext. */
  seal(value: unknown): Uint8Array<ArrayBuffer>
  /** The same for bytes as they are, such as an attached file. */
  sealBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were altered or sealed with another key. */
  open<T>(sealed: Uint8Array): T
  openBytes(sealed: Uint8Array): Uint8Array
  /** Keyed hash for exact look-up of a normalised number; `purpose` keeps the uses apart. */
  lookupHash(purpose: string, value: string): Uint8Array<ArrayBuffer>
  /** A key of its own for another use, such as signing the sandbox bank's messages. */
  derivedKey(purpose: string): Buffer
}

export function createVault(masterKey: Buffer): Vault {
  if (masterKey.length !== 32) throw new Error('The secret key must have 32 bytes.')
  const derivedKey = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32))
  // As key objects: handed bytes, Node examines and wraps them anew for every row, which takes five times as long.
  const sealKey = createSecretKey(derivedKey('shebao/seal/1'))
  const hashKey = createSecretKey(derivedKey('shebao/lookup/1'))
  const nextNonce = nonceSource()
  function seal(plain: string | Uint8Array): Uint8Array<ArrayBuffer> {
    const nonce = nextNonce()
    const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    cipher.final() // GCM leaves nothing over to add
    const sealed = new Uint8Array(1 + nonceBytes + tagBytes + body.length)
    sealed[0] = formatVersion
    sealed.set(nonce, 1)
    sealed.set(cipher.getAuthTag(), 1 + nonceBytes)
    sealed.set(body, 1 + nonceBytes + tagBytes)
    return sealed
  }
  function open(sealed: Uint8Array): Buffer {
    if (sealed[0] !== formatVersion) throw new Error('Sealed data of an unknown format.')
    const bodyAt = 1 + nonceBytes + tagBytes
    const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, 1 + nonceBytes))
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, bodyAt))
    const plain = decipher.update(sealed.subarray(bodyAt))
    decipher.final() // throws when the tag does not fit; GCM leaves nothing over to add
    return plain
  }
  return {
    seal: (value) => seal(JSON.stringify(value)),
    sealBytes: seal,
    open: <T>(sealed: Uint8Array): T => JSON.parse(open(sealed).toString('utf8')) as T,
    openBytes: open,
    lookupHash: (purpose, value) =>
      new Uint8Array(createHmac('sha256', hashKey).update(purpose).update('\0').update(value).digest()),
    derivedKey,
  }
}

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
