import { badInput } from './refusal.ts'
import { isStorable } from './storable-text.ts'

/** Where a page ended: the sort key of its last row, opaque to clients. */
export type KeysetValue = string | number | null

export interface KeysetArgs {
  first?: number | null | undefined
  after?: string | null | undefined
}

const defaultSize = 50
const maxSize = 100

export function pageSize({ first }: KeysetArgs): number {
  const size = first ?? defaultSize
  if (size < 1 || size > maxSize) throw badInput('first', `A page has 1 to ${maxSize} rows.`)
  return size
}

export function encodeCursor(values: readonly KeysetValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The sort key in a cursor of ours with `length` values, or undefined without a cursor. */
export function decodeCursor({ after }: KeysetArgs, length: number): KeysetValue[] | undefined {
  if (after === null || after === undefined) return undefined
  const values = parse(after)
  if (!Array.isArray(values) || values.length !== length || !values.every(isKeysetValue)) {
    throw badInput('after', 'This is no cursor of this list.')
  }
  return values
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function isKeysetValue(value: unknown): value is KeysetValue {
  // A number of JSON such as 1e400 is none of the database's.
  return value === null || (typeof value === 'string' && isStorable(value)) || Number.isFinite(value)
}

/** A relay connection from rows read with a limit of one more than the page holds: the extra row says that more follow. */
export function keysetPage<Row>(rows: readonly Row[], args: KeysetArgs, keyOf: (row: Row) => readonly KeysetValue[]) {
  const size = pageSize(args)
  const edges = rows.slice(0, size).map((node) => new Edge(node, keyOf))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: args.after !== null && args.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** Its cursor is made when someone asks for it: most clients only ever use the last one. */
class Edge<Row> {
  readonly node: Row
  readonly #keyOf: (row: Row) => readonly KeysetValue[]
  constructor(node: Row, keyOf: (row: Row) => readonly KeysetValue[]) {
    this.node = node
    this.#keyOf = keyOf
  }
  get cursor(): string {
    return encodeCursor(this.#keyOf(this.node))
  }
}

/** The builder counts ten rows for every list, so `edges`, a page's only list, needs the rest of its size. */
const rowsCountedPerList = 10

/** What a page costs against the limit: as many rows as it may hold. */
export function pageComplexity({ first }: KeysetArgs): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.ceil((first ?? defaultSize) / rowsCountedPerList) }
}
