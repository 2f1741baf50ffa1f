import { parseCivilDate, parseYuan, subtractFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { StatementProblem } from './read-statement.types.ts'

const longestShown = 60

/** Values of a file, each refusal remembered with its line and field. */
export interface ValueReader {
  readonly problems: StatementProblem[]
  amount(text: string | undefined, field: string, line?: number): Fen
  date(text: string | undefined, field: string, line?: number): string
  /** At most `longest` characters, and not blank. */
  text(text: string | undefined, field: string, line?: number, longest?: number): string
  wrong(problem: StatementProblem): void
}

/** Padded with zeros and signed is what old systems write. */
const machineAmount = /^[+-]?\d{1,13}(\.\d{1,5})?$|^[+-]?\d{1,3}(,\d{3}){1,4}(\.\d{1,2})?$/
const padding = /^([+-]?)0+(?=\d)/
const civilDay = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})/
/** A day of the calendar with the zone it is told in (xs:date): it stays the day that it is. */
const zonedDay = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/
const withZone = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/
const shanghaiOffsetMs = 8 * 60 * 60 * 1000

export function createValueReader(): ValueReader {
  const problems: StatementProblem[] = []
  const wrong = (problem: StatementProblem) => void problems.push(problem)
  const at = (line: number | undefined) => (line === undefined ? {} : { line })
  const bad = (text: string | undefined, field: string, line: number | undefined, expected: string) =>
    wrong({ code: 'BAD_VALUE', ...at(line), field, stated: (text ?? '').slice(0, longestShown), expected })
  return {
    problems,
    wrong,
    amount(text, field, line) {
      const plain = (text ?? '').trim().slice(0, 80).replace(padding, '$1').replace(/^\+/, '')
      const parsed = machineAmount.test(plain) ? parseYuan(plain) : undefined
      if (parsed?.ok) return parsed.fen
      bad(text, field, line, '1234.56')
      return ZERO_FEN
    },
    date(text, field, line) {
      const date = parseDate((text ?? '').trim())
      if (date === undefined) bad(text, field, line, '2026-11-25')
      return date ?? ''
    },
    text(text, field, line, longest = 140) {
      const plain = (text ?? '').trim()
      if (plain === '') wrong({ code: 'MISSING', ...at(line), field })
      else if ([...plain].length > longest) bad(plain, field, line, `≤ ${longest}`)
      return plain
    },
  }
}

/** A civil date in Shanghai; an instant with a zone is moved there first. */
function parseDate(text: string): string | undefined {
  const zoned = zonedDay.exec(text)
  if (zoned?.[1] !== undefined) return parseCivilDate(zoned[1])
  const local = withZone.test(text) ? new Date(Date.parse(text) + shanghaiOffsetMs) : undefined
  if (local && Number.isNaN(local.getTime())) return undefined
  const match = civilDay.exec(local?.toISOString() ?? text)
  if (!match || !(local || /^\d{4}(-\d{2}-\d{2}|\/\d{2}\/\d{2}|\d{4})(T[\d:.]+)?$/.test(text))) return undefined
  return parseCivilDate(`${match[1]}-${match[2]}-${match[3]}`)
}

export function optionalText(text: string | undefined, longest = 500): string | null {
  const plain = (text ?? '').trim()
  return plain === '' ? null : [...plain].slice(0, longest).join('')
}

/** What went out. */
export const outgoing = (amount: Fen): Fen => subtractFen(ZERO_FEN, amount)
