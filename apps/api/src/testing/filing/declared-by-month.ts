import type { TestPlatform } from '../test-platform.ts'

/** Beijing has every month declared by itself from September 2024 on, with a cut-off on the 15th; afterwards a declaration goes on. */
export async function declareByMonth({ database }: TestPlatform, validTo: string, cutOffTo = validTo): Promise<void> {
  const row = {
    region: '110000',
    insurance: 'ALL',
    payerSide: 'ALL',
    category: 'ALL',
    source: '测试',
    approvedBy: 'test',
    validFrom: '2024-09',
  }
  await database.prisma.policyParameter.createMany({
    data: [
      { ...row, name: 'DECLARATION_MODE', choice: 'MONTHLY_SELF', validTo },
      { ...row, name: 'FILING_CUT_OFF_DAY', value: 15n, validTo: cutOffTo },
    ],
  })
}
