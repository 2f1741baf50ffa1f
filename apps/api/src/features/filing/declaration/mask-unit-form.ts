import type { UnitDraft } from '@shebao/declaration-rules'
import { maskBankAccount, maskIdNumber, maskMobile } from '@shebao/identifiers'

/** The unit form as staff see it (domain 9): who needs a number in full asks for it with a reason. */
export function maskUnitForm({ raw: _raw, ...form }: UnitDraft): UnitDraft {
  const { legalRepresentativeIdNumber, legalRepresentativePhone, handlerPhone, bankAccountNumber, branches, ...open } =
    form
  return {
    ...open,
    ...(legalRepresentativeIdNumber === undefined
      ? {}
      : { legalRepresentativeIdNumber: maskIdNumber(legalRepresentativeIdNumber) }),
    ...(legalRepresentativePhone === undefined
      ? {}
      : { legalRepresentativePhone: maskMobile(legalRepresentativePhone) }),
    ...(handlerPhone === undefined ? {} : { handlerPhone: maskMobile(handlerPhone) }),
    ...(bankAccountNumber === undefined ? {} : { bankAccountNumber: maskBankAccount(bankAccountNumber) }),
    ...(branches === undefined
      ? {}
      : {
          branches: branches.map((branch) => (branch.phone ? { ...branch, phone: maskMobile(branch.phone) } : branch)),
        }),
  }
}
