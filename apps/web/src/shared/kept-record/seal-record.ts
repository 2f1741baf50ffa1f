/** Bytes in a buffer of their own, as the browser's cryptography takes them. */
export type Bytes = Uint8Array<ArrayBuffer>

interface Sealed {
  iv: Bytes
  text: Bytes
}

/** Anyone may put a newer record in (the public key lies open); reading one takes the private key, which only unlocking gives. */
export interface Letterbox {
  publicKey: Bytes
  /** The private key, under the key that unlocking gives. */
  privateKey: Sealed
}

export interface Letter extends Sealed {
  /** The public half of the pair that was made for this letter alone. */
  from: Bytes
}

const { subtle } = crypto
const curve = { name: 'ECDH', namedCurve: 'P-256' }
const cipher = { name: 'AES-GCM', length: 256 }
/** OWASP's figure for PBKDF2 with SHA-256. */
const rounds = 600_000

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** The key of what a device's authenticator gives out for `salt`. */
export async function keyOfSecret(secret: BufferSource, salt: Bytes): Promise<CryptoKey> {
  const raw = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('shebao kept record')
  return subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, raw, cipher, false, ['encrypt', 'decrypt'])
}

export async function keyOfPassword(password: string, salt: Bytes): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(password.normalize('NFKC'))
  const raw = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return subtle.deriveKey(way, raw, cipher, false, ['encrypt', 'decrypt'])
}

export async function makeLetterbox(key: CryptoKey): Promise<Letterbox> {
  const pair = await subtle.generateKey(curve, true, ['deriveKey'])
  const secret = await subtle.exportKey('pkcs8', pair.privateKey)
  return { publicKey: await publicBytes(pair), privateKey: await encrypt(key, new Uint8Array(secret)) }
}

export async function writeLetter({ publicKey }: Letterbox, text: string): Promise<Letter> {
  const own = await subtle.generateKey(curve, true, ['deriveKey'])
  const key = await sharedKey(publicKey, own.privateKey)
  return { ...(await encrypt(key, new TextEncoder().encode(text))), from: await publicBytes(own) }
}

/** Nothing when the key is not the one. */
export async function readLetter(box: Letterbox, letter: Letter, key: CryptoKey): Promise<string | undefined> {
  try {
    const secret = await decrypt(key, box.privateKey)
    const own = await subtle.importKey('pkcs8', secret, curve, false, ['deriveKey'])
    return new TextDecoder().decode(await decrypt(await sharedKey(letter.from, own), letter))
  } catch {
    return undefined
  }
}

const publicBytes = async ({ publicKey }: CryptoKeyPair) => new Uint8Array(await subtle.exportKey('raw', publicKey))

async function sharedKey(theirs: Bytes, own: CryptoKey): Promise<CryptoKey> {
  const other = await subtle.importKey('raw', theirs, curve, false, [])
  return subtle.deriveKey({ name: 'ECDH', public: other }, own, cipher, false, ['encrypt', 'decrypt'])
}

async function encrypt(key: CryptoKey, plain: Bytes): Promise<Sealed> {
  const iv = randomBytes(12)
  return { iv, text: new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)) }
}

const decrypt = (key: CryptoKey, { iv, text }: Sealed) => subtle.decrypt({ name: 'AES-GCM', iv }, key, text)
