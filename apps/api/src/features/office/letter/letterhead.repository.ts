import type { Platform } from '../../../platform/platform.ts'
import type { Letter } from './letter.ts'

/** Of the office whose member of staff has the letter made. */
export async function getLetterhead({ database }: Platform, officeId: string): Promise<Letter['office']> {
  return database.prisma.office.findUniqueOrThrow({
    where: { id: officeId },
    select: { nameZh: true, nameEn: true, addressZh: true, addressEn: true, phone: true },
  })
}
