import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { readInteger, readYuan } from '../../../shared/lib/typed-text.ts'
import type { EmployerSort } from './employers.generated.ts'

export const employerSorts = ['NAME', 'OWED', 'OVERDUE', 'OVERDUE_LONGEST'] as const satisfies readonly EmployerSort[]

/** As it stands in the address and in the fields: what was typed, understood or not. */
export interface TypedFilter {
  text: string
  owedFrom: string
  daysFrom: string
}

interface EmployerFilter {
  sort: EmployerSort
  text: string | null
  owedFrom: Fen | null
  overdueDaysFrom: number | null
}

const mostDays = 36_500
const longestText = 64

/** Which field of a filter cannot be understood; none when it can. */
export function wrongFields({ text, owedFrom, daysFrom }: TypedFilter): ReadonlySet<keyof TypedFilter> {
  const wrong = new Set<keyof TypedFilter>()
  if ([...text].length > longestText) wrong.add('text')
  const amount = readYuan(owedFrom)
  if (owedFrom && (amount === undefined || amount < 0)) wrong.add('owedFrom')
  const days = readInteger(daysFrom)
  if (daysFrom && (days === undefined || days < 0 || days > mostDays)) wrong.add('daysFrom')
  return wrong
}

export function typedOf(params: URLSearchParams): TypedFilter {
  return {
    text: params.get('text') ?? '',
    owedFrom: params.get('owed') ?? '',
    daysFrom: params.get('days') ?? '',
  }
}

/** What the address asks for; a field that cannot be understood asks for nothing. */
export function filterOf(params: URLSearchParams, usual: EmployerSort): EmployerFilter {
  const typed = typedOf(params)
  const wrong = wrongFields(typed)
  const amount = readYuan(typed.owedFrom)
  return {
    sort: employerSorts.find((sort) => sort === params.get('sort')) ?? usual,
    text: typed.text && !wrong.has('text') ? typed.text : null,
    owedFrom: amount === undefined || wrong.has('owedFrom') ? null : fen(amount),
    overdueDaysFrom: wrong.has('daysFrom') ? null : (readInteger(typed.daysFrom) ?? null),
  }
}

/** The same selection as a file. */
export function filePath(filter: EmployerFilter, overdueOnly: boolean, language: string): string {
  const params = new URLSearchParams({ sort: filter.sort, overdue: String(overdueOnly), lang: language })
  if (filter.text) params.set('text', filter.text)
  if (filter.owedFrom !== null) params.set('owedFrom', String(filter.owedFrom))
  if (filter.overdueDaysFrom !== null) params.set('daysFrom', String(filter.overdueDaysFrom))
  return `/lists/employers.csv?${params.toString()}`
}
