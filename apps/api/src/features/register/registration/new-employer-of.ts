import { districtOfCreditCode } from '@shebao/identifiers/districts'
import { inferIdType, maskBankAccount, maskIdNumber, maskName } from '@shebao/identifiers'
import type { RegistrationValues } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { findOfficeFor } from '../employer/index.ts'
import type { NewEmployer } from '../employer/index.ts'

/**
 * The unit as the register takes it, from today. Units registered since the five-in-one licence reform of 2016 have no number besides
 * their credit code (domain 1.4).
 */
export async function newEmployerOf(
  platform: Platform,
  values: RegistrationValues,
  injuryClass: number,
): Promise<NewEmployer> {
  const { vault, clock } = platform
  const office = await findOfficeFor(platform, undefined)
  if (!office) throw new Error('No office has been set up.')
  const of = (field: keyof RegistrationValues) => values[field] ?? ''
  const idNumber = of('legalRepIdNumber')
  return {
    id: crypto.randomUUID(),
    registrationNo: of('creditCode'),
    creditCode: of('creditCode'),
    name: of('name'),
    region: office.region,
    registeredOn: clock.today(),
    particulars: {
      district: values.district ?? districtOfCreditCode(office.region, of('creditCode')) ?? null,
      unitType: of('unitType'),
      industry: of('industry'),
      injuryClass,
      injuryRatePpm: null,
      registeredAddress: of('registeredAddress'),
      actualAddress: values.actualAddress ?? null,
      legalRepName: of('legalRepName'),
      legalRepIdType: inferIdType(idNumber) ?? 'RESIDENT_ID',
      legalRepPersonal: vault.seal({ idNumber, phone: of('legalRepPhone') }),
      legalRepIdMasked: maskIdNumber(idNumber),
      bankName: of('bankName'),
      bankAccountName: of('bankAccountName'),
      bankAccountCipher: vault.seal(of('bankAccountNumber')),
      bankAccountMasked: maskBankAccount(of('bankAccountNumber')),
      contactPersonal: vault.seal({ name: of('contactName'), phone: of('contactMobile') }),
      contactMasked: maskName(of('contactName')),
    },
  }
}
