import { columnsOfBytes } from './sealed-columns.ts'

/** How sealed values stand in a column: one, several, or as text under a name somewhere within JSON. */
export type SealedForm = 'VALUE' | 'LIST' | 'WITHIN_JSON'

export interface SealedTable {
  readonly table: string
  readonly columns: Readonly<Record<string, SealedForm>>
}

/** The name under which JSON holds a sealed value, in base64. */
export const sealedWithinJson = 'accountSealed'

const lists: ReadonlySet<string> = new Set(['personnel_upload_part.personals'])
/** A test looks through the columns of a demo office for others. */
const withinJson = ['enforcement_case.standing', 'enforcement_paper.content', 'enforcement_standing.standing']

/** Every column that holds sealed values, by table. What is missing here would keep a retired key in use for ever, unseen. */
export const sealedTables: readonly SealedTable[] = byTable([
  ...Object.entries(columnsOfBytes).flatMap(([place, holds]): [string, SealedForm][] =>
    holds === 'HASH' || holds === 'KEY' ? [] : [[place, lists.has(place) ? 'LIST' : 'VALUE']],
  ),
  ...withinJson.map((place): [string, SealedForm] => [place, 'WITHIN_JSON']),
])

function byTable(places: readonly [string, SealedForm][]): SealedTable[] {
  const tables = new Map<string, Record<string, SealedForm>>()
  for (const [place, form] of places) {
    const [table = '', column = ''] = place.split('.')
    tables.set(table, { ...tables.get(table), [column]: form })
  }
  return [...tables].map(([table, columns]) => ({ table, columns }))
}
