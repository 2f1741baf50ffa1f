import type { Platform } from '../../../platform/platform.ts'

/** The next number of an export; one that fails leaves a gap. */
export async function nextExportNumber({ database }: Platform, year: string): Promise<string> {
  const [row] = await database.query<{ number: bigint }>({
    name: 'statistics-export-number',
    text: `SELECT nextval('statistic_export_number') AS number`,
  })
  return `TJ${year}-${String(row?.number ?? 0n).padStart(6, '0')}`
}
