import {
  answerName,
  fieldName,
  insuranceName,
  sectionName,
  UNIT_FIELDS,
  UNIT_SECTIONS,
} from '@shebao/declaration-rules'
import type { Language, UnitDraft, UnitField, UnitSection } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, formatYuan, sumFen } from '@shebao/kernel'
import { averageWage } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import { employmentFormWords, householdTypeWords } from '@shebao/roster'
import type { PersonnelDraft, Words } from '@shebao/roster'
import type { LongList, VerifyMark } from '../../register/paper/index.ts'
import type { EmployerRow, OfficeRow } from '../../register/employer/index.ts'
import type { DeclarationVersionRow } from '../declaration/index.ts'
import { inspectionPaperWords } from './inspection-paper-words.ts'
import type { InspectionPaperWords } from './inspection-paper-words.ts'

export interface InspectionPaperSource {
  employer: EmployerRow
  office: OfficeRow
  year: number
  version: DeclarationVersionRow
  unit: UnitDraft
  rows: readonly { row: number; draft: PersonnelDraft }[]
  mark: VerifyMark
}

interface Section {
  title: string
  pairs: [string, string][]
  matrix: string[][]
  list: string[][]
}

/** Everything the template prints, in one language and already worded; the template only sets type. */
export function inspectionPaper(source: InspectionPaperSource, language: Language) {
  const words = inspectionPaperWords[language]
  const { office, version, employer, year, mark } = source
  const zh = language === 'zh-CN'
  return {
    lang: zh ? 'zh' : 'en',
    title: words.title.replace('{year}', String(year)),
    subtitle: employer.name,
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
      [words.submittedAt, shanghaiTime(version.submittedAt)],
      [words.verdict, words.verdicts[version.verdict] ?? version.verdict],
      [words.people, String(version.people)],
      [words.ruleSet, version.ruleSetHash.slice(0, 16)],
    ],
    sections: UNIT_SECTIONS.map((section) => sectionOf(section, source.unit, language, words)),
    people: peopleTable(source.rows, language, words),
    words,
    mark: { ...mark, contentHash: version.contentHash },
  }
}

function sectionOf(section: UnitSection, unit: UnitDraft, language: Language, words: InspectionPaperWords): Section {
  const fields = UNIT_FIELDS.filter((field) => field.section === section)
  const pairs: [string, string][] = []
  const matrix: string[][] = []
  const list: string[][] = []
  for (const field of fields) {
    const answer = unit[field.name]
    if (answer === undefined) continue
    if (field.perInsurance)
      matrix.push([
        fieldName(field.name, language),
        ...FIVE_INSURANCES.map((insurance) => insuredAnswer(field, unit, insurance)),
      ])
    else if (field.name === 'branches') list.push(...branchRows(unit, language))
    else pairs.push([fieldName(field.name, language), answerText(field, answer, language, words)])
  }
  if (matrix.length > 0) matrix.unshift(['', ...FIVE_INSURANCES.map((insurance) => insuranceName(insurance, language))])
  return { title: sectionName(section, language), pairs, matrix, list }
}

function insuredAnswer(field: UnitField, unit: UnitDraft, insurance: (typeof FIVE_INSURANCES)[number]): string {
  const answers = unit[field.name] as Partial<Record<string, number | string>> | undefined
  const answer = answers?.[insurance]
  if (answer === undefined) return ''
  return field.kind === 'money' ? yuan(answer as Fen) : String(answer)
}

function branchRows(unit: UnitDraft, language: Language): string[][] {
  const parts = ['name', 'head', 'phone', 'address'] as const
  const header = parts.map((part) =>
    fieldName(`branches[0].${part}`, language).replace(/^(第1个分支机构的|Branch 1, )/, ''),
  )
  return [header, ...(unit.branches ?? []).map((branch) => parts.map((part) => branch[part] ?? ''))]
}

function answerText(field: UnitField, answer: unknown, language: Language, words: InspectionPaperWords): string {
  switch (field.kind) {
    case 'boolean':
    case 'tick':
      return answer === true ? words.yes : words.no
    case 'money':
      return yuan(answer as Fen)
    case 'enum':
    case 'injuryClass':
      return answerName(field.name, String(answer), language)
    default:
      return Array.isArray(answer) ? answer.join(language === 'zh-CN' ? '、' : ', ') : String(answer)
  }
}

/** In points, of the ten columns; together what stands between the margins. */
const widths = [31, 67, 113, 80, 82, 58, 110, 73.4, 73.4, 52]

function peopleTable(rows: InspectionPaperSource['rows'], language: Language, words: InspectionPaperWords): LongList {
  const wages = rows.map(({ draft }) => draft.wagesLastYear).filter((amount) => amount !== undefined)
  return {
    title: words.personnel.replace('{count}', String(rows.length)),
    headers: [
      words.no_,
      ...[
        'name',
        'idNumber',
        'householdType',
        'employmentForm',
        'hireDate',
        'monthsWorkedLastYear',
        'wagesLastYear',
      ].map((field) => fieldName(field, language)),
      words.monthlyAverage,
      words.insured,
    ],
    widths,
    rightFrom: 6,
    rows: rows.map(({ draft }, index) => personCells(draft, index, language)),
    total: [words.total, String(rows.length), '', '', '', '', '', yuan(sumFen(wages)), '', ''],
  }
}

function personCells(draft: PersonnelDraft, index: number, language: Language): string[] {
  return [
    String(index + 1),
    draft.name ?? '',
    draft.idNumber ?? '',
    word(householdTypeWords, draft.householdType, language),
    word(employmentFormWords, draft.employmentForm, language),
    draft.hireDate ?? '',
    String(draft.monthsWorkedLastYear ?? ''),
    draft.wagesLastYear === undefined ? '' : yuan(draft.wagesLastYear),
    monthly(draft),
    FIVE_INSURANCES.map((insurance) => (draft.participation?.[insurance] === true ? '✓' : '–')).join(' '),
  ]
}

function word<Key extends string>(
  table: Readonly<Record<Key, Words>>,
  key: Key | undefined,
  language: Language,
): string {
  if (key === undefined) return ''
  return language === 'zh-CN' ? table[key].zh : table[key].en
}

function monthly({ wagesLastYear, monthsWorkedLastYear, firstMonthWage }: PersonnelDraft): string {
  if (monthsWorkedLastYear && wagesLastYear !== undefined) {
    return yuan(averageWage({ wagesLastYear, monthsWorked: monthsWorkedLastYear }, 'FEN'))
  }
  return firstMonthWage === undefined ? '' : yuan(firstMonthWage)
}

function yuan(amount: Fen): string {
  return formatYuan(amount, { grouping: true })
}

function shanghaiTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
