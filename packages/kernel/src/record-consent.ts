import { addDays } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'

const longestConsentDays = 3 * 365

/** The last day until which a person may let another read their record. For a time: whoever goes on wanting it gives it again [PD]. */
export const lastConsentDay = (today: CivilDate): CivilDate => addDays(today, longestConsentDays)
