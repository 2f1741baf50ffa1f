import { readStoredChange } from '@shebao/declaration-rules'
import type { NumberedChange } from '@shebao/declaration-rules'
import { maskIdNumber, maskName } from '@shebao/identifiers'
import type { Vault } from '../../../platform/crypto.ts'
import { personIdHash } from '../personnel/index.ts'

/** The columns of `monthly_change` that hold what was said. */
export interface StoredChange {
  rowNo: number
  idHash: Uint8Array | null
  idMasked: string
  nameMasked: string
  personal: Uint8Array
  content: object
  changeType: string | null
  effectivePeriod: string | null
  insurances: readonly string[]
}

/** What is about a person is sealed; text that nobody could read may be anything, so all of it is. */
export function storeChange(vault: Vault, { row, draft }: NumberedChange): StoredChange {
  const { name, idNumber, mobile, birthDate, infoValue, raw, ...content } = draft
  return {
    rowNo: row,
    idHash: personIdHash(vault, idNumber),
    idMasked: maskIdNumber(idNumber ?? ''),
    nameMasked: maskName(name ?? ''),
    personal: vault.seal({ name, idNumber, mobile, birthDate, infoValue, raw }),
    content,
    changeType: draft.changeType ?? null,
    effectivePeriod: draft.effectivePeriod ?? null,
    insurances: draft.insurances ?? [],
  }
}

export function openChange(
  vault: Vault,
  { rowNo, personal, content }: Pick<StoredChange, 'rowNo' | 'personal' | 'content'>,
): NumberedChange {
  return { row: rowNo, draft: readStoredChange({ ...content, ...vault.open<object>(personal) }) }
}
