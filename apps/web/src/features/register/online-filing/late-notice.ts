import { later } from '../../../shared/lib/later.ts'

/** Most employers are kept from nothing. */
export const EmployerBarNotice = later(async () => (await import('./employer-bar-notice.tsx')).EmployerBarNotice)
