import { FILE_LIMITS } from '@shebao/kernel'
import { withoutHidden } from '@shebao/kernel'
import { fileTypeFromBuffer } from 'file-type'

/** What a scanner or a phone makes of a paper. Nothing in it runs [PD]. */
export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/webp',
  'image/tiff',
] as const
export type MediaType = (typeof mediaTypes)[number]

/** A dozen scanned pages [PD]. */
export const mostBytes = FILE_LIMITS.bytes

/** What a file may be attached to. */
export const subjectKinds = [
  'WRITE_OFF',
  'REFUND',
  'BACK_PAYMENT',
  'RECONCILIATION_ITEM',
  'PARTICULARS_CHANGE',
  'ONLINE_FILING',
  'EMPLOYEE_CONFIRMATION',
  'REGISTRATION',
  'CANCELLATION',
  'QUESTION',
  'EMPLOYER_REPORT',
  'RELATION_TRANSFER',
  'ENFORCEMENT_EVIDENCE',
  'FINE',
  'WAIVER',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What every browser shows by itself and cannot be made to run; other kinds are saved. */
export const shownByBrowsers: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']

export const keptScans = ['CLEAN', 'NOT_SCANNED'] as const

export const retentionClasses = ['CASE_EVIDENCE', 'FILING_MATERIAL'] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** Whole years to keep a file after that in which it was attached [PD]: evidence of a decision on money outlives the audit of its year. */
const yearsKept: Record<RetentionClass, number> = { CASE_EVIDENCE: 10, FILING_MATERIAL: 5 }

/** The last day on which it is kept. */
export const keptUntil = (attachedOn: string, retention: RetentionClass): string =>
  `${Number(attachedOn.slice(0, 4)) + yearsKept[retention]}-12-31`

/** What the bytes are, whatever their name says; nothing for what is not taken. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return mediaTypes.find((type) => type === found?.mime)
}

const longestName = 120

/** The name that a file came with, as it may be shown and stored: no path, no control or direction marks. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = withoutHidden(last.replaceAll(/\p{Cc}/gu, '')).trim()
  const whole = shown.isWellFormed() ? shown : ''
  return [...whole].slice(0, longestName).join('') || 'file'
}
