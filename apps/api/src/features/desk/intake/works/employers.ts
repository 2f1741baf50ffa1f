import {
  inferIdType,
  maskBankAccount,
  maskIdNumber,
  normaliseIdentifier,
  printedPermitNumber,
} from '@shebao/identifiers'
import { districtOfCreditCode, isDistrictOf } from '@shebao/identifiers/districts'
import { checkEmployer, employerColumns, rowError } from '@shebao/intake'
import type { EmployerValues } from '@shebao/intake'
import type { Vault } from '../../../../platform/crypto.ts'
import { registerEmployers, removeEmployers } from '../../../register/employer/index.ts'
import type { NewEmployer } from '../../../register/employer/index.ts'
import { ProblemsByRow } from '../import-work.ts'
import type { ImportWork } from '../import-work.ts'
import { findEmployersByNumber } from '../register-lookup.repository.ts'
import { standingOnEmployers } from '../standing.repository.ts'

/** Units come into the register with what holds of them since they were registered. */
export const employersWork: ImportWork<typeof employerColumns> = {
  columns: employerColumns,

  async examine(platform, office, rows) {
    const problems = new ProblemsByRow()
    const numbers = rows.flatMap(({ values }) => [values.registrationNo ?? [], values.creditCode ?? []].flat())
    const known = await findEmployersByNumber(platform, numbers)
    const taken = new Map(known.flatMap((one) => [[one.registrationNo, one] as const, [one.creditCode, one] as const]))
    const firstRow = new Map<string, number>()
    for (const { row, values, problems: own } of rows) {
      problems.add(row, ...own, ...checkEmployer(values, office))
      const { district } = values
      if (district !== undefined && !isDistrictOf(office.region, district))
        problems.add(row, rowError('district', 'OTHER_REGION', district))
      for (const key of ['registrationNo', 'creditCode'] as const) {
        const number = values[key]
        if (number === undefined) continue
        const earlier = firstRow.get(number)
        if (earlier !== undefined && earlier !== row) problems.add(row, rowError(key, 'TWICE_IN_FILE', String(earlier)))
        firstRow.set(number, earlier ?? row)
        if (taken.has(number)) problems.add(row, rowError(key, 'ALREADY_THERE', number))
      }
    }
    return {
      problems: problems.all,
      async apply(source) {
        const made = rows.map(({ row, values }) => ({
          rowNo: row,
          employer: newEmployer(platform.vault, office.region, values),
        }))
        await registerEmployers(
          platform,
          source,
          made.map(({ employer }) => employer),
        )
        return made.map(({ rowNo, employer }) => ({ rowNo, subjectId: employer.id }))
      },
    }
  },

  standing: (platform, { importId, subjects }) => standingOnEmployers(platform, importId, subjects),
  takeBack: (platform, { subjects }) => removeEmployers(platform, subjects),
}

function newEmployer(vault: Vault, region: string, values: EmployerValues): NewEmployer {
  const name = values.name ?? ''
  const { legalRepIdType: idType, legalRepIdNumber: typed = '', bankAccount: account = '' } = values
  const idNumber = printedPermitNumber(idType, typed) ?? normaliseIdentifier(typed)
  return {
    id: crypto.randomUUID(),
    registrationNo: values.registrationNo ?? '',
    creditCode: values.creditCode ?? '',
    name,
    region,
    registeredOn: values.registeredOn ?? '',
    particulars: {
      district: values.district ?? districtOfCreditCode(region, values.creditCode ?? '') ?? null,
      unitType: values.unitType ?? 'OTHER',
      industry: values.industry ?? '',
      injuryClass: values.injuryClass ?? 1,
      injuryRatePpm: values.injuryRate ?? null,
      registeredAddress: values.registeredAddress ?? '',
      actualAddress: null,
      legalRepName: values.legalRepName ?? '',
      legalRepIdType: idType ?? inferIdType(idNumber) ?? 'RESIDENT_ID',
      legalRepPersonal: vault.seal({ idNumber, phone: values.legalRepPhone ?? '' }),
      legalRepIdMasked: maskIdNumber(idNumber),
      bankName: values.bankName ?? '',
      bankAccountName: values.bankAccountName ?? name,
      bankAccountCipher: vault.seal(account),
      bankAccountMasked: maskBankAccount(account),
      contactPersonal: null,
      contactMasked: null,
    },
  }
}
