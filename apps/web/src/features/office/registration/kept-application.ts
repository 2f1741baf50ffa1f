import type { RegistrationValues } from '@shebao/declaration-rules'

/** What opens an application. */
export interface ApplicationKey {
  number: string
  secret: string
}

// In the tab alone, and gone with it: the computer may be anybody's.
const keyName = 'shebao.registration.key'
const draftName = 'shebao.registration.draft'

function read<Kept>(name: string, isKept: (value: unknown) => value is Kept): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const isKey = (value: unknown): value is ApplicationKey =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'secret' in value &&
  typeof value.secret === 'string'
const isDraft = (value: unknown): value is RegistrationValues =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')

export const keptKey = () => read(keyName, isKey)
export const keptDraft = () => read(draftName, isDraft)
export const keepKey = (key: ApplicationKey) => keep(keyName, key)
export const keepDraft = (values: RegistrationValues) => keep(draftName, values)

function keep(name: string, value: object): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing: the page itself still has it.
  }
}

export function forgetDraft(): void {
  sessionStorage.removeItem(draftName)
}

export function forgetApplication(): void {
  forgetDraft()
  sessionStorage.removeItem(keyName)
}
