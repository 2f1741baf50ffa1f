const known = [
  'SAME_PERSON',
  'VERSION_CHANGED',
  'ILLEGAL_TRANSITION',
  'ROLE_NOT_ALLOWED',
  'INCOMPLETE',
  'SEAL_MISSING',
  'CALENDAR_MISSING',
] as const

/** The words for a refused step. */
export function refusalKey(code: string): `refused${(typeof known)[number] | 'OTHER'}` {
  return `refused${known.find((name) => name === code) ?? 'OTHER'}`
}
