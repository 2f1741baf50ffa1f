import { changeTypeWords, fieldName, isAdd, isStop } from '@shebao/declaration-rules'
import type { Language, MonthlyChangeDraft, NumberedChange } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, formatYuan, oneOf } from '@shebao/kernel'
import { employmentFormWords, householdTypeWords } from '@shebao/roster'
import type { Words } from '@shebao/roster'
import { z } from 'zod'
import type { OfficeRow } from '../../register/employer/index.ts'
import type { LongList, VerifyMark } from '../../register/paper/index.ts'
import { filings } from '../declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../declaration/index.ts'
import { periodOf } from './monthly-case.ts'
import { monthlyPaperWords } from './monthly-paper-words.ts'
import type { MonthlyPaperWords } from './monthly-paper-words.ts'

export interface MonthlyPaperSource {
  declaration: DeclarationRow
  office: OfficeRow
  version: DeclarationVersionRow
  changes: readonly NumberedChange[]
  mark: VerifyMark
}

/** As it was frozen with the version: the unit as it was called then. */
const Unit = z.object({ unitName: z.string(), unitCode: z.string(), creditCode: z.string(), signer: z.string() })

/** Everything the template prints, in one language and already worded; the template only sets type. */
export function monthlyPaper({ declaration, office, version, changes, mark }: MonthlyPaperSource, language: Language) {
  const words = monthlyPaperWords[language]
  const zh = language === 'zh-CN'
  const [year = '', month = ''] = periodOf(declaration).split('-')
  const unit = Unit.parse(version.unitForm)
  const filing = words.filings[oneOf(filings, declaration.filing ?? '', 'filing')]
  return {
    lang: zh ? 'zh' : 'en',
    title: words.title.replace('{year}', year).replace('{month}', zh ? String(Number(month)) : month),
    subtitle: unit.unitName,
    number: version.formNo,
    contentHash: version.contentHash,
    office: {
      name: zh ? office.nameZh : office.nameEn,
      address: zh ? office.addressZh : office.addressEn,
      phone: office.phone,
    },
    receipt: [
      [words.formNo, version.formNo],
      [words.version, String(version.version)],
      [words.filing, declaration.sequence > 1 ? `${filing} ${declaration.sequence}` : filing],
      [words.submittedAt, shanghaiTime(version.submittedAt)],
      [words.verdict, words.verdicts[version.verdict] ?? version.verdict],
      [words.changes, String(version.people)],
      [words.ruleSet, version.ruleSetHash.slice(0, 16)],
    ],
    unit: [
      [words.unitName, unit.unitName],
      [words.unitCode, unit.unitCode],
      [words.creditCode, unit.creditCode],
      [words.signer, unit.signer],
    ],
    sums: sumsOf(changes, words),
    changes: changesTable(changes, language, words),
    words,
    mark: { ...mark, contentHash: version.contentHash },
  }
}

function sumsOf(changes: readonly NumberedChange[], words: MonthlyPaperWords) {
  const counts = { ADD: 0, STOP: 0, BASE_CHANGE: 0, INFO_CHANGE: 0 }
  for (const { draft } of changes) counts[kindOf(draft)] += 1
  const kinds = Object.entries(counts) as [keyof typeof counts, number][]
  return {
    headers: [words.kind, words.count],
    rows:
      changes.length === 0
        ? [[words.nothing, '0']]
        : kinds.filter(([, count]) => count > 0).map(([kind, count]) => [words.kinds[kind], String(count)]),
  }
}

function kindOf({ changeType: type }: MonthlyChangeDraft): keyof MonthlyPaperWords['kinds'] {
  if (type === undefined || isAdd(type)) return 'ADD'
  return isStop(type) ? 'STOP' : type
}

/** In points; together what stands between the margins. */
const widths = [28, 70, 112, 84, 84, 84, 56, 66, 155.8]

function changesTable(changes: readonly NumberedChange[], language: Language, words: MonthlyPaperWords): LongList {
  return {
    title: words.list.replace('{count}', String(changes.length)),
    headers: [
      words.no_,
      words.name,
      words.idNumber,
      words.change,
      words.months,
      words.dates,
      words.insured,
      words.wage,
      words.more,
    ],
    widths,
    rightFrom: 99,
    rows: changes.map(({ draft }, index) => changeCells(draft, index, language, words)),
    total: widths.map((_, column) => (column === 0 ? words.total : column === 1 ? String(changes.length) : '')),
  }
}

function changeCells(draft: MonthlyChangeDraft, index: number, language: Language, words: MonthlyPaperWords): string[] {
  const { changeType: type, insurances = [], monthlyWage, effectivePeriod = '', lastPayablePeriod = '' } = draft
  const stops = type !== undefined && isStop(type)
  return [
    String(index + 1),
    draft.name ?? '',
    draft.idNumber ?? '',
    type === undefined ? '' : word(changeTypeWords[type], language),
    stops ? words.until.replace('{month}', lastPayablePeriod) : words.from.replace('{month}', effectivePeriod),
    draft.leaveDate
      ? words.left.replace('{date}', draft.leaveDate)
      : draft.hireDate
        ? words.hired.replace('{date}', draft.hireDate)
        : '',
    type === 'INFO_CHANGE'
      ? ''
      : FIVE_INSURANCES.map((insurance) => (insurances.includes(insurance) ? '✓' : '–')).join(' '),
    monthlyWage === undefined ? '' : formatYuan(monthlyWage, { grouping: true }),
    moreOf(draft, language),
  ]
}

/** What a join says of the employment, what is changed to what, and why. */
function moreOf(draft: MonthlyChangeDraft, language: Language): string {
  const { householdType, employmentForm, infoField, infoValue = '', reason = '' } = draft
  const household = householdType && word(householdTypeWords[householdType], language)
  const employment = employmentForm && word(employmentFormWords[employmentForm], language)
  const changed = infoField && `${fieldName(infoField, language)}: ${valueOf(infoField, infoValue, language)}`
  return [household, employment, changed, reason].filter(Boolean).join(language === 'zh-CN' ? '；' : '; ')
}

function valueOf(field: string, value: string, language: Language): string {
  const table: Readonly<Record<string, Words>> =
    field === 'householdType' ? householdTypeWords : field === 'employmentForm' ? employmentFormWords : {}
  const words = Object.hasOwn(table, value) ? table[value] : undefined
  return words === undefined ? value : word(words, language)
}

const word = ({ zh, en }: Words, language: Language): string => (language === 'zh-CN' ? zh : en)

function shanghaiTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
