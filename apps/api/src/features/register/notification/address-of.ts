import { maskMobile } from '@shebao/identifiers'
import type { Vault } from '../../../platform/crypto.ts'
import type { Outgoing } from './outgoing.repository.ts'

const mobilePattern = /^1[3-9]\d{9}$/

/** One address of one mailbox, as anybody writes theirs. */
export const isEmail = (address: string): boolean =>
  address.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@.<>]+(\.[^\s@.<>]+)+$/.test(address)

/** `z***@example.com`: who knows it recognises it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}

export const maskAddress = (address: string): string =>
  address.includes('@') ? maskEmail(address) : maskMobile(address)

/**
 * Where it goes: an address that is being confirmed; the one its owner confirmed; for a text message else the number in the register, of the
 * person or of the employer's handler. Nothing where there is none, or none that takes such a message.
 */
export function addressOf(vault: Pick<Vault, 'open'>, outgoing: Outgoing): string | undefined {
  const { channel, address, email, phone, person, contact } = outgoing
  if (address) return vault.open<string>(address)
  if (channel === 'EMAIL') return email ? vault.open<string>(email) : undefined
  return phone ? vault.open<string>(phone) : mobileIn(vault, { person, contact })
}

/** The mobile number in the register: the person's, or the handler's of the employer. A landline takes no text message. */
export function mobileIn(
  vault: Pick<Vault, 'open'>,
  { person, contact }: Pick<Outgoing, 'person' | 'contact'>,
): string | undefined {
  const number = person
    ? vault.open<{ mobile?: string | null }>(person).mobile
    : contact && vault.open<{ phone?: string }>(contact).phone
  return readMobile(number ?? '')
}

/** As people write it: blanks, hyphens and the country's own code do not matter. */
export function readMobile(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .replaceAll(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '')
  return mobilePattern.test(digits) ? digits : undefined
}
