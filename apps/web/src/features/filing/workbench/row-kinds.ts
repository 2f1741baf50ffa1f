import { compareRosters, differenceKinds } from '@shebao/roster'
import type { DifferenceKind, PersonnelDraft } from '@shebao/roster'

/** Kinds of differences of one person as bits, so that 50,000 fit in one array. */
export type KindBits = number

export const bitOfKind = (kind: DifferenceKind): KindBits => 1 << differenceKinds.indexOf(kind)

export const kindsOfBits = (bits: KindBits): DifferenceKind[] =>
  differenceKinds.filter((kind) => bits & bitOfKind(kind))

/** How one person of the own list differs from the register, with the monthly average derived; `sharing` others bear the same number. */
export function kindsOfPerson(
  own: PersonnelDraft,
  register: PersonnelDraft | undefined,
  sharing: number,
  today: string,
): KindBits {
  const bureau = register === undefined ? [] : [{ ref: 'r', draft: register }]
  const found = compareRosters(bureau, [{ ref: 'o', draft: own }], today)
  const bits = found.reduce((sum, { kind }) => (kind === 'MISSING_IN_UNIT' ? sum : sum | bitOfKind(kind)), 0)
  return sharing > 0 ? bits | bitOfKind('DUPLICATE') : bits
}
