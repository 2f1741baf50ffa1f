import {
  checkFixedPhone,
  checkUnitAccount,
  hasHan,
  isKnownRegion,
  normaliseIdentifier,
  toHalfWidth,
  trimText,
} from '@shebao/identifiers'
import { findHidden } from '@shebao/kernel'

/** What an office says of itself: on its papers, to its bank, and to whoever looks for it. */
export interface OfficeParticulars {
  /** Six digits of GB/T 2260, whose parameters it bills by. */
  region: string
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  phone: string
  /** What its seal says. */
  sealText: string
  /** The fund's income account. */
  payeeNumber: string
  payeeName: string
  payeeBank: string
}

export type ParticularName = keyof OfficeParticulars

export const particularNames = [
  'region',
  'nameZh',
  'nameEn',
  'addressZh',
  'addressEn',
  'phone',
  'sealText',
  'payeeNumber',
  'payeeName',
  'payeeBank',
] as const satisfies readonly ParticularName[]

export type ParticularProblem =
  | 'MISSING'
  | 'TOO_LONG'
  | 'UNPRINTABLE'
  | 'NOT_CHINESE'
  | 'NOT_LATIN'
  | 'UNKNOWN_REGION'
  | 'NO_TELEPHONE'
  | 'NO_ACCOUNT_NUMBER'

type Checked = { value: string } | { problem: ParticularProblem }

/** One line of text as it is kept; what cannot be printed or stored is refused and not dropped. */
function checkText(input: string, longest: number): Checked {
  const value = trimText(input)
  if (value === '') return { problem: 'MISSING' }
  if (/\p{Cc}/u.test(value) || !value.isWellFormed() || findHidden(value) !== undefined)
    return { problem: 'UNPRINTABLE' }
  return [...value].length > longest ? { problem: 'TOO_LONG' } : { value }
}

const then = (checked: Checked, next: (value: string) => Checked): Checked =>
  'value' in checked ? next(checked.value) : checked

const chinese = (input: string, longest: number) =>
  then(checkText(input, longest), (value) => (hasHan(value) ? { value } : { problem: 'NOT_CHINESE' }))

const latin = (input: string, longest: number) =>
  then(checkText(input, longest), (value) =>
    /\p{Script=Latin}/u.test(value) && !hasHan(value) ? { value } : { problem: 'NOT_LATIN' },
  )

/** With an area code, or a service number such as 12333. */
function telephone(input: string): Checked {
  const text = toHalfWidth(trimText(input))
  if (text === '') return { problem: 'MISSING' }
  if (/^(?:0\d{2,3}-)?(?:1\d{4}|[48]00-?\d{3}-?\d{4})$/.test(text)) return { value: text }
  const fixed = checkFixedPhone(text)
  return fixed.ok ? { value: fixed.value } : { problem: 'NO_TELEPHONE' }
}

function region(input: string): Checked {
  const value = normaliseIdentifier(input)
  if (value === '') return { problem: 'MISSING' }
  return isKnownRegion(value) ? { value } : { problem: 'UNKNOWN_REGION' }
}

function account(input: string): Checked {
  if (trimText(input) === '') return { problem: 'MISSING' }
  const checked = checkUnitAccount(input)
  return checked.ok ? { value: checked.value } : { problem: 'NO_ACCOUNT_NUMBER' }
}

const checks: Readonly<Record<ParticularName, (input: string) => Checked>> = {
  region,
  nameZh: (input) => chinese(input, 60),
  nameEn: (input) => latin(input, 120),
  addressZh: (input) => chinese(input, 120),
  addressEn: (input) => latin(input, 200),
  phone: telephone,
  sealText: (input) => chinese(input, 60),
  payeeNumber: account,
  // As banks print it (GB/T 35964 leaves 140 characters to a party's name).
  payeeName: (input) => checkText(input, 140),
  payeeBank: (input) => checkText(input, 140),
}

/** One particular as it is kept, or why it cannot be. */
export const checkParticular = (name: ParticularName, input: string | undefined): Checked => checks[name](input ?? '')
