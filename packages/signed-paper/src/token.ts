/** What the office says of a paper and signs. Nothing in it is wider than what `/verify` tells whoever holds the paper. */
export interface SignedFacts {
  /** Which of the office's keys signed. */
  keyId: string
  /** The office, by its region (GB/T 2260). */
  office: string
  kind: string
  number: string
  /** As stored, without hyphens. */
  verifyCode: string
  /** Civil date. */
  issuedOn: string
  /** SHA-256 in hex. */
  contentHash: string
  /** Year, month, months or day: '2026', '2026-11', '2024-07/2026-11' or '2026-11-05'. */
  concerning: string
  /** Fen. */
  total?: number | undefined
  /** The unit, or a person masked. */
  holder: string
}

const format = 'SB1'
const parts = 11
/** Nothing but these stands between two dots, so that a keyboard scanner of any country types it unharmed. */
const part = /^[A-Za-z0-9/_-]*$/
const shape = new RegExp(`${format}(?:\\.[A-Za-z0-9/_-]*){${parts}}`, 'g')

/** What is signed: the same facts are always the same text. */
export function signedText(facts: SignedFacts): string {
  const texts = [
    facts.keyId,
    facts.office,
    facts.kind,
    facts.number,
    facts.verifyCode,
    facts.issuedOn,
    toBase64Url(fromHex(facts.contentHash)),
    facts.concerning,
    facts.total === undefined ? '' : String(facts.total),
    toBase64Url(new TextEncoder().encode(facts.holder)),
  ]
  const unfit = texts.find((text) => !part.test(text))
  if (unfit !== undefined) throw new Error(`This cannot stand in a signed paper: ${unfit}`)
  return [format, ...texts].join('.')
}

/** The text with its signature, as the square code and the file carry it. */
export function tokenOf(text: string, signature: Uint8Array): string {
  return `${text}.${toBase64Url(signature)}`
}

/** Every token in whatever a scanner typed, a person pasted or a file holds, each once. */
export function findTokens(text: string): string[] {
  return [...new Set(text.match(shape))]
}

interface ReadToken {
  facts: SignedFacts
  /** What the signature is over. */
  text: string
  signature: Uint8Array<ArrayBuffer>
}

/** What stands in a token, whoever wrote it; undefined when it is none. */
export function readToken(token: string): ReadToken | undefined {
  const texts = token.split('.')
  if (texts[0] !== format || texts.length !== parts + 1) return undefined
  const [, keyId, office, kind, number, verifyCode, issuedOn, hash, concerning, total, holder, signature] = texts
  if (!keyId || !office || !kind || !number || !verifyCode || !issuedOn || !concerning) return undefined
  if (hash === undefined || total === undefined || holder === undefined || signature === undefined) return undefined
  const [hashBytes, holderBytes, signatureBytes] = [hash, holder, signature].map(fromBase64Url)
  if (!hashBytes || !holderBytes || !signatureBytes || !/^\d*$/.test(total)) return undefined
  return {
    facts: {
      keyId,
      office,
      kind,
      number,
      verifyCode,
      issuedOn,
      contentHash: toHex(hashBytes),
      concerning,
      total: total === '' ? undefined : Number(total),
      holder: new TextDecoder().decode(holderBytes),
    },
    text: token.slice(0, token.lastIndexOf('.')),
    signature: signatureBytes,
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
