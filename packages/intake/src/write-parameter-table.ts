import { formatYuan, fen } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { formatPercent, PARAMETER_FIELDS, PARAMETER_UNITS, writeParameterFile } from '@shebao/premium'
import type { ParameterField, ParameterRow } from '@shebao/premium'
import { writeCsv, writeXlsx } from '@shebao/roster'
import type { TypedWords } from '@shebao/roster'
import type { Column } from './column.ts'
import { everyWord, parameterColumns, sampleDocument, valueWords } from './parameter-columns.ts'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Parameters as a table that `readParameterTable` reads back as they were. */
export function writeParameterTable(
  rows: readonly ParameterRow[],
  language: Language,
  format: TableFormat,
): Uint8Array {
  const sorted = writeParameterFile(rows).rows
  return written(
    sorted.map((row) => PARAMETER_FIELDS.map((field) => cellOf(row, field, language))),
    language,
    format,
  )
}

/** The heads with an example of each kind of value below them; `*` marks what must be filled in. */
export function writeParameterTemplate(language: Language, format: TableFormat): Uint8Array {
  const samples = [
    {},
    { name: 'BASE_FLOOR', side: 'ALL', value: '7162.00' },
    { name: 'RATE_PPM', insurance: 'WORK_INJURY', category: 'INJURY_CLASS_1', value: '0.2%' },
    { name: 'PAYMENT_DUE_DAY', insurance: 'ALL', side: 'ALL', value: '25' },
  ]
  const first = {
    ...samples[0],
    insurance: 'PENSION',
    side: 'EMPLOYER',
    name: 'RATE_PPM',
    category: 'ALL',
    value: '16%',
  }
  const rows = samples.map((sample) =>
    PARAMETER_FIELDS.map((field) => {
      const given: Readonly<Partial<Record<ParameterField, string>>> = { ...first, ...sample }
      if (field === 'docNo') return sampleDocument
      if (field === 'verified') return language === 'en' ? 'No' : '否'
      const text = given[field] ?? parameterColumns[field].sample
      return field === 'category' ? categoryText(text, language) : (wordIn(wordsOf(field)?.[text], language) ?? text)
    }),
  )
  return written(rows, language, format)
}

function written(rows: readonly (readonly string[])[], language: Language, format: TableFormat): Uint8Array {
  const head = PARAMETER_FIELDS.map((field) => {
    const { zh, en, required }: Column = parameterColumns[field]
    return `${language === 'en' ? en : zh}${required ? '*' : ''}`
  })
  const lines = [head, ...rows]
  // Amounts and days are figures of the spreadsheet; a rate keeps its sign, and everything else is text.
  const figures = PARAMETER_FIELDS.map((field) => field === 'value')
  if (format === 'csv') return writeCsv(lines, figures)
  return writeXlsx({ name: language === 'en' ? 'Parameters' : '政策参数', rows: lines, headRow: 0, figures })
}

function cellOf(row: ParameterRow, field: ParameterField, language: Language): string {
  switch (field) {
    case 'value':
      return valueOf(row, language)
    case 'verified':
      return row.verified ? (language === 'en' ? 'Yes' : '是') : language === 'en' ? 'No' : '否'
    case 'category':
      return categoryText(row.category, language)
    case 'name':
    case 'insurance':
    case 'side':
      return wordIn(wordsOf(field)?.[row[field]], language) ?? row[field]
    case 'region':
    case 'validFrom':
    case 'validTo':
    case 'docNo':
    case 'publishedOn':
    case 'source':
      return row[field] ?? ''
  }
}

function valueOf({ name, value }: ParameterRow, language: Language): string {
  if (typeof value === 'string') return wordIn(valueWords[value], language) ?? value
  const unit = PARAMETER_UNITS[name]
  if (unit === 'FEN') return formatYuan(fen(value))
  return unit === 'PPM' ? formatPercent(value) : String(value)
}

function wordsOf(field: ParameterField): Readonly<Record<string, TypedWords>> | undefined {
  const { words }: Column = parameterColumns[field]
  return words
}

const wordIn = (words: TypedWords | undefined, language: Language) => words && (language === 'en' ? words.en : words.zh)

function categoryText(category: string, language: Language): string {
  if (category === 'ALL') return wordIn(everyWord, language) ?? category
  const place = /^INJURY_CLASS_([1-8])$/.exec(category)?.[1]
  if (place === undefined) return category
  return language === 'en' ? `Industry class ${place}` : `第${place}类行业`
}
