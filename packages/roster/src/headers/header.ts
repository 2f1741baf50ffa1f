/** How employers' own files head a column, besides the official words (`official-headers.ts`). */
export type TypedHeaders = Readonly<Record<string, readonly string[]>>
