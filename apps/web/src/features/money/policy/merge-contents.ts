import type { ParameterDraft } from '@shebao/premium'

/** What is edited together and saved as a whole. */
export interface ProposalContent {
  title: string
  /** In fen; the text itself while it is no amount, null when empty. */
  publishedAverage: number | string | null
  rows: readonly ParameterDraft[]
}

type Field = keyof ParameterDraft | 'title' | 'publishedAverage'

/** Two people gave the same place different values. */
export interface ContentConflict {
  /** The row's id; null for the proposal's own fields. */
  rowId: string | null
  field: Field
  mine: string | number | boolean | null
  theirs: string | number | boolean | null
}

/**
 * Brings what was typed here together with what somebody else saved meanwhile. Each field that only one of the two touched
 * is theirs who touched it; where both did, it stands as typed here and is told. A row that one removed and the other
 * changed stays: nothing typed is lost.
 */
export function mergeContents(base: ProposalContent, mine: ProposalContent, theirs: ProposalContent) {
  const conflicts: ContentConflict[] = []
  const pick = <Value extends string | number | boolean | null>(
    place: Pick<ContentConflict, 'rowId' | 'field'>,
    [old, own, other]: readonly [Value | undefined, Value, Value],
  ): Value => {
    if (own === old || own === other) return other
    if (other !== old) conflicts.push({ ...place, mine: own, theirs: other })
    return own
  }
  const byId = (rows: readonly ParameterDraft[]) => new Map(rows.map((row) => [row.id, row]))
  const [before, own, other] = [byId(base.rows), byId(mine.rows), byId(theirs.rows)]
  const rows = [...theirs.rows, ...mine.rows.filter(({ id }) => !other.has(id))].flatMap((row): ParameterDraft[] => {
    const [old, here, there] = [before.get(row.id), own.get(row.id), other.get(row.id)]
    if (here && there) return [mergeRow(old, here, there, pick)]
    const left = here ?? there
    // One of the two removed it, unless the other is the first to have it.
    return left && (!old || !sameRow(old, left)) ? [left] : []
  })
  const merged: ProposalContent = {
    title: pick({ rowId: null, field: 'title' }, [base.title, mine.title, theirs.title]),
    publishedAverage: pick({ rowId: null, field: 'publishedAverage' }, [
      base.publishedAverage,
      mine.publishedAverage,
      theirs.publishedAverage,
    ]),
    rows,
  }
  return { merged, conflicts }
}

type Pick3 = <Value extends string | number | boolean | null>(
  place: { rowId: string | null; field: Field },
  values: readonly [Value | undefined, Value, Value],
) => Value

function mergeRow(
  old: ParameterDraft | undefined,
  here: ParameterDraft,
  there: ParameterDraft,
  pick: Pick3,
): ParameterDraft {
  const text = (field: Exclude<keyof ParameterDraft, 'verified'>) =>
    pick({ rowId: here.id, field }, [old?.[field], here[field], there[field]])
  return {
    id: here.id,
    name: text('name'),
    insurance: text('insurance'),
    side: text('side'),
    category: text('category'),
    value: text('value'),
    validFrom: text('validFrom'),
    validTo: text('validTo'),
    docNo: text('docNo'),
    publishedOn: text('publishedOn'),
    source: text('source'),
    verified: pick({ rowId: here.id, field: 'verified' }, [old?.verified, here.verified, there.verified]),
  }
}

/** The content with the other person's answer where it was chosen. */
export function takeTheirs(content: ProposalContent, conflicts: readonly ContentConflict[]): ProposalContent {
  return conflicts.reduce((result: ProposalContent, { rowId, field, theirs }) => {
    if (rowId === null) return { ...result, [field]: theirs }
    return { ...result, rows: result.rows.map((row) => (row.id === rowId ? { ...row, [field]: theirs } : row)) }
  }, content)
}

function sameRow(a: ParameterDraft, b: ParameterDraft): boolean {
  return (Object.keys(a) as (keyof ParameterDraft)[]).every((field) => a[field] === b[field])
}

export function sameContent(a: ProposalContent, b: ProposalContent): boolean {
  if (a.title !== b.title || a.publishedAverage !== b.publishedAverage || a.rows.length !== b.rows.length) return false
  return a.rows.every((row, index) => {
    const other = b.rows[index]
    return other !== undefined && sameRow(row, other)
  })
}
