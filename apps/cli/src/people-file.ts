import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { defaultLimits, findTables, openWorkbook, readWorkbook, wordFileProblem } from '@shebao/roster'
import type { FileProblem, RosterFile, RosterResult, Workbook } from '@shebao/roster'
import { wordProblem } from './commands/check-words.ts'
import type { AccessProblemCode, CheckProblemCode } from './commands/check-words.ts'
import type { Language } from './language.ts'
import { nativeUnpacking } from './native-unpacking.ts'

export interface PeopleFile {
  readonly path: string
  readonly language: Language
  /** The sheet whose list is meant, where several have one. */
  readonly sheet: string | undefined
}

export interface PeopleRefusal {
  readonly code: CheckProblemCode
  readonly message: string
}

export type People =
  | { readonly ok: true; readonly file: RosterFile }
  | { readonly ok: false; readonly refusal: PeopleRefusal }

/** The people of a list, on the sheet that was asked for. */
export async function readPeople({ path, language, sheet }: PeopleFile): Promise<People> {
  const noAccess = (code: AccessProblemCode, what = path): People => ({
    ok: false,
    refusal: { code, message: wordProblem(code, what, language) },
  })
  const unread = (problem: FileProblem): People => ({
    ok: false,
    refusal: { code: problem.code, message: wordFileProblem(problem, basename(path), language) },
  })
  try {
    const { size } = await stat(path)
    // A file nobody would accept is not even read into memory.
    const { maxFileBytes: maxBytes } = defaultLimits
    if (size > maxBytes) return unread({ code: 'TOO_LARGE', params: { bytes: size, maxBytes } })
    const opened = openWorkbook(await readFile(path), basename(path), { unpacking: nativeUnpacking })
    if (!opened.ok) return unread(opened.problem)
    const result = readSheet(opened.workbook, sheet)
    if (Array.isArray(result)) return noAccess('NO_SUCH_SHEET', result.join(', '))
    return result.ok ? result : unread(result.problem)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return noAccess(missing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE')
  }
}

/** The list on the sheet that was asked for, else the best; the names to choose from when there is none on it. */
function readSheet(workbook: Workbook, wanted: string | undefined): RosterResult | string[] {
  if (wanted === undefined) return readWorkbook(workbook)
  const tables = findTables(workbook)
  const tableIndex = tables.findIndex(({ sheetName }) => sheetName === wanted)
  return tableIndex === -1
    ? [...new Set(tables.map(({ sheetName }) => sheetName))]
    : readWorkbook(workbook, { tableIndex })
}
