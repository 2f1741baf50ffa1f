import { maskIdNumber, maskName, permitNumberOnRecord } from '@shebao/identifiers'
import type { PersonnelRow } from '@shebao/declaration-rules'
import { readPersonnelDraft } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { Vault } from '../../../platform/crypto.ts'

/** A person of a declaration with the row that names them for ever: the file's, or the next free one. */
export interface NumberedRow extends PersonnelRow {
  readonly row: number
}

/** The columns of `personnel_record` that hold what a person said. */
export interface StoredRow {
  rowNo: number
  idHash: Uint8Array | null
  idMasked: string
  nameMasked: string
  personal: Uint8Array
  content: object
}

interface PersonalPart {
  name?: string
  idNumber?: string
  mobile?: string
  /** Text that could not be read may be any of the above, so all of it is sealed. */
  raw?: NonNullable<PersonnelDraft['raw']>
  idDigitsLost?: true
}

/** The same for a travel permit as it is printed and the number that is kept for it. */
export function personIdHash(vault: Vault, idNumber: string | undefined): Uint8Array<ArrayBuffer> | null {
  const number = permitNumberOnRecord(idNumber ?? '')
  return number === '' ? null : vault.lookupHash('person-id', number)
}

export function storeRow(
  vault: Vault,
  { row, draft, idDigitsLost }: NumberedRow,
  idHash = personIdHash(vault, draft.idNumber),
): StoredRow {
  const { name, idNumber, mobile, raw, ...content } = draft
  const personal: PersonalPart = {}
  if (name !== undefined) personal.name = name
  if (idNumber !== undefined) personal.idNumber = idNumber
  if (mobile !== undefined) personal.mobile = mobile
  if (raw !== undefined) personal.raw = raw
  if (idDigitsLost === true) personal.idDigitsLost = idDigitsLost
  return {
    rowNo: row,
    idHash,
    idMasked: maskIdNumber(idNumber ?? ''),
    nameMasked: maskName(name ?? ''),
    personal: vault.seal(personal),
    content,
  }
}

export function openRow(vault: Vault, stored: Pick<StoredRow, 'rowNo' | 'personal' | 'content'>): NumberedRow {
  const { idDigitsLost, ...personal } = vault.open<PersonalPart>(stored.personal)
  const draft = readPersonnelDraft({ ...stored.content, ...personal })
  return { row: stored.rowNo, draft, ...(idDigitsLost === true ? { idDigitsLost } : {}) }
}

/** Name and number alone, for a search among sealed rows. */
export function openNames(
  vault: Vault,
  { personal }: Pick<StoredRow, 'personal'>,
): Pick<PersonalPart, 'name' | 'idNumber'> {
  return vault.open<PersonalPart>(personal)
}
