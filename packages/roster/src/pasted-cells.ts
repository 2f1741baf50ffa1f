import Papa from 'papaparse'

/**
 * Cells as spreadsheet programs put them on the clipboard: a line a row, tabs between; a cell with a tab or a line break of its own
 * stands in quotes. A lone quote at the front of a cell opens nothing: then the text is taken as it stands.
 */
export function readPastedCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  if (lines === '') return []
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: '\t', newline: '\n', quoteChar: '"' })
  if (errors.every(({ type }) => type !== 'Quotes')) return data
  return lines.split('\n').map((line) => line.split('\t'))
}

/** The same the other way round, for copying. */
export function writePastedCells(cells: readonly (readonly string[])[]): string {
  return Papa.unparse(cells as string[][], { delimiter: '\t', newline: '\r\n' })
}
