import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadPersonnelContext, personIdHash } from '../personnel/index.ts'
import type { NumberedRow } from '../personnel/index.ts'
import { askedListOf } from './asked-list.ts'
import type { ListedPerson } from './asked-list.ts'
import { findChecked, listAsked, listConfirmed, writeStale } from './confirmation.repository.ts'
import type { AskedPerson } from './confirmation.repository.ts'
import { hexOf, limitsText, markOf, sameBytes } from './confirmed-content.ts'

/**
 * Marks the askings whose row says something else by now. The list is opened only when it, or the limits of the bases, changed since
 * this was last looked at, and the marks are written together.
 */
export async function refreshConfirmations(platform: Platform, declaration: DeclarationRow): Promise<void> {
  const list = askedListOf(declaration)
  const checked = await list.stateOf(platform, declaration)
  if ((await findChecked(platform, declaration.id)) === checked) return
  const asked = await listAsked(platform, declaration.id)
  const people = asked.length === 0 ? [] : await list.people(platform, declaration)
  await writeStale(platform, declaration.id, checked, staleAmong(asked, people))
}

function staleAmong(asked: readonly AskedPerson[], people: readonly ListedPerson[]) {
  const known = new Map(asked.map((one) => [hexOf(one.idHash), one]))
  const same = new Set<string>()
  for (const { idHash, mark } of people) {
    const person = idHash && known.get(hexOf(idHash))
    if (person && sameBytes(person.contentMark, mark())) same.add(person.id)
  }
  const changed = asked.filter(({ id, stale }) => stale === same.has(id))
  return {
    stale: changed.filter(({ id }) => !same.has(id)).map(({ id }) => id),
    fresh: changed.filter(({ id }) => same.has(id)).map(({ id }) => id),
  }
}

/**
 * The rows with the signature of everybody who confirmed exactly what their row says now (domain specification, section 4.3; M20 art. 5).
 * A row that was changed since is unsigned again, whatever was looked at before.
 */
export async function withConfirmedSignatures(
  platform: Platform,
  declaration: DeclarationRow,
  rows: readonly NumberedRow[],
): Promise<readonly NumberedRow[]> {
  if (declaration.signedList) return rows
  const confirmed = await listConfirmed(platform, declaration.id)
  if (confirmed.length === 0) return rows
  const limits = limitsText(await loadPersonnelContext(platform, declaration))
  const marks = new Map(confirmed.map(({ idHash, contentMark }) => [hexOf(idHash), contentMark]))
  return rows.map((row) => {
    const idHash = personIdHash(platform.vault, row.draft.idNumber)
    const mark = idHash && marks.get(hexOf(idHash))
    if (!mark || !sameBytes(mark, markOf(platform.vault, row.draft, limits))) return row
    return { ...row, draft: { ...row.draft, signed: true } }
  })
}
