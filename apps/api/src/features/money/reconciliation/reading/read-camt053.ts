import { checkTotals } from './check-totals.ts'
import { finishCamtStatement } from './camt-statement.ts'
import type { CamtParts } from './camt-statement.ts'
import { readCamtEntry } from './camt-entry.ts'
import { isoMessageName } from './file-kind.ts'
import { StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits, ReadPage, ReadStatement, StatementProblem } from './read-statement.types.ts'
import { createValueReader } from './read-value.ts'
import { readXmlElements } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

export interface CamtFile {
  statements: ReadStatement[]
  pages: ReadPage[]
  problems: StatementProblem[]
}

const message = 'BkToCstmrStmt'

/**
 * ISO 20022 camt.053 of any version (.001.02 to .001.13), in whatever envelope, one statement or several. Throws
 * `StatementRefused`, or gives what else is wrong with it.
 */
export function readCamt053(text: string, limits: ReadingLimits): CamtFile {
  const values = createValueReader()
  const { found, header } = readParts(text, limits, (parts, element) => {
    // Entries are numbered through the file, so that a line names one place in it.
    parts.entries.push(readCamtEntry(element, parts.before + parts.entries.length + 1, values))
  })
  const read = found.map((parts) => finishCamtStatement(parts, header, values))
  const statements = read.flatMap((one) => (one.kind === 'WHOLE' ? [one.statement] : []))
  const pages = read.flatMap((one) => (one.kind === 'PAGE' ? [one.page] : []))
  const sums = read.flatMap((one) =>
    one.kind === 'WHOLE' ? checkTotals(one.totals, one.counted, one.statement.entries) : [],
  )
  // Figures that could not be read would only make wrong sums of them.
  return { statements, pages, problems: [...values.problems, ...(values.problems.length === 0 ? sums : [])] }
}

function readParts(
  text: string,
  limits: ReadingLimits,
  onEntry: (parts: CamtParts, element: XmlElement) => void,
): { found: CamtParts[]; header: XmlElement | undefined } {
  const found: CamtParts[] = []
  let header: XmlElement | undefined
  let lines = 0
  let booked = 0
  const seen = new Set<string>()
  const isStatement = (path: readonly string[]) => path.at(-1) === 'Stmt' && path.at(-2) === message
  readXmlElements(
    text,
    (path) => isStatement(path.slice(0, -1)) || (path.at(-1) === 'GrpHdr' && path.at(-2) === message),
    (element) => {
      if (element.name === 'GrpHdr') return void (header = element)
      const parts = found.at(-1)
      if (!parts) return
      if (element.name !== 'Ntry') return void parts.head.push(element)
      onEntry(parts, element)
      lines += 1
      booked += Math.max(1, parts.entries.at(-1)?.parts.length ?? 0)
      if (booked > limits.maxEntries)
        throw new StatementRefused({ code: 'TOO_MANY_ENTRIES', expected: `≤ ${limits.maxEntries}` })
    },
    (path) => {
      if (path.length <= 4) seen.add(path.at(-1) ?? '')
      if (isStatement(path)) found.push({ head: [], entries: [], before: lines })
    },
  )
  if (found.length === 0) throw new StatementRefused({ code: 'WRONG_KIND', stated: isoMessageName([...seen]) })
  return { found, header }
}
