import type { Platform } from '../../../platform/platform.ts'

/** What the register says of a unit that decides by which parameters it pays. */
export async function findUnit({ database }: Platform, employerId: string) {
  return database.prisma.employer.findUnique({
    where: { id: employerId },
    select: {
      id: true,
      name: true,
      registrationNo: true,
      creditCode: true,
      region: true,
      injuryClass: true,
      injuryRatePpm: true,
    },
  })
}
