import type { ChangeForm } from './change-form.ts'

/** A change that is being typed, kept for this tab until it is saved: a reload, a crash or an expired session loses nothing of it. */
export interface KeptChange {
  form: ChangeForm
  /** Somebody chosen from the register. */
  person: ChosenPerson | null
}

export interface ChosenPerson {
  individualId: string
  /** As it was searched by, else masked. */
  name: string
  idNumber: string
  hireDate: string
  fromPeriod: string
  averageWage: number
  insurances: ChosenInsurance[]
}
type ChosenInsurance = keyof ChangeForm['insurances']

const keyOf = (declarationId: string, slot: string) => `shebao.monthly-change.${declarationId}.${slot}`

export function readKept(declarationId: string, slot: string): KeptChange | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(declarationId, slot)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepChange(declarationId: string, slot: string, kept: KeptChange | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(keyOf(declarationId, slot))
    else sessionStorage.setItem(keyOf(declarationId, slot), JSON.stringify(kept))
  } catch {
    // Storage can be full or switched off; the form itself still holds what was typed.
  }
}

function isKept(value: unknown): value is KeptChange {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('person' in value)) return false
  const { form } = value
  return typeof form === 'object' && form !== null && 'insurances' in form && 'changeType' in form
}
