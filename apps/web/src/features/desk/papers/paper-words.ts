import type { Translate } from '../../../shared/lib/messages.ts'
import type { messages } from './messages.ts'
import type { PapersQuery } from './papers.generated.ts'

export type Paper = PapersQuery['papers']['edges'][number]['node']
type Words = Translate<(typeof messages)['zh']>

export const idOf = ({ kind, subjectId, version }: Pick<Paper, 'kind' | 'subjectId' | 'version'>) =>
  `${kind} ${subjectId} ${version}`

/** What the unit declared holds every number in full: printing it is for whoever may fill it in. */
export const takesPreparing = ({ kind }: Pick<Paper, 'kind'>): boolean =>
  kind === 'ANNUAL_INSPECTION_FORM' || kind === 'MONTHLY_DECLARATION_FORM'

/** Where the single paper is printed. */
export function addressOf({ kind, subjectId, version, concerning }: Paper, language: string): string {
  const lang = `lang=${language}`
  if (kind === 'ANNUAL_INSPECTION_FORM') return `/documents/inspection/${subjectId}/${version}.pdf?${lang}`
  if (kind === 'MONTHLY_DECLARATION_FORM') return `/documents/monthly/${subjectId}/${version}.pdf?${lang}`
  if (kind === 'UNIT_CERTIFICATE') {
    const [from = '', to = ''] = concerning.split('/')
    return `/documents/certificate.pdf?from=${from}&to=${to}&${lang}`
  }
  const folder = { PAYMENT_NOTICE: 'notice', PAYMENT_VOUCHER: 'voucher', PAYMENT_RECEIPT: 'receipt' }[kind]
  return `/documents/${folder}/${subjectId}.pdf?${lang}`
}

/** A paper by kind and number; a certificate by its year, since it has no number yet. */
export function nameOf(t: Words, { kind, number, version }: Pick<Paper, 'kind' | 'number' | 'version'>): string {
  return `${t(kind)} ${number === '' ? t('wholeYear', { year: String(version) }) : number}`
}
