import { fromBase64Url, readToken } from './token.ts'
import type { SignedFacts } from './token.ts'

/** A key as the office publishes it. */
export interface PublishedKey {
  id: string
  /** 32 bytes in base64url. */
  publicKey: string
  office: { code: string; nameZh: string; nameEn: string }
  /** Days on which it signed, the last one only when it was replaced. */
  from: string
  until: string | null
}

export type TokenVerdict =
  | { state: 'GENUINE'; facts: SignedFacts; key: PublishedKey }
  /** Somebody altered what it says, or made it up. */
  | { state: 'FORGED'; facts: SignedFacts; key: PublishedKey }
  /** Says a day on which its key signed no more: whoever has an old key must not date papers into the future. */
  | { state: 'KEY_REPLACED'; facts: SignedFacts; key: PublishedKey }
  /** Of another office, or of a key published after the list at hand. */
  | { state: 'UNKNOWN_KEY'; facts: SignedFacts }
  | { state: 'UNREADABLE' }

/** Whether an office signed this, with its published keys and nothing else. The same in browsers and on the server. */
export async function checkToken(token: string, keys: readonly PublishedKey[]): Promise<TokenVerdict> {
  const read = readToken(token)
  if (!read) return { state: 'UNREADABLE' }
  const { facts, text, signature } = read
  const key = keys.find(({ id }) => id === facts.keyId)
  if (!key) return { state: 'UNKNOWN_KEY', facts }
  if (key.office.code !== facts.office) return { state: 'FORGED', facts, key }
  const raw = fromBase64Url(key.publicKey) ?? new Uint8Array()
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  const genuine = await crypto.subtle.verify('Ed25519', imported, signature, new TextEncoder().encode(text))
  if (!genuine) return { state: 'FORGED', facts, key }
  return { state: key.until !== null && facts.issuedOn > key.until ? 'KEY_REPLACED' : 'GENUINE', facts, key }
}
