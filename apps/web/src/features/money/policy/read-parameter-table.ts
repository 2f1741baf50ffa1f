import { readParameterFile } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import type { Refusal } from './import-refusal.tsx'

/**
 * The text of a parameter file, whatever kind of file was chosen; a table is read here, row by row, before anything is sent. What these
 * regions have published is looked up, so that a table which was downloaded and added to is judged by what is new in it.
 */
export async function readParameterSource(
  file: File,
  regions: readonly string[],
): Promise<{ text: string } | { refusal: Refusal }> {
  if (/\.(?:ya?ml|json)$/i.test(file.name)) return { text: await file.text() }
  // The reader of spreadsheets comes with the first of them.
  const { readParameterTable, tableProblemText } = await import('@shebao/intake')
  const published = (await Promise.all(regions.map(fetchPublished))).flat()
  const table = readParameterTable(new Uint8Array(await file.arrayBuffer()), file.name, published)
  if (table.ok && table.rows.length === 0)
    return { refusal: { reason: 'NO_CHANGE', detail: String(table.unchanged), problemCount: 0, problems: [] } }
  if (table.ok) return { text: JSON.stringify({ format: 'shebao-parameters/1', rows: table.rows }) }
  const problems = table.problems.slice(0, mostTold).map((problem) => ({
    __typename: 'ParameterFileProblem' as const,
    row: problem.row,
    field: problem.field,
    code: problem.code,
    textZh: tableProblemText(problem, 'zh-CN'),
    textEn: tableProblemText(problem, 'en'),
  }))
  return { refusal: { reason: 'PROBLEMS', detail: '', problemCount: table.problems.length, problems } }
}

async function fetchPublished(region: string): Promise<readonly ParameterRow[]> {
  const answer = await fetch(`/policy/parameters.json?region=${region}`)
  if (!answer.ok) throw new Error('no answer')
  const reading = readParameterFile(await answer.json())
  return reading.ok ? reading.rows : []
}

/** As many as the office tells of a file. */
const mostTold = 200
