import type { Platform } from '../../../platform/platform.ts'

/** The phone shows a new code twice a minute; each holds long enough to be read at a desk, also the one that was on screen just now. */
export const renewSeconds = 30
const holdsSeconds = 60
/** A server of the office may be some seconds ahead of another. */
const aheadSeconds = 5

/** Marks what was sealed as a code of a card: nothing else that the vault sealed opens as one. */
const mark = Buffer.from('SBEC1')
const momentBytes = 6
const cardBytes = 16

/** Letters and digits of RFC 4648 without padding: the densest that a QR code holds in its alphanumeric mode, and any scanner types. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const longest = 120

export interface ElectronicCode {
  token: string
  expiresAt: Date
}

/**
 * Card and moment, sealed with the office's own key: nobody else makes, reads or alters one, and no two look alike, so a code tells
 * whoever photographs it neither a person nor a card.
 */
export function makeCode({ vault, clock }: Platform, cardId: string): ElectronicCode {
  const madeAt = clock.now()
  const moment = Buffer.alloc(momentBytes)
  moment.writeUIntBE(madeAt.getTime(), 0, momentBytes)
  const sealed = vault.sealBytes(Buffer.concat([mark, moment, Buffer.from(cardId.replaceAll('-', ''), 'hex')]))
  return { token: encode(sealed), expiresAt: new Date(madeAt.getTime() + holdsSeconds * 1000) }
}

export interface OpenedCode {
  cardId: string
  madeAt: Date
  expired: boolean
}

/** Undefined for whatever this office did not make. */
export function openCode({ vault, clock }: Platform, typed: string): OpenedCode | undefined {
  const sealed = decode(typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  const plain = sealed && opened(() => Buffer.from(vault.openBytes(sealed)))
  if (plain?.length !== mark.length + momentBytes + cardBytes || !plain.subarray(0, mark.length).equals(mark))
    return undefined
  const madeAt = new Date(plain.readUIntBE(mark.length, momentBytes))
  const age = (clock.now().getTime() - madeAt.getTime()) / 1000
  return {
    cardId: plain
      .subarray(mark.length + momentBytes)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    madeAt,
    expired: age >= holdsSeconds || age < -aheadSeconds,
  }
}

function opened(open: () => Buffer): Buffer | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}

function encode(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function decode(text: string): Uint8Array | undefined {
  if (text.length > longest || !/^[A-Z2-7]+$/.test(text)) return undefined
  const bits = Array.from(text, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
