export const fileProblemCodes = [
  'EMPTY',
  'NOT_A_SPREADSHEET',
  'UNSUPPORTED_FORMAT',
  'LEGACY_XLS',
  'ENCRYPTED',
  'CORRUPT',
  'CELL_TOO_LONG',
  'TOO_MUCH_CONTENT',
  'TOO_LARGE',
  'ZIP_BOMB',
  'TOO_MANY_ROWS',
  'NO_TABLE',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

/** Why a file cannot be read: a code and parameters, worded by `wordFileProblem`. */
export interface FileProblem {
  code: FileProblemCode
  params: Record<string, string | number>
}

export class FileProblemError extends Error {
  readonly problem: FileProblem

  constructor(code: FileProblemCode, params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'FileProblemError'
    this.problem = { code, params }
  }
}

/** What a file may at most be. Measured: 10,000 people are 1 MB packed and 10 MB of XML. */
export interface FileLimits {
  maxFileBytes: number
  maxInflatedBytes: number
  /** Packed to unpacked; DEFLATE itself cannot pass 1032, a dense sheet stays below 40. */
  maxInflationRatio: number
  maxRows: number
  /** Cells up to the last filled one of each row, over all sheets. The most people a declaration holds, 50,000, have 1.2 million with all our columns. */
  maxCells: number
  /** Characters of all cells, a text that many cells share counted for each of them. */
  maxCharacters: number
}

export const defaultLimits: FileLimits = {
  maxFileBytes: 50 * 1024 * 1024,
  maxInflatedBytes: 400 * 1024 * 1024,
  maxInflationRatio: 200,
  maxRows: 100_000,
  maxCells: 2_000_000,
  maxCharacters: 64_000_000,
}

/** What a cell can hold (Excel, LibreOffice and WPS alike); longer is no work of a clerk's. */
export const MAX_CELL_CHARACTERS = 32_767
export const MAX_COLUMNS = 16_384
